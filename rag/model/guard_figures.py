"""A sentence borne out by the figures that it uses: their measures, the way they went, and which was higher."""

import re
from collections.abc import Iterable, Sequence

from ingest.periods import period_from_label
from ingest.records import Figure
from ingest.words import STOPWORDS, tokenize
from rag.model.clauses import TOKEN, Clause, Setting, areas_in, clauses_of, periods_in
from rag.model.evidence import Evidence, Token
from rag.model.words import (
    CHANGE_BY,
    COUNTED,
    DOWN,
    EQUAL,
    HIGH,
    LOW,
    MODALITY,
    NEGATION,
    NEUTRAL,
    ORDINAL,
    PLAIN_WAY,
    SAME,
    SMALL_IN_FIGURES,
    SUPERLATIVE,
    UP,
)
from rag.wording import measure_words

_NONE = "no cited passage says so"
_YES_NO = re.compile(r"^(?:yes|no)\b[:,]", re.I)


def figures_fault(sentence: str, evidence: Evidence, before: Setting) -> str:
    """Why the figures do not bear a sentence out; "" where they do."""
    tokens = [evidence.tokens[name] for name in TOKEN.findall(sentence) if name in evidence.tokens]
    if not tokens or not all(evidence.statements[token.statement].is_plain for token in tokens):
        return _NONE
    if not content_of(sentence, evidence):
        return _NONE
    sources = _sources(tokens, evidence)
    said = " ".join(sources)
    taken = (NEGATION, ORDINAL, *MODALITY.values())
    if any(words.search(sentence) or words.search(_YES_NO.sub("", source)) for words in taken for source in sources):
        return _NONE
    if areas_in(sentence, evidence.lexicon) - areas_in(said, evidence.lexicon) or periods_in(sentence) - periods_in(
        said
    ):
        return "a place or a period of its own"
    clauses = clauses_of(sentence, evidence.lexicon, before)
    return (
        _words_fault(sentence, clauses, tokens, evidence)
        or _measure_fault(sentence, tokens, evidence)
        or _small_words_fault(sentence, said)
        or _direction_fault(clauses, tokens, sources, evidence)
        or _comparison_fault(sentence, sources, evidence)
    )


def _sources(tokens: Sequence[Token], evidence: Evidence) -> list[str]:
    """The plain sentences that the tokens stand in."""
    return [
        sentence
        for name in dict.fromkeys(token.statement for token in tokens)
        for sentence in evidence.statements[name].sentences
        if any(f"[{token.name}]" in sentence for token in tokens)
    ]


def _words_fault(sentence: str, clauses: Sequence[Clause], tokens: Sequence[Token], evidence: Evidence) -> str:
    """Each word stands with the figures used, and none of it belongs to another figure than its own."""
    said = " ".join(_sources(tokens, evidence))
    own = _words_of_figures(tokens, evidence)
    for names, words in _by_figure(clauses, evidence):
        mine = frozenset().union(*(own[name] for name in names))
        others = frozenset().union(*(own[name] for name in own if name not in names))
        if words - (content_of(said, evidence) | mine | NEUTRAL | COUNTED):
            return _NONE
        derived = [evidence.tokens[name] for name in names if not evidence.tokens[name].figure]
        if any(own[token.name] and _shares_clause(token, evidence) for token in derived):
            return _NONE
        if any(not _fits_derived(token, words, own[token.name], sentence) for token in derived):
            return "a worked-out figure under another name"
        if mine and ((words & others) - mine or len({own[name] for name in names}) > 1):
            return "words of another figure"
        if words & COUNTED and any(_is_relative(evidence.tokens[n]) for n in names):
            return "a figure with another unit than its own"
    return ""


def _measure_fault(sentence: str, tokens: Sequence[Token], evidence: Evidence) -> str:
    """A measure is told with all the words that the plain answer tells it with, those of each part in their order.

    No "deaths" for "alcohol-related deaths"; of figures that nothing else tells apart, the order stays too.
    """
    told = [token.stem for token in tokenize(TOKEN.sub(" ", sentence))]
    for figure, source in ((t.figure, " ".join(_sources([t], evidence))) for t in tokens if t.figure):
        known = {token.stem for token in tokenize(source)}
        for part in (figure.measure, *figure.breakdown):
            if not _stand_in_order([token.stem for token in tokenize(part) if token.stem in known], told):
                return "a part of the measure is left out"
    alike = [(token.areas, token.periods, token.figure and token.figure.terms, token.statement) for token in tokens]
    numbers = [int(token.name[1:]) for token in tokens]
    pairs = [(a, b) for a in range(len(tokens)) for b in range(a + 1, len(tokens)) if alike[a] == alike[b]]
    return "figures in another order" if any(numbers[a] > numbers[b] for a, b in pairs) else ""


def _stand_in_order(wanted: Sequence[str], told: Sequence[str]) -> bool:
    rest = iter(told)
    return all(stem in rest for stem in wanted)


def _words_of_figures(tokens: Sequence[Token], evidence: Evidence) -> dict[str, frozenset[str]]:
    """The words of each figure of the statements that the tokens stand in: of its measure, and of its clause there."""
    found: dict[str, frozenset[str]] = {}
    for name in dict.fromkeys(token.statement for token in tokens):
        for sentence in evidence.statements[name].sentences:
            for clause in clauses_of(sentence, evidence.lexicon):
                words = content_of(clause.text, evidence)
                for one in clause.tokens:
                    figure = evidence.tokens[one].figure
                    measure = content_of(f"{measure_words(figure)} {figure.unit}", evidence) if figure else frozenset()
                    found[one] = words | measure
    return found


def _by_figure(clauses: Sequence[Clause], evidence: Evidence) -> list[tuple[list[str], frozenset[str]]]:
    """The figures of each clause that has some, with its words and those of the clauses without figures before it."""
    found: list[tuple[list[str], frozenset[str]]] = []
    waiting: frozenset[str] = frozenset()
    for clause in clauses:
        waiting |= content_of(clause.text, evidence)
        names = [name for name in clause.tokens if name in evidence.tokens]
        if names:
            found.append((names, waiting))
            waiting = frozenset()
    if found and waiting:
        found[-1] = (found[-1][0], found[-1][1] | waiting)
    return found


def _fits_derived(token: Token, words: frozenset[str], own: frozenset[str], sentence: str) -> bool:
    """A worked-out number keeps the words of its clause ("difference") and takes no others; a bare one is a change "by" it."""
    if own:
        return own <= words <= own | NEUTRAL
    goes = {"+": {"up"}, "-": {"down"}, "−": {"down"}, "–": {"down"}}.get(token.shown[:1])
    return directions_in(sentence) == goes and bool(
        re.search(rf"(?:{CHANGE_BY}|\bor\s|\()\[{token.name}\]", sentence, re.I)
    )


def _shares_clause(token: Token, evidence: Evidence) -> bool:
    """Whether its clause of the plain answer has another figure, which its words may as well belong to."""
    sentences = evidence.statements[token.statement].sentences
    clauses = (clause for sentence in sentences for clause in clauses_of(sentence, evidence.lexicon))
    return any(token.name in clause.tokens and len(clause.tokens) > 1 for clause in clauses)


def _is_relative(token: Token) -> bool:
    return token.figure is not None and (token.figure.unit == "%" or token.figure.unit.startswith("per "))


def content_of(text: str, evidence: Evidence) -> frozenset[str]:
    """Stems of the words that carry meaning, without figures, places, times, directions and comparisons."""
    bare = TOKEN.sub(" ", text)
    for pattern in (UP, DOWN, SAME, HIGH, LOW, EQUAL):
        bare = pattern.sub(" ", bare)
    for mention in reversed(evidence.lexicon.find_areas(bare)):
        bare = f"{bare[: mention.start]} {bare[mention.end :]}"
    return frozenset(t.stem for t in tokenize(bare) if t.word not in STOPWORDS and not any(c.isdigit() for c in t.word))


def _small_words_fault(sentence: str, said: str) -> str:
    """ "all", "only", "too", "soared", "highest": said only where the plain answer says it."""
    mine, theirs = ({t.word for t in tokenize(TOKEN.sub(" ", text))} for text in (sentence, said))
    valued = {word for word in mine if (UP.fullmatch(word) or DOWN.fullmatch(word)) and not PLAIN_WAY.fullmatch(word)}
    if ((mine & STOPWORDS) - SMALL_IN_FIGURES | valued) - theirs:
        return _NONE
    return "a comparison of its own" if bool(SUPERLATIVE.search(sentence)) != bool(SUPERLATIVE.search(said)) else ""


def _direction_fault(
    clauses: Sequence[Clause], tokens: Sequence[Token], sources: Sequence[str], evidence: Evidence
) -> str:
    known = [(area, way) for area, way in _ways_of_figures(tokens)]
    known += [
        (area, way)
        for source in sources
        for clause in clauses_of(source, evidence.lexicon)
        for way in directions_in(clause.text)
        for area in clause.areas
    ]
    told_anywhere = frozenset().union(*(directions_in(clause.text) for clause in clauses))
    for clause in clauses:
        told = directions_in(clause.text)
        areas = clause.areas or frozenset().union(*(token.areas for token in tokens))
        if told and (len(told) > 1 or any({w for a, w in known if a == area} != told for area in areas) or not areas):
            return "another direction than the figures'"
        for name in clause.tokens:
            figure = evidence.tokens[name].figure if name in evidence.tokens else None
            if figure and figure.kind != "level" and not told_anywhere and figure.printed.strip()[:1] not in "+-−–":
                return "a change without its direction"
    return ""


def _ways_of_figures(tokens: Sequence[Token]) -> Iterable[tuple[str, str]]:
    figures = [token.figure for token in tokens if token.figure]
    for one in figures:
        if one.kind != "level":
            yield one.area, _way(one.value)
    for first in figures:
        for last in figures:
            if _is_before(first, last):
                yield first.area, _way(last.value - first.value)


def _is_before(first: Figure, last: Figure) -> bool:
    same = (first.area, first.terms, first.kind, last.kind) == (last.area, last.terms, "level", "level")
    start, end = period_from_label(first.period), period_from_label(last.period)
    return same and start is not None and end is not None and start.end < end.end


def _way(change: object) -> str:
    return "up" if change > 0 else "down" if change < 0 else "same"  # type: ignore[operator]


def directions_in(text: str) -> frozenset[str]:
    """up, down and same, as far as the words of a text tell them."""
    bare = TOKEN.sub(" ", text)
    if SAME.search(bare):
        return frozenset({"same"})
    return frozenset(way for way, words in (("up", UP), ("down", DOWN)) if words.search(bare))


def _comparison_fault(sentence: str, sources: Sequence[str], evidence: Evidence) -> str:
    """Which place is said to be higher or lower, and of which the plain answer says so."""
    known = {pair for source in sources for pair in comparisons_in(source, evidence)}
    return "a comparison of its own" if set(comparisons_in(sentence, evidence)) - known else ""


def comparisons_in(text: str, evidence: Evidence) -> Iterable[tuple[str, str]]:
    """ "high", "low" or "equal", with the place that is said to be so."""
    for way, words in (("high", HIGH), ("low", LOW), ("equal", EQUAL)):
        for match in words.finditer(text):
            before = evidence.lexicon.find_areas(text[: match.start()])
            after = areas_in(text[match.end() :], evidence.lexicon)
            yield way, before[-1].name if before else min(after, default="")
