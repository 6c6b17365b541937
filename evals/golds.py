"""The golds of a set tested against the reports: a wrong gold would make a right answer look wrong."""

import ast
import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from evals.errors import InputError
from evals.matching import as_number, is_met
from evals.printed_numbers import PrintedNumber, figures_shown, plain_signs
from evals.records import Claim, Item

PUBLISHED = Path("../shared/reports/extracts")


@dataclass(frozen=True, slots=True)
class GoldFault:
    """Something in a record that the reports do not bear out."""

    item: str
    what: str


def check_golds(
    items: Sequence[Item], restated: Mapping[str, str], published: Mapping[str, str]
) -> tuple[GoldFault, ...]:
    """Every fault of the golds.

    Args:
        items: the records.
        restated: texts of the corpus by report id; they have to hold the figures of the evidence.
        published: published texts by report id, those there are; they have to hold the words of the evidence.
    """
    folded = {report: _fold(text) for report, text in published.items()}
    values = {report: {number.mantissa for number in figures_shown(text)} for report, text in restated.items()}
    return tuple(
        GoldFault(item.id, what)
        for item in items
        for what in (
            *_evidence_faults(item, folded, values),
            *_value_faults(item),
            *_source_faults(item, restated),
        )
    )


def read_texts(folder: Path) -> dict[str, str]:
    """Texts of a folder by the stem of their file; none where there is no such folder."""
    return {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("*"))
        if path.suffix in (".md", ".txt")
    }


def calculate(formula: str) -> float:
    """The value of one formula of numbers, + - * / and brackets; a record may have several, parted by ";".

    Raises:
        InputError: it is no such formula.
    """
    try:
        return _value_of(ast.parse(formula.strip(), mode="eval").body)
    except (SyntaxError, KeyError, TypeError, ZeroDivisionError) as error:
        raise InputError(f"formula {formula!r} cannot be worked out: use numbers, + - * / and brackets") from error


def _evidence_faults(item: Item, published: Mapping[str, str], values: Mapping[str, set[Decimal]]) -> Iterable[str]:
    for evidence in item.evidence:
        text = published.get(evidence.report)
        if text is not None and _fold(evidence.text) not in text:
            yield f"evidence is not in the published {evidence.report}: {evidence.text!r}"
        if evidence.report not in values:
            yield f"no report {evidence.report!r} in the corpus"
            continue
        for number in figures_shown(evidence.text):
            if number.mantissa not in values[evidence.report]:
                yield f"{number.printed} of the evidence is not in the restated {evidence.report}"


def _value_faults(item: Item) -> Iterable[str]:
    """Each group of expected numbers has one that stands in the evidence or comes out of the formula."""
    text = " . ".join(evidence.text for evidence in item.evidence)
    for group in _expected_groups(item):
        numbers = [number for number in map(as_number, group) if number]
        if numbers and len(numbers) == len(group) and not _is_borne_out(group, numbers, text, item.formula):
            yield f"expected {' | '.join(group)} is neither in the evidence nor the result of the formula"


def _is_borne_out(group: Sequence[str], numbers: Sequence[PrintedNumber], text: str, formula: str) -> bool:
    if any(is_met(alternative, text) for alternative in group):
        return True
    stated = {number.mantissa for number in figures_shown(text)}
    if any(number.mantissa in stated for number in numbers):
        return True
    results = [abs(calculate(part)) for part in formula.split(";") if part.strip()]
    return any(_is_rounding(number, result) for number in numbers for result in results)


def _is_rounding(number: PrintedNumber, value: float) -> bool:
    exponent = number.mantissa.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return abs(float(number.mantissa) - value) <= 0.5 * 10**-decimals + 1e-9


def _source_faults(item: Item, restated: Mapping[str, str]) -> Iterable[str]:
    for group in item.expect.sources:
        for report in group:
            if report not in restated:
                yield f"expected source {report!r} is not in the corpus"
        if item.evidence and not {evidence.report for evidence in item.evidence} & set(group):
            yield f"no evidence from {' | '.join(group)}"


def _expected_groups(item: Item) -> tuple[tuple[str, ...], ...]:
    return tuple((value,) for value in item.expect.value) if isinstance(item, Claim) else item.expect.contains


_OPERATIONS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _value_of(node: ast.expr) -> float:
    if isinstance(node, ast.BinOp):
        return _OPERATIONS[type(node.op)](_value_of(node.left), _value_of(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value_of(node.operand)
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(node.value)  # type: ignore[arg-type]
    raise TypeError(ast.dump(node))


def _fold(text: str) -> str:
    """Words and numbers only, so that line ends, tabs, quotes and dashes do not matter."""
    return " ".join(re.findall(r"[a-z0-9£%+./-]+", plain_signs(text).lower().replace(",", "")))
