"""How often something happens, as the reports say it: "every three days", in one area or beside another; or per year."""

import re
from decimal import Decimal

from ingest.numerals import find_numbers
from ingest.records import Figure
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.query import Query
from rag.records import Derivation
from rag.wording import and_list, area_words, measure_words, plain_number, sentence_case, value_words

_A_YEAR = {"days": 365, "hours": 8760, "minutes": 525600, "weeks": 52, "months": 12}
_A_DAY = {
    "days": Decimal(1),
    "hours": Decimal(24),
    "minutes": Decimal(1440),
    "weeks": Decimal(1) / 7,
    "months": Decimal(12) / 365,
}
_SPAN = re.compile(
    r"\b(?:over|in|during|across|for|within|an?|per|each)\s(?:(?:an?|one|the|any)\s)?(?:(?:whole|full|single|typical|average)\s)?"
    r"(?:(?P<days>\d+|[a-z]+)[ -]days?\b|(?P<unit>week|fortnight|day)\b)",
    re.I,
)
_AB = (0, 1)  # the two sides
_MANY = 10  # so many are told as a whole number
_SPANS = {"day": 1, "week": 7, "fortnight": 14}


def times_a_year(query: Query, found: list[Found], library: Library) -> Draft | None:
    """How many a year an interval comes to ("one every three days"), taken at its word."""
    span = _days_asked(query, library)
    if query.every_area or len(query.areas) > 1 or not span:
        return None
    stated = {n.value for n in query.numbers if n.unit == "interval"}
    if not stated and not (library.cues.has("often", query.text) and query.wants == "count"):
        return None
    area = query.areas[0] if query.areas else library.lexicon.region
    every = [f for one in found for f in one.figures if f.printed.lower().startswith("every ") and f.unit in _A_YEAR]
    figure = next((f for f in every if f.area == area and (not stated or f.value in stated)), None)
    if figure is None or not figure.value:
        return None
    days, words = span
    whole = Decimal(_A_YEAR[figure.unit]) if words == "a year" else days * _A_DAY[figure.unit]
    times = whole / figure.value
    told = f"{plain_number(days)} days = " if words.startswith("in ") else ""
    rounded = plain_number(times, 0 if times >= _MANY else 1)
    working = f"{told}{plain_number(whole).removesuffix('.0')} {figure.unit} ÷ {plain_number(figure.value)} = {plain_number(times, 1)}, about {rounded}"
    head = f"About {rounded} {words} in {area_words(area)}, if it is taken literally: {measure_words(figure)} {figure.printed}, and {working}."
    return Draft(
        "answered",
        head,
        figures=(figure,),
        derivation=Derivation("rate per time", working, times, words, (figure.id,)),
    )


def times_as_often(query: Query, found: list[Found], library: Library) -> Draft | None:
    """How many times as often something happens in one area as in another, by the two intervals that are printed."""
    if "ratio" not in query.operations or len(query.areas) != 2 or query.every_area:
        return None
    if not (library.cues.has("often", query.text) or sum(n.unit == "interval" for n in query.numbers) == len(_AB)):
        return None
    for one in found:
        every = [f for f in one.figures if f.printed.lower().startswith("every ") and f.unit in _A_DAY and f.value]
        sides = [next((f for f in every if f.area == area), None) for area in query.areas]
        pair = [f for f in sides if f]
        if len(pair) == len(_AB):
            return _told_as_often(*sorted(pair, key=lambda f: -_hours(f)))
    return None


def _hours(figure: Figure) -> Decimal:
    return figure.value * 24 / _A_DAY[figure.unit]


def _told_as_often(rare: Figure, often: Figure) -> Draft:
    times = _hours(rare) / _hours(often)
    working = f"{plain_number(_hours(rare))} hours ÷ {plain_number(_hours(often))} hours = {plain_number(times, 1)}"
    head = (
        f"About {plain_number(times, 1)} times as often in {area_words(often.area)} as in {area_words(rare.area)}, if it is taken "
        f"literally: {often.printed} against {rare.printed}, and {working}."
    )
    derivation = Derivation("ratio", working, times, "", (often.id, rare.id))
    return Draft("answered", head, figures=(often, rare), derivation=derivation)


def _days_asked(query: Query, library: Library) -> tuple[Decimal, str] | None:
    """The stretch of time asked about in days, and its name ("over a thirty-day month", "a year")."""
    if library.cues.has("a_year", query.text):
        return Decimal(365), "a year"
    match = _SPAN.search(query.text)
    if match is None:
        return None
    if match["days"]:
        told = find_numbers(match["days"])
        return (told[0].value, f"in {plain_number(told[0].value)} days") if told else None
    return Decimal(_SPANS[match["unit"].lower()]), f"a {match['unit'].lower()}"


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
