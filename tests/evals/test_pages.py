from html.parser import HTMLParser

import pytest

from evals.pages.html import page_to_html
from evals.pages.markdown import page_to_markdown
from evals.pages.page import Bar, BarChart, Bullets, Entry, Grid, Page, Section, Words
from evals.pipeline import write_report
from evals.runs import open_run
from tests.evals.conftest import WriteLines, answer, claim, question, verdict

VOID = {"meta", "path", "rect"}
GRID = Grid("Caption", ("", "a|b"), (("row", "1|2"),))
BARS = (Bar("x", 0.5, "50% of 4", 0.2, 0.8), Bar("y", float("nan"), "undefined"))
PAGE = Page(
    "A <title>",
    (
        Section("Grid & words", (Words("5 < 6"), GRID, Bullets(("one",)))),
        Section("Chart", (BarChart("Bars", BARS),)),
        Section("Entries", (Entry("q-1", (("Asked", "how <many>?"),)),)),
    ),
)


class Outline(HTMLParser):
    """Collects tags, and fails where one is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]


def outline(html: str) -> Outline:
    parser = Outline()
    parser.feed(html)
    assert parser.open == []
    return parser


def test_html_is_well_formed_and_escaped() -> None:
    html = page_to_html(PAGE)
    outline(html)
    assert "A &lt;title&gt;" in html
    assert "how &lt;many&gt;?" in html


def test_html_is_accessible() -> None:
    html = page_to_html(PAGE)
    found = outline(html)
    headers = [attributes.get("scope") for tag, attributes in found.tags if tag == "th"]
    assert dict(found.tags)["html"]["lang"] == "en-GB"
    assert headers == ["col", "col", "row"]
    assert found.names().count("h1") == 1
    assert "caption" in found.names()
    assert dict(found.tags)["svg"]["role"] == "img"
    assert "x: 50% of 4; y: undefined" in html


def test_html_loads_nothing_from_elsewhere() -> None:
    html = page_to_html(PAGE)
    assert not any({"src", "srcset"} & set(attributes) for _, attributes in outline(html).tags)
    assert {"link", "script", "img", "iframe"}.isdisjoint(outline(html).names())
    assert "url(" not in html


def test_markdown_says_the_same() -> None:
    markdown = page_to_markdown(PAGE)
    assert "# A &lt;title>" in markdown
    assert "| row | 1\\|2 |" in markdown
    assert "| x | 50% of 4 |" in markdown
    assert "- Asked: how &lt;many>?" in markdown


@pytest.fixture
def reported(write_lines: WriteLines) -> dict[str, str]:
    items = [question("q-1"), question("q-2"), question("q-3"), claim("c-1"), question("q-9")]
    product = [
        {"id": "q-1"} | answer(),
        {"id": "q-2"} | answer("8,940.", reading="people <in> treatment"),
        {"id": "q-3"} | answer("Nothing.", "not_found"),
        {"id": "c-1"} | verdict("contradicted"),
    ]
    write_lines("r.naive.jsonl", *({"id": f"q-{n}"} | answer("passage 12", retrieved=[]) for n in (1, 2, 3)))
    run = open_run(write_lines("r.jsonl", *product), [str(write_lines("set.jsonl", *items))])
    return {path.name: path.read_text() for path in write_report(run)}


def test_report_and_committee_page_are_written_twice_over(reported: dict[str, str]) -> None:
    assert sorted(reported) == ["r.committee.html", "r.committee.md", "r.report.html", "r.report.md"]
    for name, text in reported.items():
        assert not name.endswith(".html") or outline(text)


def test_report_lists_every_failure_with_its_particulars(reported: dict[str, str]) -> None:
    report = reported["r.report.md"]
    assert "q-2: wrong figure shown (figure)" in report
    assert "- Expected: answered; 8,490; from report-a" in report
    assert "- Got: answered: 8,940." in report
    assert "- Cited: report-a, Table 1, row Birmingham" in report
    assert "- Read as: people &lt;in> treatment" in report
    assert "c-1: wrong (claim)" in report
    assert "### q-1" not in report


def test_report_tells_what_was_not_asked_and_the_baseline(reported: dict[str, str]) -> None:
    assert "1 of 5 records have no result" in reported["r.report.md"]
    assert "| naive | 0.0%" in reported["r.report.md"]


def test_committee_page_is_in_plain_words(reported: dict[str, str]) -> None:
    page = reported["r.committee.md"]
    assert "It gave the right answer, with its source, to 1 of 3 (33%) questions" in page
    assert "1 of 4 results showed a figure that was not right" in page
    for term in ("Wilson", "recall", "precision", "p50", "nDCG", "baseline"):
        assert term not in page
