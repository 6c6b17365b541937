"""What a message tells first of how its subject came up ("a lady at the door was furious about ... What is ...?").

Whoever brought it up is nobody that the reports count, and the park where needles lie is not what is asked about. Of such
a sentence only what the question itself lacks is kept: the place, the time, and what "it" is.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers
from ingest.periods import find_periods
from rag.cues import Cues
from rag.question_clauses import asking_clause, asking_spans
from rag.question_periods import without_periods

_END = re.compile(r"(?<=[.!;…])[\"'’”)]*\s+")
_OPENS_ASKING = re.compile(
    r"(?:(?:and|so|but|ok|please)[,!]? )*(?:how|what|which|who|where|when|why|is|are|was|were|did|does|do|has|tell|give|show|list|compare|explain)\b",
    re.I,
)
_ASKED_WITHIN = re.compile(
    r"\b(?:ask\w*|know|wonder\w*|wants?|wanted|after|find out|hear|tell (?:me|us|him|her|them))\b[^.]*\b(?:why|how|what|whether|if|which|who|when|where)\b",
    re.I,
)  # "a resident asked why ..." asks itself
_THAT_PAPER = re.compile(r"\b(?:that|this) (?:\d{4} |[\w'’-]+ )?(?:paper|report|document|article|edition|page)\b", re.I)
_OWN = ("topic", "offence", "result", "part", "substance", "client")  # facets that say what a question is about
_PARTS = ("result", "part", "client")
_LEAST = 4  # words of a question that may stand by itself
_FINITE = 3  # words of a sentence that tells of somebody


def without_opening(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text with its opening sentences about who asks cut down to the place, the time and the subject that the question lacks."""
    sentences = _END.split(text)
    for at in reversed(range(len(sentences) - 1)):
        rest = " ".join(sentences[at + 1 :])
        tells_who, own = _tells_who(sentences[at]), _tells_of_own(sentences[at], cues)
        pointed_at = _points_back(rest, cues) and _moves(sentences[at], cues) or _patterns()["asked_about"].search(rest)
        elsewhere = any(area.kind == "elsewhere" for area in lexicon.find_areas(sentences[at]))
        if (tells_who or own) and _asks(rest) and not (pointed_at or elsewhere):
            kept = _lacking(sentences[at], rest, lexicon, cues)
            kept += [part for part in _parts_told(sentences[at], rest, tells_who, lexicon) if part not in kept]
            sentences[at] = f"{', '.join(kept)}." if kept else ""
    return " ".join(sentence for sentence in sentences if sentence)


def _parts_told(sentence: str, rest: str, tells_who: bool, lexicon: Lexicon) -> list[str]:
    """The words for a part of what is counted that the rest leaves open ("a problem with cautions. How many for possession?").

    Of a sentence that may matter more, for all that it names.
    """
    named = [m for m in lexicon.find_concepts(sentence) if m.end and _facet(m.name, lexicon) in _OWN]
    open_facets = set(_PARTS) - {_facet(m.name, lexicon) for m in lexicon.find_concepts(rest)}
    return [sentence[m.start : m.end] for m in named if not tells_who or _facet(m.name, lexicon) in open_facets]


def as_one_question(text: str) -> str:
    """ "People say ... Does the report agree?" as "Does the report say that ...?"; any other text as it is."""
    told = _patterns()["told_claim"].match(text)
    if told is None:
        return text
    claim = told["claim"].replace(" to ", " ", 1) if told["wish"] else told["claim"]
    return f"{told['ask'].capitalize()} {told['who']} say that {claim}?"


def _points_back(rest: str, cues: Cues) -> bool:
    """Whether a question points back at what is told before it, not at a report ("as per that 2017 paper")."""
    return cues.has("that", _THAT_PAPER.sub(" ", rest))


def _moves(sentence: str, cues: Cues) -> bool:
    """Whether a sentence tells of a rise or fall, or of what is to be worked out."""
    return cues.has("up", sentence) or cues.has("down", sentence) or bool(cues.operations_in(sentence))


def _tells_of_own(sentence: str, cues: Cues) -> bool:
    """Whether a sentence tells of the asker's own affairs and narrows nothing ("we're getting it in the neck over dealing")."""
    patterns = _patterns()
    plain = not patterns["narrows"].search(sentence) and not _moves(sentence, cues)
    return plain and _may_be_opening(sentence) and patterns["own"].match(sentence) is not None


def _tells_who(sentence: str) -> bool:
    return _may_be_opening(sentence) and _patterns()["teller"].match(sentence) is not None


def _may_be_opening(sentence: str) -> bool:
    """Whether a sentence asks nothing, and states no figure that may be what is asked about."""
    words = len(sentence.split())
    tells_figure = any(not n.in_words for n in find_numbers(without_periods(sentence)))
    asks = sentence.endswith("?") or _OPENS_ASKING.match(sentence) or _ASKED_WITHIN.search(sentence)
    return words >= _FINITE and not asks and not tells_figure


def _asks(text: str) -> bool:
    return len(text.split()) >= _LEAST and bool(asking_spans(text) or asking_clause(text))


def _lacking(sentence: str, rest: str, lexicon: Lexicon, cues: Cues) -> list[str]:
    """The words of a sentence for the place, the time and the subject, as far as the rest names none of its own."""
    kept: list[str] = []
    if not any(area.kind != "here" for area in lexicon.find_areas(rest)):
        kept += [sentence[a.start : a.end] for a in lexicon.find_areas(sentence) if a.kind in ("local", "group")]
    if not find_periods(rest):
        kept += [sentence[p.start : p.end] for p in find_periods(sentence)]
    leans = cues.has("that", rest) and not _counts(rest, lexicon)
    if not _subjects(rest, lexicon) or leans or not _says_what(rest, lexicon):
        kept += _subjects(sentence, lexicon)
    return list(dict.fromkeys(kept))


def _subjects(text: str, lexicon: Lexicon) -> list[str]:
    return [text[m.start : m.end] for m in lexicon.find_concepts(text) if m.end and _facet(m.name, lexicon) in _OWN]


def _says_what(text: str, lexicon: Lexicon) -> bool:
    """Whether the clause that asks says more than "what is the number?"."""
    asking = asking_clause(text) or text
    return bool(lexicon.all_concepts(asking) or lexicon.find_areas(asking))


def _counts(text: str, lexicon: Lexicon) -> bool:
    return any(_facet(m.name, lexicon) in _OWN[:4] for m in lexicon.find_concepts(text))


def _facet(name: str, lexicon: Lexicon) -> str:
    return lexicon.concepts[name].facet


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "openings.yaml").read_text(encoding="utf-8"))
    person, people = data["person"].replace("| ", "|").strip(), data["people"]
    one_of = data["person_of"].replace("{person}", person)
    tellers = "|".join(way.replace("{person_of}", one_of).replace("{people}", people) for way in data["teller"])
    lead = r"(?:(?:and|so|but|ok|right|hi|hello|well|oh)[,!]? )*"
    claims = "|".join(way.replace("{person_of}", one_of).replace("{people}", people) for way in data["told_claim"])
    return {
        "told_claim": re.compile(claims, re.I),
        "own": re.compile(f"{lead}(?:{'|'.join(data['own_affairs'])})", re.I),
        "narrows": re.compile(data["narrows"], re.I),
        "teller": re.compile(f"{lead}(?:{tellers})", re.I),
        "asked_about": re.compile(data["asked_about"], re.I),
    }
