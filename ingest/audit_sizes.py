"""Counts printed with their share: two of one group of people that imply two sizes of that group."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from ingest.audit_ledger import Ledger
from ingest.audit_numbers import last_digit
from ingest.audit_wording import Side, joined, place_of, state
from ingest.records import Figure, Finding, Paragraph, Report
from ingest.words import split_sentences

_WITH_SHARE = re.compile(
    r"(?<![\d,.£])(?P<count>\d{1,3}(?:,\d{3})+)\b(?P<gap>[^;(%\d]{0,80})\((?P<share>\d+(?:\.\d+)?%)\)"
)
_GROUPS = ("age", "age_default", "sex", "group")
_SHOWN_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Shared:
    """A count with its share, and the least and the greatest size of the group that they imply together."""

    count: Figure
    share: Figure
    low: Decimal
    high: Decimal

    @property
    def words(self) -> str:
        """The two as they are printed: "22,500 (1.2%)"."""
        return f"{self.count.printed} ({self.share.printed})"

    @property
    def size(self) -> str:
        """The size of the group that the printed numbers give, to three digits: "about 2,240,000"."""
        size = self.count.value * 100 / self.share.value
        return f"about {int(round(size, _SHOWN_DIGITS - 1 - size.adjusted())):,}"


def sizes_of_groups(ledger: Ledger) -> list[Finding]:
    """Counts of a section with their shares of one group that cannot be of one size, once for each group."""
    groups: dict[tuple[str, object], list[Shared]] = defaultdict(list)
    for report in ledger.reports:
        for group, shared in _shares_in(report, ledger):
            place = (shared.count.locator.report, shared.count.locator.section)
            groups[group, (place, shared.count.area, shared.count.period)].append(shared)
    found = []
    for (group, _), members in groups.items():
        apart = [(a, b) for a, b in combinations(members, 2) if a.high < b.low or b.high < a.low]
        found += [_finding(group, *apart[0])] if apart else []
    return found


def _shares_in(report: Report, ledger: Ledger) -> Iterator[tuple[str, Shared]]:
    """The counts with their share, each with the group of people that its paragraph or its list is about."""
    opening = ""
    for block in report.blocks:
        if not isinstance(block, Paragraph):
            continue
        opening = opening if block.marker else ""
        group = _group_of(f"{opening} {block.text}", ledger)
        for match in _WITH_SHARE.finditer(block.text) if group else ():
            count, share = (_figure_at(match[name], block, ledger) for name in ("count", "share"))
            if count and share and share.value:
                yield group, _shared(count, share)
        opening = opening or (split_sentences(block.text)[-1] if block.text.rstrip().endswith(":") else "")


def _group_of(text: str, ledger: Ledger) -> str:
    """The terms for people that a text names ("adults"), or "" where it names none."""
    names = sorted({m.name for m in ledger.lexicon.find_concepts(text) if m.kind in _GROUPS})
    return joined(ledger.lexicon.concepts[name].term for name in names) if names else ""


def _figure_at(printed: str, block: Paragraph, ledger: Ledger) -> Figure | None:
    """The figure of a paragraph that is printed so."""
    own = (one for one in ledger.prose(block.locator.report) if one.printed == printed and one.kind == "level")
    return next((one for one in own if one.sentence in block.text and not one.qualifier), None)


def _shared(count: Figure, share: Figure) -> Shared:
    unit, half = _last_counted(count), last_digit(share) / 2
    low = (count.value - unit / 2) * 100 / (share.value + half)
    high = (count.value + unit / 2) * 100 / (share.value - half)
    return Shared(count, share, low, high)


def _last_counted(count: Figure) -> Decimal:
    """The unit of the last digit that is no nought: a count in round thousands may be rounded to thousands."""
    digits = str(count.value.to_integral_value())
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0")))


def _finding(group: str, one: Shared, other: Shared) -> Finding:
    why = (
        f"{one.words} implies {one.size} {group} and {other.words} implies {other.size}, "
        f"though both are given as shares of {group}; other ages may be meant"
    )
    figures = (one.count, one.share, other.count, other.share)
    return state("implied_size", "low", (_side(one), _side(other)), f"{why}.", figures)


def _side(shared: Shared) -> Side:
    locator = shared.count.locator
    return Side(place_of(locator), f"{shared.words}: {shared.size}", locator.report)
