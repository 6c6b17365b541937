"""Whether a figure in a report's sentence can be of the area and the period that a claim names."""

from ingest.periods import Period, find_periods, period_from_label
from ingest.records import Figure
from rag.claim_context import sentence_before
from rag.claim_desk import Desk
from rag.claim_records import Claim, Stated
from rag.claim_sentences import Candidate
from rag.claim_units import unit_kind


def has_setting(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> bool:
    """Whether a figure can be of the area and the period that the claim names."""
    if (
        period_from_label(one.figure.period)
        and _is_from_its_start(claim, one)
        and not _is_until_report(claim, one, desk)
    ):
        return False
    return (
        area_fits(claim, stated, one.figure) and period_fits(claim, stated, one) and _is_dated(claim, stated, one, desk)
    )


def _is_from_its_start(claim: Claim, one: Candidate) -> bool:
    """Whether a claim is of the time from the year since when a figure is to a later one ("between 2010 and 2017", "since 2010")."""
    there, mine = period_from_label(one.figure.period), sorted(claim.query.periods)
    return there is not None and there.kind == "since" and len(mine) > 1 and mine[0].start == there.start


def _is_until_report(claim: Claim, one: Candidate, desk: Desk) -> bool:
    """Whether the last year that a claim names is that of the report which tells of the time since an earlier one."""
    published = desk.library.index.report(one.figure.locator.report).published
    return str(max(claim.query.periods).end.year) == published[:4]


def _is_dated(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> bool:
    """Whether a period that the claim names stands with the figure, or is the year of the report where that names none."""
    if one.figure.period or find_periods(one.within.sentence) or not (stated.figure.period or claim.query.periods):
        return True
    if not claim.query.periods and claim.query.report or _is_dated_before(claim, one, desk):
        return True
    published = desk.library.index.report(one.figure.locator.report).published
    return any(str(p.start.year) <= published[:4] <= str(p.end.year) for p in claim.query.periods if p.kind != "since")


def _is_dated_before(claim: Claim, one: Candidate, desk: Desk) -> bool:
    """Whether the sentence that a sentence goes on from names the time that the claim names."""
    there = {m.period.label for m in find_periods(sentence_before(one.within.sentence, one.within.passage, desk))}
    return bool(there) and {m.period.label for m in find_periods(claim.text)} <= there


def area_fits(claim: Claim, stated: Stated, figure: Figure) -> bool:
    """Whether a figure can be of the claim's area; a length of time is of no area."""
    return (
        not claim.query.areas
        or figure.area in ("", stated.figure.area)
        or unit_kind("", figure.unit) == "time"
        and stated.number.unit != "interval"
    )


def is_of_other_place(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> bool:
    """Whether a claim names a local area and a sentence neither that area nor any figure of it."""
    areas = desk.library.lexicon.areas
    local = {a for a in (stated.figure.area, *claim.query.areas) if a in areas and areas[a].kind == "local"}
    named = {m.name for m in desk.library.lexicon.find_areas(one.within.sentence)} | {one.figure.area}
    return bool(local) and not local & named


def period_fits(claim: Claim, stated: Stated, one: Candidate) -> bool:
    """Whether the figure's period, and those that its sentence names, can be the claim's."""
    named = period_from_label(stated.figure.period)
    asked = [named] if named else list(claim.query.periods)
    there = period_from_label(one.figure.period)
    if there is not None:
        return _is_from_its_start(claim, one) or not asked or any(_same_time(p, there) for p in asked)
    around = [mention.period for mention in find_periods(one.within.sentence)]
    return not around or all(any(_same_time(p, q) for q in around) for p in asked)


def _same_time(mine: Period, theirs: Period) -> bool:
    if mine.label == theirs.label:
        return True
    if "since" in (mine.kind, theirs.kind):
        return False
    inside = mine.start <= theirs.start and theirs.end <= mine.end and mine.kind != "span"
    return inside or theirs.start <= mine.start and mine.end <= theirs.end and not is_only_part(mine, theirs)


def is_only_part(mine: Period, theirs: Period) -> bool:
    """Whether a claim is of a month or a quarter of the year, or of the quarter, that a figure is for."""
    whole = mine.kind in ("month", "quarter") and theirs.kind in ("quarter", "fiscal", "calendar", "span")
    return whole and mine.label != theirs.label and theirs.start <= mine.start and mine.end <= theirs.end
