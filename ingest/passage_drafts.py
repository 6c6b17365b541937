"""What the makers of passages hand over."""

from dataclasses import dataclass
from typing import Literal

from ingest.records import Locator


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage without its id; ``lead`` is a caption or introductory sentence that helps to find it."""

    kind: Literal["prose", "item", "table", "row", "sentence"]
    text: str
    lead: str
    locator: Locator
