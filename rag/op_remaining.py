"""What remains of a whole once a part is taken off it ("once you take off the positive ones, how many are left?")."""

import re
from dataclasses import replace
from decimal import Decimal

from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_amounts import Amount, amount_of
from rag.op_sentence import asks_number
from rag.op_share import part_and_whole
from rag.query import Query
from rag.records import Derivation
from rag.wording import and_list, plain_number

_BOTH = (0, 1)  # the two kinds
_BOTH_WORD = re.compile(r"\bboth\b", re.I)


def remaining(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The whole less the part, for a question that names both and takes one off the other."""
    if query.every_area or query.left_out:
        return None
    if (both := _rest_of_only(query, library)) or not library.cues.has("take_off", query.text):
        return both
    if not library.lexicon.all_concepts(query.text) & set(query.concepts):
        return None
    pair = part_and_whole(replace(query, direction="", wants="", yes_no=False), library)
    if pair is None:
        return None
    part, whole = pair
    several = _parts_named(query, whole, library)
    if len(several) > 1:
        return _less_each(whole, several)
    rest = whole.number - part.number
    working = f"{whole.printed} − {part.printed} = {plain_number(rest)}"
    about = "About " if part.is_rough or whole.is_rough else ""
    head = f"{about}{plain_number(rest)} remain: {whole.words} less {part.words} {part.setting}."
    figures = (*whole.figures, *part.figures)
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("difference", working, rest, "", tuple(f.id for f in figures)),
    )


def _rest_of_only(query: Query, library: Library) -> Draft | None:
    """Those that are of both kinds: the whole less those of one kind only ("opiates only, crack only: how many both?")."""
    concepts = library.lexicon.concepts
    kinds = [c for c in query.concepts if "only" in concepts[c].term.split()]
    if len(kinds) != len(_BOTH) or not _BOTH_WORD.search(query.text) or not asks_number(query):
        return None
    wholes = frozenset.intersection(*(library.lexicon.broader_of(kind) for kind in kinds))
    plain = replace(query, operations=(), words=(), direction="", wants="", yes_no=False)
    parts = [amount_of(replace(plain, concepts=(kind,)), library) for kind in kinds]
    whole = next(
        (a for w in concepts if w in wholes and (a := amount_of(replace(plain, concepts=(w,)), library))), None
    )
    known = [part for part in parts if part]
    if whole is None or len(known) != len(kinds) or {(p.area, p.period) for p in known} != {(whole.area, whole.period)}:
        return None
    return _less_each(whole, known)


def _parts_named(query: Query, whole: Amount, library: Library) -> list[Amount]:
    """Every part of the whole that the question names, of the whole's area and period."""
    told = set(query.concepts)
    names = [c for c in query.concepts if library.lexicon.broader_of(c) & told]
    single = (
        replace(query, concepts=(name,), operations=(), words=(), direction="", wants="", yes_no=False)
        for name in names
    )
    amounts = [amount for one in single if (amount := amount_of(one, library))]
    known = {figure.id for figure in whole.figures}
    parts = [a for a in amounts if not known & {figure.id for figure in a.figures} and a.number < whole.number]
    return [a for a in parts if (a.area, a.period) == (whole.area, whole.period)]


def _less_each(whole: Amount, parts: list[Amount]) -> Draft | None:
    """The whole less all of several parts; None where they are more than the whole, and so overlap."""
    rest = whole.number - sum((part.number for part in parts), Decimal(0))
    if rest < 0:
        return None
    working = f"{whole.printed} − {' − '.join(part.printed for part in parts)} = {plain_number(rest)}"
    about = "About " if any(one.is_rough for one in (whole, *parts)) else ""
    head = (
        f"{about}{plain_number(rest)} remain: {whole.words} less {and_list([p.words for p in parts])} {whole.setting}."
    )
    figures = (*whole.figures, *(figure for part in parts for figure in part.figures))
    derivation = Derivation("difference", working, rest, "", tuple(f.id for f in figures))
    return Draft("answered", head, figures=figures, derivation=derivation)
