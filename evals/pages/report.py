"""What the report of a run says: every score, and every result that is not right."""

from collections.abc import Mapping, Sequence

from evals.outcomes import OUTCOMES
from evals.pages.page import Bar, BarChart, Block, Entry, Grid, Page, Section, Words
from evals.rates import Rate
from evals.records import VERDICTS
from evals.retrieval import METRICS
from evals.runs import PRODUCT, Run
from evals.scorecard import Scorecard
from evals.scores import Judged, OutcomeRow, kind_of
from evals.show import asked, cited, expected, got, model_rows, number_to_words, rate_to_words

_AXES = {"part": "By what is asked for", "kind": "By kind", "persona": "By who asks", "report": "By report"}


def run_to_page(run: Run, cards: Mapping[str, Scorecard]) -> Page:
    """The report of a run, for those who work on the product."""
    card = cards[PRODUCT]
    sections = (
        Section(
            "Result",
            (
                _headline_grid(card),
                _chart("Right, by kind of question", card, "kind"),
                *_not_asked(run, card),
            ),
        ),
        Section("Beside the baselines", _baseline_blocks(cards)),
        Section("In detail", tuple(_outcome_grid(card, axis, caption) for axis, caption in _AXES.items())),
        Section("Claims", _claim_blocks(card)),
        Section("Citations, retrieval and time", _place_blocks(card)),
        Section("The language model", (_model_grid(card),)),
        Section("Not right", _failure_blocks(card.judged)),
        Section("How it was run", (_manifest_grid(run),)),
    )
    return Page(f"Evaluation {run.name}", sections)


def _headline_grid(card: Scorecard) -> Grid:
    rows = [(row.group, row) for row in card.outcomes if row.axis in ("part", "all")]
    return Grid(
        "Rates of right results with their 95 per cent interval (Wilson)",
        ("of", "right", "wrong figure shown", "refused"),
        tuple(
            (name, *(rate_to_words(row.rate(one)) for one in ("right", "wrong_figure_shown", "refused")))
            for name, row in rows
        ),
    )


def _model_grid(card: Scorecard) -> Grid:
    caption = "What the language model did" if card.model.n else "No language model was used"
    return Grid(caption, ("what", "rate"), tuple(model_rows(card.model)))


def _not_asked(run: Run, card: Scorecard) -> tuple[Block, ...]:
    missing = len(run.items) - len(card.judged)
    return (Words(f"{missing} of {len(run.items)} records have no result and are not counted."),) if missing else ()


def _baseline_blocks(cards: Mapping[str, Scorecard]) -> tuple[Block, ...]:
    if len(cards) == 1:
        return (Words("No baseline was run: add --baseline naive --baseline bm25."),)
    note = (
        "naive is the chain of the tutorials (pieces of 1,000 characters, Chroma, the same embedding model), "
        "bm25 is full-text search; the headline of each is the first piece that it finds. The third column "
        "is the share in which a reader of the first four passages could find the answer."
    )
    return (Words(note), baseline_grid(cards))


def baseline_grid(cards: Mapping[str, Scorecard]) -> Grid:
    """The systems side by side, in quality and in time."""
    return Grid(
        "The product and the baselines on the same questions",
        (
            "system",
            "answerable: right",
            "answer among four passages",
            "unanswerable: right",
            "p50 ms",
            "p95 ms",
        ),
        tuple(
            (
                name,
                rate_to_words(card.rate("part", "answerable questions")),
                rate_to_words(card.among_four),
                rate_to_words(card.rate("part", "unanswerable questions")),
                number_to_words(card.latency.p50),
                number_to_words(card.latency.p95),
            )
            for name, card in cards.items()
        ),
    )


def _outcome_grid(card: Scorecard, axis: str, caption: str) -> Grid:
    return Grid(
        caption,
        ("group", "n", *(name.replace("_", " ") for name in OUTCOMES), "rate of right"),
        tuple(
            (
                row.group.replace("_", " "),
                str(row.n),
                *(str(row.counts[name]) for name in OUTCOMES),
                rate_to_words(row.rate()),
            )
            for row in card.outcomes
            if row.axis == axis
        ),
    )


def _chart(caption: str, card: Scorecard, axis: str) -> BarChart:
    return BarChart(caption, tuple(_row_to_bar(row) for row in card.outcomes if row.axis == axis))


def _row_to_bar(row: OutcomeRow) -> Bar:
    rate = row.rate()
    return Bar(row.group.replace("_", " "), rate.share, rate_to_words(rate), *rate.interval)


def _claim_blocks(card: Scorecard) -> tuple[Block, ...]:
    matrix = Grid(
        "Verdicts: expected down, got across",
        ("expected", *VERDICTS),
        tuple((wanted, *(str(card.claims.confusion[wanted][got_one]) for got_one in VERDICTS)) for wanted in VERDICTS),
    )
    rates = _rates_grid(
        "Of the claims",
        (("value shown", card.claims.value_shown), ("source cited", card.claims.source_cited)),
    )
    return matrix, rates


def _place_blocks(card: Scorecard) -> tuple[Block, ...]:
    citations = _rates_grid(
        "Citations against the gold places",
        (("precision", card.citations.precision), ("recall", card.citations.recall)),
    )
    retrieval = Grid(
        f"Retrieval against the gold evidence, mean over {card.retrieval.n} questions",
        ("metric", "mean"),
        tuple((metric, f"{card.retrieval.means[metric]:.3f}") for metric in METRICS),
    )
    latency = Grid(
        f"Time for one result, over {card.latency.n}",
        ("percentile", "milliseconds"),
        tuple((name, number_to_words(getattr(card.latency, name))) for name in ("p50", "p95", "p99")),
    )
    return citations, retrieval, latency


def _rates_grid(caption: str, rates: Sequence[tuple[str, Rate]]) -> Grid:
    return Grid(caption, ("what", "rate"), tuple((name, rate_to_words(rate)) for name, rate in rates))


def _failure_blocks(judged: Sequence[Judged]) -> tuple[Block, ...]:
    failures = tuple(_failure_to_entry(one) for one in judged if not one.outcome.is_right)
    return failures or (Words("Every result is right."),)


def _failure_to_entry(one: Judged) -> Entry:
    return Entry(
        f"{one.item.id}: {one.outcome.name.replace('_', ' ')} ({kind_of(one.item).replace('_', ' ')})",
        (
            ("Asked", asked(one.item)),
            ("Expected", expected(one.item)),
            ("Got", got(one.result)),
            ("Cited", "; ".join(cited(one.result)) or "nothing"),
            ("Read as", str(one.result.get("reading") or "not told")),
            ("Why not right", "; ".join(one.outcome.faults)),
        ),
    )


def _manifest_grid(run: Run) -> Grid:
    rows = [(name, value) for name, value in run.manifest.items() if not isinstance(value, dict)]
    for name, values in run.manifest.items():
        if isinstance(values, dict):
            rows += [(f"{name}: {part}", value) for part, value in values.items()]
    return Grid(
        "Settings, versions and digests", ("setting", "value"), tuple((name, str(value)) for name, value in rows)
    )
