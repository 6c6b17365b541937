"""What a language model did in a run: how much of its drafts was dropped, its share of the time, figures without a source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from statistics import fmean
from typing import Any

from evals.printed_numbers import figures_shown, text_to_numbers
from evals.rates import Rate, rate_of
from evals.records import Claim, Result
from evals.scores import Judged

_SMALL = 12  # counts up to here are taken as counted by the product ("two values", "5 of the 7 areas")


@dataclass(frozen=True, slots=True)
class ModelScores:
    """The model's part in the answers of a run.

    ``worded`` is over all answers; ``drafts_dropped`` over the answers for which it drafted something, of which nothing was
    kept; ``sentences_dropped`` over all its sentences; ``failed`` over all answers, where the service gave nothing.
    ``share`` is the mean share of an answer's time, NaN where there was no model; ``reasons`` counts why sentences went.
    ``unsourced`` is over all answers with a headline: those that show a figure which none of their sources bears out.
    """

    n: int
    worded: Rate
    understood: Rate
    drafts_dropped: Rate
    sentences_dropped: Rate
    failed: Rate
    unsourced: Rate
    calls: int
    share: float
    reasons: dict[str, int]


def score_model(judged: Sequence[Judged]) -> ModelScores:
    """The scores of the answers to questions; claims are judged without a model."""
    results = [one.result for one in judged if not isinstance(one.item, Claim) and "error" not in one.result]
    uses = [result["model"] for result in results if result.get("model")]
    drafted = [use for use in uses if use["sentences"]]
    dropped = [one for use in uses for one in use["dropped"]]
    reasons = [one["reason"] for one in dropped]
    return ModelScores(
        n=len(uses),
        worded=rate_of(use["worded"] for use in uses),
        understood=rate_of(use["understood"] for use in uses),
        drafts_dropped=rate_of(not use["worded"] for use in drafted),
        sentences_dropped=Rate(len(dropped), sum(use["sentences"] for use in uses)),
        failed=rate_of(bool(use["problem"]) for use in uses),
        unsourced=rate_of(bool(unsourced_figures(result)) for result in results),
        calls=sum(use["calls"] for use in uses),
        share=fmean([use["share"] for use in uses]) if uses else float("nan"),
        reasons={
            reason: reasons.count(reason) for reason in sorted(set(reasons), key=lambda r: (-reasons.count(r), r))
        },
    )


def unsourced_figures(result: Result) -> tuple[str, ...]:
    """The figures that headline and detail show though no citation, figure or working of the answer has them."""
    known = {abs(value) for text in _sources(result) for value in _values(text)}
    levels = [Decimal(figure["value"]) for figure in result.get("figures", ())]
    shown = figures_shown(" ".join([result["headline"], *result.get("detail", ())]))
    return tuple(
        number.printed
        for number in shown
        if number.value not in known and number.value > _SMALL and not _is_worked_out(number.value, levels)
    )


def _sources(result: Result) -> Iterable[str]:
    yield from (citation.get("quote", "") for citation in result.get("citations", ()))
    for figure in result.get("figures", ()):
        yield from (figure["printed"], figure["measure"], figure.get("sentence", ""), *figure.get("breakdown", ()))
    if result["status"] != "answered":
        yield result.get("question", "")  # a refusal repeats the numbers that were asked about
    yield (result.get("derivation") or {}).get("working", "")
    for finding in result.get("findings", ()):
        yield from (str(finding[name]) for name in ("value_a", "value_b", "explanation"))


def _values(text: str) -> Iterable[Decimal]:
    for number in text_to_numbers(text):
        yield from (number.value, number.mantissa)


def _is_worked_out(value: Decimal, levels: Sequence[Decimal]) -> bool:
    """A sum of all or a difference, share, ratio or change of two of the figures, to the places that it is shown with."""
    exponent = value.as_tuple().exponent
    half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    candidates = [sum(levels, Decimal(0))]
    for a, b in permutations(levels, 2):
        candidates += [abs(a - b), a + b, *((a / b, a / b * 100, abs(a - b) / abs(b) * 100) if b else ())]
    return any(abs(one - value) <= half for one in candidates)


def model_to_dict(scores: ModelScores, to_dict: Any) -> dict[str, Any]:
    """The scores as JSON; ``to_dict`` turns a rate to JSON."""
    rates = ("worded", "understood", "drafts_dropped", "sentences_dropped", "failed", "unsourced")
    return {
        "n": scores.n,
        **{name: to_dict(getattr(scores, name)) for name in rates},
        "calls": scores.calls,
        "share_of_time": round(scores.share, 4) if scores.n else None,
        "reasons": scores.reasons,
    }
