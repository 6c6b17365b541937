"""How often something happens, as the reports say it: "every three days", in one area or beside another; or per year."""

from decimal import Decimal

from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.query import Query
from rag.records import Derivation
from rag.wording import and_list, area_words, measure_words, plain_number, sentence_case, value_words

_A_YEAR = {"days": 365, "hours": 8760, "minutes": 525600, "weeks": 52, "months": 12}


def times_a_year(query: Query, found: list[Found], library: Library) -> Draft | None:
    """How many a year an interval comes to ("one every three days"), taken at its word."""
    if query.every_area or len(query.areas) > 1 or not library.cues.has("a_year", query.text):
        return None
    stated = {n.value for n in query.numbers if n.unit == "interval"}
    if not stated and not (library.cues.has("often", query.text) and query.wants == "count"):
        return None
    area = query.areas[0] if query.areas else library.lexicon.region
    every = [f for one in found for f in one.figures if f.printed.lower().startswith("every ") and f.unit in _A_YEAR]
    figure = next((f for f in every if f.area == area and (not stated or f.value in stated)), None)
    if figure is None or not figure.value:
        return None
    times = Decimal(_A_YEAR[figure.unit]) / figure.value
    working = f"{plain_number(Decimal(_A_YEAR[figure.unit]))} {figure.unit} ÷ {plain_number(figure.value)} = {plain_number(times, 1)}, about {plain_number(times, 0)}"
    head = f"About {plain_number(times, 0)} a year in {area_words(area)}, if it is taken literally: {measure_words(figure)} {figure.printed}, and {working}."
    return Draft(
        "answered",
        head,
        figures=(figure,),
        derivation=Derivation("rate per time", working, times, "a year", (figure.id,)),
    )


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
