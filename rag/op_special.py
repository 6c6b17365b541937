"""Questions that are not about one measure's areas and periods: two tables, two measures, shares, stated numbers."""

import re
from collections.abc import Callable
from dataclasses import replace

from rag.cells import build_grid
from rag.described_tables import tables_described
from rag.draft import Draft
from rag.fit import telling
from rag.library import Library
from rag.lookup import Found
from rag.op_both_moved import both_moved
from rag.op_categories import list_categories, list_clients, rank_categories
from rag.op_contrast import contrast_in_sentence
from rag.op_editions import values_by_report
from rag.op_findings import finding_asked_about
from rag.op_for_many import printed_for_many
from rag.op_given import reckon_with_given
from rag.op_implied import implied_base
from rag.op_intervals import how_often, times_a_year, times_as_often
from rag.op_listed import rest_of_listed
from rag.op_measure_changes import compare_changes
from rag.op_measures import split_measures, two_measures
from rag.op_money import money_per_time, number_and_percentage
from rag.op_per_pound import brought_by_sum
from rag.op_period_share import rest_of_year, share_of_year
from rag.op_printed_average import printed_average
from rag.op_rank_shares import rank_shares
from rag.op_rate_and_number import rate_and_number
from rag.op_remaining import remaining
from rag.op_rest_of_percent import rest_of_percent
from rag.op_rows import sum_of_rows
from rag.op_sentence import work_out_of_sentence
from rag.op_share import remainder, share_among, share_of_whole
from rag.op_share_change import share_over_periods
from rag.op_share_of_change import share_of_change
from rag.op_sides import sides_of_sentence
from rag.op_stated import answer_stated
from rag.op_table_row import row_of_table
from rag.op_tables import compare_tables, missing_rows
from rag.op_verify import verify_stated
from rag.op_whole_stated import whole_of_stated
from rag.query import Query
from rag.sum_before import rest_of_told
from rag.sum_plan import either_added, sum_in_words
from rag.targets import find_targets

_TABLED = 0.7  # a table whose measure fits so well is asked about rather than a sentence
_WELL = 0.85  # a printed share whose measure fits so well is the one asked for
_LIKELY = 3
_TYPES = re.compile(
    r"\b(?:types?|kinds?|sorts?|ways?|categor\w+|outcomes?|disposals?|client groups?|groups? of (?:clients?|users?)|rows?|what (?:was|is) the (?:most|least))\b",
    re.I,
)
_SHARE_OF_THOSE = re.compile(
    r"\b(?:share|proportion|percentage|per ?cent|fraction|%) (?:of (?:people|those|them|clients|users|everyone|exits) )?"
    r"(?:who|that|which|were|was|did|[a-z]+ing)\b",
    re.I,
)
_WHICH_TYPE = re.compile(
    r"\b(?:which|what) (?:[\w-]+ ){0,3}(?:types?|kinds?|sorts?|ways?|categor\w+|client groups?|rows?|disposals?)\b",
    re.I,
)


def answer_special(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The draft of the first kind of question that this is; None where it is about one measure."""
    return next((draft for step in _STEPS if (draft := step(query, found, library))), None)


def _two_tables(query: Query, found: list[Found], library: Library) -> Draft | None:
    told = tables_described(query, library)
    if "share" in query.operations and len(told.tables) > 1:  # the part stands in one table, the whole in the other
        share = _share(replace(query, tables=()), found, library)
        return share if share and {f.locator.table for f in share.figures} <= set(told.tables) else None
    return compare_tables(told, library) if len(told.tables) > 1 else None


def _remainder(query: Query, found: list[Found], library: Library) -> Draft | None:
    return remainder(query, library)


def _ranked_shares(query: Query, found: list[Found], library: Library) -> Draft | None:
    """ "Which borough has the highest proportion of ..."."""
    ranks = "rank" in query.operations or "compare" in query.operations and query.every_area
    if not ranks or not {"share", "ratio"} & set(query.operations) or len(query.areas) == 1:
        return None
    concepts = library.lexicon.concepts
    of_those = _SHARE_OF_THOSE.search(query.text) is not None
    wholes = [name for name, one in concepts.items() if of_those and set(one.sum_of) & set(query.concepts)]
    named = [query, *(replace(query, concepts=(*query.concepts, whole)) for whole in wholes)]
    return next((told for one in named if (told := rank_shares(one, split_measures(one, library), library))), None)


def _share(query: Query, found: list[Found], library: Library) -> Draft | None:
    if "share" not in query.operations or "percent_change" in query.operations or query.of_all:
        return None
    if _is_printed(query, found, library):
        return None
    query = _of_counts(query, library)
    parts = split_measures(query, library)
    if len(parts) > 1 and library.cues.has("together", query.text):
        return share_among(query, parts, library)
    return share_of_whole(query, library) or (share_among(query, parts, library) if len(parts) > 1 else None)


def _of_counts(query: Query, library: Library) -> Query:
    """The query with the count for a printed share ("... as a share of positive outcomes"), where another result is part of it."""
    concepts = library.lexicon.concepts
    results = [name for name in query.concepts if concepts[name].facet == "result"]
    if len(results) < 2:
        return query
    counts = {name: (*concepts[name].stands_in_for, name)[0] for name in results}
    return replace(query, concepts=tuple(dict.fromkeys(counts.get(name, name) for name in query.concepts)))


def _is_printed(query: Query, found: list[Found], library: Library) -> bool:
    """Whether the reports print the very share that is asked for, so that none is to be worked out."""
    for one in found[:_LIKELY]:
        results = [term for term in one.extra if library.lexicon.concepts[term].facet == "result"]
        if one.signature[1] == "percent" and one.score >= _WELL and not results:
            targets = find_targets(query, build_grid(one, library.lexicon), library.lexicon)
            if targets.areas and not targets.missing_areas and not targets.missing_periods:
                return True
    return False


def _sentence(query: Query, found: list[Found], library: Library) -> Draft | None:
    return work_out_of_sentence(query, library)


def _two_changes(query: Query, found: list[Found], library: Library) -> Draft | None:
    moves = "trend" in query.operations and query.wants in ("percent", "points")
    changing = query.changing or "percent_change" in query.operations or moves
    chooses = library.cues.has("choosing", query.text) and library.cues.has("comparative", query.text)
    if not changing or not (chooses or {"compare", "rank"} & set(query.operations)) or query.every_area:
        return None
    parts = split_measures(query, library)
    return compare_changes(query, parts, library) if len(parts) == 2 else None


def _both_moved(query: Query, found: list[Found], library: Library) -> Draft | None:
    return both_moved(query, split_measures(query, library), library)


def _two_measures(query: Query, found: list[Found], library: Library) -> Draft | None:
    whole = telling(query.concepts, library.lexicon)
    parts = split_measures(query, library)
    known = any(whole <= one.signature[0] | _implied(one, library) for one in found)
    return two_measures(query, parts, library) if parts and not known else None


def _implied(found: Found, library: Library) -> frozenset[str]:
    return frozenset().union(*(library.lexicon.broader_of(term) for term in found.signature[0]))


def _base(query: Query, found: list[Found], library: Library) -> Draft | None:
    return implied_base(query, library)


def _types(query: Query, found: list[Found], library: Library) -> Draft | None:
    """ "Which type of outcome was commonest", "which kind rose most"."""
    ranks = "rank" in query.operations or library.cues.has("odd_one", query.text)
    moves = query.changing and bool(query.direction) and _WHICH_TYPE.search(query.text) and not query.yes_no
    of_rows = _TYPES.search(query.text) or query.tables and not query.areas
    if not (ranks or moves) or len(query.areas) > 1 or query.every_area or not of_rows:
        return None
    told = rank_categories(query, library)
    if told is None and ranks and _WHICH_TYPE.search(query.text):
        return Draft("not_found", "The reports have no table of such kinds to compare.")
    return told


def _by_type(query: Query, found: list[Found], library: Library) -> Draft | None:
    """ "Break the positive outcomes down by type"."""
    told = {"rank", "share", "ratio", "difference", "total", "discrepancy"} & set(query.operations) or query.yes_no
    if told or not library.cues.has("by_type", query.text):
        return None
    return list_categories(query, library) or list_clients(query, library)


def _rate_and_number(query: Query, found: list[Found], library: Library) -> Draft | None:
    return rate_and_number(query, library)


def _editions(query: Query, found: list[Found], library: Library) -> Draft | None:
    return values_by_report(query, library)


def _finding(query: Query, found: list[Found], library: Library) -> Draft | None:
    return finding_asked_about(query, library)


def _contrast(query: Query, found: list[Found], library: Library) -> Draft | None:
    """What one sentence contrasts, where no table is about what is asked."""
    tabled = any(one.score > _TABLED and any(f.is_cell for f in one.figures) for one in found)
    return None if tabled else contrast_in_sentence(query, library)


def _given(query: Query, found: list[Found], library: Library) -> Draft | None:
    return reckon_with_given(query, library) if query.numbers else None


def _for_many(query: Query, found: list[Found], library: Library) -> Draft | None:
    return printed_for_many(query, found, library) if query.numbers else None


def _in_words(query: Query, found: list[Found], library: Library) -> Draft | None:
    return sum_in_words(query, library) or rest_of_told(query, library) or either_added(query, library)


def _numbers_told(query: Query, found: list[Found], library: Library) -> Draft | None:
    return answer_stated(query, library) if query.numbers else None


def _whole_stated(query: Query, found: list[Found], library: Library) -> Draft | None:
    return whole_of_stated(query, library)


def _stated(query: Query, found: list[Found], library: Library) -> Draft | None:
    return verify_stated(query, library)


_STEPS: tuple[Callable[[Query, list[Found], Library], Draft | None], ...] = (
    lambda query, found, library: row_of_table(query, library),
    _finding,
    _given,
    _two_tables,
    sum_of_rows,
    printed_average,
    share_of_year,
    rest_of_year,
    _whole_stated,
    share_of_change,
    _base,
    _for_many,
    times_a_year,
    times_as_often,
    _numbers_told,
    _rate_and_number,
    _editions,
    how_often,
    money_per_time,
    brought_by_sum,
    number_and_percentage,
    _in_words,
    sides_of_sentence,
    _contrast,
    missing_rows,
    rest_of_listed,
    remaining,
    _remainder,
    rest_of_percent,
    _ranked_shares,
    share_over_periods,
    _share,
    _sentence,
    _by_type,
    _types,
    _two_changes,
    _both_moved,
    _two_measures,
    _stated,
)
