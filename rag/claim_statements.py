"""The statements that a claim is about, by the questions that the subject index answers with them."""

from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.periods import Period, parse_period
from rag.claim_better import plain_sides
from rag.claim_context import paragraph_of
from rag.claim_cues import cue
from rag.claim_desk import Desk
from rag.claim_names import people_in, without_person
from rag.claim_other_words import Wording, wording_of
from rag.claim_parts import Difference, Statement, differences
from rag.claim_records import Claim
from rag.claim_sentences import Fitting, fitting_sentences
from rag.claim_text import dates_in
from rag.sentence_features import introduction_of

_ASKED, _LIKE = 0.58, 0.25  # how like a claim must be to a statement's questions, and to itself
_HALF, _VERY_LIKE = 0.5, 0.7  # what else is enough
_BOTH = 1.05  # to both together
_NEAR = 0.2  # statements that are this much less near than the best may be meant as well


@dataclass(frozen=True, slots=True)
class About:
    """A statement that a claim is about: how near it is, the claim's plain words, what it has otherwise, and in which words."""

    one: Fitting
    text: str
    said: Statement
    lexicon: Lexicon
    differences: tuple[Difference, ...]
    wording: Wording

    @property
    def nearness(self) -> float:
        """How like the claim is to the statement's questions and to itself (0 to 2)."""
        return _nearness(self.one)


def statements_about(claim: Claim, desk: Desk) -> list[About]:
    """The statements that a claim is about, the likeliest first."""
    found = _near(claim, claim.text, desk)
    elsewhere = _without_who_and_where(claim.text, desk.library.lexicon)
    if not found and elsewhere != claim.text:
        found = _near(claim, elsewhere, desk)
    about = [_about(plain_sides(claim, desk.library, one.sentence), one, desk) for one in found]
    if found and elsewhere != claim.text and all(_is_of_other_place(one) for one in about):
        known = {one.one.sentence for one in about}
        more = [one for one in _near(claim, elsewhere, desk) if one.sentence not in known]
        about += [_about(plain_sides(claim, desk.library, one.sentence), one, desk) for one in more]
        about.sort(key=lambda one: one.nearness, reverse=True)
    return about


def _is_of_other_place(about: About) -> bool:
    return any(each.kind == "area" for each in about.differences)


def _near(claim: Claim, text: str, desk: Desk) -> list[Fitting]:
    found = [one for one in fitting_sentences(claim, text, desk) if _is_asked(one)]
    best = max((_nearness(one) for one in found), default=0.0)
    near = [one for one in found if _nearness(one) >= max(_BOTH, best - _NEAR)]
    return sorted(near, key=_nearness, reverse=True)


def _is_asked(one: Fitting) -> bool:
    return one.asked >= _ASKED and one.likeness >= _LIKE or one.asked >= _HALF and one.likeness >= _VERY_LIKE


def _nearness(one: Fitting) -> float:
    return one.asked + one.likeness


def _without_who_and_where(text: str, lexicon: Lexicon) -> str:
    """A claim without the person and the place that it may have wrong."""
    for person in people_in(text, lexicon):
        text = without_person(text, person)
    for place in reversed([m for m in lexicon.find_areas(text) if m.kind == "local"]):
        text = f"{text[: place.start]}{text[place.end :]}"
    return " ".join(text.split())


def _about(text: str, one: Fitting, desk: Desk) -> About:
    said = _statement(text, one, desk)
    found = tuple(differences(text, said, desk.library.lexicon))
    taken = frozenset[str]().union(*(each.words for each in found))
    return About(one, text, said, desk.library.lexicon, found, wording_of(text, one, said, taken, desk))


def _statement(text: str, one: Fitting, desk: Desk) -> Statement:
    info = next(info for info in desk.library.index.reports() if info.id == one.passage.locator.report)
    above = " ; ".join(one.passage.locator.section)
    beside = " ; ".join([introduction_of(one.passage), *paragraph_of(one.sentence, one.passage, desk)])
    beside = f"{beside} ; {info.title} ; {info.publisher}" if cue("of_report").search(text) else beside
    dates = dates_in(f"{above} ; {beside}") or ([] if dates_in(one.sentence) else _published(info.published))
    return Statement(one.sentence, above, beside, info.publisher, info.published, tuple(dates))


def _published(date: str) -> list[Period]:
    return [period for label in {date[:4], date[:7]} if (period := parse_period(label))]
