"""What a reader does with the app, in a real browser, on a wide and on a narrow screen."""

from pathlib import Path
from urllib.parse import quote, urlparse

import pytest

from tests.browser.conftest import ask, fits_in_width, open_ask

TREATMENT = "How many people were in drug treatment in Birmingham in 2023/24?"
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


@pytest.mark.parametrize("kind", ["Word", "CSV", "JSON"])
def test_an_answer_is_downloaded(page, kind: str) -> None:
    ask(page, TREATMENT)
    page.get_by_role("button", name="Copy, link or download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {kind}").click()

    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"PK") if kind == "Word" else "8,490" in content.decode("utf-8-sig")


def test_a_link_opens_the_same_question(page) -> None:
    open_ask(page, f"?q={quote(TREATMENT)}")

    page.locator("p.headline").wait_for()
    assert "8,490" in page.locator("p.headline").inner_text()


def test_feedback_is_thanked_for(page) -> None:
    ask(page, TREATMENT)
    page.get_by_role("button", name="Did this help?").click()
    page.get_by_text("Yes", exact=True).click()
    page.get_by_role("button", name="Send feedback").click()

    page.get_by_text("Thank you").wait_for()


@pytest.mark.parametrize("part", ["", "figures", "reports", "disagreements", "help"])
def test_no_page_scrolls_sideways(page, part: str) -> None:
    page.goto(f"/{part}")
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(1500)

    assert fits_in_width(page)


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
