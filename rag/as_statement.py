"""Yes or no to a question that the reports' text answers: the question is put as a statement, and that is checked like a claim."""

import re
from collections.abc import Callable
from dataclasses import replace

from rag.draft import Draft
from rag.query import Query
from rag.records import Verdict

_AUX = r"(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)"
_ANSWERED = re.compile(r"(?:yes|no)\b", re.I)
_OPENINGS = re.compile(
    r"^(?:(?:(?:so|and|but|ok|okay|well|right|hi|hello|now|please|um|er)[,!.]? )|"
    r"(?:i(?:['’]ve| have)? (?:heard|read|understand|think|believe|reckon|was told|gather|take it)|"
    r"(?:someone|somebody|people|they) (?:said|say|says|told me|reckons?))(?: that)? |"
    r"(?:is|was|isn['’]?t|wasn['’]?t) it (?:true|right|correct|the case|a fact|fair to say)(?: that)? )+",
    re.I,
)
_TAGS = re.compile(
    rf"[,.;-]? *(?:\b(?:yeah|yea|yes or no|yes|right|correct|innit|true or false|true|surely|"
    rf"i (?:think|take it|suppose|assume)|(?:is|was) (?:that|it|this) (?:right|correct|true|so)|have i got that right|"
    rf"{_AUX}(?:n['’]?t)? (?:it|they|he|she|we|there|that|you)|then|though|tho|please|pls))$",
    re.I,
)
_OR_NOT = re.compile(r",? or not\b", re.I)
_ASKS = re.compile(rf"(?:^|(?<=[,:;] )|(?<=- )|(?<=[,:;])){_AUX}(?:n['’]?t)? (?:it |there )?", re.I)
_UNSURE = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|without|even one|only|if|or)\b|(?<!^)n['’]t\b", re.I
)  # a denial or a choice: the statement would say something else than the question asks

_ASKS_WHAT = re.compile(r"\b(?:what['’]?s?|why|how|when|whom|whose)\b|^(?:\w+ )?(?:who|which|where)\b", re.I)
_CHOOSES = re.compile(r"\b(?:is|was|isn['’]?t|wasn['’]?t) it (?:[\w'’-]+ ){1,6}?(?:that|who|which|what)\b", re.I)
_IT_IS_WHO = re.compile(r"^(?:is|was) it ((?:[\w'’-]+ ){1,4}?)who ", re.I)  # "is it Simon Foster who chairs ...?"
_DENIAL = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|cannot|without|unable|inability|exclud\w+|except|lack\w*|myth)\b|n['’]t\b",
    re.I,
)
_EVERY = re.compile(
    r"\b(?:all|every\w*|each|any(?:one|body)|always|entire(?:ly)?|whole|both|throughout|across)\b", re.I
)
_LIMIT = re.compile(r"\bnot (?:over|under|more|less|fewer|above|below|at least|at most|up to)\b", re.I)
_OTHERWISE = "The report says otherwise"


def with_yes_or_no(query: Query, draft: Draft, check: Callable[[str], Verdict]) -> Draft:
    """The draft with Yes or No before it, where the statement that is asked about is borne out or contradicted by what it tells.

    Only of an answer in the reports' words; and only where what the verdict rests on stands in the same part of a report.
    """
    plain = draft.status == "answered" and draft.derivation is None and bool(draft.passages)
    if not (plain and query.yes_no) or "measure" in query.inherited or _ANSWERED.match(draft.headline):
        return draft
    statement = statement_of(query.question)
    if not statement:
        return draft
    verdict = check(statement)
    told = _told(verdict, draft)
    if told and verdict.verdict == "supported" and _says_yes(statement, told):
        return replace(draft, headline=f"Yes: {draft.headline}")
    if told and verdict.verdict == "contradicted" and _says_no(statement, told, verdict):
        return replace(draft, headline=f"No: {draft.headline}")
    return draft


def _told(verdict: Verdict, draft: Draft) -> str:
    """What the verdict rests on, as far as the draft tells just that; "" where the draft tells something else."""
    quote = next((one.quote.strip(" .") for one in verdict.citations if one.quote), "")
    shown = " ".join((draft.headline, *(passage.text for passage, _ in draft.passages)))
    return quote if quote in shown else ""


def _says_yes(statement: str, told: str) -> bool:
    """Whether a sentence can bear a statement out: it denies nothing, and says "all" where the statement does."""
    return not _DENIAL.search(told) and (not _EVERY.search(statement) or bool(_EVERY.search(told)))


def _says_no(statement: str, told: str, verdict: Verdict) -> bool:
    """Whether a sentence contradicts a statement outright: by a denial, or by another number, time or direction."""
    if _LIMIT.search(verdict.headline):
        return False
    in_words = verdict.headline.startswith(_OTHERWISE)
    return not in_words or bool(_DENIAL.search(told)) or any(char.isdigit() for char in statement)


def statement_of(question: str) -> str:
    """What a yes/no question asks about, as a statement ("Has the pilot been extended?": "The pilot been extended."); else ""."""
    text = _OR_NOT.sub("", question.strip().rstrip("?!. "))
    for _ in range(3):
        text = _TAGS.sub("", text).rstrip("?!., ")
    text = _IT_IS_WHO.sub(r"\1", _OPENINGS.sub("", text))
    if _ASKS_WHAT.search(text) or _CHOOSES.search(text):  # more is asked than whether
        return ""
    asks = _ASKS.search(text)
    if asks:
        text = text[: asks.start()] + text[asks.end() :]
    return "" if _UNSURE.search(text) or not text else f"{text[0].upper()}{text[1:]}."
