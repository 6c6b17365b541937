"""The sentences of a report's paragraphs, each with what frames it: source lines, captions, the lead-in of its list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.prose_records import Place
from ingest.records import Heading, Paragraph, Report, Table
from ingest.words import split_sentences

_LABEL = r"(?:tables?|figures?|fig\.|charts?|graphs?|maps?|exhibits?|box)\s+\d+"
_FRAME = re.compile(
    rf"\b{_LABEL}|\bdata\b[^.]{{0,80}}\b(?:sourced?|covers?|sections?|solely|relates?|collected)\b|\bsource[ds]?\b[^.]{{0,60}}\bdata\b"
    r"|^\(?(?:data|figures|statistics|source[sd]?)\b[^.]{0,20}\b(?:from|by)\b|^\(?source|\b(?:years?|periods?)\scovered\b"
    r"|\b(?:figures|data|statistics|numbers|offences|counts|estimates)\b[^.]{0,70}\b(?:come|comes|taken|drawn|supplied|published|provided)\s(?:from|by)\b"
    r"|\b(?:fiscal|financial|calendar)\s(?:years|quarters)\b",
    re.I,
)
_CAPTION = re.compile(rf"{_LABEL}[a-z]?\s*(?:[-–—:.|]|$)", re.I)
_NAMED = re.compile(r"\b(table|figure|chart|exhibit|box)s?\s+(\d+)", re.I)
_NOT_PROSE = re.compile(r"!?\[[^\]]*\]\([^)]*\)|https?://\S+|\bwww\.\S+|\S+@\S+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence or caption in reading order; ``section`` counts the headings before it."""

    text: str
    section: int
    source: Paragraph | Table
    leads: bool
    lead_in: str = ""


def sentences_in(report: Report) -> Iterator[Place]:
    """Every sentence of a report's prose, in order; captions and source lines frame the others and are left out."""
    lines = list(_lines(report))
    captions = {_label_of(line.text): line.text for line in lines if is_caption(line.text)}
    for at, line in enumerate(lines):
        if not is_caption(line.text) and isinstance(line.source, Paragraph):
            frames = tuple(_frames_of(lines, at, captions))
            yield Place(line.text, line.source.locator, frames, report.published, line.leads, line.lead_in)


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table or chart ("Figure 3. Rate of ...")."""
    return bool(_CAPTION.match(text))


def _lines(report: Report) -> Iterator[_Line]:
    section, lead_in = 0, ""
    for block in report.blocks:
        if isinstance(block, Heading):
            section, lead_in = section + 1, ""
        elif isinstance(block, Table):
            yield _Line(block.caption or block.label, section, block, True)
        else:
            sentences = _sentences_of(block.text)
            for sentence in sentences:
                yield _Line(
                    sentence, section, block, sentence is sentences[0], lead_in if block.marker else ""
                )
            announces = bool(sentences) and sentences[-1].endswith(":")
            lead_in = sentences[-1] if announces else lead_in if block.marker else ""


def _sentences_of(text: str) -> list[str]:
    if is_caption(text):
        return [text]
    return split_sentences(" ".join(_NOT_PROSE.sub(" ", text).split()))


def _frames_of(lines: list[_Line], at: int, captions: dict[str, str]) -> Iterator[str]:
    """What frames a line: what stands before it in its section, nearest first, then what follows."""
    section = lines[at].section
    here = [i for i in range(len(lines)) if lines[i].section == section and _FRAME.search(lines[i].text)]
    for i in sorted(here, key=lambda i: (i > at, abs(i - at))):
        yield lines[i].text
        yield from (captions[label] for label in _labels_in(lines[i].text) if label in captions)


def _label_of(text: str) -> str:
    return next(iter(_labels_in(text)), "")


def _labels_in(text: str) -> list[str]:
    return [f"{kind.lower()} {number}" for kind, number in _NAMED.findall(text)]
