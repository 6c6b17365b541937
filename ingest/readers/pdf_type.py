"""The type of a PDF: body size and leading, which headings and paragraph gaps are measured against."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.readers.pdf_lines import TextLine

SAME_SIZE = 0.6
USUAL_LEADING = 1.3
LEAST_STEPS = 5


def find_body_size(lines: Iterable[TextLine]) -> float:
    """Return the size in points in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def find_leading(lines: Sequence[TextLine], body: float, usual: float | None = None) -> float:
    """Return the usual distance in points from one line's top to the next within a paragraph.

    ``usual`` is the document's, taken where a page has too few lines to tell.
    """
    steps: Counter[float] = Counter()
    for above, line in zip(lines, lines[1:], strict=False):
        step = line.top - above.top
        if above.page == line.page and abs(line.size - body) < SAME_SIZE and 0 < step < 3 * body:
            steps[round(2 * step) / 2] += 1
    if steps.total() < LEAST_STEPS:
        return usual or USUAL_LEADING * body
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= 0.5 * most)
