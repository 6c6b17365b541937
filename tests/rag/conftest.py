import pytest

from ingest.lexicon import PROJECT_CORPUS
from ingest.pipeline import run_ingest
from ingest.settings import Settings
from rag.pipeline import Answerer, load_answerer


@pytest.fixture(scope="session")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """The answerer over the project's own restated reports, with the real model and the real Chroma."""
    settings = Settings(corpus_dir=PROJECT_CORPUS, index_dir=tmp_path_factory.mktemp("index"))
    run_ingest(settings)
    return load_answerer(settings)
