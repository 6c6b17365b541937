"""Answers that only the turns before give: a sum over them, a verdict against them, the same place in another table."""

from collections.abc import Callable

from rag.change_outpaced import change_outpaced
from rag.draft import Draft
from rag.library import Library
from rag.most_of_those import most_of_those
from rag.query import Query
from rag.read_question import Reader
from rag.rest_of_turns import rest_of_turns
from rag.same_cell import same_cell_of_table
from rag.sum_rest_of_kind import rest_of_kind
from rag.sum_turns import answer_held_against, change_held_against, sum_of_turns, turns_to_sum


def answer_by_turns(query: Query, library: Library, reader: Reader, answer: Callable[[Query], Draft]) -> Draft | None:
    """The draft of a follow-up that is worked out from what was answered before; None where it asks for no such thing."""
    return (
        same_cell_of_table(query, library)
        or change_outpaced(query, library, reader)
        or most_of_those(query, library, reader, answer)
        or rest_of_kind(query, library)
        or rest_of_turns(query, answer, library)
        or _summed(query, library, answer)
        or answer_held_against(query, library)
        or change_held_against(query, library)
    )


def _summed(query: Query, library: Library, answer: Callable[[Query], Draft]) -> Draft | None:
    """A sum over the answers to the turns before ("so how many are left?")."""
    turns = turns_to_sum(query, library)
    return sum_of_turns(query, turns, [answer(turn) for turn in turns], library) if turns else None
