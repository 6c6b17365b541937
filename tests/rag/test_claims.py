"""The measured floor on the claims that the checking was developed with, and its small rules."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.numerals import find_numbers
from rag.claim_cues import direction_in, verb_direction
from rag.claim_hedges import hedge_of
from rag.claim_numbers import plain_numbers
from rag.pipeline import Answerer

TRAIN = Path(__file__).resolve().parents[2] / "evals" / "claims" / "train.jsonl"


def test_floor_on_the_training_claims(answerer: Answerer) -> None:
    claims = [json.loads(line) for line in TRAIN.read_text(encoding="utf-8").splitlines()]
    wrong, false_support = [], []
    for claim in claims:
        allowed = {claim["expect"]["verdict"], *claim["expect"].get("verdict_also", ())}
        verdict = answerer.check(claim["claim"]).verdict
        if verdict not in allowed:
            wrong.append((claim["id"], verdict))
            false_support += [claim["id"]] if verdict == "supported" else []
    assert false_support == []
    assert len(wrong) <= 0.05 * len(claims), wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nearly two thirds of them", "nearly"),
        ("just over 40% of them", "just over"),
        ("about 22,500 children", "about"),
        ("more than 19,000 people", "over"),
        ("at least 12 areas", "at least"),
        ("fewer than 30 people", "under"),
        ("it went up to 63 deaths", ""),
        ("an estimated 955 people", ""),
        ("300 or so people", "about"),
    ],
)
def test_hedge(text: str, expected: str) -> None:
    assert hedge_of(text, find_numbers(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a benefit of two pounds fifty", "a benefit of £2.50"),
        ("it cost 3 million pounds", "it cost £3 million"),
        (
            "Out of every 1,000 young people in Dudley, 57.5 were admitted",
            "57.5 per 1,000 young people in Dudley were admitted",
        ),
        ("14 per thousand", "14 per 1,000"),
        ("In 2024 there were 43 deaths", "In 2024 there were 43 deaths"),
    ],
)
def test_plain_numbers(text: str, expected: str) -> None:
    assert plain_numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deaths shot up in Dudley", "up"),
        ("Deaths came down to 503", "down"),
        ("Deaths did not change", "same"),
        ("100 people dropped out of treatment", ""),
        ("Deaths rose here and fell there", ""),
    ],
)
def test_verb_direction(text: str, expected: str) -> None:
    assert verb_direction(text) == expected


def test_comparatives_tell_a_direction_only_beside_a_change() -> None:
    assert (direction_in("more deaths than in 2021"), verb_direction("more deaths than in 2021")) == ("up", "")


def test_decimal_values_keep_their_digits() -> None:
    assert find_numbers("£1.4 billion")[0].value == Decimal("1400000000")
