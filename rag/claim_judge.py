"""A stated number against everything that the reports give for it: all agree, some do, or none does."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.claim_hedges import is_within
from rag.claim_records import Given, Judgement, Stated
from rag.claim_words import conflicting_words, contradicted_words, supported_words
from rag.library import Library
from rag.records import Derivation

Holds = Callable[[Given], bool | None]


def judge_number(
    stated: Stated, given: Sequence[Given], library: Library, holds: Holds | None = None
) -> Judgement | None:
    """Supported where all that the reports give is within what the claim says, conflicting where only some is.

    None where the reports give nothing, or only so roughly that it stays open.
    """
    test = holds or (lambda one: is_within(stated, one))
    results = [(one, test(one)) for one in given]
    right, wrong = [one for one, held in results if held], [one for one, held in results if held is False]
    figures = tuple(figure for one in given for figure in one.figures)
    if right and wrong:
        return Judgement(
            "conflicting",
            conflicting_words(stated, [*right[:2], *wrong[:2]], library),
            stated.number,
            figures,
            derivation=_working([*right, *wrong]),
        )
    if right:
        return Judgement(
            "supported", supported_words(stated, right[0]), stated.number, figures, derivation=_working(right)
        )
    if wrong:
        return Judgement(
            "contradicted", contradicted_words(stated, wrong[0]), stated.number, figures, derivation=_working(wrong)
        )
    return None


def signed_holds(stated: Stated) -> Holds:
    """Whether a change goes the way that the claim says and is of the size that it says."""

    def holds(given: Given) -> bool | None:
        if given.number == 0 or (given.number > 0) != (stated.figure.value > 0):
            return given.number == stated.figure.value
        return is_within(stated, replace(given, number=abs(given.number)))

    return holds


def _working(given: Sequence[Given]) -> Derivation | None:
    one = next((one for one in given if one.working), None)
    return Derivation("check", one.working, one.number, "", tuple(f.id for f in one.figures)) if one else None
