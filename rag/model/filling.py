"""A checked sentence with its figures put in, as the reports print them, and the names of its sources taken out."""

import re

from ingest.numerals import NUMBER_WORDS
from rag.model.clauses import TOKEN
from rag.model.evidence import Evidence
from rag.model.guard_figures import directions_in
from rag.model.words import CHANGE_BY
from rag.wording import sentence_case

_CITES = re.compile(r"\s*\[s\d+\]")


def fill(sentence: str, evidence: Evidence) -> str:
    """The sentence as the reader sees it: "fell by [f2]" and "a fall of [f2]" take the size of a change without its sign."""
    told = _CITES.sub("", sentence)
    text = TOKEN.sub(lambda match: _shown(match, evidence), told)
    return sentence_case(re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split())))


def _shown(match: "re.Match[str]", evidence: Evidence) -> str:
    shown = evidence.tokens[match[1]].shown
    if match.start() and shown.split()[0].lower() in NUMBER_WORDS:
        shown = shown[:1].lower() + shown[1:]
    told = re.search(rf"{CHANGE_BY}(?:\[f\d+\],?\sor\s)?$", match.string[: match.start()], re.I)
    return shown.lstrip("+-−–") if told and directions_in(match.string) else shown
