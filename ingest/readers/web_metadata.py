"""Title, publisher, date and address of a web page, from its JSON-LD and meta elements."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag

from ingest.readers.publication_date import parse_date
from ingest.readers.titles import clean_metadata

SITE_NAME = re.compile(r"^(.{8,}?)\s+[|–—-]\s+([^|–—]{3,60})$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; "" where it does not say."""

    title: str
    publisher: str
    published: str
    address: str


def read_metadata(page: BeautifulSoup) -> Metadata:
    """Read a page's metadata, the most explicit place first."""
    linked = dict(_read_linked_data(page))
    printed, site = _split_title(page)
    date = linked.get("datePublished") or _read_meta(
        page, "article:published_time", "datePublished", "date", "dc.date", "dcterms.issued", "publish-date"
    )
    return Metadata(
        title=clean_metadata(linked.get("headline") or _read_meta(page, "og:title", "dc.title") or printed),
        publisher=clean_metadata(linked.get("publisher") or _read_meta(page, "og:site_name", "dc.publisher") or site),
        published=parse_date(date or _read_time(page)),
        address=_read_meta(page, "og:url") or _read_canonical(page),
    )


def _read_linked_data(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for script in page.find_all("script", type="application/ld+json"):
        try:
            content = json.loads(script.string or "")
        except json.JSONDecodeError:
            continue
        for item in _flatten(content):
            for key in ("headline", "datePublished", "publisher"):
                if item.get(key):
                    yield key, _name_of(item[key])


def _flatten(content: Any) -> list[dict[str, Any]]:
    items = content if isinstance(content, list) else [content]
    found = [item for item in items if isinstance(item, dict)]
    graph = [entry for item in found for entry in item.get("@graph", []) if isinstance(entry, dict)]
    return found + graph


def _name_of(field: Any) -> str:
    if isinstance(field, list):
        field = field[0] if field else ""
    return str(field.get("name", "")) if isinstance(field, dict) else str(field)


def _read_meta(page: BeautifulSoup, *names: str) -> str:
    for name in names:
        for key in ("property", "name", "itemprop"):
            found = page.find("meta", attrs={key: re.compile(f"^{re.escape(name)}$", re.I)})
            if isinstance(found, Tag) and found.get("content"):
                return str(found["content"]).strip()
    return ""


def _read_canonical(page: BeautifulSoup) -> str:
    found = page.find("link", rel="canonical")
    return str(found.get("href", "")) if isinstance(found, Tag) else ""


def _read_time(page: BeautifulSoup) -> str:
    found = page.find("time", attrs={"datetime": True})
    return str(found["datetime"]) if isinstance(found, Tag) else ""


def _split_title(page: BeautifulSoup) -> tuple[str, str]:
    """Split "Title | Site" into title and site name; the article's only top heading is the better title."""
    whole = " ".join(page.title.get_text().split()) if page.title else ""
    found = SITE_NAME.match(whole)
    title, site = (found.group(1), found.group(2)) if found else (whole, "")
    tops = page.select("article h1") or page.select("main h1")
    return (" ".join(tops[0].get_text().split()) if len(tops) == 1 else title), site
