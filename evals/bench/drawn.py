"""Builds an index whose vectors are drawn around those of the real passages: encoding would take hours.

python -m evals.bench.drawn CORPUS INDEX REAL_CORPUS [TIMES]

Everything else is the ingest as it is: the reports are read, their figures found, and Chroma and SQLite written. With
TIMES, only the real reports are read, and what is held of the others is made from these (``evals.bench.made``), since
reading thousands would take hours too. A made passage gets the vector of some real passage, moved at random and brought
back to length 1; a real passage keeps its own, so that the same questions find the same passages. What this does not
measure is the time of encoding, nor how well made passages are found.
"""

import sys
import zlib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from evals.bench.made import make_contents
from evals.product import prepare_index, read_settings
from ingest.embedding import load_embedder
from ingest.extract import extract_contents
from ingest.lexicon import Lexicon
from ingest.passages import report_to_passages
from ingest.progress import OnProgress, say_nothing
from ingest.readings import Readings, read_sources
from ingest.records import Problem
from ingest.sources import Sources, find_sources
from ingest.store_records import Contents

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


def build_drawn(corpus: Path, index: Path, real: Path, times: int = 0) -> None:
    """The ingest of the corpus with drawn vectors; with ``times`` given, with made contents too."""
    settings = read_settings(corpus, index, "none")
    embedder = DrawnEmbedder(_encode_real(read_settings(real, index, "none")))
    with ExitStack() as patches:
        patches.enter_context(patch("ingest.passage_vectors.load_embedder", lambda _: embedder))
        if times:
            patches.enter_context(patch("ingest.pipeline.read_sources", partial(_read_real, real)))
            patches.enter_context(patch("ingest.pipeline.extract_contents", partial(_make_contents, corpus, times)))
        prepare_index(settings, lambda done, total, what: None)


def _read_real(
    real: Path, corpus: Path, sources: Sources, previous: Any, on_progress: OnProgress
) -> tuple[Readings, list[Problem]]:
    reports = {source.report for source in find_sources(real).files}
    own = tuple(source for source in sources.files if source.report in reports)
    return read_sources(corpus, Sources(own), previous, on_progress)


def _make_contents(corpus: Path, times: int, readings: Readings, lexicon: Lexicon, on_progress: OnProgress) -> Contents:
    return make_contents(extract_contents(readings, lexicon, on_progress), find_sources(corpus).files, times)


def _encode_real(settings: Any) -> dict[str, list[float]]:
    readings, _ = read_sources(settings.corpus_dir, find_sources(settings.corpus_dir), None, say_nothing)
    texts = list({passage.indexed for _, report in readings for passage in report_to_passages(report)})
    return dict(zip(texts, load_embedder(settings).embed_documents(texts), strict=True))


def main(arguments: Sequence[str]) -> None:
    """Builds the index."""
    corpus, index, real = map(Path, arguments[:3])
    build_drawn(corpus, index, real, *map(int, arguments[3:]))


if __name__ == "__main__":
    main(sys.argv[1:])
