"""Questions in words, made from a figure: its level, its change, its place among the areas."""

from ingest.records import Figure
from rag.wording import area_words, is_countable, period_words

_LONGEST = 130  # characters; a longer question makes no button
_PER_CENT = ("%", "percentage points")


def ask_level(figure: Figure) -> str:
    """ "How many registered drug-related deaths were there in Dudley in 2024?"."""
    measure, setting = _measure(figure), f"{_in_area(figure.area)} {period_words(figure.period)}"
    if _is_counted(figure):
        return _question(f"How many {measure} were there {setting}")
    kind = "percentage" if figure.unit in _PER_CENT else "figure"
    named = f"the {measure}" if _names_its_kind(measure) else f"the {kind} for {measure}"
    return _question(f"What was {named} {setting}")


def ask_change(figure: Figure, since: str) -> str:
    """ "How have registered drug-related deaths in Dudley changed between 2020 and 2024?"."""
    verb = "have" if _is_counted(figure) else "has"
    return _question(
        f"How {verb} {_measure(figure)} {_in_area(figure.area)} changed between {since} and {figure.period}"
    )


def ask_ranking(figure: Figure) -> str:
    """ "Which area had the most registered drug-related deaths in 2024?"."""
    most = "the most" if _is_counted(figure) else "the highest"
    return _question(f"Which area had {most} {_measure(figure)} {period_words(figure.period)}")


def _question(text: str) -> str:
    told = f"{' '.join(text.split())}?"
    return told if len(told) <= _LONGEST else ""


def _measure(figure: Figure) -> str:
    """The measure with its part behind it: "individuals in treatment (opiate)"."""
    part = ", ".join(figure.breakdown)
    if figure.measure.lower() in part.lower():
        return _lowered(part)
    return f"{_lowered(figure.measure)} ({part})" if part else _lowered(figure.measure)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _in_area(area: str) -> str:
    return f"in {area_words(area)}" if area else ""


def _is_counted(figure: Figure) -> bool:
    return figure.unit in ("", "people", "individuals") and is_countable(figure.measure)


def _names_its_kind(measure: str) -> bool:
    return measure.split()[0] in ("number", "rate", "proportion", "percentage", "share", "value", "cost", "prevalence")
