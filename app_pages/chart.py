"""A chart of figures that compare areas or periods: bars for areas, a line for periods."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from app_pages.words import and_list, sentence_case
from ingest.periods import period_from_label
from ingest.records import Figure

_FEWEST = 3
_COLOUR = "#1d70b8"
_TEXT = "#0b0c0c"
_AREA_AXIS = {"labelLimit": 400, "labelOverlap": False, "ticks": False, "domain": False}
_BAR_STEP = 30


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures of one measure that differ by area alone or by period alone, in the order of the chart."""

    axis: str
    title: str
    points: tuple[Figure, ...]

    def name_of(self, figure: Figure) -> str:
        """What a figure is called on the axis."""
        return figure.area if self.axis == "area" else figure.period


def show_chart(figures: Sequence[Figure]) -> None:
    """Draw the comparison that these figures make, if any, with its words for those who cannot see it."""
    comparison = find_comparison(figures)
    if comparison is None:
        return
    st.html(f'<p class="caption">{escape(comparison.title)}</p>')
    st.altair_chart(_draw(comparison), width="stretch")
    st.html(f'<p class="unseen">{escape(describe(comparison))}</p>')


def find_comparison(figures: Sequence[Figure]) -> Comparison | None:
    """The first figure's measure by area or by period, where there are three points or more."""
    if not figures:
        return None
    same = _without_repeats([figure for figure in figures if _kind(figure) == _kind(figures[0])])
    areas, periods = {figure.area for figure in same}, {figure.period for figure in same}
    measure = sentence_case(", ".join([*figures[0].breakdown, figures[0].measure]))
    unit = f" ({figures[0].unit})" if figures[0].unit in ("%", "£") or "per" in figures[0].unit else ""
    if len(areas) == len(same) >= _FEWEST and len(periods) == 1:
        title = f"{measure}{unit}, {figures[0].period}" if figures[0].period else f"{measure}{unit}"
        return Comparison("area", title, tuple(sorted(same, key=lambda figure: -figure.value)))
    if len(periods) == len(same) >= _FEWEST and len(areas) == 1:
        title = f"{measure}{unit}, {figures[0].area}" if figures[0].area else f"{measure}{unit}"
        return Comparison("period", title, tuple(sorted(same, key=_by_period)))
    return None


def describe(comparison: Comparison) -> str:
    """The chart in words."""
    kind = "Bar chart" if comparison.axis == "area" else "Line chart"
    points = [f"{comparison.name_of(figure)} {figure.printed}" for figure in comparison.points]
    return f"{kind}: {comparison.title}. {and_list(points)}."


def _draw(comparison: Comparison) -> Any:
    import altair as alt

    names = [comparison.name_of(figure) for figure in comparison.points]
    rows = [
        {"name": name, "value": float(figure.value), "printed": figure.printed}
        for name, figure in zip(names, comparison.points, strict=True)
    ]
    base = alt.Chart(alt.Data(values=rows))
    if comparison.axis == "area":
        base = base.encode(
            x=alt.X("value:Q", title=None, axis=None, scale=alt.Scale(zero=True)),
            y=alt.Y("name:N", sort=names, title=None, axis=_AREA_AXIS),
        )
        base = base.properties(height={"step": _BAR_STEP})
        marks = base.mark_bar(color=_COLOUR)
        labels = base.mark_text(align="left", dx=4, color=_TEXT).encode(text="printed:N")
    else:
        base = base.encode(
            x=alt.X("name:N", sort=names, title=None, axis=alt.Axis(labelAngle=0)),
            y=alt.Y("value:Q", title=None, axis=None, scale=alt.Scale(zero=True)),
        )
        marks = base.mark_line(color=_COLOUR, point=alt.OverlayMarkDef(color=_COLOUR, size=60))
        labels = base.mark_text(dy=-12, color=_TEXT).encode(text="printed:N")
    chart = (marks + labels).properties(description=describe(comparison))
    return chart.configure_axis(labelColor=_TEXT, labelFontSize=13, grid=False).configure_text(fontSize=13)


def _kind(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.breakdown, figure.unit, figure.kind


def _without_repeats(figures: Sequence[Figure]) -> list[Figure]:
    """Each area and period once: the first that is given, which is the one that the answer stands on."""
    return list({(figure.area, figure.period): figure for figure in reversed(figures)}.values())[::-1]


def _by_period(figure: Figure) -> tuple[bool, Any]:
    period = period_from_label(figure.period)
    return period is None, period or figure.period
