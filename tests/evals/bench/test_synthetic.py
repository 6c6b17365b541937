import re
from pathlib import Path

import pytest

from evals.bench.synthetic import make_report, write_corpus

REPORT = """---
id: report-a
title: "Deaths in the West Midlands 2024"
published: 2024-10-31
---

In Birmingham there were 1,234 deaths in 2023/24, 12.5% more than in 22/23. By 2024, 56 (Table 3).

Table 3 - Deaths by area.

| Area | 2023 | 2024 | % Change |
| --- | --- | --- | --- |
| Birmingham | 152 | 120 | -21.1% |
"""


def test_report_is_about_other_areas_years_and_numbers() -> None:
    made = make_report(REPORT, "report-a", 7)
    assert "id: report-a-0007" in made
    assert "Birmingham" not in made
    assert not re.search(r"20[12]\d", made)
    assert "Table 3 - Deaths" in made
    assert re.search(r"there were \d,\d{3} deaths in (\d{4})/(\d\d), \d\d?\.\d% more", made)
    assert len(made.splitlines()) == len(REPORT.splitlines())


def test_periods_stay_twelve_months() -> None:
    first, last = re.findall(r"deaths in (\d{4})/(\d\d)", make_report(REPORT, "report-a", 7))[0]
    assert (int(first) + 1) % 100 == int(last)


def test_same_arguments_make_the_same_report() -> None:
    assert make_report(REPORT, "report-a", 1) == make_report(REPORT, "report-a", 1)
    assert make_report(REPORT, "report-a", 1) != make_report(REPORT, "report-a", 2)


@pytest.mark.parametrize("times", [1, 3])
def test_corpus_has_the_real_reports_and_made_ones(times: int, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "report-a.md").write_text(REPORT)
    (tmp_path / "real" / "areas.yaml").write_text("areas: []")
    assert write_corpus(tmp_path / "made", tmp_path / "real", times) == times
    assert (tmp_path / "made" / "report-a.md").read_text() == REPORT
    assert (tmp_path / "made" / "areas.yaml").exists()
    assert len(list((tmp_path / "made").glob("*.md"))) == times
