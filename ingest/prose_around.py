"""The area of a number whose sentence names none: from the last sentence, its section, else the region."""

import re

from ingest.lexicon import Lexicon
from ingest.prose_records import Sentence

_PERSON = (
    r"(?:users?|person|offenders?|prisoners?|pupils?|patients?|individual|adult|child|victim|injector|addict|client|"
    r"dealer)"
)
_GENERAL = re.compile(
    rf"\b(?:an?|any|each|every|average|typical)\s(?:[\w-]+\s){{0,4}}?{_PERSON}\b|^(?:for\s)?(?:each|every)\s£"
    r"|\b(?:evidence|research|studies|survey|government|ministry)\b[^.]{0,40}"
    r"\b(?:estimates?|estimated|data|shows?|shown|found|suggests?)\b"
    r"|\b(?:mean|average)\sage\b|\b(?:times|more|less|twice)\s(?:as\s)?likely\b"
    r"|^(?:of|among)\sall\s(?:prisoners|offenders|pupils|users)\b"
    r"|(?:%|cent|share|proportion)\sof\s(?:all\s)?(?:the\s)?(?:prisoners|offenders|pupils|those)\b"
    r"|\bestimated\s(?:at\s)?\d[\d.,-]*\s?%|\byear\solds\b",
    re.I,
)
_GOES_ON = re.compile(
    r"^(?:this|it|its|these|those|that|they|their|there,|here,|such|consequently|as\sa\sresult|over\sthe\ssame|"
    r"of\s(?:these|those|this|them|the\s\d+)|the\s(?:figure|same|city|borough|council|town)|"
    r"among\s(?:these|them|those)|within\s(?:this|these)|in\s(?:this\srespect|other\swords|turn))\b",
    re.I,
)


def area_around(sentence: Sentence, names_later: bool, lexicon: Lexicon) -> str:
    """The area that holds for a sentence from outside; "" for a general finding that is said of no place."""
    headings = reversed(sentence.place.locator.section)
    section = next((area.name for heading in headings if (area := lexicon.area_named(heading))), "")
    if sentence.trail.area and goes_on(sentence):
        return sentence.trail.area
    if section:
        return section
    return "" if not names_later and _GENERAL.search(sentence.text) else lexicon.region


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence's first words show that it goes on from the last one ("Of these, ...")."""
    return bool(_GOES_ON.match(sentence.text)) or _takes_up(sentence)


def _takes_up(sentence: Sentence) -> bool:
    """Whether a sentence begins with what the last one brought up ("... did research. The research ...")."""
    first = re.match(r"The ([a-z]{5,})\b", sentence.text)
    return bool(first and sentence.trail.paragraph and re.search(rf"\b{first[1]}\b", sentence.trail.paragraph[0]))


def subject_area(sentence: Sentence) -> str:
    """The place that a sentence is about, for the next one to go on from; "" where it names none or several.

    A country that only lends its average does not become the subject.
    """
    named = [m for m in sentence.areas if not m.aside and m.kind != "every"]
    own = [m for m in named if m.kind != "country"]
    names = {m.name for m in own or ([] if lends_average(sentence) else named)}
    return names.pop() if len(names) == 1 else ""


def lends_average(sentence: Sentence) -> bool:
    """Whether a sentence names only a country, whose average the place of the sentence before is held against."""
    named = [m for m in sentence.areas if not m.aside and m.kind != "every"]
    of_country = bool(named) and all(m.kind == "country" for m in named)
    return of_country and bool(sentence.trail.area) and bool(re.search(r"\b(?:average|mean)\b", sentence.text))
