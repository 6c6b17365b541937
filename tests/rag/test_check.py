"""Claims over a small corpus of its own: every kind of statement, true and false."""

from pathlib import Path

import pytest

from ingest.pipeline import run_ingest
from ingest.settings import Settings
from rag.pipeline import Answerer, load_answerer

REPORT = """---
title: Small report
publisher: A board
published: 2025-01
text: restated
---

# Small report

## People in treatment

Table 1: Number of people in treatment by local authority, 2022/23 and 2023/24

| Local authority | 2022/23 | 2023/24 | % Change |
|---|---|---|---|
| Birmingham | 8,000 | 8,400 | +5.0% |
| Coventry | 1,800 | 2,025 | +12.5% |
| Dudley | 1,750 | 1,700 | -2.9% |
| Sandwell | 1,900 | 1,950 | +2.6% |
| Solihull | 1,000 | 1,000 | 0.0% |
| Walsall | 1,700 | 1,785 | +5.0% |
| Wolverhampton | 1,600 | 1,920 | +20.0% |

The number of people in treatment in Sandwell in 2023/24 was 1,960.

## Alcohol dependency

Table 2: Estimated alcohol dependency by local authority, 2023/24

| Local authority | Dependency Rate per 1,000 |
|---|---|
| Birmingham | 15.7 |
| Coventry | 18.1 |
| Dudley | 14.7 |
| Sandwell | 17.5 |
| Solihull | 10.9 |
| Walsall | 15.5 |
| Wolverhampton | 18.3 |

## Needles

In 2016 six local councils in the West Midlands recorded 701 discarded needles.

In the West Midlands a person dies from drug poisoning every three days; in England there is such a death every four hours.

Each £1 invested in drug treatment is estimated to bring society a net benefit of £2.50.
"""

CLAIMS = [
    ("Coventry had 2,025 people in treatment in 2023/24.", "supported", "2,025"),
    ("Around 2,000 people were in treatment in Coventry in 2023/24.", "supported", "2,025"),
    ("More than 2,100 people were in treatment in Coventry in 2023/24.", "contradicted", "2,025"),
    ("Coventry had 2,052 people in treatment in 2023/24.", "contradicted", "not 2,052"),
    ("Coventry had 1,785 people in treatment in 2023/24.", "contradicted", "wrong area"),
    ("Coventry had 1,800 people in treatment in 2023/24.", "contradicted", "wrong year"),
    ("Coventry had 1,700 people in treatment in 2019/20.", "not_found", ""),
    ("Leicester had 1,700 people in treatment in 2023/24.", "not_found", ""),
    ("Treatment numbers in Wolverhampton rose by a fifth in 2023/24.", "supported", "+20.0%"),
    ("Treatment numbers in Wolverhampton fell by 20% in 2023/24.", "contradicted", "rose"),
    ("Treatment numbers in Wolverhampton doubled in 2023/24.", "contradicted", "1.20"),
    ("Treatment numbers in Solihull were unchanged in 2023/24.", "supported", "1,000"),
    ("The number of people in treatment rose in all seven areas in 2023/24.", "contradicted", "Dudley"),
    (
        "Every one of the seven areas had more people in treatment in 2023/24 than the year before.",
        "contradicted",
        "Dudley",
    ),
    (
        "Five of the seven areas had more people in treatment in 2023/24 than the year before.",
        "supported",
        "5 of the 7",
    ),
    ("Dudley was the only area where the number of people in treatment fell in 2023/24.", "supported", "Dudley"),
    ("Wolverhampton had the highest number of people in treatment in 2023/24.", "contradicted", "Birmingham"),
    ("Coventry had the second highest number of people in treatment in 2023/24.", "supported", "Coventry"),
    ("Birmingham had more than four times as many people in treatment as Coventry in 2023/24.", "supported", "4.15"),
    ("Across the seven areas together 18,780 people were in treatment in 2023/24.", "supported", "18,780"),
    ("Coventry and Walsall together had 3,810 people in treatment in 2023/24.", "supported", "3,810"),
    ("Sandwell had 1,950 people in treatment in 2023/24.", "conflicting", "1,960"),
    ("18.1% of people in Coventry are alcohol dependent.", "contradicted", "per 1,000"),
    ("In 2016 councils recorded 701 discarded needles.", "supported", "701"),
    ("In 2016 councils recorded 710 discarded needles.", "contradicted", "701"),
    ("All seven councils recorded discarded needles in 2016, 701 of them.", "contradicted", "six"),
    ("Someone in the West Midlands dies of drug poisoning every four hours.", "contradicted", "three days"),
    ("Every pound invested in drug treatment brings society a net benefit of two pounds fifty.", "supported", "£2.50"),
    ("Each £2.50 invested in drug treatment brings society a net benefit of £1.", "contradicted", "£2.50"),
    ("Women made up a third of people in treatment in Coventry in 2023/24.", "not_found", ""),
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "small-report.md").write_text(REPORT, encoding="utf-8")
    settings = Settings(corpus_dir=Path(corpus), index_dir=tmp_path_factory.mktemp("index"))
    run_ingest(settings)
    return load_answerer(settings)


@pytest.mark.parametrize(("claim", "expected_verdict", "said"), CLAIMS)
def test_claim(small: Answerer, claim: str, expected_verdict: str, said: str) -> None:
    actual = small.check(claim)
    assert actual.verdict == expected_verdict, actual.headline
    assert said in actual.headline


def test_a_verdict_that_rests_on_figures_cites_them(small: Answerer) -> None:
    verdict = small.check("Coventry had 2,025 people in treatment in 2023/24.")
    assert [(c.report, c.locator.table, c.locator.row) for c in verdict.citations] == [
        ("small-report", "Table 1", "Coventry")
    ]


def test_a_derived_verdict_shows_its_working(small: Answerer) -> None:
    verdict = small.check("Across the seven areas together 18,780 people were in treatment in 2023/24.")
    assert verdict.derivation and verdict.derivation.working.endswith("= 18,780")


def test_a_change_that_two_places_give_differently_is_told_with_each_place(answerer: Answerer) -> None:
    actual = answerer.check("Drug-related deaths in Coventry fell between 2023 and 2024.")
    assert actual.verdict == "contradicted"
    assert "+16.2% in Table 12; 12.2% in the text" in actual.headline
