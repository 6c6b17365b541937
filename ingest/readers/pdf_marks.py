"""Footnote marks of a PDF page, told by their size and height on the line."""

from typing import Any

MARKS = frozenset("0123456789*†‡§")
SMALL = 0.8
RAISED = 0.1
RAISED_AT_FULL_SIZE = 0.25
UNITS = ("m", "km", "cm", "mm")

Char = dict[str, Any]


def find_note_marks(chars: list[Char]) -> list[Char]:
    """Return the characters that are footnote marks: small or full-size figures raised above their line.

    An asterisk right after a mark belongs to it; the square of "km²" is no mark.
    """
    found: list[Char] = []
    visible = [char for char in chars if not char["text"].isspace()]
    base: Char | None = None
    for index, char in enumerate(visible):
        if char["text"] not in MARKS:
            base = char
            continue
        if found and found[-1] is visible[index - 1] and char["text"] == "*" and _is_beside(found[-1], char):
            found.append(char)
            continue
        beside = base if base and _is_beside(base, char) else _next_base(visible[index + 1 : index + 5])
        if beside and _is_raised(char, beside) and not _is_square(visible, index, beside):
            found.append(char)
        elif not beside or char["size"] > SMALL * beside["size"]:
            base = char
    return found


def _next_base(following: list[Char]) -> Char | None:
    return next((char for char in following if char["text"] not in MARKS), None)


def _is_beside(left: Char, right: Char) -> bool:
    level = left["top"] < right["bottom"] and left["bottom"] > right["top"]
    return bool(level and abs(right["x0"] - left["x1"]) < 2.5 * left["size"])


def _is_raised(char: Char, base: Char) -> bool:
    level = base["top"] - base["size"] < char["top"] < base["bottom"]
    height = (base["bottom"] - char["bottom"]) / base["size"]
    if not level:
        return False
    return height > (RAISED if char["size"] <= SMALL * base["size"] else RAISED_AT_FULL_SIZE)


def _is_square(chars: list[Char], index: int, base: Char) -> bool:
    before = [char for char in chars[max(0, index - 3) : index] if _is_beside(char, base) or char is base]
    word = "".join(char["text"] for char in before)
    return chars[index]["text"] in "23" and base["text"] == "m" and (word in UNITS or word[-2:] in UNITS)
