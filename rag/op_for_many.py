"""What a printed number for one comes to for several: six a day over thirty days, 200 to 260 for one of them times ten."""

import re
from decimal import Decimal

from ingest.numerals import Number, find_numbers
from ingest.records import Figure
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.prose import asked_terms
from rag.query import Query
from rag.records import Derivation
from rag.wording import plain_number

_A_DAY = re.compile(r"^(?:\s[\w-]+){0,3}?\s(?:a|per|each|every) day\b|^(?:\s[\w-]+){0,3}?\sdaily\b", re.I)
_DAYS = re.compile(r"\b(?P<days>\d+|[a-z]+)[ -]days?\b", re.I)
_OF_THEM = re.compile(
    r"\b(?:for|so|then|say|what about|if there (?:are|were)|with) (?P<n>[\d,]+|[a-z]+) (?:of (?:them|those|these)|such|people)\b",
    re.I,
)


def printed_for_many(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The product of a number that the question hands over for one (a day, a person) and how many it asks about."""
    if query.yes_no or query.every_area:
        return None
    return _over_days(query, library) or _of_several(query, library)


def _over_days(query: Query, library: Library) -> Draft | None:
    """A number a day over a stretch of days that the question names."""
    daily = [n for n in query.numbers if not n.unit and n.high is None and _A_DAY.match(query.text[n.end :])]
    spans = [days for match in _DAYS.finditer(query.text) if (days := _count(match["days"])) and days > 1]
    if len(daily) != 1 or len(spans) != 1:
        return None
    there = [
        f for f in _printed(daily[0], query, library) if re.search(r"\b(?:a|per|each) day\b|\bdaily\b", f.sentence)
    ]
    return _told(there[0], daily[0], spans[0], f"in {plain_number(spans[0])} days") if there else None


def _of_several(query: Query, library: Library) -> Draft | None:
    """A range that holds for one, times the number of those that the question asks about."""
    ranges = [n for n in query.numbers if n.high is not None]
    match = _OF_THEM.search(query.text)
    several = _count(match["n"]) if match else None
    if len(ranges) != 1 or not several:
        return None
    there = [f for f in _printed(ranges[0], query, library) if f.high == ranges[0].high]
    return _told(there[0], ranges[0], several, f"for {plain_number(several)} of them") if there else None


def _count(words: str) -> Decimal | None:
    told = find_numbers(words)
    return told[0].value if told and not told[0].unit else None


def _printed(number: Number, query: Query, library: Library) -> list[Figure]:
    """Where the reports print a number, the sentences first that say most of what is asked; none that say nothing of it."""
    asked = asked_terms(query, library)
    worth = [f for f in library.index.figures.worth([number.value], query.report, ()) if not f.is_cell]
    areas = set(query.areas)
    scored = [
        (len(asked & {*library.lexicon.all_concepts(f.sentence), *library.lexicon.terms_of(f.sentence)}), f)
        for f in worth
        if f.kind == "level" and f.unit not in ("%", "£") and (not areas or not f.area or f.area in areas)
    ]
    return [f for score, f in sorted(scored, key=lambda one: -one[0]) if score]


def _told(figure: Figure, number: Number, times: Decimal, words: str) -> Draft:
    ends = [number.value, *([number.high] if number.high is not None else [])]
    products = [plain_number(end * times) for end in ends]
    working = "; ".join(
        f"{plain_number(end)} × {plain_number(times)} = {said}" for end, said in zip(ends, products, strict=True)
    )
    head = f"{' to '.join(products)} {words}: {working}. {figure.sentence}"
    derivation = Derivation("product", working, ends[0] * times, figure.unit, (figure.id,))
    return Draft("answered", head, figures=(figure,), derivation=derivation)
