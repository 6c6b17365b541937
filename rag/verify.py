"""Every number that a headline shows stands in its source, or was worked out by the program; else it is not shown."""

import re
from decimal import Decimal

from ingest.numerals import find_numbers
from ingest.periods import find_periods
from rag.draft import Draft


def unsupported_numbers(draft: Draft) -> tuple[str, ...]:
    """Numbers of the headline that stand in no cited figure or sentence, and are no result of the working."""
    allowed = _numbers_of(" ".join(_sources(draft)))
    allowed |= {figure.value for figure in draft.figures} | {abs(figure.value) for figure in draft.figures}
    if draft.derivation:
        allowed |= _numbers_of(draft.derivation.working)
    shown = [n for n in find_numbers(draft.headline) if not n.in_words]
    return tuple(
        n.printed
        for n in shown
        if n.value not in allowed and abs(n.value) not in allowed and not _derived(n.value, draft)
    )


def _sources(draft: Draft) -> list[str]:
    texts = [figure.sentence for figure in draft.figures] + [quote for _, quote in draft.passages]
    texts += [part for finding in draft.findings for part in (finding.value_a, finding.value_b, finding.explanation)]
    texts += [passage.text for passage, _ in draft.passages] + [figure.measure for figure in draft.figures]
    return texts + [" ".join(figure.breakdown) for figure in draft.figures]


def _numbers_of(text: str) -> set[Decimal]:
    digits = {Decimal(d.replace(",", "")) for d in re.findall(r"\d[\d,]*\d(?:\.\d+)?|\d(?:\.\d+)?", text)}
    return (
        digits | {abs(n.value) for n in find_numbers(text)} | {Decimal(m.period.start.year) for m in find_periods(text)}
    )


def _derived(value: Decimal, draft: Draft) -> bool:
    """Whether a number is the result of the working, or a difference, count or percentage of the figures, to the places shown."""
    levels = [figure.value for figure in draft.figures]
    if value == value.to_integral_value() and 0 < value <= 12:
        return True
    exponent = value.as_tuple().exponent
    places = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    result = draft.derivation.result if draft.derivation else None
    if result is not None and abs(abs(result) - abs(value)) <= places / 2:
        return True
    for a in levels:
        for b in levels:
            if abs(a - b) == abs(value) or b and abs(abs((a - b) / b * 100) - abs(value)) <= places / 2:
                return True
    return False
