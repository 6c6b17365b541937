"""How a finding is said: the place of a figure, the measure in words, and the finding itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.audit_numbers import Severity
from ingest.records import Figure, Finding, Locator


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two places that a finding sets against each other, with what stands there."""

    place: str
    value: str
    report: str


def side_of(figure: Figure) -> Side:
    """The side that is one printed figure."""
    return Side(place_of(figure.locator), figure.printed, figure.locator.report)


def place_of(locator: Locator) -> str:
    """Where something stands: "Table 12, Coventry, % Change" or "text of “Drug-Related Crimes”, page 13"."""
    if locator.table or locator.column is not None:
        parts = [locator.table or "table", locator.row, locator.column]
        return ", ".join(part for part in parts if part)
    return _text_place(locator)


def _text_place(locator: Locator) -> str:
    heading = f"text of “{locator.section[-1]}”" if locator.section else "text"
    paragraph = f"paragraph {locator.paragraph}" if locator.paragraph else ""
    page = locator.page_label or (str(locator.page) if locator.page else "")
    return ", ".join(part for part in (heading, paragraph, f"page {page}" if page else "") if part)


def source_of(figure: Figure) -> str:
    """What a figure is said to stand in: "Table 12" or "the text"."""
    return (figure.locator.table or "the table") if figure.is_cell else "the text"


def subject_of(figure: Figure) -> str:
    """What a figure counts, where and when: "registered drug-related deaths, Coventry, 2024"."""
    when = f"{figure.base_period} to {figure.period}" if figure.base_period else figure.period
    part = figure.breakdown[-1] if figure.breakdown else ""
    names = [part] if figure.measure.lower() in part.lower() else [figure.measure, part]
    named = figure.measure if part.lower() in figure.measure.lower() else ", ".join(names)
    return ", ".join(word for word in (named, figure.area, when) if word)


def joined(words: Iterable[str]) -> str:
    """Words as a list: "a, b and c"."""
    *most, last = list(words)
    return f"{', '.join(most)} and {last}" if most else last


def state(kind: str, severity: Severity, sides: tuple[Side, Side], why: str, figures: Iterable[Figure]) -> Finding:
    """The finding that two sides disagree."""
    a, b = sides
    place_b = b.place if a.report == b.report else f"{b.report}: {b.place}"
    ids = tuple(dict.fromkeys(figure.id for figure in figures))
    return Finding(kind, severity, a.report, a.place, a.value, place_b, b.value, why[:1].upper() + why[1:], ids)
