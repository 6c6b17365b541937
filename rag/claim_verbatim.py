"""A claim that a report makes in the very same words."""

import re

from ingest.words import STOPWORDS, tokenize
from rag.claim_desk import Desk
from rag.claim_records import Claim, Judgement

_KINDS = ("sentence", "item", "prose")
_LEAST_WORDS, _TRIED = 6, 12


def judge_verbatim(claim: Claim, desk: Desk) -> Judgement | None:
    """Supported where a report says it word for word, conflicting where the audit doubts what it says there; else None."""
    wanted = _plain(claim.said or claim.text)
    if len(wanted.split()) < _LEAST_WORDS:
        return None
    index = desk.library.index
    words = [token.word for token in tokenize(claim.said or claim.text) if token.word not in STOPWORDS]
    found = index.passages([i for i, _ in index.search_text(words, _TRIED, _KINDS)])
    passage = next((one for one in found.values() if _says(one.text, wanted)), None)
    if passage is None:
        return None
    figures = tuple(
        f for f in index.figures_in(passage.locator.report, "") if not f.is_cell and _plain(f.sentence) == wanted
    )
    doubts = [f for f in index.findings_about([figure.id for figure in figures]) if f.severity != "low"]
    if doubts:
        return Judgement(
            "conflicting",
            f"The report says so, but the reports disagree: {doubts[0].explanation}",
            None,
            figures,
            ((passage, claim.text),),
        )
    return Judgement(
        "supported", f"The report says so: “{' '.join(claim.text.split())}”", None, figures, ((passage, claim.text),)
    )


def _says(text: str, wanted: str) -> bool:
    """Whether a text has the words, and begins none of them with a denial ("neither this nor" those words)."""
    before, found, _ = _plain(text).partition(wanted)
    return bool(found) and not re.search(r"\b(?:neither|nor|not|no|if|whether|that|myth)(?: \w+){0,6}$", before.strip())


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+|[-+−–]?\d[\d,.]*\d|[-+−–]?\d|[%£]", text.lower()))
