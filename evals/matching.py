"""Whether a headline says what is expected: numbers compared as numbers, words as substrings.

A wrong digit is wrong: no likeness of strings is measured anywhere.
"""

import re

from evals.printed_numbers import PrintedNumber, period_name, plain_signs, text_to_numbers

_NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
}
_FALLING = re.compile(
    r"\b(?:fell|fall|fallen|falling|decreas\w*|reduc\w*|declin\w*|down|lower|drop\w*|fewer|less)\b", re.I
)


def is_group_met(group: tuple[str, ...], text: str) -> bool:
    """Whether the text meets any alternative of the group."""
    return any(is_met(alternative, text) for alternative in group)


def is_met(alternative: str, text: str) -> bool:
    """Whether the text says the alternative.

    An alternative that is one number is met by an equal number, whole, of no other unit where it has one of
    its own ("11.9%" by "11.9 per cent", not by "111.9%" or "11.9 per 1,000"; "50" by "50%"). A minus is met
    by a minus or by a fall. A number word is met by the word or its digits. Anything else is met as a
    substring, with the digits in it whole.
    """
    wanted = as_number(alternative)
    if wanted is not None:
        return any(_is_same(wanted, number, text) for number in text_to_numbers(text))
    word = alternative.strip().lower()
    if word in _NUMBER_WORDS:
        return bool(re.search(rf"\b{word}\b", text, re.I)) or is_met(str(_NUMBER_WORDS[word]), text)
    return _is_said(alternative, text)


def as_number(alternative: str) -> PrintedNumber | None:
    """The number that the alternative is, or None where it is or has words."""
    numbers = text_to_numbers(alternative.strip())
    if len(numbers) in (1, 2) and len(alternative.strip()) == numbers[0].end - numbers[0].start:
        return numbers[0]
    return None


def _is_same(wanted: PrintedNumber, shown: PrintedNumber, text: str) -> bool:
    if wanted.role == "period":
        return shown.role == "period" and period_name(shown.printed) == period_name(wanted.printed)
    if shown.role in ("label", "date") or (wanted.role == "figure" and shown.role != "figure"):
        return False
    return (
        _has_same_value(wanted, shown) and _has_fitting_unit(wanted, shown) and _has_fitting_sign(wanted, shown, text)
    )


def _has_same_value(wanted: PrintedNumber, shown: PrintedNumber) -> bool:
    """An alternative without a scale may be met by the number before the scale: "1.4" by "£1.4bn"."""
    has_scale = wanted.value != wanted.mantissa
    return wanted.value == shown.value or (not has_scale and wanted.value == shown.mantissa)


def _has_fitting_unit(wanted: PrintedNumber, shown: PrintedNumber) -> bool:
    return not wanted.unit or wanted.unit == shown.unit or (wanted.unit == "£" and not shown.unit)


def _has_fitting_sign(wanted: PrintedNumber, shown: PrintedNumber, text: str) -> bool:
    if wanted.sign == "-":
        return shown.sign == "-" or (not shown.sign and bool(_FALLING.search(text)))
    return not (wanted.sign == "+" and shown.sign == "-")


def _is_said(alternative: str, text: str) -> bool:
    wanted = _fold(alternative)
    before = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    after = r"(?!\d|\.\d)" if wanted[-1:].isdigit() else ""
    return bool(re.search(before + re.escape(wanted) + after, f" {_fold(text)} "))


def _fold(text: str) -> str:
    """Lower case, one kind of space and sign, no thousands commas, no ordinal endings, "%" for "per cent"."""
    text = re.sub(r"\s+", " ", plain_signs(text).lower())
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text)
    return re.sub(r"(?<=\d)\s?(?:per\s?cent\b|%)", "%", text)
