"""An average that a sentence of the reports states: it goes before one that would be worked out from other figures."""

from ingest.records import Figure
from rag.draft import Draft
from rag.fit import telling
from rag.library import Library
from rag.lookup import Found
from rag.prose import asked_terms, sentences_about, shared_share
from rag.query import Query
from rag.wording import setting_words, value_words

_LEAST = 0.4  # share of what the question says that the sentence must say too


def printed_average(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The average that a sentence gives for the area and time asked for; None where no sentence does."""
    if (
        "average" not in query.operations
        or query.every_area
        or query.yes_no
        or {"rank", "per_time", "difference", "ratio", "share"} & set(query.operations)
        or query.numbers
        and library.cues.has("suppose", query.text)
    ):
        return None
    asked = asked_terms(query, library)
    sentences = sentences_about(asked, query, library)
    scored = [
        (shared_share(asked, sentence, library), figure)
        for sentence, figures in sentences.items()
        if library.cues.operations["average"].search(sentence)
        for figure in figures
        if _fits(figure, query, library)
    ]
    best = max(scored, key=lambda one: one[0], default=None)
    if best is None or best[0] < _LEAST:
        return None
    figure = best[1]
    told = f"{value_words(figure)} {setting_words(figure)}".strip()
    return Draft("answered", f"{told}: {figure.sentence}", figures=(figure,))


def _fits(figure: Figure, query: Query, library: Library) -> bool:
    """Whether an average is of the kind, area and time asked for."""
    if (
        figure.kind != "level"
        or figure.unit == "interval"
        or not library.cues.has("average_stem", " ".join(figure.terms))
    ):
        return False
    kinds = telling(query.concepts, library.lexicon)
    there = library.lexicon.with_broader({*library.lexicon.all_concepts(figure.sentence), *figure.terms})
    labels = {p.label for p in query.periods} | ({query.since.label} if query.since else set())
    in_money = (figure.unit == "£") == (query.wants == "money")
    return kinds <= there and in_money and _is_at(figure.area, query.areas) and _is_at(figure.period, labels)


def _is_at(there: str, asked: tuple[str, ...] | set[str]) -> bool:
    return not asked or not there or there in asked
