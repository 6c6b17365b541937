"""WCAG 2.2 AA as far as axe-core can tell, on every page at both widths; reflow at 400 % zoom.

axe-core is not in git: ``npm install axe-core`` in any folder, and name its axe.min.js in AXE_CORE; else
these tests are skipped by name.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import MAIN, ask, fits_in_width, open_ask

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What Streamlit itself causes, and the app cannot mend: listed in docs/accessibility.md.
KNOWN = {
    name
    for line in (Path(__file__).resolve().parents[2] / "docs" / "accessibility.md").read_text("utf-8").splitlines()
    if line.startswith("- `")
    for name in [line.split("`")[1]]
}


@pytest.fixture(scope="session")
def axe() -> str:
    places = [os.environ.get("AXE_CORE", ""), "node_modules/axe-core/axe.min.js"]
    if shutil.which("npm"):
        root = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
        places.append(f"{root}/axe-core/axe.min.js")
    file = next((Path(place) for place in places if place and Path(place).is_file()), None)
    if file is None:
        pytest.skip("no axe-core: run 'npm install axe-core' and set AXE_CORE to its axe.min.js")
    return file.read_text("utf-8")


def find_violations(page, axe: str) -> dict[str, list[str]]:
    page.evaluate(axe)
    result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return {
        each["id"]: [node["html"][:200] for node in each["nodes"]]
        for each in result["violations"]
        if each["impact"] in ("serious", "critical")
    }


@pytest.mark.parametrize("part", ["", "figures", "reports", "disagreements", "help"])
def test_a_page_has_no_serious_violation(page, axe: str, part: str) -> None:
    page.goto(f"/{part}")
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(1500)

    actual = find_violations(page, axe)
    assert set(actual) <= KNOWN, actual


def test_an_answer_has_no_serious_violation(page, axe: str) -> None:
    ask(page, "Which area had the most drug trafficking offences in 2024/25?")
    page.locator("[data-testid=stExpander] summary").first.click()
    page.wait_for_timeout(1000)

    actual = find_violations(page, axe)
    assert set(actual) <= KNOWN, actual


def test_an_answer_reflows_at_400_per_cent(browser, address: str) -> None:
    window = browser.new_page(viewport={"width": 320, "height": 256}, base_url=address)
    open_ask(window)
    ask(window, "Did drug-related deaths in Dudley fall in 2024?")

    assert fits_in_width(window)
    window.close()


def test_headings_follow_in_order(page) -> None:
    ask(page, "Did drug-related deaths in Dudley fall in 2024?")
    levels = page.evaluate(
        "main => [...document.querySelector(main).querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])",
        MAIN,
    )

    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in zip(levels, levels[1:], strict=False))
