"""The best sentences as the answer, with those around them that are needed to understand them."""

import re
from collections.abc import Callable
from itertools import pairwise

from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.records import Paragraph, Passage
from ingest.store import Index
from ingest.words import content_stems, split_statements
from rag.cues import load_cues
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.question_clauses import asking_spans
from rag.retrieve import Hit
from rag.sentence_features import REASONS, count_members
from rag.sentences import Scored, is_list
from rag.text_parts import part_asked_for, told_in_short
from rag.units import wants_list
from rag.weights import load_weights
from rag.wording import sentence_case

_LONGEST, _LONGEST_PAIR, _LONGEST_LIST = 300, 480, 700
_LONGEST_TOLD = 560  # of an answer in words, with what is told further
_NEAREST = 8  # passages among which what is told further is looked for
_ONE_FACT = ("when", "source")  # forms that ask for one fact
_SHORT = 160  # a sentence that is shorter is told with the next one
_FEW = 2  # more members than these are a list
_EXAMPLES = re.compile(r"\b(?:examples?|for instance|such as|includ\w+|e\.g)\b", re.I)
_GOES_ON = re.compile(
    r"(?:examples?|for example|these include|this includes|they include|among (?:them|these))\b", re.I
)
_CAUSED = re.compile(
    r"\b(?:as a result|consequently|therefore|accordingly|hence|thus|this|these|the ban|the change)\b", re.I
)
_CONCLUDES = re.compile(r"(?:accordingly|therefore|hence|thus|consequently|as a result|because of this)\b", re.I)
_CONTRASTS = re.compile(
    r"(?:but|yet|whereas)\b|(?:[\w,'’-]+ ){0,5}?(?:instead|however|by contrast|in contrast|on the other hand|conversely)\b",
    re.I,
)  # how the second of two accounts begins
_APPLIED = re.compile(r"(?:\w+ed|using|taking|based on|on) [^,.;]{3,60}, (?:it|this|that|these|they|there)\b", re.I)
_LEANING = re.compile(
    r"(?:this|that|these|those|it|they|he|she|such|(?:all |each |both |some |most )?of (?:these|those|them)|"
    r"the (?:reason|aim|cause) (?:is|for)|the (?:event|workshop|pilot|forum|survey|research)\b|its|their|as a result|because of this|"
    r"accordingly|therefore|hence|thus|consequently)\b",
    re.I,
)


def sentence_draft(query: Query, scored: list[Scored], hits: list[Hit], library: Library) -> Draft:
    """The best sentence, with those that fit nearly as well where no number is asked for."""
    best = _defining(scored) if query.form == "definition" else scored[0]
    text = fitted(_with_antecedent(best.hit.passage, hits, query, library.index), query)
    limits = load_weights()["answers"]
    close = limits["nearly_as_good_number"] if query.number_wanted else limits["nearly_as_good"]
    near = [s for s in scored[:4] if s is not best and not is_list(s.hit.passage) and not _only_leads_in(s)]
    others = [s for s in near if s.score > best.score - close]
    others = others[:1] if query.number_wanted else others
    second = other_side(query, scored) or _rest_of_judged(query, near, best, library)
    others = [second, *(s for s in others if s is not second)] if second else others
    if not second:
        text = _with_sequel(text, best.hit.passage, query, hits)
    room = _LONGEST_LIST if second else _LONGEST_PAIR
    shown, told = text, []
    for other in others:
        added = _one_line(other.hit.passage.text)
        if added not in shown and len(shown) + len(added) < room:
            shown = f"{shown} {sentence_case(added)}"
        elif added not in shown:
            told.append(added)
    further = _told_further(query, scored, best, hits, shown)
    shown = " ".join((shown, *further))
    passages = ((best.hit.passage, text), *((s.hit.passage, s.hit.passage.text) for s in others))
    passages = (*passages, *((best.hit.passage, one) for one in further))
    return Draft("answered", sentence_case(shown), tuple(told), passages=passages, sureness=best.coverage)


def _told_further(query: Query, scored: list[Scored], best: Scored, hits: list[Hit], shown: str) -> list[str]:
    """What is told after the best sentence where words are asked for: the next ones, and others of its section, while there is room."""
    if query.number_wanted or query.yes_no or query.form in _ONE_FACT:
        return []
    section, least = best.hit.passage.locator.section, load_weights()["answers"]["further"] * best.score
    beside = [
        one.hit.passage.text
        for one in scored[1:_NEAREST]
        if one.hit.passage.kind == "sentence" and one.hit.passage.locator.section == section and one.score > least
    ]
    _, after = _around(best.hit.passage, hits)
    further: list[str] = []
    for one in dict.fromkeys((*after[:1], *beside, *after[1:2])):
        room = _LONGEST_TOLD - len(" ".join((shown, *further)))
        if one not in shown and len(one) < room and not one.rstrip().endswith(":"):
            further.append(one)
    return further


def _only_leads_in(scored: Scored) -> bool:
    """Whether a sentence announces a list and tells nothing of it."""
    return scored.hit.passage.text.rstrip().endswith(":")


def other_side(query: Query, scored: list[Scored]) -> Scored | None:
    """The sentence for the other half of a question that has two: two accounts to set side by side, or two things asked.

    It is known to answer such a question by the subject index, and has a word of the question that the best one lacks.
    """
    limits = load_weights()["other_side"]
    contrasts = bool({"difference", "discrepancy", "compare"} & set(query.operations))
    twice = len(asking_spans(query.text)) >= _FEW
    if query.number_wanted and not twice or not contrasts and not twice:
        return None
    best = scored[0].hit.passage
    asked = {word for word in query.words if word not in query.common or contrasts}
    lacking = asked - set(content_stems(best.text))
    fitting = (s for s in scored[1:4] if s.hit.asked >= limits["asked"] and s.score > scored[0].score * limits["score"])
    others = (s for s in fitting if not is_list(s.hit.passage) and s.hit.passage.text not in best.text)
    return next((s for s in others if not contrasts or lacking & set(content_stems(s.hit.passage.text))), None)


def _rest_of_judged(query: Query, near: list[Scored], best: Scored, library: Library) -> Scored | None:
    """For a yes or no, the sentence beside the best one that has a word of the question which that lacks ("continued": "extended")."""
    if not query.yes_no or query.number_wanted or query.operations:
        return None
    told = set(content_stems(best.hit.passage.text))
    meant = [{word, *library.lexicon.thesaurus.stands_for(word)} for word in query.words]
    lacking = set().union(*(names for names in meant if not names & told))
    least = best.score - load_weights()["answers"]["nearly_as_good"]
    place = best.hit.passage.locator
    beside = (s for s in near if s.hit.passage.locator == place and s.score > least)
    return next((s for s in beside if lacking & set(content_stems(s.hit.passage.text))), None)


def _defining(scored: list[Scored]) -> Scored:
    """The best sentence, or the one nearly as good that says what the thing asked about is, where the best does not."""
    near = [one for one in scored[:3] if one.score > scored[0].score - 2 * load_weights()["answers"]["nearly_as_good"]]
    return next((one for one in near if one.features.get("defines")), scored[0])


def two_sides(query: Query, scored: list[Scored], hits: list[Hit], index: Index) -> Draft:
    """The best sentence and the next one that gives another number, where a disagreement is asked about."""
    best = scored[0].hit.passage
    shown = {n.value for n in find_numbers(best.text)}
    differing = [
        s.hit.passage
        for s in scored[1:16]
        if {n.value for n in find_numbers(s.hit.passage.text)} - shown and s.score > 0.55 * scored[0].score
    ]
    elsewhere = [passage for passage in differing if passage.locator.report != best.locator.report]
    other = next(iter(elsewhere or differing), None)
    if other is None:
        second = other_side(query, scored)
        other = second.hit.passage if second else None
    sides = [best] if other is None else [best, other]
    told = [fitted(_with_antecedent(side, hits, query, index), query) for side in sides]
    passages = tuple((side, text) for side, text in zip(sides, told, strict=True))
    return Draft("answered", " But: ".join(told), passages=passages, sureness=scored[0].coverage)


def gives_other_account(query: Query, passage: Passage) -> bool:
    """Whether a sentence is the second of two accounts ("The government instead ...") where several are asked for."""
    return load_cues().has("accounts", query.text) and _CONTRASTS.match(passage.text) is not None


def _with_antecedent(passage: Passage, hits: list[Hit], query: Query, index: Index) -> str:
    """A sentence that leans on the one before it ("This is because ...") together with that one, where both are short."""
    caused = query.form == "why" and _CAUSED.search(passage.text)
    applied = load_cues().has("working_asked", query.whole_text) and _APPLIED.match(passage.text)
    leans = _LEANING.match(passage.text) or caused or applied or gives_other_account(query, passage)
    if not leans or not (passage.kind == "sentence" or _CONCLUDES.match(passage.text)):
        return passage.text
    before, _ = _around(passage, hits)
    if not before and applied:
        before = _before_in_paragraph(passage, index)
    if not before and _CONCLUDES.match(passage.text):
        before = _end_of_paragraph_before(passage, index)
    anchor = next((one for one in reversed(before) if not _LEANING.match(one)), before[-1] if before else "")
    joined = f"{anchor} {passage.text}".lstrip()
    return joined if len(joined) <= _LONGEST_PAIR else passage.text


def _before_in_paragraph(passage: Passage, index: Index) -> list[str]:
    """The sentences before a passage in its own paragraph."""
    blocks = index.blocks(passage.locator.report)
    paragraph = next((b.text for b in blocks if isinstance(b, Paragraph) and passage.text in b.text), passage.text)
    return split_statements(paragraph[: paragraph.index(passage.text)])


def _end_of_paragraph_before(passage: Passage, index: Index) -> list[str]:
    """The sentences of the paragraph before the one that a passage opens, in the same section."""
    texts = [
        block.text
        for block in index.blocks(passage.locator.report)
        if isinstance(block, Paragraph) and block.locator.section == passage.locator.section
    ]
    before = next((text for text, after in pairwise(texts) if after.startswith(passage.text)), "")
    return split_statements(before)


def _with_sequel(text: str, passage: Passage, query: Query, hits: list[Hit]) -> str:
    """A sentence together with the one near it that says what it leaves out: the examples, the members, the reason, the rest."""
    before, after = _around(passage, hits)
    mark = _left_out(text, query)
    marked = [one for one in (*after, *reversed(before)) if one not in text and mark(one)]
    told = query.form == "why" and not REASONS.search(text)
    goes_on = after[0] if after and not query.number_wanted and _GOES_ON.match(after[0]) else ""
    room = _LONGEST_LIST if marked or goes_on or query.form in ("definition", "list") else _LONGEST
    wanted = told or query.form in ("definition", "who", "list") or not query.number_wanted and len(text) < _SHORT
    told_next = after[0] if after and wanted and not after[0].rstrip().endswith(":") else ""
    follows = marked[0] if marked else told_next or goes_on
    return f"{text} {follows}" if follows and len(text) + len(follows) < room else follows if marked else text


def _left_out(text: str, query: Query) -> Callable[[str], bool]:
    """What tells of a sentence that it says what is asked for and this text does not: true of none where nothing is left out."""
    marks: list[Callable[[str], bool]] = []
    asked = {period.label for period in query.periods}
    told = asked & _periods_in(text)
    wanted = asked - told if len(asking_spans(query.text)) >= _FEW else asked  # each of two questions has its own time
    if wanted and (wanted < asked or not told):
        marks.append(lambda one: bool(wanted & _periods_in(one)))
    if load_cues().has("examples", query.text):
        marks.append(lambda one: bool(_EXAMPLES.search(one)))
    if load_cues().has("accounts", query.text):
        marks.append(lambda one: bool(_CONTRASTS.match(one)))
    if query.form == "why":
        marks.append(lambda one: bool(REASONS.search(one)))
    if wants_list(query) and not query.every_area:
        marks.append(lambda one: count_members(one) > _FEW)
    return next((mark for mark in marks if not mark(text)), lambda one: False)


def _periods_in(text: str) -> set[str]:
    return {mention.period.label for mention in find_periods(text)}


def _around(passage: Passage, hits: list[Hit]) -> tuple[list[str], list[str]]:
    """The sentences before and after a passage in the shortest item or paragraph found that it stands in."""
    parents = [h.passage.text for h in hits if h.passage.kind in ("prose", "item") and passage.text in h.passage.text]
    sentences = split_statements(min(parents, key=len)) if parents else []
    at = sentences.index(passage.text) if passage.text in sentences else len(sentences)
    return (sentences[:at], sentences[at + 1 :]) if at < len(sentences) else ([], [])


def fitted(text: str, query: Query, longest: int = _LONGEST) -> str:
    """A text at its length, or its first sentence with the one that shares most words with the question."""
    text = _one_line(text)
    if len(text) <= longest:
        return text
    sentences = split_statements(text)
    if len(sentences) > 1 and len(text) > _LONGEST_PAIR:
        words = set(content_stems(query.text))
        best = max(sentences[1:], key=lambda s: len(words & set(content_stems(s))))
        pair = f"{sentences[0]} {best}"
        return (
            pair
            if len(pair) <= _LONGEST_PAIR
            else fitted(max((sentences[0], best), key=lambda s: len(words & set(content_stems(s)))), query, longest)
        )
    if len(text) <= (_LONGEST_LIST if wants_list(query) else _LONGEST_PAIR):
        return text
    return told_in_short(text) if wants_list(query) else part_asked_for(text, query.text, longest)


def _one_line(text: str) -> str:
    return " ".join(text.split())
