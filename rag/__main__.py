"""Ask the reports, or check a claim against them.

python -m rag ask "How many people were in treatment in Birmingham in 2023/24?"
python -m rag ask "and in Coventry?" --history "How many people were in treatment in Birmingham?"
python -m rag check "Drug-related deaths in Walsall doubled in 2024." --json

Exit codes: 0 done (also where the reports do not say), 1 the run failed, 2 wrong use or no index.
"""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from ingest.errors import IngestError
from ingest.settings import load_settings
from rag.pipeline import Answerer, load_answerer
from rag.records import Answer
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
    answer = _answerer(corpus, index).answer(question, history or ())
    print(json.dumps(answer_to_dict(answer), ensure_ascii=False, indent=2) if as_json else _to_text(answer))


@app.command()
def check(
    claim: Annotated[str, typer.Argument(help="One statement, such as a sentence of a briefing.")],
    as_json: _Json = False,
    corpus: _Corpus = None,
    index: _Index = None,
) -> None:
    """Hold a claim against the reports: supported, contradicted, conflicting or not_found."""
    verdict = _answerer(corpus, index).check(claim)
    if as_json:
        print(json.dumps(verdict_to_dict(verdict), ensure_ascii=False, indent=2))
        return
    lines = [f"{verdict.verdict}: {verdict.headline}"]
    if verdict.derivation:
        lines.append(f"  Working: {verdict.derivation.working}")
    lines += [f"  [{c.number}] {c.title}: {c.place}" for c in verdict.citations]
    print("\n".join(lines))


def _answerer(corpus: Path | None, index: Path | None) -> Answerer:
    try:
        return load_answerer(load_settings(corpus_dir=corpus, index_dir=index))
    except IngestError as error:
        print(f"rag: {error}", file=sys.stderr)
        raise typer.Exit(2) from error


def _to_text(answer: Answer) -> str:
    lines = [answer.headline, *(f"  {line}" for line in answer.detail)]
    if answer.derivation:
        lines.append(f"  Working: {answer.derivation.working}")
    lines += [f"  Note: {caveat}" for caveat in answer.caveats]
    lines += [f"  [{c.number}] {c.title}: {c.place}\n      “{' '.join(c.quote.split())}”" for c in answer.citations]
    return "\n".join([*lines, f"  Read as: {answer.reading}"])


if __name__ == "__main__":
    app(prog_name="python -m rag")
