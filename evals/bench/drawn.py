"""Builds an index whose vectors are drawn around those of the real passages: encoding would take hours.

python -m evals.bench.drawn CORPUS INDEX REAL_CORPUS

Everything else is the ingest as it is: the reports are read, their figures found, and Chroma and SQLite
written. A made passage gets the vector of some real passage, moved at random and brought back to length 1;
a real passage keeps its own, so that the same questions find the same passages. What this does not measure
is the time of encoding, nor how well made passages are found.
"""

import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from evals.product import prepare_index, read_settings

SPREAD = 0.6
"""Length of the random step beside a vector of length 1: cosine 0.86 to the vector drawn around.

Of the 905 real passages, half have a nearest neighbour at 0.89 or more and a tenth nearest at 0.75 or more.
"""


class DrawnEmbedder:
    """Gives passages a vector without encoding them; knows the vectors of the real ones."""

    def __init__(self, known: Mapping[str, Sequence[float]]) -> None:
        self._known = known
        self._real = np.array(list(known.values()), dtype=np.float32)

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector of length 1 for each text; the same text always gets the same."""
        return [list(self._known.get(text) or self._draw(text)) for text in texts]

    def _draw(self, text: str) -> list[float]:
        chance = np.random.default_rng(zlib.crc32(text.encode()))
        step = chance.standard_normal(size=self._real.shape[1])
        moved = self._real[chance.integers(len(self._real))] + SPREAD * step / np.linalg.norm(step)
        return [float(value) for value in moved / np.linalg.norm(moved)]


def build_drawn(corpus: Path, index: Path, real: Path) -> None:
    """The ingest of the corpus with drawn vectors."""
    settings = read_settings(corpus, index, "none")
    embedder = DrawnEmbedder(_encode_real(read_settings(real, index, "none")))
    with patch("ingest.passage_vectors.load_embedder", lambda _: embedder):
        prepare_index(settings, lambda done, total, what: None)


def _encode_real(settings: Any) -> dict[str, list[float]]:
    from ingest.embedding import load_embedder
    from ingest.passages import report_to_passages
    from ingest.progress import say_nothing
    from ingest.readings import read_sources
    from ingest.sources import find_sources

    readings, _ = read_sources(settings.corpus_dir, find_sources(settings.corpus_dir), None, say_nothing)
    texts = list({passage.indexed for _, report in readings for passage in report_to_passages(report)})
    return dict(zip(texts, load_embedder(settings).embed_documents(texts), strict=True))


if __name__ == "__main__":
    build_drawn(*map(Path, sys.argv[1:]))
