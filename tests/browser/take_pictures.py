"""Takes the pictures of each page that the README and docs/pictures/ show, of an app that it starts itself.

    python -m tests.browser.take_pictures            # docs/pictures/, at 1280 pixels
    python -m tests.browser.take_pictures FOLDER     # every page at 1280, 390 and 320 pixels (400 % zoom), whole

The same reports give the same pictures: nothing moves, nothing is fetched, no date or time is shown.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing, contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS, MAIN, ROOT, ask, check_briefing, check_claim, serve

PICTURES = ROOT / "docs" / "pictures"
BRIEFING = Path(__file__).parent / "briefing.md"
QUESTION = "How many people were in drug treatment in Birmingham in 2023/24?"
RANKING = "Which area had the most drug trafficking offences in 2024/25?"
CLAIM = "Drug-related deaths in Coventry rose to 34 in 2024."
WIDTHS = (1280, 390, 320)
TALLEST = 2000
COLOURS = 128

Act = Callable[[Page], object]
# name of the picture, page, what is done there
SCENES: dict[str, tuple[str, Act]] = {
    "start": ("", lambda page: None),
    "chat": ("", lambda page: ask(page, QUESTION)),
    "ranking": ("", lambda page: ask(page, RANKING)),
    "check": ("check", lambda page: check_claim(page, CLAIM)),
    "briefing": ("check", lambda page: check_briefing(page, BRIEFING)),
    "disagreements": ("disagreements", lambda page: None),
    "figures": ("figures", lambda page: None),
    "reports": ("reports", lambda page: None),
    "help": ("help", lambda page: None),
}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    with running_app() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name in SCENES:
            for width in WIDTHS[:1] if folder == PICTURES else WIDTHS:
                file = f"{name}.png" if folder == PICTURES else f"{name}-{width}.png"
                take(browser, address, name, width, folder / file)
        browser.close()


@contextmanager
def running_app():
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(ROOT / "corpus", folder / "corpus", ignore=shutil.ignore_patterns("originals"))
        with closing(serve(folder)) as app:
            yield next(app)


def take(browser: Browser, address: str, name: str, width: int, file: Path) -> None:
    part, act = SCENES[name]
    page = browser.new_page(viewport={"width": width, "height": 860}, base_url=address, reduced_motion="reduce")
    page.goto(f"/{part}")
    page.locator("h1", has_not_text="Getting the reports ready").first.wait_for(timeout=300_000)
    act(page)
    page.wait_for_timeout(2500)
    height = page.evaluate("main => document.querySelector(main).scrollHeight", MAIN)
    page.set_viewport_size({"width": width, "height": max(860, min(height + 20, TALLEST))})
    page.wait_for_timeout(2500)
    page.mouse.move(0, 0)
    page.screenshot(path=file, animations="disabled", caret="hide")
    page.close()
    Image.open(file).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
