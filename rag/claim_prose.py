"""A number that a claim states against the figures in the reports' sentences, where no table gives it.

A sentence speaks of the same thing where it has the claim's terms and is like it; the figure in it that answers to the
claim's number is the one of the same unit whose own clause is most like the number's. The limits were set on
``evals/claims/train.jsonl``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.numerals import find_numbers
from ingest.periods import Period, find_periods, period_from_label
from ingest.prose_numbers import figure_numbers
from ingest.records import Figure
from ingest.words import stem
from rag.claim_clauses import clause_around
from rag.claim_desk import Desk
from rag.claim_hedges import exactness_of, is_within
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.claim_sentences import Candidate, Fitting, candidates_in, fitting_sentences
from rag.claim_words import said
from rag.lookup import unit_class
from rag.wording import value_words

SUPPORT, CONTRADICT, SAME_NUMBER = 1.15, 1.55, 1.3
_PARTS = ("substance", "sex", "client", "part")
_MARGIN, _ANCHORED, _SAME_NOUN = 0.2, 0.3, 0.3
_BASE = re.compile(r"\bof (?:the|these|those|all)\s+(?P<base>\d[\d,]*)\b", re.I)
_IS_BASE = re.compile(r"\b(?:of|among|out of) (?:the |these |those |all |all the )?$", re.I)
_BASE_BEFORE = re.compile(r"\bof (?:the |these |those |all )?(?P<base>\d[\d,]*)(?: \w+)?\s*\(?$", re.I)


def judge_in_prose(claim: Claim, stated: Stated, desk: Desk, anchors: Sequence[str] = ()) -> Judgement | None:
    """The verdict that the best fitting sentences give on a number; None where none fits well enough.

    ``anchors`` are sentences that bear out another number of the claim: the claim is taken to speak of the same.
    """
    candidates = [c for c in _candidates(claim, stated, desk) if not c.within.lacking]
    if anchors:
        candidates = [replace(c, fit=c.fit + _ANCHORED) for c in candidates if c.within.sentence in anchors]
    same_unit = [c for c in candidates if _has_unit(stated, c.figure)]
    at_home = [c for c in same_unit if _has_setting(claim, stated, c, desk)]
    best = max(at_home, key=lambda c: c.fit + _noun_bonus(stated, c), default=None)
    matching = [c for c in at_home if _matches(stated, c) and not _is_of_another(claim, stated, c, desk)]
    if best and matching and matching[0].fit >= max(SUPPORT, best.fit - _margin(claim, stated, best, matching[0])):
        others = [c for c in matching[1:4] if c.fit >= matching[0].fit - 2 * _MARGIN]
        return _base_checked(claim, stated, matching[0]) or _supported(stated, matching[0], others)
    return _contradicted(claim, stated, candidates, best, desk)


def _candidates(claim: Claim, stated: Stated, desk: Desk) -> list[Candidate]:
    """The candidate figures for a number: fitted to the whole claim, and to its own clause where the claim has several numbers."""
    clause = own_clause(claim, stated, desk) if sum(one.role != "scope" for one in claim.stated) > 1 else claim.text
    whole = candidates_in(fitting_sentences(claim, claim.text, desk, stated.number.printed), clause, desk)
    if sum(one.role != "scope" for one in claim.stated) < 2 or len(clause) > 0.8 * len(claim.text):
        return whole
    parts = {
        c.figure.id: c
        for c in candidates_in(fitting_sentences(claim, clause, desk, stated.number.printed), clause, desk)
    }
    joined = [
        replace(c, fit=max(c.fit, (c.fit + parts[c.figure.id].fit) / 2)) if c.figure.id in parts else c for c in whole
    ]
    seen = {c.figure.id for c in joined}
    more = [replace(c, fit=c.fit - _MARGIN) for c in parts.values() if c.figure.id not in seen]
    return sorted([*joined, *more], key=lambda c: -c.fit)


def own_clause(claim: Claim, stated: Stated, desk: Desk) -> str:
    """The words of the claim around one of its numbers."""
    numbers = figure_numbers(claim.text, desk.library.lexicon)
    at = next((i for i, n in enumerate(numbers) if n.start == stated.number.start), None)
    return clause_around(claim.text, numbers, at) if at is not None else claim.text


def _has_unit(stated: Stated, figure: Figure) -> bool:
    mine, other = _class(stated.number.unit, stated.figure.unit), _class("", figure.unit)
    if stated.figure.kind != figure.kind:
        return False
    return mine == other


def _class(number_unit: str, unit: str) -> str:
    times = {"minute": "minutes", "hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years"}
    if unit in times.values() or unit in times or number_unit == "interval":
        return "time"
    if number_unit == "times":
        return "ratio"
    if unit.lower() in _MASSES:
        return "mass"
    return unit_class(unit, "level")


_GENERAL_NOUNS = (
    "",
    "people",
    "individuals",
    "adults",
    "users",
    "cases",
    "persons",
    "clients",
    "groups",
    "ocgs",
    "children",
    "pupils",
    "young people",
    "offences",
    "crimes",
    "deaths",
    "services",
)
_MASSES = ("kilograms", "kilogram", "kg", "kilos", "tonnes", "tonne", "tons", "grams", "kgs")


def _has_setting(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> bool:
    """Whether a figure can be of the area and the period that the claim names."""
    return (
        _area_fits(claim, stated, one.figure)
        and _period_fits(claim, stated, one)
        and _is_dated(claim, stated, one, desk)
    )


def _is_dated(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> bool:
    """Whether a period that the claim names stands with the figure, or is the year of the report where that names none."""
    if one.figure.period or find_periods(one.within.sentence) or not (stated.figure.period or claim.query.periods):
        return True
    published = {info.id: info.published for info in desk.library.index.reports()}[one.figure.locator.report]
    return any(str(p.start.year) <= published[:4] <= str(p.end.year) for p in claim.query.periods if p.kind != "since")


def _area_fits(claim: Claim, stated: Stated, figure: Figure) -> bool:
    return (
        not claim.query.areas
        or figure.area in ("", stated.figure.area)
        or _class("", figure.unit) == "time"
        and stated.number.unit != "interval"
    )


def _period_fits(claim: Claim, stated: Stated, one: Candidate) -> bool:
    """Whether the figure's period, and those that its sentence names, can be the claim's."""
    named = period_from_label(stated.figure.period)
    asked = [named] if named else list(claim.query.periods)
    there = period_from_label(one.figure.period)
    if there is not None:
        return not asked or any(_same_time(p, there) for p in asked)
    around = [mention.period for mention in find_periods(one.within.sentence)]
    return not around or all(any(_same_time(p, q) for q in around) for p in asked)


def _same_time(mine: Period, theirs: Period) -> bool:
    if mine.label == theirs.label:
        return True
    if "since" in (mine.kind, theirs.kind):
        return False
    inside = mine.start <= theirs.start and theirs.end <= mine.end and mine.kind != "span"
    return inside or theirs.start <= mine.start and mine.end <= theirs.end


def _matches(stated: Stated, candidate: Candidate) -> bool:
    if _time_of(stated.figure) != _time_of(candidate.figure):
        return False
    figure = candidate.figure
    if figure.kind != "level" and (figure.value < 0) != (stated.figure.value < 0):
        return False
    given = Given(abs(candidate.value), "", (figure,), "", exactness_of(figure), figure.high)
    return _same_mass(stated, candidate.figure) and is_within(stated, given) is True


def _time_of(figure: Figure) -> str:
    return figure.unit.rstrip("s") if _class("", figure.unit) == "time" else ""


def _same_mass(stated: Stated, figure: Figure) -> bool:
    return _class("", stated.figure.unit) != "mass" or stated.figure.unit[:1].lower() == figure.unit[:1].lower()


def _base_checked(claim: Claim, stated: Stated, candidate: Candidate) -> Judgement | None:
    """A share whose base is another one: "70% of the 84" where the report has 19 of 27 (70%)."""
    mine = _BASE.match(claim.text[stated.number.end :].lstrip())
    at = candidate.within.sentence.find(candidate.figure.printed)
    theirs = _BASE_BEFORE.search(candidate.within.sentence[:at]) if at > 0 else None
    if not mine or not theirs or mine["base"] == theirs["base"]:
        return None
    reason = f"The report gives {candidate.figure.printed} of {theirs['base']}, not of {mine['base']}: “{candidate.within.sentence}”"
    return _told("contradicted", reason, stated, candidate)


def _supported(stated: Stated, candidate: Candidate, others: Sequence[Candidate]) -> Judgement:
    reason = f"The report says {value_words(candidate.figure)}: “{candidate.within.sentence}”"
    told = _told("supported", reason, stated, candidate)
    more = tuple(
        (c.within.passage, c.within.sentence) for c in others if c.within.sentence != candidate.within.sentence
    )
    return replace(told, passages=(*told.passages, *more))


def _contradicted(
    claim: Claim, stated: Stated, candidates: Sequence[Candidate], best: Candidate | None, desk: Desk
) -> Judgement | None:
    elsewhere = [c for c in candidates if _is_same_number(stated, c) and c.fit >= SAME_NUMBER]
    for one in elsewhere:
        if best and one.within.sentence == best.within.sentence or best is None or one.fit >= best.fit - _MARGIN:
            wrong = _wrong_part(claim, stated, one, best)
            if wrong:
                return _told("contradicted", wrong, stated, one)
    noun = _noun(stated.figure.unit) if best else ""
    if (
        best
        and best.fit >= CONTRADICT - (_SAME_NOUN if noun and noun == _noun(best.figure.unit) else 0)
        and _is_clear(claim, stated, best, candidates, desk)
        and _counts_the_same(stated, best)
    ):
        return _told(
            "contradicted",
            f"The report gives {value_words(best.figure)}, not {said(stated)}: “{best.within.sentence}”",
            stated,
            best,
        )
    return None


def _is_clear(claim: Claim, stated: Stated, best: Candidate, candidates: Sequence[Candidate], desk: Desk) -> bool:
    """Whether no other figure that says what the claim says could be meant instead of the best one.

    A figure of the same sentence may say it of another thing, or in exchange for another number of the claim.
    """
    saying = [c for c in candidates if _has_unit(stated, c.figure) and _matches(stated, c)]
    if any(c.fit > best.fit - _MARGIN for c in saying if c.within.sentence != best.within.sentence):
        return False
    beside = [c for c in saying if c.within.sentence == best.within.sentence]
    if all(_is_of_another(claim, stated, c, desk) for c in beside):
        return True
    return any(_is_best_for(claim, other, stated, best, desk) for other in claim.stated if other.figure.value == best.figure.value)


def _is_best_for(claim: Claim, other: Stated, stated: Stated, best: Candidate, desk: Desk) -> bool:
    """Whether the claim's other number answers to the figure that has this number's value: the two are exchanged."""
    here = [c for c in _candidates(claim, other, desk) if c.within.sentence == best.within.sentence and _has_unit(other, c.figure)]
    return bool(here) and abs(here[0].value) == abs(stated.figure.value)


def _counts_the_same(stated: Stated, best: Candidate) -> bool:
    """Whether two numbers can be of the same things: no two different nouns, and the claim's number is not beside it."""
    mine, other = (_noun(unit) for unit in (stated.figure.unit, best.figure.unit))
    beside = any(abs(f.value) == abs(stated.figure.value) for f in best.within.figures)
    return (mine == other or not mine or not other) and not (beside and not stated.hedge and mine != other)


def _is_of_another(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> bool:
    """Whether a figure counts other things than the claim does: another noun, or another substance, sex or part."""
    lexicon = desk.library.lexicon

    def parts(terms: Iterable[str]) -> set[str]:
        return {t for t in terms if t in lexicon.concepts and lexicon.concepts[t].facet in _PARTS}

    mine, own = parts(lexicon.all_concepts(claim.text)), parts(one.figure.terms)
    beside = {t for f in one.within.figures for t in parts(f.terms)}
    return bool(own - mine or (mine & beside) - own) or _counts_another(stated, one)


def _margin(claim: Claim, stated: Stated, best: Candidate, matching: Candidate) -> float:
    """How much worse than the best a matching figure may fit: hardly at all within one sentence, unless it is a base."""
    if _IS_BASE.search(claim.text[: stated.number.start]):
        return 4 * _MARGIN
    return _MARGIN / 4 if best.within.sentence == matching.within.sentence else _MARGIN


def _noun_bonus(stated: Stated, one: Candidate) -> float:
    noun = _noun(stated.figure.unit)
    return _SAME_NOUN / 2 if noun and noun == _noun(one.figure.unit) else 0.0


def _counts_another(stated: Stated, one: Candidate) -> bool:
    """Whether the things that the claim counts are counted by another figure of the same sentence."""
    mine = _noun(stated.figure.unit)
    return bool(mine) and mine != _noun(one.figure.unit) and any(_noun(f.unit) == mine for f in one.within.figures)


def _noun(unit: str) -> str:
    return (
        "" if unit.lower() in _GENERAL_NOUNS or unit_class(unit, "level") != "count" else stem(unit.lower().split()[-1])
    )


def _is_same_number(stated: Stated, candidate: Candidate) -> bool:
    return abs(candidate.value) == abs(stated.figure.value) and not stated.hedge


def _wrong_part(claim: Claim, stated: Stated, one: Candidate, best: Candidate | None) -> str:
    """Which part of the claim is wrong, where the number itself stands in the report; "" where none is."""
    figure, quote = one.figure, f"“{one.within.sentence}”"
    if _has_unit(stated, figure) and figure.kind != "level" and (figure.value < 0) != (stated.figure.value < 0):
        return f"The direction is wrong: the report gives a {'fall' if figure.value < 0 else 'rise'} of {value_words(figure).lstrip('+-−')}: {quote}"
    if _is_other_use(stated, figure):
        return ""
    if not _has_unit(stated, figure) or _time_of(stated.figure) != _time_of(figure) or not _same_mass(stated, figure):
        return f"The unit is wrong: the report gives {_with_unit(figure)}, not {_with_stated_unit(stated)}: {quote}"
    instead = (
        f"the report gives {value_words(best.figure)}; "
        if best and best.within.sentence == one.within.sentence and best is not one
        else ""
    )
    if not _area_fits(claim, stated, figure):
        return f"The area is wrong: {instead}{value_words(figure)} is for {figure.area}: {quote}"
    if not _period_fits(claim, stated, one):
        return f"The year is wrong: {instead}{value_words(figure)} is for {figure.period or 'another time'}: {quote}"
    return ""


def _is_other_use(stated: Stated, figure: Figure) -> bool:
    """Whether one number is a level and the other a change of the same unit, which says nothing against the claim."""
    kinds = {stated.figure.kind, figure.kind}
    same = _class(stated.number.unit, stated.figure.unit) == _class("", figure.unit)
    return len(kinds) == 2 and same and kinds != {"change_percent", "change_points"}


def _with_unit(figure: Figure) -> str:
    words = value_words(figure)
    return words if figure.unit in ("%", "£", "share") or figure.unit in words else f"{words} {figure.unit}"


def _with_stated_unit(stated: Stated) -> str:
    unit = stated.figure.unit
    return said(stated) if unit in ("%", "£", "") or unit in said(stated) else f"{said(stated)} {unit}"


def _told(verdict, reason: str, stated: Stated, candidate: Candidate) -> Judgement:  # type: ignore[no-untyped-def]
    within: Fitting = candidate.within
    return Judgement(
        verdict,
        reason,
        stated.number,
        (candidate.figure,),
        ((within.passage, within.sentence),),
        sureness=min(1.0, candidate.fit / 2),
    )


__all__ = ["Decimal", "find_numbers", "judge_in_prose"]
