"""Whether each area meets what a claim says of all, none, only some or a number of areas, and the verdict that follows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.records import Figure
from rag.claim_records import Claim, Given, Judgement
from rag.claim_words import setting_of
from rag.library import Library
from rag.records import VerdictName
from rag.wording import and_list, measure_words

_COUNTS = {"none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
Holds = Callable[[Given], bool | None]


@dataclass(frozen=True, slots=True)
class Area:
    """How an area meets what the claim says: "yes", "no", or "open" where the reports disagree."""

    name: str
    meets: str
    words: str
    given: tuple[Given, ...]


def is_local(area: str, library: Library) -> bool:
    """Whether an area is one of the local ones."""
    return area in library.lexicon.areas and library.lexicon.areas[area].kind == "local"


def area_meeting(name: str, given: Sequence[Given], test: Holds) -> Area:
    """An area with how what the reports give for it meets a test."""
    results = {test(one) for one in given}
    meets = "missing" if not given else "yes" if results == {True} else "no" if results == {False} else "open"
    return Area(name, meets, given[0].words if given else "", tuple(given))


def judge_areas(scope: str, claim: Claim, areas: Sequence[Area], library: Library) -> Judgement:
    """The verdict on a statement of this scope: "every", "none", "only" (the areas that the claim names), "all but" (the others) or "count three"."""
    named = {a for a in claim.query.areas if is_local(a, library)}
    all_local = [a.name for a in library.lexicon.areas.values() if a.kind == "local"]
    complete = len([a for a in areas if a.meets != "missing"]) == len(all_local)
    if scope == "only":
        wrong = [a for a in areas if (a.meets == "no") == (a.name in named) and a.meets in ("yes", "no")]
    elif scope == "all but":
        left_out = {m.name for m in library.lexicon.find_areas(claim.text) if m.kind == "local"}
        wrong = [a for a in areas if (a.meets == "yes") == (a.name in left_out) and a.meets in ("yes", "no")]
    elif scope == "every":
        wrong = [a for a in areas if a.meets == "no"]
    elif scope == "none":
        wrong = [a for a in areas if a.meets == "yes"]
    else:
        return _judge_count(scope.split(" ", 1)[1], areas, complete)
    verdict: VerdictName = "supported" if complete and not wrong else "contradicted" if wrong else "not_found"
    if verdict != "contradicted" and any(a.meets == "open" for a in areas):
        verdict = "conflicting"
    return _told(verdict, wrong if verdict == "contradicted" else areas, areas)


def counted_of(word: str) -> int:
    """The number of areas that a word tells; -1 where it tells none."""
    return _COUNTS.get(word, int(word) if word.isdigit() else -1)


def _judge_count(word: str, areas: Sequence[Area], complete: bool) -> Judgement:
    met = [a for a in areas if a.meets == "yes"]
    open_ones = [a for a in areas if a.meets == "open"]
    if word in ("most", "a majority", "the majority", "half"):
        holds = len(met) * 2 > len(areas) if word != "half" else len(met) * 2 == len(areas)
        return _told(
            "supported" if complete and holds else "contradicted" if complete else "not_found", met or areas, areas
        )
    wanted = counted_of(word)
    if len(met) == wanted and not open_ones and complete:
        return _told("supported", met, areas, f"{len(met)} of the {len(areas)} areas")
    if len(met) > wanted or complete and len(met) + len(open_ones) < wanted:
        return _told("contradicted", met or areas, areas, f"it is {len(met)} of the {len(areas)} areas")
    return _told("conflicting" if complete else "not_found", met, areas)


def _told(verdict: VerdictName, shown: Sequence[Area], areas: Sequence[Area], count: str = "") -> Judgement:
    figures = tuple(f for a in areas for one in a.given[:2] for f in one.figures)
    subject = setting_of(next((f for f in figures if f.is_cell), figures[0])) if figures else ""
    listed = and_list([f"{a.name} ({a.words})" for a in shown if a.words])
    head = {
        "supported": f"So the reports' figures say{': ' + count if count else ''}",
        "contradicted": f"Not so{': ' + count if count else ''}",
        "conflicting": "The reports disagree on this",
        "not_found": "The reports do not give this for every area",
    }[verdict]
    return Judgement(
        verdict, f"{head}: {listed} ({_measure(figures)}{subject.partition(',')[0]}).", figures=figures[:24]
    )


def _measure(figures: Sequence[Figure]) -> str:
    figure = next((f for f in figures if f.is_cell), figures[0] if figures else None)
    return f"{measure_words(figure)}, " if figure else ""
