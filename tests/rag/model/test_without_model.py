"""Without MODEL nothing of a language model is imported."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CHECK = """
import sys
import rag.pipeline, rag.to_json, rag.model.note, app_pages.words
from ingest.settings import load_settings
assert load_settings().model == ""
loaded = [name for name in sys.modules if name.startswith(("langchain.", "langchain_openai", "openai", "rag.model"))]
print(sorted(loaded))
"""


def test_nothing_of_it_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHECK], cwd=ROOT, capture_output=True, text=True, env={"PATH": ""}, check=False
    )
    assert done.stderr == ""
    assert done.stdout.strip() == "['rag.model', 'rag.model.note', 'rag.model.records']"
