"""How often something happens, as the reports say it: "every three days", in one area or beside another."""

from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.query import Query
from rag.wording import and_list, area_words, measure_words, sentence_case, value_words


def how_often(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The interval for each area asked for; None where the reports give one of them none."""
    if query.wants != "often" or query.periods:
        return None
    areas = query.areas or (library.lexicon.region,)
    for one in found:
        every = [figure for figure in one.figures if figure.printed.lower().startswith("every ")]
        there = {area: next((f for f in every if f.area == area), None) for area in areas}
        told = {area: figure for area, figure in there.items() if figure}
        if len(told) == len(areas):
            sides = and_list([f"{value_words(figure)} in {area_words(area)}" for area, figure in told.items()])
            subject = sentence_case(measure_words(next(iter(told.values()))))
            return Draft("answered", f"{subject}: {sides}.", figures=tuple(told.values()))
    return None
