"""Every cell says what it says: claims written from cells are borne out, and none that was made false is."""

import random
from collections.abc import Sequence

from ingest.records import Figure
from rag.pipeline import Answerer
from tests.rag.cell_claims import CellClaim, false_claims, is_dated, true_claims

_TRUE, _FALSE = 40, 80


def test_what_cells_say_is_borne_out(answerer: Answerer) -> None:
    claims = sample([c for f in cells(answerer) for c in true_claims(f)], _TRUE)
    assert [c.text for c in claims if answerer.check(c.text).verdict not in ("supported", "conflicting")] == []


def test_cells_made_false_are_never_supported(answerer: Answerer) -> None:
    every = cells(answerer)
    claims = sample([c for f in every for c in false_claims(f, every)], _FALSE)
    assert {c.falsified for c in claims} == {"digits", "number", "area", "year", "direction", "unit"}
    assert [c.text for c in claims if answerer.check(c.text).verdict == "supported"] == []


def cells(answerer: Answerer) -> list[Figure]:
    return sorted((f for f in answerer.index.all_figures() if f.is_cell and is_dated(f)), key=lambda f: f.id)


def sample(claims: Sequence[CellClaim], size: int) -> list[CellClaim]:
    return random.Random(11).sample(list(claims), min(size, len(claims)))
