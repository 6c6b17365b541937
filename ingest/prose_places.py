"""The sentences of a report's paragraphs, each with what frames it: source lines, captions, lead-ins."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.prose_records import Place
from ingest.records import Heading, Paragraph, Report, Table
from ingest.words import split_sentences, split_statements

_LABEL = r"(?:tables?|figures?|fig\.|charts?|graphs?|maps?|exhibits?|box)\s+\d+"
_FRAME = re.compile(
    rf"\b{_LABEL}|\bdata\b[^.]{{0,80}}\b(?:sourced?|covers?|sections?|solely|relates?|collected)\b"
    r"|\bsource[ds]?\b[^.]{0,60}\bdata\b|\b(?:years?|periods?)\scovered\b"
    r"|^\(?(?:data|figures|statistics|source[sd]?)\b[^.]{0,20}\b(?:from|by)\b|^\(?source"
    r"|\b(?:figures|data|statistics|numbers|offences|counts|estimates)\b[^.]{0,70}"
    r"\b(?:come|comes|taken|drawn|supplied|published|provided)\s(?:from|by)\b"
    r"|\b(?:fiscal|financial|calendar)\s(?:years|quarters)\b",
    re.I,
)
_CAPTION = re.compile(rf"{_LABEL}[a-z]?\s*(?:[-–—:.|]|$)", re.I)
_NAMED = re.compile(r"\b(table|figure|chart|exhibit|box)s?\s+(\d+)", re.I)
_NOT_PROSE = re.compile(r"!?\[[^\]]*\]\([^)]*\)|https?://\S+|\bwww\.\S+|\S+@\S+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence or caption; ``section`` counts the headings before it, ``at`` the lines, ``statement`` is it with what it needs."""

    text: str
    statement: str
    section: int
    at: int
    source: Paragraph | Table
    leads: bool = True
    lead_in: str = ""


def sentences_in(report: Report) -> Iterator[Place]:
    """Every sentence of a report's prose, in order; captions frame the others and are left out."""
    lines = list(_lines(report))
    captions = {_labels_in(line.text)[0]: line.text for line in lines if is_caption(line.text)}
    frames = defaultdict(list)
    for line in lines:
        if _FRAME.search(line.text):
            frames[line.section].append(line)
    for line in lines:
        if isinstance(line.source, Paragraph) and not is_caption(line.text):
            framed = tuple(_frames_of(line, frames[line.section], captions))
            yield Place(
                line.text, line.source.locator, framed, report.published, line.leads, line.lead_in, line.statement
            )


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table or chart ("Figure 3. Rate of ...")."""
    return bool(_CAPTION.match(text)) and bool(_NAMED.match(text))


def _lines(report: Report) -> Iterator[_Line]:
    section = at = 0
    lead_in = ""
    for block in report.blocks:
        if isinstance(block, Heading):
            section, lead_in = section + 1, ""
            continue
        marked = isinstance(block, Paragraph) and bool(block.marker)
        caption = block.caption or block.label if isinstance(block, Table) else ""
        pairs = [(caption, caption)] if isinstance(block, Table) else _sentences_of(block.text)
        sentences = [sentence for sentence, _ in pairs]
        for place, (sentence, statement) in enumerate(pairs):
            yield _Line(sentence, statement, section, at + place, block, place == 0, lead_in if marked else "")
        at += len(sentences)
        announces = bool(sentences) and sentences[-1].endswith(":")
        lead_in = sentences[-1] if announces else lead_in if marked else ""


def _sentences_of(text: str) -> list[tuple[str, str]]:
    """Each sentence with the statement that it is part of."""
    if is_caption(text):
        return [(text, text)]
    statements = split_statements(" ".join(_NOT_PROSE.sub(" ", text).split()))
    return [(sentence, statement) for statement in statements for sentence in split_sentences(statement)]


def _frames_of(line: _Line, frames: list[_Line], captions: dict[str, str]) -> Iterator[str]:
    """What frames a line: what stands before it in its section, nearest first, then what follows."""
    for frame in sorted(frames, key=lambda f: (f.at > line.at, abs(f.at - line.at))):
        yield frame.text
        yield from (captions[label] for label in _labels_in(frame.text) if label in captions)


def _labels_in(text: str) -> list[str]:
    return [f"{kind.lower()} {number}" for kind, number in _NAMED.findall(text)]
