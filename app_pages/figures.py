"""The Figures page: every figure of the reports, to filter, chart and download."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import streamlit as st

from app_pages.chart import find_comparison, show_chart
from app_pages.share import figure_rows, rows_to_csv, rows_to_excel
from app_pages.start import open_reports
from app_pages.words import count_words, figure_words
from ingest.periods import period_from_label
from ingest.records import Figure
from ingest.store import Index

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN = ("Area", "Period", "Measure", "Part", "Where", "Report")


def show_figures() -> None:
    """The page."""
    index = open_reports()
    if index is None:
        return
    st.html("<h1>Figures</h1>")
    st.write("Every figure in the reports, as printed, with the place that it stands in.")
    figures = _choose(_all_figures(index, index.version), index)
    rows = figure_rows(figures, index.reports())
    st.html(f'<p role="status"><strong>{count_words(len(figures), "figure").capitalize()}</strong></p>')
    if not figures:
        st.write("No figure fits this choice. Take out a word or a filter.")
        return
    st.dataframe(
        [{"Figure": figure_words(row["Figure"], row["Unit"]), **{name: row[name] for name in _SHOWN}} for row in rows],
        hide_index=True,
        width="stretch",
    )
    _offer_downloads(rows)
    _show_chart_of(figures)


def matches(figure: Figure, words: str, chosen: Mapping[str, Sequence[str]]) -> bool:
    """Whether a figure has all the words typed and is of the measures, areas, periods and reports chosen."""
    text = " ".join([figure.measure, *figure.breakdown, figure.area, figure.period, figure.sentence]).lower()
    of_figure = {
        "measure": figure.measure,
        "area": figure.area,
        "period": figure.period,
        "report": figure.locator.report,
    }
    return all(word in text for word in words.lower().split()) and all(
        not values or of_figure[name] in values for name, values in chosen.items()
    )


@st.cache_data(show_spinner=False, max_entries=2)
def _all_figures(_index: Index, version: str) -> list[Figure]:
    """All figures, those of tables first."""
    return sorted(_index.all_figures(), key=lambda figure: not figure.is_cell)


def _choose(figures: Sequence[Figure], index: Index) -> list[Figure]:
    titles = {info.id: info.title for info in index.reports()}
    columns = st.columns(2)
    with columns[0]:
        words = st.text_input("Words, such as deaths or possession")
        areas = st.multiselect("Area", _values(figure.area for figure in figures), placeholder="All areas")
        kind = st.selectbox("Stands in", ("Tables and text", "Tables", "Text"))
    with columns[1]:
        measures = st.multiselect("Measure", _values(figure.measure for figure in figures), placeholder="All measures")
        periods = st.multiselect("Period", _periods(figures), placeholder="All periods")
        reports = st.multiselect(
            "Report", list(titles), format_func=lambda report: titles[report], placeholder="All reports"
        )
    chosen = {"measure": measures, "area": areas, "period": periods, "report": reports}
    found = [figure for figure in figures if matches(figure, words, chosen)]
    if kind == "Tables and text":
        return found
    return [figure for figure in found if figure.is_cell == (kind == "Tables")]


def _offer_downloads(rows: Sequence[dict[str, str]]) -> None:
    with st.container(horizontal=True):
        st.download_button("Download CSV", rows_to_csv(rows), "figures.csv", "text/csv", on_click="ignore")
        st.download_button("Download Excel", lambda: rows_to_excel(rows), "figures.xlsx", _EXCEL, on_click="ignore")


def _show_chart_of(figures: Sequence[Figure]) -> None:
    st.html('<h2 class="part">Chart</h2>')
    charted = next((part for part in _parts(figures) if find_comparison(part)), None)
    if charted is None:
        st.write("A chart is drawn where the choice compares one measure over several areas or over several periods.")
        return
    if len({(figure.measure, figure.breakdown) for figure in figures}) > 1:
        st.write("The first measure of your choice that can be compared. To see another, choose it above.")
    show_chart(charted)


def _parts(figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """The choice, and those of it that are of one period, the latest first."""
    yield figures
    for period in _periods(figures):
        yield [figure for figure in figures if figure.period == period]


def _values(values: Iterable[str]) -> list[str]:
    return sorted({value for value in values if value})


def _periods(figures: Sequence[Figure]) -> list[str]:
    labels = {figure.period for figure in figures if figure.period}
    return sorted(labels, key=_latest_first)


def _latest_first(label: str) -> tuple[bool, Any]:
    period = period_from_label(label)
    return period is None, -period.end.toordinal() if period else label
