"""Parts of a whole that a paragraph lists and adds up ("31 first, 18 second and five third, so 54 of the 84"): the rest, a share."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ingest.records import Figure
from ingest.words import content_stems
from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_sentence import MEANT, asks_number, asks_rest, asks_share, description
from rag.prose import asked_terms, sentences_about
from rag.query import Query
from rag.records import Derivation
from rag.wording import area_words, period_words, plain_number

_LEAST = 0.4  # share of what the question says that the paragraph must say too
_RANKS = (
    {"first", "primari", "main", "top"},
    {"second", "secondari"},
    {"third", "tertiari"},
)  # stems by which a list tells its parts apart
_FIRST_FEW = re.compile(r"\b(?:first|top|main) (?:two|three|four|[2-4])\b", re.I)  # all ranks, none of them alone


@dataclass(frozen=True, slots=True)
class _Listing:
    """Parts that one sentence lists, their sum as another prints it, and the whole that it is of."""

    parts: tuple[Figure, ...]
    sum: Figure
    whole: Figure
    terms: frozenset[str]


def rest_of_listed(query: Query, found: list[Found], library: Library) -> Draft | None:
    """How many of a whole are none of the parts that a paragraph lists, or the share of one of them."""
    rest = asks_rest(query, library)
    if query.yes_no or query.every_area or not (rest or asks_share(query)):
        return None
    if not (rest or library.cues.has("percent", query.text)) or not (asks_number(query) or asks_share(query)):
        return None
    listing = _best(query, library)
    if listing is None:
        return None
    named = _named_parts(query, listing)
    part = named[0] if len(named) == 1 else listing.sum if rest else None
    return _told(part, listing, rest, asks_share(query)) if part else None


def rest_of_unknown(query: Query, library: Library) -> Draft | None:
    """A listed part, or what they leave, that a follow-up asks for in words that name no measure ("of those, how many had none?")."""
    if query.refusal != "unknown":
        return None
    query = replace(query, refusal="")
    return rest_of_listed(query, [], library) or _part_by_rank(query, library)


def _part_by_rank(query: Query, library: Library) -> Draft | None:
    """How many of a whole are the one listed part whose rank is named ("as a secondary concern")."""
    listing = _best(query, library) if asks_number(query) else None
    named = _named_parts(query, listing) if listing else []
    if listing is None or len(named) != 1:
        return None
    part, whole = named[0], listing.whole
    head = f"{part.printed} of the {whole.printed} {whole.unit}".strip()
    return Draft("answered", f"{head}. {part.sentence}", figures=(part, listing.sum, whole))


def _best(query: Query, library: Library) -> _Listing | None:
    asked = asked_terms(query, library) - {"work", "book", "level"}
    scored = [(len(_shared(asked, one.terms)) / max(1, len(asked)), one) for one in _listings(asked, query, library)]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < _LEAST or _narrowed_otherwise(query, best[1], library):
        return None
    return best[1] if _is_described(query, best[1]) else None


def _narrowed_otherwise(query: Query, listing: _Listing, library: Library) -> bool:
    """Whether a question speaks of a country that the list does not name ("those with an impact beyond England")."""
    countries = {area for area in query.areas if area in library.lexicon.compare}
    return any(not set(content_stems(area)) <= listing.terms for area in countries)


def _is_described(query: Query, listing: _Listing) -> bool:
    """Whether most of what the question says of those counted is what the list is about."""
    told = set(content_stems(description(query.whole_text)))
    return 2 * len(_shared(told, listing.terms)) > len(told)


def _shared(asked: set[str], terms: frozenset[str]) -> set[str]:
    """The asked terms that are there, as they are or by a word for the same rank."""
    ranks = {stem for rank in _RANKS if rank & terms for stem in rank}
    return asked & (terms | ranks)


def _listings(asked: set[str], query: Query, library: Library) -> list[_Listing]:
    """Every sentence that lists counts whose sum its paragraph prints as "so many of the whole"."""
    paragraphs: dict[tuple[str, tuple[str, ...], str | None], dict[str, list[Figure]]] = {}
    for sentence, figures in sentences_about(asked, query, library, whole_paragraphs=True).items():
        place = figures[0].locator
        paragraphs.setdefault((place.report, place.section, place.paragraph), {})[sentence] = figures
    return [one for sentences in paragraphs.values() for one in _in_paragraph(sentences, library)]


def _in_paragraph(sentences: dict[str, list[Figure]], library: Library) -> list[_Listing]:
    listings = []
    for sentence, figures in sentences.items():
        counts = tuple(f for f in figures if f.kind == "level" and f.unit not in ("%", "share", "years", "£"))
        total = sum((f.value for f in counts), Decimal(0))
        if len(counts) < 2 or len({f.unit for f in counts}) > 1:
            continue
        for other, there in sentences.items():
            pair = _sum_and_whole(other, there, total, counts[0]) if other != sentence else None
            if pair:
                text = f"{sentence} {other}"
                terms = frozenset({*library.lexicon.all_concepts(text), *content_stems(text)})
                listings.append(_Listing(counts, *pair, terms))
    return listings


def _sum_and_whole(sentence: str, figures: list[Figure], total: Decimal, like: Figure) -> tuple[Figure, Figure] | None:
    summed = next((f for f in figures if f.value == total and f.kind == "level"), None)
    if summed is None:
        return None
    for whole in figures:
        of_it = re.search(
            rf"{re.escape(summed.printed)} (?:out )?of (?:all )?(?:the |these |those )?{re.escape(whole.printed)}\b",
            sentence,
        )
        if (
            whole.value > total
            and of_it
            and (whole.unit, whole.area, whole.period) == (like.unit, like.area, like.period)
        ):
            return summed, whole
    return None


def _named_parts(query: Query, listing: _Listing) -> list[Figure]:
    """The listed parts whose rank ("primary") the question names."""
    text = _FIRST_FEW.sub("", MEANT.sub("", query.text))
    asked = set(content_stems(text)) | set(text.lower().split())
    ranks = [rank for rank in _RANKS if (rank - {"top"}) & asked]
    clauses = zip(listing.parts, _clauses_of_parts(listing), strict=True)
    return [part for part, clause in clauses if any(rank & clause for rank in ranks)]


def _clauses_of_parts(listing: _Listing) -> list[set[str]]:
    """The stems that tell of each part: those before its number, or after it where none of a rank stand before the first."""
    sentence = listing.parts[0].sentence
    places = [sentence.find(part.printed) for part in listing.parts]
    first = set(content_stems(sentence[: places[0]]))
    bounds = [0, *places] if any(rank & first for rank in _RANKS) else [*places, len(sentence)]
    return [set(content_stems(sentence[start:end])) for start, end in pairwise(bounds)]


def _told(part: Figure, listing: _Listing, rest: bool, share: bool) -> Draft:
    whole = listing.whole
    number = whole.value - part.value if rest else part.value
    terms = " + ".join(plain_number(f.value) for f in listing.parts)
    total = f"{terms} = {plain_number(part.value)}; " if part is listing.sum else ""
    less = f"{plain_number(whole.value)} − {plain_number(part.value)} = {plain_number(number)}" if rest else ""
    working = f"{total}{less}"
    setting = f"in {area_words(whole.area)} {period_words(whole.period)}".strip()
    kind = "were not" if rest else "were"
    head = f"{plain_number(number)} of the {whole.printed} {whole.unit} {setting} {kind}"
    if share:
        percent = number / whole.value * 100
        working = f"{working}; {plain_number(number)} ÷ {whole.printed} = {plain_number(percent, 1)}%".lstrip("; ")
        head = f"{plain_number(percent, 1)}%: {head}"
    figures = (*listing.parts, listing.sum, whole)
    derivation = Derivation("part of a whole", working, number, "%" if share else "", tuple(f.id for f in figures))
    return Draft("answered", f"{head} ({working}). {part.sentence}", figures=figures, derivation=derivation)
