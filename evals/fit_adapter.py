"""Fits the map that brings questions and what answers them closer together, on the subject index alone.

    python -m evals.fit_adapter --index DIR

Each question of the subject index learns to be nearest to the other questions of its statement, and to the statement itself,
among all others (softmax over cosines). The map begins as the identity and is held near it. No set of questions is used, so
what it brings can be measured on any of them. Writes ``rag/adapter.npz``.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer

from ingest.settings import load_settings
from ingest.store import Index, open_index
from ingest.store_rows import bytes_to_vector, digest_text
from rag.adapter import FITTED

_ROUNDS = 12
_STEP = 1e-3
_BATCH = 512
_SHARPNESS = 20.0  # of the softmax over cosines
_NEAR = 1e-3  # how strongly the map is held near the identity
_FAR = -1e4
Map = Callable[[torch.Tensor], torch.Tensor]


def main(index: Annotated[Path | None, typer.Option()] = None) -> None:
    """Fit the map and write it."""
    settings = load_settings(index_dir=index)
    with open_index(settings.index_dir, settings) as opened:
        questions, statements, answers = _pairs(opened)
    matrix = _fit(questions, statements, answers)
    np.savez_compressed(FITTED, matrix=matrix.astype(np.float16), model=np.array(settings.embedding_model))
    typer.echo(f"fitted on {len(questions)} questions of {len(statements)} statements")


def _pairs(index: Index) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Vectors of the questions and of the statements, and for each question the row of its statement."""
    asked = index.asked("passage")
    passages = index.passages(list(dict.fromkeys(one.about for one in asked)))
    at = {about: row for row, about in enumerate(passages)}
    return (
        _vectors([one.question for one in asked], index),
        _vectors([passage.indexed for passage in passages.values()], index),
        torch.tensor([at[one.about] for one in asked]),
    )


def _vectors(texts: list[str], index: Index) -> torch.Tensor:
    kept = index.vectors_of([digest_text(text) for text in texts])
    return torch.tensor([bytes_to_vector(kept[digest_text(text)]) for text in texts])


def _fit(questions: torch.Tensor, statements: torch.Tensor, answers: torch.Tensor) -> np.ndarray:
    torch.manual_seed(0)
    size = questions.shape[1]
    identity = torch.eye(size)
    matrix = torch.nn.Parameter(torch.eye(size))
    steps = torch.optim.Adam([matrix], lr=_STEP)
    for _ in range(_ROUNDS):
        for batch in torch.randperm(len(questions)).split(_BATCH):
            mapped: Map = lambda vectors: torch.nn.functional.normalize(vectors @ matrix, dim=1)  # noqa: E731
            loss = _loss(batch, (questions, statements, answers), mapped)
            loss = loss + _NEAR * ((matrix - identity) ** 2).sum()
            steps.zero_grad()
            loss.backward()
            steps.step()
    return matrix.detach().numpy()


def _loss(batch: torch.Tensor, pairs: tuple[torch.Tensor, torch.Tensor, torch.Tensor], mapped: Map) -> torch.Tensor:
    """How far the questions of a batch are from being nearest to their statement's other questions, and to itself."""
    questions, statements, answers = pairs
    own = mapped(questions[batch])
    alike = _SHARPNESS * own @ mapped(questions).T
    alike[torch.arange(len(batch)), batch] = _FAR
    same = answers[batch][:, None] == answers[None]
    to_questions = torch.logsumexp(alike, 1) - torch.logsumexp(alike.masked_fill(~same, _FAR), 1)
    to_statement = torch.nn.functional.cross_entropy(_SHARPNESS * own @ mapped(statements).T, answers[batch])
    return to_questions.mean() + to_statement


if __name__ == "__main__":
    typer.run(main)
