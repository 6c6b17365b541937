"""Who leads by rate and who by number, where a question asks for both ("who has the higher rate, and who the more people?")."""

import re
from dataclasses import replace

from rag.cells import build_grid
from rag.draft import Draft
from rag.library import Library
from rag.lookup import find_measures
from rag.op_rank import rank_levels
from rag.query import Query
from rag.records import Derivation
from rag.targets import find_targets

_NUMBER = r"(?:head ?counts?|(?:raw |actual |absolute |sheer )?numbers?|counts?|how many)"
_RATE = r"(?:rates?|per (?:1,?000|100,?000|thousand|head))"
_BOTH = re.compile(
    rf"\b{_RATE}\b[^?]*\b(?:and|but)\b[^?]*\b{_NUMBER}\b|\b{_NUMBER}\b[^?]*\b(?:and|but)\b[^?]*\b{_RATE}\b|"
    rf"\b(?:more|most|fewer|fewest|less|least|bigger|biggest|larger|largest|higher|highest)\b(?:(?!{_RATE}).)*(?:[?,;]|\b(?:and|but|n|also|then)\b)"
    rf"[^?]*\b{_RATE}\b",
    re.I,
)
_SAME_WAY = re.compile(
    rf"\b(?:same|other way|differen\w+|still|hold|true|change|swap\w*|flip\w*|reverse\w*)\b[^?]*\b{_RATE}\b|\b{_RATE}\b[^?]*\b(?:same|differ\w*|swap\w*|flip\w*|reverse\w*)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|rather than|instead of)\b", re.I)
_TRIED = 4


def rate_and_number(query: Query, library: Library) -> Draft | None:
    """Both rankings, of one measure; None where the reports give it in one of the two forms only."""
    if (
        not {"rank", "compare"} & set(query.operations)
        or query.yes_no
        and not _SAME_WAY.search(query.text)
        or not _BOTH.search(query.text)
        or _NOT.search(query.text)
    ):
        return None
    concepts = tuple(c for c in query.concepts if library.lexicon.concepts[c].facet != "role")
    plain = replace(query, concepts=concepts, yes_no=False)
    drafts = [_ranked(replace(plain, wants=wants), library) for wants in ("rate", "count")]
    told = [draft for draft in drafts if draft]
    if len(told) < len(drafts):
        return None
    workings = [draft.derivation for draft in told if draft.derivation]
    figures = tuple(figure for draft in told for figure in draft.figures)
    derivation: Derivation | None = None
    if workings:
        derivation = replace(
            workings[0], working="; ".join(w.working for w in workings), inputs=tuple(f.id for f in figures)
        )
    return Draft("answered", " ".join(draft.headline for draft in told), figures=figures, derivation=derivation)


def _ranked(query: Query, library: Library) -> Draft | None:
    """The ranking in the form that the query wants."""
    for found in find_measures(query, library.index, library.lexicon)[:_TRIED]:
        is_rate = found.signature[1].startswith("per ")
        if is_rate != (query.wants == "rate") or not is_rate and found.signature[1] != "count":
            continue
        grid = build_grid(found, library.lexicon)
        draft = rank_levels(query, grid, find_targets(query, grid, library.lexicon), library)
        if draft:
            return draft
    return None
