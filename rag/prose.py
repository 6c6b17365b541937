"""Sentences of the reports with all the figures that they state, for what is worked out within one of them."""

from collections.abc import Iterable

from ingest.records import Figure, Passage
from ingest.words import content_stems, split_statements
from rag.library import Library
from rag.query import Query
from rag.setting import setting_of

_SERIES = 120
Sentences = dict[str, list[Figure]]


def sentences_about(
    terms: Iterable[str], query: Query, library: Library, whole_paragraphs: bool = False, most: int = _SERIES
) -> Sentences:
    """The figures of every sentence of which one figure shares a term, in the order that they stand there.

    Of the report that the question names, where it names one; with the other sentences of the same numbered paragraphs,
    if wanted. ``most`` is how many series are looked through.
    """
    series = library.index.find_series(set(terms), most, setting_of(query, library.index, library.lexicon))
    near = [f for f in library.index.figures_of([one.id for one in series]) if not f.is_cell]
    wanted = {f.sentence for f in near if not query.report or f.locator.report == query.report}
    near = [f for f in near if f.sentence in wanted]
    places = {(f.locator.report, f.locator.paragraph) for f in near if f.locator.paragraph} if whole_paragraphs else ()
    there = [f for f in library.index.figures.saying(wanted, places) if not f.is_cell]
    reports = {report: at for at, report in enumerate(dict.fromkeys(f.locator.report for f in near))}
    sentences: Sentences = {}
    for figure in sorted((f for f in there if f.locator.report in reports), key=lambda f: reports[f.locator.report]):
        sentences.setdefault(figure.sentence, []).append(figure)
    return {
        sentence: sorted(figures, key=lambda f: sentence.find(f.printed)) for sentence, figures in sentences.items()
    }


def sentences_of(passage: Passage) -> list[str]:
    """Every sentence of a passage: of its text in one piece, and of each of its lines."""
    lines = [passage.text, " ".join(passage.text.split()), *passage.text.split("\n")]
    return list(dict.fromkeys([*lines, *(sentence for line in lines for sentence in split_statements(line))]))


def asked_terms(query: Query, library: Library) -> set[str]:
    """Terms and stems of a question, with what its terms are special cases of."""
    text = query.text
    for name in ("working_words", "comparing", "percent", "points"):
        text = library.cues.patterns[name].sub(" ", text)
    asked = set(query.concepts) | set(query.words) | set(content_stems(text))
    return asked | library.lexicon.with_broader(query.concepts)


def shared_share(asked: set[str], sentence: str, library: Library) -> float:
    """The share of the asked terms that a sentence has; a longer form of a word counts ("problem", "problematic")."""
    there = {*library.lexicon.all_concepts(sentence), *content_stems(sentence)}
    longer = {word for word in asked - there if len(word) > 4 and any(stem.startswith(word) for stem in there)}
    return len(asked & there | longer) / max(1, len(asked))
