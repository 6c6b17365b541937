"""A page as Markdown; a chart becomes a table of its values."""

from functools import singledispatch

from evals.pages.page import BarChart, Block, Bullets, Entry, Grid, Page, Words


def page_to_markdown(page: Page) -> str:
    """The page, whole."""
    parts = [f"# {_plain(page.title)}"]
    for section in page.sections:
        parts += [f"## {_plain(section.heading)}", *(_block_to_markdown(block) for block in section.blocks)]
    return "\n\n".join(parts) + "\n"


def grid_to_markdown(grid: Grid) -> str:
    """The table alone, without its caption."""
    lines = [grid.header, tuple("---" for _ in grid.header), *grid.rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


@singledispatch
def _block_to_markdown(block: Block) -> str:
    raise TypeError(type(block))


@_block_to_markdown.register
def _(block: Words) -> str:
    return _plain(block.text)


@_block_to_markdown.register
def _(block: Bullets) -> str:
    return "\n".join(f"- {_plain(item)}" for item in block.items)


@_block_to_markdown.register
def _(block: Grid) -> str:
    return f"{_plain(block.caption)}\n\n{grid_to_markdown(block)}"


@_block_to_markdown.register
def _(block: BarChart) -> str:
    rows = tuple((bar.label, bar.words) for bar in block.bars)
    return f"{_plain(block.caption)}\n\n{grid_to_markdown(Grid(block.caption, ('of', 'value'), rows))}"


@_block_to_markdown.register
def _(block: Entry) -> str:
    lines = [f"- {name}: {_plain(text)}" for name, text in block.particulars]
    return "\n".join([f"### {_plain(block.title)}", "", *lines])


def _plain(text: str) -> str:
    """One line, without what Markdown would take for a tag."""
    return " ".join(text.split()).replace("<", "&lt;")


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")
