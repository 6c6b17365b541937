"""Whether amounts may be set together in a sum: of one time and place, of one kind, a part and its whole."""

from rag.cues import load_cues
from rag.fit import most_special, telling
from rag.library import Library
from rag.op_amounts import Amount
from rag.query import Query
from rag.sum_cells import unit_kind
from rag.sum_prose import togetherness


def may_be_set_together(amounts: list[Amount], query: Query) -> bool:
    """Whether amounts of several periods or areas are only set together where the question names those, or a table of them."""
    periods = {amount.period for amount in amounts if amount.period}
    areas = {figure.area for amount in amounts for figure in amount.figures if figure.area}
    asked = (
        len(query.periods) > 1
        or query.since
        or query.relative
        or (query.earlier or query.tables)
        and query.periods
        or load_cues().has("years_differ", query.whole_text)
    )
    return (len(periods) < 2 or bool(asked)) and (
        len(areas) < 2 or bool(query.areas or query.every_area or query.tables)
    )


def belong_together(amounts: list[Amount]) -> bool:
    """Whether what sentences tell without a time, or in another unit, stands in one place with the rest."""
    first, *rest = amounts
    apart = [a for a in rest if not any(togetherness(f, (first,)) for f in a.figures)]
    if first.figures == rest[0].figures:
        return False
    alike = {unit_kind(a) for a in amounts}
    timed = [bool(a.period) for a in amounts]
    return not apart or len(alike) == 1 and all(timed)


def is_part_of(part: Amount, whole: Amount, library: Library) -> bool:
    """Whether an amount counts some of what another counts: its terms are the other's or special cases of them."""
    a, b = part.figures[0], whole.figures[0]
    if set(part.figures) < set(whole.figures):
        return True
    if togetherness(a, (whole,)) and not a.is_cell:
        return True
    broader = library.lexicon.broader_of
    mine = set(a.terms) | {broad for term in a.terms for broad in broader(term)}
    theirs = most_special(telling(b.terms, library.lexicon), library.lexicon)
    return theirs <= mine or any(broad in theirs for term in a.terms for broad in broader(term)) and _same_topic(
        mine, theirs, library
    )  # fmt: skip


def _same_topic(mine: set[str], theirs: frozenset[str], library: Library) -> bool:
    """Whether of the terms of the whole only results are missing, which a part of it gives way to."""
    concepts = library.lexicon.concepts
    return all(concepts[term].facet == "result" for term in theirs - mine)
