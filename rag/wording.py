"""Figures in words: value with unit, measure, area, period and place, always as printed."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from ingest.records import Figure

_HEAD_END = re.compile(
    r"\b(?:in|of|to|from|using|for|due|receiving|with|who|that|per|on|by|and/or|engaging|committed|identified|given|under)\b",
    re.I,
)
_PLURALS = ("people", "children", "crime", "clients")


def value_words(figure: Figure) -> str:
    """The number as printed, with its unit."""
    printed = figure.printed.strip()
    if figure.unit == "%" and not re.search(r"%|per\s?cent|no change", printed, re.I):
        return f"{printed}%"
    if figure.unit.startswith("per ") and "per" not in printed.lower():
        return f"{printed} {figure.unit}"
    if figure.unit == "percentage points" and "point" not in printed.lower():
        return f"{printed} percentage points"
    if figure.qualifier and figure.unit not in ("share", "times"):
        return f"{ {'over': 'over', 'about': 'about', 'under': 'under'}.get(figure.qualifier, '') } {printed}".strip()
    return printed


def measure_words(figure: Figure) -> str:
    """The measure with its breakdown: "charge or summons (drug offences positive outcomes)"."""
    parts = [part for part in figure.breakdown if part]
    if not parts:
        return figure.measure
    own = ", ".join(_lowered(part) for part in parts)
    own = re.sub(rf"\s*\(?{re.escape(figure.unit)}\)?", "", own) if figure.unit.startswith("per ") else own
    return own if figure.measure.lower() in own.lower() else f"{own} ({figure.measure})"


def area_words(area: str) -> str:
    """The area as it stands in a sentence."""
    return (
        f"the {area}"
        if area in ("West Midlands", "United Kingdom") or area.endswith(("Midlands", "Area", "County"))
        else area
    )


def period_words(period: str) -> str:
    """The period as it stands in a sentence: "in 2023/24", "since 2014"."""
    if not period:
        return ""
    if period.startswith(("since", "year ending")):
        return period
    if re.match(r"\d{1,2} [A-Z]", period):
        return f"on {period}"
    return f"from {period}" if " to " in period else f"in {period}"


def setting_words(figure: Figure) -> str:
    """Area and period: "in Birmingham in 2023/24"."""
    area = f"in {area_words(figure.area)}" if figure.area else ""
    return " ".join(part for part in (area, period_words(figure.period)) if part)


def figure_sentence(figure: Figure) -> str:
    """A sentence that gives one figure: "8,490 individuals in treatment in Birmingham in 2023/24."."""
    value, measure = value_words(figure), measure_words(figure)
    if figure.unit in ("", "people", "individuals") or figure.unit.lower() in measure.lower():
        if is_countable(measure) and not figure.breakdown and figure.unit != "%":
            return f"{value} {measure} {setting_words(figure)}.".replace(" .", ".")
    return f"{value}: {measure} {setting_words(figure)}.".replace(" .", ".")


def is_countable(measure: str) -> bool:
    """Whether a number can stand before the measure: "registered drug-related deaths", not "alcohol dependency"."""
    head = _HEAD_END.split(measure)[0].split()
    return bool(head) and (head[-1].lower() in _PLURALS or bool(re.search(r"[^su]s$", head[-1])))


def place_words(figure: Figure) -> str:
    """Where a figure stands, short: "Table 12", "the text", of which report is told elsewhere."""
    if figure.locator.table:
        return figure.locator.table
    return f"paragraph {figure.locator.paragraph}" if figure.locator.paragraph else "the text"


def and_list(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def plain_number(value: Decimal, places: int | None = None) -> str:
    """A worked-out number for reading: thousands commas, the places asked for, else as few as it has."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    elif value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    return f"{value:,f}"


def signed(value: Decimal, places: int | None = None) -> str:
    """A worked-out change with its sign."""
    return ("+" if value > 0 else "") + plain_number(value, places)


def percent_of(change: Decimal, base: Decimal) -> Decimal:
    """A change in per cent of its base, which is not 0."""
    return change / base * 100


def sentence_case(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
