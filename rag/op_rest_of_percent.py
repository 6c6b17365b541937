"""The rest of a printed percentage, asked for by no more than that they are not ("..., what share weren't?")."""

import re
from dataclasses import replace

from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_amounts import amount_of
from rag.op_share import rest_percent
from rag.query import Query

_ASKED = re.compile(
    r"\b(?:what|which|how (?:big|large|high) an?) (?:share|proportion|percentage|per ?cent|%|fraction)"
    r"(?: of (?:them|those|these|people|clients|the rest))? (?:\w+n['’]t|(?:was|were|did|do|does|had|have|is|are) not)\W*$",
    re.I,
)


def rest_of_percent(query: Query, found: list[Found], library: Library) -> Draft | None:
    """What is left of 100% beside the one percentage that the question names or the turn before asked for."""
    stated = [number.value for number in query.numbers if number.unit == "%"]
    if query.yes_no or query.every_area or not found or not _ASKED.search(query.text):
        return None
    plain = replace(query, operations=(), words=(), unknown=(), direction="", wants="percent", number_wanted=True)
    amount = amount_of(plain, library, "percent")
    if amount is None or stated and amount.number not in stated:
        return None
    return rest_percent(amount)
