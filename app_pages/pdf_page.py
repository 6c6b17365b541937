"""A page of a PDF report as a picture, with the quoted cell or words boxed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Box = tuple[float, float, float, float]

_SCALE = 1.6
_MARGIN = 4.0
_LEVEL = 2.0
_INK = (11, 12, 12)
_THICK = 3
_KEPT_MARKS = "%.,£"
_LEAST_DETAIL = (480, 240)  # pixels


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to be boxed, and those of the same row before and after them, by which they are found."""

    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a PIL image, its number from 1, and a cut around what is boxed on it (None where nothing is)."""

    image: Any
    number: int
    detail: Any


def picture_of_page(path: Path, page: int, sought: Sequence[Sought]) -> PagePicture:
    """The page (from 1) with the words boxed.

    A table may go on over the page: where the words are not on the page but on the next, that one is shown.
    """
    import pypdfium2
    from PIL import ImageDraw

    with pypdfium2.PdfDocument(path) as document:
        found = {number: _find_all(document[number - 1], sought) for number in _pages(page, len(document))}
        shown = next((number for number, boxes in found.items() if boxes), page)
        sheet = document[shown - 1]
        image = sheet.render(scale=_SCALE).to_pil().convert("RGB")
        boxes = [_to_pixels(box, sheet.get_height()) for box in found[shown]]
        draw = ImageDraw.Draw(image)
        for box in boxes:
            draw.rectangle(box, outline=_INK, width=_THICK)
    return PagePicture(image, shown, image.crop(_around(boxes, image.size)) if boxes else None)


def _around(boxes: Sequence[Box], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """All boxes with what is around them, within the picture."""
    ends = []
    for axis, (least, most) in enumerate(zip(_LEAST_DETAIL, size, strict=True)):
        first, last = min(box[axis] for box in boxes), max(box[axis + 2] for box in boxes)
        length = min(max(least, last - first + 2 * _MARGIN), most)
        start = min(max((first + last - length) / 2, 0), most - length)
        ends.append((int(start), int(start + length)))
    (left, right), (top, bottom) = ends
    return left, top, right, bottom


def _pages(page: int, last: int) -> list[int]:
    return [number for number in (page, page + 1) if number <= last]


def _find_all(sheet: Any, sought: Sequence[Sought]) -> list[Box]:
    return [box for one in sought for box in _find_boxes(sheet, one)]


def _find_boxes(sheet: Any, sought: Sought) -> list[Box]:
    """One box for each line of the words; letters and numbers are compared, spaces and hyphens are not."""
    text = sheet.get_textpage()
    letters = [(number, text.get_text_range(number, 1).lower()) for number in range(text.count_chars())]
    stream = [(number, letter) for number, letter in letters if _is_kept(letter)]
    before, words, after = (_kept(part) for part in (sought.before, sought.words, sought.after))
    at = "".join(letter for _, letter in stream).find(before + words + after)
    if at < 0 or not words:
        return []
    first = at + len(before)
    return _lines([text.get_charbox(number) for number, _ in stream[first : first + len(words)]])


def _kept(text: str) -> str:
    return "".join(letter for letter in text.lower() if _is_kept(letter))


def _is_kept(letter: str) -> bool:
    return len(letter) == 1 and (letter.isalnum() or letter in _KEPT_MARKS)


def _lines(boxes: Sequence[Box]) -> list[Box]:
    lines: list[Box] = []
    for box in boxes:
        if lines and _is_level(lines[-1], box) and box[0] >= lines[-1][0]:
            left, bottom, right, top = lines[-1]
            lines[-1] = (left, min(bottom, box[1]), max(right, box[2]), max(top, box[3]))
        else:
            lines.append(box)
    return lines


def _is_level(one: Box, other: Box) -> bool:
    middle = (other[1] + other[3]) / 2
    return one[1] - _LEVEL <= middle <= one[3] + _LEVEL


def _to_pixels(box: Box, height: float) -> Box:
    left, bottom, right, top = box
    return (
        (left - _MARGIN) * _SCALE, (height - top - _MARGIN) * _SCALE,
        (right + _MARGIN) * _SCALE, (height - bottom + _MARGIN) * _SCALE,
    )  # fmt: skip
