"""Query -> the measures that fit it, best first, each with all its figures from every report and place."""

from dataclasses import dataclass, replace

from ingest.lexicon import Lexicon
from ingest.records import Figure
from ingest.signature import unit_class
from ingest.store import Index, Series
from rag.fit import Fit, fit, most_special, telling
from rag.named_table import asking_of_table
from rag.query import Query
from rag.setting import setting_of
from rag.weights import load_weights

_CANDIDATES = 400
_MOST = 8
Signature = tuple[frozenset[str], str]


@dataclass(frozen=True, slots=True)
class Found:
    """A measure that fits a query.

    ``signature`` is the set of its telling terms and the class of its unit: places with one signature speak of the same
    thing. ``figures`` are levels, ``changes`` printed changes between two periods.
    """

    signature: tuple[frozenset[str], str]
    score: float
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    figures: tuple[Figure, ...]
    changes: tuple[Figure, ...]


def find_measures(query: Query, index: Index, lexicon: Lexicon) -> list[Found]:
    """The measures that have all that the query names, best first; of many, those that fit best."""
    query = asking_of_table(query, index, lexicon)
    series = index.find_series(_search_terms(query, lexicon), _CANDIDATES, setting_of(query, index, lexicon))
    fits = _fits_of(series, query, lexicon)
    in_table = _of_named_table(series, query, lexicon)
    if set(query.areas) <= {figure.area for figure in index.figures_of(list(in_table))}:
        fits |= in_table
        series = [one for one in series if one.id in in_table] or series
    groups: dict[Signature, list[Series]] = {}
    for one in series:
        if not fits[one.id].missing:
            groups.setdefault((telling(one.terms, lexicon), unit_class(one.unit, one.kind)), []).append(one)
    if query.wants == "money":
        groups = {signature: members for signature, members in groups.items() if signature[1] == "money"}
    least = load_weights()["fit"]["least"]
    scores = {signature: max(fits[one.id].score for one in members) for signature, members in groups.items()}
    best = sorted(
        (signature for signature in groups if scores[signature] >= least), key=lambda signature: -scores[signature]
    )
    best = _without_mere_parts(query, best, lexicon)[:_MOST]
    found = [_found(signature, groups[signature], fits, index, query) for signature in best]
    return [measure for measure in found if measure.figures or measure.changes]


def _fits_of(series: list[Series], query: Query, lexicon: Lexicon) -> dict[str, Fit]:
    """The fit of each series by its id; the same measure stands in many reports and is weighed once."""
    measures = {one.id: (one.terms, one.unit if one.kind == "level" else "") for one in series}
    fits = {measure: fit(query, *measure, lexicon) for measure in set(measures.values())}
    return {series_id: fits[measure] for series_id, measure in measures.items()}


def _of_named_table(series: list[Series], query: Query, lexicon: Lexicon) -> dict[str, Fit]:
    """The fits of the series of the one table named that have all that is asked; what the whole table is about goes without saying."""
    if len(query.tables) != 1 or not query.concepts or "discrepancy" in query.operations:
        return {}
    own = [one for one in series if one.table == query.tables[0] and query.report in ("", one.report)]
    shared: dict[str, frozenset[str]] = {}
    for one in own:
        shared[one.report] = shared.get(one.report, frozenset(one.terms)) & telling(one.terms, lexicon)
    fits = {}
    for one in own:
        asked = replace(query, concepts=tuple(dict.fromkeys((*query.concepts, *sorted(shared[one.report])))))
        fits[one.id] = fit(asked, one.terms, one.unit if one.kind == "level" else "", lexicon)
    return {series_id: one for series_id, one in fits.items() if not one.missing}


def _without_mere_parts(query: Query, signatures: list[Signature], lexicon: Lexicon) -> list[Signature]:
    """Where the reports give the very thing asked for, its parts do not answer for it, unless the glossary lets them."""
    asked = most_special(telling(query.concepts, lexicon), lexicon)
    if not any(asked <= terms for terms, _ in signatures):
        return signatures
    return [
        (terms, unit) for terms, unit in signatures if all(a in terms or _stands_in(a, terms, lexicon) for a in asked)
    ]


def _stands_in(term: str, terms: frozenset[str], lexicon: Lexicon) -> bool:
    return any(term in lexicon.concepts[other].stands_in_for for other in terms)


def _search_terms(query: Query, lexicon: Lexicon) -> list[str]:
    asked = telling(query.concepts, lexicon)
    narrower = [name for name in lexicon.concepts if lexicon.broader_of(name) & asked]
    return list(dict.fromkeys([*asked, *narrower, *query.words]))


def _found(signature: Signature, members: list[Series], fits: dict[str, Fit], index: Index, query: Query) -> Found:
    best = max((fits[one.id] for one in members), key=lambda one: one.score)
    figures = index.figures_of([one.id for one in members])
    if (
        len(query.tables) == 1
        and "discrepancy" not in query.operations
        and any(figure.locator.table == query.tables[0] for figure in figures)
    ):
        figures = [figure for figure in figures if figure.locator.table == query.tables[0] or not figure.is_cell]
    if query.report and "discrepancy" not in query.operations:
        figures = [figure for figure in figures if figure.locator.report == query.report]
    levels = tuple(figure for figure in figures if figure.kind == "level")
    return Found(
        signature, best.score, best.missing, best.extra, levels, tuple(f for f in figures if f.kind != "level")
    )
