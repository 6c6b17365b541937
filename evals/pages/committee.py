"""The page for a committee, in plain words: how often it was right, and what happens when it is not."""

import math
from collections.abc import Mapping

from evals.pages.page import Bar, BarChart, Block, Bullets, Page, Section, Words
from evals.rates import Rate
from evals.runs import PRODUCT, Run
from evals.scorecard import Scorecard

_KINDS = {
    "figure": "One figure",
    "calculation": "A figure worked out",
    "comparison": "A comparison",
    "ranking": "Highest and lowest",
    "list": "A list",
    "passage": "What a report says",
    "definition": "What a word means",
    "yes_no": "Yes or no",
    "discrepancy": "Where reports disagree",
    "unanswerable": "Not in the reports",
    "claim": "Checking a claim",
}


def run_to_committee_page(run: Run, cards: Mapping[str, Scorecard]) -> Page:
    """The summary of a run for readers who have never seen an evaluation."""
    card = cards[PRODUCT]
    sections = (
        Section("In short", _summary(card)),
        Section("How often it was right", (_chart(card),)),
        Section("When it was not right", _mistakes(card)),
        Section("Beside simpler software", _beside(cards)),
        Section("How this was tested", (_method(run, card),)),
    )
    return Page("How well the drug policy chat answers", tuple(section for section in sections if section.blocks))


def _summary(card: Scorecard) -> tuple[Block, ...]:
    answerable, unanswerable = (card.rate("part", f"{part} questions") for part in ("answerable", "unanswerable"))
    claims = card.rate("part", "claims")
    said = (
        (answerable, "It gave the right answer, with its source, to {} questions that the reports answer."),
        (
            unanswerable,
            "It rightly said that the reports do not tell, for {} questions that they do not answer.",
        ),
        (claims, "It gave the right verdict on {} claims about the reports."),
    )
    sentences = [words.format(_count(rate)) for rate, words in said if rate.n]
    if card.latency.n:
        sentences.append(f"Half of the answers took less than {_time(card.latency.p50)}.")
    return (Bullets(tuple(sentences)),)


def _chart(card: Scorecard) -> BarChart:
    rows = [row for kind in _KINDS if (row := card.row("kind", kind))]
    bars = tuple(
        Bar(_KINDS[row.group], row.rate().share, f"{row.rate().hits} of {row.n}", *row.rate().interval) for row in rows
    )
    caption = "Right results of all, by what was asked. The thin line shows how far chance could move the bar."
    return BarChart(caption, bars)


def _mistakes(card: Scorecard) -> tuple[Block, ...]:
    row = card.row("all", "all")
    if row is None:
        return ()
    counts = row.counts
    return (
        Bullets(
            (
                f"{counts['wrong_figure_shown']} of {row.n} results showed a figure that was not right. "
                "This is the mistake that matters most, since a reader could repeat it.",
                f"{counts['refused']} said that the reports do not tell, or asked back, though they do tell. "
                "A reader loses time by this but is not misled.",
                f"{counts['wrong'] + counts['failed']} were wrong in another way: a part was missing, the "
                "source was not the right one, or the verdict on a claim was wrong.",
            )
        ),
        Words("Each of them is listed, with what was expected, in the full report of the run."),
    )


def _beside(cards: Mapping[str, Scorecard]) -> tuple[Block, ...]:
    names = {"naive": "A plain question-answering chain", "bm25": "A plain word search"}
    sentences = tuple(
        f"{names[name]} had the right answer first for {_count(card.rate('part', 'answerable questions'))} "
        "questions that the reports answer, and somewhere in the first four passages it found for "
        f"{_count(card.among_four)}."
        for name, card in cards.items()
        if name in names
    )
    return (Bullets(sentences),) if sentences else ()


def _method(run: Run, card: Scorecard) -> Words:
    started = str(run.manifest.get("started", ""))[:10]
    when = f" on {started}" if started else ""
    return Words(
        f"{len(card.judged)} questions and claims with known answers were put to the software{when}. "
        "A computer compared each answer with the known one. A figure counts as right only when every digit "
        "is right, and only what the first one or two sentences say counts."
    )


def _count(rate: Rate) -> str:
    return f"{rate.hits} of {rate.n} ({rate.share:.0%})" if rate.n else "0 of 0"


def _time(milliseconds: float) -> str:
    """A time that is certainly not reached, in everyday words."""
    if milliseconds < 100:
        return "a tenth of a second"
    tenths = math.ceil(milliseconds / 100)
    return f"{tenths} tenths of a second" if tenths < 10 else f"{tenths / 10:.1f} seconds"
