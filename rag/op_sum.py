"""Sums: totals, averages, shares, ratios and rates per month or day, worked out from looked-up figures."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.periods import Period
from ingest.records import Figure
from rag.cells import Grid, Value
from rag.claimed_size import verdict_on_times
from rag.draft import Draft
from rag.library import Library
from rag.op_by_size import by_size
from rag.op_lookup import one_value
from rag.query import Query
from rag.records import Derivation
from rag.targets import Targets, local_areas
from rag.wording import and_list, area_words, measure_words, period_words, plain_number, sentence_case, value_words

_SMALL = 10  # so few of what is not counted one by one are told to two decimals
_FEW = 12  # a number as small as this counts areas or periods
_PAIR = 2
_AGAINST = re.compile(
    r"\b(?:compared?|compares|comparison|stack up|measure up)\b[^?;]*?\b(?:with|to|against)\b|\b(?:against|versus|vs)\b",
    re.I,
)
_EVERY_FEW = re.compile(
    r"\b(?:for|per|to|in|out of) (?:every|each|an?)? ?(?P<n>10|ten|20|twenty|50|fifty|1,?000|thousand)\b(?! ?%)", re.I
)
_FEW_WORDS = {"ten": 10, "twenty": 20, "fifty": 50, "thousand": 1000}
_QUARTER_DAYS = 91.3125
_STEP = re.compile(
    r"\b(?:per|an?|each|every|(?:the )?(?:average|typical|ordinary|normal))\s(?:(?:single|average|typical|ordinary|normal) )?(?:calendar )?(month|week|day|quarter|fortnight)\b"
    r"|\b(monthly|weekly|daily|quarterly|fortnightly)\b",
    re.I,
)
_SO_MANY = re.compile(
    r"(?<![\w/.,])(?<!\bin )(?<!\bfor )(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|(?:a )?dozen|\d[\d,]*(?:\.\d+)?)(?: (?!in\b|how\b|what\b)[\w'’-]+){0,4}\s+$",
    re.I,
)  # what makes a step of time one that is only claimed ("one death a week; what is it a month?")
_STEPS = {
    "month": 12,
    "monthly": 12,
    "week": 52,
    "weekly": 52,
    "day": 365,
    "daily": 365,
    "quarter": 4,
    "quarterly": 4,
    "fortnight": 26,
    "fortnightly": 26,
}


def total(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """The total over areas or over periods, or over the areas in each of several periods where that is asked."""
    if len(targets.periods) < 2 or len(targets.areas) < 2 or not library.cues.has("each_separately", query.text):
        return _one_total(query, grid, targets, library)
    drafts = [_one_total(query, grid, replace(targets, periods=(p,)), library) for p in targets.periods]
    told = [draft for draft in drafts if draft and draft.derivation]
    if len(told) < len(drafts):
        return None
    workings = [draft.derivation.working for draft in told if draft.derivation]
    last = told[-1].derivation
    figures = tuple(f for draft in told for f in draft.figures)
    derivation = replace(last, working="; ".join(workings), inputs=tuple(f.id for f in figures)) if last else None
    return replace(told[-1], headline=" ".join(d.headline for d in told), figures=figures, derivation=derivation)


def _whole_of_few(query: Query, grid: Grid, targets: Targets, areas: tuple[str, ...], library: Library) -> Value | None:
    """The region's printed number, where all areas are asked for together and only some of them are given."""
    every = {area.name for area in library.lexicon.areas.values() if area.kind == "local"}
    if not query.every_area or query.left_out or len(targets.periods) != 1 or every <= set(areas):
        return None
    return grid.value(library.lexicon.region, targets.periods[0].label)


def _one_total(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """The total over areas or over periods, beside the printed one where the reports have it."""
    areas = _parts(query, grid, targets, library)
    values = [((a, p.label), v) for p in targets.periods for a in areas if (v := grid.value(a, p.label))]
    values = by_size(query, values, library)
    areas = tuple(dict.fromkeys(a for (a, _), _ in values))
    whole = _whole_of_few(query, grid, targets, areas, library)
    if whole:
        return one_value(whole, library, targets.notes)
    if len(values) < 2 or any(v.figure.unit.startswith("per ") or v.figure.unit == "%" for _, v in values):
        return None
    amount = sum((v.number for _, v in values), Decimal(0))
    figures = tuple(f for _, v in values for f in v.all_figures)
    first = values[0][1].figure
    working = " + ".join(v.figure.printed for _, v in values) + f" = {plain_number(amount)}"
    where = query.area_words or (
        f"the {len(areas)} areas" if len(areas) > 3 else and_list([area_words(a) for a in areas])
    )
    periods = and_list([p.label for p in targets.periods])
    head = f"{plain_number(amount)} {measure_words(first)} in {where} in {periods}, added up: {_listed(values, len(targets.periods) > 1)}."
    for name in query.left_out:
        apart = grid.value(name, targets.periods[-1].label)
        if apart:
            head += f" {name} alone had {value_words(apart.figure)}."
            figures += apart.all_figures
    printed = _printed_total(grid, targets, areas, library)
    if printed and printed.number != amount:
        head += f" The report prints {value_words(printed.figure)} for {area_words(printed.figure.area)}."
        figures += printed.all_figures
    head = f"{_limit_answer(query, amount) or _against_rest(query, amount, grid, targets)}{'About ' if any(v.figure.qualifier for _, v in values) else ''}{head}"
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("total", working, amount, first.unit, tuple(f.id for f in figures)),
    )


def _limit_answer(query: Query, amount: Decimal) -> str:
    """Yes or no to "was it over 20,000 in all?"."""
    stated = [number for number in query.numbers if number.unit not in ("%", "share") and number.value > _FEW]
    if not query.yes_no or len(stated) != 1:
        return ""
    limit, side = stated[0].value, stated[0].qualifier or query.direction
    holds = (
        amount > limit if side in ("over", "up") else amount < limit if side in ("under", "down") else amount == limit
    )
    return "Yes: " if holds else "No: "


def _against_rest(query: Query, amount: Decimal, grid: Grid, targets: Targets) -> str:
    """Yes or no to "did Birmingham have more than all the others together?"."""
    if not query.yes_no or not query.direction or len(query.left_out) != 1:
        return ""
    apart = grid.value(query.left_out[0], targets.periods[-1].label)
    if apart is None:
        return ""
    return "Yes: " if (apart.number > amount) == (query.direction == "up") and apart.number != amount else "No: "


def _parts(query: Query, grid: Grid, targets: Targets, library: Library) -> tuple[str, ...]:
    local = [
        a
        for a in targets.areas
        if a in library.lexicon.areas and library.lexicon.areas[a].kind == "local" or a not in library.lexicon.areas
    ]
    if local or len(targets.periods) > 1:
        return tuple(local) or targets.areas
    label = targets.periods[-1].label if targets.periods else ""
    return tuple(local_areas(grid, library.lexicon, label))


def _listed(values: list[tuple[tuple[str, str], Value]], with_period: bool) -> str:
    return ", ".join(f"{a} {v.figure.printed}" + (f" ({p})" if with_period else "") for (a, p), v in values)


def _printed_total(grid: Grid, targets: Targets, areas: tuple[str, ...], library: Library) -> Value | None:
    everywhere = set(areas) >= {a.name for a in library.lexicon.areas.values() if a.kind == "local"} & set(grid.areas())
    if len(targets.periods) != 1 or not everywhere:
        return None
    return grid.value(library.lexicon.region, targets.periods[0].label)


def average(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """The mean over areas in one period, or over periods in one area."""
    against = _held_against(query, library)
    areas = tuple(area for area in _parts(query, grid, targets, library) if area != against)
    values = [((a, p.label), v) for p in targets.periods for a in areas if (v := grid.value(a, p.label))]
    over_areas = query.areas or query.every_area or query.left_out or query.tables
    if len(values) < 2 or len(areas) > 1 and not over_areas:
        return None
    amount = sum((v.number for _, v in values), Decimal(0))
    mean = amount / len(values)
    if library.cues.has("median", query.text):
        return _median(values)
    first = values[0][1].figure
    unit = "%" if first.unit == "%" else f" {first.unit}" if first.unit.startswith("per ") else ""
    working = f"({' + '.join(v.figure.printed for _, v in values)}) ÷ {len(values)} = {plain_number(mean, 1)}"
    kind = "areas" if len(areas) > 1 else "periods"
    where = "" if len(areas) > 1 else f" in {area_words(areas[0])}"
    head = f"On average {plain_number(mean, 1)}{unit} {measure_words(first)}{where} over {len(values)} {kind} in {and_list([p.label for p in targets.periods])}: {working}."
    figures = tuple(f for _, v in values for f in v.all_figures)
    other = grid.value(against, targets.periods[-1].label) if against and targets.periods else None
    if other:
        head += f" {against} had {value_words(other.figure)}, {'more' if other.number > mean else 'less'} than that."
        figures += other.all_figures
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("average", working, mean, first.unit, tuple(f.id for f in figures)),
    )


def _held_against(query: Query, library: Library) -> str:
    """The area that an average of others is set against ("the average of A and B compared with C's"), or ""."""
    joint = _AGAINST.search(query.text)
    if joint is None or "compare" not in query.operations or len(query.areas) <= _PAIR or query.every_area:
        return ""
    after = [area.name for area in library.lexicon.find_areas(query.text[joint.end() :]) if area.kind == "local"]
    return after[0] if len(after) == 1 else ""


def _median(values: list[tuple[tuple[str, str], Value]]) -> Draft:
    """The value in the middle, or the mean of the two there."""
    ordered = sorted((v for _, v in values), key=lambda v: v.number)
    half = len(ordered) // 2
    middle = ordered[half : half + 1] if len(ordered) % 2 else ordered[half - 1 : half + 1]
    number = sum((v.number for v in middle), Decimal(0)) / len(middle)
    first = ordered[0].figure
    working = f"{', '.join(v.figure.printed for v in ordered)}: the middle is {plain_number(number)}"
    head = f"{plain_number(number)} is the median of {measure_words(first)} {period_words(first.period)}: {working}."
    figures = tuple(f for v in ordered for f in v.all_figures)
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("median", working, number, first.unit, tuple(f.id for f in figures)),
    )


def time_step(text: str) -> tuple[str, int] | None:
    """The step of time that a text asks for ("a month", "weekly"), and how many of it a year has."""
    names = {"monthly": "month", "weekly": "week", "daily": "day", "quarterly": "quarter"}
    found = list(_STEP.finditer(text))
    asked = [match for match in found if not _SO_MANY.search(text[: match.start()])] or found
    steps = [(match[1] or match[2]).lower() for match in asked]
    shortest = max(steps, key=lambda step: _STEPS[step], default="")
    return (names.get(shortest, shortest), _STEPS[shortest]) if shortest else None


def steps_in(period: Period, a_year: int) -> Decimal:
    """How many steps (months, weeks ...) a period of whole quarters has, of which a year has ``a_year``."""
    quarters = round(((period.end - period.start).days + 1) / _QUARTER_DAYS)
    return Decimal(a_year) * quarters / 4


def per_time(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """A yearly count per month, week, day or quarter; a quarter's count per month or day."""
    told = time_step(query.text)
    if told is None or not targets.periods or not targets.areas:
        return None
    value = grid.value(targets.areas[0], targets.periods[-1].label)
    stated = {number.value for number in query.numbers if not number.unit and number.value > _FEW}
    if value is None or value.figure.unit in ("%", "interval") or stated and value.number not in stated:
        return None
    name, a_year = told
    period = targets.periods[-1]
    parts = steps_in(period, a_year) if period.kind != "day" else Decimal(1)
    each = value.number / parts
    said = plain_number(each, 2 if each < _SMALL and value.number % 1 else 1)
    working = f"{value.figure.printed} ÷ {plain_number(parts)} = {said}"
    head = f"About {said} a {name}: {value_words(value.figure)} {measure_words(value.figure)} in {area_words(value.figure.area)} {period_words(period.label)}, divided by {plain_number(parts)}."
    return Draft(
        "answered",
        head,
        figures=value.all_figures,
        derivation=Derivation("rate per time", working, each, f"a {name}", (value.figure.id,)),
    )


def _leaves_out_measure(query: Query, figures: tuple[Figure, ...], library: Library) -> bool:
    """Whether a share is asked of a measure that neither figure is of ("how many have an unmet need")."""
    told = library.lexicon.with_broader(term for figure in figures for term in figure.terms)
    measured = {name for name in query.concepts if library.lexicon.concepts[name].facet == "topic"}
    return "share" in query.operations and not measured <= told


def ratio_of(a: Figure, b: Figure, query: Query, library: Library) -> Draft | None:
    """One figure in relation to another: share in per cent where the first is part of the second, else so many for every one."""
    claimed = verdict_on_times(query, a.value / b.value) if b.value else ""
    if "share" not in query.operations and abs(a.value) < abs(b.value):
        a, b = b, a
    if not b.value or (a.unit == "%") != (b.unit == "%") or _leaves_out_measure(query, (a, b), library):
        return None
    quotient = a.value / b.value
    if "share" in query.operations and "ratio" not in query.operations:
        share = quotient * 100
        working = f"{a.printed} ÷ {b.printed} = {plain_number(share, 1)}%"
        head = f"{plain_number(share, 1)}%: {_named(a)}, against {_named(b)}."
        return Draft(
            "answered", head, figures=(a, b), derivation=Derivation("share", working, share, "%", (a.id, b.id))
        )
    working = f"{a.printed} ÷ {b.printed} = {plain_number(quotient, 2)}"
    head = f"{claimed}{plain_number(quotient, 1)} times as many ({plain_number(quotient, 2)} for every one): {_named(a)}, against {_named(b)}."
    few = _few_asked(query.text)
    if few:
        working += f"; × {few} = {plain_number(quotient * few, 1)}"
        head += f" That is {plain_number(quotient * few, 1)} for every {few}."
    return Draft("answered", head, figures=(a, b), derivation=Derivation("ratio", working, quotient, "", (a.id, b.id)))


def _few_asked(text: str) -> int:
    """How many of the second thing the first is counted for ("how many drop-outs for every 10 completions"), or 0."""
    asked = _EVERY_FEW.search(text)
    said = asked["n"].lower().replace(",", "") if asked else "0"
    return _FEW_WORDS.get(said) or int(said)


def _named(figure: Figure) -> str:
    return f"{value_words(figure)} {measure_words(figure)} in {area_words(figure.area)} {period_words(figure.period)}"


def difference_of(a: Figure, b: Figure) -> Draft | None:
    """How many more one figure is than another."""
    if (a.unit == "%") != (b.unit == "%"):
        return None
    gap = a.value - b.value
    size = plain_number(abs(gap)) + (
        " percentage points" if a.unit == "%" else f" {a.unit}" if a.unit.startswith("per ") else ""
    )
    working = f"{a.printed} − {b.printed} = {plain_number(gap)}"
    word = "more" if gap >= 0 else "fewer"
    head = f"{sentence_case(size)} {word}: {_named(a)}, against {_named(b)}."
    return Draft(
        "answered", head, figures=(a, b), derivation=Derivation("difference", working, gap, a.unit, (a.id, b.id))
    )
