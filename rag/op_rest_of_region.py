"""What the areas that are not set apart have together, where only the region and those set apart have a figure."""

from dataclasses import replace
from decimal import Decimal

from rag.draft import Draft
from rag.library import Library
from rag.op_amounts import amount_of
from rag.query import Query
from rag.records import Derivation
from rag.wording import and_list, plain_number


def rest_of_region(query: Query, library: Library) -> Draft | None:
    """The region's number less that of the areas set apart ("887 in all; how many without Birmingham's?")."""
    if not query.left_out or query.area_words.endswith(")") or {"rank", "share", "average"} & set(query.operations):
        return None
    plain = replace(
        query, operations=(), words=(), direction="", changing=False, wants="", yes_no=False, left_out=(), area_words=""
    )
    whole = amount_of(replace(plain, areas=(library.lexicon.region,)), library)
    parts = [amount_of(replace(plain, areas=(area,)), library) for area in query.left_out]
    known = [part for part in parts if part]
    if whole is None or len(known) < len(parts) or {part.period for part in known} != {whole.period}:
        return None
    rest = whole.number - sum((part.number for part in known), Decimal(0))
    if rest < 0:
        return None
    about = "About " if any(one.is_rough for one in (whole, *known)) else ""
    less = and_list([f"{part.printed} in {part.area}" for part in known])
    head = f"{about}{plain_number(rest)} remain: {whole.words} {whole.setting} less {less}."
    working = f"{whole.printed} − {' − '.join(part.printed for part in known)} = {plain_number(rest)}"
    figures = (*whole.figures, *(figure for part in known for figure in part.figures))
    derivation = Derivation("difference", working, rest, "", tuple(f.id for f in figures))
    return Draft("answered", head, figures=figures, derivation=derivation)
