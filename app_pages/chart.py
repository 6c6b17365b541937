"""A chart of figures that compare areas or periods: bars for areas, a line for periods, bars side by side for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from app_pages.words import and_list, sentence_case
from ingest.periods import period_from_label
from ingest.records import Figure

_FEWEST = 2
_MOST_PERIODS = 3  # side by side
_COMPARING = (
    "",
    "change",
    "changes",
    "compare",
    "difference",
)  # a share's or a total's working is one number, not a comparison
_COLOUR = "#1d70b8"
_SHADES = ["#5694ca", "#1d70b8", "#003078"]  # the latest period is the darkest; each bar says its period too
_TEXT = "#0b0c0c"
_AREA_AXIS = {"labelLimit": 400, "labelOverlap": False, "ticks": False, "domain": False}
_BAR_STEP = 30
_SHORT_STEP = 22
_ROOM_FOR_LABEL = 1.15  # times the longest bar


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures of one measure in the order of the chart: they differ by "area" alone, by "period" alone, or by "both"."""

    axis: str
    title: str
    points: tuple[Figure, ...]

    def name_of(self, figure: Figure) -> str:
        """What a figure is called on the axis."""
        return figure.period if self.axis == "period" else figure.area

    def label_of(self, figure: Figure) -> str:
        """What stands at a figure's bar or point."""
        return f"{figure.printed} ({figure.period})" if self.axis == "both" else figure.printed


def show_chart(figures: Sequence[Figure], operation: str = "") -> None:
    """Draw the comparison that these figures make, if any, with its words for those who cannot see it.

    ``operation`` is what an answer worked out from them; none that makes one number of them is drawn.
    """
    comparison = find_comparison(figures)
    if comparison is None or len(comparison.points) == _FEWEST and operation not in _COMPARING:
        return
    st.html(f'<p class="caption">{escape(comparison.title)}</p>')
    st.altair_chart(_draw(comparison), width="stretch")
    st.html(f'<p class="unseen">{escape(describe(comparison))}</p>')


def find_comparison(figures: Sequence[Figure]) -> Comparison | None:
    """The first figure's measure by area, by period or by both, where there are two points or more."""
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
    if len(areas) * len(periods) == len(same) and len(areas) >= _FEWEST and 1 < len(periods) <= _MOST_PERIODS:
        return _side_by_side(same, f"{measure}{unit}")
    return None


def _side_by_side(figures: Sequence[Figure], title: str) -> Comparison:
    """Areas by the size of their latest figure, each with its periods in order."""
    ordered = sorted(figures, key=_by_period)
    periods = list(dict.fromkeys(figure.period for figure in ordered))
    size = {figure.area: figure.value for figure in ordered}  # the latest, which comes last
    points = tuple(sorted(ordered, key=lambda figure: -size[figure.area]))
    return Comparison("both", f"{title}, {and_list(periods)}", points)


def describe(comparison: Comparison) -> str:
    """The chart in words."""
    kind = "Line chart" if comparison.axis == "period" else "Bar chart"
    points = [f"{comparison.name_of(figure)} {comparison.label_of(figure)}" for figure in comparison.points]
    return f"{kind}: {comparison.title}. {and_list(points)}."


def _draw(comparison: Comparison) -> Any:
    import altair as alt

    points = comparison.points
    names = list(dict.fromkeys(comparison.name_of(figure) for figure in points))
    periods = list(dict.fromkeys(figure.period for figure in sorted(points, key=_by_period)))
    longest = max(float(figure.value) for figure in points)
    base = alt.Chart(alt.Data(values=[_row(figure, comparison) for figure in points]))
    room = alt.Scale(zero=True, domainMax=_ROOM_FOR_LABEL * longest) if longest > 0 else alt.Scale(zero=True)
    length = alt.X("value:Q", title=None, axis=None, scale=room)
    places = alt.Y("name:N", sort=names, title=None, axis=_AREA_AXIS)
    if comparison.axis == "area":
        base = base.encode(x=length, y=places).properties(height={"step": _BAR_STEP})
        marks = base.mark_bar(color=_COLOUR)
        labels = base.mark_text(align="left", dx=4, color=_TEXT).encode(text="printed:N")
    elif comparison.axis == "both":
        beside = alt.YOffset("period:N", sort=periods)
        base = base.encode(x=length, y=places, yOffset=beside).properties(height={"step": _SHORT_STEP, "for": "offset"})
        shades = alt.Scale(domain=periods, range=_SHADES[-len(periods) :])
        marks = base.mark_bar().encode(color=alt.Color("period:N", scale=shades, legend=None))
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


def _row(figure: Figure, comparison: Comparison) -> dict[str, str | float]:
    return {
        "name": comparison.name_of(figure),
        "value": float(figure.value),
        "printed": comparison.label_of(figure),
        "period": figure.period,
    }


def _kind(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.breakdown, figure.unit, figure.kind


def _without_repeats(figures: Sequence[Figure]) -> list[Figure]:
    """Each area and period once: the first that is given, which is the one that the answer stands on."""
    return list({(figure.area, figure.period): figure for figure in reversed(figures)}.values())[::-1]


def _by_period(figure: Figure) -> tuple[bool, Any]:
    period = period_from_label(figure.period)
    return period is None, period or figure.period
