"""Parts against their total: kinds against all, and rows of several tables against the table of their sum."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.audit_ledger import Ledger, Slot
from ingest.audit_numbers import change_between, is_within, severity_of, show
from ingest.audit_wording import Side, joined, place_of, side_of, state, subject_of
from ingest.records import Figure, Finding

_NEAR_ENOUGH = Decimal("0.03")
_LISTED = 3


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts of one total; ``by`` are the terms that tell them apart, ``across`` is set for more tables."""

    by: frozenset[str]
    total: Figure
    parts: tuple[Figure, ...]
    across: bool = False

    @property
    def sum(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def is_nearly_whole(self) -> bool:
        """Whether the parts add up to the total, or nearly so."""
        return abs(self.sum - self.total.value) <= _NEAR_ENOUGH * abs(self.total.value)


def parts_against_totals(ledger: Ledger, disputed: Collection[str]) -> list[Finding]:
    """Totals that their parts do not add up to, where the parts are known to be the whole."""
    kinds = [one for report in ledger.reports for one in breakdowns_in(report.id, ledger) if not _uses(one, disputed)]
    whole = {one.by for one in kinds if one.is_nearly_whole}
    found = [one for one in kinds if one.by in whole and one.sum != one.total.value]
    return [_finding(one, ledger) for one in found]


def _uses(one: Breakdown, disputed: Collection[str]) -> bool:
    return any(figure.id in disputed for figure in (one.total, *one.parts))


def breakdowns_in(report: str, ledger: Ledger) -> Iterator[Breakdown]:
    """All totals of a report that have parts, by each facet that their measure is broken down by."""
    groups: dict[tuple[Slot, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for cell in ledger.cells(report):
        slot = ledger.slot_of[cell.id]
        if slot.kind == "level" and slot.unit == "count":
            for term in slot.topic:
                for whole in wholes_of(slot, term, ledger):
                    groups[whole, ledger.lexicon.concepts[term].facet][term].append(cell)
    for (whole, _), members in groups.items():
        for total in _totals(report, whole, ledger):
            yield from _in_one_table(total, members)
            yield from _over_tables(total, members, ledger)


def wholes_of(slot: Slot, term: str, ledger: Ledger) -> Iterator[Slot]:
    """The slots that a slot is a part of by one of its terms: without the term, or with a broader one."""
    rest = slot.topic - {term}
    for topic in {rest, *(rest | {broader} for broader in ledger.lexicon.broader_of(term))}:
        if topic and topic != slot.topic:
            yield replace(slot, topic=topic)


def _totals(report: str, whole: Slot, ledger: Ledger) -> list[Figure]:
    """The total as printed, once for each value."""
    distinct = {figure.value: figure for figure in reversed(ledger.at(report, whole)) if not figure.qualifier}
    return list(distinct.values())


def _in_one_table(total: Figure, members: Mapping[str, list[Figure]]) -> Iterator[Breakdown]:
    tables: dict[object, dict[str, Figure]] = defaultdict(dict)
    for term, figures in members.items():
        for figure in figures:
            tables[figure.locator.table, figure.locator.section][term] = figure
    for parts in tables.values():
        if len(parts) > 1:
            yield Breakdown(frozenset(parts), total, tuple(parts.values()))


def _over_tables(total: Figure, members: Mapping[str, list[Figure]], ledger: Ledger) -> Iterator[Breakdown]:
    """One part from each of several tables, all of the same row."""
    rows: dict[object, dict[str, Figure]] = defaultdict(dict)
    for term, figures in members.items():
        for figure in figures:
            rows[ledger.slot_of[figure.id].topic - {term}].setdefault(term, figure)
    for parts in rows.values():
        tables = {figure.locator.table for figure in parts.values()}
        if 1 < len(parts) == len(tables) and total.is_cell and total.locator.table not in tables:
            yield Breakdown(frozenset(parts), total, tuple(parts.values()), True)


def _finding(one: Breakdown, ledger: Ledger) -> Finding:
    added, total = one.sum, one.total
    why = f"{_sum_in_words(one)}; {place_of(total.locator)} gives {total.printed} ({subject_of(total)})"
    why += _hint(one)
    changes, words = _changes_from_sum(one, ledger) if one.across else ((), "")
    parts = Side(_places(one), f"{added:,}", total.locator.report)
    sides = (side_of(total), parts)
    return state(
        "parts_vs_total", severity_of(added, total.value), sides, f"{why}{words}.", (total, *one.parts, *changes)
    )


def _places(one: Breakdown) -> str:
    tables = list(dict.fromkeys(part.locator.table or "table" for part in one.parts))
    return f"sum over {joined(tables)}, {one.parts[0].period}"


def _sum_in_words(one: Breakdown) -> str:
    if len(one.parts) > _LISTED:
        return f"The {len(one.parts)} parts in {_places(one).removeprefix('sum over ')} add up to {one.sum:,}"
    listed = (f"{part.printed} ({part.locator.table}, {part.locator.row})" for part in one.parts)
    return f"{joined(listed)} add up to {one.sum:,}"


def _hint(one: Breakdown) -> str:
    """The part that accounts for the difference, if one alone does."""
    gap = abs(one.sum - one.total.value)
    alone = [part for part in one.parts if part.value == gap]
    named = alone[0].locator.row if len(alone) == 1 and len(one.parts) > 2 else ""
    return f"; the difference of {gap:,} is the row “{named}”" if named else ""


def _changes_from_sum(one: Breakdown, ledger: Ledger) -> tuple[tuple[Figure, ...], str]:
    """The printed changes of the total that are wrong if the sum of the tables is right, and what they would be."""
    report = one.total.locator.report
    for change in ledger.cells(report):
        if change.kind != "change_percent" or change.period != one.total.period:
            continue
        if ledger.level(change, one.total.period) == ledger.slot_of[one.total.id]:
            base = ledger.at(report, ledger.level(change, change.base_period))
            exact = change_between(base[0].value, one.sum, change) if base else None
            if exact is not None and not is_within(change, exact, exact):
                repeats = [one for one in ledger.at(report, ledger.slot_of[change.id]) if one.value == change.value]
                words = f"; from {base[0].printed} that is {show(exact, change)}, printed is {change.printed}"
                return tuple(repeats), words + (", in the text too" if not repeats[-1].is_cell else "")
    return (), ""
