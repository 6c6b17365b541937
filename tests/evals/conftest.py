"""Records and results made by hand, and a product that is faked at its edge."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import evals.pipeline as pipeline
import evals.runs as runs
from evals.records import Claim, Question, Result


def question(item_id: str = "q-1", **fields: Any) -> Question:
    expect = {
        "status": fields.pop("status", "answered"),
        "status_also": fields.pop("status_also", []),
        "contains": fields.pop("contains", [["8,490"]]),
        "excludes": fields.pop("excludes", []),
        "sources": fields.pop("sources", [["report-a"]]),
        "locators": fields.pop("locators", []),
    }
    asked = {"id": item_id, "kind": "figure", "question": f"How many ({item_id})?", "expect": expect}
    return Question.model_validate(asked | fields)


def claim(item_id: str = "c-1", verdict: str = "supported", **fields: Any) -> Claim:
    expect = {
        "verdict": verdict,
        "value": fields.pop("value", ["8,490"]),
        "sources": fields.pop("sources", []),
    }
    return Claim.model_validate({"id": item_id, "claim": f"There were 8,490 ({item_id}).", "expect": expect} | fields)


def answer(headline: str = "8,490 people in Birmingham.", status: str = "answered", **fields: Any) -> Result:
    citation = {"report": "report-a", "locator": "Table 1, row Birmingham", "quote": "Birmingham | 8,490"}
    return {
        "status": status,
        "headline": headline,
        "citations": [citation],
        "timings": {"total_ms": 10.0},
    } | fields


def verdict(name: str = "supported", headline: str = "Table 1 gives 8,490.", **fields: Any) -> Result:
    return {"verdict": name, "headline": headline, "citations": [], "timings": {"total_ms": 20.0}} | fields


class FakeProduct:
    """Answers from a table of replies by id; an exception among them is raised."""

    def __init__(self, replies: dict[str, Any]) -> None:
        self.replies = replies
        self.asked: list[str] = []

    def answer(self, item: Question) -> Result:
        return self._reply(item.id)

    def check(self, item: Claim) -> Result:
        return self._reply(item.id)

    def _reply(self, item_id: str) -> Result:
        self.asked.append(item_id)
        reply = self.replies[item_id]
        if isinstance(reply, BaseException):
            raise reply
        return dict(reply)


ITEMS = [question("q-1"), claim("c-1"), question("q-2")]
REPLIES: dict[str, Any] = {"q-1": answer(), "c-1": verdict(), "q-2": answer("Not told.", "not_found")}

WriteLines = Callable[..., Path]


@pytest.fixture
def write_lines(tmp_path: Path) -> WriteLines:
    """Writes records, dicts or raw lines into a file of the temporary folder."""

    def write(name: str, *records: Any) -> Path:
        path = tmp_path / name
        path.write_text("".join(_to_line(record) + "\n" for record in records), encoding="utf-8")
        return path

    return write


def _to_line(record: Any) -> str:
    if isinstance(record, str):
        return record
    return json.dumps(record if isinstance(record, dict) else record.model_dump(mode="json"))


@pytest.fixture
def fake_product(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeProduct:
    """The product faked at its edge: settings, index and answerer."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "report-a.md").write_text("8,490")
    product = FakeProduct(dict(REPLIES))
    settings = SimpleNamespace(corpus_dir=tmp_path / "corpus", model_dump=lambda mode: {"batch": 32, "api_key": "x"})
    monkeypatch.setattr(pipeline, "read_settings", lambda corpus, index, model: settings)
    monkeypatch.setattr(pipeline, "prepare_index", lambda settings, on_progress: None)
    monkeypatch.setattr(pipeline, "open_product", lambda settings: product)
    monkeypatch.setattr(pipeline, "open_baseline", lambda name, settings: product)
    monkeypatch.setattr(runs, "read_commit", lambda folder: "c0ffee")
    return product
