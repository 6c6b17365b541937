"""Which part of a claim is wrong, where its number stands in a sentence that fits it."""

from ingest.lexicon import Lexicon
from ingest.periods import period_from_label
from ingest.records import Figure
from rag.claim_records import Claim, Stated
from rag.claim_sentences import Candidate
from rag.claim_setting import area_fits, is_only_part, period_fits
from rag.claim_units import has_unit, same_measure, unit_kind
from rag.claim_words import said
from rag.wording import value_words


def wrong_part(claim: Claim, stated: Stated, one: Candidate, best: Candidate | None, lexicon: Lexicon) -> str:
    """The sentence that tells which part of the claim is wrong: direction, unit, area or year; "" where none is.

    The whole region's number says nothing against a part of it, nor one area's of one year against another's of another.
    """
    figure, quote = one.figure, f"“{one.within.sentence}”"
    if has_unit(stated, figure) and figure.kind != "level" and (figure.value < 0) != (stated.figure.value < 0):
        size = f"{'fall' if figure.value < 0 else 'rise'} of {value_words(figure).lstrip('+-−')}"
        return f"The direction is wrong: the report gives a {size}: {quote}"
    if _is_other_use(stated, figure):
        return ""
    if not has_unit(stated, figure) or not same_measure(stated, figure):
        if _is_only_alike(claim, stated, one):
            return ""
        return f"The unit is wrong: the report gives {_with_unit(figure)}, not {_with_stated_unit(stated)}: {quote}"
    return _wrong_setting(claim, stated, one, _instead(one, best), lexicon)


def _instead(one: Candidate, best: Candidate | None) -> str:
    beside = best and best.within.sentence == one.within.sentence and best is not one
    return f"the report gives {value_words(best.figure)}; " if best and beside else ""


def _wrong_setting(claim: Claim, stated: Stated, one: Candidate, instead: str, lexicon: Lexicon) -> str:
    words, quote = value_words(one.figure), f"“{one.within.sentence}”"
    if not area_fits(claim, stated, one.figure):
        is_part = one.figure.area == lexicon.region and lexicon.areas[stated.figure.area].kind == "local"
        if not instead and (is_part or not period_fits(claim, stated, one)):
            return ""
        return f"The area is wrong: {instead}{words} is for {one.figure.area}: {quote}"
    there = period_from_label(one.figure.period)
    if there and any(is_only_part(period, there) for period in claim.query.periods):
        return ""
    if not period_fits(claim, stated, one):
        return f"The year is wrong: {instead}{words} is for {one.figure.period or 'another time'}: {quote}"
    return ""


def _is_only_alike(claim: Claim, stated: Stated, one: Candidate) -> bool:
    """Whether a share ("half", "50%") has the digits of a count of another area or year by chance, or is told in words."""
    if stated.number.unit == "share":
        return True
    return not area_fits(claim, stated, one.figure) or not period_fits(claim, stated, one)


def _is_other_use(stated: Stated, figure: Figure) -> bool:
    """Whether one number is a level and the other a change of the same unit, which says nothing against the claim."""
    kinds = {stated.figure.kind, figure.kind}
    same = unit_kind(stated.number.unit, stated.figure.unit) == unit_kind("", figure.unit)
    return len(kinds) == 2 and same and kinds != {"change_percent", "change_points"}


def _with_unit(figure: Figure) -> str:
    words = value_words(figure)
    return words if figure.unit in ("%", "£", "share") or figure.unit in words else f"{words} {figure.unit}"


def _with_stated_unit(stated: Stated) -> str:
    unit = stated.figure.unit
    return said(stated) if unit in ("%", "£", "") or unit in said(stated) else f"{said(stated)} {unit}"
