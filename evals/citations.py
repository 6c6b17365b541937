"""Whether citations are where the answer stands: precision of what is cited, recall of what was to be."""

from collections.abc import Iterable
from dataclasses import dataclass

from evals.places import citation_to_place, is_gold_place
from evals.rates import Rate
from evals.records import Result
from evals.scores import Judged


@dataclass(frozen=True, slots=True)
class CitationScores:
    """Both over all citations of a run taken together (micro average).

    ``precision``: citations that are at a gold place. ``recall``: groups of sources of which such a place is
    cited.
    """

    precision: Rate
    recall: Rate


def score_citations(judged: Iterable[Judged]) -> CitationScores:
    """Over the results that give an answer or verdict to something that the reports do say."""
    cited = right = wanted = met = 0
    for one in judged:
        if not one.item.expect.sources or not _is_answer(one.result):
            continue
        places = [citation_to_place(citation) for citation in one.result.get("citations", ())]
        at_gold = [place for place in places if is_gold_place(place, one.item)]
        cited, right = cited + len(places), right + len(at_gold)
        reports = {place.report for place in at_gold}
        wanted += len(one.item.expect.sources)
        met += sum(bool(reports & set(group)) for group in one.item.expect.sources)
    return CitationScores(Rate(right, cited), Rate(met, wanted))


def _is_answer(result: Result) -> bool:
    """A refusal has nothing to cite, and a failure could not."""
    return result.get("status") == "answered" or result.get("verdict") not in (None, "not_found")
