"""Whether a question wants words rather than a figure: a reason, a person, a meaning, a deed, what somebody said."""

from rag.library import Library
from rag.named_table import is_of_table_alone
from rag.query import Query


def wants_words(query: Query, library: Library) -> bool:
    """Whether the question is for a reason, a person, a meaning, a deed or a list rather than for a figure."""
    if query.form in ("why", "definition", "source"):
        return True
    if is_of_table_alone(query, library.lexicon):
        return False
    if library.cues.has("deed", query.text) and not query.number_wanted and not query.operations:
        return True
    if _asks_what_was_said(query, library) or library.cues.has("comment", query.text):
        return True
    compares = bool(query.operations) or query.every_area or len(query.areas) > 1
    return query.form in ("who", "when", "where", "list") and not query.number_wanted and not compares


def _asks_what_was_said(query: Query, library: Library) -> bool:
    """Whether it is asked what somebody said, who is no report and no table, and no number or sum of them."""
    match = library.cues.find("speaker", query.text)
    speaks = match is not None and not library.cues.has("written_source", match["who"])
    return speaks and not (query.number_wanted or query.operations or query.every_area or query.tables)
