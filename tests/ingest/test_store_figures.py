from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.records import Figure, Locator, Paragraph, Report, Table
from ingest.settings import Settings
from ingest.store import Index, open_index
from ingest.store_records import Contents, Source
from ingest.store_write import write_store
from ingest.versions import start_version, store_file, switch_to

PLACE = Locator("r", paragraph="53")
SAID = "Of the 84 members 31 were new."
PART = Figure("part", Decimal(31), "31", "members", "level", "new members", "Dudley", "2023", PLACE, SAID)
WHOLE = replace(PART, id="whole", value=Decimal(84), printed="84", area="")
SPENT = replace(
    PART, id="spent", value=Decimal("31.0"), printed="£31", unit="£", sentence="It cost £31.", area="Walsall"
)
CELL_PLACE = Locator("s", table="Table 4", row="Dudley", column="2023")
CELL = replace(PART, id="cell", locator=CELL_PLACE, sentence="Area: Dudley | 2023: 31", breakdown=("New",))
FIGURES = [WHOLE, PART, SPENT, CELL]


@pytest.fixture
def index(tmp_path: Path) -> Index:
    table = Table("Table 4", "Table 4: Members", ("Area", "2023"), (("Dudley", "31"),), CELL_PLACE)
    reports = [
        Report("r", "R", "", "2025", "", "restated", (Paragraph(SAID, PLACE),)),
        Report("s", "S", "", "2024", "", "restated", (table,)),
    ]
    readings = [(Source(f"{report.id}.md", report.id, report.id, 1, 1), report) for report in reports]
    version = start_version(tmp_path)
    write_store(store_file(tmp_path, version), Contents(readings, [], FIGURES), {"model": "all-MiniLM-L6-v2"})
    switch_to(tmp_path, version)
    with open_index(tmp_path, Settings(index_dir=tmp_path)) as opened:
        yield opened


def test_figures_are_found_by_their_value_however_it_is_written(index: Index) -> None:
    assert index.figures.worth([Decimal("31.00")], "", ()) == [PART, SPENT, CELL]
    assert index.figures.worth([Decimal(31)], "s", ()) == [CELL]
    assert index.figures.worth([Decimal(31), Decimal(84)], "r", ["Dudley"]) == [WHOLE, PART]
    assert index.figures.worth([], "", ()) == []


def test_figures_are_found_by_sentence_and_paragraph_each_once(index: Index) -> None:
    assert index.figures.saying([SAID]) == [WHOLE, PART]
    assert index.figures.saying([SAID], [("r", "53")]) == [WHOLE, PART, SPENT]
    assert index.figures.saying([CELL.sentence]) == []


def test_figures_are_found_by_the_label_of_their_table(index: Index) -> None:
    assert index.figures.labelled("Table 4", "", ()) == [CELL]
    assert index.figures.labelled("Table 4", "", ["Walsall"]) == index.figures.labelled("Table 4", "r", ()) == []


def test_a_table_is_known_by_its_label_or_caption(index: Index) -> None:
    assert index.has_table("Table 4") and index.has_table("Table 4: Members", "s")
    assert not index.has_table("Table 4", "r") and not index.has_table("")


def test_what_rows_of_tables_count_is_kept(index: Index) -> None:
    assert index.row_measures() == ["new members"]
    assert index.report("s").published == "2024"
    assert index.count_findings() == 0
