"""A linear map of the embedding model's vectors, fitted to the subject index: like questions come to lie closer together.

``adapter.npz`` holds the matrix and the name of the model that it was fitted for (``python -m evals.fit_adapter``); vectors of
any other model are left as they are. The index keeps the model's own vectors.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np

FITTED = Path(__file__).parent / "adapter.npz"


def adapt(vectors: np.ndarray, model: str) -> np.ndarray:
    """Vectors (one a row, or a single one) of a model after the map, of length 1."""
    matrix = _matrix_for(model)
    if matrix is None or not vectors.size:
        return vectors
    mapped = vectors @ matrix
    return np.asarray(mapped / np.linalg.norm(mapped, axis=-1, keepdims=True), dtype=np.float32)


@lru_cache(maxsize=4)
def _matrix_for(model: str) -> np.ndarray | None:
    if not FITTED.exists():
        return None
    with np.load(FITTED) as fitted:
        return fitted["matrix"].astype(np.float32) if str(fitted["model"]) == model else None
