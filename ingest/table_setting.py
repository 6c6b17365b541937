"""What stands around a table: the sentence that introduces it, its heading, and the area and periods given there."""

import re
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.measures import split_label
from ingest.periods import Period, find_periods
from ingest.records import Heading, Paragraph, Report, Table
from ingest.words import split_sentences

_LOOK_BACK = 6


@dataclass(frozen=True, slots=True)
class TableSetting:
    """The words around a table: ``mention`` is the sentence that names its label, ``periods`` are oldest first."""

    mention: str
    heading: str
    area: str
    periods: tuple[Period, ...]


def read_setting(report: Report, index: int, lexicon: Lexicon) -> TableSetting:
    """The setting of the table that is the report's block ``index``."""
    table = report.blocks[index]
    assert isinstance(table, Table)
    heading = table.locator.section[-1] if table.locator.section else ""
    mention = _mention_of(table.label, report, index)
    return TableSetting(
        mention, _plain_heading(heading), _area(table, mention, lexicon), _periods(report, index, mention)
    )


def _mention_of(label: str, report: Report, index: int) -> str:
    if not label:
        before = report.blocks[index - 1] if index else None
        return before.text if isinstance(before, Paragraph) else ""
    blocks = sorted(enumerate(report.blocks), key=lambda item: abs(item[0] - index))
    for _, block in blocks:
        if isinstance(block, Paragraph) and not split_label(block.text)[1] == "" and not _is_caption(block.text):
            sentence = next((s for s in split_sentences(block.text) if names_label(s, label)), "")
            if sentence:
                return sentence
    return ""


def names_label(sentence: str, label: str) -> bool:
    """Whether a sentence names a table or figure, alone ("Figure 12") or in a list ("Figures 15, 16 and 17")."""
    kind, _, number = label.rpartition(" ")
    for match in re.finditer(rf"\b{re.escape(kind)}s?\s+((?:\d+[a-z]?(?:\s*(?:,|and|&|to|-|–)\s*)*)+)", sentence, re.I):
        numbers = [int(n) for n in re.findall(r"\d+", match[1])]
        spans = re.findall(r"(\d+)\s*(?:to|-|–)\s*(\d+)", match[1])
        inside = any(int(a) <= int(number) <= int(b) for a, b in spans) if number.isdigit() else False
        if number.isdigit() and (int(number) in numbers or inside):
            return True
    return False


def _is_caption(text: str) -> bool:
    label, words = split_label(text)
    return bool(label) and bool(re.match(r"\s*\w+\s+\d+[a-z]?\s*[-–—:.]", text))


def _plain_heading(heading: str) -> str:
    return re.sub(r"^\d+(?:\.\d+)*\s+", "", heading)


def _area(table: Table, mention: str, lexicon: Lexicon) -> str:
    for text in (table.caption, mention):
        named = [m.name for m in lexicon.find_areas(text) if m.kind in ("local", "region", "country")]
        if len(set(named)) == 1:
            return named[0]
    return lexicon.region


def _periods(report: Report, index: int, mention: str) -> tuple[Period, ...]:
    found = {m.period for m in find_periods(mention)}
    at = index - 1
    while not found and at >= max(0, index - _LOOK_BACK) and not isinstance(report.blocks[at], Heading):
        block = report.blocks[at]
        if isinstance(block, Paragraph):
            found = {m.period for m in find_periods(block.text)}
        at -= 1
    return tuple(sorted(found))
