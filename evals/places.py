"""Whether a citation or a passage is at the place where the gold answer stands.

Gold places are written by hand ("Table 12", "Figure 8 (2024)", "paragraph 45", "Section 3, Sandwell"), and
evidence is in the published words while a report may be restated; so a place is right when its label is, or
when the figures of the evidence stand in it (for evidence without figures: most of its words).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from evals.matching import is_met
from evals.printed_numbers import figures_shown
from evals.records import Claim, Evidence, Item

WORDS_SHARED = 0.6
"""Share of the evidence's words that a passage has to have; chosen by hand on the foundation set."""

_LABEL = re.compile(r"\b(table|figure|paragraph|para)\s*(\d+)", re.I)
_SECTION = re.compile(r"\bsection\s*(\d+)", re.I)
_YEAR = re.compile(r"\(?\b(20\d\d)\b\)?")
_WORD = re.compile(r"[a-z]{4,}")
_PLACE_WORDS = {"table", "figure", "paragr", "para", "sectio", "prose", "text", "openin"}


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a report: where it is in words, and what stands there."""

    report: str
    locator: str
    text: str


def citation_to_place(citation: Mapping[str, Any]) -> Place:
    """The place that a citation of a result names."""
    return Place(citation["report"], _locator_words(citation), citation.get("quote") or citation.get("text") or "")


def is_gold_place(place: Place, item: Item) -> bool:
    """Whether the answer stands there: in a report that holds it, at a gold locator or with the evidence."""
    if not any(place.report in group for group in item.expect.sources):
        return False
    if item.evidence and place.report not in {evidence.report for evidence in item.evidence}:
        return _shows_expected_value(place, item)
    locators = () if isinstance(item, Claim) else item.expect.locators
    return any(is_at(place, locator) for locator in locators) or any(
        holds_evidence(place, evidence, item) for evidence in item.evidence
    )


def is_at(place: Place, locator: str) -> bool:
    """Whether the place is the one that a gold locator names; its year, where it has one, is a report's.

    A gold locator without a label names prose by its section, so a table's row is not there.
    """
    year = _YEAR.search(locator)
    if year and year.group(1) not in place.report:
        return False
    labels = _labels(locator)
    if labels:
        return bool(labels & _labels(place.locator))
    if any(kind != "para" for kind, _ in _labels(place.locator)):
        return False
    words = _stems(locator) - _PLACE_WORDS
    if words:
        return words <= _stems(place.locator)
    section = _SECTION.search(locator)
    return bool(section and re.search(rf"(?:^|[,>] ?|section ){section.group(1)}\b", place.locator, re.I))


def holds_evidence(place: Place, evidence: Evidence, item: Item) -> bool:
    """Whether the evidence stands there: its figures, and its words where figures could be chance."""
    if place.report != evidence.report:
        return False
    wanted, there = _values(evidence.text), _values(place.text)
    if not wanted:
        return _shared_words(evidence.text, place) >= WORDS_SHARED
    if wanted <= there:
        return len(wanted) > 1 or _shared_words(evidence.text, place) >= WORDS_SHARED / 2
    return bool(there) and there <= wanted and _shows_expected_value(place, item)


def _shows_expected_value(place: Place, item: Item) -> bool:
    """Asked of a row out of a table, and of a report that is a source too but of which no words are kept."""
    groups = [item.expect.value] if isinstance(item, Claim) else item.expect.contains
    return any(is_met(value, place.text) for group in groups for value in group)


def _values(text: str) -> set[Decimal]:
    return {number.mantissa for number in figures_shown(text)}


def _shared_words(wanted: str, place: Place) -> float:
    stems = _stems(wanted)
    return len(stems & _stems(f"{place.locator} {place.text}")) / len(stems) if stems else 1.0


def _stems(text: str) -> set[str]:
    """Words of four letters or more, cut to six: enough to meet "disruption" in "disrupted"."""
    return {word[:6] for word in _WORD.findall(text.lower())}


def _labels(text: str) -> set[tuple[str, str]]:
    return {(kind.lower()[:4], number) for kind, number in _LABEL.findall(text)}


def _locator_words(citation: Mapping[str, Any]) -> str:
    """The place in words and, where the locator comes in parts, its label, paragraph and section."""
    locator = citation.get("locator")
    words = [str(citation.get("place") or "")]
    if isinstance(locator, Mapping):
        paragraph = locator.get("paragraph")
        words += [str(locator.get("table") or ""), f"paragraph {paragraph}" if paragraph else ""]
        words += [str(part) for part in locator.get("section") or ()]
    else:
        words.append(str(locator or ""))
    return ", ".join(word for word in words if word)
