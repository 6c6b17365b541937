"""A claim without what is only said about it: "Be proud!", "its not all bad", "let that sink in", "wasn't it"."""

import re

from rag.claim_cues import cue

_CLAUSE = re.compile(r"(?<=[.!?;])\s+|\s[-–—]\s|,\s(?:and |but |so )?")
_TELLS_MORE = re.compile(r"\d|(?<=\s)[A-Z][a-z]")  # a number or a name
_MOST_WORDS = 9


def without_comments(text: str) -> str:
    """The text without clauses that only tell what its author makes of it; the whole where nothing else would be left."""
    text = cue("tag").sub(" ", cue("address").sub("", text))
    parts = _CLAUSE.split(text)
    kept = [part for part in parts if part.strip() and not _is_comment(part)]
    if len(kept) == len(parts) or not kept:
        return " ".join(text.split())
    for part in (part for part in parts if _is_comment(part)):
        text = re.sub(rf"(?:,|\s[-–—])?\s*(?:(?:and|but|so)\s)?{re.escape(part)}", " ", text) if part.strip() else text
    return " ".join(text.split())


def _is_comment(part: str) -> bool:
    short = len(part.split()) <= _MOST_WORDS
    return short and bool(cue("comment").match(part.strip())) and not _TELLS_MORE.search(part)
