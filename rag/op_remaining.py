"""What remains of a whole once a part is taken off it ("once you take off the positive ones, how many are left?")."""

from dataclasses import replace

from rag.draft import Draft
from rag.library import Library
from rag.lookup import Found
from rag.op_share import part_and_whole
from rag.query import Query
from rag.records import Derivation
from rag.wording import plain_number


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
