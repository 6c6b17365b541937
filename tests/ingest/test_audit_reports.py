"""The audit measured on the five reports against the list of contradictions made by hand."""

import json
from pathlib import Path

import pytest

from ingest.alignment import align_prose_with_tables
from ingest.audit import find_findings
from ingest.lexicon import load_lexicon
from ingest.prose_figures import prose_figures
from ingest.readers import read_report
from ingest.records import Finding
from ingest.table_figures import areas_named_in, table_figures

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
ORIGINALS = ROOT.parent / "shared" / "reports" / "originals"
CLAIMS = ROOT / "evals" / "claims"
LEAST_TOLD, LEAST_KINDS = 69, 24
LEAST_TRUE = 0.9


def records(name: str) -> list[dict]:
    return [json.loads(line) for line in (CLAIMS / name).read_text("utf-8").splitlines()]


CONTRADICTIONS, MARKED = records("contradictions.jsonl"), records("findings.jsonl")


def find_in(folder: Path, pattern: str) -> list[Finding]:
    reports = [read_report(path) for path in sorted(folder.glob(pattern))]
    known = load_lexicon(CORPUS)
    lexicon = known.with_areas(name for report in reports for name in areas_named_in(report, known))
    figures = [f for r in reports for f in table_figures(r, lexicon) + prose_figures(r, lexicon)]
    return find_findings(align_prose_with_tables(figures, lexicon), reports, lexicon)


@pytest.fixture(scope="module", params=["restated", "published"])
def text(request) -> str:
    if request.param == "published" and not ORIGINALS.exists():
        pytest.skip(f"{ORIGINALS} is absent")
    return request.param


@pytest.fixture(scope="module")
def findings(text) -> list[Finding]:
    return find_in(CORPUS, "*.md") if text == "restated" else find_in(ORIGINALS, "*.*")


def mark_of(finding: Finding, text: str) -> dict | None:
    """What was marked by hand for a finding, None where nobody has judged it."""
    said = (finding.kind, finding.report, finding.value_a, finding.value_b)
    marks = (one for one in MARKED if text in one["texts"])
    return next((one for one in marks if (one["kind"], one["report"], one["value_a"], one["value_b"]) == said), None)


def test_most_contradictions_of_the_list_are_told(text, findings):
    marks = [mark for finding in findings if (mark := mark_of(finding, text))]
    told = {name for mark in marks for name in mark["tells"]}
    missed = [one["id"] for one in CONTRADICTIONS if one["id"] not in told]
    assert len(CONTRADICTIONS) - len(missed) >= LEAST_TOLD, missed
    assert len({one["kind"] for one in CONTRADICTIONS if one["id"] in told}) >= LEAST_KINDS


def test_nine_in_ten_findings_are_true(text, findings):
    untrue = [one for one in findings if not (mark_of(one, text) or {}).get("is_true")]
    assert len(untrue) <= (1 - LEAST_TRUE) * len(findings), untrue


def test_no_finding_stands_twice(findings):
    sides = [(f.kind, f.place_a, f.value_a, f.place_b, f.value_b) for f in findings]
    assert len(sides) == len(set(sides))


def test_every_finding_names_its_figures_and_says_why_in_one_sentence(findings):
    for finding in findings:
        assert finding.figures and finding.explanation.endswith(".")
        assert finding.value_a and finding.value_b and finding.place_a and finding.place_b
