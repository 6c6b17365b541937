"""The article of a web page without what stands around and between it."""

import re

from bs4 import BeautifulSoup, Comment, Tag

ROOTS = ("article", "main", "[role=main]", "#content", "#main", ".content", "body")
FOREIGN = (
    "script, style, noscript, template, nav, aside, footer, form, button, iframe, video, audio, object,"
    " embed, svg, dialog, input, select, textarea, [hidden], [aria-hidden=true], [role=dialog],"
    " [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=search], [role=alert]"
)
FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:ads?|advert\w*|sponsor\w*|promo\w*|cookies?|consent|gdpr|privacy|share|sharing|social\w*"
    r"|byline|breadcrumbs?|newsletter|subscri\w+|sign-?up|paywall|comments?|teaser|most-?read|most-?popular"
    r"|trending|skip\w*|screen-?reader-?text|sr-only|visually-?hidden|menu|navigation|pagination|tags?|toolbar|video-\w+|popup|modal"
    r"|recirc\w*|masthead)(?:$|[-_ ])",
    re.I,
)
RELATED = re.compile(r"related|read-?more|recommended|see-?also|more-?(?:on|from|stories|news)", re.I)
NAMING = ("class", "id", "aria-label", "data-component")
MOST_LINKED = 0.8
LEAST_LINKED = 0.3
LONGEST_FURNITURE = 800


def find_article(page: BeautifulSoup) -> Tag:
    """Return the article's element, with menus, notices, adverts, teasers and pictures taken out."""
    for comment in page.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    root = _find_root(page)
    for element in root.select(FOREIGN):
        element.decompose()
    for element in root.find_all(True):
        if isinstance(element, Tag) and not element.decomposed and _is_furniture(element):
            element.decompose()
    return root


def _find_root(page: BeautifulSoup) -> Tag:
    """Return the innermost element that is marked as the article; of several, the one with the most text."""
    for selector in ROOTS:
        found = [element for element in page.select(selector) if element.get_text(strip=True)]
        if found:
            return max(found, key=lambda element: len(element.get_text()))
    return page


def _is_furniture(element: Tag) -> bool:
    if element.name == "figure":
        return element.find("table") is None
    if element.name in ("html", "body", "article", "main", "table", "tr", "td", "th", "tbody", "thead"):
        return False
    names = " ".join(_read_names(element))
    if FURNITURE.search(names):
        return not _is_substance(element)
    return bool(RELATED.search(names)) and _linked_share(element) >= MOST_LINKED


def _is_substance(element: Tag) -> bool:
    """Whether an element holds too much to be left out for its name: a table, or long text with few links."""
    if element.find("table"):
        return True
    return len(element.get_text(strip=True)) > LONGEST_FURNITURE and _linked_share(element) < LEAST_LINKED


def _read_names(element: Tag) -> list[str]:
    names: list[str] = []
    for key in NAMING:
        value = element.get(key)
        names += value if isinstance(value, list) else [str(value)] if value else []
    return names


def _linked_share(element: Tag) -> float:
    headings = sum(len(heading.get_text(strip=True)) for heading in element.find_all(re.compile(r"^h[1-6]$")))
    whole = len(element.get_text(strip=True)) - headings
    linked = sum(len(link.get_text(strip=True)) for link in element.find_all("a"))
    return linked / whole if whole > 0 else 1.0
