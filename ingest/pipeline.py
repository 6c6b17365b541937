"""The ingest: report files -> passages, figures and findings -> a new version of the index."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import Any

from ingest.errors import BrokenIndex
from ingest.extract import extract_contents
from ingest.kept_vectors import kept_vectors
from ingest.lexicon import data_file, load_lexicon
from ingest.passage_vectors import Known, embed_passages
from ingest.progress import OnProgress, Progress, say_nothing
from ingest.readings import read_sources
from ingest.records import Problem
from ingest.settings import Settings
from ingest.sources import find_sources, take_fingerprint
from ingest.store import Index, open_any_index
from ingest.store_records import Contents, Summary
from ingest.store_rows import bytes_to_vector, digest_text
from ingest.store_write import write_store
from ingest.subject_index import FILE, attach, load_subject_index
from ingest.vectors import VectorPlace, drop_vectors, write_vectors
from ingest.versions import (
    current_version,
    exclusive_run,
    remove_others,
    start_version,
    store_file,
    switch_to,
    vector_folder,
)


def run_ingest(settings: Settings, on_progress: OnProgress = say_nothing) -> Summary:
    """Bring the index up to date with the reports; readers see the old one until the new one is complete.

    Raises:
        WrongUse: a folder or setting cannot be used; the old index is kept.
        UnreadableReport: not one report could be read; the old index is kept.
        IngestError: another run is at work.
    """
    sources = find_sources(settings.corpus_dir)
    lexicon = load_lexicon(settings.corpus_dir)
    fingerprint = take_fingerprint(settings, sources)
    with _open_previous(settings) as previous:
        if previous and _is_up_to_date(previous, fingerprint, settings):
            return replace(_summarise(previous), is_unchanged=True)
    with exclusive_run(settings.index_dir):
        _remove_old_versions(settings)
        with _open_previous(settings) as previous:
            read_before = _if_same(previous, "code", fingerprint)
            readings, unreadable = read_sources(settings.corpus_dir, sources, read_before, on_progress)
            contents = extract_contents(readings, lexicon, on_progress)
            known = _known_vectors(settings, _if_same(previous, "model", fingerprint))
            passages, figures = contents.passages, contents.figures
            subjects = load_subject_index(data_file(settings.corpus_dir, FILE)).within(passages, figures)
            vectors = embed_passages(passages, subjects.texts(passages), known, settings, on_progress)
            asked = attach(subjects, contents, vectors, lexicon)
        manifest = {
            "fingerprint": fingerprint,
            "model": settings.embedding_model,
            "unreadable": _to_json(unreadable),
        }
        version = _write_version(settings, replace(contents, vectors=vectors, asked=asked), manifest, on_progress)
        on_progress(Progress("switch", 0, 1))
        switch_to(settings.index_dir, version)
    with open_any_index(settings.index_dir, settings) as index:
        return _summarise(index)


@contextmanager
def _open_previous(settings: Settings) -> Iterator[Index | None]:
    try:
        index = open_any_index(settings.index_dir, settings)
    except BrokenIndex:
        yield None
        return
    with index:
        yield index


def _is_up_to_date(previous: Index, fingerprint: dict[str, Any], settings: Settings) -> bool:
    has_vectors = bool(settings.chroma_url) or vector_folder(settings.index_dir, previous.version).is_dir()
    return has_vectors and previous.manifest("fingerprint") == fingerprint


def _if_same(previous: Index | None, part: str, fingerprint: dict[str, Any]) -> Index | None:
    """The index before, if this part of what it was built from is the same now."""
    return previous if previous and previous.manifest("fingerprint")[part] == fingerprint[part] else None


def _known_vectors(settings: Settings, previous: Index | None) -> Known:
    """Vectors of the same model: those that come with the subject index, and those of the index before."""
    return lambda digests: kept_vectors(settings, digests) | (previous.vectors_of(list(digests)) if previous else {})


def _remove_old_versions(settings: Settings) -> None:
    for version in remove_others(settings.index_dir, current_version(settings.index_dir)):
        if settings.chroma_url:
            drop_vectors(_vector_place(settings, version))


def _write_version(settings: Settings, contents: Contents, manifest: dict[str, Any], on_progress: OnProgress) -> str:
    passages = contents.passages
    version = start_version(settings.index_dir)
    on_progress(Progress("write vectors", 0, len(passages)))
    write_vectors(
        _vector_place(settings, version),
        passages,
        (bytes_to_vector(contents.vectors[digest_text(passage.indexed)]) for passage in passages),
        lambda done: on_progress(Progress("write vectors", done, len(passages))),
    )
    on_progress(Progress("write store", 0, 1))
    write_store(store_file(settings.index_dir, version), contents, manifest)
    return version


def _vector_place(settings: Settings, version: str) -> VectorPlace:
    return VectorPlace(vector_folder(settings.index_dir, version), version, settings.chroma_url)


def _summarise(index: Index) -> Summary:
    unreadable = tuple(Problem(**problem) for problem in index.manifest("unreadable"))
    return Summary(index.version, tuple(index.reports()), unreadable, index.count_findings())


def _to_json(problems: list[Problem]) -> list[dict[str, str]]:
    return [asdict(problem) for problem in problems]
