"""The thesaurus: everyday ways of saying the reports' plain words."""

from pathlib import Path

import yaml

from ingest.lexicon import PROJECT_CORPUS
from ingest.thesaurus import build_thesaurus
from ingest.words import stem, tokenize


def test_a_word_stands_for_the_report_words_that_list_it():
    thesaurus = build_thesaurus({"homicide": ["murder", "killing"], "wider": ["broader"], "broader": ["murder"]})
    assert set(thesaurus.stands_for("murder")) == {"homicid", "broader"}
    assert thesaurus.stands_for("kill") == ("homicid",)
    assert thesaurus.stands_for("homicid") == ()


def test_phrases_are_found_longest_first_by_their_stems():
    thesaurus = build_thesaurus({"established": ["set up", "came into being"], "arranged": ["set"]})
    stems = [token.stem for token in tokenize("when was it setting up and how came it into being")]
    assert [(s.first, s.past, s.stands_for) for s in thesaurus.find(stems)] == [(3, 5, ("establish",))]


def test_words_without_meaning_of_their_own_stand_for_nothing():
    assert build_thesaurus({"held": ["had", "did"]}).sayings == {}


def test_the_projects_thesaurus_says_no_word_for_itself():
    entries = yaml.safe_load((PROJECT_CORPUS / "thesaurus.yaml").read_text(encoding="utf-8"))
    assert len(entries) > 1000
    assert Path(PROJECT_CORPUS / "thesaurus.yaml").stat().st_size < 200_000
    assert not [word for word, others in entries.items() if stem(word) in others and len(others) == 1]
