"""Takes a picture of each page of a running app, and the README's picture of the chat.

    streamlit run app.py
    python tests/browser/take_pictures.py [http://localhost:8501] [folder]

``chat.png`` goes to docs/pictures/; with a folder, every page goes there at 1280, 390 and 320 pixels.
"""

import sys
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
QUESTION = "How many people were in drug treatment in Birmingham in 2023/24?"
PAGES = ("", "?" + urlencode([("q", QUESTION)]), "figures", "reports", "disagreements", "help")
WIDTHS = (1280, 390, 320)
SCROLLERS = "[data-testid=stMain], [data-testid=stAppScrollToBottomContainer]"


def main() -> None:
    address = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8501"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        take_chat(browser, address, PICTURES / "chat.png")
        for folder in sys.argv[2:3]:
            take_pages(browser, address, Path(folder))
        browser.close()


def take_chat(browser: Browser, address: str, file: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    open_page(page, f"{address}/?{urlencode([('q', QUESTION)])}", 1)
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file)
    page.close()


def take_pages(browser: Browser, address: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for part in PAGES:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            open_page(page, f"{address}/{part}", 1 if part.startswith("?") else 0)
            height = page.evaluate("main => document.querySelector(main).scrollHeight", SCROLLERS)
            page.set_viewport_size({"width": width, "height": min(height + 20, 4000)})
            page.wait_for_timeout(800)
            name = "answer" if part.startswith("?") else part or "ask"
            page.screenshot(path=folder / f"{name}-{width}.png")
            page.close()


def open_page(page: Page, address: str, answers: int) -> None:
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=300_000)
    if answers:
        page.locator("p.headline").nth(answers - 1).wait_for(timeout=120_000)
    page.wait_for_timeout(2000)


if __name__ == "__main__":
    main()
