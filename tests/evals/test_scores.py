import math

import pytest

from evals.citations import score_citations
from evals.places import Place
from evals.rates import Rate, percentile, rate_of
from evals.records import Evidence
from evals.retrieval import evidence_pieces, rank_pieces, score_retrieval
from evals.scorecard import make_scorecard
from evals.scores import judge_all, score_claims, score_latency, score_outcomes
from tests.evals.conftest import answer, claim, question, verdict


def test_scores_agree_with_a_count_by_hand() -> None:
    items = [
        question("q-1", persona="officer"),
        question("q-2", persona="officer"),
        question("q-3", persona="councillor"),
        question("q-4", kind="unanswerable", status="not_found", contains=[], sources=[]),
        claim("c-1"),
        claim("c-2", verdict="contradicted"),
        question("q-9"),
    ]
    results = {
        "q-1": answer(),
        "q-2": answer("8,940."),
        "q-3": answer("Not known.", "not_found"),
        "q-4": answer("Not known.", "not_found"),
        "c-1": verdict(),
        "c-2": verdict("supported"),
    }
    judged = judge_all(items, results)
    rows = {(row.axis, row.group): row for row in score_outcomes(judged)}
    assert len(judged) == 6
    assert rows["all", "all"].counts == {
        "right": 3,
        "wrong": 1,
        "refused": 1,
        "wrong_figure_shown": 1,
        "failed": 0,
    }
    assert rows["part", "answerable questions"].rate() == Rate(1, 3)
    assert rows["part", "unanswerable questions"].rate() == Rate(1, 1)
    assert rows["part", "claims"].rate() == Rate(1, 2)
    assert rows["kind", "figure"].n == 3
    assert rows["persona", "officer"].rate("wrong_figure_shown") == Rate(1, 2)
    assert rows["report", "report-a"].n == 3
    claims = score_claims(judged)
    assert claims.confusion["supported"]["supported"] == 1
    assert claims.confusion["contradicted"]["supported"] == 1
    assert sum(sum(row.values()) for row in claims.confusion.values()) == 2
    assert claims.value_shown == Rate(2, 2)
    assert score_latency(judged).n == 6


def test_wilson_interval_is_that_of_the_textbook() -> None:
    """(p + z^2/2n +- z sqrt(pq/n + z^2/4n^2)) / (1 + z^2/n) with z = 1.96, by hand."""
    assert Rate(5, 10).interval == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert Rate(0, 10).interval == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert Rate(10, 10).interval == pytest.approx((0.7225, 1.0), abs=1e-4)


def test_rate_over_nothing_is_undefined() -> None:
    assert math.isnan(Rate(0, 0).share)
    assert all(map(math.isnan, Rate(0, 0).interval))
    assert rate_of([None, True, False, None]) == Rate(1, 2)


def test_percentile_interpolates() -> None:
    assert percentile([4, 1, 3, 2], 0.5) == 2.5
    assert percentile(range(101), 0.95) == 95
    assert math.isnan(percentile([], 0.5))


def test_retrieval_metrics_are_those_of_the_textbook() -> None:
    """Two pieces of evidence at ranks 1 and 3: DCG is 1/log2(2) + 1/log2(4) = 1.5, ideal 1 + 1/log2(3)."""
    evidence = [{"report": "report-a", "text": text} for text in ("Birmingham 8,490 8,177", "Dudley 1,777 1,750")]
    texts = ["Birmingham: 8,490, before 8,177", "Coventry: 2,025", "Dudley: 1,777, before 1,750"]
    retrieved = [{"report": "report-a", "locator": "", "text": text} for text in texts]
    both = question("q-1", evidence=evidence)
    none = question("q-2", evidence=evidence)
    judged = judge_all([both, none], {"q-1": answer(retrieved=retrieved), "q-2": answer(retrieved=[])})
    scores = score_retrieval(judged)
    assert scores.n == 2
    assert scores.means["recall@1"] == pytest.approx(0.5 / 2)
    assert scores.means["recall@3"] == pytest.approx(1.0 / 2)
    assert scores.means["mrr@10"] == pytest.approx(1.0 / 2)
    assert scores.means["ndcg@10"] == pytest.approx(1.5 / (1 + 1 / math.log2(3)) / 2)


def test_retrieval_without_evidence_is_undefined() -> None:
    scores = score_retrieval(judge_all([question()], {"q-1": answer()}))
    assert scores.n == 0
    assert math.isnan(scores.means["mrr@10"])


def test_repeated_piece_is_not_found_twice() -> None:
    item = question(evidence=[{"report": "report-a", "text": "Dudley 1,777 1,750"}])
    place = Place("report-a", "", "Dudley 1,777 1,750")
    assert rank_pieces(item, [place, place]) == ("evidence 0", "passage 2")


def test_evidence_of_reports_of_which_one_suffices_is_one_piece() -> None:
    evidence = (Evidence(report="report-a", text="8,490"), Evidence(report="report-b", text="8,490"))
    alternatives = question(sources=[["report-a", "report-b"]]).model_copy(update={"evidence": evidence})
    both_needed = question(sources=[["report-a"], ["report-b"]]).model_copy(update={"evidence": evidence})
    assert evidence_pieces(alternatives) == ("any of group 0",)
    assert evidence_pieces(both_needed) == ("evidence 0", "evidence 1")


def test_citations_are_counted_by_hand() -> None:
    """Three citations, two at the gold place; of two groups of sources, one is cited there."""
    item = question(sources=[["report-a"], ["report-b"]], locators=["Table 1"])
    cited = [("report-a", "Table 1, row Dudley"), ("report-a", "Table 1"), ("report-b", "Table 2")]
    citations = [{"report": report, "locator": locator, "quote": ""} for report, locator in cited]
    scores = score_citations(judge_all([item], {"q-1": answer(citations=citations)}))
    assert (scores.precision, scores.recall) == (Rate(2, 3), Rate(1, 2))


def test_among_four_counts_what_a_reader_of_four_passages_could_find() -> None:
    retrieved = [{"report": "report-a", "locator": "", "text": f"passage {n}"} for n in range(3)]
    found = [*retrieved, {"report": "report-a", "locator": "", "text": "8,490"}]
    items = [question("q-1"), question("q-2")]
    results = {"q-1": answer(retrieved=found), "q-2": answer(retrieved=[*retrieved, retrieved[0], found[3]])}
    assert make_scorecard("x", judge_all(items, results), with_retrieval=False).among_four == Rate(1, 2)
