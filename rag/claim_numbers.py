"""Amounts that a claim writes in words, as the reports print them."""

import re

from ingest.numerals import find_numbers

_TENS = {
    "ten": 10,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_RARE_SHARES = {"seventh": "14.3%", "ninth": "11.1%", "eleventh": "9.1%"}
_A_RARE_SHARE = re.compile(rf"\b(?:an?|one)[ -](?P<part>{'|'.join(_RARE_SHARES)})(?= of\b)", re.I)
_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TEENS = {
    **{"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17},
    **{"eighteen": 18, "nineteen": 19},
}
_NUMBER = r"\d[\d.,]*\d|\d"
_PARTS = {"half": "5", "quarter": "25", "three quarters": "75"}
_BASE = r"1,?000|10,?000|100,?000"
_BASED_IN_WORDS = re.compile(
    rf"\b(?P<n>{'|'.join(_ONES)}|ten)(?= (?:per|for every|in every|out of every) (?:{_BASE})\b)", re.I
)
_AND_A_PART = re.compile(
    rf"\b(?P<n>{'|'.join(_ONES)}|{'|'.join(_TEENS)}|ten|twenty|\d+)[ -]and[ -](?:an?[ -])?(?P<part>half|quarter|three[ -]quarters)(?=[ -](?:times|fold|thousand|million|billion|points?\b|per\s?cent|percentage)|%)",
    re.I,
)
_POUNDS_PENCE = re.compile(
    rf"\b({'|'.join(_ONES)}|\d+)\s(?:pounds?|quid)\s({'|'.join(_TENS)})\b(?!\s(?:people|thousand|million))", re.I
)
_POUNDS = re.compile(rf"(?<![£\d,.])({_NUMBER})(\s?(?:bn|billion|m|million|k|thousand))?\s(?:pounds|quid)\b", re.I)
_POUNDS_AFTER = re.compile(r"\s(?:pounds|quid)\b", re.I)
_LARGE = 100
_ONE_POUND = re.compile(r"\b(?:an?|one)\s(?:pound|quid)\b(?! of\b| for pound)", re.I)
_A_POUNDS = re.compile(r"\b(?:an?|one)\s(?P<scale>million|billion)\s(?:pounds|quid)\b", re.I)
_FIRST_QUARTER = re.compile(
    r"\b(?:the )?(?:first|opening) (?:three months|quarter) of (?:the )?(?:financial year |fiscal year )?(?P<year>(?:20)?\d\d[/-]\d\d)",
    re.I,
)
_HUNDRED_THOUSAND = re.compile(
    r"\b(per|for every|in every|out of every|of every)\s(?:a |one )?hundred thousand\b", re.I
)
_THOUSAND = re.compile(r"\b(per|for every|in every|out of every|of every)\s(?:a |one )?thousand\b", re.I)
_A_THOUSAND = re.compile(r"\b(?:a|one) thousand\b(?! (?:and|[a-z]+ hundred))", re.I)
_OUT_OF_EVERY = re.compile(
    rf"\b(?:out of|for|in|of) (?:every|each) (?P<base>{_BASE})\b(?P<who>[^,.;]{{0,60}}?),\s*(?P<hedge>(?:some |about |around |only |just )?)(?P<n>{_NUMBER})\b",
    re.I,
)
_OUT_OF_EVERY_ARE = re.compile(
    rf"\b(?:out of|for|in|of) (?:every|each) (?P<base>{_BASE})\b(?P<who>[^,.;]{{0,60}}?)\s(?P<hedge>(?:some |about |around |only |just )?)(?P<n>{_NUMBER})(?=\s(?:were|was|are|is|had|have|has)\b)",
    re.I,
)
_OF_A_HUNDRED = re.compile(
    rf"\b(?:out of|for|in|of) (?:every|each) (?:100(?![,.]?\d)|hundred)\b(?P<who>[^,.;]{{0,60}}?),\s*(?P<hedge>(?:some |about |around |only |just )?)(?P<n>{_NUMBER})\b(?![%,.]?\d| ?%)",
    re.I,
)
_ONE_THING_IN = re.compile(
    rf"\b(?P<one>one)\s(?P<noun>(?!in\b|out\b|of\b|half\b|third\b|quarter\b|fifth\b|sixth\b|tenth\b)[a-z]+)\s(?P<link>in|out of)(?: every)?\s(?P<n>{'|'.join([*_ONES, *_TENS])}|twelve|fifteen|\d+)\b(?!\s(?:areas|councils|boroughs|of|years?|months?|weeks?|days?|hours?)\b)",
    re.I,
)
_SO_MANY_TIMES = re.compile(
    rf"\b(?P<n>{'|'.join(_ONES)}|\d)\stimes\s(?:in|out of)\s(?:every )?(?P<m>{'|'.join([*_ONES, *_TENS])}|\d+)\b(?!\s(?:years?|months?|weeks?|days?))",
    re.I,
)  # "four times in ten"
_FOR_EVERY = re.compile(
    rf"(?<![\d/.,-])(?P<n>{_NUMBER}) (?:for|in|out of|of|to) (?:every|each) (?P<base>{_BASE})\b", re.I
)
_TAIL = re.compile(
    rf"(?<![\d/.,-])(?P<n>{_NUMBER})(?P<what>\s(?:[\w/-]+\s){{0,7}}?[a-z/-]+\s)(?:per|for every|in every|out of every) (?P<base>{_BASE})\b",
    re.I,
)


def plain_numbers(text: str) -> str:
    """The text with amounts as printed: "£2.50" for "two pounds fifty", "57.5 per 1,000" for "out of every 1,000, 57.5"."""
    text = _A_RARE_SHARE.sub(lambda m: f"about {_RARE_SHARES[m['part'].lower()]}", text)
    text = _FIRST_QUARTER.sub(r"Q1 \g<year>", text)
    text = _AND_A_PART.sub(lambda m: f"{_whole(m['n'])}.{_PARTS[m['part'].lower().replace('-', ' ')]}", text)
    text = _pounds_in_words(text)
    text = _POUNDS_PENCE.sub(lambda m: f"£{_ONES.get(m[1].lower(), m[1])}.{_TENS[m[2].lower()]}", text)
    text = _ONE_POUND.sub("£1", text)
    text = _A_POUNDS.sub(r"£1 \g<scale>", text)
    text = _POUNDS.sub(lambda m: f"£{m[1]}{m[2] or ''}", text)
    text = _HUNDRED_THOUSAND.sub(r"\1 100,000", text)
    text = _THOUSAND.sub(r"\1 1,000", text)
    text = _A_THOUSAND.sub("1,000", text)
    text = _SO_MANY_TIMES.sub(r"\g<n> in \g<m>", text)
    text = _BASED_IN_WORDS.sub(lambda m: _whole(m["n"]), text)
    text = _ONE_THING_IN.sub(r"\g<one> in \g<n> \g<noun>s", text)
    text = _OUT_OF_EVERY.sub(lambda m: f"{m['hedge']}{m['n']} per {m['base']}{m['who']}", text)
    text = _OUT_OF_EVERY_ARE.sub(lambda m: f"{m['hedge']}{m['n']} per {m['base']}{m['who']}", text)
    text = _OF_A_HUNDRED.sub(lambda m: f"{m['hedge']}{m['n']}% of{m['who'] or ' them'}", text)
    text = _FOR_EVERY.sub(r"\g<n> per \g<base>", text)
    return _TAIL.sub(_with_base, text)


def _pounds_in_words(text: str) -> str:
    """The text with "£60,000" for "sixty thousand pounds"."""
    for number in reversed(find_numbers(text)):
        told = _POUNDS_AFTER.match(text[number.end :])
        if told and number.in_words and not number.unit and number.value >= _LARGE:
            text = f"{text[: number.start]}£{number.value:,f}{text[number.end + told.end() :]}"
    return text


def _whole(number: str) -> str:
    return str((_ONES | _TEENS | _TENS).get(number.lower(), number))


def _with_base(match: re.Match[str]) -> str:
    if "," in match["what"]:
        return match[0]
    if match["what"].strip().lower() in ("people", "residents"):
        return (
            match[0]
            if match[0].lower().find(" per ") > 0
            else f"{match['n']} per {match['base']}{match['what']}".rstrip()
        )
    return f"{match['n']} per {match['base']}{match['what']}".rstrip()
