"""Claims of rank and direction against the values that the same section prints."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from ingest.audit_claims import Claim, ClaimKind, read_claims
from ingest.audit_ledger import Ledger
from ingest.audit_series import Series, series_in
from ingest.audit_wording import Side, place_of, state
from ingest.periods import period_from_label
from ingest.records import Figure, Finding
from ingest.signature import telling

_SLIGHT = Decimal(1)
_LONGEST = 90


def claims_against_values(ledger: Ledger) -> list[Finding]:
    """Claims that are false in every reading that the values of their section allow."""
    found: dict[object, Finding] = {}
    for report in ledger.reports:
        for claim in read_claims(report, ledger):
            finding = _strength(claim, ledger) if claim.kind == "strong" else _judge(claim, ledger)
            found |= {(claim.locator, claim.sentence): finding} if finding else {}
    return list(found.values())


def _judge(claim: Claim, ledger: Ledger) -> Finding | None:
    """The finding that a claim is false: no series bears it out, and at least one speaks of its areas."""
    series = _narrowed(claim, series_in(claim.locator.report, claim.locator.section, ledger), ledger)
    readings = _readings(claim, series)
    against = [(_JUDGES[claim.kind](claim, one), one) for one in readings]
    refuted = [(areas, one) for areas, one in against if areas]
    if refuted and (len(refuted) == len(against) or claim.kind == "group"):
        return _finding(claim, *refuted[0])
    return None


def _narrowed(claim: Claim, series: list[Series], ledger: Ledger) -> list[Series]:
    """The series of the measures that the sentence names, or all of the section if it names none of them."""
    named = telling((mention.name for mention in ledger.lexicon.find_concepts(claim.sentence)), ledger.lexicon)
    stated = {ledger.slot_of[f.id].topic for f in ledger.prose(claim.locator.report) if f.sentence == claim.sentence}
    fitting = [one for one in series if one.topic in stated or one.topic <= named]
    rates = "rate" in claim.sentence.lower()
    closest = sorted(fitting, key=lambda one: (-len(one.topic), rates != one.unit.startswith("per ")))
    return closest or series


def _readings(claim: Claim, series: list[Series]) -> list[Series]:
    wanted = [one for one in series if (one.kind != "level") == claim.of_change and set(claim.areas) <= set(one.values)]
    words = claim.measure.lower()
    if claim.kind == "group":
        units = {"count"} if "rate" not in words else set() if "number" not in words else {"count"}
        return [one for one in wanted if one.unit in units or ("rate" in words and one.unit.startswith("per "))]
    if "proportion" in words or "percent" in words:
        return [one for one in wanted if one.kind != "change_count"]
    return [one for one in wanted if one.kind == "change_count"] if "numer" in words else wanted


def _extreme(claim: Claim, series: Series) -> tuple[str, ...]:
    sign = 1 if claim.up else -1
    own = series.values[claim.areas[0]] * sign
    above = [area for area in series.ranked() if series.values[area] * sign > own]
    if claim.of_change and own <= 0:
        above = above or [claim.areas[0]]
    best = max(above, key=lambda area: series.values[area] * sign, default="")
    return (best, claim.areas[0]) if best and best != claim.areas[0] else (best,) if best else ()


def _order(claim: Claim, series: Series) -> tuple[str, ...]:
    first, *then = claim.areas
    ranked = series.ranked()
    if ranked[0] != first:
        return ()
    last = min(then, key=lambda area: series.values[area])
    skipped = [area for area in ranked[1:] if area not in then and series.values[area] > series.values[last]]
    return (*skipped, last) if skipped else ()


def _group(claim: Claim, series: Series) -> tuple[str, ...]:
    sign = 1 if claim.up else -1
    inner = min(claim.areas, key=lambda area: series.values[area] * sign)
    beyond = [area for area in series.values if area not in claim.areas]
    rivals = [area for area in beyond if series.values[area] * sign > series.values[inner] * sign]
    return (*rivals, inner) if rivals else ()


def _all(claim: Claim, series: Series) -> tuple[str, ...]:
    sign = 1 if claim.up else -1
    return tuple(area for area in series.values if series.values[area] * sign <= 0)


def _only(claim: Claim, series: Series) -> tuple[str, ...]:
    sign = 1 if claim.up else -1
    moved = {area for area in series.values if series.values[area] * sign > 0}
    return tuple(area for area in series.values if area in moved.symmetric_difference(claim.areas))


def _moved(claim: Claim, series: Series) -> tuple[str, ...]:
    sign = 1 if claim.up else -1
    return tuple(area for area in claim.areas if series.values[area] * sign < 0)


_JUDGES: dict[ClaimKind, Callable[[Claim, Series], tuple[str, ...]]] = {
    "extreme": _extreme,
    "order": _order,
    "group": _group,
    "all": _all,
    "only": _only,
    "moved": _moved,
}


def _finding(claim: Claim, areas: tuple[str, ...], series: Series) -> Finding:
    values = ", ".join(f"{area} {_shown(area, series)}" for area in areas)
    words = claim.words if len(claim.words) <= _LONGEST else claim.words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    figures = [series.figures[area] for area in areas]
    place, own = place_of(figures[0].locator), claim.locator.report
    why = f"The text says “{words}”, but {figures[0].locator.table or place} says otherwise: {values}"
    sides = (Side(place_of(claim.locator), words, own), Side(place, values, own))
    return state("rank_or_direction", "medium", sides, f"{why}.", figures)


def _shown(area: str, series: Series) -> str:
    """A value of a series: a level as printed, a change with its sign."""
    if series.kind == "level":
        return series.figures[area].printed
    value = series.values[area]
    return f"{value:+.1f}%" if series.kind == "change_percent" else f"{value:+,}"


def _strength(claim: Claim, ledger: Ledger) -> Finding | None:
    """A movement called strong that is under one per cent."""
    topic = telling((m.name for m in ledger.lexicon.find_concepts(claim.words)), ledger.lexicon)
    for first, last in _regional_pairs(topic, claim.locator.report, ledger):
        change = (last.value - first.value) * 100 / first.value if first.value else Decimal(0)
        if abs(change) < _SLIGHT or (change > 0) != claim.up:
            moved = f"{first.printed} to {last.printed}: {change:+.1f}%"
            why = f"The text says “{claim.words}”, but {first.printed} to {last.printed} is {change:+.1f}%"
            sides = (
                Side(place_of(claim.locator), claim.words, claim.locator.report),
                Side(place_of(first.locator), moved, claim.locator.report),
            )
            return state("rank_or_direction", "medium", sides, f"{why}.", (first, last))
    return None


def _regional_pairs(topic: frozenset[str], report: str, ledger: Ledger) -> Iterator[tuple[Figure, Figure]]:
    """The last two printed counts of a measure for the whole region."""
    levels = {}
    for figure in ledger.figures(report):
        slot = ledger.slot_of[figure.id]
        if (slot.topic, slot.unit, slot.kind, slot.area) == (topic, "count", "level", ledger.lexicon.region):
            levels[slot.period] = figure
    periods = sorted(period for label in levels if (period := period_from_label(label)))
    if len(periods) > 1:
        yield levels[periods[-2].label], levels[periods[-1].label]
