"""Words, stems and sentences."""

from ingest.words import content_stems, split_sentences, split_statements, stem, tokenize


def words(text: str) -> list[str]:
    return [token.word for token in tokenize(text)]


def test_an_apostrophe_within_a_word_does_not_split_it() -> None:
    assert words("B'ham, B\u2019ham and W'ton") == ["bham", "bham", "and", "wton"]


def test_a_possessive_is_the_word_itself() -> None:
    assert words("Dudley's and Coventry\u2019s deaths") == ["dudley", "and", "coventry", "deaths"]


def test_hyphens_slashes_and_commas_separate() -> None:
    assert words("drug-related, and/or 8,490") == ["drug", "related", "and", "or", "8", "490"]


def test_a_token_holds_its_place() -> None:
    text = "In Walsall\u2019s report"
    token = tokenize(text)[1]
    assert text[token.start : token.end] == "Walsall\u2019s"


def test_stems_join_the_forms_of_a_word() -> None:
    assert stem("deaths") == stem("death")
    assert stem("trafficking") == stem("traffick")
    assert stem("opiates") == stem("opiate")


def test_an_adverb_is_one_with_its_adjective() -> None:
    assert stem("primarily") == stem("primary")
    assert stem("heavily") == stem("heavy")
    assert stem("family") == stem("families") != stem("fame")


def test_stems_keep_different_words_apart() -> None:
    assert stem("police") != stem("policy")
    assert stem("24") == "24"
    assert stem("q1") == "q1"


def test_content_leaves_out_words_without_meaning() -> None:
    assert content_stems("How many of the deaths were there in Dudley?") == [stem("deaths"), stem("dudley")]


def test_sentences_end_at_stops_before_a_capital_digit_or_pound() -> None:
    assert split_sentences("It fell. 43 died. £4m was spent! Why? (See Table 2.)") == [
        "It fell.",
        "43 died.",
        "£4m was spent!",
        "Why?",
        "(See Table 2.)",
    ]


def test_abbreviations_and_decimals_end_no_sentence() -> None:
    text = "Areas, e.g. Dudley, and Dr. Smith of St. Mary's had 3.5 per 1,000, approx. 40 people."
    assert split_sentences(text) == [text]


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert split_sentences("He said \u201cno.\u201d Then he left.") == [
        "He said \u201cno.\u201d",
        "Then he left.",
    ]


def test_no_text_has_no_sentences() -> None:
    assert split_sentences("  ") == []


def test_a_sentence_that_says_nothing_alone_stays_with_the_one_before() -> None:
    assert split_statements("There were 40 tests. Of these 5 failed. Costs rose. They fell later.") == [
        "There were 40 tests. Of these 5 failed.",
        "Costs rose.",
        "They fell later.",
    ]
    average = "Here 21% came. The average for England was 30%."
    assert split_statements(average) == [average]
    bracketed = "There were 22 users. (1.2%)."
    assert split_statements(bracketed) == [bracketed]
    alone = ["It rose.", "The average number of visits for each was 4.", "The average cost rose."]
    assert split_statements(" ".join(alone)) == alone
