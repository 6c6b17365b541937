"""Reads an HTML page: the article and nothing else of it."""

from pathlib import Path

from bs4 import BeautifulSoup

from ingest.readers.decoding import decode_file
from ingest.readers.pieces import Draft
from ingest.readers.web_article import find_article
from ingest.readers.web_blocks import article_to_pieces
from ingest.readers.web_metadata import read_metadata


def read_web(path: Path) -> Draft:
    """Read an .html file: headings, paragraphs, lists and tables of its article, in order."""
    page = BeautifulSoup(decode_file(path), "lxml")
    metadata = read_metadata(page)
    return Draft(
        pieces=article_to_pieces(find_article(page)),
        title=metadata.title,
        publisher=metadata.publisher,
        published=metadata.published,
        address=metadata.address,
    )
