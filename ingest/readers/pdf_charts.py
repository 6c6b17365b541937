"""Drawn charts of a PDF page: regions of many shapes and little text, whose lettering is no prose."""

from typing import Any

LEAST_SHAPES = 6
LEAST_WIDTH, LEAST_HEIGHT = 100.0, 50.0
REACH = 12.0
PROSE_CHAR_AREA = 75.0
MOST_PROSE = 0.35

Box = tuple[float, float, float, float]


def find_charts(page: Any, tables: list[Box]) -> list[Box]:
    """Return the boxes (x0, top, x1, bottom) of the charts that are drawn on a pdfplumber page."""
    shapes = [_box_of(shape) for shape in (*page.rects, *page.curves, *page.lines)]
    area = float(page.width * page.height)
    shapes = [box for box in shapes if _area(box) < 0.8 * area and not _is_rule(box, page)]
    shapes = [box for box in shapes if not any(_overlap(box, table, 2.0) for table in tables)]
    return [box for box, count in _cluster(shapes) if count >= LEAST_SHAPES and _is_chart(page, box)]


def is_inside(item: dict[str, Any], box: Box) -> bool:
    """Whether the middle of an object lies within a box."""
    x, y = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _box_of(shape: dict[str, Any]) -> Box:
    return (float(shape["x0"]), float(shape["top"]), float(shape["x1"]), float(shape["bottom"]))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_rule(box: Box, page: Any) -> bool:
    """Whether a shape is a line across the page or the underline of a few words."""
    return bool(box[3] - box[1] < 2 and box[2] - box[0] > 0.7 * page.width)


def _overlap(a: Box, b: Box, reach: float) -> bool:
    return a[0] - reach < b[2] and b[0] - reach < a[2] and a[1] - reach < b[3] and b[1] - reach < a[3]


def _cluster(boxes: list[Box]) -> list[tuple[Box, int]]:
    """Join boxes that touch, with the number of shapes in each."""
    clusters: list[tuple[Box, int]] = []
    for box in boxes:
        joined, count = box, 1
        touching = [other for other in clusters if _overlap(joined, other[0], REACH)]
        while touching:
            for other in touching:
                clusters.remove(other)
                joined, count = _union(joined, other[0]), count + other[1]
            touching = [other for other in clusters if _overlap(joined, other[0], REACH)]
        clusters.append((joined, count))
    return clusters


def _union(a: Box, b: Box) -> Box:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def _is_chart(page: Any, box: Box) -> bool:
    if box[2] - box[0] < LEAST_WIDTH or box[3] - box[1] < LEAST_HEIGHT:
        return False
    written = sum(is_inside(char, box) for char in page.chars)
    return written * PROSE_CHAR_AREA < MOST_PROSE * _area(box)
