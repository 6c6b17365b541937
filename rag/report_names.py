"""What reports are called in answers, and the words by which questions name them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.passages_about import month_in_words
from ingest.store_records import ReportInfo
from ingest.words import STOPWORDS, tokenize

_TELLS_NOTHING = STOPWORDS | frozenset("report reports west midlands drug drugs crime police".split())


@dataclass(frozen=True, slots=True, eq=False)
class ReportName:
    """How a report can be named: its kind ("report", "article", "page"), years, month, words, and place in its series.

    ``month`` is the full name in small letters or "". ``series`` are the ids of all reports of the same title, oldest
    first; a report that stands alone is its own series. ``publisher`` is set for an article only: a newspaper's name
    stands for what it printed, while other publishers are bodies that questions are about.
    """

    id: str
    kind: str
    years: frozenset[str]
    month: str
    words: frozenset[str]
    series: tuple[str, ...]
    publisher: str = ""


def short_names(reports: Sequence[ReportInfo]) -> dict[str, str]:
    """A short name of each report: its kind and date of publication ("the October 2024 report")."""
    return {info.id: f"the {month_in_words(info.published)} {_kind(info)}".replace("  ", " ") for info in reports}


def name_patterns(reports: Sequence[ReportInfo]) -> tuple[ReportName, ...]:
    """How questions name each report."""
    series: dict[str, tuple[str, ...]] = {}
    for info in sorted(reports, key=lambda info: str(info.published)):
        series[_series_title(info)] = (*series.get(_series_title(info), ()), info.id)
    return tuple(
        ReportName(
            info.id,
            _kind(info),
            frozenset({str(info.published)[:4], *re.findall(r"(?:19|20)\d\d", f"{info.id} {info.title}")} - {""}),
            month_in_words(info.published).split(" ")[0].lower() if len(str(info.published)) > 4 else "",
            _telling_words(info),
            series[_series_title(info)],
            info.publisher if _kind(info) == "article" else "",
        )
        for info in reports
    )


def _telling_words(info: ReportInfo) -> frozenset[str]:
    """The words of a report's id and publisher, and of its title where that says what kind of document it is."""
    titled = info.title if _kind(info) != "article" else ""
    words = {token.word for token in tokenize(f"{info.id.replace('-', ' ')} {titled} {info.publisher}")}
    return frozenset(word for word in words - _TELLS_NOTHING if word.isalpha() and len(word) > 3)


def _series_title(info: ReportInfo) -> str:
    return " ".join(re.sub(r"(?:19|20)\d\d", " ", info.title.lower()).split())


def _kind(info: ReportInfo) -> str:
    return (
        "report" if "report" in info.title.lower() else "page" if "recommendation" in info.title.lower() else "article"
    )
