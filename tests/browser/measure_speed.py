"""Measures how soon the app shows something, and how soon it answers after a cold start.

    python -m tests.browser.measure_speed CORPUS INDEX [RUNS]

The index is one that is up to date. Each run starts the app anew and opens a link that asks, at each width: once a question
that a figure answers, once one that a passage answers, for which the embedding model is loaded. A cold start is a new process;
its time counts from the start of that process. Warm is a new window, with nothing kept, on the app that has answered
the first of them.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, PAGES, WIDTHS, serve

QUESTIONS = {
    "figure": "How many people were in drug treatment in Birmingham in 2023/24?",
    "text": "Which medication are police officers to be equipped with?",
}
LOOK_EVERY = 100  # milliseconds
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
SEEN = "() => [document.body?.innerText.trim() ?? '', !!document.querySelector('p.headline')]"


def main() -> None:
    corpus, index = (Path(argument).resolve() for argument in sys.argv[1:3])
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    times: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for _ in range(runs):
            for width in WIDTHS:
                for kind, question in QUESTIONS.items():
                    for name, seconds in measure(browser, corpus, index, width, question).items():
                        times.setdefault(f"{width} px, {kind}: {name}", []).append(seconds)
        browser.close()
    for name, values in times.items():
        sys.stdout.write(f"{name}: median {median(values):.2f} s, worst {max(values):.2f} s, n={len(values)}\n")


def measure(browser: Browser, corpus: Path, index: Path, width: int, question: str) -> dict[str, float]:
    """Seconds by name, of one cold start and of each page after it."""
    start = time.monotonic()
    with running(corpus, index) as address:
        result = {"cold, process started": time.monotonic() - start}
        page = open_window(browser, address, width)
        opened = time.monotonic()
        page.goto(f"/?q={quote(question)}", wait_until="commit")
        longest_blank, longest_same = watch_until_answered(page)
        result |= {
            "cold, answer after the process's start": time.monotonic() - start,
            "cold, answer after the window's opening": time.monotonic() - opened,
            "cold, first paint": first_paint(page),
            "cold, longest blank": longest_blank,
            "cold, longest time without a change": longest_same,
        }
        page.close()
        for part in PAGES if question == QUESTIONS["figure"] else ():
            result |= measure_warm(browser, address, width, part)
    return result


def measure_warm(browser: Browser, address: str, width: int, part: str) -> dict[str, float]:
    page = open_window(browser, address, width)
    opened = time.monotonic()
    page.goto(f"/{part}", wait_until="commit")
    page.locator("h1").first.wait_for()
    result = {f"warm, heading of {part or 'ask'}": time.monotonic() - opened}
    result[f"warm, first paint of {part or 'ask'}"] = first_paint(page)
    page.close()
    return result


def first_paint(page: Page) -> float:
    return float(page.wait_for_function(PAINTED).json_value()) / 1000


@contextmanager
def running(corpus: Path, index: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "corpus").symlink_to(corpus)
        (folder / "index").symlink_to(index)
        with closing(serve(folder)) as app:
            yield next(app)


def open_window(browser: Browser, address: str, width: int) -> Page:
    return browser.new_page(viewport={"width": width, "height": 900}, base_url=address)


def watch_until_answered(page: Page) -> tuple[float, float]:
    """The longest times in seconds for which the page was empty, and for which it stayed as it was."""
    longest_blank = longest_same = 0.0
    filled = changed = time.monotonic()
    before = None
    while True:
        text, is_answered = page.evaluate(SEEN)
        now = time.monotonic()
        longest_blank = max(longest_blank, now - filled)
        filled = now if text else filled
        if text != before:
            longest_same, before, changed = max(longest_same, now - changed), text, now
        if is_answered:
            return longest_blank, longest_same
        page.wait_for_timeout(LOOK_EVERY)


if __name__ == "__main__":
    main()
