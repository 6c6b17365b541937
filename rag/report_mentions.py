"""Reports named in a question: which one is meant, and the question without the words of its name.

A report's own year is no period, its "progress" no measure and its publisher no body, so they are taken out; what stays
is "report", or "reports" where several are meant.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.lexicon import Lexicon
from ingest.periods import MONTHS
from ingest.words import STOPWORDS
from rag.report_names import ReportName

_YEAR = r"(?:19|20)\d\d"
_BETWEEN = r"[\s/]+(?:(?:and|&|n|or|vs?)\s+)?"
_CAME_OUT = r"(?:published|issued|released|put\sout|brought\sout|out|which\scame\sout|that\scame\sout)\s(?:in|on)"
_REPORTS_TO = re.compile(r"\s(?:in|back|up|directly|straight)?\s?(?:to|into)\b", re.I)
_DETERMINED = re.compile(
    r"\b(?:the|this|that|an?|your|our|its|their|which|what|each|either|both|same|other|progress|annual)\s$", re.I
)
_TWO = re.compile(r"\bthe report(?:'s)? (?:and|or|vs|versus|against) the report\b", re.I)
_OTHER_ONE = (
    r"\b(?P<noun>{nouns})(?P<link>\s(?:and|or|vs\.?|versus|against|to|than|with)\s)(?:the\s)?(?P<which>{which})\sone\b"
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))


def without_report_names(text: str, names: Sequence[ReportName], lexicon: Lexicon) -> tuple[str, str]:
    """The id of the report that a text names ("" for none, or several), and the text without the words of its name."""
    reports, rest = split_report_names(text, names, lexicon)
    return (reports[0] if len(reports) == 1 else ""), rest


def split_report_names(text: str, names: Sequence[ReportName], lexicon: Lexicon) -> tuple[tuple[str, ...], str]:
    """The ids of all the reports that a text names, and the text without the words of their names."""
    named: list[str] = []
    text = _part_of_dated(tuple(names)).sub(r"\g<part> of the \g<year> report", text)
    text = _dated_loosely(tuple(names)).sub(lambda match: _plainly_dated(match, lexicon), text)
    text = _other_one().sub(r"\g<noun>\g<link>the \g<which> \g<noun>", text)
    for pattern in _patterns(tuple(names)):
        matches = [match for match in pattern.finditer(text) if _is_mention(match, lexicon)]
        named += [report for match in matches if not _is_set_aside(match) and (report := _meant(match, names))]
        for match in reversed(matches):
            text = f"{text[: match.start('told')]}{_plain_noun(match)}{text[match.end() :]}"
    return tuple(dict.fromkeys(named)), _TWO.sub("the two reports", text)


@lru_cache(maxsize=1)
def _other_one() -> re.Pattern[str]:
    """ "The old report versus the new one": two reports."""
    which = _any_of([*_words()["older"], *_words()["newer"]])
    return re.compile(_OTHER_ONE.format(nouns=_any_of(_nouns("nouns")), which=which), re.I)


@lru_cache(maxsize=8)
def _part_of_dated(names: tuple[ReportName, ...]) -> re.Pattern[str]:
    """A part of a report by the report's year alone ("the 2025 conclusion")."""
    years = _any_of({year for name in names for year in name.years}) or _YEAR
    nouns = _any_of([*_nouns("nouns"), *_nouns("weak_nouns")])
    return re.compile(
        rf"\b(?P<year>{years}) (?P<part>{_any_of(_words()['parts'])})\b(?!\s(?:of|for|in|{nouns})\b)", re.I
    )


@lru_cache(maxsize=8)
def _dated_loosely(names: tuple[ReportName, ...]) -> re.Pattern[str]:
    """A report by its date and an adjective that tells nothing ("the September 2017 scoping report")."""
    years = _any_of({year for name in names for year in name.years}) or _YEAR
    dated = rf"(?:(?:{_MONTH})\.?\s)?(?:{years})"
    return re.compile(rf"\b(?P<dated>{dated})\s(?P<any>[a-z-]+(?:\s[a-z-]+)?)\s(?P<noun>report|paper|document)\b", re.I)


def _plainly_dated(match: re.Match[str], lexicon: Lexicon) -> str:
    """The date and the noun, unless what stands between names something or is a word of the report's name."""
    words = {*_words()["plain"], *_words()["older"], *_words()["newer"], *_nouns("nouns"), *STOPWORDS}
    between = match["any"].lower().split()
    telling = lexicon.all_concepts(match["any"]) or lexicon.find_areas(match["any"]) or set(between) & words
    return match.group() if telling else f"{match['dated']} {match['noun']}"


def _is_set_aside(match: re.Match[str]) -> bool:
    """Whether another report than this is meant ("not the newspaper")."""
    before = match.string[: match.start()]
    return re.search(rf"\b(?:{_any_of(_words()['set_aside'])})\s(?:in\s)?(?:the\s|that\s)?$", before, re.I) is not None


@lru_cache(maxsize=8)
def _patterns(names: tuple[ReportName, ...]) -> tuple[re.Pattern[str], ...]:
    """Three ways to name a report: a document word with what tells which one; the press or a newspaper; "the summit page".

    Each pattern has the groups ``told`` (words before the noun), ``noun`` and ``after`` ("of 2024").
    """
    words = _words()
    years = _any_of({year for name in names for year in name.years}) or _YEAR
    dated = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?(?:{_MONTH})\.?\s(?:of\s)?)?(?:{years})(?![/\d]|\s?-\s?\d)"
    papers = [_newspaper(publisher) for publisher in dict.fromkeys(name.publisher for name in names if name.publisher)]
    telling = {*words["plain"], *words["older"], *words["newer"], *_nouns("nouns")} | {
        w for name in names for w in name.words
    }
    nouns = _any_of([*_nouns("nouns"), *_nouns("weak_nouns")])
    month = rf"(?:{_MONTH})(?=\s(?:\w+\s){{0,2}}?(?:{nouns})\b)"
    before = "|".join([dated, *papers, month, _any_of(telling)])
    handed = r"(?:\s(?:that\s|which\s)?(?:was\s|were\s)?(?:went|sent|presented|submitted|taken|given)?\s?(?:to|before)\sthe\s(?:[\w&]+\s){0,4}?board)"
    straight = rf"(?<=\w{{4}} report)\s{dated}"
    after = rf"(?P<after>{straight}|{handed}?(?:,?\s(?:that\s|the\sone\s|the\s)?(?:of|from|dated|for|{_CAME_OUT})\s{dated})?|{handed}\s(?:in|of|on)\s{dated})"
    single = _any_of([*words["weak_nouns"]["article"], *words["weak_nouns"]["page"]])
    found = [
        rf"(?<![\w/-])(?P<told>(?:(?:{before})(?:['’]s?|s)?{_BETWEEN})*)(?P<noun>{nouns})(?:['’]s)?\b{after}",
        rf"\b(?:in|by|from|per|did|does|and|or|than|with|against|versus|vs)\sthe\s(?P<told>(?:local\s)?)(?P<noun>{_any_of(words['press'])})\b(?P<after>)(?!\sof\b)",
        *(rf"\b(?P<told>)(?P<noun>{paper})\b(?P<after>)" for paper in papers),
        rf"\bthe\s(?!(?:same|whole|full|other|real|true|usual|old|sad)\s)(?P<told>(?P<any>[\w&'’-]+)\s)(?P<noun>{single})\b(?P<after>)(?!\s\d)",
    ]
    return tuple(re.compile(pattern, re.I) for pattern in found)


def _is_mention(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a document is meant: no verb ("did they report"), and for a loose word something that tells which."""
    words, noun, told = _words(), match["noun"].lower(), match["told"].lower()
    if noun.startswith("write") and re.search(r"\btables?\b", match.string, re.I):
        return False
    if "any" in match.groupdict():
        return not lexicon.all_concepts(match["any"]) and not lexicon.find_areas(match["any"])
    if f"{told.strip()} {noun}" in words["idioms"]:
        return False
    edition = re.search(rf"\b(?:{_any_of([*words['older'], *words['newer']])})\b", told)
    dated = re.search(rf"{_YEAR}|\bboard\b", told + match["after"], re.I)
    lead = match.string[: match.start()]
    if noun == "report" and not told.strip() and _REPORTS_TO.match(match.string[match.end("noun") :]):
        return _DETERMINED.search(lead) is not None
    if noun == "report" and not edition and not dated:
        return re.search(rf"\b(?:{_any_of(words['verbs'])})\s(?:the\s)?$", lead, re.I) is None
    if noun in _nouns("weak_nouns"):
        return bool(dated) or noun not in words["counters"] and bool(told.strip()) and edition is None
    return True


def _meant(match: re.Match[str], names: Sequence[ReportName]) -> str:
    """The one report that the words around the noun leave, or "": by words first, then year, month, kind and edition."""
    told = f"{match['told']} {match['noun']} {match['after']}".lower()
    if _are_several(match) or len(names) < 2:
        return ""
    spoken = set(re.findall(r"\w+", told))
    most = max(len(name.words & spoken) for name in names)
    left = [name for name in names if len(name.words & spoken) == most]
    months = _months_in(told)
    left = [name for name in left if any(year in told for year in name.years)] or left
    left = [name for name in left if name.month in months] or left
    left = [name for name in left if name.kind == _kind_of(match)] or left
    left = _edition(left, told)
    return left[0].id if len(left) == 1 else ""


def _edition(left: list[ReportName], told: str) -> list[ReportName]:
    """Of several editions the one that "earlier" or "latest" means."""
    series = next((name.series for name in left if len(name.series) > 1), ())
    wanted = ""
    if series and re.search(rf"\b(?:{_any_of(_words()['older'])})\b", told):
        wanted = series[-2]
    elif series and re.search(rf"\b(?:{_any_of(_words()['newer'])})\b", told):
        wanted = series[-1]
    return [name for name in left if name.id == wanted] or left


def _are_several(match: re.Match[str]) -> bool:
    """Whether the noun is in the plural and not just short of its apostrophe ("the 2024 reports data")."""
    noun = match["noun"].lower()
    return noun in _nouns("plurals") and len(set(re.findall(_YEAR, match["told"]))) != 1


def _kind_of(match: re.Match[str]) -> str:
    noun = match["noun"].lower()
    if set(re.findall(r"\w+", match["told"].lower())) & set(_words()["press"]):
        return "article"
    kinds = [kind for group in ("nouns", "weak_nouns") for kind, nouns in _words()[group].items() if noun in nouns]
    return str(kinds[0]) if kinds else "article"


def _plain_noun(match: re.Match[str]) -> str:
    return "reports" if _are_several(match) else "report"


def _months_in(told: str) -> set[str]:
    numbers = {MONTHS[word] for word in re.findall(r"[a-z]+", told) if word in MONTHS}
    return {name for name, number in MONTHS.items() if number in numbers}


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "documents.yaml").read_text(encoding="utf-8"))
    return loaded


def _nouns(group: str) -> list[str]:
    words = _words()[group]
    return words if isinstance(words, list) else [noun for nouns in words.values() for noun in nouns]


def _any_of(words: Iterable[str]) -> str:
    """A regular expression for any of these words, longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda w: (-len(w), w)))


def _newspaper(name: str) -> str:
    """A newspaper's name, with "&" or "and" between its words."""
    parts = re.split(r"\s(?:&|and)\s", name)
    return r"\s(?:&|and|n)\s".join(re.escape(part).replace(r"\ ", r"\s") for part in parts)
