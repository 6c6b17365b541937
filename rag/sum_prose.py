"""Operands that stand in sentences: the number that a phrase hands over, or the one whose clause says what a phrase says."""

import re
from collections.abc import Iterable
from decimal import Decimal

from ingest.numerals import Number, find_numbers
from ingest.periods import period_from_label
from ingest.records import Figure, Paragraph
from ingest.words import content_stems
from rag.library import Library
from rag.op_amounts import Amount
from rag.prose import sentences_about
from rag.query import Query
from rag.question_periods import without_periods
from rag.question_terms import without_tables
from rag.sum_words import covered, plain_phrase, said_of, terms_of, told_in
from rag.wording import and_list, measure_words, plain_number, value_words

_FEW = 12  # a number as small as this counts areas or periods
APART = ("share", "interval", "times", "months", "weeks", "days", "hours", "years")
_OPENING = re.compile(r"^\s*(?:for|in|within|under|on|about|of|from) [^,;?]+, ", re.I)
HEAD_END = re.compile(r"\b(?:of|for|in|from|with|by|to|at|on|who|that|which|were|was|are|is|had|have|as)\b", re.I)
_JOINT = re.compile(r"[;,] (?:and|while|whereas|but|with)\b|;|[.!?] (?=[A-Z(])|, | and (?=(?:an?|the) )")
_OF_WHOLE = re.compile(r" (?:out )?of (?:all )?(?:the |these |those )?", re.I)
_SAID = re.compile(r"\b(?:were|was|are|is|had|have|has)\b", re.I)
_OR = re.compile(r"\b(?<!/)(?:([a-z]{3,}), )?([a-z]{3,}),? or (?:an? )?([a-z]{3,})\b", re.I)
_AND = re.compile(r"\b(?:([a-z]{3,}), )?([a-z]{3,}),? and (?:an? )?([a-z]{3,})\b", re.I)
_LESS = 0.2  # what a number in words counts less than one in digits
_A_YEAR = frozenset(content_stems("year yearly annual annually"))
_COVERED = 0.7  # share of a phrase's terms that the sentence must have
Places = tuple[Amount, ...]
Clauses = list[tuple[Figure, str]]


def number_in(phrase: str, library: Library) -> Number | None:
    """The one number that a phrase hands over ("the 84 groups"), no count of areas and no label of a table."""
    text = without_tables(without_periods(phrase))
    there = [n for n in find_numbers(text) if not n.in_words and n.high is None and n.unit in ("", "%", "£")]
    there = [n for n in there if n.value > _FEW or n.value % 1 or not library.cues.has("no_count", text[n.end :])]
    return there[0] if len(there) == 1 else None


def figure_of_number(number: Number, placed: Query, query: Query, beside: Places, library: Library) -> Amount | None:
    """The figure that a number handed over is, from the place that says most of what the phrase and the question say."""
    terms = terms_of(placed.text, library) | terms_of(query.sought, library)
    there = [
        f
        for f in library.index.figures.worth([number.value], query.report, ())
        if _is(number, f) and _fits_place(f, placed, library)
    ]
    own = terms_of(placed.text, library)
    said = [(said_of(f, library), f) for f in there]
    scored = [(len(covered(own, one, library)), len(covered(terms, one, library)), f) for one, f in said]
    scored = [one for one in scored if one[1] or togetherness(one[2], beside)]
    best = max(scored, key=lambda one: (togetherness(one[2], beside), one[0], one[1]), default=None)
    return figure_to_amount(best[2]) if best else None


def stated_amount(phrase: str, placed: Query, beside: Places, library: Library) -> Amount | None:
    """The amount that a sentence states for a phrase; of "a primary or secondary concern" the two of them added up."""
    listed = _list_in(phrase, library)
    if listed is None or _is_one_term(listed, library):
        return _stated(phrase, placed, beside, library)
    sides = [(phrase[: listed.start()] + word + phrase[listed.end() :], word) for word in listed.groups() if word]
    first = [_stated(side, placed, beside, library, word) for side, word in sides]
    known = [one for one in first if one]
    near = [_stated(side, placed, (*beside, *known[-1:]), library, word) for side, word in sides]
    parts = [part or own for part, own in zip(near, first, strict=True)]
    return _listed_sum([part for part in parts if part], len(sides))


def _list_in(phrase: str, library: Library) -> re.Match[str] | None:
    """The words that a phrase lists ("primary or secondary"; joined by "and" only where it is to be added up)."""
    either = _OR.search(phrase)
    return either or (_AND.search(phrase) if library.cues.operations["total"].search(phrase) else None)


def _is_one_term(listed: re.Match[str], library: Library) -> bool:
    """Whether the words that look like a list are the name of one thing ("a heroin or crack user")."""
    terms = [m for m in library.lexicon.find_concepts(listed.string) if m.end]
    return any(term.start <= listed.start(2) and listed.end(3) <= term.end for term in terms)


def _listed_sum(parts: list[Amount], wanted: int) -> Amount | None:
    """The parts that one sentence lists added up; None where one is not found, or two are the same."""
    figures = tuple(part.figures[0] for part in parts)
    if len(parts) < wanted or len({f.id for f in figures}) < wanted or len({f.sentence for f in figures}) > 1:
        return None
    if any(figure.unit == "%" for figure in figures):
        return None
    number = sum((part.number for part in parts), Decimal(0))
    printed = f"({' + '.join(part.printed for part in parts)} = {plain_number(number)})"
    return Amount(number, printed, f"{plain_number(number)} ({and_list([part.words for part in parts])})", figures)


def _stated(phrase: str, placed: Query, beside: Places, library: Library, word: str = "") -> Amount | None:
    """The figure of a sentence whose own clause says what a phrase names; None where two such figures differ."""
    asked = terms_of(phrase, library)
    if not asked:
        return None
    head = terms_of(word or HEAD_END.split(_OPENING.sub("", plain_phrase(phrase)))[0], library) or asked
    known = {f.id for amount in beside for f in amount.figures}
    scored: list[tuple[float, Figure]] = []
    for sentence, figures in sentences_about(asked, placed, library).items():
        there = set().union(*(said_of(f, library) for f in figures))
        carried = _carried_over(asked - there, figures[0], library)
        named = asked - carried
        share = len(covered(named, there, library)) / len(named) if named else 0.0
        if share < _COVERED:
            continue
        clauses = list(clauses_of(sentence, figures))
        for figure, clause in clauses:
            if _speaks_of_others(figure, clauses, named, library):
                continue
            if placed.wants == "count" and figure.unit in ("£", "%"):
                continue
            score = _score(figure, clause, (head - carried or named, named), beside, library)
            if score and figure.id not in known and _fits_place(figure, placed, library):
                scored.append((score + share, figure))
    top = max((score for score, _ in scored), default=0.0)
    best = _closest([figure for score, figure in scored if score > top - 0.01], phrase)
    if not best or len({f.value for f in best}) > 1:
        return None
    twins = [f for _, f in scored if (f.value, f.unit) == (best[0].value, best[0].unit)]
    return figure_to_amount(max((*best, *twins), key=lambda f: togetherness(f, beside)))


def _carried_over(missing: set[str], figure: Figure, library: Library) -> set[str]:
    """The bodies among the missing terms that the paragraph around a sentence is about ("the unit ... 661 arrests were made")."""
    concepts = library.lexicon.concepts
    bodies = {term for term in missing if term in concepts and concepts[term].facet == "body"}
    if not bodies or figure.is_cell:
        return set()
    paragraphs = (b for b in library.index.blocks(figure.locator.report) if isinstance(b, Paragraph))
    around = [b.text for b in paragraphs if figure.sentence in " ".join(b.text.split())]
    return bodies & set().union(*(library.lexicon.all_concepts(text) for text in around))


def _closest(figures: list[Figure], phrase: str) -> list[Figure]:
    """Of figures that fit a phrase alike, those whose sentences have most of its very words ("problem" in "problematic")."""
    if len({figure.value for figure in figures}) < 2:
        return figures
    asked = set(content_stems(phrase)) - _A_YEAR
    shared = [(sum(any(s.startswith(w) for s in content_stems(f.sentence)) for w in asked), f) for f in figures]
    most = max(count for count, _ in shared)
    return [figure for count, figure in shared if count == most]


def _speaks_of_others(figure: Figure, clauses: Clauses, asked: set[str], library: Library) -> bool:
    """Whether a phrase names what two other figures of the sentence are said of, and this one is not."""
    own = next(clause for other, clause in clauses if other is figure)
    missing = asked - covered(asked, told_in(f"{own} {figure.unit}", library), library)
    others = [covered(missing, told_in(clause, library), library) for other, clause in clauses if other is not figure]
    told = [one for one in others if one]
    return len(told) > 1 and len(set().union(*told)) > 1 and all(len(one) < len(missing) for one in told)


def _score(figure: Figure, clause: str, wanted: tuple[set[str], set[str]], beside: Places, library: Library) -> float:
    """How well a figure and its clause fit the head of a phrase and the rest; 0 where the head is not told of it."""
    head, asked = wanted
    unit = {*content_stems(figure.unit), *library.lexicon.terms_of(figure.unit)}
    said = told_in(clause, library) | unit
    told_head, told = covered(head, said, library), covered(asked, said, library)
    in_words = not any(c.isdigit() for c in figure.printed)
    if in_words and not unit & asked or in_words and not togetherness(figure, beside) and len(told_head) < len(head):
        return 0.0
    if not told_head or len(told_head) * 2 < len(head):
        return 0.0
    kinds = {amount.figures[0].unit == "%" for amount in beside}
    same_kind = not kinds or (figure.unit == "%") in kinds or in_words
    return (2 * len(told_head) / len(head) - _LESS * in_words + len(told) / len(asked) + bool(unit & head)
            + togetherness(figure, beside) if same_kind else 0.0)  # fmt: skip


def clauses_of(sentence: str, figures: list[Figure]) -> Iterable[tuple[Figure, str]]:
    """Each level of a sentence with the words around it, up to the figures or joints before and after."""
    placed = _placed_in(sentence, figures)
    for index, (at, _, figure) in enumerate(placed):
        if figure.kind != "level" or figure.high is not None or figure.unit in APART and "year" not in figure.unit:
            continue
        start = placed[index - 1][0] + len(placed[index - 1][2].printed) if index else 0
        end = _end_of_clause(sentence, placed, index)
        before = [m.end() for m in _JOINT.finditer(sentence, start, at)]
        after = _JOINT.search(sentence, at, end)
        yield figure, sentence[before[-1] if before else start : after.start() if after else end]


def _end_of_clause(sentence: str, placed: list[tuple[int, int, Figure]], index: int) -> int:
    """Where the words about a figure end; what is said of "four of the 84 groups" is said of the four alone."""
    at, past = placed[index][0], index + 1
    if index and _OF_WHOLE.fullmatch(sentence[placed[index - 1][0] + len(placed[index - 1][2].printed) : at]):
        told = _SAID.search(sentence, at)
        return told.start() if told else len(sentence)
    while past < len(placed) and _OF_WHOLE.fullmatch(sentence[at + len(placed[index][2].printed) : placed[past][0]]):
        past += 1
    return placed[past][0] if past < len(placed) else len(sentence)


def _placed_in(sentence: str, figures: list[Figure]) -> list[tuple[int, int, Figure]]:
    """Each figure with the place where it is printed, the second of two that look alike at its own place."""
    seen: dict[str, int] = {}
    placed = []
    for index, figure in enumerate(figures):
        at = sentence.find(figure.printed, seen.get(figure.printed, 0))
        if at >= 0:
            seen[figure.printed] = at + len(figure.printed)
            placed.append((at, index, figure))
    return sorted(placed, key=lambda one: one[:2])


def _fits_place(figure: Figure, placed: Query, library: Library) -> bool:
    """Whether a figure is of the area and period asked for, as far as it tells either."""
    lexicon = library.lexicon
    local = {area for area in placed.areas if area in lexicon.areas and lexicon.areas[area].kind == "local"}
    wide = not local and figure.area in (lexicon.region, *lexicon.compare)
    if placed.areas and figure.area and figure.area not in placed.areas and not wide:
        return False
    period = period_from_label(figure.period)
    return not placed.periods or period is None or any(
        p.start <= period.end and period.start <= p.end for p in placed.periods
    )  # fmt: skip


def _is(number: Number, figure: Figure) -> bool:
    if figure.kind != "level" or figure.high is not None or figure.unit in APART:
        return False
    return (number.unit == "%") == (figure.unit == "%") and figure.value == number.value


def togetherness(figure: Figure, beside: Places) -> int:
    """2 where a figure stands in one sentence with another operand, 1 in its table or paragraph, else 0."""
    others = [f for amount in beside for f in amount.figures if f.locator.report == figure.locator.report]
    if any(f.sentence == figure.sentence and not f.is_cell for f in others):
        return 2
    return int(any(_place(f) == _place(figure) for f in others))


def _place(figure: Figure) -> tuple[str | None, ...]:
    return (figure.locator.table, figure.locator.paragraph, *figure.locator.section)


def figure_to_amount(figure: Figure) -> Amount:
    """A printed figure as an amount."""
    words = f"{value_words(figure)} {measure_words(figure)}"
    printed = figure.printed if any(c.isdigit() for c in figure.printed) else plain_number(figure.value)
    return Amount(Decimal(figure.value), printed, words, (figure,))


__all__ = ["APART", "HEAD_END", "clauses_of", "figure_of_number", "figure_to_amount", "number_in", "stated_amount"]
