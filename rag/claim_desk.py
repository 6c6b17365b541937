"""Desk: what checking a claim needs at hand."""

from dataclasses import dataclass, field
from typing import Any

from rag.library import Library
from rag.read_question import Reader
from rag.retrieve import Embed
from rag.sentence_features import Weigher


@dataclass(frozen=True, eq=False)
class Desk:
    """The library, the reader of claims, the embedding of texts and the weights of words.

    ``found`` keeps what has been found for the one claim that lies on the desk, as each kind of judgment looks for it anew.
    """

    library: Library
    reader: Reader
    embed: Embed
    weigher: Weigher
    found: dict[Any, Any] = field(default_factory=dict)
