"""A number that a report's text gives under another measure's name: no value of the measure asked for, where that has none for the time."""

from ingest.periods import period_from_label
from ingest.records import Figure, Finding
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.wording import area_words, measure_words, period_words, value_words

_SIDES = 3  # the figure in the text, the value proper and the one whose value the text gives


def not_of_its_name(query: Query, draft: Draft, findings: tuple[Finding, ...], library: Library) -> Draft | None:
    """The refusal where the one figure told is another measure's, and the value proper is of a time that is not asked for."""
    if len(draft.figures) != 1 or draft.figures[0].is_cell or not query.periods or "discrepancy" in query.operations:
        return None
    told = draft.figures[0]
    for finding in findings:
        sides = {figure.id: figure for figure in library.index.figures_with(list(finding.figures))}
        if len(finding.figures) != _SIDES or finding.figures[0] != told.id or len(sides) != _SIDES:
            continue
        proper, twin = (sides[one] for one in finding.figures[1:])
        if twin.value == told.value and not _is_of_time_asked(proper, query):
            return Draft("not_found", _sentence(told, twin, library), sureness=1.0)
    return None


def _is_of_time_asked(figure: Figure, query: Query) -> bool:
    period = period_from_label(figure.period)
    return period is None or any(one.start <= period.end and period.start <= one.end for one in query.periods)


def _sentence(told: Figure, twin: Figure, library: Library) -> str:
    where = f"in {area_words(told.area)} {period_words(told.period)}".strip()
    return (
        f"The reports do not say: {value_words(told)}, which the text calls {measure_words(told)} {where}, "
        f"is the {measure_words(twin)} in {library.place_of(twin)}."
    )
