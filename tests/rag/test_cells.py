"""Figures of one measure by area and period: which is shown, which agree with it and which do not."""

import re
from decimal import Decimal

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from ingest.records import Figure, Locator
from rag.cells import agrees, build_grid
from rag.lookup import Found


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


def cell(printed: str, area: str = "Coventry", period: str = "2024", **fields: object) -> Figure:
    return figure(printed, area, period, Locator("made-up", table="Table 1", row=area, column=period), **fields)


def stated(printed: str, area: str = "Coventry", period: str = "2024", **fields: object) -> Figure:
    return figure(printed, area, period, Locator("made-up", paragraph="7"), **fields)


def figure(printed: str, area: str, period: str, locator: Locator, **fields: object) -> Figure:
    known = {"kind": "level", "sentence": f"{printed} deaths.", "unit": "", "value": number(printed)} | fields
    return Figure(
        f"{locator.paragraph or 'c'}-{printed}-{area}-{period}",
        printed=printed,
        measure="drug-related deaths",
        area=area,
        period=period,
        locator=locator,
        **known,
    )  # type: ignore[arg-type]


def number(printed: str) -> Decimal:
    digits = re.match(r"[^\d-]*(-?[\d,.]+)", printed)
    return Decimal(digits[1].replace(",", "")) if digits else Decimal(0)


def found(figures: tuple[Figure, ...], changes: tuple[Figure, ...] = ()) -> Found:
    return Found((frozenset({"drug_deaths"}), "count"), 1.0, (), (), figures, changes)


def test_a_cell_is_found_by_area_and_period(lexicon: Lexicon) -> None:
    grid = build_grid(found((cell("43"), cell("40", period="2023"), cell("25", "Dudley"))), lexicon)
    value = grid.value("Coventry", "2024")
    assert value is not None and value.number == 43
    assert grid.value("Dudley", "2023") is None
    assert grid.areas() == ["Coventry", "Dudley"]
    assert grid.areas("2023") == ["Coventry"]


def test_periods_come_oldest_first_and_may_be_of_one_area(lexicon: Lexicon) -> None:
    grid = build_grid(found((cell("43"), cell("40", period="2023/24"), cell("25", "Dudley", "2022"))), lexicon)
    assert [period.label for period in grid.periods_of()] == ["2022", "2023/24", "2024"]
    assert [period.label for period in grid.periods_of(["Dudley"])] == ["2022"]


def test_a_table_stands_before_the_text(lexicon: Lexicon) -> None:
    value = build_grid(found((stated("43"), cell("43"))), lexicon).value("Coventry", "2024")
    assert value is not None
    assert value.figure.is_cell
    assert [one.is_cell for one in value.same] == [False]
    assert value.rivals == ()


def test_a_text_that_gives_another_number_is_a_rival(lexicon: Lexicon) -> None:
    figures = (cell("6,562"), stated("6,526"), stated("6,526", sentence="Again 6,526."))
    value = build_grid(found(figures), lexicon).value("Coventry", "2024")
    assert value is not None
    assert [one.printed for one in value.all_figures] == ["6,562", "6,526"]


def test_a_sentence_about_a_part_is_no_rival_of_the_whole(lexicon: Lexicon) -> None:
    figures = (cell("43"), stated("30", sentence="Of the drug-related deaths, 30 were of men."))
    value = build_grid(found(figures), lexicon).value("Coventry", "2024")
    assert value is not None and value.rivals == ()


def test_small_counts_in_words_are_left_out(lexicon: Lexicon) -> None:
    assert build_grid(found((stated("two", value=Decimal(2)),)), lexicon).levels == {}


def test_printed_changes_come_percent_first(lexicon: Lexicon) -> None:
    changes = (
        cell("-33", kind="change_count", base_period="2023"),
        cell("-14.3%", kind="change_percent", unit="%", base_period="2023"),
    )
    grid = build_grid(found((), changes), lexicon)
    assert [value.figure.printed for value in grid.change("Coventry", "2023", "2024")] == ["-14.3%", "-33"]
    assert grid.change("Coventry", "2022", "2024") == []


@pytest.mark.parametrize(
    ("exact", "other"),
    [
        (cell("43"), stated("43")),
        (cell("8,490"), stated("8,000", qualifier="over")),
        (cell("8,490"), stated("8,500", qualifier="about")),
        (cell("230"), stated("200-260", value=Decimal(200), high=Decimal(260))),
        (cell("14.3"), stated("14")),
        (cell("-14.3%", kind="change_percent"), stated("14.3%", kind="change_percent")),
    ],
)
def test_figures_that_say_the_same(exact: Figure, other: Figure) -> None:
    assert agrees(exact, other)


@pytest.mark.parametrize(
    ("exact", "other"),
    [
        (cell("6,562"), stated("6,526")),
        (cell("8,490"), stated("9,000", qualifier="over")),
        (cell("8,490"), stated("4,000", qualifier="over")),
        (cell("8,490"), stated("9,500", qualifier="about")),
        (cell("14.6"), stated("14")),
        (cell("-14.3%", kind="change_percent"), stated("+14.3%", kind="change_percent")),
    ],
)
def test_figures_that_do_not(exact: Figure, other: Figure) -> None:
    assert not agrees(exact, other)
