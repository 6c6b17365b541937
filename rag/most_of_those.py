"""Whether most of what was told before is of one kind: "were most of them to do with drugs?", "mainly in Birmingham?"."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from ingest.words import split_statements
from rag.draft import Draft
from rag.follow_up import read_in_context
from rag.from_figures import answer_from_figures
from rag.library import Library
from rag.query import Query
from rag.read_question import Reader
from rag.records import Derivation
from rag.sum_prose import figure_to_amount
from rag.sum_told import told_sum
from rag.turns import turns_before
from rag.wording import figure_sentence, plain_number

_HALF = 50
_LEAD = (
    r"(?:(?:and|so|but|ok|then|now|well|right),? )*"
    r"(?:(?:would|is|was) (?:it|that) (?:be )?(?:true|fair|right|correct|accurate|safe|reasonable)(?: to (?:say|assume|think|call))?"
    r"(?: that)? |(?:am i|are we) right (?:in thinking|to think|that)(?: that)? |can (?:we|i) say(?: that)? )?"
)
_MOST = (
    r"(?:most|(?:the |a )?(?:vast |clear |great |large |overall |big )*majority|(?:the )?(?:bulk|lion['’]?s share)|"
    r"the (?:greater|larger|bigger|biggest|main|major) (?:part|share|number|portion|chunk)|(?:more than|over|upwards of) half)"
)
_MOSTLY = r"(?:mostly|mainly|chiefly|largely|predominantly|primarily|for the most part|in the main|overwhelmingly)"
_THOSE = r"(?: of (?:them|those|these|that|it|the (?:lot|total)))?"
_BE = r"(?:were|was|are|is|being)"
_WAYS = (
    re.compile(rf"{_LEAD}(?P<be>{_BE}) {_MOST}{_THOSE} (?P<rest>[^?;]+)\W*", re.I),
    re.compile(rf"{_LEAD}(?:did|do|does|have|has|had) {_MOST}{_THOSE} (?P<rest>[^?;]+)\W*", re.I),
    re.compile(rf"{_LEAD}(?P<be>{_BE}) (?:they|those|these|it|that) {_MOSTLY} (?P<rest>[^?;]+)\W*", re.I),
    re.compile(rf"{_LEAD}(?:did|do|does) (?:they|those|these) {_MOSTLY} (?P<rest>[^?;]+)\W*", re.I),
    re.compile(rf"{_LEAD}{_MOST}{_THOSE} (?P<be>{_BE}) (?P<rest>[^?;]+)\W*", re.I),
    re.compile(rf"{_LEAD}{_MOST} of (?:them|those|these) (?P<rest>[^?;]+)\W*", re.I),
    re.compile(rf"{_LEAD}(?P<be>){_MOSTLY} (?P<rest>[^?;]+)\W*", re.I),
)
_ONES = re.compile(r"^(?:the )?(?P<kind>[\w-]+)(?:['’]s?)? (?:ones?|types?|sorts?|related)\W*$", re.I)
_IN_WORDS = re.compile(r"\b(?:more than half|over half|majority|most of|most (?=[a-z]+ (?:are|were|have|had)\b))", re.I)
_LESS = re.compile(r"\b(?:less than half|fewer than half|under half|(?:a )?minority|not (?:all|most))\b", re.I)
_OF_WHOLE = re.compile(
    r"\b[\d,]+ (?:out )?of (?:the )?[\d,]+\b[^.;]*?\((?P<percent>\d+(?:\.\d+)?)%\)|"
    r"\(?(?P<share>\d+(?:\.\d+)?)%\)? of (?:the|these|those|all|them)\b",
    re.I,
)


def most_of_those(query: Query, library: Library, reader: Reader, answer: Callable[[Query], Draft]) -> Draft | None:
    """Yes or no, with the share, to whether most of what was told are of the kind that is named; None where no share is known."""
    match = next((found for way in _WAYS if (found := way.fullmatch(query.text.strip()))), None)
    last = query.earlier
    if match is None or last is None or last.refusal or "rank" in last.operations:
        return None
    be = match.groupdict().get("be")
    said = _ONES.sub(r"involved in \g<kind>", match["rest"])
    rest = f"{be or 'were'} {said}" if be is not None else said
    turns = turns_before(query)
    read: Callable[[str], Query] = lambda text: read_in_context(text, turns, reader)  # noqa: E731
    return (
        _of_figures(read(f"how many of those {rest}?"), last, library)
        or _of_places(read(f"what share of those {rest}?"), library)
        or _of_words([read(text) for text in _wordings(rest, last, library)], answer)
    )


def _wordings(rest: str, last: Query, library: Library) -> list[str]:
    """The questions that sentences are looked for by: of those told, and of what they are by name."""
    topics = [name for name in last.concepts if library.lexicon.concepts[name].facet in ("topic", "offence")]
    named = [f"how many of the {library.lexicon.concepts[name].term} {rest}?" for name in topics[:1]]
    return [f"what share of those {rest}?", f"how many of those {rest}?", *named]


def _of_figures(asked: Query, last: Query, library: Library) -> Draft | None:
    """The verdict by two counts that are looked up: that of the kind and that of all that were told."""
    told, own = _counts(answer_from_figures(last, library)), _counts(_plain(asked, library))
    if len(own) != 1 or asked.areas != last.areas or asked.refusal or not told:
        return None
    parts = [figure for figure in told if figure.id == own[0].id]
    if len(told) == 1 and not parts:
        share = told_sum("share", [figure_to_amount(own[0]), figure_to_amount(told[0])])
        fits = own[0].value < told[0].value and (own[0].area, own[0].period) == (told[0].area, told[0].period)
        return _judged(share, own[0].value * 100 / told[0].value) if share and fits else None
    return (
        _of_two_parts(own[0], told)
        if parts and len(told) == len({f.measure + str(f.breakdown) for f in told})
        else None
    )


def _of_two_parts(part: Figure, parts: list[Figure]) -> Draft | None:
    """The verdict where both parts were told: "370 of 470"."""
    whole = sum((figure.value for figure in parts), Decimal(0))
    if len(parts) != 2 or len({(figure.area, figure.period, figure.unit) for figure in parts}) != 1 or not whole:
        return None
    percent = part.value * 100 / whole
    total = f"{' + '.join(figure.printed for figure in parts)} = {plain_number(whole)}"
    working = f"{total}; {part.printed} ÷ {plain_number(whole)} = {percent:.1f}%"
    head = f"{percent:.1f}%: {part.printed} of {plain_number(whole)}. {figure_sentence(part)}"
    derivation = Derivation("share", working, round(percent, 1), "%", tuple(figure.id for figure in parts))
    return _judged(Draft("answered", head, figures=tuple(parts), derivation=derivation), percent)


def _plain(asked: Query, library: Library) -> Draft | None:
    return answer_from_figures(replace(asked, operations=(), wants="count", yes_no=False, words=()), library)


def _counts(draft: Draft | None) -> list[Figure]:
    figures = draft.figures if draft and draft.status == "answered" else ()
    return [f for f in figures if f.kind == "level" and f.is_cell and f.unit not in ("%", "£") and "per " not in f.unit]


def _of_places(asked: Query, library: Library) -> Draft | None:
    """The verdict by the share of the region's count that one place has."""
    if not asked.areas or "share" not in asked.operations or asked.refusal:
        return None
    draft = answer_from_figures(replace(asked, yes_no=False), library)
    own = draft.derivation if draft and draft.status == "answered" else None
    if (
        draft is None
        or own is None
        or own.operation != "share"
        or own.result is None
        or set(asked.areas) - {f.area for f in draft.figures}
    ):
        return None
    return _judged(draft, own.result)


def _of_words(asked: list[Query], answer: Callable[[Query], Draft]) -> Draft | None:
    """The verdict by a sentence that says of how large a part of the whole it speaks."""
    for query in asked:
        draft = answer(replace(query, yes_no=False))
        told = draft.status == "answered" and draft.passages and not draft.derivation
        for sentence in split_statements(draft.headline) if told else []:
            of_whole = _OF_WHOLE.search(sentence)
            if _LESS.search(sentence):
                continue
            if of_whole:
                percent = Decimal(of_whole["percent"] or of_whole["share"])
                return _judged(replace(draft, headline=sentence), percent)
            if _IN_WORDS.search(sentence):
                return replace(draft, headline=f"Yes: {sentence}")
    return None


def _judged(draft: Draft, percent: Decimal) -> Draft:
    return replace(draft, headline=f"{'Yes' if percent > _HALF else 'No'}: {draft.headline}")
