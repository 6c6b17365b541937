"""What SmolLM2-135M wrote for 114 questions of the sets, kept as it was: none of it changes a figure.

``smollm2-drafts.jsonl`` holds the first line of each reply as far as the model was let write (40 tokens); the model itself runs in
``test_real_model.py``, and over any set by ``python -m evals beside-plain``.
"""

import json
import re
from pathlib import Path

import pytest

from evals.model_use import unsourced_figures
from rag.model.pipeline import Again, Assistant, Plain
from rag.model.wording import OnSentence
from rag.pipeline import Answerer
from rag.records import Answer
from rag.to_json import answer_to_dict
from tests.rag.model.conftest import queued_service

DRAFTS = [
    json.loads(line)
    for line in (Path(__file__).parent / "smollm2-drafts.jsonl").read_text(encoding="utf-8").splitlines()
]
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


class Remembering(Assistant):
    """Keeps the plain answer that it was given."""

    plain: Answer

    def improve(self, plain: Plain, again: Again, on_sentence: OnSentence | None = None) -> Answer:
        """The answer with the draft's part in it."""
        self.plain = plain[2]
        return super().improve(plain, again, on_sentence)


@pytest.fixture(scope="module")
def pairs(answerer: Answerer) -> list[tuple[Answer, Answer]]:
    """Each question answered plainly, and with what the model wrote."""
    found = []
    for record in DRAFTS:
        service = queued_service(record["draft"], record["draft"])
        assistant = answerer.assistant = Remembering("queued:smollm2", service, answerer.library, answerer.embed)
        answer = answerer.answer(record["question"], record.get("history", []))
        found.append((assistant.plain, answer))
    answerer.assistant = None
    return found


def test_there_are_more_than_a_hundred() -> None:
    assert len(DRAFTS) > 100
    invented = [record for record in DRAFTS if NUMBER.search(re.sub(r"\[[fs]\d+\]", "", record["draft"]))]
    assert len(invented) > 20


def test_not_one_figure_is_shown_that_the_cited_sources_do_not_have(pairs: list[tuple[Answer, Answer]]) -> None:
    shown = [answer for _, answer in pairs if answer.status == "answered"]
    assert len(shown) > 100
    assert {answer.question for answer in shown if unsourced_figures(answer_to_dict(answer))} == set()


def test_every_number_status_and_citation_is_that_of_the_plain_answer(pairs: list[tuple[Answer, Answer]]) -> None:
    for plain, answer in pairs:
        assert (answer.status, answer.figures, answer.citations) == (plain.status, plain.figures, plain.citations)
        assert sorted(NUMBER.findall(answer.headline)) == sorted(NUMBER.findall(plain.headline)), answer.question


def test_nearly_all_of_it_is_dropped(pairs: list[tuple[Answer, Answer]]) -> None:
    worded = [answer for _, answer in pairs if answer.model and answer.model.worded]
    assert len(worded) <= len(DRAFTS) // 10
