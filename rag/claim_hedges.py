"""How exactly a claim means a number, and whether a number that the reports give is within that.

The limits are what readers of statistics take the words for: "about" allows a twentieth (three points for a share in
words), but less of a number that is told more exactly (two in its last digit, or a hundredth: "about 43,600"); "nearly"
allows a value below by up to a tenth, "just over" one above by up to an eighth; "over" and "under" are taken at their
word; a number without such a word must be right to the last digit that it states.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from ingest.numerals import Number, find_numbers
from ingest.records import Figure
from rag.claim_records import Given, Hedge, Stated

_BEFORE: tuple[tuple[Hedge, str], ...] = (
    ("nearly", r"nearly|almost|just under|just short of|close to|getting on for|approaching|not quite|just below"),
    ("just over", r"just over|just above|slightly (?:more than|over|above)|a little (?:more than|over)"),
    ("about", r"about|around|roughly|approximately|approx\.?|some|circa|c\.|in the region of|something like|(?:on|in|of) the order of|more or less|as good as|give or take"),
    ("at least", r"at least|no fewer than|no less than|not less than|a minimum of"),
    ("at most", r"at most|no more than|(?<!went )(?<!gone )(?<!goes )(?<!going )(?<!shot )(?<!is )(?<!was )(?<!crept )up to|not more than|a maximum of"),
    ("as many as", r"as many as|as much as|as high as|anything up to"),
    ("under", r"less than|fewer than|under|below"),
    ("over", r"more than|over|above|exceed(?:s|ed|ing)?|upwards of|in excess of|north of|topp(?:ed|ing)|well over|greater than|higher than"),
)  # fmt: skip
_GAP = r"\s*(?:a|an|by|one|those)?\s*$"
_AFTER: tuple[tuple[Hedge, str], ...] = (
    ("about", r"\s+(?:or so|or thereabouts|give or take|or roughly that)\b"),
    ("at least", r"\s+or more\b"),
    ("at most", r"\s+or (?:fewer|less)\b"),
    ("over", r"\+|\s+plus\b"),
)
_ABOUT_LEAST = Decimal("0.01")
_ABOUT, _ABOUT_SHARE, _NEARLY, _JUST_OVER = Decimal("0.05"), Decimal(3), Decimal("0.9"), Decimal("1.125")
FAR = Decimal("1.6")  # from here on "over" tells so little that it is left open
_BEYOND = Decimal("1.2")  # a claim of over this many times what a report gives as "over" says more than the report
_OTHER_THINGS = 60
_TIMES, _SHARE = Decimal("0.04"), Decimal("1.7")
_SHARE_PART, _ABOUT_SHARE_PART = Decimal("0.1"), Decimal("0.2")  # of a small share: "one in fifty" is no one in twenty
_ROUGHLY = {
    "about": "about",
    "nearly": "about",
    "just over": "about",
    "over": "over",
    "at least": "over",
    "under": "under",
    "at most": "under",
}
_TOLD: dict[str, str] = {
    "about": "which “about” allows",
    "nearly": "which “nearly” allows",
    "just over": "which “just over” allows",
    "over": "which is over {}",
    "at least": "which is at least {}",
    "under": "which is under {}",
    "at most": "which is at most {}",
}


def hedge_of(text: str, number: Number) -> Hedge:
    """How exactly the claim means a number: by the words before it, else those after it."""
    before, after = text[max(0, number.start - 28) : number.start], text[number.end :]
    found: tuple[int, Hedge] = (-1, "")
    for hedge, pattern in _BEFORE:
        match = re.search(rf"\b(?:{pattern}){_GAP}", before, re.I)
        if match and match.end() - match.start() > found[0]:
            found = (match.end() - match.start(), hedge)
    if found[1]:
        return found[1]
    return next((hedge for hedge, pattern in _AFTER if re.match(pattern, after, re.I)), "")


def exactness_of(figure: Figure) -> str:
    """How a report itself hedges a figure: "about", "over", "under", or "" for an exact number, as all cells are."""
    if figure.printed.lower() in ("majority", "most"):
        return "over"
    number = next((n for n in find_numbers(figure.sentence) if n.printed == figure.printed), None)
    if figure.is_cell or number is None or not figure.qualifier:
        return ""
    return _ROUGHLY.get(hedge_of(figure.sentence, number), "")


def is_within(stated: Stated, given: Given) -> bool | None:
    """Whether what the reports give is what the claim says; None where the report's own hedge leaves it open."""
    if stated.figure.high is not None and given.high is not None:
        return (abs(stated.figure.value), stated.figure.high) == (given.number, given.high)
    if given.high is not None and stated.hedge in _OF_RANGE:
        return _OF_RANGE[stated.hedge](abs(stated.figure.value), given.number, given.high)
    if stated.hedge in ("over", "at least") and not given.exactness and given.number > abs(stated.figure.value) * FAR:
        return None
    return _is_within_rough(stated, given) if given.exactness else is_number_within(stated, given.number)


def is_far_off(stated: Stated, given: Given) -> bool:
    """Whether a count is so far from what the reports give that they can not be counts of the same things."""
    mine, other = abs(stated.figure.value), abs(given.number)
    if stated.number.unit or not mine or not other:
        return False
    return max(mine, other) / min(mine, other) > _OTHER_THINGS


def is_number_within(stated: Stated, value: Decimal) -> bool:
    """Whether an exact number is within what the claim says."""
    limit, high = abs(stated.figure.value), stated.figure.high
    if high is not None:
        return limit <= value <= high
    if stated.hedge in ("", "as many as"):
        return abs(value - limit) <= _exact_slack(stated)
    return _HOLDS[stated.hedge](value, limit, _slack(stated))


def _is_within_rough(stated: Stated, given: Given) -> bool | None:
    value, limit = abs(given.number), abs(stated.figure.value)
    if given.exactness == "over":
        return _is_within_over(stated, value, limit)
    if given.exactness == "under":
        return (
            True
            if stated.hedge in ("under", "at most") and value <= limit or value == limit and not stated.hedge
            else None
        )
    if value == limit and stated.hedge in ("", "about"):
        return True
    near = abs(value - limit) <= max(abs(value) * Decimal("0.06"), _slack(stated))
    if near:
        return True if stated.hedge in ("about", "nearly", "just over") else None
    return is_number_within(stated, value)


def _is_within_over(stated: Stated, value: Decimal, limit: Decimal) -> bool | None:
    """Whether "over X" in the report bears out the claim; a claim of exactly X is taken as that same rough number."""
    if stated.hedge in ("over", "at least", "just over"):
        if limit > value * _BEYOND:
            return False
        return True if limit <= value <= limit * _JUST_OVER else None
    if value == limit:
        return stated.hedge in ("", "about")
    return (
        False
        if value > limit + _slack(stated) and stated.hedge in ("", "under", "at most", "nearly", "about")
        else None
    )


def tolerance_words(stated: Stated) -> str:
    """What the hedge allows, for the sentence that tells why: "which “about” allows"."""
    return _TOLD.get(stated.hedge, "").format(stated.number.printed)


def _exact_slack(stated: Stated) -> Decimal:
    unit = stated.number.unit
    if unit == "share":
        return min(_SHARE, abs(stated.figure.value) * _SHARE_PART)
    if unit == "times" or stated.role == "times":
        return abs(stated.figure.value) * _TIMES
    return _half_digit(stated)


def _half_digit(stated: Stated) -> Decimal:
    """Half a unit of the last digit stated: 0.05 for "14.3%", nothing for a whole number of things."""
    digits = "".join(c for c in stated.number.printed if c.isdigit() or c == ".").strip(".")
    places = len(digits.partition(".")[2])
    if places == 0 and (not stated.number.unit or stated.number.unit == "£") and _is_whole(stated):
        return Decimal(0)
    scale = _scale_of(stated, digits)
    return Decimal(5) * Decimal(10) ** (-places - 1) * scale


def _is_whole(stated: Stated) -> bool:
    return not re.search(r"[a-z]", stated.number.printed.strip(" £"), re.I) or stated.number.in_words


def _scale_of(stated: Stated, digits: str) -> Decimal:
    bare = Decimal(digits) if digits else Decimal(0)
    return abs(stated.number.value / bare) if bare and stated.number.value else Decimal(1)


def _slack(stated: Stated) -> Decimal:
    limit = abs(stated.figure.value)
    if stated.role == "times" and stated.number.unit == "%":
        return limit * _ABOUT
    if stated.number.unit == "share":
        return min(_ABOUT_SHARE, limit * _ABOUT_SHARE_PART)
    if stated.number.unit in ("%", "percentage points"):
        return max(Decimal(1), limit * _ABOUT)
    return max(min(limit * _ABOUT, max(2 * _last_digit(limit), limit * _ABOUT_LEAST)), Decimal("0.5"))


def _last_digit(value: Decimal) -> Decimal:
    """What one more in the last digit of a number that is not nought counts: 100 for 43,600."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) else Decimal(1)


def _is_nearly(value: Decimal, limit: Decimal, slack: Decimal) -> bool:
    return min(limit * _NEARLY, limit - slack / 2) <= value <= limit * Decimal("1.001")


def _is_just_over(value: Decimal, limit: Decimal, slack: Decimal) -> bool:
    return limit <= value <= max(limit * _JUST_OVER, limit + slack / 2)


_OF_RANGE: dict[str, Callable[[Decimal, Decimal, Decimal], bool | None]] = {
    "as many as": lambda limit, low, high: limit == high,
    "at most": lambda limit, low, high: high <= limit if limit <= high * FAR else None,
    "at least": lambda limit, low, high: limit <= low if limit * FAR >= low else None,
    "over": lambda limit, low, high: True if limit < low <= limit * FAR else False if limit >= high else None,
    "under": lambda limit, low, high: True if high < limit <= high * FAR else False if limit <= low else None,
}  # a number against both ends of a range that a report gives
_HOLDS = {
    "about": lambda value, limit, slack: abs(value - limit) <= slack,
    "nearly": _is_nearly,
    "just over": _is_just_over,
    "over": lambda value, limit, slack: value > limit,
    "at least": lambda value, limit, slack: value >= limit,
    "under": lambda value, limit, slack: value < limit,
    "at most": lambda value, limit, slack: value <= limit,
}
