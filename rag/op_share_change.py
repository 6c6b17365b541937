"""A share in each of two periods, both worked out, and the points between them ("is that any better than the year before?")."""

from dataclasses import replace
from decimal import Decimal

from rag.draft import Draft
from rag.judged import judged
from rag.library import Library
from rag.lookup import Found
from rag.op_amounts import Amount
from rag.op_change import verb
from rag.op_share import part_and_whole
from rag.query import Query
from rag.records import Derivation
from rag.wording import area_words, period_words, plain_number, signed

_HUNDRED = Decimal(100)


def share_over_periods(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The share in the earlier and in the later period; None where the reports do not count part and whole in both."""
    if "share" not in query.operations or len(query.periods) != 2 or query.of_all or query.every_area:
        return None
    plain = replace(query, direction="", yes_no=False)
    pairs = [part_and_whole(replace(plain, periods=(p,)), library) for p in sorted(query.periods)]
    if not all(pairs) or len(query.areas) > 1:
        return None
    return _told(query, [pair for pair in pairs if pair], library)


def _told(query: Query, pairs: list[tuple[Amount, Amount]], library: Library) -> Draft:
    first, last = (part.number / whole.number * _HUNDRED for part, whole in pairs)
    points = round(last, 1) - round(first, 1)
    direction = "up" if points > 0 else "down" if points < 0 else "same"
    asked = judged(replace(query, changing=True), query.concepts, library).direction
    answer = ("Yes: " if asked == direction else "No: ") if query.yes_no and asked else ""
    working = "; ".join(
        f"{part.printed} ÷ {whole.printed} = {plain_number(share, 1)}%"
        for (part, whole), share in zip(pairs, (first, last), strict=True)
    )
    sides = [
        f"{plain_number(share, 1)}% {period_words(part.period)} ({part.printed} of {whole.printed})"
        for (part, whole), share in zip(pairs, (first, last), strict=True)
    ]
    part, whole = pairs[-1]
    head = (
        f"{answer}The share {verb(direction)} from {sides[0]} to {sides[1]}, {signed(points, 1)} percentage points: "
        f"{part.words.removeprefix(part.printed).strip()} of {whole.words.removeprefix(whole.printed).strip()} in {area_words(part.area)}."
    )
    figures = tuple(f for pair in pairs for amount in pair for f in amount.figures)
    working = f"{working}; {signed(points, 1)} percentage points"
    derivation = Derivation("change of a share", working, points, "percentage points", tuple(f.id for f in figures))
    return Draft("answered", head, figures=figures, derivation=derivation)
