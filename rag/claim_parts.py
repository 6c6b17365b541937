"""The parts of a claim that no other wording can stand for (who, where, when, which drug, how many) beside those of a statement.

A statement that is about what the claim is about has each of them, or has another of the same kind in its place.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.numerals import Number, find_numbers
from ingest.periods import Period, find_periods
from ingest.words import STOPWORDS, stem, tokenize
from rag.claim_covered import key_of
from rag.claim_kinds import kind_of_term
from rag.claim_names import has_names, is_misspelt_in, names_in, people_in, without_first_names
from rag.claim_text import agree, dates_in

_A_YEAR = re.compile(r"\b(?:twelve|12)[ -]months?\b", re.I)
_COMPARED_WITH = re.compile(r"\b(?:than|compared (?:with|to)|in comparison with)\b[^.;]*", re.I)
_OF_NAME = re.compile(r"(?<=\s)[A-Z][a-z]+\s$")  # "Home Office": the second word is no term by itself
_GOES_ON = re.compile(
    r"\s(?!City|Council|Borough|Metropolitan)[A-Z]"
)  # "Walsall Manor": a name, of which the place is a part
_LAW = re.compile(r"\b(?!The\b)(?:[A-Z][\w'’-]+ )+(?:Act|Convention|Order|Bill)(?: (?:19|20)\d\d)?")
_INSTEAD = re.compile(r"\b(?:instead of|rather than|as opposed to)\s[^,;.]*$", re.I)  # what a claim sets aside
_ADJECTIVE = re.compile(
    r"local|other|different|separate|further|new|key|main|core|guiding|major|partner|council|police|policing", re.I
)
_PEOPLE = frozenset(
    map(
        stem,
        (
            "people",
            "members",
            "young",
            "person",
            "attendees",
            "adults",
            "individuals",
            "residents",
            "pupils",
            "children",
        ),
    )
)
_OFTEN = re.compile(r"\b(?:once|every) (?:an? )?(?:day|week|fortnight|month|quarter|year)\b", re.I)


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of a claim that a statement lacks: its kind, its words, and what the statement has in its place ("" if nothing)."""

    kind: str
    mine: str
    theirs: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with what stands around it (headings, the sentences beside it), whose and from when its report is, and its times."""

    text: str
    headings: str
    beside: str
    owner: str
    published: str
    dates: tuple[Period, ...]

    @property
    def around(self) -> str:
        """What stands around it."""
        return f"{self.headings} ; {self.beside}"

    @property
    def whole(self) -> str:
        """The statement and what stands around it."""
        return f"{self.text} ; {self.around}"


def differences(claim: str, said: Statement, lexicon: Lexicon) -> list[Difference]:
    """The parts of a claim that a statement lacks, or has otherwise."""
    claim = without_first_names(claim, said.whole, lexicon)
    return [
        *_of_places(claim, said, lexicon),
        *_of_people(claim, said, lexicon),
        *_of_terms(claim, said, lexicon),
        *_of_names(claim, said, lexicon),
        *_of_times(claim, said),
        *_of_counts(claim, said),
    ]


def _of_places(claim: str, said: Statement, lexicon: Lexicon) -> Iterator[Difference]:
    local = lambda text: {m.name for m in lexicon.find_areas(text) if m.kind == "local"}  # noqa: E731
    of_region = any(m.kind in ("region", "here") for m in lexicon.find_areas(said.text))
    there = local(said.text) or local(said.headings) or (set() if of_region else local(said.beside))
    instead = there - local(claim)
    for mention in lexicon.find_areas(claim):
        goes_on = bool(there & local(claim)) and bool(_GOES_ON.match(claim[mention.end :]))
        in_name = goes_on and _name_at(claim, mention.start) in said.whole
        if mention.kind == "local" and mention.name not in there and not in_name:
            yield _difference("area", claim[mention.start : mention.end], instead)


def _name_at(text: str, start: int) -> str:
    """The run of capitalised words that begins here."""
    run = re.match(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*", text[start:])
    return run.group() if run else ""


def _of_people(claim: str, said: Statement, lexicon: Lexicon) -> Iterator[Difference]:
    there = people_in(said.whole, lexicon)
    for person in people_in(claim, lexicon):
        if not has_names(tuple(person.lower().split()), said.whole):
            yield _difference("name", person, [one for one in there if one not in claim])


def _of_terms(claim: str, said: Statement, lexicon: Lexicon) -> Iterator[Difference]:
    there = lexicon.with_broader(lexicon.all_concepts(f"{said.text} ; {said.headings}"))
    there |= {m.name for m in lexicon.find_concepts(said.owner) if lexicon.concepts[m.name].facet == "body"}
    near = lexicon.with_broader(lexicon.all_concepts(said.beside))
    named = lexicon.with_broader(lexicon.all_concepts(claim))
    for mention in lexicon.find_concepts(claim):
        kind = kind_of_term(mention.name, lexicon)
        words = {token.word for token in tokenize(claim[mention.start : mention.end])}
        if kind == "substance" and words <= {token.word for token in tokenize(said.text)}:
            continue
        if kind == "result" and _INSTEAD.search(claim[: mention.start]):
            continue
        if mention.name in there or not kind or not mention.end or _OF_NAME.search(claim[: mention.start]):
            continue
        others = [t for t in lexicon.all_concepts(said.text) - named if kind_of_term(t, lexicon) == kind]
        instead = [lexicon.concepts[t].term for t in others]
        if kind == "name":
            instead = _who_instead(claim, said, lexicon)
        if kind == "law":
            instead = [law for law in _LAW.findall(said.text) if law not in claim]
        if instead or mention.name not in near:
            yield _difference(kind, claim[mention.start : mention.end], instead)


def _who_instead(claim: str, said: Statement, lexicon: Lexicon) -> list[str]:
    """The bodies and other names of a statement that a claim does not have."""
    named = lexicon.with_broader(lexicon.all_concepts(claim))
    bodies = [t for t in lexicon.all_concepts(said.text) - named if kind_of_term(t, lexicon) == "name"]
    names = [name for name in names_in(said.text, lexicon) if name not in claim.lower()]
    return [lexicon.concepts[t].term for t in bodies] + names


def _of_names(claim: str, said: Statement, lexicon: Lexicon) -> Iterator[Difference]:
    people = {word.lower() for person in people_in(claim, lexicon) for word in person.split()}
    laws = {word.lower() for law in _LAW.findall(claim) for word in law.split()}
    named = [name for name in names_in(claim, lexicon) if name not in people | laws and name not in STOPWORDS]
    own, near = _keys(f"{said.text} ; {said.headings} ; {said.owner}"), _keys(said.beside)
    lacking = [name for name in named if not _keys(name) <= own and not is_misspelt_in(name, said.whole)]
    theirs = _who_instead(claim, said, lexicon)
    lacking = (
        lacking
        if theirs and not _is_taken_up(lacking, claim, said.text)
        else [name for name in lacking if not _keys(name) <= near]
    )
    if lacking:
        yield _difference("name", " ".join(lacking), theirs)


def _is_taken_up(names: list[str], claim: str, sentence: str) -> bool:
    """Whether a sentence goes on about the thing that a claim calls by a name ("the forum" of "the Lunch and Learn forum")."""
    things = [re.search(rf"\b{re.escape(name)}['’\"]? (?P<thing>[a-z]\w+)", claim, re.I) for name in names]
    told = [thing["thing"] for thing in things if thing]
    return any(re.search(rf"\b(?:the|this|that|these) {re.escape(one)}", sentence, re.I) for one in told)


def _keys(text: str) -> set[str]:
    return {key_of(token.stem) for token in tokenize(text)}


def _of_times(claim: str, said: Statement) -> Iterator[Difference]:
    mine = dates_in(claim)
    theirs = dates_in(said.text)
    told = dates_in(_COMPARED_WITH.sub(" ", said.text))
    for mention in find_periods(claim):
        period = mention.period
        law = next((law.group() for law in _LAW.finditer(claim) if law.start() <= mention.start < law.end()), "")
        if law and law not in said.whole and (laws := _LAW.findall(said.text)):
            yield _difference("law", law, laws)
            continue
        beside = said.dates if not theirs or any(agree(p, q) for p in mine for q in theirs) else ()
        if period in mine and not any(agree(period, other) for other in (*theirs, *beside)):
            instead = [q.label for q in told if not any(agree(p, q) for p in mine)]
            yield _difference("date", claim[mention.start : mention.end], instead)
        elif period not in mine and not _is_told(period, said):
            yield _difference("date", claim[mention.start : mention.end], [])


def _is_told(period: Period, said: Statement) -> bool:
    """Whether a year that only tells which report or study is meant stands with a statement, or is that of its report."""
    there = [mention.period for mention in find_periods(said.whole)]
    return any(agree(period, other) for other in there) or period.label == said.published[:4]


def _of_counts(claim: str, said: Statement) -> Iterator[Difference]:
    mine, theirs = _counts_in(claim), _counts_in(said.text)
    there = {*theirs, *_counts_in(said.headings)}
    values = {value for value, _ in there}
    for (value, of), printed in mine.items():
        if value not in values:
            counts = [told for (_, what), told in theirs.items() if _are_alike(what, of) and told not in mine.values()]
            others = counts if len(counts) == 1 and of != "%" else []
            yield _difference("number", printed, others)


def _are_alike(one: str, other: str) -> bool:
    """Whether two counts are of the same things, of people both, or one does not say of what."""
    return one == other or "" in (one, other) and "%" not in (one, other) or {one, other} <= _PEOPLE


def _counts_in(text: str) -> dict[tuple[str, str], str]:
    """The numbers of a text by value and what they count, each with how it is printed; "one" tells no number."""
    text = _OFTEN.sub(" ", _A_YEAR.sub("a year", text))
    return {_size(n, text): n.printed for n in find_numbers(text) if n.value != 1 or n.unit}


def _size(number: Number, text: str) -> tuple[str, str]:
    """The value of a number, shares as per cent and weeks as days, and its unit or the word that it counts."""
    value = number.value * 100 if number.unit == "share" else number.value
    counted = next((token.stem for token in tokenize(text[number.end :]) if not _ADJECTIVE.fullmatch(token.word)), "")
    if counted == "week":
        value, counted = value * 7, "day"
    return f"{value.normalize():f}", "%" if number.unit == "share" else number.unit or counted


def _difference(kind: str, mine: str, theirs: Iterable[str]) -> Difference:
    return Difference(kind, mine, " and ".join(sorted(theirs)), frozenset(token.word for token in tokenize(mine)))
