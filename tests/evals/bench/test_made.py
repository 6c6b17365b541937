from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evals.bench.made import make_contents
from evals.bench.synthetic import make_report
from ingest.extract import extract_contents
from ingest.lexicon import PROJECT_CORPUS, load_lexicon
from ingest.progress import say_nothing
from ingest.readers import read_report
from ingest.store_records import Contents, Source

TEXT = """---
id: report-a
title: "Deaths in the West Midlands 2024"
published: 2024-10-31
---

## Deaths

In Birmingham there were 1,234 drug-related deaths in 2023/24. Aims:

1. fewer deaths
2. more treatment

Table 3 - Registered drug-related deaths by area.

| Area | 2023 | 2024 |
| --- | --- | --- |
| Birmingham | 152 | 120 |
| Coventry | 35 | 41 |
"""


def contents_of(path: Path, text: str) -> Contents:
    path.write_text(text)
    readings = [(source(path.stem), read_report(path))]
    return extract_contents(readings, load_lexicon(PROJECT_CORPUS), say_nothing)


def source(report: str) -> Source:
    return Source(f"{report}.md", report, "sha", 1, 1)


@pytest.fixture
def real(tmp_path: Path) -> Contents:
    return contents_of(tmp_path / "report-a.md", TEXT)


def test_made_contents_are_those_of_the_made_report(real: Contents, tmp_path: Path) -> None:
    made = make_contents(real, [source("report-a"), source("report-a-0001")], 2)
    read = contents_of(tmp_path / "report-a-0001.md", make_report(TEXT, "report-a", 1))
    expected = [passage.text for passage in read.passages if passage.kind != "prose"]
    actual = [p.text for p in made.passages if p.locator.report == "report-a-0001" and p.kind != "prose"]
    assert actual == expected
    cells = {(f.area, f.period, f.printed, f.value) for f in read.figures if f.is_cell}
    made_figures = [f for f in made.figures if f.locator.report == "report-a-0001"]
    assert {(f.area, f.period, f.printed, f.value) for f in made_figures if f.is_cell} == cells
    assert [report.id for _, report in made.readings] == ["report-a", "report-a-0001"]


def test_real_contents_stay_and_no_id_is_there_twice(real: Contents) -> None:
    made = make_contents(real, [source(f"report-a-{number:04}") for number in range(1, 4)], 4)
    assert made.passages[: len(real.passages)] == real.passages
    assert len({passage.id for passage in made.passages}) == 4 * len(real.passages)
    assert len({figure.id for figure in made.figures}) == 4 * len(real.figures)


def test_value_keeps_the_scale_of_what_is_printed(real: Contents) -> None:
    money = replace(real.figures[0], printed="£1.4bn", value=Decimal(1_400_000_000))
    made = make_contents(replace(real, figures=[money]), [source("report-a-0001")], 2).figures[1]
    assert made.value == Decimal(made.printed.strip("£bn")) * 10**9
