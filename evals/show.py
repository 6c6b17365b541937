"""Scores and failures as plain text for the terminal."""

import math
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from evals.comparison import Comparison, RateChange
from evals.model_use import ModelScores
from evals.rates import Rate
from evals.records import VERDICTS, Claim, Item, Result
from evals.scorecard import Scorecard
from evals.scores import ClaimScores, Judged, Latency, OutcomeRow, kind_of


def show_scorecards(console: Console, cards: Mapping[str, Scorecard], asked_of: int) -> None:
    """All scores of the product, then the baselines beside it."""
    product = next(iter(cards.values()))
    if len(product.judged) < asked_of:
        console.print(f"{asked_of - len(product.judged)} of {asked_of} records have no result and are not counted")
    show_outcomes(console, product.outcomes)
    show_claims(console, product.claims)
    show_places(console, product)
    show_latency(console, product.latency)
    show_model(console, product.model)
    for name, card in list(cards.items())[1:]:
        right = rate_to_words(card.rate("part", "answerable questions"))
        console.print(f"{name}: answerable right {right}; answer among four {rate_to_words(card.among_four)}")
        show_latency(console, card.latency)


def show_outcomes(console: Console, rows: Iterable[OutcomeRow]) -> None:
    """A line for each group: how many ended how, and the rate of right ones with its interval."""
    table = Table("by", "group", "n", "right", "wrong", "wrong figure", "refused", "failed", "right %, interval")
    axis = ""
    for row in rows:
        if axis and row.axis != axis:
            table.add_section()
        counts = [str(row.counts[name]) for name in ("right", "wrong", "wrong_figure_shown", "refused", "failed")]
        table.add_row("" if row.axis == axis else row.axis, row.group, str(row.n), *counts, rate_to_words(row.rate()))
        axis = row.axis
    console.print(table)


def show_claims(console: Console, scores: ClaimScores) -> None:
    """The confusion matrix, expected down and got across."""
    table = Table("claims: expected", *VERDICTS)
    for expected in VERDICTS:
        table.add_row(expected, *(str(scores.confusion[expected][got]) for got in VERDICTS))
    console.print(table)
    console.print(f"value shown {rate_to_words(scores.value_shown)}; source cited {rate_to_words(scores.source_cited)}")


def show_places(console: Console, card: Scorecard) -> None:
    """Citations and retrieval, a line each."""
    console.print(
        f"citations: precision {rate_to_words(card.citations.precision)}; recall {rate_to_words(card.citations.recall)}"
    )
    if card.retrieval.n:
        means = ", ".join(f"{metric} {mean:.3f}" for metric, mean in card.retrieval.means.items())
        console.print(f"retrieval: {means} (n={card.retrieval.n})")
    if card.among_four.n:
        console.print(f"answer among four retrieved passages: {rate_to_words(card.among_four)}")


def show_latency(console: Console, latency: Latency) -> None:
    """One line; "undefined" where nothing was timed."""
    values = [number_to_words(value, " ms") for value in (latency.p50, latency.p95, latency.p99)]
    console.print(f"latency p50 {values[0]}, p95 {values[1]}, p99 {values[2]} (n={latency.n})")


def show_model(console: Console, scores: ModelScores) -> None:
    """What a language model did, or only the figures without a source where there was none."""
    for name, words in model_rows(scores):
        console.print(f"{name}: {words}")


def model_rows(scores: ModelScores) -> list[tuple[str, str]]:
    """The model's part, a name and its rate in words each."""
    rows = [("answers with a figure that no source of theirs has", rate_to_words(scores.unsourced))]
    if not scores.n:
        return rows
    return [
        *rows,
        ("worded by the language model", rate_to_words(scores.worded)),
        ("read by the language model", rate_to_words(scores.understood)),
        ("its drafts dropped", rate_to_words(scores.drafts_dropped)),
        ("its sentences dropped", rate_to_words(scores.sentences_dropped)),
        ("answers in which it gave nothing", rate_to_words(scores.failed)),
        ("its calls", str(scores.calls)),
        ("its share of the time", f"{scores.share:.0%}"),
        (
            "why sentences were dropped",
            "; ".join(f"{reason} {n}" for reason, n in scores.reasons.items()) or "none was",
        ),
    ]


def show_comparison(console: Console, comparison: Comparison, with_model: bool = True) -> None:
    """Rates before and after, then each record that got better or worse; what a language model did if that is kept."""
    table = Table("by", "group", "outcome", "before", "after")
    for change in comparison.changes:
        if change.before != change.after or change.axis == "part":
            rates = rate_to_words(change.before), rate_to_words(change.after)
            table.add_row(change.axis, change.group, change.outcome.replace("_", " "), *rates)
    console.print(table)
    p_value = "undefined, nothing changed" if math.isnan(comparison.p_value) else f"{comparison.p_value:.3f}"
    console.print(
        f"{comparison.n} in both: {len(comparison.better)} better, {len(comparison.worse)} worse; McNemar p {p_value}"
    )
    sides = (("before", comparison.model_before), ("after", comparison.model_after)) if with_model else ()
    for word, scores in sides:
        for name, rate in model_rows(scores):
            console.print(f"{word}: {name}: {rate}")
    for word, pairs in (("better", comparison.better), ("worse", comparison.worse)):
        for before, after in pairs:
            console.print(f"{word} {after.item.id}: {asked(after.item)}", markup=False)
            console.print(f"    before {got(before.result)}\n    after  {got(after.result)}", markup=False)
    for word, ids in (("before", comparison.only_before), ("after", comparison.only_after)):
        if ids:
            console.print(f"only in the run {word}: {', '.join(ids)}")


def falls_to_lines(falls: Iterable[RateChange]) -> Iterable[str]:
    """Each fall in a few words."""
    for fall in falls:
        verb = "fell" if fall.outcome == "right" else "rose"
        yield (
            f"{fall.outcome.replace('_', ' ')} of {fall.group} {verb} from {fall.before.hits} to"
            f" {fall.after.hits} of {fall.after.n}"
        )


def failures_to_lines(judged: Sequence[Judged]) -> Iterable[str]:
    """Each result that is not right: what was asked, expected and got, in a few lines."""
    for one in judged:
        if one.outcome.is_right:
            continue
        result = one.result
        yield f"{one.item.id} [{kind_of(one.item)}] {one.outcome.name}: {asked(one.item)}"
        yield f"    expected: {expected(one.item)}"
        yield f"    got     : {got(result)}"
        yield f"    read as : {result.get('reading', '')}"
        yield f"    cited   : {'; '.join(cited(result)) or 'nothing'}"
        yield f"    faults  : {'; '.join(one.outcome.faults)}"


def asked(item: Item) -> str:
    """The words asked, earlier turns first."""
    return item.claim if isinstance(item, Claim) else " / ".join([*item.history, item.question])


def expected(item: Item) -> str:
    """What a right result has, in one line."""
    expect = item.expect
    if isinstance(item, Claim):
        return " or ".join(item.expect.verdicts) + (f" ({', '.join(item.expect.value)})" if item.expect.value else "")
    parts = [" or ".join(item.expect.statuses)]
    parts += [" | ".join(group) for group in item.expect.contains]
    parts += [f"not {said!r}" for said in item.expect.excludes]
    parts += [f"from {' | '.join(group)}" for group in expect.sources]
    return "; ".join(parts)


def got(result: Result) -> str:
    """Status or verdict, and the headline."""
    if "error" in result:
        return f"{result['error']} ({result.get('raised_at', '')})"
    return f"{result.get('status') or result.get('verdict')}: {result['headline']}"


def cited(result: Result) -> list[str]:
    """Each citation's report and place."""
    citations = result.get("citations") or []
    return [f"{one['report']}, {place_of(one)}" for one in citations]


def place_of(citation: Result) -> str:
    """The place in words, whichever way the product gives it."""
    place = citation.get("place") or citation.get("locator") or ""
    if isinstance(place, dict):
        return ", ".join(str(value) for value in place.values() if value)
    return str(place)


def rate_to_words(rate: Rate) -> str:
    """The share with its interval and count, "undefined" where there is nothing to count."""
    if not rate.n:
        return "undefined (n=0)"
    low, high = rate.interval
    return f"{rate.share:.1%} ({low:.1%} to {high:.1%}), {rate.hits} of {rate.n}"


def number_to_words(value: float, unit: str = "") -> str:
    """One decimal; "undefined" for NaN."""
    return "undefined" if math.isnan(value) else f"{value:.1f}{unit}"
