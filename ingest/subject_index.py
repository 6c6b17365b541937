"""The subject index: what readers ask in their own words, and the statement or measure that answers it.

``subject-index.yaml`` holds questions, never an answer. It does for the reports what a book's index does for a book: an
everyday question that shares no word with a statement still finds it. A report without entries is searched as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from ingest.errors import WrongUse
from ingest.lexicon import Lexicon
from ingest.records import Figure, Passage
from ingest.statement_places import places_of
from ingest.store_records import Asked, Contents
from ingest.store_rows import bytes_to_vector, digest_text, measure_key

FILE = "subject-index.yaml"
_UNITS = ("sentence", "item", "prose")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a report says somewhere, in the words of this project, and questions that it answers."""

    report: str
    says: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureAsked:
    """A measure of the tables by its printed name, breakdown and kind, and ways of asking for it."""

    measure: str
    breakdown: tuple[str, ...]
    kind: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubjectIndex:
    """All entries of ``subject-index.yaml``."""

    statements: tuple[Statement, ...] = ()
    measures: tuple[MeasureAsked, ...] = ()

    def within(self, passages: Sequence[Passage], figures: Sequence[Figure]) -> "SubjectIndex":
        """The entries about reports and measures that are there."""
        reports = {passage.locator.report for passage in passages}
        measures = {(figure.measure, figure.breakdown, figure.kind) for figure in figures if figure.is_cell}
        return SubjectIndex(
            tuple(entry for entry in self.statements if entry.report in reports),
            tuple(entry for entry in self.measures if (entry.measure, entry.breakdown, entry.kind) in measures),
        )

    def texts(self, passages: Sequence[Passage]) -> Iterable[str]:
        """Every text of it to be encoded: the questions, and the statements that no passage has word for word."""
        said = {(passage.locator.report, _flat(passage.text)) for passage in passages}
        for entry in self.statements:
            yield from entry.asks
            if (entry.report, _flat(entry.says)) not in said:
                yield entry.says
        for measure in self.measures:
            yield from measure.asks


def load_subject_index(path: Path) -> SubjectIndex:
    """Read the file; an index that is not there is empty.

    Raises:
        WrongUse: the file is no subject index.
    """
    if not path.exists():
        return SubjectIndex()
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return SubjectIndex(tuple(_statements(loaded["statements"])), tuple(_measures(loaded["measures"])))
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise WrongUse(f"{str(path)!r} is no subject index ({error}): see the entries that it had before") from error


def attach(
    index: SubjectIndex,
    contents: Contents,
    vectors: Mapping[str, bytes],
    lexicon: Lexicon,
) -> list[Asked]:
    """Each question with the passage or measure that answers it, in this edition of the reports.

    A statement belongs to the passages of its report with the same words; where there are none, as in a report's
    published text, to those that say the same.
    """
    by_report: dict[str, list[Passage]] = {}
    stated = {entry.report for entry in index.statements}
    for passage in contents.passages:
        if passage.kind in _UNITS and passage.locator.report in stated:
            by_report.setdefault(passage.locator.report, []).append(passage)
    asked = []
    for report, own in by_report.items():
        entries = [entry for entry in index.statements if entry.report == report]
        for entry, found in zip(entries, _places_of(entries, own, vectors), strict=True):
            asked += [Asked(question, "passage", passage.id) for passage in found for question in entry.asks]
    asked += _of_measures(index.measures)
    return [replace(one, terms=tuple(dict.fromkeys(lexicon.terms_of(one.question)))) for one in asked]


def _places_of(
    entries: Sequence[Statement], passages: Sequence[Passage], vectors: Mapping[str, bytes]
) -> Iterable[list[Passage]]:
    by_text: dict[str, list[Passage]] = {}
    for passage in passages:
        by_text.setdefault(_flat(passage.text), []).append(passage)
    reworded = [entry.says for entry in entries if _flat(entry.says) not in by_text]
    pairs = (_vectors(reworded, vectors), _vectors([passage.indexed for passage in passages], vectors))
    elsewhere = iter(places_of(reworded, passages, pairs) if reworded else [])
    return [by_text.get(_flat(entry.says)) or next(elsewhere) for entry in entries]


def _vectors(texts: Sequence[str], vectors: Mapping[str, bytes]) -> np.ndarray:
    return np.array([bytes_to_vector(vectors[digest_text(text)]) for text in texts])


def _of_measures(measures: Sequence[MeasureAsked]) -> list[Asked]:
    return [
        Asked(question, "measure", measure_key(entry.measure, entry.breakdown, entry.kind))
        for entry in measures
        for question in entry.asks
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _statements(loaded: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterable[Statement]:
    for report, entries in loaded.items():
        for entry in entries:
            yield Statement(report, str(entry["says"]), tuple(map(str, entry["asks"])))


def _measures(loaded: Sequence[Mapping[str, Any]]) -> Iterable[MeasureAsked]:
    for entry in loaded:
        breakdown = tuple(map(str, entry["breakdown"]))
        yield MeasureAsked(str(entry["measure"]), breakdown, str(entry["kind"]), tuple(map(str, entry["asks"])))
