"""A page as one HTML file: nothing is loaded from elsewhere, and it can be read by ear."""

import re
from functools import singledispatch
from html import escape

from evals.pages.page import BarChart, Block, Bullets, Entry, Grid, Page, Section, Words
from evals.pages.svg import chart_to_svg

_NUMBER = re.compile(r"[\d.,]+")
_RATE = re.compile(r"[\d.]+% \(")

# Contrast on white: text #1a1a1a 17.4 : 1, links and bars #00437a 10.1 : 1 (WCAG 2.2 AA asks for 4.5 and 3).
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
body { margin: 0 auto; max-width: 70rem; padding: 1rem; }
h1, h2, h3 { line-height: 1.25; } h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
a { color: #00437a; } a:focus { outline: 3px solid #00437a; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
td { font-variant-numeric: tabular-nums; } td.number { text-align: right; white-space: nowrap; }
th, td { border: 1px solid #6b6b6b; padding: .25rem .6rem; text-align: left; vertical-align: top; }
thead th { background: #ececec; } tbody th { font-weight: 400; }
figure { margin: .5rem 0 1.5rem; } figcaption { font-weight: 600; }
svg { max-width: 100%; min-width: 38rem; height: auto; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
dt { color: #4a4a4a; } dd { margin: 0; }
@media (min-width: 40rem) { caption { white-space: nowrap; } }
@media (max-width: 40rem) { dl { display: block; } dd { margin-bottom: .4rem; } }
"""


def page_to_html(page: Page) -> str:
    """The page, whole: title, contents, and a section for each heading."""
    contents = "".join(
        f'<li><a href="#section-{number}">{escape(section.heading)}</a></li>'
        for number, section in enumerate(page.sections, start=1)
    )
    sections = "\n".join(_section_to_html(section, number) for number, section in enumerate(page.sections, start=1))
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<header><h1>{escape(page.title)}</h1></header>\n"
        f'<nav aria-label="Contents"><ul>{contents}</ul></nav>\n'
        f"<main>\n{sections}\n</main>\n</body>\n</html>\n"
    )


def _section_to_html(section: Section, number: int) -> str:
    blocks = "\n".join(_block_to_html(block) for block in section.blocks)
    heading = f'<h2 id="section-{number}">{escape(section.heading)}</h2>'
    return f'<section aria-labelledby="section-{number}">\n{heading}\n{blocks}\n</section>'


@singledispatch
def _block_to_html(block: Block) -> str:
    raise TypeError(type(block))


@_block_to_html.register
def _(block: Words) -> str:
    return f"<p>{escape(block.text)}</p>"


@_block_to_html.register
def _(block: Bullets) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</ul>"


@_block_to_html.register
def _(block: Grid) -> str:
    header = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.header)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(first)}</th>' + "".join(map(_cell_to_html, rest)) + "</tr>"
        for first, *rest in block.rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(block.caption)}"><table>'
        f"<caption>{escape(block.caption)}</caption>\n"
        f"<thead><tr>{header}</tr></thead>\n<tbody>{rows}</tbody></table></div>"
    )


def _cell_to_html(text: str) -> str:
    """A number stands to the right; a rate breaks only between its interval and its count."""
    if _NUMBER.fullmatch(text):
        return f'<td class="number">{escape(text)}</td>'
    if _RATE.match(text):
        text = ", ".join(part.replace(" ", "\u00a0") for part in text.split(", "))
    return f"<td>{escape(text)}</td>"


@_block_to_html.register
def _(block: BarChart) -> str:
    scrolled = f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(block.caption)}">'
    return f"<figure><figcaption>{escape(block.caption)}</figcaption>\n{scrolled}{chart_to_svg(block)}</div></figure>"


@_block_to_html.register
def _(block: Entry) -> str:
    particulars = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in block.particulars)
    return f"<h3>{escape(block.title)}</h3>\n<dl>{particulars}</dl>"
