"""A claim without a figure ("the summit took place on 15 December 2018") against the sentences that say the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.periods import Period, find_periods
from rag.claim_cues import COMPARATIVE, HEDGED, cue, direction_in
from rag.claim_desk import Desk
from rag.claim_done_otherwise import is_done_otherwise
from rag.claim_guards import has_particulars
from rag.claim_manner import (
    deny_differently,
    deny_differently_of_whom,
    is_mixed,
    is_title,
    says_and_denies,
    undoes_what_is_told,
    without_purpose,
)
from rag.claim_names import has_names, names_in, people_in, without_person
from rag.claim_only_one import shuts_out_more
from rag.claim_pairs import is_of_other_speaker
from rag.claim_records import Claim, Judgement
from rag.claim_roles import excluded
from rag.claim_sentences import Fitting, fitting_sentences
from rag.records import VerdictName
from rag.wording import and_list

_SAME, _LIKE = 0.8, 0.6  # coverage and likeness from which a sentence says what the claim says
_DATED, _DATED_LIKE = 0.7, 0.5
_SOME, _VERY_LIKE = 0.6, 0.75
_OTHER, _OTHER_LIKE = 0.7, 0.65  # from which it says the claim's contrary
_ALIKE, _ALIKE_LIKE = 0.95, 0.65  # from which it says the claim of another place
_COMPARED_LIKE = 0.3  # enough where a comparison names the same places
_TRIED = 6
_PART = re.compile(r"[;:()]\s?|,?\s(?:but|while|whereas|although)\s", re.I)
_CUT = re.compile(r"[,;:()]\s|\s(?:and that|when|while|whereas|which|who|but)\s", re.I)
_BASE_OF = re.compile(
    r"\b(?:previous|preceding|prior|earlier|compared (?:with|to)|than|against)\W+(?:[\w-]+\W+){0,4}$", re.I
)
_ATTRIBUTE = re.compile(
    r"the (?:19|20)\d\d (?!and\b|to\b|was\b|is\b|or\b|in\b)[a-z]", re.I
)  # "the 2021 drugs strategy"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the clause of it that is most like a claim, and how like it is."""

    one: Fitting
    clause: str
    likeness: float


def judge_text(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict on a claim that states no number; None where no sentence says the same or the contrary."""
    found = [one for one in fitting_sentences(claim, claim.text, desk) if not one.lacking][:_TRIED]
    said = [_closest_clause(claim, one, desk) for one in found]
    named = dates_in(claim.text)
    steps = [_supported, _wrong_date, _denied, _wrong_place]
    judged = next(
        (
            judged
            for step in steps
            for one in said
            if (judged := step(claim, one, named, desk))
            and not (step is _denied and _is_outdone(claim.text, one, said))
        ),
        None,
    )
    return judged or _wrong_person(claim, desk)


def _is_outdone(text: str, said: Said, others: Sequence[Said]) -> bool:
    """Whether a sentence that fits a claim better denies no more and no less than the claim does."""
    better = [other for other in others if other.one.coverage > said.one.coverage and other.one.fit > said.one.fit]
    return any(not _deny_differently(text, other) for other in better)


def _supported(claim: Claim, said: Said, named: Sequence[Period], desk: Desk) -> Judgement | None:
    there = dates_in(said.one.sentence)
    dated = all(any(agree(p, q) for q in there) for p in named)
    if not dated or not _is_close(claim, said, named, desk) or not _is_same_thing(claim, said, desk):
        return None
    return _told("supported", f"The report says so: “{said.one.sentence}”", said)


def _is_close(claim: Claim, said: Said, named: Sequence[Period], desk: Desk) -> bool:
    """Whether a sentence has the claim's terms and is like it; a shared date, or places compared, make up for some."""
    if said.one.coverage >= _ALIKE and compared(claim.text) and _has_all_places(claim, said, desk):
        return said.likeness >= _COMPARED_LIKE
    if named and said.likeness >= _VERY_LIKE:
        return said.one.coverage >= _SOME
    least, like = (_DATED, _DATED_LIKE) if named else (_SAME, _LIKE)
    return said.one.coverage >= least and said.likeness >= like


def _has_all_places(claim: Claim, said: Said, desk: Desk) -> bool:
    mine, theirs = ({m.name for m in desk.library.lexicon.find_areas(text)} for text in (claim.text, said.one.sentence))
    return len(mine) > 1 and mine <= theirs


def _is_same_thing(claim: Claim, said: Said, desk: Desk) -> bool:
    """Whether both go the same way, are done and not only planned, and speak of the same names, places and numbers."""
    text, sentence, lexicon = undated(claim.text), said.one.sentence, desk.library.lexicon
    around = f"{sentence} ; {' ; '.join(said.one.passage.locator.section)}"
    return (
        not is_title(sentence)
        and direction_in(text) == direction_in(undated(sentence))
        and compared(text) <= compared(sentence)
        and has_years(claim, said.one, desk)
        and not _deny_differently(text, said)
        and not (cue("planned").search(sentence) and not cue("planned").search(text))
        and not excluded(text, sentence)
        and not shuts_out_more(text, sentence)
        and not undoes_what_is_told(text, sentence)
        and not is_mixed(text, sentence)
        and not is_of_other_speaker(text, sentence)
        and not is_done_otherwise(text, sentence, lexicon)
        and (not cue("alone").search(text) or bool(cue("alone").search(sentence)))
        and has_names(names_in(claim.text, lexicon), around)
        and has_particulars(text, around, desk.library)
    )


def has_years(claim: Claim, one: Fitting, desk: Desk) -> bool:
    """Whether a year that only tells which report or event is meant ("the 2017 report") is in the sentence, or the report's."""
    published = desk.library.index.report(one.passage.locator.report).published
    there = [m.period for m in find_periods(one.sentence)]
    named = [m.period for m in find_periods(claim.text)]
    told = [p for p in named if p not in dates_in(claim.text)]
    return all(any(agree(p, q) for q in there) or p.label == published[:4] for p in told)


def _wrong_date(claim: Claim, said: Said, named: Sequence[Period], desk: Desk) -> Judgement | None:
    there = dates_in(said.one.sentence)
    mine = [p for p in named if not any(agree(p, q) for q in there)]
    theirs = [q for q in there if not any(agree(p, q) for p in named)]
    if len(mine) != 1 or len(theirs) != 1 or theirs[0].kind not in ("day", "month", "calendar", "since"):
        return None
    if is_set_beside(said.one.sentence, theirs[0]):
        return None
    if said.one.coverage < _DATED or said.likeness < _DATED_LIKE or not _is_same_thing(claim, said, desk):
        return None
    reason = f"The date is wrong: the report gives {theirs[0].label}, not {mine[0].label}: “{said.one.sentence}”"
    return _told("contradicted", reason, said)


def _denied(claim: Claim, said: Said, named: Sequence[Period], desk: Desk) -> Judgement | None:
    """Contradicted by a sentence that says it of another rank, or denies what the claim says or says what it denies."""
    text, around = undated(claim.text), f"{said.one.sentence} ; {' ; '.join(said.one.passage.locator.section)}"
    names = has_names(names_in(claim.text, desk.library.lexicon), around)
    compares = said.one.coverage >= _ALIKE and _has_all_places(claim, said, desk)
    if not names or not compares and (said.one.coverage < _OTHER or said.likeness < _OTHER_LIKE):
        return None
    if not has_particulars(text, around, desk.library) or not all(
        any(agree(p, q) for q in dates_in(around)) for p in named
    ):
        return None
    other = excluded(text, said.one.sentence)
    mine, theirs = (compared(HEDGED.sub(" ", each)) for each in (text, said.one.sentence))
    turned = mine and theirs and not mine & theirs
    if other or turned or _deny_differently(text, said):
        return _told("contradicted", f"The report says otherwise: “{said.one.sentence}”", said)
    return None


def _wrong_person(claim: Claim, desk: Desk) -> Judgement | None:
    """Contradicted where a sentence says of one person what the claim says of another, whom no report names."""
    lexicon = desk.library.lexicon
    mine = people_in(claim.text, lexicon)
    if len(mine) != 1 or _is_known(mine[0], desk):
        return None
    text = without_person(claim.text, mine[0])
    for one in fitting_sentences(claim, text, desk)[:_TRIED]:
        theirs = people_in(one.sentence, lexicon)
        if theirs and mine[0] not in theirs and one.coverage >= _SAME and _denies(text) == _denies(one.sentence):
            reason = f"The report names {and_list(list(theirs))}, not {mine[0]}: “{one.sentence}”"
            return _told("contradicted", reason, Said(one, one.sentence, one.likeness))
    return None


def _is_known(person: str, desk: Desk) -> bool:
    index = desk.library.index
    found = index.passages([i for i, _ in index.search_text(person.lower().split(), _TRIED)])
    return any(person in passage.text for passage in found.values())


def _wrong_place(claim: Claim, said: Said, named: Sequence[Period], desk: Desk) -> Judgement | None:
    """Contradicted where a sentence says the very same of one other place."""
    mine, theirs = (
        {m.name for m in desk.library.lexicon.find_areas(text) if m.kind == "local"}
        for text in (claim.text, said.one.sentence)
    )
    if (
        len(mine) != 1
        or len(theirs) != 1
        or mine == theirs
        or said.one.coverage < _ALIKE
        or said.likeness < _ALIKE_LIKE
    ):
        return None
    return _told("contradicted", f"The area is wrong: “{said.one.sentence}”", said)


def _closest_clause(claim: Claim, one: Fitting, desk: Desk) -> Said:
    """The sentence or the clause of it that is most like the claim."""
    clauses = [clause for clause in _CUT.split(one.sentence) if len(clause.split()) > 3]
    mine = np.asarray(desk.embed(claim.text))
    rated = [(float(np.asarray(desk.embed(clause)) @ mine), clause) for clause in clauses] if len(clauses) > 1 else []
    likeness, clause = max(rated, default=(0.0, one.sentence))
    part = next((part for part in _PART.split(one.sentence) if clause in part), one.sentence)
    return Said(one, part if rated else one.sentence, max(likeness, one.likeness))


def _deny_differently(text: str, said: Said) -> bool:
    """Whether a claim denies what the clause most like it says, or the other way round."""
    if says_and_denies(text) and says_and_denies(said.one.sentence):
        return deny_differently(text, said.one.sentence)
    apart = deny_differently_of_whom(text, said.one.sentence)
    if apart is not None:
        return apart
    return _denies(text) != _denies(said.clause)


def _denies(text: str) -> bool:
    return bool(cue("denial").search(without_purpose(text)))


def compared(text: str) -> set[str | None]:
    """The sides that the comparisons of a text tell: up, down, same."""
    return {match.lastgroup for match in COMPARATIVE.finditer(text)}


def dates_in(sentence: str) -> list[Period]:
    """The times that a sentence names, without years that only tell which strategy or report is meant."""
    return [m.period for m in find_periods(sentence) if not _ATTRIBUTE.match(sentence[max(0, m.start - 4) :].lower())]


def is_set_beside(sentence: str, period: Period) -> bool:
    """Whether a sentence names a time only to set another against it ("compared with the previous year (2023/24)")."""
    found = [m for m in find_periods(sentence) if m.period == period]
    return bool(found) and all(_BASE_OF.search(sentence[: m.start]) for m in found)


def undated(text: str) -> str:
    """A text without the times that it names."""
    for mention in reversed(find_periods(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def agree(mine: Period, theirs: Period) -> bool:
    """Whether a time is, or lies within, one that a claim names."""
    return mine.start <= theirs.start and theirs.end <= mine.end or mine.label == theirs.label


def _told(verdict: VerdictName, reason: str, said: Said) -> Judgement:
    one = said.one
    return Judgement(verdict, reason, passages=((one.passage, one.sentence),), sureness=min(1.0, one.fit / 2))
