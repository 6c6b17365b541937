"""The measures that a claim's number or statement may be about, each with its grid of values."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.lexicon import Lexicon
from ingest.periods import Period, period_from_label
from rag.cells import Grid, build_grid
from rag.claim_clauses import own_clause
from rag.claim_labels import found_named, without_rivals
from rag.claim_records import Claim, Judgement, Stated
from rag.fit import most_special, telling
from rag.from_figures import is_dependable
from rag.library import Library
from rag.lookup import Found, find_measures, unit_class
from rag.query import Query
from rag.setting import setting_of

_TRIED = 5
_BASE_OF_SHARE = re.compile(r"\b(?:of|among|out of)\s(?:the\s|all\s|those\s|these\s|[A-Z][\w ]*(?:'s|’s|s')\s)?$")
_OF_WHICH = re.compile(r",?\s(?:of (?:which|whom|these|those|them)|including)\s", re.I)
_EQUAL = 0.02  # measures whose fit differs by no more are equally fair readings
_NARROWING = ("result", "part", "client", "offence", "substance", "level")


@dataclass(frozen=True, eq=False)
class Measure:
    """A measure with its values by area and period, and how well it fits the claim (1 is fully)."""

    found: Found
    grid: Grid

    @property
    def unit_class(self) -> str:
        """count, percent, money, or the base of a rate."""
        return self.found.signature[1]


def measures_of(query: Query, library: Library) -> list[Measure]:
    """The measures that have all that the query names and can be compared by area and period, best first.

    Where none has, those that lack one term, if the table's title or the sentence of their figures names it.
    """
    return _measures_with_all(query, library) or measures_told_with_more(query, library)


def _measures_with_all(query: Query, library: Library) -> list[Measure]:
    found = _without_parts(find_measures(query, library.index, library.lexicon), library.lexicon)
    found = [one for one in found if is_dependable(one, replace(query, operations=("trend",)), library)]
    return [Measure(one, build_grid(one, library.lexicon)) for one in found[:_TRIED]]


def measures_told_with_more(query: Query, library: Library) -> list[Measure]:
    """The measures of all but one of the terms that a query names, by those figures only whose setting names the other."""
    asked = most_special(telling(query.concepts, library.lexicon), library.lexicon)
    for left in sorted(asked) if len(asked) > 1 else ():
        kept = tuple(term for term in query.concepts if term != left)
        narrowed = (
            found_named(one.found, left, library) for one in _measures_with_all(replace(query, concepts=kept), library)
        )
        measures = [Measure(one, build_grid(one, library.lexicon)) for one in narrowed if one]
        if measures:
            return measures
    return []


def _without_parts(found: list[Found], lexicon: Lexicon) -> list[Found]:
    """The measures that no more general one stands beside: offences themselves, not their outcomes, where both are there."""
    return [one for one in found if not any(_is_part_of(one, other, lexicon) for other in found)]


def _is_part_of(one: Found, whole: Found, lexicon: Lexicon) -> bool:
    if one.signature[1] != whole.signature[1] or one.signature[0] == whole.signature[0]:
        return False
    terms, general = one.signature[0], whole.signature[0]
    covered = all(term in terms or any(term in lexicon.broader_of(t) for t in terms) for term in general)
    facets = {lexicon.concepts[t].facet for t in general}
    more = [
        t
        for t in terms
        if t not in general and lexicon.concepts[t].facet in _NARROWING and lexicon.concepts[t].facet not in facets
    ]
    return covered and bool(more)


def measures_for(claim: Claim, stated: Stated, library: Library) -> list[Measure]:
    """The measures that a stated number may be of: by the words around it, else by those of the whole claim."""
    found: list[Measure] = []
    for query in queries_for(claim, stated, library):
        found += [
            one
            for one in measures_of(query, library)
            if all(one.found.signature != other.found.signature for other in found)
        ]
        if found:
            return found
    return (
        measures_of(with_topic(queries_for(claim, stated, library)[-1], library), library)
        if queries_for(claim, stated, library)
        else []
    )


def most_charitable(measures: Sequence[Measure], judge: Callable[[Measure], Judgement | None]) -> Judgement | None:
    """The judgement by the first measure that gives one; by an equally fitting one that bears the claim out, if it does not.

    A claim of "deaths" may mean those from drugs or from alcohol: it is false only if it is for each.
    """
    judged = [(one.found.score, found) for one in measures if (found := judge(one)) is not None]
    if not judged:
        return None
    equal = [found for score, found in judged if score >= judged[0][0] - _EQUAL]
    return next((found for found in equal if found.verdict == "supported"), judged[0][1])


def with_topic(query: Query, library: Library) -> Query:
    """A query that names only a result or part ("youth cautions") completed by the widest topic that the reports give it for."""
    lexicon = library.lexicon
    named = [t for t in query.concepts if lexicon.concepts[t].facet in ("result", "part", "client", "level")]
    if not named or any(lexicon.concepts[t].facet in ("topic", "offence") for t in query.concepts):
        return query
    series = [
        one
        for one in library.index.find_series(named, 60, setting_of(query, library.index, lexicon))
        if set(named) <= set(one.terms)
    ]
    topics = {
        t
        for one in series
        for t in one.terms
        if t in lexicon.concepts and lexicon.concepts[t].facet in ("topic", "offence")
    }
    widest = [t for t in topics if all(t == o or t in lexicon.broader_of(o) for o in topics)]
    return replace(query, concepts=(*named, *widest)) if len(widest) == 1 else query


def queries_for(claim: Claim, stated: Stated, library: Library) -> list[Query]:
    """The claim's query narrowed to one number's unit, area and period: with its own terms and with all terms named."""
    own = _own_terms(claim, stated, library.lexicon)
    single = sum(one.role != "scope" for one in claim.stated) == 1
    both = tuple(dict.fromkeys([*claim.query.concepts, *own]))
    orders = (
        [claim.query.concepts, both, own]
        if single
        else [_best_of_own(own, claim, stated, library), claim.query.concepts, own]
    )
    beside = _terms_in_front_of_bracket(claim, stated, library)
    if beside and not single:
        orders = [_best_of_own(beside, claim, stated, library), *orders]
    if _is_base_of_share(claim, stated):
        orders = [_terms_after(claim, stated, library), *orders]
    query = without_rivals(claim.query, library)
    if query is not claim.query:
        orders = [query.concepts, *([own] if single else [])]
    base = replace(
        query,
        wants=_wants(stated),
        operations=(),
        direction="",
        areas=_areas(stated),
        periods=periods_named(stated, claim),
    )
    return [
        replace(base, concepts=concepts) for concepts in dict.fromkeys(orders) if telling(concepts, library.lexicon)
    ]


def _own_terms(claim: Claim, stated: Stated, lexicon: Lexicon) -> tuple[str, ...]:
    """The glossary terms of a number; where its clause names a whole ("total outcomes"), that and no part of it named elsewhere."""
    own = tuple(t for t in stated.figure.terms if t in lexicon.concepts)
    here = [t for t in sorted(lexicon.all_concepts(own_clause(claim, stated, lexicon))) if _is_counted(t, lexicon)]
    kept = [t for t in own if t in here or not (_is_counted(t, lexicon) and lexicon.broader_of(t) & set(here))]
    return tuple(dict.fromkeys([*kept, *here])) if len(kept) < len(own) else own


def _is_counted(term: str, lexicon: Lexicon) -> bool:
    return lexicon.concepts[term].facet in ("topic", "offence", "result")


def _is_base_of_share(claim: Claim, stated: Stated) -> bool:
    """Whether a number is what a share before it is of: "two in five of Birmingham's 8,490"."""
    shares = [o for o in claim.stated if o.figure.unit == "%" and o.number.end <= stated.number.start]
    return bool(shares) and bool(_BASE_OF_SHARE.search(claim.text[: stated.number.start]))


def _terms_in_front_of_bracket(claim: Claim, stated: Stated, library: Library) -> tuple[str, ...]:
    """The terms that the claim names right before a number in brackets: "lost to drop-out (345)"."""
    before = claim.text[: stated.number.start]
    if not before.endswith("("):
        return ()
    last = max((one.number.end for one in claim.stated if one.number.end <= len(before)), default=0)
    return tuple(sorted(library.lexicon.all_concepts(before[last:]) & set(claim.query.concepts)))


def _terms_after(claim: Claim, stated: Stated, library: Library) -> tuple[str, ...]:
    """The terms of the words right after a number ("8,490 treatment clients")."""
    after = re.split(r"[,.;:(]|\b(?:were|was|are|is|had|have|in|who)\b", claim.text[stated.number.end :])[0]
    return tuple(sorted(library.lexicon.all_concepts(after) & set(claim.query.concepts)))


def _best_of_own(own: tuple[str, ...], claim: Claim, stated: Stated, library: Library) -> tuple[str, ...]:
    """A number's own terms, completed by what the whole claim says of part, sex, age or substance."""
    narrowing = (*_NARROWING, "age", "sex", "group")
    facets = {library.lexicon.concepts[t].facet for t in own}
    more = [
        t
        for t in claim.query.concepts
        if library.lexicon.concepts[t].facet in narrowing
        and library.lexicon.concepts[t].facet not in facets
        and not _is_of_other_number(t, own, claim, stated, library)
    ]
    return tuple(dict.fromkeys([*own, *more]))


def _is_of_other_number(term: str, own: tuple[str, ...], claim: Claim, stated: Stated, library: Library) -> bool:
    """Whether only another number is of a part ("5,657 positive outcomes"): this is of the whole ("8,333 outcomes, of which ...")."""
    lexicon = library.lexicon
    told = any(term in other.figure.terms for other in claim.stated if other.number.start != stated.number.start)
    if told and lexicon.broader_of(term) & set(own):
        return True
    main, of_these, _ = claim.text.partition(of_part[0]) if (of_part := _OF_WHICH.search(claim.text)) else ("", "", "")
    return bool(of_these) and stated.number.end <= len(main) and term not in lexicon.all_concepts(main)


def _areas(stated: Stated) -> tuple[str, ...]:
    return (stated.figure.area,) if stated.figure.area else ()


def periods_named(stated: Stated, claim: Claim) -> tuple[Period, ...]:
    """The period of a stated number, else those of the claim."""
    period = period_from_label(stated.figure.period)
    return (period,) if period else claim.query.periods


def _wants(stated: Stated) -> str:
    unit = unit_class(stated.figure.unit, stated.figure.kind)
    if stated.figure.kind != "level":
        return ""
    return (
        "rate" if unit.startswith("per ") else {"percent": "percent", "money": "money", "count": "count"}.get(unit, "")
    )


def of_class(measures: Iterable[Measure], wanted: str) -> list[Measure]:
    """The measures whose values are of this class of unit."""
    return [one for one in measures if one.unit_class == wanted]
