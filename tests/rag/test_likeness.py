"""Likeness of words, what lists say of themselves, and how sure the answerer is of a sentence."""

from dataclasses import replace

from ingest.records import Locator, Passage
from rag.narrative import candidates
from rag.pipeline import Answerer
from rag.query import Query
from rag.sentence_features import introduction_of, members_of
from rag.sentences import Scored
from rag.sureness import sureness_of
from rag.units import wants_list


def passage(text: str, kind: str = "prose") -> Passage:
    return Passage("p", kind, text, text, Locator("r"))


def test_a_word_of_like_meaning_counts(answerer: Answerer):
    query = answerer.read("Tell me about bloodshed")
    likeness = {
        one.hit.passage.text: one.features["likeness"]
        for one in candidates(query, answerer.library, answerer.embed, answerer.weigher)
    }
    of_homicides = [share for text, share in likeness.items() if "homicide" in text.lower()]
    assert of_homicides and min(of_homicides) > sum(likeness.values()) / len(likeness)
    assert all(0 <= share <= 1 for share in likeness.values())


def test_a_list_is_known_by_its_first_line():
    listed = passage("The members are:\n- the police\n- the probation service\n- the NHS")
    assert introduction_of(listed) == "The members are:"
    assert members_of(listed) == 3
    assert introduction_of(passage("- one\n- two")) == ""
    assert members_of(passage("It covers enforcement, treatment and prevention.", "sentence")) == 3


def test_several_things_are_asked_for():
    assert wants_list(Query("q", "which treaties did the report cite"))
    assert wants_list(Query("q", "who sits on the partnership", form="who"))
    assert not wants_list(Query("q", "who is the chair", form="who"))
    assert not wants_list(Query("q", "how many treaties are there", number_wanted=True))


def test_a_figure_of_another_measure_makes_unsure(answerer: Answerer):
    query = answerer.read("How many people were in treatment in Birmingham in 2023/24?")
    best = candidates(query, answerer.library, answerer.embed, answerer.weigher)[0]
    asked = replace(query, number_wanted=True)
    fitting = Scored(
        best.hit, best.score, 1.0, best.features | {"figure_of_other_terms": 0.0, "figure_of_other_setting": 0.0}
    )
    other = Scored(
        best.hit, best.score, 1.0, best.features | {"figure_of_other_terms": 2.0, "figure_of_other_setting": 1.0}
    )
    assert sureness_of(asked, [fitting]) > 0.5 > sureness_of(asked, [other])
