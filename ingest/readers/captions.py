"""Which caption belongs to which table, found from how the document itself places them."""

import re
from collections import Counter

from ingest.readers.pieces import Piece

CAPTION = re.compile(
    r"^(Table|Figure|Fig\.?|Chart|Exhibit|Box)\s+((?:[A-Z]\.?)?\d+(?:\.\d+)*[a-z]?|[A-Z]|[IVX]+)\s*(?=[-–—:|]|\.(?:\s|$)|$)",
    re.I,
)
LONGEST = 400

Places = tuple[int, ...]


def parse_label(text: str) -> str:
    """Return what a caption calls its table ("Table 12", "Figure 8"), or "" where the text is no caption."""
    found = CAPTION.match(text)
    if not found or len(text) > LONGEST:
        return ""
    kind = found.group(1).rstrip(".").capitalize()
    return f"{'Figure' if kind == 'Fig' else kind} {found.group(2)}"


def match_captions(pieces: tuple[Piece, ...]) -> dict[int, int]:
    """Return, for the index of each captioned table, the index of its caption.

    Per kind of label ("Table", "Figure") the side is taken on which more captions touch a table; what is then
    left over is matched on the other side. So no table takes its neighbour's caption.
    """
    captions = {i: parse_label(p.text).split()[0] for i, p in enumerate(pieces) if _is_caption(p)}
    tables = {i for i, piece in enumerate(pieces) if piece.kind == "table"}
    sides = {kind: _side_of(kind, captions, tables) for kind in set(captions.values())}
    matched: dict[int, int] = {}
    for turn in (1, -1):
        for index, kind in captions.items():
            table = index + turn * sides[kind]
            if table in tables and table not in matched and index not in matched.values():
                matched[table] = index
    return matched


def _is_caption(piece: Piece) -> bool:
    return piece.kind != "table" and not piece.marker and bool(parse_label(piece.text))


def _side_of(kind: str, captions: dict[int, str], tables: set[int]) -> int:
    """Return 1 where the table of such a caption comes after it, -1 where it comes before."""
    own = [index for index, other in captions.items() if other == kind]
    touching = Counter({side: sum(index + side in tables for index in own) for side in (1, -1)})
    if touching[1] == touching[-1]:
        return 1 if kind == "Table" else -1
    return 1 if touching[1] > touching[-1] else -1
