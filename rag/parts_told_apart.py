"""Two parts of a report that a question says to tell differently: "the possession bit says up, the all offences bit says down"."""

import re
from dataclasses import replace

from ingest.lexicon import Lexicon
from rag.draft import Draft
from rag.query import Query

_PART = r"(?:bit|part|section|table|tables|row|line|chart|one|figures?|numbers?|page|paragraph)s?"
_SAYS = r"(?:says?|said|saying|shows?|showing|has|have|had|gives?|gave|reckons?|tells?|puts?|claims?|makes? (?:it|out)|goes|is|looks?)"
_AFTER = re.compile(
    rf"\s*(?:offences? |outcomes? |stuff )?{_PART}\s+(?:all |clearly |just |then |only )?{_SAYS}\b", re.I
)
_TWO = 2
_CHANGES = {"trend", "percent_change", "difference", "discrepancy"}


def told_apart(query: Query, lexicon: Lexicon) -> tuple[Query, ...]:
    """The query once for each of two parts that it says to tell differently, by the term that names each; () where it says no such."""
    mentions = [m for m in lexicon.find_concepts(query.text) if m.end and _AFTER.match(query.text, m.end)]
    names = list(dict.fromkeys(m.name for m in mentions if m.name in query.concepts))
    if len(names) != _TWO or len(query.concepts) <= _TWO or not _CHANGES & set(query.operations):
        return ()
    operations = tuple(op for op in query.operations if op != "discrepancy") or ("trend",)
    return tuple(
        replace(query, concepts=tuple(c for c in query.concepts if c != other), operations=operations, yes_no=False)
        for other in reversed(names)
    )


def both_told(drafts: list[Draft]) -> Draft | None:
    """The answers for two parts, one after the other; None where one is lacking, or both say the same."""
    first, second = drafts
    if not all(draft.status == "answered" and draft.figures for draft in drafts) or first.headline == second.headline:
        return None
    return replace(
        first,
        headline=f"{first.headline} {second.headline}",
        detail=(*first.detail, *second.detail),
        figures=(*first.figures, *second.figures),
        caveats=tuple(dict.fromkeys((*first.caveats, *second.caveats))),
        passages=(*first.passages, *second.passages),
        findings=tuple(dict.fromkeys((*first.findings, *second.findings))),
        sureness=min(first.sureness, second.sureness),
    )
