"""A turn that leaves what was asked before and asks something else: "never mind county lines. Which area had most ...?"."""

import re
from dataclasses import replace

from ingest.lexicon import Lexicon
from rag.query import Query
from rag.read_question import Reader, read_question

_SUBJECTS = ("topic", "body", "law", "role")  # facets of terms that tell what a question is about
_UNTELLING = ("general", "plain", "stat", "age_default", "acronym", "group", "age", "sex", "level")
_FORMS = ("who", "why", "when", "definition", "list")
_WHOLE = 3  # words that tell what a question is about, where no term of the glossary does
_LEFT = ("subject_left", "subject_closed")
_POINTERS = ("told_before", "same_report", "not_but")
_AGAIN = re.compile(r"\b(?:again|this time|too|as well|the same)\b", re.I)
_OUTRIGHT = re.compile(
    r"\b(?:question|query|topic|subject|issue|matter|else|different|unrelated|new|another|moving on)\b", re.I
)
_ELLIPTIC = re.compile(r"(?:(?:so|and|but|ok|then|now|just),? )*(?:what|how) about\b|(?:and|or|in|for) ", re.I)


def begun_anew(question: str, reader: Reader) -> Query | None:
    """The query of a question that turns away from what was asked before ("scrap that, who chairs ...") and stands by itself."""
    told, left, rest = _turned(question, reader) or _turned(reader.speller.mend(question), reader) or (False, "", "")
    if not rest:
        return None
    query = read_question(rest, reader)
    if _points_at_place(rest, reader):
        return None
    least = 1 if told and _OUTRIGHT.search(left) else _WHOLE
    alone = (
        _names_subject_and_place(query, reader.lexicon)
        or _is_whole(query, reader, least)
        or _counts_other_thing(query, left, reader)
    )
    return replace(query, question=question) if alone and not query.refusal else None


def _turned(text: str, reader: Reader) -> tuple[bool, str, str] | None:
    """Whether another question is announced, the words that turn away from the earlier one, and the rest; None where none do."""
    told = reader.cues.find("new_topic", text)
    turned = told or next((match for cue in _LEFT if (match := reader.cues.find(cue, text))), None)
    return (told is not None, turned.group(), text[turned.end() :].strip()) if turned else None


def _names_subject_and_place(query: Query, lexicon: Lexicon) -> bool:
    placed = query.areas or query.every_area or query.report or query.form in _FORMS
    return bool(placed) and any(lexicon.concepts[name].facet in _SUBJECTS for name in query.concepts)


def _counts_other_thing(query: Query, left: str, reader: Reader) -> bool:
    """Whether a number of a subject in a period is asked for, after another subject was left ("leaving drink aside: homicides in 2024/25?")."""
    timed = query.number_wanted and bool(query.periods) and not _ELLIPTIC.match(query.text)
    subjects = [name for name in query.concepts if reader.lexicon.concepts[name].facet in _SUBJECTS]
    of_subject = bool(reader.lexicon.find_concepts(left)) and not reader.lexicon.find_areas(left)
    return timed and bool(subjects) and of_subject and not _points_back(query.text, reader)


def _is_whole(query: Query, reader: Reader, least: int) -> bool:
    """Whether a question tells by its own words what it is about, and nothing in them points back."""
    if _ELLIPTIC.match(query.text) or query.relative or _points_back(query.text, reader):
        return False
    told = [name for name in query.concepts if reader.lexicon.concepts[name].facet not in _UNTELLING]
    placed = query.areas or query.every_area or query.report or query.tables
    return bool(told and placed) or len(query.words) + len(told) >= least


def _points_at_place(text: str, reader: Reader) -> bool:
    """Whether it speaks of a place by a pointing word and names none before that ("is that place's rate above Coventry's?")."""
    place = reader.cues.find("over_there", text)
    named = [mention.end for mention in reader.lexicon.find_areas(text)]
    return place is not None and not (named and min(named) <= place.start())


def _points_back(text: str, reader: Reader) -> bool:
    """Whether a pointing word stands before what it could mean ("... users: has Coventry more of them?" points at these)."""
    found = [match.start() for cue in _POINTERS if (match := reader.cues.find(cue, text))]
    named = [mention.end for mention in reader.lexicon.find_concepts(text) if mention.end]
    return _AGAIN.search(text) is not None or bool(found) and not (named and min(named) <= min(found))
