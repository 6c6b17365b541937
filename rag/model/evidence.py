"""Evidence: what the model may speak of. Every number is taken out of it and stands as a token that the code issued."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.records import Figure
from rag.draft import Draft
from rag.model.clauses import Setting, clauses_of, sentences_in, setting_after
from rag.wording import measure_words, value_words

_MOST_STATEMENTS, _MOST_TOKENS, _LONGEST = 7, 40, 900
_HEDGE = re.compile(
    r"(?:\b(?:more than|less than|fewer than|at least|at most|up to|close to|in excess of|just (?:over|under)|about|around|"
    r"roughly|approximately|nearly|almost|some|over|under|above|below|only|an estimated|estimated)\s)+$",
    re.I,
)
_LOOSE_DIGITS = re.compile(r"[^\s\[\]()“”;]*\d[^\s\[\]()“”;]*(?:\sper\s\d[\d,]*)?")


@dataclass(frozen=True, slots=True)
class Token:
    """A figure that the model may use by its name.

    Attributes:
        name: "f1".
        shown: what the reader sees in its place: the number as printed, hedged and with its unit where it has them.
        statement: the statement that it stands in.
        areas, periods: what it is for; empty where nothing tells.
        figure: the figure of the index that it is; None for a number that stands in a sentence or was worked out.
    """

    name: str
    shown: str
    statement: str
    areas: frozenset[str]
    periods: frozenset[str]
    figure: Figure | None = None

    @property
    def is_change(self) -> bool:
        """Whether it says how much something changed."""
        return self.figure.kind != "level" if self.figure else self.shown[:1] in "+-−–"


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said by the plain answer or by a report, its numbers as tokens; ``sentences`` in order."""

    name: str
    sentences: tuple[str, ...]
    is_plain: bool

    @property
    def text(self) -> str:
        """The whole statement."""
        return " ".join(self.sentences)


@dataclass(frozen=True, eq=False)
class Evidence:
    """The tokens and statements of one answer by name; ``headline`` is the name of the plain headline's statement.

    ``is_worked_out`` tells whether the plain answer works something out, which no report says.
    """

    tokens: dict[str, Token]
    statements: dict[str, Statement]
    lexicon: Lexicon
    headline: str = "s1"
    is_worked_out: bool = False

    def plain_headline(self) -> Statement:
        """The plain headline, as a statement."""
        return self.statements[self.headline]

    def lines(self) -> list[str]:
        """The evidence as the model reads it, a line each."""
        described = [f"[{t.name}] = {_describe(t)}" for t in self.tokens.values() if t.figure]
        return described + [f"[{s.name}] {s.text}" for s in self.statements.values()]


def gather_evidence(draft: Draft, lexicon: Lexicon) -> Evidence:
    """The evidence of a plain answer: its headline first, then its detail and the sentences that it cites."""
    tokens: dict[str, Token] = {}
    statements: dict[str, Statement] = {}
    plain = [draft.headline, *draft.detail]
    quoted = [quote for _, quote in draft.passages]
    seen: set[str] = set()
    for at, text in enumerate([*plain, *quoted]):
        flat = _without_tokens(" ".join(text.split()))
        known = len(statements) >= _MOST_STATEMENTS or len(tokens) >= _MOST_TOKENS
        if flat in seen or known or (at and len(flat) > _LONGEST):
            continue
        seen.add(flat)
        name = f"s{len(statements) + 1}"
        masked, issued = _mask(flat, name, len(tokens), draft.figures, lexicon)
        tokens |= {token.name: token for token in issued}
        statements[name] = Statement(name, sentences_in(masked), at < len(plain))
    return Evidence(tokens, statements, lexicon, is_worked_out=draft.derivation is not None)


def _without_tokens(text: str) -> str:
    """A report's text, in which something that looks like a token is none."""
    return re.sub(r"\[(?=[fs]\d+\])", "(", text)


def _mask(
    text: str, statement: str, issued: int, figures: Sequence[Figure], lexicon: Lexicon
) -> tuple[str, list[Token]]:
    """The text with a token in place of each number, and the tokens with what they are for."""
    shown: list[str] = []
    masked, at = "", 0
    for start, end in _number_spans(text):
        shown.append(text[start:end].strip())
        masked += text[at:start] + f"[f{issued + len(shown)}]"
        at = end
    masked += text[at:]
    used: dict[str, Setting] = {}
    setting = Setting()
    for sentence in sentences_in(masked):
        clauses = clauses_of(sentence, lexicon, setting)
        used |= {name: Setting(clause.areas, clause.periods) for clause in clauses for name in clause.tokens}
        setting = setting_after(sentence, lexicon, setting)
    tokens = []
    for number, words in enumerate(shown, start=issued + 1):
        said = used.get(f"f{number}", Setting())
        figure = _figure_shown(words, said, figures)
        if figure:
            said = Setting(_one(figure.area) or said.areas, _one(figure.period) or said.periods)
        tokens.append(Token(f"f{number}", words, statement, said.areas, said.periods, figure))
    return masked, tokens


def _number_spans(text: str) -> list[tuple[int, int]]:
    """Where numbers stand, with the hedge before them, and all other digits that belong to no period."""
    periods = [(m.start, m.end) for m in find_periods(text)]
    spans = [(_hedged_start(text, n.start), n.end) for n in find_numbers(text)]
    for match in _LOOSE_DIGITS.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip(".,:!?"))
        if not any(a < end and start < b for a, b in [*spans, *periods]):
            spans.append((start, end))
    return sorted(spans)


def _hedged_start(text: str, start: int) -> int:
    match = _HEDGE.search(text[:start])
    return match.start() if match else start


def _figure_shown(words: str, said: Setting, figures: Sequence[Figure]) -> Figure | None:
    """The figure that a number of the plain answer is, by its printed form and where and when it is said to hold."""
    for figure in figures:
        same = words in (value_words(figure), figure.printed.strip())
        here = not said.areas or not figure.area or said.areas == {figure.area}
        then = not said.periods or not figure.period or said.periods == {figure.period}
        if same and here and then:
            return figure
    return None


def _one(name: str) -> frozenset[str]:
    return frozenset({name}) if name else frozenset()


def _describe(token: Token) -> str:
    assert token.figure is not None
    change = "" if token.figure.kind == "level" else "change in "
    parts = [change + measure_words(token.figure), ", ".join(sorted(token.areas)), ", ".join(sorted(token.periods))]
    return ", ".join(re.sub(r"\d[\d,.]*", "…", part) if at == 0 else part for at, part in enumerate(parts) if part)
