"""Scores on a set of known right and wrong answers against a count by hand: what each answer is worth is noted beside it."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import evals.__main__ as command_line
from tests.evals.conftest import WriteLines, answer, claim, question, verdict

# what the headline must hold, the headline, and by hand: is it right, wrong, or a wrong figure shown?
NUMBERS = (
    ([["8,490"]], "8,490 people were in treatment in Birmingham in 2023/24.", "right"),
    ([["8,490"]], "8490 people were in treatment.", "right"),
    ([["8,490"]], "8,940 people were in treatment.", "wrong_figure_shown"),
    ([["8,490"]], "18,490 people were in treatment.", "wrong_figure_shown"),
    ([["8,490"]], "8,490.5 people were in treatment.", "wrong_figure_shown"),
    ([["8,490"]], "People were in treatment in Birmingham in 2023/24.", "wrong"),
    ([["3"]], "Figure 3 tells it.", "wrong"),
    ([["24"]], "It is told for 2023/24.", "wrong"),
    ([["12.5%"]], "12.5 per cent of homicides.", "right"),
    ([["12.5%"]], "12.5 of homicides.", "wrong_figure_shown"),
    ([["8 percentage points", "8 points"]], "A rise of 8 percentage points.", "right"),
    ([["8 percentage points", "8 points"]], "A rise of 8%.", "wrong_figure_shown"),
    ([["£1.4bn", "£1.4 billion"]], "It costs £1.4 billion a year.", "right"),
    ([["£1.4bn", "£1.4 billion"]], "It costs £1.4 million a year.", "wrong_figure_shown"),
    ([["-22.9%", "22.9%"]], "A change of -22.9%.", "right"),
    ([["Solihull"], ["27"]], "Solihull had 27 deaths.", "right"),
    ([["Solihull"], ["27"]], "Walsall had 27 deaths.", "wrong"),
)
REFUSALS = (
    ("answered", "not_found", "The reports do not say.", "refused"),
    ("answered", "clarify", "Which area do you mean?", "refused"),
    ("not_found", "not_found", "The reports do not say.", "right"),
    ("not_found", "answered", "There were 12 in London.", "wrong_figure_shown"),
    ("not_found", "answered", "There were some in London.", "wrong"),
)
VERDICTS = (
    ("supported", "supported", "right"),
    ("supported", "contradicted", "wrong"),
    ("contradicted", "not_found", "refused"),
    ("conflicting", "conflicting", "right"),
    ("not_found", "supported", "wrong"),
)


@pytest.fixture
def known(write_lines: WriteLines) -> tuple[Path, Path, dict[str, str]]:
    """A results file, its set, and the outcome of each record by hand."""
    items: list[Any] = []
    results: list[dict[str, Any]] = []
    by_hand: dict[str, str] = {}
    for number, (contains, headline, outcome) in enumerate(NUMBERS):
        items.append(question(f"n-{number}", contains=contains))
        results.append({"id": f"n-{number}"} | answer(headline))
        by_hand[f"n-{number}"] = outcome
    for number, (expected, got, headline, outcome) in enumerate(REFUSALS):
        told = {"contains": [], "sources": []} if expected == "not_found" else {}
        kind = "unanswerable" if expected == "not_found" else "figure"
        items.append(question(f"r-{number}", kind=kind, status=expected, **told))
        results.append({"id": f"r-{number}"} | answer(headline, got))
        by_hand[f"r-{number}"] = outcome
    for number, (expected, got, outcome) in enumerate(VERDICTS):
        items.append(claim(f"c-{number}", verdict=expected))
        results.append({"id": f"c-{number}"} | verdict(got))
        by_hand[f"c-{number}"] = outcome
    items.append(question("s-0", sources=[["report-b"]]))
    results.append({"id": "s-0"} | answer())  # the right figure, cited from a report that does not have it
    by_hand["s-0"] = "wrong"
    return write_lines("results.jsonl", *results), write_lines("set.jsonl", *items), by_hand


def score(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[dict[str, Any], str]:
    with pytest.raises(SystemExit) as raised:
        command_line.main(lambda: command_line.app(["score", *map(str, arguments), "--json", "--failures"]))
    assert raised.value.code == 0
    printed = capsys.readouterr()
    return json.loads(printed.out)["product"], printed.err


def test_each_outcome_is_that_of_the_hand_count(known, capsys: pytest.CaptureFixture[str]) -> None:
    results, sets, by_hand = known
    _, failures = score(capsys, results, sets)
    listed = [line.split() for line in failures.splitlines() if line and not line.startswith(" ")]
    actual = {words[0]: words[2].rstrip(":") for words in listed}
    assert actual == {item: outcome for item, outcome in by_hand.items() if outcome != "right"}


def test_counts_and_rates_are_those_of_the_hand_count(known, capsys: pytest.CaptureFixture[str]) -> None:
    results, sets, by_hand = known
    scores, _ = score(capsys, results, sets)
    rows = {(row["by"], row["group"]): row for row in scores["outcomes"]}
    counted = Counter(by_hand.values())
    total = rows["all", "all"]
    assert {name: total[name] for name in counted} == counted == {
        "right": 10, "wrong": 8, "wrong_figure_shown": 7, "refused": 3,
    }  # fmt: skip
    assert total["right_rate"]["rate"] == pytest.approx(10 / 28, abs=1e-4)
    assert (rows["part", "answerable questions"]["right"], rows["part", "answerable questions"]["n"]) == (7, 20)
    assert (rows["part", "unanswerable questions"]["right"], rows["part", "unanswerable questions"]["n"]) == (1, 3)
    assert (rows["part", "claims"]["right"], rows["part", "claims"]["n"]) == (2, 5)
    assert scores["claims"]["confusion"]["supported"] == {
        "supported": 1, "contradicted": 1, "conflicting": 0, "not_found": 0,
    }  # fmt: skip
