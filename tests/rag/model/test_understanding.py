"""A reading proposed by the model: checked against the index and the question, then looked up like any other."""

from collections.abc import Callable
from typing import Any

import pytest

from ingest.periods import parse_period
from rag.model.note import model_note
from rag.model.understanding import Measure, Proposal, apply_proposal, is_unsure, measures_for, read_proposal
from rag.pipeline import Answerer
from rag.query import Query

ODD = "How many zonkfatalities were there in Coventry in 2024?"
DEATHS = Measure("registered drug-related deaths", ("drug_death",))


def query(**fields: Any) -> Query:
    return Query(ODD, ODD, **({"words": ("zonkfat",), "unknown": ("zonkfat",), "number_wanted": True} | fields))


@pytest.mark.parametrize(
    "reply",
    ["", "no idea", "{", '{"measure": 3}', '{"measure": "m1", "areas": "Coventry"}', '{"measure": "m1", "value": 43}', "[1]",
     '{"measure": "m1", "areas": [' + '"Coventry",' * 20 + '"Dudley"]}'],
)  # fmt: skip
def test_broken_or_other_json_is_no_proposal(reply: str) -> None:
    assert read_proposal(reply) is None


def test_a_proposal_may_stand_among_other_words() -> None:
    actual = read_proposal('Sure! ```json\n{"measure": "m1", "areas": ["Coventry"], "periods": ["2024"]}\n```')
    assert actual == Proposal(measure="m1", areas=["Coventry"], periods=["2024"])


def test_only_a_measure_of_the_list_holds(village: Answerer) -> None:
    assert apply_proposal(Proposal(measure="m9"), query(), [DEATHS], village.library) is None
    assert apply_proposal(Proposal(measure="none"), query(), [DEATHS], village.library) is None
    actual = apply_proposal(Proposal(measure="m1"), query(), [DEATHS], village.library)
    assert actual is not None
    assert (actual.concepts, actual.words) == (("drug_death",), ())


@pytest.mark.parametrize(
    "given",
    [
        {"areas": ["Atlantis"]},
        {"areas": ["Dudley"]},
        {"periods": ["soon"]},
        {"periods": ["2023"]},
        {"areas": ["Coventry", ""]},
    ],
)
def test_areas_and_periods_must_be_known_and_asked_for(given: dict[str, list[str]], village: Answerer) -> None:
    assert apply_proposal(Proposal(measure="m1", **given), query(), [DEATHS], village.library) is None


def test_what_the_plain_reader_read_stands(village: Answerer) -> None:
    read = query(areas=("Dudley",), periods=(parse_period("2023"),))
    actual = apply_proposal(
        Proposal(measure="m1", areas=["Coventry"], periods=["2024"]), read, [DEATHS], village.library
    )
    assert actual is not None
    assert (actual.areas, [p.label for p in actual.periods]) == (("Dudley",), ["2023"])


@pytest.mark.parametrize(
    "fields",
    [
        {"refusal": "advice"},
        {"elsewhere": ("London",)},
        {"number_wanted": False},
        {"words": (), "unknown": ()},
        {"concepts": ("drug_deaths",)},
        {"common": ("zonkfat",)},
    ],
)
def test_a_settled_question_is_not_put_to_the_model(fields: dict[str, Any]) -> None:
    assert is_unsure(query(), "not_found")
    assert not is_unsure(query(**fields), "not_found")
    assert not is_unsure(query(), "answered")
    assert not is_unsure(query(), "clarify")


def test_a_measure_must_have_the_words_of_the_question_that_are_known(village: Answerer) -> None:
    read = query(words=("zonkfat", "hospit"))
    assert apply_proposal(Proposal(measure="m1"), read, [DEATHS], village.library) is None
    read = query(words=("zonkfat", "death"))
    assert apply_proposal(Proposal(measure="m1"), read, [DEATHS], village.library) is not None


@pytest.mark.parametrize(
    "question",
    [
        "Break down the 8,215 drug offences in 2024/25 by ethnicity of suspect.",
        "How many constables carry naloxone now?",
        "How long is the wait for a detox bed in Wolverhampton atm? constituent is desperate",
        "the bad one, is it going up?",
        "Hepatitis C prevalence among people who inject drugs in the West Midlands?",
        "And as a percentage, compared with the year before?",
        "Dudley's exact number of adults in treatment in 2024/25. Do not tell me 'around 2,000'.",
    ],
)
def test_whatever_measure_is_chosen_what_the_reports_do_not_say_stays_unsaid(question: str, answerer: Answerer) -> None:
    """A model that misleads: each of the measures in turn."""
    read = answerer.read(question)
    assert answerer.answer(question).status != "answered"
    measures = measures_for(read, answerer.library, answerer.embed) if is_unsure(read, "not_found") else []
    chosen = [Proposal(measure=f"m{number + 1}") for number in range(len(measures))]
    assert [apply_proposal(one, read, measures, answerer.library) for one in chosen] == [None] * len(chosen)


def test_an_unknown_word_is_understood_and_the_figure_looked_up(
    village: Answerer, with_model: Callable[..., Answerer]
) -> None:
    plain = village.answer(ODD)
    assert plain.status == "not_found"
    names = [one.words for one in measures_for(village.read(ODD), village.library, village.embed)]
    wanted = f"m{names.index('registered drug-related deaths') + 1}"
    actual = with_model(f'{{"measure": "{wanted}", "areas": ["Coventry"], "periods": ["2024"]}}', "").answer(ODD)
    assert actual.headline == "43 registered drug-related deaths in Coventry in 2024."
    assert actual.reading == "registered drug-related deaths, Coventry, 2024"
    assert actual.model is not None
    assert (actual.model.understood, actual.model.worded, actual.model.calls) == (True, False, 2)
    assert "helped to understand" in model_note(actual)
    assert actual.caveats[0] == (
        "No report has the words “zonkfatalities”. A language model took them to mean: registered drug-related deaths."
    )


@pytest.mark.parametrize("reply", ["none", '{"measure": "none"}', '{"measure": "m1", "areas": ["Solihull"]}', "{" * 50])
def test_a_question_that_stays_open_is_refused_as_before(
    reply: str, village: Answerer, with_model: Callable[..., Answerer]
) -> None:
    plain = village.answer(ODD)
    actual = with_model(reply).answer(ODD)
    assert (actual.status, actual.headline) == (plain.status, plain.headline)
