"""How many areas a claim speaks of ("all seven councils took part"), against the sentences that bear its numbers out."""

import re
from collections.abc import Sequence

from ingest.prose_numbers import figure_numbers
from ingest.words import stem, tokenize
from rag.claim_desk import Desk
from rag.claim_records import Claim, Judgement, Stated

_OF_THEM = re.compile(r"\b(?:one|two|three|four|five|six|\d)\s(?:out )?of (?:the |our )?$", re.I)
_NOUN = re.compile(
    r"\s(?:(?:local|other|police|policing|council|of the|out of the|of our|seven|7)\s)*(?P<noun>[a-z]+)", re.I
)


def judge_scope(claim: Claim, judged: Sequence[Judgement], desk: Desk) -> Judgement | None:
    """Contradicted, where a sentence that bears out a number of the claim tells another number of areas."""
    for stated in scopes_of(claim):
        noun = _noun_after(claim.text[stated.number.end :])
        for one in judged:
            for passage, quote in one.passages if stated.role == "scope" and one.verdict == "supported" else ():
                other = _other_count(stated, noun, quote, desk)
                if other:
                    reason = f"The report says {other}, not {stated.number.printed}: “{quote}”"
                    return Judgement(
                        "contradicted", reason, stated.number, passages=((passage, quote),), sureness=one.sureness
                    )
    return None


def scopes_of(claim: Claim) -> list[Stated]:
    """The numbers of a claim without the one out of which others are counted ("two of the seven")."""
    return [one for one in claim.stated if not _OF_THEM.search(claim.text[: one.number.start])]


def _other_count(stated: Stated, noun: str, quote: str, desk: Desk) -> str:
    for number in figure_numbers(quote, desk.library.lexicon):
        if noun and _noun_after(quote[number.end :]) == noun and number.value != stated.number.value:
            return f"{number.printed} {noun}s"
    return ""


def _noun_after(text: str) -> str:
    match = _NOUN.match(text)
    return stem(tokenize(match["noun"])[0].word) if match else ""
