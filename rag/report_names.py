"""What reports are called in answers, and how questions name them."""

import re
from collections.abc import Sequence

from ingest.passages_about import month_in_words
from ingest.store_records import ReportInfo

_COMMON = frozenset("the of a an in on and for at to report reports west midlands drug drugs".split())


def short_names(reports: Sequence[ReportInfo]) -> dict[str, str]:
    """A short name of each report: its kind and date of publication ("the October 2024 report")."""
    return {info.id: f"the {month_in_words(info.published)} {_kind(info)}".replace("  ", " ") for info in reports}


_NAMED = r"(?:story|piece|report|edition|update|document|fact ?sheet|page|article|paper|figures|thing|doc|one)"
_NAMED_BY_KIND = {
    "report": r"(?:(?:progress |misuse |partnership )?(?:report|edition|update|document|fact ?sheet|paper|thing|doc|one))",
    "article": r"(?:story|piece|article|news(?:paper)?(?: story| report| article)?|press report)",
    "page": r"(?:page|recommendations|proposals|web ?page)",
}


def name_patterns(reports: Sequence[ReportInfo]) -> tuple[tuple[str, str, str], ...]:
    """How a question names a report: (id, "name", regular expression over lower-case text)."""
    patterns = []
    for info in reports:
        years = {str(info.published)[:4], *re.findall(r"(?:19|20)\d\d", info.id + " " + info.title)}
        kind = _NAMED_BY_KIND[_kind(info)]
        month = month_in_words(info.published).split(" ")[0].lower() if len(str(info.published)) > 4 else ""
        for year in sorted(y for y in years if y):
            words = rf"(?:the |that |this )?(?:{month} )?{year} (?:[a-z'-]+ ){{0,3}}?{kind}\b"
            patterns.append((info.id, "name", rf"\b{words}"))
            patterns.append(
                (info.id, "name", rf"\b{kind} (?:of|from|published in|in|dated|for) (?:\d+\w* )?(?:{month} )?{year}\b")
            )
            patterns.append((info.id, "name", rf"\b(?:the|in) {month} {year} one\b"))
        patterns += [(info.id, "name", pattern) for pattern in _by_words(info)]
    return tuple(_unambiguous(patterns))


def _by_words(info: ReportInfo) -> list[str]:
    """Names made of the words of a report's id: "annual report", "news story", "substance misuse report"."""
    words = [word for word in info.id.split("-") if word.isalpha()]
    lead = r"\b(?:the |that |this |his |old )?"
    pairs = [
        rf"{lead}{a} {b}" + ("" if re.fullmatch(_NAMED, b) else f" {_NAMED}")
        for a, b in zip(words, words[1:], strict=False)
    ]
    single = [rf"{lead}{word} (?!report|figures){_NAMED}" for word in words if word not in _COMMON and len(word) > 3]
    return [rf"{pattern}\b" for pattern in pairs + single]


def _unambiguous(patterns: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    owners: dict[str, set[str]] = {}
    for report, _, pattern in patterns:
        owners.setdefault(pattern, set()).add(report)
    return [item for item in patterns if len(owners[item[2]]) == 1]


def _kind(info: ReportInfo) -> str:
    return (
        "report" if "report" in info.title.lower() else "page" if "recommendation" in info.title.lower() else "article"
    )
