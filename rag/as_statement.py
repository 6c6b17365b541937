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


def with_yes_or_no(query: Query, draft: Draft, check: Callable[[str], Verdict]) -> Draft:
    """The draft with Yes or No before it, where the statement that is asked about is borne out or contradicted by what it tells.

    Only of an answer in the reports' words; and only where what the verdict rests on stands in the same part of a report.
    """
    plain = draft.status == "answered" and draft.derivation is None and bool(draft.passages)
    if not (plain and query.yes_no) or query.earlier is not None or _ANSWERED.match(draft.headline):
        return draft
    statement = statement_of(query.question)
    if not statement:
        return draft
    verdict = check(statement)
    told = {(passage.locator.report, passage.locator.section) for passage, _ in draft.passages}
    rests_on = {(one.locator.report, one.locator.section) for one in verdict.citations}
    answer = {"supported": "Yes", "contradicted": "No"}.get(verdict.verdict, "")
    return replace(draft, headline=f"{answer}: {draft.headline}") if answer and told & rests_on else draft


def statement_of(question: str) -> str:
    """What a yes/no question asks about, as a statement ("Has the pilot been extended?": "The pilot been extended."); else ""."""
    text = _OR_NOT.sub("", question.strip().rstrip("?!. "))
    for _ in range(3):
        text = _TAGS.sub("", text).rstrip("?!., ")
    text = _OPENINGS.sub("", text)
    asks = _ASKS.search(text)
    if asks:
        text = text[: asks.start()] + text[asks.end() :]
    return "" if _UNSURE.search(text) or not text else f"{text[0].upper()}{text[1:]}."
