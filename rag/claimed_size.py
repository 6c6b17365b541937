"""Whether a worked-out share or multiple is as large as a yes-or-no question claims ("more than half", "three times as many")."""

import re
from decimal import Decimal

from ingest.numerals import Number
from rag.query import Query

_TIMES = re.compile(r"\s*(?:-| )?(?:times|fold|x)\b", re.I)
_HUNDRED = Decimal(100)
_NEAR = {"share": Decimal(2), "times": Decimal("0.15")}  # how far from it "half" or "twice" may be


def verdict_on_share(query: Query, percent: Decimal) -> str:
    """ "Yes: " or "No: " to the share that a question claims, in words or per cent; "" where it claims none."""
    sizes = [n.value * _HUNDRED if n.unit == "share" else n.value for n in query.numbers if n.unit in ("share", "%")]
    stated = [n for n in query.numbers if n.unit in ("share", "%")]
    return _verdict(query, percent, sizes[0], stated[0], "share") if len(stated) == 1 else ""


def verdict_on_times(query: Query, times: Decimal) -> str:
    """ "Yes: " or "No: " to the multiple that a question claims ("twice as many", "three times the rate"); "" where it claims none."""
    stated = [n for n in query.numbers if n.unit == "times" or not n.unit and _TIMES.match(query.text, n.end)]
    return _verdict(query, times, stated[0].value, stated[0], "times") if len(stated) == 1 else ""


def _verdict(query: Query, result: Decimal, size: Decimal, stated: Number, kind: str) -> str:
    if not query.yes_no:
        return ""
    before = query.text[: stated.start].lower().rstrip()
    if stated.qualifier == "over" or before.endswith(("more than", "over", "above", "greater than")):
        holds = result > size
    elif stated.qualifier == "under" or before.endswith(("less than", "fewer than", "under", "below")):
        holds = result < size
    elif before.endswith("at least"):
        holds = result >= size
    else:
        holds = abs(result - size) <= _NEAR[kind] * (size if kind == "times" else 1)
    return "Yes: " if holds else "No: "
