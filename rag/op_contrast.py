"""Two percentages that one sentence sets against each other ("62% of those who ..., compared with 30% of those who had not")."""

import re

from ingest.records import Figure
from ingest.words import content_stems
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.records import Derivation
from rag.setting import setting_of
from rag.wording import plain_number

_SERIES = 120
_LEAST = 0.4  # share of what the question says that the sentence must say too
_SHARED = 2  # terms that question and sentence must have in common
_CONTRAST = re.compile(
    r"\b(?:compared (?:with|to)|against|whereas|while|versus|but only|rather than|lower than|higher than|above|below)\b",
    re.I,
)
_BOTH = re.compile(r"\b(?:two|2|both) (?:percentages|rates|shares|proportions|figures|per ?cents)\b", re.I)
_NEGATED = re.compile(r"\b(?:not|never|without|no|none|free of|clear of|clean)\b|n['’]t\b", re.I)
_BETTER_OR_WORSE = re.compile(r"\b(?:better or worse|worse or better|higher or lower|more or less)\b", re.I)


def contrast_in_sentence(query: Query, library: Library) -> Draft | None:
    """Both percentages and their gap, from the sentence that fits; None where no sentence contrasts two."""
    asks_gap = query.wants == "points" or {"difference", "compare"} & set(query.operations)
    if not (asks_gap or _BOTH.search(query.text)) or query.changing or query.every_area or len(query.periods) > 1:
        return None
    sentence, pair = _best(query, library)
    if not pair:
        return None
    a, b = pair
    gap = abs(a.value - b.value)
    working = (
        f"{max(pair, key=lambda f: f.value).printed} − {min(pair, key=lambda f: f.value).printed} = {plain_number(gap)}"
    )
    swapped = _starts_with_second(query, a, b, sentence, library)
    lower = "lower" if (a.value < b.value) != swapped else "higher"
    answer = f"{lower.capitalize()}: " if _BETTER_OR_WORSE.search(query.text) else ""
    if query.yes_no and query.direction:
        answer = "Yes: " if ((a.value > b.value) != swapped) == (query.direction == "up") else "No: "
    first, second = (b, a) if swapped else (a, b)
    head = (
        f"{answer}{first.printed} against {second.printed}, a gap of {plain_number(gap)} percentage points. {sentence}"
    )
    derivation = Derivation("difference", working, gap, "percentage points", (a.id, b.id))
    return Draft("answered", head, figures=pair, derivation=derivation)


def _starts_with_second(query: Query, a: Figure, b: Figure, sentence: str, library: Library) -> bool:
    """Whether the question asks first about those whom the sentence tells of second ("those who had not ...")."""
    tail = sentence[sentence.find(b.printed) :]
    negated = _NEGATED.search(tail) is not None and _NEGATED.search(sentence[: sentence.find(b.printed)]) is None
    asked = re.split(r"[:,;]|\bthan\b|\bcompared\b|\bagainst\b", query.text)[0]
    return negated and _NEGATED.search(asked) is not None


def _best(query: Query, library: Library) -> tuple[str, tuple[Figure, ...]]:
    """The sentence that says most of what the question says, with its two percentages; of one as good as another, none."""
    lexicon = library.lexicon
    asked = {*lexicon.with_broader(query.concepts), *(set(query.words) - set(query.unknown))}
    best: tuple[float, str, tuple[Figure, ...]] = (0.0, "", ())
    for sentence, figures in _contrasts(asked, query, library).items():
        there = lexicon.all_concepts(sentence) | set(content_stems(sentence))
        own = set(query.concepts) | set(query.words) - set(query.unknown)
        cover = len(own & there) / max(1, len(own))
        if cover > best[0] and len(own & there) >= _SHARED:
            best = (cover, sentence, figures)
    return best[1:] if best[0] >= _LEAST else ("", ())


def _contrasts(asked: set[str], query: Query, library: Library) -> dict[str, tuple[Figure, ...]]:
    """Sentences with just two percentages set against each other, of the areas and periods asked for."""
    series = library.index.find_series(asked, _SERIES, setting_of(query, library.index, library.lexicon))
    sentences: dict[str, dict[str, Figure]] = {}
    for figure in library.index.figures_of([one.id for one in series]):
        if not figure.is_cell and figure.kind == "level" and figure.unit == "%" and _fits(figure, query):
            sentences.setdefault(figure.sentence, {}).setdefault(figure.printed, figure)
    return {
        sentence: tuple(sorted(figures.values(), key=lambda f: sentence.find(f.printed)))
        for sentence, figures in sentences.items()
        if len(figures) == 2 and _CONTRAST.search(sentence)
    }


def _fits(figure: Figure, query: Query) -> bool:
    labels = {period.label for period in query.periods}
    return not labels or not figure.period or figure.period in labels
