"""Changes in words: from, to, by how much, and what the reports print of it where that does not fit."""

import re
from decimal import Decimal

from ingest.numerals import Number
from ingest.records import Figure
from rag.cells import Value
from rag.claimed_size import verdict_on_times
from rag.draft import Draft
from rag.library import Library
from rag.op_change import Change, verb
from rag.query import Query
from rag.records import Derivation
from rag.wording import and_list, area_words, measure_words, period_words, sentence_case, signed, value_words

_OR = re.compile(r"\bor\b", re.I)
_HUNDRED = Decimal(100)
_SLIGHT = Decimal(2)  # per cent: a smaller change is no great one


def change_draft(query: Query, change: Change, library: Library) -> Draft:
    """The draft for one area's change, with yes or no first where that was asked."""
    figures = change.figures
    sentence = _levels_sentence(change, library) if change.amount is not None else _printed_sentence(change, library)
    disputes = _disputes(change, library)
    headline = f"{_verdict(query, change, library)}{sentence}" + (f" {disputes}" if disputes else "")
    return Draft("answered", headline, figures=figures, derivation=derive(change))


def derive(change: Change) -> Derivation | None:
    """The working of a change."""
    if not (change.base and change.last) or change.amount is None:
        return None
    a, b = change.base.figure, change.last.figure
    working = f"{b.printed} − {a.printed} = {signed(change.amount)}"
    if change.worked_out is not None and a.unit != "%":
        working += f"; {signed(change.amount)} ÷ {a.printed} = {signed(change.worked_out, 1)}%"
    return Derivation("change", working, change.amount, a.unit, (a.id, b.id))


def _verdict(query: Query, change: Change, library: Library) -> str:
    """Yes or no to a change that is claimed, also by the size that the question states or the word for it."""
    if (
        library.cues.has("unchanged", query.text)
        and _OR.search(query.text)
        or library.cues.has("either_way", query.text)
    ):
        return ""
    answer = yes_or_no(query, change) or _stayed(query, change, library) or _moved(query, change, library)
    in_points = change.last is not None and change.last.figure.unit == "%"
    if in_points and answer.startswith("Yes"):
        return _verdict_in_points(query, change, answer, library)
    if not answer.startswith("Yes") or change.percent is None:
        return answer
    multiple = verdict_on_times(query, 1 + change.percent / _HUNDRED)
    if multiple:
        return multiple
    stated = [n for n in query.numbers if n.unit == "%" or not n.unit and n.value % 1]
    if stated and not any(_is_size(n, abs(change.percent)) for n in stated):
        return "No: "
    return "Only slightly: " if abs(change.percent) < _SLIGHT and library.cues.has("greatly", query.text) else answer


def _verdict_in_points(query: Query, change: Change, answer: str, library: Library) -> str:
    """The verdict on a share's change that is stated in per cent: not so where that is its size in percentage points."""
    base, last = change.base, change.last
    if library.cues.has("points", query.text) or not (base and last and base.number):
        return answer
    sizes = [n for n in query.numbers if n.unit == "%" and n.high is None and n.value not in (base.number, last.number)]
    points = abs(last.number - base.number)
    if not sizes or any(_is_size(n, points / base.number * _HUNDRED) for n in sizes):
        return answer
    return "No, by percentage points, not per cent: " if any(_is_size(n, points) for n in sizes) else "No: "


def _is_size(stated: Number, size: Decimal) -> bool:
    """Whether a stated percentage is a change's size, to the decimals that it is stated with."""
    if stated.qualifier in ("over", "under"):
        return size > stated.value if stated.qualifier == "over" else size < stated.value
    places = max(0, -int(stated.value.as_tuple().exponent))
    tolerance = stated.value / 10 if stated.qualifier == "about" else Decimal("0.55") * Decimal(10) ** -places
    return abs(size - abs(stated.value)) <= tolerance


def yes_or_no(query: Query, change: Change) -> str:
    """ "Yes: " or "No: " where a direction was asked and is known."""
    if not query.yes_no or not query.direction or not change.direction:
        return ""
    return "Yes: " if query.direction == change.direction else "No: "


def _stayed(query: Query, change: Change, library: Library) -> str:
    """ "Yes: " or "No: " where a value is claimed to have stayed as it was."""
    same = any(library.cues.has(cue, query.text) for cue in ("unchanged", "equal"))
    claims = query.yes_no and not query.direction and same
    if not claims or not change.direction:
        return ""
    return "Yes: " if change.direction == "same" else "No: "


def _moved(query: Query, change: Change, library: Library) -> str:
    """ "Yes: " or "No: " where it is asked if there was any change at all, whichever way."""
    asks = query.yes_no and not query.direction and library.cues.has("any_change", query.text)
    if not asks or not change.direction:
        return ""
    return "No: " if change.direction == "same" else "Yes: "


def _levels_sentence(change: Change, library: Library) -> str:
    base, last = change.base, change.last
    assert base and last
    subject = f"{sentence_case(measure_words(last.figure))} in {area_words(change.area)}"
    if change.direction == "same":
        return f"{subject} stayed unchanged at {value_words(last.figure)} in both {change.first_period} and {change.last_period}."
    return (
        f"{subject} {verb(change.direction)} from {_side(base, library)} {period_words(change.first_period)} "
        f"to {_side(last, library)} {period_words(change.last_period)} ({size_words(change)})."
    )


def _side(value: Value, library: Library) -> str:
    if not value.rivals:
        return value_words(value.figure)
    rivals = and_list(
        [
            f"{value_words(r)} in {library.place_of(r, r.locator.report != value.figure.locator.report)}"
            for r in value.rivals
        ]
    )
    return f"{value_words(value.figure)} ({rivals})"


def size_words(change: Change) -> str:
    """The size of a change: number and per cent, or percentage points for shares; the printed per cent where it agrees."""
    assert change.amount is not None and change.last
    if change.last.figure.unit == "%":
        return f"{signed(change.amount)} percentage points"
    printed = next((v.figure for v in change.printed if v.figure.kind == "change_percent"), None)
    if change.worked_out is None:
        return signed(change.amount)
    percent = f"{signed(change.worked_out, 1)}%"
    if printed and _close(printed, change.worked_out) and not printed.printed.strip().lower().startswith("no"):
        percent = _signed_as_printed(printed)
    return f"{signed(change.amount)}, or {percent}"


def _signed_as_printed(figure: Figure) -> str:
    text = figure.printed.strip()
    if text[0] in "+-−–" or figure.value == 0:
        return value_words(figure)
    return f"{'+' if figure.value > 0 else '-'}{value_words(figure).split(' ', 1)[-1] if figure.qualifier else value_words(figure)}"


def _close(printed: Figure, percent: Decimal) -> bool:
    digits = printed.printed.rstrip("% ").partition(".")[2]
    places = sum(c.isdigit() for c in digits)
    return abs(abs(printed.value) - abs(percent)) <= Decimal("0.55") * Decimal(10) ** -places


def _disputes(change: Change, library: Library) -> str:
    """What the reports print of this change where it does not agree with its own figures or with itself."""
    wrong = printed_otherwise(change)
    if not wrong:
        return ""
    percents = [f for v in change.printed if v.figure.kind == "change_percent" for f in v.all_figures]
    if not change.is_exact:
        return _two_reports(change, wrong[0], library)
    sides = and_list([f"{_signed_as_printed(f)} in {library.place_of(f)}" for f in wrong])
    right = next((f for f in percents if f not in wrong), None)
    told = f"; {library.place_of(right)} prints {_signed_as_printed(right)}" if right else ""
    return f"The report prints {sides}, which its own figures do not bear out{told}."


def printed_otherwise(change: Change) -> list[Figure]:
    """The changes in per cent that the reports print and that the levels do not bear out."""
    worked_out = change.worked_out if change.base and change.last else None
    percents = [f for v in change.printed if v.figure.kind == "change_percent" for f in v.all_figures]
    return [f for f in percents if worked_out is not None and not _close(f, worked_out)]


def _two_reports(change: Change, printed: Figure, library: Library) -> str:
    assert change.base and change.last and change.worked_out is not None
    return (
        f"{sentence_case(library.place_of(printed, True))} prints {_signed_as_printed(printed)}; against {value_words(change.base.figure)} in "
        f"{library.place_of(change.base.figure, True)} it is {signed(change.worked_out, 1)}%."
    )


def _printed_sentence(change: Change, library: Library) -> str:
    if not change.printed:
        return f"{_levels_only(change)}"
    value = change.printed[0]
    figure = value.figure
    subject = f"{sentence_case(measure_words(figure))} in {area_words(change.area)}"
    size = value_words(figure).lstrip("+-−–")
    if value.rivals:
        size = and_list([f"{value_words(f)} ({library.place_of(f)})" for f in value.all_figures])
    if change.direction == "same":
        return f"{subject} did not change between {change.first_period} and {change.last_period}."
    return f"{subject} {verb(change.direction)} by {size} between {change.first_period} and {change.last_period}."


def _levels_only(change: Change) -> str:
    assert change.base and change.last
    a, b = change.base.figure, change.last.figure
    return f"{sentence_case(measure_words(b))} in {area_words(change.area)}: {value_words(a)} {period_words(a.period)} and {value_words(b)} {period_words(b.period)}."


def pair_words(pair: tuple[str, str]) -> str:
    """ "between 2023/24 and 2024/25"."""
    return f"between {pair[0]} and {pair[1]}"
