"""What the numbers of a claim and of a report count, and whether these can be the same things."""

import re
from collections.abc import Iterable

from ingest.records import Figure
from ingest.words import stem
from rag.claim_clauses import own_clause
from rag.claim_desk import Desk
from rag.claim_records import Claim, Stated
from rag.claim_sentences import Candidate
from rag.lookup import unit_class

_TIMES = ("minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years")
_MASSES = ("kilograms", "kilogram", "kg", "kilos", "tonnes", "tonne", "tons", "grams", "kgs")
_GENERAL_NOUNS = frozenset(
    """people individuals adults users cases persons clients groups ocgs children pupils offences crimes deaths
    services ones others""".split()
) | {"", "young people"}
_TELLING = 2  # digits
_FRACTION = re.compile(r"\d+\.\d+")
_PARTS = ("substance", "sex", "client", "part")


def leaves_unit_out(stated: Stated) -> bool:
    """Whether a claim has a fraction that counts nothing, so that its unit is only left out ("15.9 against 22.6")."""
    counts = unit_kind("", stated.figure.unit) == "count"
    return not stated.number.unit and counts and bool(_FRACTION.fullmatch(stated.number.printed))


def has_unit(stated: Stated, figure: Figure) -> bool:
    """Whether a figure is of the same kind (a level, a change) and of the same sort of unit as the claim's number."""
    if leaves_unit_out(stated):
        return stated.figure.kind == figure.kind and unit_kind("", figure.unit) not in ("count", "money", "mass")
    same = unit_kind(stated.number.unit, stated.figure.unit) == unit_kind("", figure.unit)
    return same and stated.figure.kind == figure.kind


def unit_kind(number_unit: str, unit: str) -> str:
    """The sort of a unit: time, ratio, mass, count, percent, money, or the base of a rate."""
    if unit in _TIMES or number_unit == "interval":
        return "time"
    if number_unit == "times":
        return "ratio"
    return "mass" if unit.lower() in _MASSES else unit_class(unit, "level")


def same_measure(stated: Stated, figure: Figure) -> bool:
    """Whether times are in the same unit (days, hours) and masses too (kilograms, tonnes)."""
    if leaves_unit_out(stated):
        return True
    if _time_of(stated.figure) != _time_of(figure):
        return False
    return unit_kind("", stated.figure.unit) != "mass" or stated.figure.unit[:1].lower() == figure.unit[:1].lower()


def _time_of(figure: Figure) -> str:
    return figure.unit.rstrip("s") if unit_kind("", figure.unit) == "time" else ""


def noun_of(unit: str) -> str:
    """The stem of the noun that is counted; "" where it is none or a general one ("people")."""
    is_general = unit.lower() in {*_GENERAL_NOUNS, *_MASSES} or unit_class(unit, "level") != "count"
    return "" if is_general else stem(unit.lower().split()[-1])


def counts_the_same(stated: Stated, best: Candidate) -> bool:
    """Whether two numbers can be of the same things: no two different nouns, and the claim's number is not beside it."""
    mine, other = (noun_of(unit) for unit in (stated.figure.unit, best.figure.unit))
    beside = any(abs(f.value) == abs(stated.figure.value) for f in best.within.figures)
    return (mine == other or not mine or not other) and not (beside and not stated.hedge and mine != other)


def is_only_one_weighed(stated: Stated, best: Candidate, others: Iterable[Candidate]) -> bool:
    """Whether a claim tells a weight, and only one of the figures that may be meant is a weight."""
    if unit_kind(stated.number.unit, stated.figure.unit) != "mass":
        return False
    return all(one.figure.printed == best.figure.printed for one in others if unit_kind("", one.figure.unit) == "mass")


def is_misprint(stated: Stated, best: Candidate) -> bool:
    """Whether the claim's number has the digits of the report's in another order: 472 for 427."""
    mine, theirs = (re.sub(r"\D", "", printed) for printed in (stated.number.printed, best.figure.printed))
    return len(mine) >= _TELLING and mine != theirs and sorted(mine) == sorted(theirs)


def is_of_another(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> bool:
    """Whether a figure counts other things than the claim does: another noun, or another substance, sex or part."""
    lexicon = desk.library.lexicon

    def parts(terms: Iterable[str]) -> set[str]:
        return {t for t in terms if t in lexicon.concepts and lexicon.concepts[t].facet in _PARTS}

    named, own = parts(lexicon.all_concepts(claim.text)), parts(one.figure.terms)
    own -= parts(lexicon.all_concepts(one.within.sentence)) - parts(lexicon.all_concepts(one.clause))
    mine = parts(lexicon.all_concepts(own_clause(claim, stated, lexicon)))
    beside = {t for f in one.within.figures for t in parts(f.terms)}
    here = own | parts(lexicon.all_concepts(one.clause))
    if stated.figure.unit == "years":  # an age is of the people spoken of, whatever their ages are called
        own = set()
    return bool(own - named or (mine & beside) - here) or counts_another(stated, one)


def _nouns_after_others(one: Candidate) -> set[str]:
    """The stems of the words that stand right after the other figures of a sentence."""
    printed = {f.printed for f in one.within.figures} - {one.figure.printed}
    return {noun for other in printed for noun in _nouns_after(one.within.sentence, other)}


def _nouns_after(sentence: str, printed: str) -> set[str]:
    """The stems of the two words right after a number, as far as they go on with it."""
    match = re.search(rf"(?<![\d.,]){re.escape(printed)}\s((?:[a-z-]+\s?){{1,2}})", sentence, re.I)
    words = re.split(r"\b(?:were|was|are|is|in|of|and|with|to|had|have|for)\b", match[1])[0] if match else ""
    return {stem(word.lower()) for word in words.split()}


def counts_another(stated: Stated, one: Candidate) -> bool:
    """Whether the things that the claim counts are counted by another figure of the same sentence."""
    mine = noun_of(stated.figure.unit)
    own = _nouns_after(one.within.sentence, one.figure.printed)
    if mine and mine in _nouns_after_others(one) and not own & {mine, "one", "other"}:
        return True
    if one.figure.unit.lower() in ("ones", "others"):
        return False
    return bool(mine) and mine != noun_of(one.figure.unit) and any(noun_of(f.unit) == mine for f in one.within.figures)
