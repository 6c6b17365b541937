"""Whether a question is one that readers are known to ask and that is answered in words, whatever its wording suggests.

A question for a deed or a meaning can hold words by which others ask for figures ("which agency leads the work to raise the
number of ..."). The subject index tells: the question nearest to it is answered by a statement without a figure, and no
measure is asked about in words that are nearly as like.
"""

import re
from dataclasses import replace

from ingest.numerals import find_numbers
from rag.asked import asked_of
from rag.cues import Cues, load_cues
from rag.library import Library
from rag.query import Query
from rag.question_periods import without_periods
from rag.question_terms import without_tables
from rag.retrieve import Embed
from rag.weights import load_weights

_WEAK = ("compare", "difference", "trend", "discrepancy")  # operations that words suggest which tell of texts too
_SIDES = ("compare", "difference")  # those that texts can answer, by one sentence for each side
_ASKS_OTHERWISE = re.compile(r"\b(?:which|who|whose|where|when|why|what (?:does|do|did|has|have|had))\b", re.I)
_PERSONAL = ("who", "when", "where", "why", "definition")  # forms of a question that no count answers


def as_known_in_words(query: Query, library: Library, embed: Embed) -> tuple[Query, str] | None:
    """The query as one for words, with the id of the passage that is known to answer it; None where figures may."""
    claims = query.yes_no and query.every_area and query.direction  # "did every council have fewer deaths in 2024?"
    moves = (query.changing or claims) and query.periods and query.form != "why"  # "where did deaths fall in 2024?"
    two_times = (
        "trend" in query.operations and len(query.periods) > 1
    )  # "how did the change from 2023 to 2024 compare ..."
    if query.inherited or query.refusal or moves or two_times or _names_figure(query, library):
        return None
    if asks_number_outright(query, library.cues) or query.tables and library.cues.has("listed_in", query.text):
        return None
    vector = embed(query.sought)
    passages = asked_of(vector, "passage", library.index)
    measures = asked_of(vector, "measure", library.index)
    nearest = max(passages, key=lambda passage: passages[passage], default=None)
    if nearest is None:
        return None
    likeness, ahead = passages[nearest], passages[nearest] - max(measures.values(), default=0.0)
    if not _is_clear(query, likeness, ahead):
        return None
    passage = library.index.passages([nearest])[nearest]
    text = passage.text
    if query.report and passage.locator.report != query.report:
        return None
    if find_numbers(without_periods(text)) or without_tables(text) != text:
        return None
    sides = tuple(one for one in query.operations if one in _SIDES)
    return replace(query, number_wanted=False, wants="", operations=sides), nearest


def _names_figure(query: Query, library: Library) -> bool:
    """Whether a question is the place of a figure: what is counted, where and when ("the count of offences in Walsall in 2024")."""
    counted = library.index.term_frequency()
    by_share = query.every_area and {"rank", "share"} <= set(query.operations)
    chosen = query.form == "where" and len(query.areas) > 1  # "where did more people ..., Dudley or Solihull?"
    placed = bool((query.areas or by_share) and query.periods) and (not query.form or chosen)
    named = [name for name in query.concepts if name in counted]
    set_together = query.every_area and "rank" in query.operations and bool({"share", "ratio"} & set(query.operations))
    return placed and bool(named) or set_together and len(named) > 1


def asks_number_outright(query: Query, cues: Cues | None = None) -> bool:
    """Whether a count or a share is what is asked for, by the words for it ("how many"), and no person, time or reason."""
    cues = cues or load_cues()
    match = None if cues.has("in_words", query.text) else cues.find("number_only", query.text)
    return match is not None and query.form not in _PERSONAL and not _ASKS_OTHERWISE.search(query.text[: match.start()])


def _is_clear(query: Query, likeness: float, ahead: float) -> bool:
    """Whether a known question is near enough; nearer it must be where a sum or a ranking may be asked for."""
    kinds = (
        ["plain"] if not set(query.operations) - set(_WEAK) and not (query.operations and query.yes_no) else ["summing"]
    )
    kinds += [] if query.operations or query.yes_no else ["same"]
    limits = [load_weights()["known_in_words"][kind] for kind in kinds]
    return any(likeness >= limit["likeness"] and ahead >= limit["ahead"] for limit in limits)
