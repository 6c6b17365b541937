"""Yes or no to a question that the reports' text answers: the question is put as a statement, and that is checked like a claim."""

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.lexicon import Lexicon
from rag.draft import Draft
from rag.library import Library
from rag.openings import as_one_question
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
    rf"[,.;-]? *(?:\b(?:yeah|yeh|yea|yep|yh|aye|eh|yes or no|yes|right|correct|innit|true or false|true|surely|"
    rf"i (?:think|take it|suppose|assume)|(?:is|was) (?:that|it|this) (?:right|correct|true|so)|have i got that right|"
    rf"{_AUX}(?:n['’]?t)? (?:it|they|he|she|we|there|that|you)|then|though|tho|please|pls))$",
    re.I,
)
_OR_NOT = re.compile(r",? or not\b", re.I)
_ASKS = re.compile(rf"(?:^|(?<=[,:;] )|(?<=- )|(?<=[,:;])){_AUX}(?:n['’]?t)? (?:it |there )?", re.I)
_UNSURE = re.compile(
    r"\b(?:not|never|no|zero|nil|none|nobody|nothing|neither|without|even one|only|if|or)\b|(?<!^)n['’]t\b", re.I
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
_POINTER = re.compile(r"(?<=[a-z] )['’]?(?:them|em|those|these|it)\b", re.I)
_DOES = re.compile(r"(?:(?:and|so|but|ok|then)[,!.]? )*(?:does|do|did)(?:n['’]?t)? ", re.I)
_COUNTED = ("topic", "offence", "result", "part")
_ORDERS = (
    re.compile(r"\b(?:before|prior to|ahead of|in advance of|beforehand)\b", re.I),
    re.compile(r"\b(?:after|afterwards|once|upon|when|immediately|following|as soon as)\b", re.I),
)
_OTHERWISE = "The report says otherwise"
_OTHER_DATE = "The date is wrong"
_SAME_TIME = re.compile(
    r"[,;–-]* *(?:(?:in|on) )?the same (?:year|month|week|day|time) (?:as|that|when|in which)\b.*$| same (?:year|month|week|day|time) (?:as|that|when)\b.*$",
    re.I,
)


def with_yes_or_no(query: Query, draft: Draft, check: Callable[[str], Verdict], library: Library) -> Draft:
    """The draft with Yes or No before it, where the statement that is asked about is borne out or contradicted by what it tells.

    Only of an answer in the reports' words; and only where what the verdict rests on stands in the same part of a report,
    or gives another date than the one that is asked about.
    """
    lexicon = library.lexicon
    plain = draft.status == "answered" and draft.derivation is None and bool(draft.passages)
    if not (plain and query.yes_no) or _ANSWERED.match(draft.headline):
        return draft
    question = _with_thing_named(query, lexicon) if "measure" in query.inherited else as_one_question(query.question)
    statement = statement_of(question) or ("" if "measure" in query.inherited else statement_of(query.text))
    if not statement:
        return draft
    verdict = check(statement)
    other_date = _date_told(query, statement, check, library)
    if other_date:
        return other_date
    told = _told(verdict, draft)
    if told and verdict.verdict == "supported" and _says_yes(statement, told):
        return replace(draft, headline=f"Yes: {draft.headline}")
    if told and verdict.verdict == "contradicted" and _says_no(statement, told, verdict):
        return replace(draft, headline=f"No: {draft.headline}")
    return draft


def _date_told(query: Query, statement: str, check: Callable[[str], Verdict], library: Library) -> Draft | None:
    """The sentence that dates what a question dates otherwise ("it was set up in 2021, the same year as ...?": "No: ... in 2022")."""
    if not query.periods or query.number_wanted or query.operations and query.every_area:
        return None
    verdict = check(f"{_SAME_TIME.sub('', statement).rstrip(' .')}.")
    if verdict.verdict != "contradicted" or not verdict.headline.startswith(_OTHER_DATE):
        return None
    ids = [one.passage for one in verdict.citations if one.passage]
    passage = library.index.passages(ids[:1]).get(ids[0]) if ids else None
    if passage is None:
        return None
    quote = verdict.citations[0].quote
    return Draft("answered", f"No: {quote}", passages=((passage, quote),), sureness=1.0)


def _told(verdict: Verdict, draft: Draft) -> str:
    """What the verdict rests on, as far as the draft tells just that; "" where the draft tells something else."""
    quote = next((one.quote.strip(" .") for one in verdict.citations if one.quote), "")
    shown = " ".join((draft.headline, *(passage.text for passage, _ in draft.passages)))
    return quote if quote in shown else ""


def _says_yes(statement: str, told: str) -> bool:
    """Whether a sentence can bear a statement out: it denies nothing, and says "all", "before" or "after" where the statement does."""
    if _ORDERS[0].search(statement) and not _ORDERS[0].search(told) or _other_order(statement, told):
        return False
    return not _DENIAL.search(told) and (not _EVERY.search(statement) or bool(_EVERY.search(told)))


def _says_no(statement: str, told: str, verdict: Verdict) -> bool:
    """Whether a sentence contradicts a statement outright: by a denial, or by another number, time or direction."""
    if _LIMIT.search(verdict.headline):
        return False
    in_words = verdict.headline.startswith(_OTHERWISE) and not _other_order(statement, told)
    return not in_words or bool(_DENIAL.search(told)) or any(char.isdigit() for char in statement)


def _with_thing_named(query: Query, lexicon: Lexicon) -> str:
    """A follow-up with the one thing that was asked about before for "them" ("does Dudley record them?"); else ""."""
    before = query.earlier.concepts if query.earlier else ()
    things = [lexicon.concepts[name].term for name in before if lexicon.concepts[name].facet in _COUNTED]
    pointers = list(_POINTER.finditer(query.question))
    if len(things) != 1 or len(pointers) != 1 or not _DOES.match(query.question):
        return ""
    at = pointers[0]
    return f"{query.question[: at.start()]}{things[0]}{query.question[at.end() :]}"


def _other_order(statement: str, told: str) -> bool:
    """Whether one says "before" where the other says "after" or "when", or the other way round."""
    return any(first.search(statement) and then.search(told) for first, then in (_ORDERS, _ORDERS[::-1]))


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
