"""Which numbers of a sentence are claims: dates, page and table numbers, postcodes, phone and list numbers are none."""

import re

from ingest.numerals import Number
from ingest.periods import find_periods

_NO_CLAIMS = re.compile(
    r"(?-i:\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b)"  # postcodes
    r"|(?<![\w.])(?:\+44\s?|\(?0)\d[\d\s()-]{7,13}\d\b"  # phone numbers
    r"|^\s*(?:\(?\d{1,3}[.)]|\(?[a-z]\)|\d+(?:\.\d+)+)\s"  # list numbers
    r"|\b(?:pages?|pp?\.|paragraphs?|paras?\.?|sections?|tables?|figures?|fig\.?|annex|appendix|(?:agenda )?item|ref(?:erence)?\.?|version|v\.?"
    r"|no\.?|number|issue|vol(?:ume)?\.?|step|phase|objective|recommendation|action|question)"
    r"\s(?:no\.?\s)?\d+(?:\.\d+)*(?:\s?(?:to|and|-|–)\s?\d+(?:\.\d+)*)?"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?:\s\d{4})?"
    r"|\b\d{1,2}[:.]\d{2}\s?(?:am|pm|hrs)?\b(?!\s?%)|\b\d{1,2}\s?(?:am|pm)\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    r"|\b(?:room|floor|flat|unit|suite|building)\s\d+\w?\b|\bhttps?://\S+|\bwww\.\S+|\S+@\S+|\b24/7\b|(?-i:\b[A-Z]{2,}[-/]?\d{2,}(?:[-/]\d+)*\b)",
    re.I | re.M,
)
_TIME_OF_DAY = re.compile(r"\d{1,2}\.\d{2}$")
_SMALL = 12


def without_no_claims(text: str) -> str:
    """The sentence with blanks, as many, in place of the numbers that are no claims."""
    blanked = text
    for match in _NO_CLAIMS.finditer(text):
        if _is_decimal(match.group()) or _is_period(text, match):
            continue
        blanked = blanked[: match.start()] + " " * (match.end() - match.start()) + blanked[match.end() :]
    return blanked


def is_small_count(number: Number) -> bool:
    """Whether a number is a small count in words ("three priorities"), which is no claim unless the reports speak of it."""
    return number.in_words and not number.unit and number.value <= _SMALL


def _is_decimal(text: str) -> bool:
    """Whether what looks like a time of day is a decimal number ("15.30")."""
    return bool(_TIME_OF_DAY.fullmatch(text.strip()))


def _is_period(text: str, match: re.Match[str]) -> bool:
    """Whether the match lies in a period that the claim needs ("24 July 2017")."""
    return any(mention.start <= match.start() and match.end() <= mention.end for mention in find_periods(text))
