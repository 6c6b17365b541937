"""claim -> Verdict: read, judge each number and each statement, and give the worst of them with the reason."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter

from ingest.records import Figure
from rag.cite import cite
from rag.claim_about import judge_about
from rag.claim_across import judge_across, judged_across
from rag.claim_and_so import said_by_the_way
from rag.claim_areas import is_local
from rag.claim_bases import of_whole_region
from rag.claim_benchmark import judge_benchmark
from rag.claim_both import are_counted, halves_of
from rag.claim_both_ways import judge_both_ways
from rag.claim_changes import judge_change, judge_multiple
from rag.claim_compare import excess_of, judge_comparison, numbers_of_pair
from rag.claim_cues import EVERY, NONE, ONLY, directions_in
from rag.claim_denied import denied, judge_denied, without_denial_of_size
from rag.claim_desk import Desk
from rag.claim_direction import judge_direction
from rag.claim_direction_text import judge_direction_in_text
from rag.claim_disputes import with_doubt
from rag.claim_done_by import judge_done_by
from rag.claim_durations import told_as_long, told_otherwise
from rag.claim_facts import is_borne_out, is_of_same_names, is_told_itself, judge_fact
from rag.claim_gap import judge_gap
from rag.claim_gap_text import judge_gap_in_text
from rag.claim_guards import judge_order, judge_rest
from rag.claim_levels import judge_level
from rag.claim_none_of import judge_none_of
from rag.claim_nothing_else import judge_nothing_else
from rag.claim_office_denied import judge_office_denied
from rag.claim_offices import judge_office
from rag.claim_only_text import judge_each_in_text, judge_only_in_text
from rag.claim_own_sums import with_own_sums
from rag.claim_pace import judge_pace, pace_of
from rag.claim_part_of import judge_part_of
from rag.claim_prose import judge_in_prose
from rag.claim_rank import judge_rank
from rag.claim_rank_text import judge_rank_in_text
from rag.claim_ratios import is_against_another, judge_ratio
from rag.claim_reached import judge_reached
from rag.claim_read import read_claim
from rag.claim_records import Claim, Judgement, Stated
from rag.claim_remainder import judge_remainder, judge_those_without
from rag.claim_scope import judge_scope, scopes_of
from rag.claim_share_of_change import changes_of_part_and_whole
from rag.claim_share_text import judge_share_in_text
from rag.claim_shares import is_of_whole, judge_share
from rag.claim_swaps import judge_swaps
from rag.claim_text import judge_text
from rag.claim_together import told_together
from rag.claim_two_ends import two_ends_of
from rag.claim_verbatim import judge_verbatim
from rag.draft import Draft
from rag.fit import telling
from rag.library import Library
from rag.reading import reading_in_words
from rag.records import Verdict
from rag.wording import and_list

_EACH_OF_THEM = re.compile(
    r"\bboth (?!the\b|(?:of )?(?:those |these )?(?:years|periods|quarters|months|cases|times)\b)\w+", re.I
)
_ROOM, _SHORTEST = 600, 6
_FEW = 10  # up to which a number in words may only tell who is spoken of
_SAYS_IT = 0.95  # how well a sentence must fit to outweigh the tables
_MUCH = 0.7  # of a claim's words, that a sentence must have that bears out a direction
_WORST_FIRST = ("contradicted", "conflicting", "not_found", "supported")


def check_claim(text: str, desk: Desk) -> Verdict:
    """The verdict on a claim."""
    return check_with_parts(text, desk)[0]


def check_with_parts(text: str, desk: Desk) -> tuple[Verdict, tuple[Judgement, ...]]:
    """The verdict on a claim, and the judgements on its numbers and statements from which it follows, worst first."""
    start = perf_counter()
    claim = read_claim(text, desk.reader)
    judged = sorted(
        _judge_halves(claim.text, desk) or judge(claim, desk), key=lambda one: _WORST_FIRST.index(one.verdict)
    )
    shown = [one for one in judged if one.verdict == judged[0].verdict] + [
        one for one in judged if one.verdict not in (judged[0].verdict, "not_found")
    ]
    figures = tuple(dict.fromkeys(f for one in shown for f in one.figures))
    passages = tuple(dict.fromkeys(p for one in shown for p in one.passages))
    draft = Draft("answered", judged[0].reason, figures=figures, passages=passages)
    verdict = Verdict(
        text,
        judged[0].verdict,
        headline_of(shown),
        cite(draft, desk.library),
        figures,
        next((one.derivation for one in shown if one.derivation), None),
        reading_in_words(claim.query, draft, desk.library.lexicon),
        {"total_ms": round((perf_counter() - start) * 1000, 2)},
    )
    return verdict, tuple(judged)


def headline_of(judged: Sequence[Judgement]) -> str:
    """The reasons, the one that decides first, as many as there is room for."""
    reasons = list(dict.fromkeys(one.reason for one in judged))
    told = reasons[0]
    for reason in reasons[1:]:
        if len(told) + len(reason) < _ROOM:
            told = f"{told} {reason}"
    return told


def _judge_halves(text: str, desk: Desk) -> list[Judgement]:
    """The judgements on each half of a claim that says two things at once, in which no number is told, or one is denied, or of two ends."""
    changes = [read_claim(each, desk.reader) for each in changes_of_part_and_whole(text)]
    if changes:
        return [one for each in changes for one in judge(each, desk)]
    lexicon = desk.reader.lexicon
    parts = [read_claim(each, desk.reader) for each in two_ends_of(text, lexicon) or said_by_the_way(text, lexicon)]
    if parts:
        return [one for each in parts for one in judge(each, desk)]
    halves = [read_claim(half, desk.reader) for half in halves_of(text)]
    if not are_counted(text) and any(one.role != "scope" for half in halves for one in half.stated):
        return []
    return [one for half in halves for one in judge(half, desk)]


def judge(claim: Claim, desk: Desk) -> list[Judgement]:
    """The judgements on each number and each statement of a claim; where they find nothing, that on it as a whole."""
    positive = without_denial_of_size(claim.text)
    if positive:
        return [denied(one) for one in judge(read_claim(positive, desk.reader), desk)]
    both_ways = judge_both_ways(claim.text)
    judged = [*([both_ways] if both_ways else []), *_judge(claim, desk)]
    settled = all(one.verdict != "not_found" for one in judged) or any(one.verdict == "contradicted" for one in judged)
    if settled or claim.query.elsewhere:
        return judged
    counts = any(one.role not in ("scope", "times") for one in claim.stated)
    fact = (
        judge_nothing_else(claim, desk)
        or judge_benchmark(claim, desk)
        or judge_office(claim, desk)
        or judge_office_denied(claim, desk)
        or judge_done_by(claim, desk)
        or judge_about(claim, desk)
        or (None if counts else judge_fact(claim, desk))
        or _false_beginning(claim, desk)
    )
    return [fact] if fact else judged


def _false_beginning(claim: Claim, desk: Desk) -> Judgement | None:
    """Contradicted, where what a claim says before it adds something ("..., the same year as ...") is."""
    beginning, added, _ = claim.text.rpartition(", ")
    if not added or len(beginning.split()) < _SHORTEST:
        return None
    main = read_claim(f"{beginning}.", desk.reader)
    if not main.stated and any(one.role != "scope" for one in claim.stated):
        return None
    found = _by_text(main, desk) or judge_about(main, desk)
    return found if found and found.verdict == "contradicted" else None


def _judge(claim: Claim, desk: Desk) -> list[Judgement]:
    verbatim = judge_verbatim(claim, desk)
    if verbatim:
        return [verbatim]
    if claim.query.elsewhere:
        return [Judgement("not_found", f"The reports say nothing of {and_list(list(claim.query.elsewhere))}.")]
    none_of = judge_none_of(claim, desk)
    if none_of:
        return [none_of]
    statements, used, settled = _statements(claim, desk)
    numbers = [
        each for one in claim.stated if one.role != "scope" and one not in used for each in _of_each(claim, one, desk)
    ]
    by_number = [_borne_out(claim, one, judge_stated(claim, one, desk), desk) for one in numbers]
    by_number = told_together(claim, numbers, by_number, desk) or _anchored(claim, numbers, by_number, desk)
    judged = [*statements, *with_own_sums(claim, numbers, by_number)]
    if not judged:
        counted = [one for one in scopes_of(claim) if one.role == "scope"]
        judged = [found for one in counted if (found := judge_in_prose(claim, one, desk))]
    if not judged:
        judged = [found] if (found := _by_text(claim, desk)) else []
        return judged or [Judgement("not_found", "The reports do not say.")]
    more = [
        judge_order(claim, desk.library),
        judge_scope(claim, judged, desk),
        judge_swaps(claim, judged, desk),
        judge_reached(claim, judged),
        judge_denied(claim, judged),
        judge_rest(claim, judged, settled, desk.library),
    ]
    return [*judged, *(one for one in more if one)]


def _direction_by_text(claim: Claim, desk: Desk) -> Judgement | None:
    found = judge_direction_in_text(claim, desk)
    return found if found and (found.verdict != "supported" or is_borne_out(claim, found, desk, _MUCH)) else None


def _borne_out(claim: Claim, stated: Stated, found: Judgement, desk: Desk) -> Judgement:
    """The judgement on a number; on one that a claim tells beside what it says ("the two partners") only if the whole is told."""
    beside = stated.number.in_words and not stated.number.unit and stated.number.value <= _FEW and not stated.role
    if _names_another(claim, stated, found, desk):
        return Judgement("not_found", "The reports do not say.", stated.number)
    if not beside or found.verdict != "supported" or not found.passages or is_told_itself(claim, found, desk):
        return found
    return Judgement("not_found", "The reports do not say.", stated.number)


def _names_another(claim: Claim, stated: Stated, found: Judgement, desk: Desk) -> bool:
    """Whether a sentence that has a share told in words lacks a body that the claim names ("most is paid by the Home Office")."""
    in_words = stated.number.in_words and stated.number.unit == "share" and bool(found.passages)
    return found.verdict == "supported" and in_words and not is_of_same_names(claim, found, desk)


def _by_text(claim: Claim, desk: Desk) -> Judgement | None:
    found = judge_text(claim, desk)
    return found if found and (found.verdict != "supported" or is_borne_out(claim, found, desk)) else None


def _of_each(claim: Claim, stated: Stated, desk: Desk) -> list[Stated]:
    """A level that is said of both or each of several areas, once for each of them; else the number as it is."""
    areas = [area for area in claim.query.areas if is_local(area, desk.library)]
    if len(areas) < 2 or stated.figure.kind != "level" or not _EACH_OF_THEM.search(claim.text):
        return [stated]
    return [replace(stated, figure=replace(stated.figure, area=area)) for area in areas]


def _anchored(claim: Claim, numbers: list[Stated], judged: list[Judgement], desk: Desk) -> list[Judgement]:
    """The judgements, those not found judged again by the sentences that bear out another number of the claim."""
    anchors = [quote for one in judged if one.verdict == "supported" for _, quote in one.passages[:1]]
    if not anchors:
        return judged
    borne_out = [one for one in judged if one.verdict == "supported"]
    again = [
        judge_in_prose(claim, one, desk, anchors) or _by_length(claim, one, borne_out)
        if _is_open(found, anchors)
        else None
        for one, found in zip(numbers, judged, strict=True)
    ]
    return [
        new if new and (new.verdict == "supported" or old.verdict == "not_found") else old
        for new, old in zip(again, judged, strict=True)
    ]


def _by_length(claim: Claim, one: Stated, borne_out: list[Judgement]) -> Judgement | None:
    return told_as_long(one, borne_out) or told_otherwise(claim, one, borne_out)


def _is_open(found: Judgement, anchors: Sequence[str]) -> bool:
    """Whether a number was not found, or only another sentence speaks against it."""
    in_text = bool(found.figures) and not any(figure.is_cell or figure.sentence in anchors for figure in found.figures)
    return found.verdict == "not_found" or found.verdict == "contradicted" and in_text


def _statements(claim: Claim, desk: Desk) -> tuple[list[Judgement], list[Stated], str]:
    """What a claim says of all areas, ranks, comparisons and directions; the numbers that this uses up; what it settles."""
    library = desk.library
    across = by_tables = judge_across(claim, library)
    if across is None or across.verdict in ("not_found", "contradicted"):
        across = (
            judge_each_in_text(claim, desk, across is None or across.verdict == "not_found")
            or across
            or judge_only_in_text(claim, desk)
        )
    if across:
        in_words = [one for one in claim.stated if one.number.in_words]
        return [across], judged_across(claim, library) if across is by_tables else in_words, "all"
    comparison = judge_comparison(claim, library)
    ranked = judge_rank(claim, library) or judge_rank_in_text(claim, desk)
    found = [one for one in (ranked, comparison) if one]
    excess = excess_of(claim) if comparison else None
    if found:
        in_pair = numbers_of_pair(claim, library) if comparison else []
        return found, [excess, *in_pair] if excess else in_pair, "" if _is_of_areas(claim) and not ranked else "all"
    sized = any(one.figure.kind != "level" or one.role == "times" for one in claim.stated)
    reached = any(one.role == "to" for one in claim.stated)
    one_way = len(directions_in(claim.text)) < 2
    two_changes = not one_way and sum(one.role == "to" for one in claim.stated) > 1
    told = (reached or not sized) and not two_changes
    direction = (judge_direction(claim, library) or _direction_by_text(claim, desk)) if told else None
    return ([direction], [], "direction" if one_way else "") if direction else ([], [], "")


def _is_of_areas(claim: Claim) -> bool:
    """Whether a claim speaks of all areas, none or only some, which no comparison of two values bears out."""
    return any(pattern.search(claim.text) for pattern in (EVERY, NONE, ONLY))


def judge_stated(claim: Claim, stated: Stated, desk: Desk) -> Judgement:
    """The judgement on one number: by the tables and what can be compared with them, else by the sentences."""
    by_figures = _of_area_or_whole(claim, stated, desk.library)
    if by_figures and by_figures.verdict in ("supported", "conflicting"):
        return with_doubt(by_figures, desk.library)
    in_prose = judge_in_prose(claim, stated, desk)
    if in_prose is None or in_prose.verdict == "contradicted":
        in_prose = (
            judge_gap_in_text(claim, stated, desk)
            or judge_part_of(claim, stated, desk)
            or judge_remainder(claim, stated, desk)
            or judge_those_without(claim, stated, desk)
            or judge_share_in_text(claim, stated, desk)
            or in_prose
        )
    if by_figures and by_figures.verdict == "contradicted":
        return _outweighed(claim, by_figures, in_prose, desk) or by_figures
    return (
        with_doubt(in_prose, desk.library)
        if in_prose
        else by_figures or Judgement("not_found", "The reports do not say.", stated.number)
    )


def _of_area_or_whole(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    """The judgement by the tables; by those of the whole region, if they bear out what an area's part is of."""
    by_figures, whole = _by_figures(claim, stated, library), of_whole_region(claim, stated, library)
    if whole is None or by_figures and by_figures.verdict != "contradicted":
        return by_figures
    by_whole = _by_figures(claim, whole, library)
    return by_whole if by_whole and by_whole.verdict in ("supported", "conflicting") else by_figures


def _outweighed(claim: Claim, by_figures: Judgement, in_prose: Judgement | None, desk: Desk) -> Judgement | None:
    """A sentence that says just what the claim says outweighs a measure that was taken for the claim's."""
    if in_prose is None or in_prose.verdict != "supported":
        return None
    theirs, mine = by_figures.figures[:1], in_prose.figures[:1]
    if in_prose.sureness < _SAYS_IT and any(figure.is_cell for figure in by_figures.figures):
        return None
    if not theirs or not mine or not theirs[0].is_cell or theirs[0].area != mine[0].area:
        return in_prose
    if theirs[0].period != mine[0].period and claim.query.periods or not theirs[0].period:
        return in_prose
    if _is_narrower(claim, mine[0], theirs[0], desk):
        return None
    reason = f"The reports disagree: {in_prose.reason} But: {by_figures.reason}"
    return replace(in_prose, verdict="conflicting", reason=reason)


def _is_narrower(claim: Claim, figure: Figure, cell: Figure, desk: Desk) -> bool:
    """Whether a sentence counts only some of those whom the claim and the table count."""
    named = {*desk.library.lexicon.all_concepts(claim.text), *cell.terms}
    return bool(telling(set(figure.terms) - named, desk.library.lexicon))


def _by_figures(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    judged = [found for step in _steps(claim, stated) if (found := step(claim, stated, library))]
    return next((one for one in judged if one.verdict != "not_found"), judged[0] if judged else None)


Step = Callable[[Claim, Stated, Library], Judgement | None]


def _steps(claim: Claim, stated: Stated) -> tuple[Step, ...]:
    if stated.role == "times":
        return (judge_ratio,) if is_against_another(claim, stated) else (judge_ratio, judge_multiple)
    if stated.figure.kind != "level":
        return (judge_gap, judge_change)
    if pace_of(claim, stated):
        return (judge_pace, judge_ratio)
    return (
        (judge_gap, judge_ratio, judge_share, judge_level)
        if is_of_whole(claim) and stated.role not in ("from", "to")
        else (judge_gap, judge_ratio, judge_level, judge_share)
    )
