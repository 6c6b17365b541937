"""not_found and clarify: what was looked for, and what the reports have that is nearest."""

from functools import lru_cache
from pathlib import Path

import yaml

from ingest.records import Table
from ingest.store import Index
from rag.draft import Draft
from rag.library import Library
from rag.narrowed import asks_for_unknown, narrowed_to
from rag.query import Query
from rag.question_clauses import names_measure
from rag.question_terms import ASKING, tables_named
from rag.reading import reading_in_words
from rag.setting import home_areas
from rag.wording import and_list, area_words

_MANY = 20


@lru_cache(maxsize=1)
def _sentences() -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load((Path(__file__).parent / "refusals.yaml").read_text(encoding="utf-8"))
    return loaded


def refuse_at_once(query: Query, library: Library) -> Draft | None:
    """A refusal that needs no search: requests that no report answers, places outside, nothing asked."""
    if query.refusal:
        return Draft("not_found", _fill(query.refusal, query, library))
    if query.elsewhere:
        return Draft("not_found", _fill("elsewhere", query, library))
    if _names_no_table(query, library):
        return Draft("not_found", _fill("no_table", query, library))
    if _strange_to_reports(query, library):
        return Draft("not_found", _fill("narrowed", query, library))
    if query.number_wanted and query.spots and query.wants != "percent" and "share" not in query.operations:
        return Draft("not_found", _fill("spot", query, library))
    if _leans_on_nothing(query, library) or _asks_nothing(query) and not library.lexicon.all_concepts(query.text):
        return Draft("clarify", _fill("clarify", query, library))
    return None


def _names_no_table(query: Query, library: Library) -> bool:
    """Whether a table is asked for, and no measure, that none of the reports has."""
    measured = names_measure(query.concepts, library.lexicon)
    known = _labels_printed(library.index)
    return bool(query.tables) and not measured and not any(label.lower() in known for label in query.tables)


@lru_cache(maxsize=4)
def _labels_printed(index: Index) -> frozenset[str]:
    """The labels of tables and figures that the reports print anywhere, those of pictures too."""
    texts = (
        block.caption if isinstance(block, Table) else block.text
        for r in index.reports()
        for block in index.blocks(r.id)
    )
    return frozenset(label.lower() for text in texts for label in tables_named(text))


def _strange_to_reports(query: Query, library: Library) -> str:
    """The word for what is asked about or narrowed to that stands nowhere in the reports, or ""."""
    return narrowed_to(query, library) or asks_for_unknown(query, library)


def not_found(query: Query, library: Library) -> Draft:
    """What is said where nothing fits."""
    return Draft("not_found", _fill("unknown", query, library))


def _asks_nothing(query: Query) -> bool:
    told = query.concepts or query.words or query.tables or query.report or len(query.numbers) > 1
    if told and not query.concepts and not query.form and not query.inherited and not query.numbers:
        told = bool(set(query.words) - ASKING) or bool(query.tables or query.report)
    return not told and query.form != "definition"


def _leans_on_nothing(query: Query, library: Library) -> bool:
    """Whether it opens like a follow-up ("and what about women?"), names nothing that is counted, and nothing came before."""
    names = names_measure(query.concepts, library.lexicon) or query.words or query.areas or query.report
    return library.cues.has("leaning", query.text) and not names and not query.inherited


def _local_areas(library: Library) -> list[str]:
    """The local areas in words; of those that thousands of reports name, only how many there are."""
    local = [area.name for area in library.lexicon.areas.values() if area.kind == "local"]
    home = [name for name in home_areas(library.index, library.lexicon) if name in local]
    if len(local) <= _MANY or not home:
        return [area_words(name) for name in local[:_MANY]]
    return [*map(area_words, home), f"{len(local) - len(home)} other places"]


@lru_cache(maxsize=4)
def _span(index: Index) -> str:
    """The years that the reports were published in, in words."""
    years = sorted({str(info.published)[:4] for info in index.reports() if info.published})
    return f"reports published from {years[0]} to {years[-1]}" if years else "the published reports"


def _fill(kind: str, query: Query, library: Library) -> str:
    lexicon = library.lexicon
    areas = _local_areas(library)
    span = _span(library.index)
    looked_for = reading_in_words(query, None, lexicon, "")
    what = and_list(list(query.elsewhere)) or (f"what was asked for ({looked_for})" if looked_for else "this question")
    return _sentences()[kind].format(
        what=what,
        periods=span,
        areas=and_list(areas),
        narrowed=f"“{_strange_to_reports(query, library)}”",
        nearest=looked_for or span,
        spots=and_list(list(query.spots)),
        tables=and_list(list(query.tables)),
    )
