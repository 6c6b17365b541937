"""The app as it is started for its users, and a real Chromium; skipped by name where there is none."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
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
MAIN = "[data-testid=stMain], [data-testid=stAppScrollToBottomContainer]"
_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a free port, over a copy of the reports and an index that is still to be built."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: install the package 'chromium' to run the browser tests")
    folder = tmp_path_factory.mktemp("app")
    shutil.copytree(ROOT / "corpus", folder / "corpus", ignore=shutil.ignore_patterns("originals"))
    yield from serve(folder / "corpus", folder / "index")


def serve(corpus: Path, index: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    process = subprocess.Popen(
        [*command, "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "CORPUS_DIR": str(corpus), "INDEX_DIR": str(index)},
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
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield opened
        opened.close()


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def page(request: pytest.FixtureRequest, browser, address: str) -> Iterator[object]:
    """An empty window on the app, whose index has been built, at each width."""
    window = browser.new_page(viewport={"width": request.param, "height": 900}, base_url=address)
    window.set_default_timeout(60_000)
    open_ask(window)
    yield window
    window.close()


def open_ask(window, query: str = "") -> None:
    window.goto(f"/{query}")
    window.get_by_role("heading", name="Ask the reports").wait_for(timeout=300_000)


def ask(window, question: str) -> str:
    """Ask in the chat; the headline of the answer."""
    before = window.locator("p.headline").count()
    box = window.get_by_role("textbox", name="Type a question")
    box.fill(question)
    box.press("Enter")
    headline = window.locator("p.headline").nth(before)
    headline.wait_for(timeout=120_000)
    window.get_by_role("button", name="Did this help?").nth(before).wait_for()
    return str(headline.inner_text())


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
