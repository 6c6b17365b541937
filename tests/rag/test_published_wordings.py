"""Answers from a report that is worded as published ones are: parts told in the sentence after, ranks after their numbers."""

from pathlib import Path

import pytest

from ingest.pipeline import run_ingest
from ingest.settings import Settings
from rag.pipeline import Answerer, load_answerer

_REPORT = """---
title: Review of the Year
publisher: The Board
published: 2031-09
---
# Organised crime

1. On 3rd May 2031 there were 90 OCGs being tracked by West Midlands Police.

2. In this respect 30 OCGs were primarily involved in drug-related criminality, 12 involved as a
secondary flag, and six marked with drugs as a tertiary concern. This
means that 48 out of the 90 OCGs (53%) are significantly involved in drug-related crime.

3. Only five of the 90 OCGs were marked priority.

# Drug testing

4. In the West Midlands in 2030/31, 2,000 drug tests were administered on arrestees. Of these tests 40% were positive.
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("reports")
    Path(folder / "review.md").write_text(_REPORT, encoding="utf-8")
    settings = Settings(corpus_dir=folder, index_dir=tmp_path_factory.mktemp("index"))
    run_ingest(settings)
    return load_answerer(settings)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("If 40% of the 2,000 drug tests were positive, how many were positive?", "800"),
        ("What percentage of the 90 OCGs had drugs as the primary concern?", "33.3%"),
        ("Priority OCGs as a percentage of all OCGs tracked in May 2031", "5.6%"),
    ],
)  # fmt: skip
def test_what_two_sentences_tell_is_put_together(published: Answerer, question: str, expected: str) -> None:
    actual = published.answer(question)
    assert actual.status == "answered"
    assert expected in actual.headline


def test_a_percentage_is_set_in_no_ratio_to_a_count(published: Answerer) -> None:
    assert "for every one" not in published.answer("ratio of police officers to OCGs?").headline
