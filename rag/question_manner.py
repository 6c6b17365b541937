"""In what form a question wants its answer: operations, unit, direction, rank, or a meaning, a list, a reason."""

import re
from dataclasses import replace
from typing import Any

from rag.cues import Cues, load_cues
from rag.query import Query
from rag.question_clauses import asking_clause, told_and_asked

_ARTICLE = len(" the ")  # "what was the date of ..." asks when
_NUMBERS = {"pair": 2, "couple": 2, "trio": 3, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NTH = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "two": 2, "three": 3, "bronze": 3}
_SET_ASIDE = re.compile(
    r"\b(?:not|rather than|instead of|and not|never mind) (?:in |by |as |on |about )?(?:a |the )?(?:percent\w*|per cent|%|rates?|numbers?|volume)(?!\w)",
    re.I,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:an?other|(?:two |a )?different|conflicting|more than one|either) (?:numbers?|figures?)\b(?! (?:of|for|in treatment|who|that))",
    re.I,
)
_PHRASAL_UP = re.compile(
    r"\b(?:back|bear|stack|square|tie|line|add|end|follow|look|turn|sign|pick|give|hold|bring|sum|match|measure|make)(?:s|ed|ing)? "
    r"(?:(?:that|it|this|them|things) )?up\b",
    re.I,
)
_FROM_THE_TOP = re.compile(
    r"\b(?:high(?:est)?|top|most|big(?:gest)?|large(?:st)?|greatest|worst) (?:down |through )?(?:to|[-–→]) "
    r"(?:the )?(?:low(?:est)?|bottom|fewest|least|small(?:est)?|best)\b",
    re.I,
)
_ORDERED_BY = re.compile(
    r"\b((?:rank|list|order|sort|arrange|put|line up|line them up)(?:ed|ing|s)?\b[^?.;,]*?) by how (?=(?:many|much)\b)",
    re.I,
)
_ALL_KINDS_TOGETHER = re.compile(
    r"\b(?:all|every|both) (?:the )?(?:kinds?|types?|sorts?|substances?|drugs?(?: offences?| crimes?)?|offences?|"
    r"(?:client )?groups?|ages?|sexes)(?: of (?:them|it))? "
    r"(?:together|combined|taken together|put together|lumped together|in one)\b",
    re.I,
)
_JUDGES = re.compile(
    r"\b(how (?:highly |much )?(?:does|did|do|would) (?:the |our )?[\w'’-]+(?: [\w'’-]+){0,4}?) rate"
    r"(?= (?:the|this|that|these|those|it|them|its|their|his|prevention|substance|drugs?|treatment)\b)",
    re.I,
)
_OWED_TO = re.compile(
    r"(\b(?:slice|share|proportion|percent(?:age)?|per ?cent|%|fraction|chunk|part|portion|how (?:much|many))(?!\w)[^?.;]*?"
    r"\b(?:was|were|is|are)) (?:all )?down to (?!\d|about\b|around\b|roughly\b|just\b|only\b|below\b|under\b|nearly\b|almost\b|an?\b|its?\b|what\b)",
    re.I,
)  # "what slice of them were down to Dudley?" tells of no fall
_OPENING = re.compile(
    r"(?:(?:so|ok|hi|hello|and|but|please|right|um),? )*(?:what(?:'s| is| are| was| were| did| do| does)|how|which)\b",
    re.I,
)
_WHOSE_REASON = re.compile(
    r"(?: (?!(?:done|doing|being|to)\b)[\w'’-]+){0,4}? (?:reason|rationale|reasoning|explanation|justification|cause|thinking|logic|argument|case)s?"
    r"(?: (?:for|why|given|behind|of|there|being))?",
    re.I,
)
_WHERE_FIRST = re.compile(r"(?:(?:and|so|but|ok),? )*where (?!(?:do|does|did) [^?]* (?:rank|stand|come)\b)", re.I)
_I_MEAN = re.compile(r"\b(?:,? ?(?:is|that['’]?s) what )?(?:i|we) (?:do )?meant?(?! (?:by|when|it|to)\b)", re.I)
_PART_THAT_DID_NOT = re.compile(
    r"\b(?:how many|(?:what|which) (?:share|proportion|percentage|per ?cent|%|number|fraction))(?: [\w'’-]+){0,4} \w+n['’]t\W*$",
    re.I,
)  # "what share didn't?" asks for the rest, it is no tag
_ACRONYM_ASKED = re.compile(
    r"\b(?i:what(?:['’]?s| is| are| was)?) (?:the |an? )?[A-Z]{3,7}s?(?=,? (?:in|on|of|from) |\W*$)"
)
_DEFINING = re.compile(
    r"\b(?:mean|means|meant|stands? for|short for|defin\w+|meaning|counts? as|counted as|explain|what is it when)\b",
    re.I,
)


def manner_of(text: str, cues: Cues) -> dict[str, Any]:
    """The fields of a query that tell what to do with the figures and in which form the answer is wanted."""
    text = _ORDERED_BY.sub(r"\1 how ", _JUDGES.sub(r"\1 judge", _I_MEAN.sub("", text)))
    owed = _OWED_TO.sub(r"\1 from ", text)
    top, nth = cues.find("top_n", text), cues.find("ordinal", text)
    count = top["n"].lower() if top else ""
    operations = cues.operations_in(_SET_ASIDE.sub(" ", text))
    if "rank" in operations or cues.has("yes_no", text):
        operations = cues.operations_in(_ALL_KINDS_TOGETHER.sub(" ", _SET_ASIDE.sub(" ", text)))
    if owed != text and "share" in operations:
        operations = tuple(op for op in operations if op != "percent_change")
    return {
        "operations": operations if nth is None or "rank" in operations else (*operations, "rank"),
        "wants": _wanted(text, cues),
        "number_wanted": cues.has("number_wanted", text),
        "yes_no": cues.has("yes_no", text) and not _PART_THAT_DID_NOT.search(text),
        "low": cues.has("low", _FROM_THE_TOP.sub(" ", text)),
        "top": int(count) if count.isdigit() else _NUMBERS.get(count, 1),
        "nth": _place_in_rank(nth) if nth else 0,
        "direction": _direction(owed, cues),
        "changing": cues.has("up", owed) or cues.has("down", owed),
        "form": _form(text, cues),
        "subject": _subject(text, cues),
    }


def _place_in_rank(ordinal: re.Match[str]) -> int:
    """The place that an ordinal names; a runner-up and a silver medal are second."""
    named = next((word for word in ordinal.groups() if word and word.lower() in _NTH), "second")
    return _NTH[named.lower()]


def without_loose_form(query: Query) -> Query:
    """ "What was X" asks for a meaning only where nothing tells that a figure is wanted."""
    if query.form == "definition" and "average" in query.operations and query.number_wanted:
        query = replace(query, form="", subject="")
    loose = query.form == "definition" and query.subject and not _DEFINING.search(query.text)
    if loose and _ACRONYM_ASKED.search(query.text) and not (query.periods or query.areas or query.operations):
        loose = False
    if loose and (query.periods or query.areas or query.number_wanted or query.operations or query.every_area):
        query = replace(query, form="", subject="")
    in_words = any(load_cues().has(name, query.text) for name in ("in_words", "comment"))
    wordy = query.form in ("why", "definition", "source", "when") or in_words
    dated = (
        bool(query.periods) and bool(query.concepts) and not query.form and not query.yes_no and not query.every_area
    )
    dated = dated and not load_cues().has("doing", query.text)
    return replace(
        query, number_wanted=not wordy and (query.number_wanted or query.wants == "money" and not query.yes_no or dated)
    )


def _wanted(text: str, cues: Cues) -> str:
    """What the asking clause wants, else the whole text; people counted "per 1,000 residents" are a rate wherever that stands."""
    wanted = _wants(asking_clause(text), cues)
    if wanted == "count" and cues.has("counted_per_people", text):
        return "rate"
    return wanted or _wants(text, cues)


def _wants(text: str, cues: Cues) -> str:
    by_count = cues.has("by_count", text)
    text = cues.patterns["reason_told"].sub(" ", _OTHER_NUMBER.sub(" ", _SET_ASIDE.sub(" ", text)))
    if by_count and not cues.has("percent", text) and not cues.has("counted_per_people", text):
        return "count"
    order = (
        ("often", "often"),
        ("points", "points"),
        ("rate", "rate"),
        ("percent", "percent"),
        ("money", "money"),
        ("count", "count"),
    )
    return next((name for name, cue in order if cues.has(cue, text)), "")


def _direction(text: str, cues: Cues) -> str:
    """Up or down by the verbs, else by the comparatives; where both are named, as the one clause that asks says, else ""."""
    aside = cues.find("even_though", text)
    if aside and aside.start():
        text = text[: aside.start()]
    told, asked = told_and_asked(text)
    first = asking_clause(told)
    two_asked = any(cues.has(way, first) for way in ("up", "down"))
    asked = text if two_asked else _PHRASAL_UP.sub(" ", asked)
    for up, down in (("up", "down"), ("more", "less")):
        ways = {(cues.has(up, part), cues.has(down, part)) for part in (text, asked)}
        if (True, False) in ways or (False, True) in ways:
            return "up" if (True, False) in ways else "down"
        if (True, True) in ways:
            return ""
    return ""


def _form(text: str, cues: Cues) -> str:
    if _WHERE_FIRST.match(text) and not cues.has("source_of", text) and not cues.has("number_only", text):
        return "where"
    for form, cue in (("definition", "definition"), ("definition", "definition_after"), ("source", "source_of"), ("who", "who"), ("why", "why"),
                      ("when", "when"), ("list", "list"), ("where", "where"),
                      ("definition", "definition_short")):  # fmt: skip
        if form == "definition" and cues.has("multiply", text):
            continue
        if cues.has(cue, text) and not (form == "where" and cues.has("number_only", text)) and _leads(cue, text, cues):
            return form
    return ""


def _leads(cue: str, text: str, cues: Cues) -> bool:
    """Whether a "why", "who" or "where" is what is asked, not a part of it ("what is done to find out why ...")."""
    match = cues.find(cue, text)
    opening = _OPENING.match(text)
    return (
        match is None
        or opening is None
        or cue not in ("why", "where", "when", "who")
        or match.start() <= opening.end() + (_ARTICLE if cue == "when" else 2)
        or cue == "why"
        and _WHOSE_REASON.fullmatch(text, opening.end(), match.end()) is not None
    )


def _subject(text: str, cues: Cues) -> str:
    match = cues.find("definition_short", text) or cues.find("definition_after", text)
    return match["what"].strip() if match else ""
