"""What the documents say of commands, settings and files is so."""

import re
from pathlib import Path

import pytest
from pydantic_settings import BaseSettings

from app_pages.settings import AppSettings
from ingest.errors import WrongUse
from ingest.lexicon import PROJECT_CORPUS
from ingest.readers import read_report
from ingest.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOTICE = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
SET_UP = "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e "
MADE_LATER = {".index", "feedback.sqlite3", ".streamlit/secrets.toml", ".venv/bin/"}
EXAMPLES = {"corpus/originals/progress-report-2025.pdf"}


def section(text: str, title: str) -> str:
    match = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert match, f"no section {title!r}"
    return match[1]


def code_blocks(text: str) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", text, re.S)


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def settings_fields() -> dict[str, object]:
    models: tuple[type[BaseSettings], ...] = (Settings, AppSettings)
    return {name.upper(): field.default for model in models for name, field in model.model_fields.items()}


def test_the_readme_has_two_commands_of_one_line_each() -> None:
    commands = [block.strip() for block in code_blocks(section(README, "Two commands"))]
    assert commands == [
        f"{SET_UP}. && .venv/bin/streamlit run app.py",
        f"{SET_UP}'.[test]' && .venv/bin/python -m pytest",
    ]


def test_the_table_of_settings_names_every_setting_and_no_other() -> None:
    named = [row[0].strip("`") for row in rows(section(README, "Settings"))]
    assert sorted(named) == sorted(settings_fields())


def test_the_table_of_settings_gives_the_defaults() -> None:
    actual = {row[0].strip("`"): row[1].strip("`") for row in rows(section(README, "Settings"))}
    for name, default in settings_fields().items():
        shown = default.relative_to(ROOT) if isinstance(default, Path) else default
        assert actual[name] == ("" if shown is None else str(shown)), name


def test_a_setting_that_cannot_be_used_is_named_as_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDING_BATCH", "many")
    with pytest.raises(WrongUse, match="EMBEDDING_BATCH"):
        load_settings()


@pytest.mark.parametrize("document", ["README.md", "NOTICE.md"])
def test_files_and_folders_that_a_document_names_exist(document: str) -> None:
    text = re.sub(r"```.*?```", "", (ROOT / document).read_text(encoding="utf-8"), flags=re.S)
    named = set(re.findall(r"`([\w./-]+(?:/|\.[a-z0-9]{2,6}))`", text)) | set(re.findall(r"\]\(([^)#:]+)\)", text))
    assert named
    missing = [name for name in named - MADE_LATER - EXAMPLES if not (ROOT / name).exists()]
    assert missing == []


def test_question_sets_that_the_commands_name_exist() -> None:
    named = {name for block in code_blocks(README) for name in re.findall(r"evals/\S+\.jsonl", block)}
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_commands_of_the_readme_are_commands_of_the_programs() -> None:
    for line in code_blocks(section(README, "On the command line"))[0].splitlines():
        program, command = re.findall(r"^python -m (\w+) ?(\w+)?", line)[0]
        assert (ROOT / program / "__main__.py").exists()
        if command:
            assert f"def {command}(" in (ROOT / program / "__main__.py").read_text(encoding="utf-8"), line


def test_the_words_of_the_design_are_explained() -> None:
    explained = {word.strip() for row in rows(section(README, "Words")) for word in row[0].split(",")}
    assert {
        "report",
        "passage",
        "locator",
        "figure",
        "measure",
        "period",
        "citation",
        "finding",
        "verdict",
    } <= explained


def test_the_notice_names_every_report_with_its_title_and_publisher() -> None:
    named = {row[0].strip("`"): row[1:3] for row in rows(section(NOTICE, "The reports"))}
    reports = [read_report(path) for path in sorted(PROJECT_CORPUS.glob("*.md"))]
    assert named == {report.id: [report.title, report.publisher] for report in reports}


def test_every_dependency_is_pinned_once_and_nothing_else_stands_there() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(name for extra in extras for name in extra)]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in CONSTRAINTS)
    pinned = [normal_name(line) for line in CONSTRAINTS]
    assert len(pinned) == len(set(pinned))
    assert {normal_name(name) for name in wanted} - set(pinned) == set()
    assert "torch==2.13.0" in CONSTRAINTS


def normal_name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[=<>\[]", requirement)[0]).lower()


def test_a_decision_says_context_options_decision_and_consequences() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert decisions
    for path in decisions:
        titles = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.M)
        assert titles == ["Context", "Options", "Decision", "Consequences"], path.name


def test_the_check_runs_the_command_of_the_readme() -> None:
    check = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "grep -m 1 -- '-m pytest$' README.md" in check
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
