"""The turns of a chat before a query, oldest first."""

from rag.query import Query


def turns_before(query: Query) -> tuple[Query, ...]:
    """The queries of the turns before one."""
    turns: list[Query] = []
    turn = query.earlier
    while turn is not None:
        turns.insert(0, turn)
        turn = turn.earlier
    return tuple(turns)
