"""Ask the reports, or check a claim against them.

python -m rag ask "How many people were in treatment in Birmingham in 2023/24?"
python -m rag ask "and in Coventry?" --history "How many people were in treatment in Birmingham?"
python -m rag check "Drug-related deaths in Walsall doubled in 2024." --json
python -m rag check --file briefing.docx

Exit codes: 0 done (also where the reports do not say), 1 the run failed, 2 wrong use, unreadable input or no index.
"""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from ingest.errors import IngestError
from ingest.settings import load_settings
from rag.briefing import check_briefing
from rag.briefing_export import MARKS, briefing_to_json, summary_words
from rag.briefing_records import BriefingResult
from rag.model.note import model_note
from rag.pipeline import Answerer, load_answerer
from rag.records import Answer, Verdict
from rag.to_json import answer_to_dict, verdict_to_dict

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
_Corpus = Annotated[Path | None, typer.Option(help="Folder of reports (CORPUS_DIR).")]
_Index = Annotated[Path | None, typer.Option(help="Folder of the index (INDEX_DIR).")]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback()
def main() -> None:
    """Ask the published reports."""


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in plain words.")],
    history: Annotated[
        list[str] | None, typer.Option(help="An earlier question of the same chat; may be repeated.")
    ] = None,
    as_json: _Json = False,
    corpus: _Corpus = None,
    index: _Index = None,
) -> None:
    """Answer a question from the reports."""
    answerer = _answerer(corpus, index)
    answer = answerer.suggest(answerer.answer(question, history or ()), history or ())
    print(json.dumps(answer_to_dict(answer), ensure_ascii=False, indent=2) if as_json else _to_text(answer))


@app.command()
def check(
    claim: Annotated[
        str | None, typer.Argument(help="One statement, such as a sentence of a briefing.", show_default=False)
    ] = None,
    file: Annotated[Path | None, typer.Option(help="A briefing: .txt, .md, .docx or .pdf, up to 10 MB.")] = None,
    as_json: _Json = False,
    corpus: _Corpus = None,
    index: _Index = None,
) -> None:
    """Hold a claim, or every figure of a briefing, against the reports."""
    if (claim is None) == (file is None):
        raise _refusal("give either a claim or --file BRIEFING")
    if file is not None:
        result = _check_file(file, corpus, index)
        print(briefing_to_json(result) if as_json else _briefing_to_text(result))
        return
    verdict = _answerer(corpus, index).check(claim or "")
    as_dict = verdict_to_dict(verdict)
    print(json.dumps(as_dict, ensure_ascii=False, indent=2) if as_json else _verdict_to_text(verdict))


def _check_file(file: Path, corpus: Path | None, index: Path | None) -> BriefingResult:
    try:
        return check_briefing(file.name, file.read_bytes(), _answerer(corpus, index))
    except OSError as error:
        raise _refusal(f"{str(file)!r} cannot be read ({error.strerror})") from error
    except IngestError as error:
        raise _refusal(str(error)) from error


def _refusal(message: str) -> typer.Exit:
    print(f"rag: {message}", file=sys.stderr)
    return typer.Exit(2)


def _answerer(corpus: Path | None, index: Path | None) -> Answerer:
    try:
        return load_answerer(load_settings(corpus_dir=corpus, index_dir=index))
    except IngestError as error:
        raise _refusal(str(error)) from error


def _to_text(answer: Answer) -> str:
    lines = [answer.headline, *(f"  {line}" for line in answer.detail)]
    if answer.derivation:
        lines.append(f"  Working: {answer.derivation.working}")
    lines += [f"  Note: {note}" for note in (*answer.caveats, model_note(answer)) if note]
    lines += [f"  [{c.number}] {c.title}: {c.place}\n      “{' '.join(c.quote.split())}”" for c in answer.citations]
    lines.append(f"  Read as: {answer.reading}")
    lines += [f"  Another reading: {question}" for question in answer.other_readings]
    return "\n".join([*lines, *(f"  You could also ask: {question}" for question in answer.suggestions)])


def _verdict_to_text(verdict: Verdict) -> str:
    lines = [f"{MARKS[verdict.verdict]}: {verdict.headline}"]
    if verdict.derivation:
        lines.append(f"  Working: {verdict.derivation.working}")
    lines += [f"  [{c.number}] {c.title}: {c.place}" for c in verdict.citations]
    return "\n".join([*lines, f"  Read as: {verdict.reading}"])


def _briefing_to_text(result: BriefingResult) -> str:
    lines = [summary_words(result)]
    for sentence in result.sentences:
        lines.append(f"{sentence.number}. {sentence.text}")
        lines += [f"   {figure.printed} [{MARKS[figure.verdict]}] {figure.reason}" for figure in sentence.figures]
    for number, table in enumerate(result.tables, start=1):
        lines.append(f"Table {number} of the briefing: {table.caption}")
        cells = ((cell.figure, table.rows[cell.row][0], table.header[cell.column]) for cell in table.cells)
        lines += [f"   {row}, {column}: {f.printed} [{MARKS[f.verdict]}] {f.reason}" for f, row, column in cells]
    return "\n".join(lines)


if __name__ == "__main__":
    app(prog_name="python -m rag")
