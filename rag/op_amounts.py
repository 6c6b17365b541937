"""Amounts: the one count that a query asks for, printed or added up from the counts that make it up."""

from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.periods import period_from_label
from ingest.records import Figure
from rag.cells import Value, build_grid
from rag.library import Library
from rag.lookup import find_measures
from rag.query import Query
from rag.targets import find_targets
from rag.wording import area_words, measure_words, period_words, plain_number, value_words

_TRIED = 3


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the figures that it rests on; ``printed`` is how it stands in a working ("8,490", "(425 + 375)")."""

    number: Decimal
    printed: str
    words: str
    figures: tuple[Figure, ...]

    @property
    def area(self) -> str:
        """The area of its figures."""
        return self.figures[0].area

    @property
    def period(self) -> str:
        """The period of its figures."""
        return self.figures[0].period

    @property
    def is_rough(self) -> bool:
        """Whether a figure it rests on is only about right."""
        return any(figure.qualifier or figure.high is not None for figure in self.figures)

    @property
    def setting(self) -> str:
        """ "in Coventry in 2024"; of several areas added up only the time."""
        if len({figure.area for figure in self.figures}) > 1:
            return period_words(self.period)
        return f"in {area_words(self.area)} {period_words(self.period)}".strip()


def amount_of(query: Query, library: Library, unit: str = "count") -> Amount | None:
    """The amount that a query asks for in its one area and period; None where the reports do not give it."""
    wants = unit if unit in ("count", "percent", "rate") else ""
    for found in find_measures(replace(query, wants=wants), library.index, library.lexicon)[:_TRIED]:
        if any(library.lexicon.concepts[c].sum_of and c not in found.signature[0] for c in query.concepts):
            continue
        grid = build_grid(found, library.lexicon)
        targets = find_targets(query, grid, library.lexicon)
        if targets.complete and (
            found.signature[1] == unit or unit == "rate" and found.signature[1].startswith("per ")
        ):
            value = grid.value(targets.areas[0], targets.periods[-1].label) if len(targets.areas) == 1 else None
            return value_to_amount(value) if value else None
    return _summed(query, library) if unit == "count" else None


def value_to_amount(value: Value) -> Amount:
    """A printed value as an amount."""
    figure = value.figure
    return Amount(value.number, figure.printed, f"{value_words(figure)} {measure_words(figure)}", value.all_figures)


def in_period_of(query: Query, amount: Amount) -> Query:
    """The query for the period of an amount, where it names none."""
    period = period_from_label(amount.period)
    return replace(query, periods=(period,)) if period and not query.periods else query


def _summed(query: Query, library: Library) -> Amount | None:
    """The amount added up from what the glossary says makes it up, where all of that is given."""
    concepts = library.lexicon.concepts
    name = next((c for c in query.concepts if concepts[c].sum_of), "")
    rest = tuple(c for c in query.concepts if c != name)
    parts = [
        amount_of(replace(query, concepts=(*rest, part), words=()), library)
        for part in (concepts[name].sum_of if name else ())
    ]
    known = [part for part in parts if part]
    if not known or len(known) < len(parts) or len({(part.area, part.period) for part in known}) > 1:
        return None
    number = sum((part.number for part in known), Decimal(0))
    working = f"{plain_number(number)} ({' + '.join(part.printed for part in known)})"
    words = f"{plain_number(number)} {concepts[name].term} ({' and '.join(part.words for part in known)} added up)"
    return Amount(number, working, words, tuple(f for part in known for f in part.figures))
