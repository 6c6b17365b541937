"""The audit measured on the five reports against the list of contradictions made by hand."""

import json
import re
from pathlib import Path

import pytest

from ingest.audit import find_findings
from ingest.lexicon import load_lexicon
from ingest.prose_figures import prose_figures
from ingest.readers import read_report
from ingest.records import Finding
from ingest.table_figures import areas_named_in, table_figures

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
ORIGINALS = ROOT.parent / "shared" / "reports" / "originals"
RECORDS = [json.loads(line) for line in (ROOT / "evals" / "claims" / "findings.jsonl").read_text("utf-8").splitlines()]
HARD = [record for record in RECORDS if record["strength"] == "hard"]
# contradictions that are there only because of another one, which is reported once
FOLLOWS_FROM = {"d-32": "d-06", "d-33": "d-10", "d-35": "d-01", "d-53": "d-45", "d-54": "d-46"}
LEAST_FOUND = 57
LEAST_TRUE = 0.9


def find_in(folder: Path, pattern: str) -> list[Finding]:
    reports = [read_report(path) for path in sorted(folder.glob(pattern))]
    known = load_lexicon(CORPUS)
    lexicon = known.with_areas(name for report in reports for name in areas_named_in(report, known))
    figures = [f for r in reports for f in table_figures(r, lexicon) + prose_figures(r, lexicon)]
    return find_findings(figures, reports, lexicon)


@pytest.fixture(scope="module", params=["restated", "originals"])
def findings(request) -> list[Finding]:
    if request.param == "restated":
        return find_in(CORPUS, "*.md")
    if not ORIGINALS.exists():
        pytest.skip(f"{ORIGINALS} is absent")
    return find_in(ORIGINALS, "*.*")


def numbers_in(text: str) -> set[str]:
    """The numbers of a text, without signs and commas: "-14.3%" and "14.3" are one."""
    return {number.replace(",", "") for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def is_named(record: dict, finding: Finding) -> bool:
    """Whether a finding is about a contradiction of the list: its report is the same and holds each value."""
    text = f"{finding.value_a} {finding.value_b} {finding.explanation}"
    about = {finding.report} | {name for name in record["reports"] if name in finding.place_b}
    counted = [value for value in record["values"] if numbers_in(value)]
    if not counted:
        return all(value in text for value in record["values"])
    return bool(about & set(record["reports"])) and all(numbers_in(v) & numbers_in(text) for v in counted)


def is_found(record: dict, findings: list[Finding]) -> bool:
    root = FOLLOWS_FROM.get(record["id"])
    roots = [one for one in RECORDS if one["id"] in (record["id"], root)]
    return any(is_named(one, finding) for one in roots for finding in findings)


def test_most_contradictions_of_the_list_are_found(findings):
    missed = [r["id"] for r in HARD if not is_found(r, findings)]
    assert len(HARD) - len(missed) >= LEAST_FOUND, missed


def test_nine_in_ten_findings_are_true(findings):
    untrue = [f for f in findings if not any(is_named(record, f) for record in RECORDS)]
    assert len(untrue) <= (1 - LEAST_TRUE) * len(findings), untrue


def test_no_finding_stands_twice(findings):
    sides = [(f.kind, f.place_a, f.value_a, f.place_b, f.value_b) for f in findings]
    assert len(sides) == len(set(sides))


def test_every_finding_names_its_figures_and_says_why_in_one_sentence(findings):
    for finding in findings:
        assert finding.figures and finding.explanation.endswith(".")
        assert finding.value_a and finding.value_b and finding.place_a and finding.place_b
