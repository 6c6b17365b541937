"""Which of two values, or which year for one: "68 or 69?", "503 deaths: 2023 or 2024?" ask where each of them stands."""

import re
from dataclasses import replace

from ingest.numerals import Number
from rag.cues import Cues
from rag.query import Query

_OR = re.compile(
    r"\s*(?:%|per ?cent)?\s*,?\s*\bor\b(?: (?:was|is|should|rather|about|just|more like|it|be))*\s*[-+−]?\s*", re.I
)
_CLAUSE = re.compile(r"(?:[^:;.?!]|(?<=\d)[.:](?=\d))+")
_FEW = 12  # smaller numbers count areas, reports or rows


def of_two_values(query: Query, cues: Cues) -> Query:
    """The query as one about a disagreement, where it chooses between two values of a figure or two years of one value."""
    stated = [n for n in query.numbers if n.high is None and (n.unit in ("%", "share", "£") or n.value > _FEW)]
    if len(stated) == 2 and _are_alternatives(stated[0], stated[1], query.text):
        return replace(query, operations=_with_discrepancy(query), yes_no=False)
    asked = [n for n in stated if _asks_time_of(n, query.text, cues)]
    if len(stated) > 1 and len(asked) == 1:
        level = replace(query, numbers=tuple(asked), operations=(), changing=False, direction="")
        return replace(level, operations=("discrepancy",), form="", number_wanted=True)
    if len(stated) == 1 and cues.has("which_setting", query.text):
        form = "" if query.form == "when" else query.form
        return replace(query, operations=_with_discrepancy(query), form=form, number_wanted=True)
    return query


def _are_alternatives(first: Number, second: Number, text: str) -> bool:
    return _OR.fullmatch(text[first.end : second.start]) is not None


def _asks_time_of(number: Number, text: str, cues: Cues) -> bool:
    """Whether the clause that a number stands in asks for its year ("from 507 to 503: to which year does the 503 belong?")."""
    clauses = (clause for clause in _CLAUSE.finditer(text) if clause.start() <= number.start < clause.end())
    return any(cues.has("which_setting", clause.group()) for clause in clauses)


def _with_discrepancy(query: Query) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("discrepancy", *query.operations)))
