"""What remains of a whole once a part is taken off it ("once you take off the positive ones, how many are left?")."""

from dataclasses import replace
from decimal import Decimal

from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_amounts import Amount, amount_of
from rag.op_share import part_and_whole
from rag.query import Query
from rag.records import Derivation
from rag.wording import and_list, plain_number


def remaining(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The whole less the part, for a question that names both and takes one off the other."""
    if not library.cues.has("take_off", query.text) or query.every_area or query.left_out:
        return None
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
