"""A briefing -> a verdict on each of its figures: read, split, check each sentence and cell that states one, count."""

from collections import Counter
from collections.abc import Iterator

from ingest.words import split_sentences
from rag.briefing_claims import is_small_count, without_no_claims
from rag.briefing_records import BriefingFigure, BriefingResult, BriefingSentence
from rag.briefing_tables import check_tables
from rag.briefing_text import read_briefing
from rag.check import check_with_parts
from rag.claim_desk import Desk
from rag.claim_read import read_claim
from rag.claim_records import Judgement
from rag.pipeline import Answerer
from rag.records import Verdict, VerdictName

_ORDER: tuple[VerdictName, ...] = ("contradicted", "conflicting", "not_found", "supported")


def check_briefing(name: str, content: bytes, answerer: Answerer) -> BriefingResult:
    """The verdicts on the figures of a briefing.

    Raises:
        UnreadableReport: the file is too large, of another format, or damaged.
    """
    desk = Desk(answerer.library, answerer.reader, answerer.embed, answerer.weigher)
    briefing = read_briefing(name, content)
    sentences = tuple(_checked(briefing.paragraphs, desk))
    tables, left_out = check_tables(briefing, desk)
    counts = Counter(figure.verdict for sentence in sentences for figure in sentence.figures)
    counts.update(cell.figure.verdict for table in tables for cell in table.cells)
    in_order = {verdict: counts[verdict] for verdict in _ORDER}
    return BriefingResult(name, briefing.paragraphs, sentences, in_order, tables, left_out)


def _checked(paragraphs: tuple[str, ...], desk: Desk) -> Iterator[BriefingSentence]:
    number = 0
    for place, paragraph in enumerate(paragraphs):
        start = 0
        for text in split_sentences(paragraph):
            start = paragraph.index(text, start)
            found = _check_sentence(text, desk)
            if found is not None:
                number += 1
                verdict, figures = found
                yield BriefingSentence(number, place, start, start + len(text), text, verdict, figures)
            start += len(text)


def _check_sentence(text: str, desk: Desk) -> tuple[Verdict, tuple[BriefingFigure, ...]] | None:
    """The verdict on a sentence and on each of its figures; None where it states none."""
    plain = without_no_claims(text)
    if not read_claim(plain, desk.reader).stated:
        return None
    verdict, judged = check_with_parts(plain, desk)
    figures = tuple(_figures(text, judged))
    return (verdict, figures) if figures else None


def _figures(text: str, judged: tuple[Judgement, ...]) -> Iterator[BriefingFigure]:
    """The figures in reading order; a statement without a number of its own ("the highest") lends them its verdict."""
    numbered = [one for one in judged if one.number and not _is_left_alone(one)]
    others = [one for one in judged if one.number is None and one.verdict != "supported"]
    at = 0
    for one in sorted(numbered, key=lambda one: one.number.start if one.number else 0):
        assert one.number
        start = text.find(one.number.printed, at)
        start = start if start >= 0 else text.find(one.number.printed)
        at = max(at, start + len(one.number.printed))
        worst = min([one, *others], key=lambda each: _ORDER.index(each.verdict))
        yield BriefingFigure(
            one.number.printed,
            max(start, 0),
            max(start, 0) + (len(one.number.printed) if start >= 0 else 0),
            worst.verdict,
            worst.reason,
        )


def _is_left_alone(one: Judgement) -> bool:
    return one.verdict == "not_found" and one.number is not None and is_small_count(one.number)
