"""A run in the field's usual record, so that ragas or deepeval can score it too."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evals.records import Claim, Item, Result
from evals.show import asked


def run_to_samples(items: Sequence[Item], results: Mapping[str, Result]) -> Iterable[dict[str, Any]]:
    """A single-turn sample for each result: user_input, retrieved_contexts, response, reference.

    The contexts are what retrieval found or, where a result does not tell, the quotes of its citations.
    """
    for item in items:
        result = results.get(item.id)
        if result is None or "error" in result:
            continue
        yield {
            "id": item.id,
            "user_input": asked(item),
            "retrieved_contexts": _contexts(result),
            "response": _response(result),
            "reference": _reference(item),
            "reference_contexts": [evidence.text for evidence in item.evidence],
        }


def _contexts(result: Result) -> list[str]:
    passages = result.get("retrieved") or result.get("citations") or []
    texts = (passage.get("text") or passage.get("quote") or "" for passage in passages)
    return [text for text in texts if text]


def _response(result: Result) -> str:
    verdict = result.get("verdict")
    return f"{verdict}: {result['headline']}" if verdict else str(result["headline"])


def _reference(item: Item) -> str:
    """The first alternative of each expected group, with the note that explains it."""
    if isinstance(item, Claim):
        said = [f"{item.expect.verdict}:", *item.expect.value]
    elif item.expect.status != "answered":
        said = ["The reports do not say."]
    else:
        said = [group[0].strip() for group in item.expect.contains]
    return " ".join([*said, f"({item.note})" if item.note else ""]).strip()
