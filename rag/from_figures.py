"""Query -> Draft from looked-up figures: the measure that fits, its areas and periods, and what to do with them."""

from dataclasses import replace

from ingest.numerals import Number
from ingest.words import tokenize
from rag.cells import Grid, build_grid
from rag.dependable import dependable, is_dependable
from rag.doubled_terms import without_doubled_terms
from rag.draft import Draft
from rag.fit import most_special, telling
from rag.judged import judged
from rag.library import Library
from rag.lookup import Found, find_measures
from rag.op_added import added_up, with_sources
from rag.op_change import change_of, period_pair
from rag.op_change_words import change_draft
from rag.op_discrepancy import disputed_values
from rag.op_findings import finding_asked_about
from rag.op_level import at_told_change
from rag.op_lookup import look_up
from rag.op_rest_of_region import rest_of_region
from rag.op_routes import OPERATIONS
from rag.op_sides import sides_of_sentence
from rag.op_special import answer_special
from rag.query import Query
from rag.records import Derivation
from rag.targets import Targets, find_targets, local_areas
from rag.touching import with_findings
from rag.weights import load_weights
from rag.wording import and_list, area_words, measure_words

_TRIED = 6
_FEW = 12  # a number as small as this counts areas


def answer_from_figures(query: Query, library: Library) -> Draft | None:
    """The draft that looked-up figures give; not_found where the measure is there but not for that area or period."""
    query = without_doubled_terms(_settled(query, library), library)
    together = _ranked_together(query, library)
    if together and (ranking := _of_sums(together, library)):
        return with_findings(together, ranking, library)
    found = find_measures(query, library.index, library.lexicon)
    draft = answer_special(query, found, library)
    if draft:
        return with_findings(query, draft, library)
    refused: Draft | None = None
    for one in dependable(found, query, library)[:_TRIED]:
        draft = _answer_with(query, one, library)
        lacking = _side_lacking(query, draft, library) if draft else ""
        if lacking:
            draft = Draft("not_found", f"The reports give no such figure for {lacking} to compare with.")
        if draft and draft.status == "not_found":
            draft = _both_sides_in_text(query, library) or rest_of_region(query, library) or draft
        if draft and draft.status == "answered":
            return with_findings(query, _with_other_readings(query, draft, one, found, library), library)
        refused = refused or draft
    return _printed_or_summed(query, found, library) or _disputed_without_a_term(query, library) or refused


def _side_lacking(query: Query, draft: Draft, library: Library) -> str:
    """The place to compare with (England) of which an answer to a comparison tells no figure, or ""."""
    sides = [area for area in query.areas if area in library.lexicon.compare]
    told = {figure.area for figure in draft.figures}
    compares = "compare" in query.operations and len(query.areas) > len(sides)
    said = any(side in draft.headline for side in sides)
    return sides[0] if compares and sides and draft.status == "answered" and not told & set(sides) and not said else ""


def _both_sides_in_text(query: Query, library: Library) -> Draft | None:
    """Both sides from one sentence on the very thing that is asked about, where a table gives only one of them."""
    against = set(query.areas) & set(library.lexicon.compare)
    draft = sides_of_sentence(query, [], library) if against else None
    told = library.lexicon.all_concepts(draft.headline) if draft else frozenset()
    return draft if telling(query.concepts, library.lexicon) <= told else None


def _printed_or_summed(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The answer from a measure's parts; where a sentence prints the very one for that place and time, what is printed."""
    summed = _of_sums(query, library)
    asked = most_special(telling(query.concepts, library.lexicon), library.lexicon)
    printed = next((one for one in found if one.signature[0] == asked and not query.every_area), None)
    if summed is None or printed is None or len(query.areas) > 1:
        return summed
    draft = _answer_with(query, printed, library)
    return draft if draft and draft.status == "answered" else summed


def _of_sums(query: Query, library: Library) -> Draft | None:
    """The answer from a measure that is printed nowhere, but in its parts."""
    summed = added_up(query, library)
    draft = _answer_with(query, summed[0], library) if summed else None
    return with_sources(draft, summed[1]) if summed and draft and draft.status == "answered" else None


def _disputed_without_a_term(query: Query, library: Library) -> Draft | None:
    """Values that disagree, for a question about such values one of whose words only seems to name a measure."""
    if "discrepancy" not in query.operations or len(query.concepts) < 2:
        return None
    for name in query.concepts:
        fewer = replace(query, concepts=tuple(c for c in query.concepts if c != name))
        for found in dependable(find_measures(fewer, library.index, library.lexicon), fewer, library)[:_TRIED]:
            grid = build_grid(found, library.lexicon)
            draft = disputed_values(fewer, grid, find_targets(fewer, grid, library.lexicon), library)
            if draft:
                return with_findings(query, draft, library)
    return None


def correct_premise(query: Query, library: Library) -> Draft | None:
    """ "Why did deaths in Dudley fall?": where they did not, that is said, with the figures; None where the premise holds.

    "Why does table 15 not add up to table 14?" is answered by what the two give.
    """
    if "discrepancy" in query.operations:
        return finding_asked_about(query, library) or _disputed(query, library)
    steady = library.cues.has("unchanged", query.text)  # "why have they stayed level rather than shot up?"
    if not query.direction or not query.changing or not query.concepts or steady or _tells_an_account(query, library):
        return None
    for found in find_measures(query, library.index, library.lexicon)[:2]:
        grid = build_grid(found, library.lexicon)
        areas = query.areas or (library.lexicon.region,)
        pair = period_pair(query, grid, areas[:1]) if len(areas) == 1 else None
        change = change_of(grid, areas[0], pair) if pair else None
        if change and change.direction and change.direction != query.direction:
            draft = change_draft(replace(query, yes_no=False), change, library)
            if query.report and all(figure.locator.report != query.report for figure in draft.figures):
                return None
            word = "fall" if query.direction == "down" else "rise"
            return replace(draft, headline=f"There was no such {word}. {draft.headline}")
        if change:
            return None
    return None


def _disputed(query: Query, library: Library) -> Draft | None:
    """The two values of "why are there two rates", where those that are looked up disagree."""
    draft = answer_from_figures(replace(query, form=""), library)
    return draft if draft and draft.status == "answered" and draft.findings else None


def _tells_an_account(query: Query, library: Library) -> bool:
    """Whether what somebody gave as the reason is asked for, at a place of a report or by name ("what does X put it down to")."""
    return bool(query.paragraph) or library.cues.has("account_of", query.text)


def _settled(query: Query, library: Library) -> Query:
    """The query without what only seems to tell of a measure.

    That is words of working ("aggregate"), numbers that count the areas ("all seven"), and a change that nothing but
    "in per cent" suggests.
    """
    said = {token.stem for token in tokenize(query.text)}
    working = library.cues.patterns["out_of_area"].sub(" ", query.text) if query.left_out else query.text
    for pattern in (
        library.cues.patterns["working_words"],
        library.cues.operations["rank"],
        library.cues.patterns["low"],
    ):
        working = pattern.sub(" ", working)
    about = {token.stem for token in tokenize(working)}
    groups = [(m.start, m.end) for m in library.lexicon.find_areas(query.text) if m.kind in ("every", "group", "here")]
    named = library.lexicon.find_concepts(query.text)
    numbers = tuple(n for n in query.numbers if not any(_counts_areas(n, *group, query.text) for group in groups))
    query = replace(query, words=tuple(w for w in query.words if w in about or w not in said), numbers=numbers)
    results = [query.text[m.start : m.end].lower() for m in named if m.kind == "result"]
    if query.wants == "rate" and any("rate" in result for result in results):
        query = replace(query, wants="")
    moves = query.changing or "difference" in query.operations and len(query.periods) == 2
    if moves and library.cues.has("of_before", query.text):
        growth = (op for op in query.operations if op != "share")
        query = replace(query, operations=tuple(dict.fromkeys((*growth, "percent_change"))))
    if (
        not query.changing
        and not library.cues.has("change_words", query.text)
        and len(query.periods) < 2
        and not query.since
        and query.relative != "before"
    ):
        query = replace(query, operations=tuple(op for op in query.operations if op != "percent_change"))
    return query


def _counts_areas(number: Number, start: int, end: int, text: str) -> bool:
    """Whether a number stands in the words for a group of areas, or right before them ("all 7 councils")."""
    alone = not number.unit and number.value <= _FEW
    before = alone and number.end <= start and not text[number.end : start].strip()
    return before or start <= number.start < end


def _ranked_together(query: Query, library: Library) -> Query | None:
    """The query for what two terms make up together, where areas are ranked by their sum ("dealing plus possession: who is third?")."""
    if not {"total", "rank"} <= set(query.operations):
        return None
    concepts = library.lexicon.concepts
    whole = next((n for n, one in concepts.items() if one.sum_of and set(one.sum_of) <= set(query.concepts)), "")
    if not whole or "share" in query.operations:
        return None
    rest = tuple(c for c in query.concepts if c not in concepts[whole].sum_of)
    ranked = tuple(op for op in query.operations if op != "total")
    asked = replace(query, concepts=(whole, *rest), operations=ranked)
    return asked if query.left_out else replace(asked, every_area=True, areas=())


def _answer_with(query: Query, found: Found, library: Library) -> Draft | None:
    if _is_other_share(query, found, library):
        return None
    grid = build_grid(found, library.lexicon)
    query = at_told_change(judged(query, found.signature[0], library), grid, library.lexicon.region)
    targets = find_targets(query, grid, library.lexicon)
    for wanted, operation in OPERATIONS:
        if wanted(query, targets):
            draft = operation(query, grid, targets, library)
            if draft:
                return _with_measure(draft, found)
    sums = {"ratio", "share", "per_time", "average"} & set(query.operations)
    if sums and "percent_change" not in query.operations and found.signature[1] == "count":
        return None
    if targets.missing_areas or targets.missing_periods or not targets.areas:
        return _not_there(query, found, grid, targets, library)
    if _lacks_a_side(query, grid, targets):
        return None
    return look_up(query, grid, targets, library)


def _is_other_share(query: Query, found: Found, library: Library) -> bool:
    """Whether a printed percentage is of something that a question for a share does not name ("in effective treatment")."""
    concepts = library.lexicon.concepts
    unasked = [name for name in found.extra if concepts[name].facet == "topic" and concepts[name].broader]
    return "share" in query.operations and found.signature[1] == "percent" and bool(unasked)


def _lacks_a_side(query: Query, grid: Grid, targets: Targets) -> bool:
    """Whether a change between two periods is asked about and one area's value is there for one of them only."""
    moves = query.changing or bool({"trend", "percent_change", "difference"} & set(query.operations))
    if not moves or len(query.periods) != 2 or len(targets.areas) != 1:
        return False
    return sum(grid.value(targets.areas[0], period.label) is not None for period in targets.periods) < 2


def _with_measure(draft: Draft, found: Found) -> Draft:
    return replace(draft, sureness=min(1.0, found.score))


def _not_there(query: Query, found: Found, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    figures = [figure for figure in (*found.figures, *found.changes) if figure.is_cell]
    if not figures:
        return None
    measure = measure_words(figures[0])
    if targets.missing_periods:
        asked = and_list([p.label for p in targets.missing_periods])
        covered, where = _covered(query, grid, library)
        head = f"The reports do not give {measure}{where} for {asked}; they have it for {covered}."
    else:
        asked = and_list([area_words(a) for a in targets.missing_areas or query.areas])
        there = (
            and_list([area_words(a) for a in grid.areas() if a and a not in targets.missing_areas][:8])
            or "no single area"
        )
        head = f"The reports do not give {measure} for {asked}; they have it for {there}."
    return Draft("not_found", head, sureness=found.score)


def _covered(query: Query, grid: Grid, library: Library) -> tuple[str, str]:
    """The periods that a measure is given for, in words: those of the areas asked about where these have others than the rest."""
    areas = tuple(local_areas(grid, library.lexicon)) if query.every_area else query.areas
    every, there = ([p.label for p in grid.periods_of(a) if p.kind != "since"] for a in ((), areas))
    if not there or there == every:
        return and_list(every) or "no stated period", ""
    return and_list(there), " by area" if query.every_area else f" for {and_list([area_words(a) for a in areas])}"


def _with_other_readings(query: Query, draft: Draft, chosen: Found, found: list[Found], library: Library) -> Draft:
    """The draft, with the other measures that a broad word ("deaths") may mean as well named in the headline."""
    near = load_weights()["fit"]["near"]
    others = [o for o in found if o is not chosen and o.score >= chosen.score - near and o.signature[1] == chosen.signature[1]
              and o.signature[0] != chosen.signature[0]]  # fmt: skip
    if chosen.score > 0.9 or not others or set(query.operations) & {"rank", "share", "ratio", "average", "total"}:
        return draft
    drafts = (_answer_with(query, other, library) for other in dependable(others, query, library))
    told = [other for other in drafts if other and other.status == "answered"][:2]
    for other in told:
        draft = replace(
            draft,
            headline=f"{draft.headline} {other.headline}",
            figures=draft.figures + other.figures,
            derivation=_both_workings(draft, other),
        )
    return draft


def _both_workings(draft: Draft, other: Draft) -> Derivation | None:
    """The working of the first reading with that of the other beside it."""
    first, second = draft.derivation, other.derivation
    if not (first and second):
        return first or second
    return replace(first, working=f"{first.working}; {second.working}", inputs=(*first.inputs, *second.inputs))


__all__ = ["answer_from_figures", "correct_premise", "is_dependable"]
