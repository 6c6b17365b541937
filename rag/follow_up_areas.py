"""The areas of a follow-up: its own, those of the turns before, both side by side, or the one that a ranking found."""

import re
from dataclasses import replace

from rag.draft import Draft
from rag.follow_up_kind import is_share_of_region
from rag.query import Query
from rag.question_clauses import names_measure
from rag.read_question import Reader

_FEW = 5  # words of a follow-up that only names a place to compare with
_THAN_THAT = re.compile(r"\bthan (?:that|it|this|them|those|there|theirs)\b", re.I)
_THAT_PLACE = re.compile(
    r"\b(?:that|the same|same|this)(?: very| exact)? (?:one|area|borough|council|city|town|place|authority|patch)(?:['’]?s)?\b|"
    r"\b(?:its|theirs?)\b(?! own)",
    re.I,
)
_IN_RELATION = re.compile(r"(?:and |so |now )*(?:as an?|which (?:is|was|makes|comes to|works out at)) ", re.I)
_SETTING_AGAINST = {"compare", "rank", "trend", "difference", "total", "percent_change"}


def with_areas(query: Query, history: tuple[Query, ...], reader: Reader, taken: list[str]) -> Query:
    if query.elsewhere:
        return query
    joined = _set_against_earlier(query, history[-1], reader)
    if joined is not None:
        taken.append("areas")
        return joined
    if query.areas:
        return query
    spoken = tuple(dict.fromkeys(area for turn in history for area in turn.areas))
    if len(spoken) > 1 and not history[-1].every_area and _points_at_several(query, reader):
        taken.append("areas")
        more = () if set(query.operations) & _SETTING_AGAINST else ("compare",)
        return replace(query, areas=spoken, every_area=False, operations=(*query.operations, *more))
    if query.every_area:
        return query
    last = history[-1]
    if last.areas or last.every_area:
        taken.append("areas")
    return replace(
        query,
        areas=last.areas,
        every_area=last.every_area,
        area_words=last.area_words,
        of_all=last.of_all,
        left_out=query.left_out or last.left_out,
    )


def place_named(query: Query, reader: Reader, taken: list[str]) -> Query:
    """The query with the place of the turn before in its words, where it asks for words ("what have they set up over there?")."""
    words_asked = not (query.number_wanted or query.operations or query.wants)
    if "areas" not in taken or len(query.areas) != 1 or query.every_area or not words_asked:
        return query
    return replace(query, text=reader.cues.patterns["over_there"].sub(f"in {query.areas[0]}", query.text))


def _points_at_several(query: Query, reader: Reader) -> bool:
    """Whether the areas of several turns are spoken of together ("which of those is higher?", "so who's got more?")."""
    chooses = reader.cues.has("choosing_area", query.text)
    if set(query.operations) & _SETTING_AGAINST:
        return chooses or reader.cues.has("those", query.text) or "total" in query.operations
    return chooses and reader.cues.has("comparative", query.text)


def area_found(draft: Draft) -> str:
    """The one area that the answer to a ranking opens with, or ""."""
    areas = dict.fromkeys(figure.area for figure in draft.figures if figure.area)
    return next((area for area in areas if re.match(rf"{re.escape(area)} (?:had|has)\b", draft.headline)), "")


def of_area_found(query: Query, history: tuple[Query, ...], reader: Reader) -> Query:
    """The turn before as one about the area that a ranking found, where the question speaks of that ("how many there in 2023?")."""
    last, cues = history[-1], reader.cues
    first = next((turn.found for turn in history if turn.found), "") if cues.has("first_found", query.text) else ""
    spoken_of = cues.has("area_found", query.text) or "share" in query.operations and cues.has("that", query.text)
    found = first or (last.found if spoken_of else "")
    of_all = query.every_area or not first and {"rank", "total"} & set(query.operations)
    others = cues.has("choosing_area", query.text) or not first and cues.has("those", query.text)
    of_region = "share" in query.operations and set(query.areas) == {reader.lexicon.region}
    if not found or query.areas and not of_region or of_all or others:
        return last
    if cues.has("without_found", query.text):
        return replace(last, left_out=(found,))
    operations = tuple(op for op in last.operations if op not in ("rank", "compare"))
    return replace(last, areas=(found,), every_area=False, operations=operations, low=False, nth=0, top=1)


def beside_place_spoken_of(query: Query, history: tuple[Query, ...], reader: Reader) -> Query:
    """The query over the place spoken of before too, where its value of a new measure is held against another's.

    "Switching to drink: is that place's rate above or below Coventry's?"
    """
    last = history[-1]
    pointed = _THAT_PLACE.search(query.text)
    places = (last.found,) if last.found else last.areas
    others = [mention.start for mention in reader.lexicon.find_areas(query.text) if mention.name in query.areas]
    if not pointed or len(places) != 1 or len(query.areas) != 1 or set(places) & set(query.areas) or not others:
        return query
    if not set(query.operations) & _SETTING_AGAINST or not names_measure(query.concepts, reader.lexicon):
        return query
    areas = (*places, *query.areas) if pointed.start() < others[0] else (*query.areas, *places)
    operations = tuple(dict.fromkeys((*query.operations, "compare")))
    return replace(query, areas=areas, every_area=False, operations=operations)


def _held_against_answer(query: Query, last: Query, reader: Reader) -> Query | None:
    """The query over both areas, where it only compares: "lower than Dudley's?", "how many more than Walsall is that?"."""
    compares = bool({"compare", "difference"} & set(query.operations)) and reader.cues.has(
        "bare_comparison", query.text
    )
    timed = query.periods and query.periods != last.periods
    if not compares or timed or len(last.areas) != 1 or not query.areas or set(query.areas) & set(last.areas):
        return None
    open_asked = reader.cues.has("open_comparison", query.text)
    operations = query.operations if "difference" in query.operations else (*query.operations, "compare")
    if last.changing and not query.changing and "compare" in operations:
        query = replace(query, changing=True, direction=last.direction)
    return replace(
        query,
        areas=(*last.areas, *query.areas),
        operations=tuple(dict.fromkeys(operations)),
        yes_no=not open_asked,
        every_area=False,
    )


def _asks_whose_change(query: Query, local: tuple[str, ...], reader: Reader) -> bool:
    """Whether the change in one area is held against that in the one before ("and was Walsall's rise bigger or smaller?")."""
    alone = len(query.areas) == len(local) == 1 and query.areas != local
    return alone and query.changing and reader.cues.has("bigger_or_smaller", query.text)


def _set_against_earlier(query: Query, last: Query, reader: Reader) -> Query | None:
    """The query where its areas stand beside the earlier ones, or are what these are seen in; None where they replace them."""
    region = reader.lexicon.region
    that = reader.cues.has("that", query.text) or _IN_RELATION.match(query.text) is not None
    local = tuple(area for area in last.areas if reader.lexicon.areas[area].kind == "local")
    if local and reader.cues.has("the_rest", query.text) and not query.areas:
        every = [area.name for area in reader.lexicon.areas.values() if area.kind == "local"]
        rest = tuple(area for area in every if area not in local)
        return replace(query, areas=rest, left_out=local, area_words=f"the other {len(rest)} areas", every_area=False)
    in_whole = that or set(query.concepts) <= set(last.concepts) and "share" not in last.operations
    if local and in_whole and "share" in query.operations and (set(query.areas) == {region} or query.every_area):
        return replace(query, areas=local, of_all=True, every_area=False)
    held = _held_against_answer(query, last, reader)
    if held:
        return held
    if is_share_of_region(query, last, reader):
        return replace(query, of_all=True)
    if that and query.yes_no and query.direction and not query.changing and len(query.areas) == len(local) == 1:
        query = replace(query, operations=tuple(dict.fromkeys((*query.operations, "compare"))))
        asked_first = _THAN_THAT.search(query.text) is not None
        return replace(query, areas=(*query.areas, *local) if asked_first else (*local, *query.areas))
    if _asks_whose_change(query, local, reader):
        operations = tuple(dict.fromkeys((*query.operations, "compare")))
        return replace(query, areas=(*local, *query.areas), operations=operations, yes_no=False)
    beside = that and {"total", "compare"} & set(query.operations) or reader.cues.has("compare_with", query.text)
    country = bool(query.areas) and set(query.areas) <= set(reader.lexicon.compare) and bool(last.areas)
    if country and len(query.text.split()) <= _FEW and not set(last.areas) & set(reader.lexicon.compare):
        operations = tuple(dict.fromkeys((*query.operations, "compare")))
        return replace(query, areas=(*last.areas, *query.areas), operations=operations)
    if query.areas and beside:
        return replace(query, areas=tuple(dict.fromkeys((*last.areas, *query.areas))))
    return None
