"""Which operation a query asks for: the table of what is wanted and what does it, strongest first."""

import re
from collections.abc import Callable
from dataclasses import replace

from rag.cells import Grid
from rag.cues import load_cues
from rag.draft import Draft
from rag.library import Library
from rag.op_area_share import area_share
from rag.op_change import change_of, period_pair
from rag.op_change_words import change_draft
from rag.op_compare import compare_areas
from rag.op_directions import counts_areas
from rag.op_discrepancy import discrepancy
from rag.op_limits import levels_against_area, levels_against_limit
from rag.op_rank import rank_levels
from rag.op_rank_changes import changes_by_direction, is_group_claim, rank_changes
from rag.op_sum import average, difference_of, per_time, ratio_of, total
from rag.op_total_change import change_against_rest, total_change
from rag.query import Query
from rag.targets import Targets, local_areas

_EITHER_WAY = re.compile(
    r"\b(?:higher or lower|lower or higher|more or (?:less|fewer)|above or below|better or worse)\b", re.I
)
_BETWEEN = re.compile(r"\b(?:between|from) [^?,;]*\d[^?,;]*\b(?:and|to) [^?,;]*\d", re.I)
_CHANGES_COMPARED = re.compile(
    r"\b(?:change|growth|movement|rise|fall|increase|decrease|drop|shift|swing)s? in\b[^?;]*\b(?:compare[sd]?|against|versus|vs|stack|measure)\b|"
    r"\b(?:compare|how (?:did|does|do))\b[^?;]*\b(?:change|growth|movement|rise|fall|increase|decrease|drop|shift|swing)s? in\b",
    re.I,
)
_GAP = re.compile(
    r"\b(?:gap|apart|difference|lead|margin|how (?:many|much) (?:more|fewer|less|higher|lower)|how far)\b", re.I
)
_CHOOSING = re.compile(r"\b(?:which|what|who|whose|where|rank|order|list|name)\b", re.I)


def _change(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    areas = targets.areas or query.areas
    if len(areas) != 1 and (query.areas or query.every_area):
        return None
    area = areas[0] if len(areas) == 1 else library.lexicon.region
    pair = period_pair(query, grid, (area,))
    change = change_of(grid, area, pair) if pair else None
    if change is None and area == library.lexicon.region and query.areas and query.changing:
        return _region_added_up(query, grid, library)
    if change is None and not query.areas:
        return changes_by_direction(query, grid, targets, library)
    return change_draft(query, change, library) if change else None


def _region_added_up(query: Query, grid: Grid, library: Library) -> Draft | None:
    """The change of all local areas taken together, where the reports print none for the region."""
    everywhere = replace(query, areas=(), every_area=True)
    pair = period_pair(everywhere, grid, tuple(local_areas(grid, library.lexicon)))
    return total_change(everywhere, grid, pair, library) if pair else None


def _difference(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    if len(query.areas) == 2 and len(targets.periods) < 2 and not query.changing:
        label = targets.periods[0].label if targets.periods else ""
        values = [grid.value(a, label) for a in query.areas]
        if values[0] and values[1]:
            return difference_of(values[0].figure, values[1].figure)
        if targets.missing_areas:
            return None  # the change of the one that is given is no gap between the two
    return _change(query, grid, targets, library)


def _ratio(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    if len(targets.areas) == 2 and targets.periods:
        values = [grid.value(a, targets.periods[-1].label) for a in targets.areas]
        if values[0] and values[1]:
            return ratio_of(values[0].figure, values[1].figure, query, library)
    return _ratio_over_time(query, grid, targets, library)


def _ratio_over_time(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """How many times one area's number of a period is that of another ("how many times bigger than the year before?")."""
    timed = len(query.periods) > 1 or bool(query.relative) or query.since is not None or query.changing
    pair = period_pair(query, grid, targets.areas) if timed and len(targets.areas) == 1 else None
    values = [grid.value(targets.areas[0], label) for label in pair] if pair else []
    if len(values) < 2 or not values[0] or not values[1]:
        return None
    return ratio_of(values[1].figure, values[0].figure, query, library)


def _ranking(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    single = (
        len([a for a in query.areas if a != library.lexicon.region]) == 1
        and not query.every_area
        and not query.nth
        and not _CHOOSING.search(query.text)
    )
    if single and _about_change(query) and not query.yes_no:
        return _change(query, grid, targets, library)
    if "total" in query.operations and query.top > 1 and not _about_change(query):
        return _total_of_top(query, grid, targets, library)
    if load_cues().has("least_moved", query.text):
        return rank_changes(query, grid, library)
    if query.direction and _about_change(query):
        return rank_changes(query, grid, library) or rank_levels(query, grid, targets, library)
    return rank_levels(query, grid, targets, library)


def _total_of_top(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """The sum of the few highest or lowest ("the three with most: what do they total?")."""
    if not targets.periods:
        return None
    label = targets.periods[-1].label
    areas = [area for area in local_areas(grid, library.lexicon, label) if area not in query.left_out]
    ordered = sorted(areas, key=lambda area: grid.levels[(area, label)].number, reverse=not query.low)
    few = tuple(ordered[: query.top])
    chosen = replace(targets, areas=few, periods=targets.periods[-1:])
    return total(replace(query, areas=few, area_words="", left_out=(), every_area=False), grid, chosen, library)


def _about_change(query: Query) -> bool:
    return query.changing or bool({"trend", "percent_change", "difference"} & set(query.operations))


def _together(query: Query, targets: Targets) -> bool:
    """Whether the change of several areas taken together is asked for."""
    several = query.every_area or len(query.areas) > 1 or not query.areas and len(targets.areas) > 1
    moves = {"difference", "percent_change", *(["compare", "trend"] if len(query.periods) == 2 else [])}
    asked = set(query.operations)
    of_group = len(query.areas) > 1 and bool(query.area_words) and bool({"difference", "percent_change"} & asked)
    summed = "total" in asked and (query.changing or bool(moves & asked))
    return several and (summed or of_group and bool(query.changing) and not (query.yes_no or "rank" in asked))


def _total_change(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    pair = period_pair(query, grid, tuple(targets.areas))
    if pair is None:
        return None
    return change_against_rest(query, grid, pair, library) or total_change(query, grid, pair, library)


def _two_changes(query: Query, targets: Targets) -> bool:
    """Whether the changes of two or three named areas are set against each other ("larger in Coventry or in Birmingham")."""
    moves = query.changing or _CHANGES_COMPARED.search(query.text) is not None
    return (
        1 < len(query.areas) < 4
        and (moves or len(query.periods) == 2 and _BETWEEN.search(query.text) is not None)
        and bool({"compare", "rank"} & set(query.operations))
        and not query.every_area
    )


def _ranking_of_changes(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    return rank_changes(query, grid, library)


def _has(*names: str) -> Callable[[Query, Targets], bool]:
    return lambda query, targets: bool(set(names) & set(query.operations))


def _several_areas(query: Query, targets: Targets) -> bool:
    two_periods = len(query.periods) > 1 and "compare" in query.operations
    several = query.every_area or len(query.areas) > 1 or is_group_claim(query, load_cues())
    changes = (_about_change(query) or two_periods) and not _gap_of_two(query)
    listed = query.every_area and _more_than_before(query) and "rank" not in query.operations
    return several and (changes or listed) and not targets.missing_periods


def _gap_of_two(query: Query) -> bool:
    """Whether the gap between two areas in one period is asked for."""
    one_time = len(query.periods) < 2 and not query.since and not query.changing
    return "difference" in query.operations and len(query.areas) == 2 and one_time and not query.every_area


def _claims_of_group(query: Query, targets: Targets) -> bool:
    """Whether a rise or fall is claimed for every area, or for none ("did all seven rise?")."""
    two_periods = len(query.periods) > 1 or "compare" in query.operations
    return (
        is_group_claim(query, load_cues())
        and bool(query.direction)
        and not {"rank", "share", "ratio"} & set(query.operations)
        and not (query.left_out and "total" in query.operations)
        and (_about_change(query) or two_periods or _more_than_before(query) or _more_now(query))
        and (query.every_area or len(query.areas) != 1 or load_cues().has("only", query.text))
        and not query.numbers
    )


def _more_than_before(query: Query) -> bool:
    """Whether "more" or "fewer" is said of a period with nothing to compare with, so that the period before is meant."""
    compared = load_cues().has("than", query.text) or query.numbers or len(query.areas) > 1
    return bool(query.direction) and len(query.periods) == 1 and not compared


def _more_now(query: Query) -> bool:
    """Whether "more" is said of every area with no period and nothing to compare with ("every council recorded more")."""
    return query.every_area and not query.periods and not query.areas and not load_cues().has("than", query.text)


def _compares_with_limit(query: Query, targets: Targets) -> bool:
    """Whether the values of several areas are held against a number ("is it below 12 in each of them?")."""
    if len(query.areas) == 2 and _EITHER_WAY.search(query.text):
        return False
    chooses = _CHOOSING.search(query.text) is not None or "measure" in query.inherited or counts_areas(query.text)
    lists = query.every_area and chooses and "rank" not in query.operations
    holds_each = (query.yes_no or lists) and not {"total", "average", "share"} & set(query.operations)
    stated = [n for n in query.numbers if (n.unit or not n.in_words) and n.high is None and n.unit != "times"]
    return holds_each and len(targets.areas) > 1 and len(stated) == 1 and not query.changing


def _set_against_one(query: Query, targets: Targets) -> bool:
    """Whether all areas are held against one ("which had more than Dudley?", "which are above the regional rate?")."""
    chooses = _CHOOSING.search(query.text) is not None and not query.yes_no
    plain = not {"rank", "share", "total", "difference", "average"} & set(query.operations)
    return query.every_area and chooses and plain and len(query.areas) == 1 and not query.changing and not query.numbers


def _two_compared(query: Query, targets: Targets) -> bool:
    return "compare" in query.operations and len(targets.areas) == 2 and not query.changing


def _gaps_in_turn(query: Query, targets: Targets) -> bool:
    """Whether the gap between two areas is asked for in each of several periods ("the gap in 2023 and the gap in 2024")."""
    each = len(_GAP.findall(query.text)) > 1 or load_cues().has("both_years", query.text)
    several = len(query.areas) == 2 and len(query.periods) > 1 and not query.every_area and not query.changing
    return "difference" in query.operations and several and each


def _sums_named_areas(query: Query, targets: Targets) -> bool:
    """Whether areas named one by one are to be added up, whatever place in a ranking they are said to have."""
    return "total" in query.operations and "rank" in query.operations and len(query.areas) > 1 and not query.every_area


def _adds_up(query: Query, targets: Targets) -> bool:
    if len(targets.areas) == 1 and "percent_change" in query.operations and not query.left_out:
        return False
    return ("total" in query.operations or bool(query.left_out)) and (
        len(targets.areas) > 1 or len(targets.periods) > 1
    )


def _is_share(query: Query, targets: Targets) -> bool:
    """Whether an area's share is asked for; a word that no report has ("those deemed ...") tells of another part."""
    other = set(query.words) & set(query.unknown) - set(query.common)
    asked = "share" in query.operations and "percent_change" not in query.operations
    ranks_all = "rank" in query.operations and query.every_area and not query.of_all
    return asked and not ranks_all and (query.of_all or bool(query.left_out) or not other)


def _claims_change(query: Query, targets: Targets) -> bool:
    between = bool(query.direction) and len(query.periods) == 2 and len(targets.areas) == 1
    return query.yes_no and (query.changing or between or _more_than_before(query)) and not targets.missing_periods


def _area_group(query: Query, targets: Targets) -> bool:
    return bool(query.area_words) and not query.every_area


OPERATIONS: tuple[tuple[Callable[[Query, Targets], bool], Callable[..., Draft | None]], ...] = (
    (_has("discrepancy"), discrepancy),
    (_claims_of_group, changes_by_direction),
    (_compares_with_limit, levels_against_limit),
    (_set_against_one, levels_against_area),
    (_has("per_time"), per_time),
    (_has("average"), average),
    (_has("ratio"), _ratio),
    (_is_share, area_share),
    (_together, _total_change),
    (_two_changes, _ranking_of_changes),
    (_sums_named_areas, total),
    (_has("rank"), _ranking),
    (_two_compared, compare_areas),
    (_gaps_in_turn, compare_areas),
    (_adds_up, total),
    (_several_areas, changes_by_direction),
    (_has("difference"), _difference),
    (_has("percent_change", "trend", "compare"), _change),
    (_claims_change, _change),
    (_area_group, total),
)
