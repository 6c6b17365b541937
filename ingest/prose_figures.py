"""Numbers stated in prose -> figures, each typed by value, unit, kind, measure, area and period."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.prose_areas import areas_of, is_shared
from ingest.prose_around import lends_average, subject_area
from ingest.prose_kinds import kinds_of
from ingest.prose_measures import measure_of
from ingest.prose_mentions import find_mentions
from ingest.prose_numbers import figure_numbers
from ingest.prose_pairs import find_stretches, main_pair
from ingest.prose_periods import periods_of
from ingest.prose_places import sentences_in
from ingest.prose_records import Place, Sentence, Trail, Typed, What, When, Where
from ingest.prose_units import noun_of, units_of
from ingest.records import Figure, Report


def prose_figures(report: Report, lexicon: Lexicon) -> list[Figure]:
    """The figures stated in a report's paragraphs, in reading order."""
    figures: list[Figure] = []
    trail = Trail()
    for place in sentences_in(report):
        sentence = read_sentence(place, _enter(trail, place), lexicon)
        found = figures_of(sentence, lexicon)
        figures += found
        trail = _leave(sentence, found)
    return _with_ids(figures)


def read_sentence(place: Place, trail: Trail, lexicon: Lexicon) -> Sentence:
    """A sentence with its numbers, places and periods found."""
    numbers = figure_numbers(place.text, lexicon)
    return Sentence(place.text, place, trail, numbers, find_mentions(place.text, lexicon), find_stretches(place.text))


def figures_of(sentence: Sentence, lexicon: Lexicon) -> list[Figure]:
    """The figures of one sentence; without ids yet."""
    typed = kinds_of(sentence.text, sentence.numbers)
    areas = areas_of(sentence, lexicon)
    periods = periods_of(sentence, typed, areas, lexicon)
    units = units_of(sentence, typed, lexicon)
    figures = []
    for at, number in enumerate(sentence.numbers):
        what = measure_of(sentence, number, units[at], lexicon)
        for where in _each(areas[at], number, sentence):
            figures += [_figure(sentence, number, (typed[at], units[at], what, where), when) for when in periods[at]]
    return figures


def _each(where: Where, number: Number, sentence: Sentence) -> list[Where]:
    """One area at a time where the sentence says that it holds for each."""
    return (
        [Where(name) for name in where.among]
        if where.among and number.high is None and is_shared(sentence)
        else [where]
    )


def _figure(sentence: Sentence, number: Number, use: tuple[Typed, str, What, Where], when: When) -> Figure:
    typed, unit, what, where = use
    unit = unit or noun_of(" ".join(what.breakdown), number) or noun_of(what.measure, number)
    return Figure(
        id="",
        value=_value(number, typed),
        printed=number.printed,
        unit=unit,
        kind=typed.kind,
        measure=what.measure,
        area=where.area,
        period=when.period,
        locator=sentence.place.locator,
        sentence=sentence.place.statement or sentence.text,
        high=number.high,
        base_period=when.base,
        breakdown=(*what.breakdown, *where.among),
        qualifier=number.qualifier,
        terms=what.terms,
    )


def _value(number: Number, typed: Typed) -> Decimal:
    return -number.value if typed.sign < 0 and number.value > 0 else number.value


def _enter(trail: Trail, place: Place) -> Trail:
    """What a new sentence can go on from: nothing across sections."""
    if trail.section != place.locator.section:
        return Trail(place.locator.section)
    return replace(trail, paragraph=()) if place.leads else trail


def _leave(sentence: Sentence, found: list[Figure]) -> Trail:
    """What a sentence leaves open for the next."""
    trail, pair = sentence.trail, main_pair(sentence)
    areas = {trail.area} if lends_average(sentence) else {figure.area for figure in found} or {trail.area}
    area = subject_area(sentence) or (areas.pop() if len(areas) == 1 else "")
    rate = next((figure.unit for figure in reversed(found) if figure.unit.startswith("per ")), trail.rate)
    labels = {period.label for period in trail.pair if period}
    goes_on = not found or any(figure.period in labels for figure in found)
    dated = (sentence.text,) if pair[1] else (sentence.text, *trail.dated[:2]) if goes_on else ()
    return Trail(trail.section, area, pair if pair[1] else trail.pair, dated, rate, (sentence.text, *trail.paragraph))


def _with_ids(figures: list[Figure]) -> list[Figure]:
    return [replace(figure, id=identity) for figure, identity in zip(figures, _ids(figures), strict=True)]


def _ids(figures: list[Figure]) -> Iterator[str]:
    """A stable id for each figure; equal ones are told apart by their order."""
    seen: dict[str, int] = {}
    for figure in figures:
        key = "|".join(
            map(
                str,
                (figure.locator, figure.sentence, figure.printed, figure.area, figure.period, figure.kind),
            )
        )
        seen[key] = seen.get(key, 0) + 1
        yield hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:16]
