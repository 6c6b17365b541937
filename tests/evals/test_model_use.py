"""What a language model did in a run, and figures that no source of an answer has."""

from pathlib import Path
from typing import Any

import pytest

from evals import beside_plain
from evals.beside_plain import BesideRequest, compare_with_plain, spread_over
from evals.model_use import score_model, unsourced_figures
from evals.outcomes import judge
from evals.records import Question
from evals.scores import Judged
from evals.sets import item_to_line
from tests.evals.conftest import FakeProduct, answer, question


def use(**fields: Any) -> dict[str, Any]:
    plain = {"name": "m", "understood": False, "worded": False, "calls": 1, "tokens": 9, "sentences": 0, "dropped": []}
    return plain | {"problem": "", "ms": 5.0, "share": 0.5} | fields


def judged(item: Question, result: dict[str, Any]) -> Judged:
    return Judged(item, result, judge(item, result))


def test_drafts_and_sentences_dropped_are_counted_apart() -> None:
    number = {"sentence": "It was 9.", "reason": "a number of its own"}
    uses = [
        use(worded=True, sentences=3, dropped=[number]),
        use(sentences=1, dropped=[number]),
        use(problem="it did not answer within 30 seconds", calls=3, share=0.9),
    ]
    actual = score_model([judged(question(f"q-{n}"), answer(model=one)) for n, one in enumerate(uses)])
    assert (actual.worded.hits, actual.worded.n) == (1, 3)
    assert (actual.drafts_dropped.hits, actual.drafts_dropped.n) == (1, 2)
    assert (actual.sentences_dropped.hits, actual.sentences_dropped.n) == (2, 4)
    assert (actual.failed.hits, actual.calls) == (1, 5)
    assert actual.share == pytest.approx((0.5 + 0.5 + 0.9) / 3)
    assert actual.reasons == {"a number of its own": 2}


def test_a_run_without_a_model_has_no_rates_of_one() -> None:
    actual = score_model([judged(question(), answer(model=None))])
    assert (actual.n, actual.worded.n, actual.unsourced.n) == (0, 0, 1)


FIGURES = [
    {"value": "37", "printed": "37", "measure": "deaths", "sentence": "Coventry | 37 | 43"},
    {"value": "43", "printed": "43", "measure": "deaths", "sentence": "Coventry | 37 | 43"},
]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("8,490 people in Birmingham in 2023/24 (Table 40).", ()),
        ("Deaths rose from 37 in 2023 to 43 in 2024 (+6, or +16.2%).", ()),
        ("There were 80 deaths in both years.", ()),
        ("There were 999 people in Birmingham.", ("999",)),
        ("Deaths rose by 61.2%.", ("61.2%",)),
        ("£8,491 was paid.", ("£8,491",)),
    ],
)
def test_a_figure_stands_in_a_source_or_is_worked_out_from_figures(headline: str, expected: tuple[str, ...]) -> None:
    shown = unsourced_figures(answer(headline, figures=FIGURES))
    assert tuple(printed.lstrip("£") for printed in shown) == tuple(printed.lstrip("£") for printed in expected)


def test_the_detail_is_looked_at_too() -> None:
    assert unsourced_figures(answer(detail=["And 777 more."])) == ("777",)


def test_a_refusal_may_repeat_the_numbers_of_the_question() -> None:
    refusal = answer("Nothing fits “How many within 21 days?”.", "not_found", question="How many within 21 days?")
    assert unsourced_figures(refusal) == ()
    assert unsourced_figures(refusal | {"status": "answered"}) == ("21",)


def test_records_are_taken_from_all_parts_of_a_set() -> None:
    items = [question(f"q-{n}") for n in range(10)]
    assert [item.id for item in spread_over(items, 5)] == ["q-0", "q-2", "q-4", "q-6", "q-8"]
    assert spread_over(items, 99) == items


def test_the_same_questions_are_asked_twice_and_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("".join(item_to_line(question(name)) + "\n" for name in ("q-1", "q-2")), encoding="utf-8")
    plain = FakeProduct({"q-1": answer("No.", model=None), "q-2": answer(model=None)})
    modelled = FakeProduct({"q-1": answer(model=use(worded=True, sentences=1)), "q-2": answer(model=use())})
    monkeypatch.setattr(beside_plain, "read_settings", lambda corpus, index, model: model)
    monkeypatch.setattr(beside_plain, "prepare_index", lambda settings, on_progress: None)
    monkeypatch.setattr(beside_plain, "open_product", {"none": plain, "m:x": modelled}.get)
    actual = compare_with_plain(BesideRequest((str(path),), "m:x", tmp_path / "out"), lambda *step: None)
    assert ([b.item.id for b, _ in actual.better], actual.worse) == (["q-1"], ())
    assert (actual.model_before.n, actual.model_after.n, actual.model_after.worded.hits) == (0, 2, 1)
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["model.jsonl", "plain.jsonl", "questions.jsonl"]
