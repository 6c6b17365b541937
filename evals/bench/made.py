"""What an index holds of made reports, made from what it holds of the real ones: reading thousands of files takes hours.

A made report has every passage, table and figure of a real one, with other areas, years and numbers: those that
``evals.bench.synthetic`` writes into its file. What this does not measure is the time of reading files and finding
figures in them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from evals.bench.synthetic import Changes, choose_changes
from ingest.records import Block, Figure, Finding, Heading, Locator, Paragraph, Passage, Report, Table
from ingest.store_records import Contents, Source

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
Text = Callable[[str], str]


def make_contents(real: Contents, sources: Sequence[Source], times: int) -> Contents:
    """The contents of ``times`` as many reports; ``sources`` are the files of all of them."""
    by_report = {source.report: source for source in sources}
    made = [real]
    for number in range(1, times):
        made += [_made_of(report, number, real, by_report) for _, report in real.readings]
    return Contents(
        [reading for one in made for reading in one.readings],
        [passage for one in made for passage in one.passages],
        [figure for one in made for figure in one.figures],
        [finding for one in made for finding in one.findings],
        list(dict.fromkeys(area for one in made for area in one.areas)),
    )


def _made_of(report: Report, number: int, real: Contents, sources: dict[str, Source]) -> Contents:
    changes = choose_changes(report.id, number)
    made_id = f"{report.id}-{number:04}"
    passages = [passage for passage in real.passages if passage.locator.report == report.id]
    figures = [figure for figure in real.figures if figure.locator.report == report.id]
    findings = [finding for finding in real.findings if finding.report == report.id]
    text = changes.text
    return Contents(
        [(sources[made_id], _change_report(report, made_id, text))],
        [_change_passage(passage, made_id, number, text) for passage in passages],
        [_change_figure(figure, made_id, number, changes) for figure in figures],
        [_change_finding(finding, made_id, number, text) for finding in findings],
        tuple(changes.areas.values()),
    )


def _change_report(report: Report, made_id: str, text: Text) -> Report:
    blocks = tuple(_change_block(block, made_id, text) for block in report.blocks)
    return replace(report, id=made_id, title=f"{made_id[-4:]} {text(report.title)}", blocks=blocks)


def _change_block(block: Block, made_id: str, text: Text) -> Block:
    locator = _change_locator(block.locator, made_id, text)
    if isinstance(block, Table):
        rows = tuple(tuple(map(text, row)) for row in block.rows)
        header = tuple(map(text, block.header))
        return replace(block, caption=text(block.caption), header=header, rows=rows, locator=locator)
    if isinstance(block, Heading):
        return replace(block, text=text(block.text), locator=locator)
    return replace(block, text=text(block.text), locator=locator) if isinstance(block, Paragraph) else block


def _change_passage(passage: Passage, made_id: str, number: int, text: Text) -> Passage:
    return replace(
        passage,
        id=f"{passage.id}-{number:04}",
        text=text(passage.text),
        indexed=text(passage.indexed),
        locator=_change_locator(passage.locator, made_id, text),
    )


def _change_figure(figure: Figure, made_id: str, number: int, changes: Changes) -> Figure:
    text = changes.text
    printed = text(figure.printed)
    return replace(
        figure,
        id=f"{figure.id}-{number:04}",
        value=_change_value(figure.value, figure.printed, printed, 0),
        high=None if figure.high is None else _change_value(figure.high, figure.printed, printed, 1),
        printed=printed,
        area=text(figure.area),
        period=text(figure.period),
        base_period=text(figure.base_period),
        sentence=text(figure.sentence),
        locator=_change_locator(figure.locator, made_id, text),
    )


def _change_value(value: Decimal, printed: str, changed: str, at: int) -> Decimal:
    """The value of the changed digits in the scale of the old ones; the old value where none are printed."""
    before, after = (
        [Decimal(digits.replace(",", "")) for digits in _DIGITS.findall(text)] for text in (printed, changed)
    )
    has_both = len(before) > at and len(after) > at and before[at]
    return after[at] * (value / before[at]) if has_both else value


def _change_finding(finding: Finding, made_id: str, number: int, text: Text) -> Finding:
    return replace(
        finding,
        report=made_id,
        value_a=text(finding.value_a),
        value_b=text(finding.value_b),
        explanation=text(finding.explanation),
        figures=tuple(f"{figure}-{number:04}" for figure in finding.figures),
    )


def _change_locator(locator: Locator, made_id: str, text: Text) -> Locator:
    row, column = locator.row, locator.column
    return replace(
        locator,
        report=made_id,
        section=tuple(map(text, locator.section)),
        row=text(row) if row else row,
        column=text(column) if column else column,
    )
