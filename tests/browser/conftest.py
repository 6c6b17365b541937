"""The app as it is started for its users, and a real Chromium; skipped by name where there is none."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)
WIDTHS = (1280, 390)
PAGES = ("", "check", "disagreements", "figures", "reports", "help")
MAIN = "[data-testid=stMain], [data-testid=stAppScrollToBottomContainer]"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the reports, and the place of an index that the first app to start builds."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: install the package 'chromium' to run the browser tests")
    folder = tmp_path_factory.mktemp("app")
    shutil.copytree(ROOT / "corpus", folder / "corpus", ignore=shutil.ignore_patterns("originals"))
    return folder


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The app on a free port."""
    yield from serve(folder)


def serve(folder: Path, port: int = 0, options: Sequence[str] = ()) -> Iterator[str]:
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    process = subprocess.Popen(
        [*command, "--server.port", str(port), *options],
        cwd=ROOT,
        env={**os.environ, "CORPUS_DIR": str(folder / "corpus"), "INDEX_DIR": str(folder / "index")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    if CHROMIUM is None:
        pytest.skip("no Chromium: install the package 'chromium' to run the browser tests")
    sync_api = pytest.importorskip("playwright.sync_api", reason="no playwright: install the extra 'test'")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def ready(browser, address: str) -> str:
    """The app, once its index has been built."""
    window = browser.new_page(base_url=address)
    open_ask(window)
    window.close()
    return address


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def window(request: pytest.FixtureRequest, browser, ready: str) -> Iterator[object]:
    """An empty window, at each width."""
    opened = browser.new_page(viewport={"width": request.param, "height": 900}, base_url=ready)
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


@pytest.fixture
def page(window):
    """The page Ask, at each width."""
    open_ask(window)
    return window


@pytest.fixture
def small_window(browser, ready: str) -> Iterator[object]:
    """An empty window as it is at 400 % zoom of a screen of 1280 by 1024 pixels."""
    opened = browser.new_page(viewport={"width": 320, "height": 256}, base_url=ready)
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


def open_ask(window, query: str = "") -> None:
    window.goto(f"/{query}")
    window.get_by_role("heading", name="Ask the reports").wait_for(timeout=300_000)


def open_page(window, part: str) -> None:
    """Open a page by its address, and wait until it is whole."""
    window.goto(f"/{part}")
    window.locator("h1").first.wait_for()
    wait_until_at_rest(window)


def ask(window, question: str) -> str:
    """Ask in the chat; the headline of the answer."""
    before = window.locator("p.headline").count()
    box = window.get_by_role("textbox", name="Type a question")
    box.fill(question)
    box.press("Enter")
    headline = window.locator("p.headline").nth(before)
    headline.wait_for(timeout=120_000)
    window.get_by_role("button", name="Did this help?").nth(before).wait_for()
    wait_until_at_rest(window)
    return str(headline.inner_text())


def check_claim(window, claim: str) -> str:
    """Check a sentence on the page for it; the verdict with the sentence that says why."""
    window.get_by_role("textbox", name="Text with a figure in it").fill(claim)
    window.get_by_role("button", name="Check this text").click()
    verdict = window.locator("div.verdict")
    verdict.wait_for(timeout=120_000)
    wait_until_at_rest(window)
    return str(verdict.inner_text())


def check_briefing(window, file: Path) -> str:
    """Have a briefing checked; the line that counts its figures."""
    window.locator("input[type=file]").set_input_files(file)
    summary = window.locator("p.headline", has_text="checked:")
    summary.wait_for(timeout=120_000)
    window.locator("ol.notes").wait_for()
    wait_until_at_rest(window)
    return str(summary.inner_text())


def wait_until_at_rest(window) -> None:
    """Wait until the page is whole, and nothing of the page before it is left."""
    window.locator('[data-test-script-state="notRunning"]').wait_for()
    window.wait_for_function("() => !document.querySelector('[data-stale=true]')")


FOCUS = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const framed = [element];
  while (framed.length < 5 && framed.at(-1).parentElement) framed.push(framed.at(-1).parentElement);
  return {
    name: element.matches('a, button, summary, input, textarea')
      ? element.getAttribute('aria-label') || element.innerText : '',
    isFramed: framed.some((each) => getComputedStyle(each).outlineStyle !== 'none'),
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def focus_at_rest(window) -> dict:
    """What has the focus, and whether it is seen; a page that is still being drawn or moving is given a few seconds."""
    for _ in range(20):
        focus = window.evaluate(FOCUS)
        if not focus["name"] or focus["isFramed"] and focus["isInView"]:
            break
        window.wait_for_timeout(250)
    return dict(focus)


def tab_to(window, name: str) -> None:
    """Go on by the tab key to what has this name; everything on the way shows that it has the focus."""
    for _ in range(60):
        window.keyboard.press("Tab")
        window.wait_for_timeout(50)
        focus = focus_at_rest(window)
        assert not focus["name"] or focus["isFramed"] and focus["isInView"], focus
        if name in focus["name"]:
            return
    raise AssertionError(f"{name!r} cannot be reached by the tab key")


def fits_in_width(window) -> bool:
    """Whether the page needs no scrolling sideways."""
    return bool(window.evaluate("main => document.querySelector(main).scrollWidth <= window.innerWidth", MAIN))


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return int(found.getsockname()[1])


def wait_for(url: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(url)
