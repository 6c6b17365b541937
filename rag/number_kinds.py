"""What kind of number is asked for (a rate per head, a sum of money, an age, a length of time, a weight), and whether a text gives one."""

import re

from rag.draft import Draft
from rag.query import Query

_RATE_ASKED = re.compile(
    r"\b(?:per|(?:for|in|of|among) (?:each|every|any)) (?:(?:1|10|100)[, ]?000|thousand|hundred thousand|head|capita|resident|inhabitant|person)\b|"
    r"\bas a rate\b",
    re.I,
)
_RATE_GIVEN = re.compile(r"\bper (?:\d|thousand|head|capita|resident|person)|\brates?\b", re.I)
_MONEY_ASKED = re.compile(r"\bhow much money\b|\bin pounds\b|\bspen[dt]\b|\bspending\b|\bbudgets?\b", re.I)
_MONEY_GIVEN = re.compile(r"£|\bpounds\b|\bcosts?\b|\bmillion\b|\bbillion\b|\bfund\w*\b|\bmoney\b", re.I)
_AGE_ASKED = re.compile(
    r"\bhow old\b|['’]s? ages\b|\bages of\b|\b(?:average|mean|typical|median) age\b|\bat what (?:\w+ )?ages?\b", re.I
)
_AGE_GIVEN = re.compile(
    r"\bage[ds]?\b|\bolde?r?\b|\byoung\w*\b|\b\d\d (?:to|-|and|or) \d\d years?\b|\byears? of age\b|\byear-olds?\b", re.I
)
_SPAN_ASKED = re.compile(
    r"\bhow (?:much )?long(?:er)?\b|\bhow many (?:days|weeks|hours|minutes)\b|\bfor what (?:period|length)\b", re.I
)
_SPAN_GIVEN = re.compile(r"\b(?:year|month|week|day|hour|minute|decade)s?\b|\b(?:since|until|term|by the end)\b", re.I)
_WEIGHT_ASKED = re.compile(r"\bhow many (?:kg|kgs|kilos?|kilograms?|grams?|tonnes?)\b|\bwhat weight\b|\bweigh\b", re.I)
_WEIGHT_GIVEN = re.compile(r"\b(?:kgs?|kilo\w*|grams?|tonnes?|weigh\w*)\b", re.I)
_EVENTS = r"(?:seizures|hauls|busts|raids|confiscations|interceptions|recoveries)"
_EVENTS_ASKED = re.compile(rf"\b(?:how many|number of|count of|numbers of)(?: [\w-]+){{0,2}}? {_EVENTS}\b", re.I)
_EVENTS_GIVEN = re.compile(
    rf"(?<![\d.,/])\d[\d,]*(?![\d.,/]*\d):?(?! ?(?:kgs?|kilo\w*|grams?|tonnes?)\b)(?: [\w-]+){{0,6}} {_EVENTS}\b", re.I
)
_KINDS = (
    (_RATE_ASKED, _RATE_GIVEN),
    (_MONEY_ASKED, _MONEY_GIVEN),
    (_AGE_ASKED, _AGE_GIVEN),
    (_SPAN_ASKED, _SPAN_GIVEN),
    (_WEIGHT_ASKED, _WEIGHT_GIVEN),
    (_EVENTS_ASKED, _EVENTS_GIVEN),
)  # what asks for a kind of number, and what tells that one is given


def gives_other_kind(query: Query, text: str) -> bool:
    """Whether such a number is asked for, and the text gives none."""
    kinds = [given for asked, given in _KINDS if asked.search(query.text)]
    return any(not given.search(text) for given in kinds)


def figures_of_other_kind(query: Query, draft: Draft) -> bool:
    """Whether money or an age is asked for, and looked-up figures are neither."""
    if not draft.figures or draft.status != "answered" or _RATE_ASKED.search(query.text):
        return False
    said = (text for f in draft.figures for text in (f.unit, f.measure, f.sentence, f.printed))
    return gives_other_kind(query, " ; ".join((draft.headline, *said)))


def asks_span(query: Query) -> bool:
    """Whether a length of time is asked for, which words can tell as well ("for another year")."""
    return _SPAN_ASKED.search(query.text) is not None
