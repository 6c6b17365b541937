"""Adding a report, removing one, undoing either, and reading all of them anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from app_pages.ingest_run import IngestRun
from app_pages.report_files import add_file, bring_back, is_added, take_out
from app_pages.start import first_run, watch
from app_pages.words import as_plain_markdown, count_words, sentence_case
from ingest.errors import WrongUse
from ingest.settings import load_settings
from ingest.sources import FORMATS
from ingest.store_records import ReportInfo, Summary


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to the reports: words for it, and the way back ("" where there is none)."""

    words: str
    is_good: bool = True
    file: str = ""
    undo: str = ""


def show_changes(infos: Sequence[ReportInfo]) -> None:
    """The part of the page that changes what is held."""
    st.html("<h2>Add or remove a report</h2>")
    _show_last_change()
    _show_adding()
    _show_removing([info for info in infos if is_added(info.file)])
    st.button("Read the reports anew", on_click=_ask_for, args=("rebuild", ""))
    wanted = st.session_state.pop("wanted_change", None)
    if wanted:
        st.session_state.last_change = _carry_out(*wanted)
        st.rerun()


def _show_last_change() -> None:
    change: Change | None = st.session_state.get("last_change")
    if change is None:
        return
    (st.success if change.is_good else st.error)(as_plain_markdown(change.words))
    if change.undo:
        st.button("Undo", on_click=_ask_for, args=(change.undo, change.file))


def _show_adding() -> None:
    kinds = sorted(kind.removeprefix(".") for kind in FORMATS)
    with st.form("add-report", clear_on_submit=True):
        sent = st.file_uploader("A report to add: PDF, Word, web page, Markdown, text or CSV", kinds)
        st.caption(
            "A file with the name of a report held here, such as progress-report-2025.pdf, takes its place; "
            "answers then quote the published words."
        )
        is_sent = st.form_submit_button("Add this report")
    if is_sent and sent is None:
        st.error("Choose a file first")
    elif is_sent and sent is not None:
        st.session_state.last_change = _add(sent.name, sent.getvalue())
        st.rerun()


def _show_removing(added: Sequence[ReportInfo]) -> None:
    if not added:
        return
    titles = {info.file: f"{info.title} ({info.file})" for info in added}
    file = st.selectbox("A report to remove", list(titles), index=None, format_func=lambda name: titles[name])
    st.button("Remove this report", on_click=_ask_for, args=("remove", file), disabled=file is None)


def _ask_for(change: str, file: str) -> None:
    st.session_state.wanted_change = (change, file)


def _add(name: str, content: bytes) -> Change:
    corpus = load_settings().corpus_dir
    try:
        file = add_file(corpus, name, content)
    except WrongUse as error:
        return Change(sentence_case(str(error)), is_good=False)
    summary, error_words = _read_anew()
    if summary is None:
        take_out(corpus, file)
        return Change(f"{name} was not added: {error_words}", is_good=False)
    unreadable = [problem.what for problem in summary.unreadable if problem.where == file]
    if unreadable:
        take_out(corpus, file)
        _read_anew()
        return Change(f"{name} was not added: {unreadable[0]}", is_good=False)
    info = next(info for info in summary.reports if info.file == file)
    return Change(f"{name} was added. {_what_was_read(info)}", file=file, undo="remove")


def _carry_out(change: str, file: str) -> Change:
    corpus = load_settings().corpus_dir
    steps: dict[str, tuple[Callable[[], None], Callable[[], None], Change]] = {
        "remove": (
            lambda: take_out(corpus, file),
            lambda: bring_back(corpus, file),
            Change(f"{file} was removed.", file=file, undo="bring back"),
        ),
        "bring back": (
            lambda: bring_back(corpus, file),
            lambda: take_out(corpus, file),
            Change(f"{file} was brought back.", file=file, undo="remove"),
        ),
        "rebuild": (_do_nothing, _do_nothing, Change("The reports were read; the index is up to date.")),
    }
    do, take_back, done = steps[change]
    try:
        do()
        summary, error_words = _read_anew()
        if summary is None:
            take_back()
            return Change(f"Nothing was changed: {error_words}", is_good=False)
    except WrongUse as error:
        return Change(sentence_case(str(error)), is_good=False)
    return done


def _read_anew() -> tuple[Summary | None, str]:
    settings = load_settings()
    watch(first_run(settings))
    run = IngestRun(settings)
    watch(run)
    return run.summary, run.error


def _what_was_read(info: ReportInfo) -> str:
    counts = info.counts
    figures = counts.cells + counts.prose_figures
    read = (
        f"Read: {count_words(counts.passages, 'passage')}, {count_words(counts.tables, 'table')}, "
        f"{count_words(figures, 'figure')}."
    )
    unread = " ".join(f"Not read: {part.where}: {part.what}." for part in info.problems)
    return f"{read} {unread}".strip()


def _do_nothing() -> None:
    """For a change that touches no file."""
