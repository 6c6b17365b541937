"""How well a measure fits a query."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from rag.fit import fit, most_special, telling
from rag.query import Query


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


def score(lexicon: Lexicon, asked: tuple[str, ...], terms: tuple[str, ...], unit: str = "", **wanted: object) -> float:
    return fit(Query("?", "?", concepts=asked, **wanted), terms, unit, lexicon).score  # type: ignore[arg-type]


def test_the_very_term_fits_best(lexicon: Lexicon) -> None:
    exact = score(lexicon, ("drug_deaths",), ("drug_deaths",))
    narrower = score(lexicon, ("drug_deaths",), ("misuse_deaths",))
    broader = score(lexicon, ("misuse_deaths",), ("drug_deaths",))
    other = score(lexicon, ("drug_deaths",), ("alcohol_deaths",))
    assert exact == 1.0
    assert exact > narrower > other
    assert exact > broader > other


def test_a_term_asked_for_and_not_there_is_missing(lexicon: Lexicon) -> None:
    actual = fit(Query("?", "?", concepts=("drug_offences", "charge")), ("drug_offences",), "", lexicon)
    assert actual.missing == ("charge",)
    assert actual.score < score(lexicon, ("drug_offences", "charge"), ("drug_offences", "charge"))


def test_a_term_not_asked_for_is_extra_and_costs(lexicon: Lexicon) -> None:
    actual = fit(Query("?", "?", concepts=("in_treatment",)), ("in_treatment", "opiate_client"), "", lexicon)
    assert actual.extra == ("opiate_client",)
    assert actual.score < 1.0


def test_a_broader_term_beside_its_special_case_is_not_extra(lexicon: Lexicon) -> None:
    assert fit(Query("?", "?", concepts=("misuse_deaths",)), ("misuse_deaths", "death"), "", lexicon).extra == ()


def test_a_rate_fits_only_a_question_for_one(lexicon: Lexicon) -> None:
    asked, terms = ("opiate_crack_users",), ("opiate_crack_users",)
    assert score(lexicon, asked, terms, "per 1,000", wants="rate") > score(lexicon, asked, terms, "", wants="rate")
    assert score(lexicon, asked, terms, "") > score(lexicon, asked, terms, "per 1,000")


def test_percent_asked_for_is_a_share_unless_a_change_is_asked(lexicon: Lexicon) -> None:
    asked, terms = ("positive_outcome",), ("positive_outcome",)
    assert score(lexicon, asked, terms, "%", wants="percent") > score(lexicon, asked, terms, "", wants="percent")
    change = {"wants": "percent", "operations": ("percent_change",)}
    assert score(lexicon, asked, terms, "%", **change) == score(lexicon, asked, terms, "", **change)


def test_an_unknown_word_counts_against_a_measure_that_lacks_it(lexicon: Lexicon) -> None:
    asked = {"words": ("unicorn",), "unknown": ("unicorn",)}
    with_word = score(lexicon, ("drug_deaths",), ("drug_deaths", "unicorn"), **asked)
    without = score(lexicon, ("drug_deaths",), ("drug_deaths",), **asked)
    assert with_word > 1.0 > without


def test_general_terms_tell_nothing(lexicon: Lexicon) -> None:
    assert telling(("drugs", "people", "drug_deaths", "quarter"), lexicon) == {"drug_deaths"}


def test_the_most_special_terms_imply_the_others(lexicon: Lexicon) -> None:
    assert most_special(frozenset({"death", "drug_deaths", "misuse_deaths", "charge"}), lexicon) == {
        "misuse_deaths",
        "charge",
    }
