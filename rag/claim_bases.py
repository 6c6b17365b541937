"""The whole that a part of one area is of ("120 of the 262"): a number of the whole region, though the claim names the area."""

import re
from dataclasses import replace

from rag.claim_areas import is_local
from rag.claim_records import Claim, Stated
from rag.library import Library

_OF_THE = re.compile(
    r"\b(?:of|among|out of|from) (?:the |these |those |all |all the |a total of |the total of |the region['’]s |the force['’]s )?"
    r"(?:about |around |some |roughly |nearly |over )?$",
    re.I,
)
_IN_AREA = re.compile(r"(?:\s[\w-]+){0,5}\s(?:in|of|for|from|across)\s(?:the city of\s)?")


def of_whole_region(claim: Claim, stated: Stated, library: Library) -> Stated | None:
    """The number taken for the whole region, where it may be that of which an area's part is told; None where it can not."""
    before, after = claim.text[: stated.number.start], claim.text[stated.number.end :]
    level = stated.figure.kind == "level" and not stated.number.unit and stated.role in ("", "to")
    if not level or not is_local(stated.figure.area, library) or not _OF_THE.search(before):
        return None
    placed = next((m for m in library.lexicon.find_areas(after) if m.kind == "local"), None)
    if placed and _IN_AREA.fullmatch(after[: placed.start]):
        return None
    return replace(stated, figure=replace(stated.figure, area=library.lexicon.region))
