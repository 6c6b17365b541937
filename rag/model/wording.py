"""A plain answer worded by the model: the draft is read line by line, and only sentences that pass the guard are kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ingest.words import tokenize
from rag.model.clauses import TOKEN, Setting, areas_in, periods_in, setting_after
from rag.model.evidence import Evidence
from rag.model.filling import fill
from rag.model.guard import reason_to_drop
from rag.model.guard_figures import comparisons_in, content_of, directions_in
from rag.model.records import Dropped
from rag.model.replies import lines_of
from rag.model.words import NEUTRAL

_MOST_DETAIL = 3
OnSentence = Callable[[str], None]


@dataclass
class Worded:
    """What has been kept of a draft so far; ``headline`` is "" where the plain one stands."""

    headline: str = ""
    detail: list[str] = field(default_factory=list)
    sentences: int = 0
    dropped: list[Dropped] = field(default_factory=list)


def word_answer(pieces: Iterable[str], evidence: Evidence, worded: Worded, on_sentence: OnSentence) -> None:
    """Fills ``worded`` from a reply as it comes; stops reading where the headline goes.

    ``on_sentence`` is told the headline once it is checked as a whole, then each sentence that is kept.
    """
    setting = Setting()
    for number, sentences in enumerate(lines_of(pieces)):
        kept, setting = _checked(sentences, evidence, setting, worded)
        if number == 0:
            fault = headline_fault(kept, evidence)
            if fault:
                worded.dropped += [Dropped(sentence, fault) for sentence in kept]
                return
            worded.headline = " ".join(fill(sentence, evidence) for sentence in kept)
            on_sentence(worded.headline)
            continue
        for text in (fill(sentence, evidence) for sentence in kept):
            if text not in worded.headline and text not in worded.detail and len(worded.detail) < _MOST_DETAIL:
                worded.detail.append(text)
                on_sentence(text)


def _checked(sentences: list[str], evidence: Evidence, setting: Setting, worded: Worded) -> tuple[list[str], Setting]:
    kept = []
    for sentence in sentences:
        worded.sentences += 1
        reason = reason_to_drop(sentence, evidence, setting)
        if reason:
            worded.dropped.append(Dropped(sentence, reason))
        else:
            kept.append(sentence)
            setting = setting_after(sentence, evidence.lexicon, setting)
    return kept, setting


def headline_fault(kept: list[str], evidence: Evidence) -> str:
    """What a new headline lacks of the plain one; "" where it says all that matters."""
    plain, text = evidence.plain_headline().text, " ".join(kept)
    if not kept:
        return "the headline was dropped"
    wanted, there = _figures_in(plain, evidence), _figures_in(text, evidence)
    if wanted - there:
        return "it leaves out a figure of the plain headline"
    lexicon = evidence.lexicon
    if areas_in(plain, lexicon) - areas_in(text, lexicon) or periods_in(plain) - periods_in(text):
        return "it leaves out a place or a period of the plain headline"
    if set(comparisons_in(plain, evidence)) - set(comparisons_in(text, evidence)) or _verdict(plain) != _verdict(text):
        return "it leaves out a comparison of the plain headline"
    if directions_in(plain) - directions_in(text) or _names_in(plain) - _stems_in(text):
        return "it leaves out a name or a direction of the plain headline"
    lacks = content_of(plain, evidence) - content_of(text, evidence) - NEUTRAL
    return "it leaves out a word of the plain headline" if lacks else ""


def _figures_in(text: str, evidence: Evidence) -> frozenset[str]:
    tokens = (evidence.tokens[name] for name in TOKEN.findall(text) if name in evidence.tokens)
    return frozenset(token.figure.id if token.figure else token.name for token in tokens)


def _verdict(text: str) -> str:
    """The "yes" or "no" that a headline begins with, or ""."""
    first = text.split(maxsplit=1)[0].strip(",:.").lower() if text else ""
    return first if first in ("yes", "no") else ""


def _names_in(text: str) -> frozenset[str]:
    """Words with a capital letter that begin no sentence."""
    bare = TOKEN.sub(" ", text)
    return frozenset(
        token.stem
        for token in tokenize(bare)[1:]
        if bare[token.start].isupper() and not bare[: token.start].rstrip().endswith((".", "!", "?", ":"))
    )


def _stems_in(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokenize(TOKEN.sub(" ", text)))
