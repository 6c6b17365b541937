"""Table cells -> figures: every number of a table typed by measure, breakdown, area, period and unit."""

import hashlib
from dataclasses import dataclass, replace

from ingest.lexicon import Lexicon
from ingest.measures import (
    adds_to,
    is_share,
    measure_from_caption,
    measure_from_mention,
    measure_words,
    merge_terms,
    says_something,
    split_label,
    without_enumeration,
)
from ingest.numerals import Number, parse_number
from ingest.periods import Period, find_periods
from ingest.records import Figure, FigureKind, Locator, Report, Table
from ingest.table_axes import Axes, Label, new_area_names, read_axes
from ingest.table_setting import TableSetting, read_setting


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell on its way to a figure."""

    text: str
    number: Number
    row: Label
    column: Label
    row_text: str


def table_figures(report: Report, lexicon: Lexicon) -> list[Figure]:
    """The figures of all tables of a report, in reading order."""
    figures: list[Figure] = []
    for index, block in enumerate(report.blocks):
        if isinstance(block, Table):
            figures += _figures_of(block, read_setting(report, index, lexicon), lexicon)
    return figures


def areas_named_in(report: Report, lexicon: Lexicon) -> list[str]:
    """Places that the tables of a report name though no file lists them, each once."""
    names = [name for block in report.blocks if isinstance(block, Table) for name in new_area_names(block, lexicon)]
    return list(dict.fromkeys(names))


def _figures_of(table: Table, setting: TableSetting, lexicon: Lexicon) -> list[Figure]:
    axes = read_axes(table, lexicon)
    measure = _measure(table, setting, axes, lexicon)
    share = is_share(measure) and _all_within_hundred(table, axes)
    periods = _periods(table, setting, axes)
    return [
        _figure(cell, table, axes, _Frame(measure, share, periods, setting), lexicon) for cell in _cells(table, axes)
    ]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all cells of a table have in common."""

    measure: str
    share: bool
    periods: tuple[Period, ...]
    setting: TableSetting


def _cells(table: Table, axes: Axes) -> list[_Cell]:
    cells = []
    for row, label in zip(table.rows, axes.rows, strict=True):
        text = " | ".join(f"{head}: {cell}" if head else cell for head, cell in zip(table.header, row, strict=True))
        for column, cell in zip(axes.columns, row[axes.label_columns :], strict=True):
            number = parse_number(cell)
            if number is not None:
                cells.append(_Cell(cell, number, label, column, text))
    return cells


def _figure(cell: _Cell, table: Table, axes: Axes, frame: _Frame, lexicon: Lexicon) -> Figure:
    labels = (axes.corner, cell.row, cell.column)
    unit = _unit(cell, frame)
    kind = _kind((cell.row, cell.column), unit)
    period, base = _period((cell.row, cell.column), axes, frame, kind)
    breakdown = _breakdown(labels, frame.measure, lexicon)
    context = _context(table, frame, lexicon)
    terms = merge_terms(" ; ".join(label.category for label in labels), measure_words(context), lexicon)
    breakdown += _unnamed_parts(terms, " ; ".join((frame.measure, *breakdown)), lexicon)
    locator = replace(table.locator, table=table.label or None, row=cell.row.text, column=cell.column.text)
    area = next((label.area for label in labels if label.area), "") or frame.setting.area
    return Figure(
        _identify(locator, cell.text), cell.number.value, cell.text, unit, kind, frame.measure, area, period, locator,
        cell.row_text, cell.number.high, base, breakdown, "", (*terms, *_stat(unit, terms)),
    )  # fmt: skip


def _unnamed_parts(terms: tuple[str, ...], named: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What the words around a table say of which part it counts ("for opiates"), where its measure does not say it."""
    told = lexicon.terms_of(named)
    parts = [
        t
        for t in terms
        if t in lexicon.concepts and lexicon.concepts[t].facet in ("client", "offence", "age", "group", "sex")
    ]
    return tuple(lexicon.concepts[t].term for t in parts if t not in told)


def _context(table: Table, frame: _Frame, lexicon: Lexicon) -> str:
    if says_something(table.caption):
        return split_label(table.caption)[1]
    return frame.setting.mention if lexicon.find_concepts(frame.setting.mention) else frame.measure


def _stat(unit: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    return ("rate",) if unit.startswith("per ") and "rate" not in terms else ()


def _breakdown(labels: tuple[Label, ...], measure: str, lexicon: Lexicon) -> tuple[str, ...]:
    parts = [part for label in labels for part in label.category.split(" ; ") if part]
    return tuple(dict.fromkeys(part for part in parts if adds_to(part, measure, lexicon)))


def _measure(table: Table, setting: TableSetting, axes: Axes, lexicon: Lexicon) -> str:
    if says_something(table.caption):
        measure = measure_from_caption(split_label(table.caption)[1], lexicon)
    else:
        measure = measure_from_mention(setting.mention, lexicon)
        measure = without_enumeration(measure) if axes.corner.category else measure
    return measure or axes.corner.category or setting.heading


def _unit(cell: _Cell, frame: _Frame) -> str:
    if cell.number.unit:
        return cell.number.unit
    named = cell.column.unit or cell.row.unit
    if named:
        return named
    return "%" if frame.share and not (cell.row.change or cell.column.change) else ""


def _kind(labels: tuple[Label, Label], unit: str) -> FigureKind:
    if not any(label.change for label in labels):
        return "level"
    if unit == "" and any(label.unit == "%" for label in labels):
        return "change_percent"
    return {"%": "change_percent", "percentage points": "change_points"}.get(unit, "change_count")  # type: ignore[return-value]


def _period(labels: tuple[Label, Label], axes: Axes, frame: _Frame, kind: FigureKind) -> tuple[str, str]:
    own = next((label.period for label in labels if label.period), None)
    if kind == "level":
        only = own or axes.corner.period or (frame.periods[-1] if len(frame.periods) == 1 else _span(frame.periods))
        return (only.label if only else ""), ""
    last = axes.corner.period or (frame.periods[-1] if frame.periods else None)
    first = own or (frame.periods[0] if len(frame.periods) > 1 else None)
    if last and first and first.end > last.end:
        first, last = last, first
    return (last.label if last else ""), (first.label if first and first != last else "")


def _span(periods: tuple[Period, ...]) -> Period | None:
    return periods[-1] if periods else None


def _periods(table: Table, setting: TableSetting, axes: Axes) -> tuple[Period, ...]:
    """The periods that the table's cells can belong to, oldest first: from the axes, else caption, else what stands before."""
    on_axes = {label.period for label in (*axes.rows, *axes.columns) if label.period and not label.change}
    if on_axes:
        return tuple(sorted(on_axes))
    in_caption = {mention.period for mention in find_periods(split_label(table.caption)[1])}
    return tuple(sorted(in_caption)) if in_caption else setting.periods


def _all_within_hundred(table: Table, axes: Axes) -> bool:
    return all(
        0 <= cell.number.value <= 100 for cell in _cells(table, axes) if not (cell.row.change or cell.column.change)
    )


def _identify(locator: Locator, text: str) -> str:
    key = "|".join(
        str(part) for part in (locator.report, locator.table, locator.section, locator.row, locator.column, text)
    )
    return hashlib.sha256(key.encode()).hexdigest()[:16]
