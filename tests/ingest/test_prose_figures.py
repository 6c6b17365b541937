"""Figures stated in prose: small cases by rule, and the published reports against what they state."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.lexicon import load_lexicon
from ingest.numerals import find_numbers
from ingest.prose_figures import prose_figures
from ingest.readers import read_report
from ingest.records import Figure, Heading, Locator, Paragraph, Report

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
STATED = SHARED / "tools" / "stated_figures.json"
EXTRACTS = SHARED / "reports" / "extracts"
needs_shared = pytest.mark.skipif(not STATED.exists(), reason=f"{STATED} is absent")

LEXICON = load_lexicon(ROOT / "corpus")
NAMED_AREAS = {
    "Birmingham",
    "Coventry",
    "Dudley",
    "Sandwell",
    "Solihull",
    "Walsall",
    "Wolverhampton",
    "England",
}
PLAIN_PERIOD = re.compile(r"\d{4}(?:/\d\d)?(?: to \d{4}/\d\d)?|Q\d \d{4}/\d\d|\d{1,2} \w+ \d{4}")
WORD_VALUES = {
    "tripled": 3,
    "double": 2,
    "twice": 2,
    "thousands": 10000,
    "majority": Decimal("0.5"),
    "most": Decimal("0.5"),
}
REQUIRED = {"recall": 1.0, "area": 0.97, "period": 0.93, "kind": 0.97}


# -- small cases --


def report_of(*lines: str) -> Report:
    """A report of headings ("# ..."), list items ("- ...") and paragraphs."""
    blocks: list[Heading | Paragraph] = []
    section: tuple[str, ...] = ()
    for line in lines:
        text = line.lstrip("#- ")
        if line.startswith("#"):
            section = (text,)
            blocks.append(Heading(text, 1, Locator("new", section=section)))
        else:
            blocks.append(Paragraph(text, Locator("new", section=section), "-" if line.startswith("- ") else ""))
    return Report("new", "New", "Nobody", "2026-11-02", "", "verbatim", tuple(blocks))


def figures_in(*lines: str) -> list[Figure]:
    return prose_figures(report_of(*lines), LEXICON)


FRAME = (
    "# Registered drug-related deaths",
    "Table 9 sets out registered drug-related deaths for 2024 and 2025.",
)


def typed(sentence: str, *fields: str, frame: tuple[str, ...] = FRAME) -> list[tuple]:
    """The asked fields of each figure of a sentence that stands in a framed section."""
    return [tuple(getattr(figure, field) for field in fields) for figure in figures_in(*frame, sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Deaths shrank by 4.1% in Walsall.", ("-4.1", "4.1%", "change_percent")),
        ("Walsall had a 6.3% uplift.", ("6.3", "6.3%", "change_percent")),
        ("Walsall went down (-9.9%).", ("-9.9", "-9.9%", "change_percent")),
        ("Walsall climbed markedly (9.9%).", ("9.9", "9.9%", "change_percent")),
        ("Walsall saw 8% fewer deaths than in 2024.", ("-8", "8%", "change_percent")),
        (
            "The share is 3 percentage points higher than in 2024.",
            ("3", "3 percentage points", "change_points"),
        ),
        ("Walsall recorded a 5 percentage point drop.", ("-5", "5 percentage point", "change_points")),
        ("The largest fall was in Walsall, 7.7%.", ("-7.7", "7.7%", "change_percent")),
        ("Deaths in Walsall fell 7%.", ("-7", "7%", "change_percent")),
        ("Walsall had a 3-death rise.", ("3", "3", "change_count")),
        ("Deaths in Walsall dropped by 12.", ("-12", "12", "change_count")),
        ("Deaths in Walsall rose to 12.", ("12", "12", "level")),
        ("Walsall made up 9% of all deaths.", ("9", "9%", "level")),
        ("Deaths in Walsall did not change and stayed at 12 in 2025.", ("12", "12", "level")),
    ],
)
def test_kind_and_sign_of_a_change(sentence, expected):
    actual = [(str(value), printed, kind) for value, printed, kind in typed(sentence, "value", "printed", "kind")]
    assert actual == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dudley (-5.5%) and Walsall (+3.2%) differ.", [("-5.5%", "Dudley"), ("+3.2%", "Walsall")]),
        ("Dudley and Walsall registered 16 and 24 respectively.", [("16", "Dudley"), ("24", "Walsall")]),
        ("Dudley and Walsall grew, with a rise of 1.4% and 2.7%.", [("1.4%", "Dudley"), ("2.7%", "Walsall")]),
        (
            "Dudley (-5.5%) and Walsall (-3.2%) declined, with 16 and 24 deaths.",
            [("-5.5%", "Dudley"), ("-3.2%", "Walsall"), ("16", "Dudley"), ("24", "Walsall")],
        ),
        ("In Dudley 16 people died, while there were 24 in Walsall.", [("16", "Dudley"), ("24", "Walsall")]),
        ("At 16% Dudley is below the England average of 18%.", [("16%", "Dudley"), ("18%", "England")]),
        ("The lowest number, 16, was in Dudley.", [("16", "Dudley")]),
        ("The highest rate was in Dudley, where 16 died.", [("16", "Dudley")]),
        ("Dudley had the most deaths out of all local authorities, at 16.", [("16", "Dudley")]),
        ("There were 262 deaths in all.", [("262", "West Midlands")]),
        ("An estimated 4.9 million crimes are prevented nationally.", [("4.9 million", "England")]),
        ("Nine gangs operate outside of England.", [("Nine", "West Midlands")]),
        ("Each dealer earns £300 a week.", [("£300", "")]),
    ],
)  # fmt: skip
def test_area_of_each_number(sentence, expected):
    assert typed(sentence, "printed", "area") == expected


def test_area_of_several_places_is_named_in_the_breakdown():
    sentence = "Dudley, Walsall and Solihull had rates ranging from 3.1 to 4.4 per 100,000."
    assert typed(sentence, "value", "high", "area", "breakdown") == [
        (Decimal("3.1"), Decimal("4.4"), "", ("Dudley", "Walsall", "Solihull"))
    ]


def test_area_goes_on_only_where_the_sentence_does():
    goes_on, new = "It had been 40.", "A total of 300 was expected."
    assert [figure.area for figure in figures_in(f"Dudley had 39 wards. {goes_on} {new}")] == [
        "Dudley",
        "Dudley",
        "West Midlands",
    ]


def test_a_country_that_lends_its_average_is_not_what_the_next_sentence_is_about():
    text = (
        "In Dudley 21% of adults came. The average for England was 30%. This leaves 427 individuals without treatment."
    )
    found = figures_in(text)
    assert [(f.printed, f.area) for f in found] == [("21%", "Dudley"), ("30%", "England"), ("427", "Dudley")]
    assert found[0].sentence == found[1].sentence != found[2].sentence


def test_areas_that_follow_in_a_ranking_share_its_number():
    sentence = "Followed by Dudley, Walsall and Solihull with around 2,000 individuals in treatment."
    assert typed(sentence, "printed", "area") == [("2,000", name) for name in ("Dudley", "Walsall", "Solihull")]


def test_a_number_is_of_what_its_verb_makes_a_term():
    sentence = "In quarter one 24/25, 17 Brands and 83 Lines were closed."
    assert ["lines_closed" in f.terms for f in figures_in(sentence)] == [False, True]


def test_a_clause_that_takes_up_the_last_one_counts_the_same():
    sentence = (
        "Some 43,625 acquisitive crimes were committed in 2016/17 by users – this represented 21% of recorded crime."
    )
    assert [f.measure for f in figures_in("# Crime", sentence)] == ["acquisitive crimes", "acquisitive crimes"]


def test_area_of_a_section_named_after_a_place():
    assert [f.area for f in figures_in("# Dudley", "The service saw 90 attendees.")] == ["Dudley"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Deaths rose from 40 in 2021 to 44 in 2022.", [("", "2021"), ("", "2022")]),
        ("Walsall rose from 20 to 24.", [("", "2024"), ("", "2025")]),
        ("Walsall rose by 20%.", [("2024", "2025")]),
        ("Walsall registered 24 deaths.", [("", "2025")]),
        ("Deaths in Walsall remained at 24.", [("", "2024"), ("", "2025")]),
        ("Walsall had 24 deaths, up from 20 a year earlier.", [("", "2025"), ("", "2024")]),
        ("In 2022 there were 50, compared with 44 in the previous year.", [("", "2022"), ("", "2021")]),
        (
            "In 2022 there were 50 deaths, 12% more than in 2021 (44).",
            [("", "2022"), ("2021", "2022"), ("", "2021")],
        ),
        ("Between 2010 and 2019, deaths fell by 9%.", [("2010", "2019")]),
        ("Compared with 2021, for which the count was 44, deaths in 2022 fell.", [("", "2021")]),
        ("There have been 900 deaths since 2014.", [("", "since 2014")]),
        ("Walsall registered 24 deaths (20 in 2024).", [("", "2025"), ("", "2024")]),
        ("Walsall, at 24, was 20% above its 2024 level.", [("", "2025"), ("2024", "2025")]),
        ("Positive outcomes were 70.1%, against 67.9% in 2024.", [("", "2025"), ("", "2024")]),
    ],
)
def test_periods_of_each_number(sentence, expected):
    assert typed(sentence, "base_period", "period") == expected


def test_period_of_a_source_line_holds_for_its_section():
    lines = (
        "# Seizures",
        "(Data sourced from WMP, fiscal Q2 25/26)",
        "There were 90 drug seizures.",
        "# Other",
        "It saw 5 raids.",
    )
    assert [figure.period for figure in figures_in(*lines)] == ["Q2 2025/26", ""]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There were 8,215 recorded drug offences.", ["offences"]),
        ("Deaths went from 20 to 24.", ["deaths", "deaths"]),
        ("Police tracked 84 OCGs and made 9 arrests.", ["OCGs", "arrests"]),
        ("Someone dies every three days.", ["days"]),
        ("Rates are given per 100,000: Walsall had 9.25.", ["per 100,000"]),
        ("Walsall had 18.1 dependents per 1,000.", ["per 1,000"]),
        ("One in five pupils aged 16 to 19 said so.", ["share", "years"]),
        ("It costs £1.4bn.", ["£"]),
        ("Officers made 9 arrests and seized 3.4 kg of heroin.", ["arrests", "kg"]),
        ("The share was 48%, up 3 points.", ["%", "percentage points"]),
    ],
)
def test_unit_of_each_number(sentence, expected):
    assert [unit for (unit,) in typed(sentence, "unit")] == expected


def test_numbers_that_state_nothing_are_left_out():
    text = "See Table 12, section 3.2 and Radio 5 (stage 2), one of the aims of 2019, on 3 May 2020."
    assert figures_in(text, "1. One purpose is a fourth, fifth or sixth concern, every quarter.") == []


def test_a_pair_is_no_range_and_a_range_no_pair():
    assert typed("Deaths rose from 530 to 621.", "value", "high") == [(530, None), (621, None)]
    assert typed("Declines were between 19.9% and 28.6%.", "value", "high") == [(Decimal("-19.9"), Decimal("28.6"))]


def test_terms_come_from_the_clause_and_from_what_frames_it():
    def concepts(figure: Figure) -> set[str]:
        return {term for term in figure.terms if term in LEXICON.concepts}

    (fall,) = figures_in(*FRAME, "Walsall saw a fall of 9%.")
    assert "drug_deaths" in concepts(fall)
    (charges,) = figures_in("# Trafficking of Drugs Positive Outcome Types", "Charges went up by 9%.")
    assert {"charge", "trafficking"} <= concepts(charges)
    outcomes, proportion = figures_in(
        "# Drug offences", "Positive outcomes rose by 9%, and the positive outcome proportion grew to 70%."
    )
    assert "positive_outcome" in concepts(outcomes) and "positive_outcome_proportion" in concepts(proportion)
    fell, rose = figures_in("# Drug offences", "Adult cautions fell by 9%, while community resolutions rose by 3%.")
    assert "caution_adult" in concepts(fell) and "community_resolution" not in concepts(fell)
    assert "community_resolution" in concepts(rose) and "caution_adult" not in concepts(rose)


def test_a_figure_carries_its_sentence_qualifier_and_a_stable_id():
    (first,) = figures_in("Over 90 people came.")
    (again,) = figures_in("Over 90 people came.")
    assert (first.sentence, first.qualifier, first.is_cell) == ("Over 90 people came.", "over", False)
    assert first.id == again.id
    assert len({figure.id for figure in figures_in("Of 9 tests 9 failed.", "Of 9 tests 9 failed.")}) == 4


# -- the reports --


def value_of(gold: dict) -> Decimal:
    word = gold["printed"].lower()
    if word in WORD_VALUES:
        return Decimal(WORD_VALUES[word])
    return find_numbers(gold["printed"])[0].value


def has_value(gold: dict, figure: Figure) -> bool:
    printed = {Decimal(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", figure.printed)}
    in_words = gold["printed"].lower() in figure.printed.lower().split()
    return in_words or value_of(gold) in printed | {abs(figure.value), figure.high}


def expected_periods(gold: dict) -> tuple[str, ...]:
    """The labels that are right for a gold's figure; none where its period is not a plain label or pair."""
    period = re.sub(r"\s*\(.*\)", "", gold["period"]).replace(" - ", " to ").replace("2025-2026", "2025/26")
    parts = tuple(re.split(r">| and ", period))
    return parts if all(PLAIN_PERIOD.fullmatch(part) for part in parts) else ()


def judge(gold: dict, figure: Figure) -> dict[str, bool]:
    changed, periods = ">" in gold["period"], expected_periods(gold)
    verdict = {"recall": True, "kind": (figure.kind != "level") == changed}
    if gold["area"] in NAMED_AREAS:
        verdict["area"] = figure.area == gold["area"]
    if periods and figure.kind != "level":
        verdict["period"] = (figure.base_period, figure.period) == periods
    elif periods:
        verdict["period"] = figure.period in periods
    return verdict


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def distance(gold: dict, figure: Figure) -> int:
    """How far a figure stands from where a gold is: 0 in the same paragraph or section."""
    place = gold["place"]
    if "| para " in place:
        return 0 if figure.locator.paragraph == place.split("para ")[1] else 2
    return 0 if plain(place) in [plain(heading) for heading in figure.locator.section[-1:]] else 1


def matched(golds: list[dict], figures: list[Figure]) -> dict[int, Figure]:
    """Each gold's figure: of its number, nearest by place, then by unit, then the one that fits it best."""
    pairs = []
    for at, gold in enumerate(golds):
        for which, figure in enumerate(figures):
            if has_value(gold, figure):
                wrong = sum(not right for right in judge(gold, figure).values())
                order = abs(at / len(golds) - which / len(figures))
                pairs.append(
                    (
                        distance(gold, figure),
                        (gold["unit"] == "%") != (figure.unit == "%"),
                        wrong,
                        order,
                        at,
                        which,
                    )
                )
    found: dict[int, Figure] = {}
    used: set[int] = set()
    for *_, at, which in sorted(pairs):
        if at not in found and (which not in used or figures[which].high is not None):
            found[at] = figures[which]
            used.add(which)
    return found


def reports_in(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md")]


def measure(folder: Path) -> tuple[dict[str, float], list[str]]:
    """The share of golds that are right, by what is asked of them, and what is wrong."""
    stated, scores, misses = json.loads(STATED.read_text()), {name: [] for name in REQUIRED}, []
    for path in reports_in(folder):
        golds = [g for g in stated[path.stem]["prose"] if g["printed"].lower() not in ("most", "majority")]
        found = matched(golds, prose_figures(read_report(path), LEXICON))
        for at, gold in enumerate(golds):
            verdict = judge(gold, found[at]) if at in found else {"recall": False}
            misses += [f"{path.stem} {name}: {gold}" for name, right in verdict.items() if not right]
            for name, right in verdict.items():
                scores[name].append(right)
    return {name: sum(rights) / len(rights) for name, rights in scores.items()}, misses


@needs_shared
@pytest.mark.parametrize("folder", [EXTRACTS, ROOT / "corpus"], ids=["extracts", "restated"])
def test_stated_figures_are_found_and_typed(folder):
    actual, misses = measure(folder)
    short = {name: share for name, share in actual.items() if share < REQUIRED[name]}
    assert not short, "\n".join([str(actual), *misses])


@needs_shared
@pytest.mark.parametrize("folder", [EXTRACTS, ROOT / "corpus"], ids=["extracts", "restated"])
def test_no_figure_is_a_footnote_mark_or_list_number(folder):
    stated = json.loads(STATED.read_text())
    for path in reports_in(folder):
        golds = stated[path.stem]["prose"]
        found = [f for f in prose_figures(read_report(path), LEXICON) if re.search(r"\d", f.printed)]
        assert [f.printed for f in found if not any(has_value(gold, f) for gold in golds)] == []
