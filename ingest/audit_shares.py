"""Printed proportions against the counts that they are taken from."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ingest.audit_ledger import Ledger
from ingest.audit_numbers import is_within, last_digit, show
from ingest.audit_wording import Side, place_of, side_of, state
from ingest.records import Figure, Finding
from ingest.words import STATISTIC_STEMS, content_stems

_SHARE_WORDS = frozenset(["proport", "percentag", "share", "rate"])
_OF = re.compile(r"\b(?:out\s)?of\s(?:the\s|these\s|those\s|all\s)?$", re.I)


def shares_against_counts(ledger: Ledger) -> list[Finding]:
    """Proportions that do not follow from the numerator and denominator printed with them."""
    found = []
    for report in ledger.reports:
        for share, part, whole in [*_in_tables(report.id, ledger), *_in_sentences(report.id, ledger)]:
            exact = part.value / whole.value * 100
            if not is_within(share, exact, exact):
                found.append(_finding(share, part, whole))
    return found


def _in_tables(report: str, ledger: Ledger) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Columns with one row of shares and two of counts, the share named after the smaller count."""
    columns: dict[object, list[Figure]] = defaultdict(list)
    for cell in ledger.cells(report):
        if cell.kind == "level":
            columns[cell.locator.table, cell.locator.section, cell.locator.column, cell.area].append(cell)
    for cells in columns.values():
        shares = [cell for cell in cells if cell.unit == "%"]
        counts = sorted((cell for cell in cells if cell.unit != "%"), key=lambda cell: cell.value)
        if len(shares) == 1 and len(counts) == 2 and counts[1].value > 0 and _is_named_after(shares[0], *counts):
            yield shares[0], counts[0], counts[1]


def _is_named_after(share: Figure, part: Figure, whole: Figure) -> bool:
    named, own = set(content_stems(share.locator.row or "")), set(content_stems(part.locator.row or ""))
    other = set(content_stems(whole.locator.row or "")) - own
    return named - own <= _SHARE_WORDS and own <= named and other <= STATISTIC_STEMS


def _in_sentences(report: str, ledger: Ledger) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Reads "54 of the 84 (64%)": two counts joined by "of", and the only per cent of the sentence."""
    sentences: dict[str, list[Figure]] = defaultdict(list)
    for figure in ledger.prose(report):
        sentences[figure.sentence].append(figure)
    for text, figures in sentences.items():
        shares = [figure for figure in figures if figure.unit == "%" and figure.kind == "level"]
        if len(shares) == 1:
            own = _count_in_front(shares[0], text)
            pairs = _pairs(text, figures)
            yield from ((shares[0], part, whole) for part, whole in pairs if own in ("", part.printed, whole.printed))


def _count_in_front(share: Figure, text: str) -> str:
    """The count that a share in brackets stands behind ("Of these, 19 (70%)"), or ""."""
    match = re.search(rf"(?<![\d,.])(\d[\d,]*)\s+\({re.escape(share.printed)}\)", text)
    return match[1] if match else ""


def _pairs(text: str, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    counts = [figure for figure in figures if figure.kind == "level" and last_digit(figure) == 1 and figure.unit != "%"]
    for part in counts:
        for whole in counts:
            match = re.search(rf"(?<![\d,.]){re.escape(part.printed)}\s(.{{0,20}}?){re.escape(whole.printed)}", text)
            if match and _OF.search(match[1]) and Decimal(0) < part.value < whole.value:
                yield part, whole


def _finding(share: Figure, part: Figure, whole: Figure) -> Finding:
    exact = show(part.value / whole.value * 100, share)
    why = f"{part.printed} of {whole.printed} is {exact}, but {share.printed} is printed"
    counts = Side(place_of(part.locator), f"{part.printed} of {whole.printed}: {exact}", part.locator.report)
    return state("share_vs_figures", "medium", (side_of(share), counts), f"{why}.", (share, part, whole))
