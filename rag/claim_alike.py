"""Whether a statement says what a claim says: as much, in its words or everyday ones for them, and the same way round."""

import re

from ingest.words import split_sentences
from rag.claim_cues import EVERY, HEDGED, SAME, cue, directions_in
from rag.claim_done_otherwise import is_done_otherwise
from rag.claim_manner import (
    CONSIDERED,
    INSTEAD,
    deny_differently,
    is_mixed,
    is_set_against,
    is_title,
    same_manner,
    same_sides,
    shared_words,
    stage_of,
)
from rag.claim_measured import measures_alike
from rag.claim_only_one import shuts_out_more
from rag.claim_pairs import are_actors_swapped, are_swapped, is_of_other_speaker
from rag.claim_parts import Statement
from rag.claim_roles import excluded
from rag.claim_statements import About
from rag.claim_text import compared, undated
from rag.claim_where import is_done_elsewhere

_BESIDE = re.compile(r"\b(?:than|as likely as|compared (?:with|to))\b[^.;]*", re.I)
_SET_AGAINST = re.compile(
    r"\b(?:(?<!rather )(?<!other )than|above|below|over|ahead of|behind|exceed\w*|outnumber\w*|as many"
    r"|under(?! (?:an? |any |no )?(?:\w+ ){0,2}?(?:duty|obligation|requirement|order|ban|arrangement)\b)(?! the (?:\w+ ){0,5}?(?:act|order|scheme|programme|plan|convention|laws?|strategy|title|guidance|policy|project|partnership|board|umbrella)\b))\b",
    re.I,
)
_ASIDE = re.compile(r",\s(?:which|who)\s")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_BECAUSE = re.compile(
    r"\b(?:because|now that|due to|owing to|thanks to|as a result of|since the|after the|following the)\b[^,;.]*", re.I
)
_ALL = re.compile(r"\b(?:all|every|each|both|throughout)\b", re.I)
_OF_THEM = (
    r"(?:people|clients|users|patients|adults|children|individuals|cases|offences|crimes|deaths)\b(?![^.;]*\bthan\b)"
)
_MORE_OF = re.compile(rf"(?<!no )(?<!any )\bmore (?:[\w-]+ )?{_OF_THEM}", re.I)
_FEWER_OF = re.compile(rf"(?<!no )\b(?:fewer|less) (?:[\w-]+ )?{_OF_THEM}", re.I)
_OWN = 0.4  # what of a claim's words a statement must have itself
_NEARLY_ALL = 0.8  # of a claim's words
_MOST, _STRANGE = 0.7, 0.25  # of a claim's words
_TOLD = 2  # words
_MUCH = 3  # words
_LACKS = 0.06  # what of a claim's words it may lack


def bears_out(about: About) -> bool:
    """Whether a statement says what a claim says, in other words where they are everyday words."""
    text, sentence = about.text, about.one.sentence
    return (
        not about.differences
        and not is_title(sentence)
        and (about.wording.own >= _NEARLY_ALL or not INSTEAD.match(sentence))
        and is_in_its_words(about)
        and about.wording.told >= _TOLD
        and not is_set_against(text)
        and says_as_much(about)
        and measures_alike(text, about.said, about.lexicon)
        and not undoes(text, about.said)
        and not excluded(text, sentence)
        and not shuts_out_more(text, sentence)
        and not is_done_elsewhere(text, about.said, about.lexicon)
        and not are_actors_swapped(text, sentence)
        and not is_of_other_speaker(text, sentence)
        and not is_done_otherwise(text, sentence, about.lexicon)
        and not any(is_mixed(text, one) or are_swapped(text, one) for one in _beside(about))
    )


def _beside(about: About) -> list[str]:
    """A statement, and, where it has not nearly all of a claim itself, the sentences of its paragraph that have much of it."""
    if about.wording.own >= _NEARLY_ALL:
        return [about.one.sentence]
    others = split_sentences(about.said.beside.replace(" ; ", " "))
    return [about.one.sentence, *(one for one in others if shared_words(about.text, one) >= _MUCH)]


def is_in_its_words(about: About) -> bool:
    """Whether a statement has a claim's words, but for a few that may be everyday words for its own."""
    wording = about.wording
    return wording.own >= _OWN and wording.elsewhere + wording.nowhere <= _LACKS


def is_nearly_in_its_words(about: About) -> bool:
    """Whether a statement has most of a claim's words, and what it lacks the reports never say: a reader's own words."""
    wording = about.wording
    return wording.own >= _MOST and wording.elsewhere <= _LACKS and wording.nowhere <= _STRANGE


def says_as_much(about: About) -> bool:
    """Whether a statement denies no more, is as far on, goes the same way and is of as many as a claim."""
    text, sentence = about.text, about.one.sentence
    stages = stage_of(text), stage_of(_part_like(text, sentence))
    meant = cue("meant").search(text) and CONSIDERED not in stages
    return (stages[0] == stages[1] or bool(meant)) and goes_as_far(about)


def goes_as_far(about: About) -> bool:
    """Whether a statement denies no more, goes the same way and is of as many as a claim, planned or done."""
    text, sentence = about.text, about.one.sentence
    return (
        not denies_other(about)
        and not _goes_against_more(text, sentence)
        and (not EVERY.search(text) or bool(_ALL.search(sentence)))
        and same_manner(EVERY.sub(" ", undated(text)), f"{sentence} ; {about.said.headings}")
        and (not _SET_AGAINST.search(text) or _compared(text) <= _compared(sentence))
        and same_sides(text, sentence)
    )


def _compared(text: str) -> set[str | None]:
    """The sides of the comparisons of a text, without what only hedges a number ("more than 22,000")."""
    return compared(HEDGED.sub(" ", undated(text)))


def _goes_against_more(text: str, sentence: str) -> bool:
    """Whether a sentence only tells a fall where a claim has more people or cases, or a rise where it has fewer."""
    told = directions_in(sentence)
    return bool(_MORE_OF.search(text)) and told == {"down"} or bool(_FEWER_OF.search(text)) and told == {"up"}


def _part_like(text: str, sentence: str) -> str:
    """The part of a sentence from "which" or "who" on, where it has most of a claim's words; else the sentence."""
    main, _, aside = (
        re.split(r"(,\s(?:which|who)\s)", sentence, maxsplit=1) if _ASIDE.search(sentence) else (sentence, "", "")
    )
    return aside if shared_words(text, aside) > shared_words(text, main) else sentence


def denies_other(about: About) -> bool:
    """Whether one of a claim and a statement denies what the other says; "no change" denies nothing."""
    text, sentence = (_BESIDE.sub(" ", SAME.sub(" ", part)) for part in (about.text, about.one.sentence))
    return deny_differently(text, sentence)


def undoes(text: str, said: Statement) -> bool:
    """Whether a claim undoes ("scrapped") what a statement tells as done, or the other way round, and neither denies it."""
    undoing, denial, theirs = cue("undoing"), cue("denial"), _BECAUSE.sub(" ", _IN_BRACKETS.sub(" ", said.text))
    text = _BECAUSE.sub(" ", text)
    if bool(undoing.search(text)) == bool(undoing.search(theirs)):
        return False
    return not denial.search(text if undoing.search(theirs) else theirs)
