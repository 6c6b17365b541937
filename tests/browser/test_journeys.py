"""What a reader does with the app, in a real browser, on a wide and on a narrow screen."""

from pathlib import Path
from urllib.parse import quote, urlparse

import docx
import pytest

from tests.browser.conftest import (
    PAGES,
    ask,
    check_briefing,
    check_claim,
    fits_in_width,
    open_ask,
    open_page,
    tab_to,
    wait_until_at_rest,
)

TREATMENT = "How many people were in drug treatment in Birmingham in 2023/24?"
BRIEFING = Path(__file__).parent / "briefing.md"
REPORT = """---
id: small-report
title: A Small Report
publisher: Nobody
published: "2025-01"
address: ""
text: verbatim
---

# A Small Report

Table 1 - Naloxone kits handed out per area in 2024.

| Area | 2024 |
|---|---|
| Dudley | 1,234 |
| Walsall | 567 |
"""


def test_first_start_shows_progress_then_the_chat(browser, address: str) -> None:
    window = browser.new_page(base_url=address)
    window.goto("/")
    window.get_by_role("heading", level=1).wait_for(timeout=20_000)
    open_ask(window)
    window.close()


def test_ask_follow_up_and_open_a_source(page) -> None:
    assert "8,490" in ask(page, TREATMENT)
    assert "1,777" in ask(page, "and in Dudley?")

    page.get_by_text("Figure 11, row 23/24, column Birmingham").click()
    source = page.locator("[data-testid=stExpander]").first
    source.get_by_text("this figure").wait_for()
    assert "8,490" in source.locator("td.marked").inner_text()


def test_the_newest_headline_is_what_one_sees(page) -> None:
    ask(page, "Which area had the most drug-related deaths in 2024?")
    ask(page, "and the fewest?")

    page.get_by_role("heading", name="You could also ask").wait_for()
    page.wait_for_timeout(1500)
    box = page.locator("p.headline").nth(1).bounding_box()
    assert 0 < box["y"] < page.viewport_size["height"] / 2


def test_a_suggested_question_is_asked_with_one_click(page) -> None:
    ask(page, TREATMENT)
    page.get_by_role("heading", name="You could also ask").wait_for()
    page.get_by_role("button", name="Which area had the most individuals in treatment").click()

    page.locator("p.headline").nth(1).wait_for()
    assert "Birmingham" in page.locator("p.headline").nth(1).inner_text()


def test_another_reading_is_asked_with_one_click(page) -> None:
    ask(page, TREATMENT)
    page.get_by_role("heading", name="Did you mean something else?").wait_for()
    page.get_by_role("button", name="individuals in treatment (opiate)").click()

    page.locator("p.headline").nth(1).wait_for()
    assert "opiate" in page.locator("p.headline").nth(1).inner_text().lower()


def test_an_acronym_is_explained_on_hover(page) -> None:
    ask(page, "What does LDIS stand for?")

    assert page.locator("abbr", has_text="LDIS").first.get_attribute("title") == "Local Drug Information System"


def test_a_claim_is_judged_with_its_source(window) -> None:
    window.goto("/check")
    verdict = check_claim(window, "Drug-related deaths in Coventry rose to 34 in 2024.")

    assert "Contradicted" in verdict
    assert "43" in verdict
    assert "43" in window.locator("td.marked").nth(1).inner_text()
    window.locator("[data-testid=stExpander] summary").first.click()
    window.get_by_text("Page ").first.wait_for()


def test_a_briefing_is_checked_and_downloaded(window, tmp_path: Path) -> None:
    window.goto("/check")
    summary = check_briefing(window, BRIEFING)

    assert summary == "10 figures checked: 3 contradicted, 1 not found, 6 supported."
    assert "✗ contradicted" in window.locator("div.briefing p", has_text="Coventry").inner_text()
    assert "Call 0121 303 1234." in window.locator("div.briefing").inner_text()
    for kind, suffix in (("Word", "docx"), ("CSV", "csv"), ("JSON", "json")):
        with window.expect_download() as download:
            window.get_by_role("button", name=f"Download {kind}").click()
        assert download.value.suggested_filename == f"briefing-checked.{suffix}"
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        is_word = suffix == "docx"
        text = docx.Document(str(file)).paragraphs[1].text if is_word else file.read_text("utf-8-sig")
        assert (summary if is_word else "contradicted") in text


def test_a_file_of_another_kind_is_refused(window, tmp_path: Path) -> None:
    window.goto("/check")
    file = tmp_path / "broken.docx"
    file.write_text("not a Word file", encoding="utf-8")
    window.locator("input[type=file]").set_input_files(file)

    window.get_by_role("alert").filter(has_text="broken").wait_for()


def test_an_answer_is_printed_without_the_controls(page) -> None:
    ask(page, TREATMENT)
    page.emulate_media(media="print")

    assert page.locator("p.headline").is_visible()
    assert page.locator("td.marked").first.is_visible()
    assert not page.get_by_role("button", name="Did this help?").is_visible()
    assert not page.get_by_role("textbox", name="Type a question").is_visible()


def test_everything_comes_from_this_machine(page, address: str) -> None:
    hosts = set()
    page.on("request", lambda request: hosts.add(urlparse(request.url).netloc))
    page.reload()
    ask(page, TREATMENT)

    assert {host for host in hosts if host} == {urlparse(address).netloc}


def test_an_example_is_asked_by_keyboard_alone(page) -> None:
    page.get_by_role("button", name=TREATMENT).focus()
    page.keyboard.press("Enter")

    page.locator("p.headline").wait_for()
    assert "8,490" in page.locator("p.headline").inner_text()


def test_question_source_and_copy_by_keyboard_alone(page) -> None:
    tab_to(page, TREATMENT)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Did this help?").wait_for()
    wait_until_at_rest(page)
    page.get_by_role("link", name="Skip to main content").focus()

    tab_to(page, "Figure 11, row 23/24, column Birmingham")
    page.keyboard.press("Enter")
    page.locator("[data-testid=stExpander]").get_by_text("this figure").wait_for()
    page.wait_for_timeout(1500)  # the source unfolds slowly
    tab_to(page, "Copy, link or download")
    page.keyboard.press("Enter")
    page.get_by_text("A link that asks this again").wait_for()
    tab_to(page, "Copy to clipboard")
    tab_to(page, "Download Word")
    page.keyboard.press("Escape")
    tab_to(page, "Did this help?")
    tab_to(page, "Type a question")


def test_a_chat_is_still_there_after_a_look_at_another_page(page) -> None:
    ask(page, TREATMENT)
    links = page.get_by_test_id("stTopNavLink" if page.viewport_size["width"] > 768 else "stPageLink")
    links.filter(has_text="Help").click()
    page.get_by_role("heading", name="Help", exact=True).wait_for()
    links.filter(has_text="Ask").click()

    page.locator("p.headline").wait_for()
    assert "8,490" in page.locator("p.headline").inner_text()


def test_an_answer_is_downloaded(page) -> None:
    ask(page, TREATMENT)
    page.get_by_role("button", name="Copy, link or download").click()
    for kind in ("Word", "CSV", "JSON"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download {kind}").click()

        content = Path(download.value.path()).read_bytes()
        assert content.startswith(b"PK") if kind == "Word" else "8,490" in content.decode("utf-8-sig"), kind


def test_a_link_opens_the_same_question(window) -> None:
    open_ask(window, f"?q={quote(TREATMENT)}")

    window.locator("p.headline").wait_for()
    assert "8,490" in window.locator("p.headline").inner_text()


def test_feedback_is_thanked_for(page) -> None:
    ask(page, TREATMENT)
    page.get_by_role("button", name="Did this help?").click()
    page.get_by_text("Yes", exact=True).click()
    page.get_by_role("button", name="Send feedback").click()

    page.get_by_text("Thank you").wait_for()


def test_figures_of_a_measure_are_shown_with_a_chart(window) -> None:
    window.goto("/figures")
    choice = window.get_by_role("combobox", name="Measure")
    choice.click()
    window.keyboard.type("registered drug-related deaths")
    window.get_by_role("option").first.wait_for()
    window.keyboard.press("Enter")

    window.keyboard.press("Escape")
    window.get_by_text("Every figure").wait_for()
    window.wait_for_function("() => !/7\\d\\d figures/.test(document.body.innerText)")
    wait_until_at_rest(window)
    assert "death" in window.locator("p.caption").inner_text().lower()
    with window.expect_download() as download:
        window.get_by_role("button", name="Download CSV").click()
    rows = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert len(rows) > 3 and all("death" in row.lower() for row in rows[1:])


@pytest.mark.parametrize("part", PAGES)
def test_no_page_scrolls_sideways(window, part: str) -> None:
    open_page(window, part)

    assert fits_in_width(window)


def test_a_report_is_added_asked_and_removed(browser, address: str, tmp_path: Path) -> None:
    file = tmp_path / "small-report.md"
    file.write_text(REPORT, encoding="utf-8")
    window = browser.new_page(viewport={"width": 1280, "height": 900}, base_url=address)
    window.set_default_timeout(120_000)
    open_ask(window)
    window.goto("/reports")
    window.locator("input[type=file]").set_input_files(file)
    window.get_by_role("button", name="Add this report").click()
    window.get_by_text("small-report.md was added").wait_for()
    window.get_by_role("heading", name="A Small Report").wait_for()

    open_ask(window)
    assert "1,234" in ask(window, "How many naloxone kits were handed out in Dudley in 2024?")

    window.goto("/reports")
    choice = window.get_by_role("combobox", name="A report to remove")
    choice.wait_for()
    window.wait_for_timeout(2000)
    choice.focus()
    choice.press("ArrowDown")
    window.get_by_role("option").first.wait_for()
    choice.press("Enter")
    window.get_by_role("button", name="Remove this report").click()
    window.get_by_text("was removed").wait_for()
    assert window.get_by_role("heading", name="A Small Report").count() == 0
    window.close()
