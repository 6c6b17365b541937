from rag.text_parts import part_asked_for

_LONG = (
    "Amongst other things, a new service for people who were arrested was commissioned across the whole of the area, "
    "the police became the first in the country to carry a medicine against overdoses, "
    "a service that tests drugs was piloted at a festival in the summer, and a team that follows the money was set up."
)


def test_the_clause_with_the_words_asked_for_is_told_with_dots_around_it():
    part = part_asked_for(_LONG, "Where was the testing service piloted?", 120)
    assert part == "… a service that tests drugs was piloted at a festival in the summer …"


def test_what_has_no_clause_that_fits_is_cut():
    assert part_asked_for("one two three four", "four", 9) == "one two…"


def test_where_no_clause_has_a_word_asked_for_the_sentence_is_told_from_its_beginning():
    part = part_asked_for(_LONG, "What is its reach?", 130)
    assert part.startswith("Amongst other things, a new service") and part.endswith(" …")


def test_what_a_clause_goes_on_to_say_stays_with_it():
    text = (
        "The board met in the summer of the year, a team that follows the money was set up in the unit, "
        "taking it from those who deal in order to fund services."
    )
    assert part_asked_for(text, "What was the money team set up for?", 120).endswith("fund services.")
