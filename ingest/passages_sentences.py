"""Sentences as passages of their own: the smallest piece of prose that can answer a question and be cited."""

from collections.abc import Iterable

from ingest.passage_drafts import Draft
from ingest.words import split_statements


def with_sentences(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, each paragraph and item of several sentences followed by these; a sentence in two pieces comes once."""
    out: list[Draft] = []
    seen: set[tuple[object, str]] = set()
    for draft in drafts:
        out.append(draft)
        sentences = split_statements(draft.text) if "\n" not in draft.text and draft.kind in ("prose", "item") else []
        for sentence in sentences if len(sentences) > 1 else []:
            if (draft.locator, sentence) not in seen:
                seen.add((draft.locator, sentence))
                out.append(Draft("sentence", sentence, "", draft.locator))
    return out
