"""A sum over amounts in words: the result first, then what it was worked out from."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from rag.draft import Draft
from rag.op_amounts import Amount
from rag.records import Derivation
from rag.wording import and_list, measure_words, period_words, plain_number, sentence_case

_HUNDRED = Decimal(100)
_MILLION = Decimal(1_000_000)


def told_sum(kind: str, amounts: list[Amount], exceeds: bool = False) -> Draft | None:
    """The draft of a sum of this kind; None where its amounts cannot be set together.

    ``exceeds`` is whether a share may be more than all of what it is measured by.
    """
    if len(amounts) < 2 or len({_unit(a) for a in amounts}) > 1 and kind not in ("ratio", "times", "product"):
        return None
    if kind in ("ratio", "times") and sum(_unit(a) == "%" for a in amounts) == 1:
        return None
    if kind == "product":
        return _product(amounts[0], amounts[1])
    if kind == "share":
        return _share(amounts[0], amounts[1], exceeds)
    if kind == "ratio":
        return _ratio(amounts[0], amounts[1])
    if kind == "total":
        return _total(amounts)
    if kind == "relative":
        return _relative(amounts[0], amounts[1])
    if kind == "higher":
        return _higher(amounts[0], amounts[1])
    return _difference(amounts) if kind == "difference" else None


def _share(part: Amount, whole: Amount, exceeds: bool) -> Draft | None:
    if not whole.number or part.number > whole.number and not exceeds or _is_same(part, whole):
        return None
    share = part.number / whole.number * _HUNDRED
    working = f"{part.printed} ÷ {whole.printed} = {plain_number(share, 1)}%"
    return _draft(f"{plain_number(share, 1)}%: {_against(part, whole)}", ("share", working, share), (part, whole), "%")


def _is_same(a: Amount, b: Amount) -> bool:
    """Whether two places print one number of the same things, place and time: the whole itself, and no part of it."""
    alike = (a.number, a.area, a.period, _unit(a)) == (b.number, b.area, b.period, _unit(b))
    return alike and all(
        f.measure == g.measure or set(f.terms) <= set(g.terms) or set(g.terms) <= set(f.terms)
        for f in a.figures
        for g in b.figures
    )


def _ratio(a: Amount, b: Amount) -> Draft | None:
    if not b.number or a.printed == b.printed:
        return None
    times = a.number / b.number
    money = _sign(a) if _unit(a) == "£" and _unit(b) != "£" else ""
    working = f"{a.printed} ÷ {b.printed} = {money}{plain_number(times, 2)}"
    said = f"{money}{plain_number(times, 0 if money and times > _HUNDRED else 2)}"
    rounded = plain_number(times, 1)
    about = "" if money or times < 1 or Decimal(rounded.replace(",", "")) == times else f", about {rounded}"
    return _draft(f"{said} for every one{about}: {_against(a, b)}", ("ratio", working, times), (a, b), "")


def _product(a: Amount, b: Amount) -> Draft | None:
    """An amount of money for one times how many there are; None of two numbers neither of which is for one of the other."""
    money, count = sorted((a, b), key=lambda amount: _unit(amount) != "£")
    if _unit(money) != "£" or _unit(count):
        return None
    product = money.number * count.number
    said = f"£{plain_number(product)}"
    working = f"{count.printed} × {money.printed} = {said}"
    return _draft(
        f"{said}: {_named(count)}, times {_named(money)}.", ("product", working, product), (count, money), "£"
    )


def _total(amounts: list[Amount]) -> Draft | None:
    if _unit(amounts[0]) == "%" or _unit(amounts[0]).startswith("per "):
        return None
    amount = sum((a.number for a in amounts), Decimal(0))
    said = f"{_sign(amounts[0])}{plain_number(amount)}"
    parts = _areas_of_one_measure(amounts)
    working = f"{' + '.join(f.printed for f in parts) or ' + '.join(a.printed for a in amounts)} = {said}"
    if parts:
        first, places = parts[0], and_list([f.area for f in parts])
        where = f"{said} {measure_words(first)} in {places} {period_words(first.period)}".strip()
        head = f"{where}, added up: {', '.join(f'{f.area} {f.printed}' for f in parts)}."
    else:
        head = f"{said} added up: {and_list([_named(a) for a in amounts])}."
    return _draft(head, ("total", working, amount), tuple(amounts), _unit(amounts[0]))


def _areas_of_one_measure(amounts: list[Amount]) -> list[Figure]:
    """The figures of amounts that are one measure in one period, each of another area; else none."""
    figures = [figure for amount in amounts for figure in amount.figures]
    alike = {(f.measure, f.breakdown, f.unit, f.period) for f in figures}
    whole = all(amount.number == sum((f.value for f in amount.figures), Decimal(0)) for amount in amounts)
    return figures if whole and len(alike) == 1 and len({f.area for f in figures}) == len(figures) > 2 else []


def _difference(amounts: list[Amount]) -> Draft | None:
    first, *rest = amounts
    gap = first.number - sum((a.number for a in rest), Decimal(0))
    working = f"{' − '.join(a.printed for a in amounts)} = {plain_number(gap)}"
    unit = _unit(first)
    size = f"{_sign(first)}{plain_number(abs(gap))}"
    if unit == "%":
        size += " percentage points"
    elif unit.startswith("per ") or unit == "years":
        size += f" {unit}"
    more = "higher" if unit == "%" or unit.startswith("per ") else "more"
    less = "lower" if more == "higher" else "fewer"
    if len(rest) > 1:
        head = f"{size}: {_named(first)}, less {and_list([_named(a) for a in rest])}."
        return _draft(head, ("difference", working, gap), tuple(amounts), unit)
    word = "the same" if not gap else f"{size} {more if gap > 0 else less}"
    return _draft(
        f"{sentence_case(word)}: {_against(first, rest[0])}", ("difference", working, gap), (first, *rest), unit
    )


def _relative(a: Amount, b: Amount) -> Draft | None:
    """How much more or less one amount is than another, in per cent of that."""
    if not b.number or not a.number or _unit(a) == "%":
        return None
    gap = a.number - b.number
    percent = gap / b.number * _HUNDRED
    working = f"{a.printed} − {b.printed} = {plain_number(gap)}; {plain_number(gap)} ÷ {b.printed} = {plain_number(percent, 1)}%"
    head = f"{plain_number(abs(percent), 1)}% {'more' if gap >= 0 else 'less'}: {_against(a, b)}"
    return _draft(head, ("change", working, percent), (a, b), "%")


def _higher(a: Amount, b: Amount) -> Draft | None:
    high, low = (a, b) if a.number >= b.number else (b, a)
    gap = high.number - low.number
    if not gap:
        return _draft(
            f"The same: {_named(a)} and {_named(b)}.", ("difference", f"{a.printed} = {b.printed}", gap), (a, b), ""
        )
    unit = _unit(high)
    size = f"{plain_number(gap)} percentage points" if unit == "%" else f"{plain_number(gap)} {unit}".strip()
    working = f"{high.printed} − {low.printed} = {plain_number(gap)}"
    head = f"The higher is {_named(high)}, against {_named(low)}: {size} more."
    return _draft(head, ("difference", working, gap), (high, low), unit)


def whole_implied(part: Amount, percent: Decimal, share: Figure | None = None) -> Draft:
    """The whole that a part is so many per cent of, as the question says or the printed ``share``."""
    whole = part.number / percent * _HUNDRED
    working = f"{part.printed} ÷ {plain_number(percent)}% = {plain_number(whole, 1)}"
    head = (
        f"About {plain_number(whole, 0)}: {_named(part)}, taken as {plain_number(percent)}% of the whole, so {working}."
    )
    amounts = (part, replace(part, figures=(share,))) if share else (part,)
    return _draft(head, ("whole", working, whole), amounts, "")


def percent_of(percent: Amount, whole: Amount) -> Draft:
    """So many per cent of a count, as a number."""
    number = whole.number * percent.number / _HUNDRED
    working = f"{percent.printed} × {whole.printed} = {plain_number(number, 1)}"
    head = f"About {plain_number(number, 0)}: {percent.printed} of {_named(whole)}."
    return _draft(head, ("part", working, number), (whole, percent), "")


def rest_left(whole: Amount, part: Amount) -> Draft:
    """What is left of a whole without a part of it."""
    rest = whole.number - part.number
    working = f"{whole.printed} − {part.printed} = {plain_number(rest)}"
    head = f"{_sign(whole)}{plain_number(rest)}: {_named(whole)}, less {_named(part)}."
    return _draft(head, ("difference", working, rest), (whole, part), _unit(whole))


def rest_of_percent(whole: Amount, percent: Amount) -> Draft:
    """What is left of a count without so many per cent of it, as a number."""
    left = _HUNDRED - percent.number
    number = whole.number * left / _HUNDRED
    working = f"100% − {percent.printed} = {plain_number(left)}%; {plain_number(left)}% × {whole.printed} = {plain_number(number, 1)}"
    head = f"About {plain_number(number, 0)}: {plain_number(left)}% of {_named(whole)}, as {percent.printed} are the others."
    return _draft(head, ("part", working, number), (whole, percent), "")


def rest_without(whole: Amount, parts: Sequence[Amount]) -> Draft:
    """What is left of a whole without several parts of it."""
    rest = whole.number - sum((part.number for part in parts), Decimal(0))
    working = f"{' − '.join(one.printed for one in (whole, *parts))} = {plain_number(rest)}"
    head = f"{_sign(whole)}{plain_number(rest)}: {_named(whole)}, less {and_list([_named(part) for part in parts])}."
    return _draft(head, ("difference", working, rest), (whole, *parts), _unit(whole))


def per_step(amount: Amount, step: str, steps: Decimal) -> Draft:
    """An amount per month, week or day."""
    each = amount.number / steps
    unit = amount.figures[0].unit
    sign = _sign(amount)
    working = f"{amount.printed} ÷ {plain_number(steps)} = {sign}{plain_number(each, 1)}"
    places = 2 if abs(each) < 10 and unit not in ("%",) and amount.number % 1 else 1
    said = f"{sign}{plain_number(each, places)}"
    if each > _MILLION:
        said = f"{sign}{plain_number(each / _MILLION, 1)} million"
    head = f"About {said} a {step}: {_named(amount)}, divided by {plain_number(steps)}."
    return _draft(head, ("rate per time", working, each), (amount,), f"a {step}")


def _against(a: Amount, b: Amount) -> str:
    return f"{_named(a)}, against {_named(b)}."


def _named(amount: Amount) -> str:
    return f"{amount.words} {amount.setting}".strip() if amount.area else amount.words


def _unit(amount: Amount) -> str:
    """The unit, people and things counted alike."""
    unit = amount.figures[0].unit
    return unit if unit in ("%", "£", "years") or unit.startswith("per ") else ""


def _sign(amount: Amount) -> str:
    return "£" if _unit(amount) == "£" else ""


def _draft(head: str, sum_of: tuple[str, str, Decimal], amounts: tuple[Amount, ...], unit: str) -> Draft:
    """A draft of a sum told as its kind, working and result."""
    kind, working, result = sum_of
    figures = tuple(dict.fromkeys(f for a in amounts for f in a.figures))
    about = "About " if any(a.is_rough for a in amounts) else ""
    derivation = Derivation(kind, working, result, unit, tuple(f.id for f in figures))
    return Draft("answered", f"{about}{head}", figures=figures, derivation=derivation)
