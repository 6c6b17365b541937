"""A claim of fact ("a new team there is to pay for treatment") against the sentence that has all of its telling words.

Where a sentence has every telling word of a claim, itself or in other words, it says the same, or says it otherwise in
one thing: it denies what the claim says, only plans it, says it of another place, year or number. Then that thing decides.
"""

import re
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from rag.claim_better import plain_sides
from rag.claim_context import sentence_before
from rag.claim_covered import Beside, Cover, asked_terms, cover_of, names_within
from rag.claim_cues import EVERY, HEDGED, NONE, ONLY, cue, directions_in
from rag.claim_desk import Desk
from rag.claim_done_otherwise import is_done_otherwise
from rag.claim_guards import has_particulars
from rag.claim_manner import (
    CONSIDERED,
    INSTEAD,
    capitalised,
    capitals_in,
    covered_anyway,
    deny_differently,
    is_certain,
    is_mixed,
    is_set_against,
    is_title,
    same_counts,
    same_manner,
    same_sides,
    stage_of,
    undoes_what_is_told,
)
from rag.claim_names import has_names, is_misspelt_in, names_in, without_first_names
from rag.claim_only_one import shuts_out_more
from rag.claim_pairs import is_of_other_speaker
from rag.claim_records import Claim, Judgement
from rag.claim_roles import excluded
from rag.claim_sentences import Fitting, fitting_sentences
from rag.claim_text import agree, compared, dates_in, has_years, is_set_beside, undated
from rag.records import VerdictName
from rag.sentence_features import introduction_of

_OWN, _LIKE = 0.45, 0.45  # what of a claim a sentence must have itself, and how like it must be
_ALL, _LIKE_ALL = 0.9, 0.4  # how like it must be that has nearly all of it itself

_BY_AUTHOR = 0.25  # how like a sentence must be that names who a thing is by
_REPORT = re.compile(r"\b(?:the|its|our) (?:[\w']+ ){0,4}?(?:report|paper|document|briefing)(?: itself)?\b", re.I)
_ITSELF = 0.6  # of a claim that the sentence itself must have that bears out a number in it
_NEARLY = 0.65  # of a claim that it and what stands around it must have then
_MUCH = 0.8  # of a claim that a sentence must have that says otherwise
_ASKED = 0.58  # how like a claim must be to the questions that a sentence answers
_MOST = 0.9  # of a claim that a sentence must have that is taken to say it


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what stands above it, and what of a claim it covers."""

    one: Fitting
    around: str
    cover: Cover


def judge_fact(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict by the sentence that has all telling words of a claim; None where no sentence has them."""
    told = [_told(claim, one, desk) for one in fitting_sentences(claim, claim.text, desk)]
    close = [each for each in told if _is_close(each)]
    for step in (_supported, _otherwise, _of_other_time, _of_other):
        for each in close:
            judged = step(claim, each, desk)
            if judged is None or judged.verdict == "supported" and _is_outdone(claim.text, each, close):
                continue
            if step is not _otherwise or not _is_said_nearer(claim.text, each, told):
                return judged
    return None


def _is_outdone(text: str, told: Told, others: list[Told]) -> bool:
    """Whether a sentence that has more of a claim has it of two things, which the claim puts together."""
    nearer = [other for other in others if other.cover.own > told.cover.own]
    return any(is_mixed(text, other.one.sentence) for other in nearer)


def _is_said_nearer(text: str, told: Told, others: list[Told]) -> bool:
    """Whether a sentence that is nearer to a claim, and asked for with it, is as far on as it and denies as much."""
    nearness = told.one.asked + told.one.likeness
    nearer = [one for one in others if one.one.asked + one.one.likeness > nearness and one.one.asked >= _ASKED]
    same = (one for one in nearer if stage_of(text) == stage_of(one.one.sentence))
    return any(not one.cover.missing and not deny_differently(text, one.one.sentence) for one in same)


def _told(claim: Claim, one: Fitting, desk: Desk, strict: bool = False) -> Told:
    passage, lexicon = one.passage, desk.library.lexicon
    info = desk.library.index.report(passage.locator.report)
    before = sentence_before(one.sentence, passage, desk, always=True)
    above = " ; ".join([*passage.locator.section, introduction_of(passage), before])
    whose = f"{info.title} ; {info.publisher}"
    around = f"{above} ; {whose}"
    above = f"{above} ; {whose}" if cue("of_report").search(claim.text) else above
    text = without_first_names(claim.text, f"{one.sentence} ; {around}", lexicon)
    beside = Beside(above, info.publisher, asked_terms(passage.id, desk.library.index), strict)
    return Told(one, around, cover_of(text, one.sentence, beside, desk))


def _is_close(told: Told) -> bool:
    cover, like = told.cover, told.one.likeness
    if cue("by_author").search(told.one.sentence) and not cover.missing and cover.own >= _OWN:
        return like >= _BY_AUTHOR
    return cover.own >= _OWN and like >= _LIKE or cover.own >= _ALL and like >= _LIKE_ALL


def _supported(claim: Claim, told: Told, desk: Desk) -> Judgement | None:
    sentence = told.one.sentence
    text = plain_sides(claim, desk.library, sentence)
    same = (
        not told.cover.missing
        and not is_title(sentence)
        and (told.cover.own >= _ALL or not (is_set_against(text) or INSTEAD.match(sentence)))
        and _has_setting(claim, told, desk)
        and not deny_differently(text, sentence)
        and stage_of(text) == stage_of(sentence)
        and same_manner(undated(text), f"{told.around} ; {sentence}")
        and same_counts(text, sentence)
        and _sides(text) <= _sides(sentence)
        and same_sides(text, sentence)
        and not excluded(text, sentence)
        and not shuts_out_more(text, sentence)
        and not undoes_what_is_told(text, sentence)
        and not is_of_other_speaker(text, sentence)
        and not is_done_otherwise(text, sentence, desk.library.lexicon)
        and not is_mixed(_REPORT.sub("the report", text), sentence)
    )
    return _judged("supported", "The report says so", told) if same else None


def _otherwise(claim: Claim, told: Told, desk: Desk) -> Judgement | None:
    text, sentence = claim.text, told.one.sentence
    missing = [word for word in told.cover.missing if not excluded(word, sentence)]
    differing = not missing or told.cover.share >= _MUCH and not capitals_in(text) & set(missing)
    if told.one.likeness < _LIKE or not differing or not _has_setting(claim, told, desk) or not is_certain(text):
        return None
    denied = not missing and deny_differently(text, sentence)
    bolder = stage_of(text) > stage_of(sentence) == CONSIDERED or CONSIDERED < stage_of(text) < stage_of(sentence)
    other = not missing and (excluded(text, sentence) or not same_counts(text, sentence))
    if denied or bolder or other:
        return _judged("contradicted", "The report says otherwise", told)
    return None


def _of_other(claim: Claim, told: Told, desk: Desk) -> Judgement | None:
    """Contradicted by a sentence that says the very same of another place or name."""
    text, sentence = claim.text, told.one.sentence
    missing = set(told.cover.missing)
    named = capitalised(_without_first_word(text, desk.library.lexicon))
    others = [name for name in named if name & missing and not cue("denial").search(" ".join(name))]
    if len(others) != 1 or directions_in(text) or any(pattern.search(text) for pattern in (ONLY, EVERY, NONE)):
        return None
    if told.one.likeness < _LIKE or not is_certain(text) or missing - set().union(*others):
        return None
    if (
        _sides(text) - _sides(sentence)
        or any(name - missing - covered_anyway(name) for name in others)
        or not capitals_in(sentence) - capitals_in(text)
    ):
        return None
    if deny_differently(text, sentence) or not _has_times(claim, told, desk):
        return None
    return _judged("contradicted", "The report says it of another", told)


def _without_first_word(text: str, lexicon: Lexicon) -> str:
    """A claim without its first word, where it has its capital letter only from that; whole where it is a place or begins a name."""
    first, _, rest = text.partition(" ")
    places = any(m.start == 0 for m in lexicon.find_areas(text))
    return text if places or rest[:1].isupper() or not first.istitle() or _bodies(first, lexicon) else rest


def _of_other_time(claim: Claim, told: Told, desk: Desk) -> Judgement | None:
    """Contradicted by a sentence that says the very same of one other time."""
    text, sentence = claim.text, told.one.sentence
    theirs, mine = dates_in(sentence), dates_in(text)
    if len(theirs) == 1 and is_set_beside(sentence, theirs[0]):
        return None
    if told.cover.missing or len(theirs) != 1 or len(mine) != 1 or _has_times(claim, told, desk):
        return None
    if deny_differently(text, sentence) or not has_names(
        names_in(text, desk.library.lexicon), f"{sentence} ; {told.around}"
    ):
        return None
    return _judged("contradicted", f"The date is wrong: the report gives {theirs[0].label}", told)


def _bodies(text: str, lexicon: Lexicon) -> set[str]:
    """The bodies that a text names, by glossary term: who does a thing is no matter of wording."""
    return {m.name for m in lexicon.find_concepts(text) if lexicon.concepts[m.name].facet == "body"}


def _sides(text: str) -> set[str | None]:
    return compared(HEDGED.sub(" ", undated(text)))


def _has_setting(claim: Claim, told: Told, desk: Desk) -> bool:
    """Whether a sentence is of the names, places, numbers and times that a claim names."""
    around = f"{told.one.sentence} ; {told.around}"
    lexicon = desk.library.lexicon
    named = names_in(without_first_names(claim.text, around, lexicon), lexicon)
    return (
        _bodies(claim.text, lexicon) <= lexicon.all_concepts(around)
        and has_names(named, around)
        and has_particulars(undated(claim.text), around, desk.library)
        and _has_times(claim, told, desk)
        and has_years(claim, told.one, desk)
    )


def _has_times(claim: Claim, told: Told, desk: Desk) -> bool:
    info = desk.library.index.report(told.one.passage.locator.report)
    there = [*dates_in(told.one.sentence), *dates_in(told.around)]
    published = [] if dates_in(told.one.sentence) else [info.published[:4], info.published[:7]]
    return all(
        any(agree(mine, theirs) for theirs in there) or mine.start.isoformat()[: len(date)] == date
        for mine in dates_in(claim.text)
        for date in published or ["-"]
    )


def _judged(verdict: VerdictName, head: str, told: Told) -> Judgement:
    one = told.one
    return Judgement(
        verdict, f"{head}: “{one.sentence}”", passages=((one.passage, one.sentence),), sureness=min(1.0, one.fit / 2)
    )


def is_borne_out(claim: Claim, judged: Judgement, desk: Desk, least: float = _MOST) -> bool:
    """Whether the sentence that is taken to say what a claim says has nearly all of its telling words."""
    quotes = {quote for _, quote in judged.passages}
    found = [one for one in fitting_sentences(claim, claim.text, desk) if one.sentence in quotes]
    told = [_told(claim, one, desk, strict=True) for one in found]
    return not told or any(each.cover.share >= least and _has_names(claim, each, desk) for each in told)


def is_told_itself(claim: Claim, judged: Judgement, desk: Desk) -> bool:
    """Whether the sentence that bears out a number has most of the claim itself, and not only what stands around it."""
    quotes = {quote for _, quote in judged.passages}
    found = [one for one in fitting_sentences(claim, claim.text, desk) if one.sentence in quotes]
    told = [_told(claim, one, desk).cover for one in found]
    return not told or any(cover.own >= _ITSELF and cover.share >= _NEARLY for cover in told)


def has_more_of(claim: Claim, one: Fitting, other: Fitting, desk: Desk) -> bool:
    """Whether a sentence has every telling word of a claim that another one has, and more of them; numbers aside."""
    mine, theirs = (
        {word for word in _told(claim, each, desk).cover.missing if word.isalpha()} for each in (one, other)
    )
    return mine < theirs


def is_of_same_names(claim: Claim, judged: Judgement, desk: Desk) -> bool:
    """Whether the sentence that is taken to say what a claim says has the names and bodies of the claim, as far as it is found again."""
    quotes = {quote for _, quote in judged.passages}
    found = [one for one in fitting_sentences(claim, claim.text, desk) if one.sentence in quotes]
    told = [_told(claim, one, desk, strict=True) for one in found]
    return not told or any(_has_names(claim, each, desk) for each in told)


def _has_names(claim: Claim, told: Told, desk: Desk) -> bool:
    around = f"{told.one.sentence} ; {told.around}"
    missing = names_within(claim.text) & set(told.cover.missing)
    names = {name for name in missing if not is_misspelt_in(name, around)}
    bodies = _bodies(claim.text, desk.library.lexicon)
    there = desk.library.lexicon.all_concepts(around)
    return not names and bodies <= there
