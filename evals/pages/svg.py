"""A bar chart as inline SVG: every value stands beside its bar as text."""

import math
from html import escape

from evals.pages.page import Bar, BarChart

_LABELS, _BARS, _VALUES, _ROW = 200, 320, 300, 28
_WIDTH = _LABELS + _BARS + _VALUES


def chart_to_svg(chart: BarChart) -> str:
    """The chart; its description repeats the values for those who cannot see it."""
    height = _ROW * len(chart.bars) + 8
    rows = "\n".join(_bar_to_svg(bar, number * _ROW + 4) for number, bar in enumerate(chart.bars))
    spoken = "; ".join(f"{bar.label}: {bar.words}" for bar in chart.bars)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" font-family="system-ui, sans-serif" font-size="14" '
        'fill="#1a1a1a">\n'
        f"<title>{escape(chart.caption)}</title><desc>{escape(spoken)}</desc>\n{rows}\n</svg>"
    )


def _bar_to_svg(bar: Bar, top: int) -> str:
    share = 0.0 if math.isnan(bar.share) else bar.share
    middle = top + _ROW // 2
    return (
        f'<text x="{_LABELS - 8}" y="{middle + 5}" text-anchor="end">{escape(bar.label)}</text>'
        f'<rect x="{_LABELS}" y="{top + 3}" width="{_BARS}" height="{_ROW - 8}" fill="#ececec"/>'
        f'<rect x="{_LABELS}" y="{top + 3}" width="{share * _BARS:.1f}" height="{_ROW - 8}" fill="#00437a"/>'
        f"{_interval_to_svg(bar, middle)}"
        f'<text x="{_LABELS + _BARS + 8}" y="{middle + 5}">{escape(bar.words)}</text>'
    )


def _interval_to_svg(bar: Bar, middle: int) -> str:
    if bar.low is None or bar.high is None or math.isnan(bar.low):
        return ""
    low, high = _LABELS + bar.low * _BARS, _LABELS + bar.high * _BARS
    line = f"M{low:.1f} {middle - 1}H{high:.1f}M{low:.1f} {middle - 6}v10M{high:.1f} {middle - 6}v10"
    strokes = (("#fff", 4.0), ("#1a1a1a", 1.5))
    return "".join(f'<path d="{line}" stroke="{colour}" stroke-width="{width}"/>' for colour, width in strokes)
