"""The chat shows checked sentences as they come, and says what part a language model had."""

import os
import subprocess
import sys
from pathlib import Path

from streamlit.testing.v1 import AppTest

from app_pages.steps import show_as_checked


class Place:
    def __init__(self) -> None:
        self.shown: list[str] = []

    def html(self, text: str) -> None:
        self.shown.append(text)


def test_sentences_are_shown_as_they_come() -> None:
    place = Place()
    show = show_as_checked(place)  # type: ignore[arg-type]
    show("43 deaths.")
    show("<b>Bold</b>.")
    assert place.shown == [
        '<div role="status"><p>43 deaths.</p></div>',
        '<div role="status"><p>43 deaths.</p><p>&lt;b&gt;Bold&lt;/b&gt;.</p></div>',
    ]


def page(worded: bool, problem: str) -> None:
    from app_pages.answer import _show_notes
    from rag.model.records import ModelUse
    from rag.records import Answer

    _show_notes(Answer("How many?", "answered", "43.", model=ModelUse("openai:x", worded=worded, problem=problem)))


def shown(worded: bool, problem: str) -> str:
    run = AppTest.from_function(page, args=(worded, problem)).run(timeout=30)
    assert not run.exception
    return " ".join(str(element.proto.body) for element in run.get("html"))


def test_the_page_says_that_a_model_worded_the_answer() -> None:
    assert "A language model worded this answer" in shown(True, "")


def test_the_page_says_that_the_service_is_down() -> None:
    assert "was not used (the service cannot be reached)" in shown(False, "the service cannot be reached")


def test_the_page_says_nothing_where_the_plain_answer_stands() -> None:
    assert shown(False, "") == ""


SECRETS = """
import sys
from streamlit import config
config.set_option("secrets.files", [sys.argv[1]])
from streamlit.runtime.secrets import secrets_singleton
secrets_singleton.load_if_toml_exists()
from ingest.settings import load_settings
from rag.model.connection import open_chat_model
print(open_chat_model(load_settings()).openai_api_key.get_secret_value())
"""


def test_a_model_and_its_key_may_stand_in_the_secrets_file(tmp_path: Path) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text('MODEL = "openai:small"\nOPENAI_API_KEY = "sk-of-the-council"\n', encoding="utf-8")
    bare = {name: value for name, value in os.environ.items() if not name.endswith("_API_KEY") and name != "MODEL"}
    done = subprocess.run(
        [sys.executable, "-c", SECRETS, str(file)],
        capture_output=True, text=True, check=False, env=bare, cwd=Path(__file__).parents[1],
    )  # fmt: skip
    assert done.stdout.strip() == "sk-of-the-council", done.stderr
