"""The ways of an evaluation: run (ask and write down) and score (compare with what is expected) are apart."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from evals.answering import Answering, Progress, answer_all
from evals.baselines import check_baselines, open_baseline
from evals.errors import EvaluationError
from evals.pages.committee import run_to_committee_page
from evals.pages.html import page_to_html
from evals.pages.markdown import page_to_markdown
from evals.pages.report import run_to_page
from evals.product import open_product, prepare_index, read_settings
from evals.records import Item, Question
from evals.runs import PRODUCT, Run, RunFiles, describe_run, files_in, open_run, start_folder, write_manifest
from evals.scorecard import Scorecard, make_scorecard, scorecard_to_dict
from evals.scores import Judged, judge_all
from evals.sets import load_sets


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What is asked of whom; results go to ``out``, or ``resume``, or a new folder in ``runs_dir``."""

    sets: tuple[str, ...]
    runs_dir: Path
    out: Path | None = None
    resume: Path | None = None
    corpus: Path | None = None
    index: Path | None = None
    model: str = "none"
    baselines: tuple[str, ...] = ()


def run_sets(request: RunRequest, now: datetime, on_progress: Progress) -> RunFiles:
    """Answers the sets with the product and the baselines, and says where the results are.

    Raises:
        InputError: a set or an option cannot be used; nothing is written then.
        EvaluationError: one or more records failed; the others are written.
    """
    check_baselines(request.baselines)
    items = load_sets(request.sets)
    settings = read_settings(request.corpus, request.index, request.model)
    files = _choose_files(request, items, now)
    if files.folder and not request.resume:
        write_manifest(files, describe_run(request.sets, settings, request.model, now))
    failed = _ask_all(request.baselines, items, settings, files, on_progress)
    if failed:
        raise EvaluationError(f"{files.results}: {failed} failed; run it again to ask only these again")
    return files


def score_run(run: Run, with_retrieval: bool = True) -> dict[str, Scorecard]:
    """The scores of the product and of each baseline; in a dated folder they are written down too."""
    cards = {
        system: make_scorecard(system, judge_all(run.items, results), with_retrieval)
        for system, results in run.results.items()
    }
    if run.files.folder and with_retrieval:
        scores = {system: scorecard_to_dict(card) for system, card in cards.items()}
        text = json.dumps({"items": len(run.items), **scores}, indent=2)
        run.files.beside("scores.json").write_text(text + "\n", encoding="utf-8")
    return cards


def write_report(run: Run) -> tuple[Path, ...]:
    """The page of a run and the page for a committee, each as HTML and Markdown."""
    cards = score_run(run)
    pages = {"report": run_to_page(run, cards), "committee": run_to_committee_page(run, cards)}
    written = []
    for name, page in pages.items():
        for ending, text in (("html", page_to_html(page)), ("md", page_to_markdown(page))):
            written.append(run.files.beside(f"{name}.{ending}"))
            written[-1].write_text(text, encoding="utf-8")
    return tuple(written)


def judge_run(path: Path, sets: Sequence[str] = ()) -> tuple[Judged, ...]:
    """The product's results of a run, judged against its sets."""
    run = open_run(path, sets)
    return judge_all(run.items, run.results[PRODUCT])


def _choose_files(request: RunRequest, items: Sequence[Item], now: datetime) -> RunFiles:
    if request.out:
        return RunFiles(request.out)
    if request.resume:
        return files_in(request.resume)
    return start_folder(request.runs_dir, request.sets, items, now)


def _ask_all(
    baselines: Sequence[str], items: Sequence[Item], settings: Any, files: RunFiles, on_progress: Progress
) -> int:
    """Asks one system after the other, each opened only where it has something left to answer."""

    def product() -> Answering:
        prepare_index(settings, on_progress)
        return open_product(settings)

    failed = answer_all(items, product, files.results_of(PRODUCT), on_progress)
    questions = [item for item in items if isinstance(item, Question)]
    for name in baselines:
        failed += answer_all(questions, partial(open_baseline, name, settings), files.results_of(name), on_progress)
    return failed
