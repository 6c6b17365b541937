"""Query -> Setting: the places and times that an index of many reports is searched for first."""

from datetime import timedelta
from functools import lru_cache

from ingest.lexicon import Lexicon
from ingest.store import Index
from ingest.store_records import Setting
from rag.query import Query

_BEFORE, _AFTER = timedelta(days=2 * 366), timedelta(days=366)  # a change needs the years around the one asked for
_EVER = ("", "9999")


def setting_of(query: Query, index: Index, lexicon: Lexicon) -> Setting:
    """The areas named, the region, and the places that the lexicon's files list: what a measure covers tells how it is meant."""
    areas = (*query.areas, *query.left_out, lexicon.region, *home_areas(index, lexicon), "")
    return Setting(tuple(dict.fromkeys(areas)), _spans(query))


@lru_cache(maxsize=4)
def home_areas(index: Index, lexicon: Lexicon) -> tuple[str, ...]:
    """The places that the lexicon's files list; thousands of reports name hundreds more."""
    learned = frozenset(index.areas())
    kinds = ("local", "region", "country")
    return tuple(area.name for area in lexicon.areas.values() if area.kind in kinds and area.name not in learned)


def _spans(query: Query) -> tuple[tuple[str, str], ...]:
    if query.since:
        return (query.since.start.isoformat(), _EVER[1]), _EVER
    if not query.periods:
        return (_EVER,)
    first, last = min(p.start for p in query.periods) - _BEFORE, max(p.end for p in query.periods) + _AFTER
    return (first.isoformat(), last.isoformat()), _EVER
