"""The places where it went the opposite way ("which councils were the other way round?"), put as a plain question."""

from rag.cues import Cues
from rag.query import Query
from rag.read_question import Reader

_PAIR = 2


def asked_the_other_way(question: str, last: Query, reader: Reader) -> str:
    """The plain question for the opposite of what the turn before asked, over all areas; "" where that is not asked."""
    cues = reader.cues
    asks_places = cues.has("asks_places", question) or last.every_area
    own = {m.name for m in reader.lexicon.find_areas(question) if m.kind == "local"}
    if not cues.has("opposite_way", question) or not asks_places or own:
        return ""
    if len(last.concepts) == _PAIR and "compare" in last.operations and last.direction:
        first, second = (reader.lexicon.concepts[name].term for name in last.concepts)
        return f"which areas had {'fewer' if last.direction == 'down' else 'more'} {second} than {first}?"
    verb = _opposite(last, cues)
    return f"which areas {verb}?" if verb else ""


def _opposite(last: Query, cues: Cues) -> str:
    """The verb for the opposite of the movement that a turn asked about, or of the one told where that was denied."""
    denied = last.told is not None and last.told.headline.startswith("No:")
    if cues.has("bad", last.text) != cues.has("good", last.text):
        return "improved" if cues.has("bad", last.text) != denied else "got worse"
    if last.direction and (last.changing or "trend" in last.operations or len(last.periods) == _PAIR):
        return "fell" if (last.direction == "up") != denied else "rose"
    return ""
