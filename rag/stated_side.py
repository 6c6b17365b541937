"""On which side of a stated number something is asked to lie ("higher than 15", "300 or fewer", "at least 20")."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.numerals import Number

_BEFORE = re.compile(
    r"\b(?:(?P<over>(?:more|higher|greater|bigger|larger) than|over|above|beyond|past|north of|exceed(?:s|ed|ing)?|in excess of|topp(?:ed|ing))|"
    r"(?P<under>(?:less|fewer|lower|smaller) than|under|below|south of|short of|shy of)|"
    r"(?P<least>at least|no (?:fewer|less|lower) than|a minimum of|not (?:under|below|(?:less|fewer|lower) than))|"
    r"(?P<most>at most|up to|no (?:more|higher|greater) than|a maximum of|not (?:over|above|(?:more|higher|greater) than)))"
    r"\s+(?:(?:the|a|an|that|even) )*(?:figure |number |mark |total )?(?:of )?$",
    re.I,
)
_AFTER = re.compile(
    r"\s*(?:[a-z%][\w%,]* ){0,2}?or (?:(?P<least>more|over|above|higher|greater)|(?P<most>less|fewer|under|below|lower))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Side:
    """ "over" or "under" a number, and whether the number itself is on it."""

    name: str
    with_it: bool

    def holds(self, shown: Decimal, stated: Decimal) -> bool:
        """Whether a value lies on this side of a stated number."""
        if shown == stated:
            return self.with_it
        return shown > stated if self.name == "over" else shown < stated


def side_of(number: Number, text: str) -> Side | None:
    """The side of a number that a text speaks of; None where it states the number itself."""
    told = _BEFORE.search(text[: number.start]) or _AFTER.match(text[number.end :])
    if told is None:
        return Side(number.qualifier, with_it=False) if number.qualifier in ("over", "under") else None
    name = told.lastgroup or ""
    return Side("over" if name in ("over", "least") else "under", with_it=name in ("least", "most"))
