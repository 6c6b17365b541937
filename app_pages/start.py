"""From the start of the app to an open index and an answerer, with something to look at all the while."""

import logging
import time
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread

import streamlit as st

from app_pages.ingest_run import IngestRun
from app_pages.words import sentence_case
from ingest.errors import BrokenIndex, IngestError
from ingest.settings import Settings, load_settings
from ingest.store import Index, open_index
from ingest.versions import current_version
from rag.pipeline import Answerer, load_answerer

_LOOK_AGAIN = 0.2


def open_reports() -> Index | None:
    """The index to show; while the first one is being built, its progress, and then the page anew.

    Returns:
        None where there is no index and none can be built; the reason is on the page.
    """
    settings = load_settings()
    run = first_run(settings)
    try:
        index = index_of(settings, current_version(settings.index_dir))
        start_answerer(settings, index.version)
        return index
    except BrokenIndex as error:
        if run.is_running:
            _show_first_build(run)
            st.rerun()
        first_run.clear()
        st.error(sentence_case(run.error or str(error)))
        return None


def wait_for_answerer(index: Index) -> Answerer:
    """The answerer over this index; the first call after a start waits for the language libraries."""
    loading = start_answerer(load_settings(), index.version)
    try:
        if loading.done():
            return loading.result()
        with st.spinner("Opening the reports. The first question after a start takes a few seconds."):
            return loading.result()
    except Exception:
        start_answerer.clear()
        raise


def watch(run: IngestRun) -> None:
    """A progress bar that follows a run to its end."""
    bar = st.progress(run.fraction, text=run.in_words())
    while run.is_running:
        bar.progress(run.fraction, text=f"{run.in_words()} ({run.fraction:.0%})")
        time.sleep(_LOOK_AGAIN)
    bar.empty()


@st.cache_resource(show_spinner=False)
def first_run(_settings: Settings) -> IngestRun:
    """The run that each start of the app begins with; it ends at once where nothing has changed."""
    return IngestRun(_settings)


@st.cache_resource(show_spinner=False, max_entries=2)
def index_of(_settings: Settings, version: str | None) -> Index:
    """The index of this version, open."""
    return open_index(_settings.index_dir, _settings)


@st.cache_resource(show_spinner=False, max_entries=2)
def start_answerer(_settings: Settings, version: str) -> "Future[Answerer]":
    """Begin to load the answerer of this version, so that the page need not wait for it."""
    return _loader().submit(_load, _settings)


@st.cache_resource(show_spinner=False)
def _loader() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="answerer")


def _load(settings: Settings) -> Answerer:
    """The answerer, ready for what the figures answer; what finds passages goes on loading behind it."""
    answerer = load_answerer(settings)
    Thread(target=_warm, args=(answerer,), name="passages", daemon=True).start()
    return answerer


def _warm(answerer: Answerer) -> None:
    try:
        answerer.retrieve("people in treatment", 1)
    except IngestError:
        logging.getLogger(__name__).exception("passages cannot be found")


def _show_first_build(run: IngestRun) -> None:
    st.html("<h1>Getting the reports ready</h1>")
    st.write(
        "This is done once, and again when a report changes. It takes about a minute; "
        "the chat opens by itself when it is ready."
    )
    watch(run)
