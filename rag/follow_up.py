"""A follow-up question completed from the turns before it: "and in Coventry?", "what about the year before?"."""

import re
from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.periods import Period, year_after, year_before
from ingest.words import content_stems
from rag.begun_anew import begun_anew
from rag.cues import Cues
from rag.equal_asked import asking_whether_equal
from rag.fit import telling
from rag.follow_up_areas import beside_place_spoken_of, of_area_found, place_named, with_areas
from rag.follow_up_corrected import without_slip
from rag.follow_up_kind import asks_level, asks_whether_done, next_place, of_every_kind, of_that_kind, share_of_turns
from rag.follow_up_periods import asks_of_other_time, steps_told, way_told, with_periods_meant
from rag.follow_up_plainly import put_plainly
from rag.follow_up_terms import joined_terms, replaced_terms
from rag.follow_up_turns import both_measures, held_against_answer, in_period_spoken_of, two_turns_set_against, with_gap
from rag.follow_up_words import with_words_meant
from rag.judged import judged
from rag.query import Query
from rag.question_periods import quarter_named
from rag.question_terms import last_resort, without_other_meaning
from rag.read_question import Reader, read_question

_PART_FIRST = re.compile(
    r"(?:(?:and|so|but|ok),? )*(?:out )?(?:of|among|amongst) (?:those|these|them|that lot|that)\b", re.I
)
_NTH_TURN = {"fir": 1, "ori": 1, "ope": 1, "ini": 1, "sec": 2, "thi": 3}
_ON_PERIOD = re.compile(r"\b(?:on|since|from|against|over|versus|vs\.?) (?:fy ?)?(?:19|20)?\d\d(?:/\d\d)?\b", re.I)
_OWN_WORDS = 4  # words that tell what a follow-up is about without the turn before
_FRAGMENT = 5  # words of a follow-up that only names a measure
_ASKS_ITSELF = re.compile(
    r"(?:(?:and|so|but|ok|then),? )*(?:what|how) (?!(?:about|of|is|was|were|are|in|for|if)\b)(?:[\w'’-]+ ){2,}", re.I
)  # a question with a verb of its own ("what did they find out about ...?")


def read_in_context(question: str, history: tuple[Query, ...], reader: Reader) -> Query:
    """The query of a question, with what it leaves out taken from the latest turn that had it."""
    question, history = _of_turn_named(question, history, reader.cues)
    anew = begun_anew(question, reader) if history else None
    if anew:
        query = anew
    elif history:
        plain = put_plainly(without_slip(question), history, reader)
        meant = with_words_meant(plain, history[-1], reader)
        meant = with_periods_meant(meant, history)
        query = replace(read_question(meant, reader), question=question)
        query = replace(complete(query, history, reader), earlier=history[-1])
        query = asking_whether_equal(query, reader.cues)
    else:
        query = read_question(question, reader)
    if query.concepts or query.words or query.inherited:
        return query
    words = last_resort(query.text, reader.lexicon)
    return replace(query, words=words, unknown=tuple(word for word in words if word not in reader.stems))


def _of_turn_named(question: str, history: tuple[Query, ...], cues: Cues) -> tuple[str, tuple[Query, ...]]:
    """The question as a plain follow-up to the turn that it names ("same as my first question but for Solihull")."""
    named = cues.find("turn_named", question)
    rest = f"{question[: named.start()]} {question[named.end() :]}".strip(" ,;:.–-?") if named else ""
    if not named or not history or not rest:
        return question, history
    nth = _NTH_TURN.get(named["turn"].lower()[:3], len(history))
    return f"and {rest}?", history[:nth] or history


def complete(query: Query, history: tuple[Query, ...], reader: Reader) -> Query:
    """A query with the missing measure, areas and periods of its forerunners."""
    query = beside_place_spoken_of(query, history, reader)
    last = of_every_kind(query, of_area_found(query, history, reader), reader)
    history = (*history[:-1], last)
    if last.number_wanted and reader.cues.has("who_were_they", query.text):
        return replace(query, refusal="private")
    query = of_that_kind(query, last, reader)
    if not (query.areas or query.periods or query.every_area):
        asked = without_other_meaning(query.concepts, last.concepts, query.text, reader.lexicon)
        query = replace(query, concepts=asked)
    query = _speaking_of(query, last, reader)
    turned = reader.cues.has("anything_on", query.text) and bool(query.concepts or query.words)
    if query.refusal or turned or not _is_follow_up(query, last, reader):
        return in_period_spoken_of(query, last, reader.cues)
    setting = two_turns_set_against(query, history)
    named, told = query.concepts, set(query.words) & set(content_stems(_about(query, reader)))
    taken = ["measure"] if _leaves_out_measure(query, last, reader) else []
    query = _with_measure(query, history, reader) if taken else _beside_measure(query, last, reader)
    if taken and reader.cues.has("part_of_those", query.text) and not named and told & set(query.words):
        return replace(query, refusal="unknown")
    query = replace(query, concepts=both_measures(query, history, reader.cues) or query.concepts)
    query = with_areas(query, history, reader, taken)
    query = place_named(query, reader, taken)
    query = _with_periods(query, last, taken, reader.cues)
    query = with_gap(query, setting) if setting else query
    leaned_on = _named_before(last, reader) if _names_part(query, told) else _leaned_on(last, named, taken)
    query = _choosing_of_all(replace(query, before=leaned_on), last, reader)
    held = held_against_answer(query, last)
    if held:
        return replace(held, inherited=tuple(taken))
    in_table = (
        "measure" in taken and not asks_of_other_time(query, last) and (not query.report or query.report == last.report)
    )
    query = replace(query, tables=query.tables or (last.tables if in_table else ()))
    in_report = "measure" in taken or reader.cues.has("same_report", query.text)
    return replace(query, inherited=tuple(taken), report=query.report or (last.report if in_report else ""))


def _leaves_out_measure(query: Query, last: Query, reader: Reader) -> bool:
    in_relation = _in_relation(query) and bool(query.concepts)
    return not in_relation and not _names_its_own(query, last, reader.lexicon) and not _is_of_its_own(query)


def _is_of_its_own(query: Query) -> bool:
    """Whether it asks in words for something else of the same place ("what actions followed from their self-assessment there?")."""
    plain = not (query.number_wanted or query.operations or query.concepts or query.wants or query.relative)
    telling_ones = set(query.words) - set(query.unknown)
    return plain and bool(_ASKS_ITSELF.match(query.text)) and len(telling_ones) >= _OWN_WORDS


def _with_measure(query: Query, history: tuple[Query, ...], reader: Reader) -> Query:
    """The query with the measure of the turn before, narrowed or changed by what it names itself, and what was asked of that."""
    last = history[-1]
    joined, left = joined_terms(last.concepts, query, reader.lexicon)
    concepts = joined or replaced_terms(last.concepts, query.concepts, reader.lexicon)
    if _is_set_against(query, reader):
        concepts = tuple(dict.fromkeys((*last.concepts, *(joined or query.concepts))))
        query = replace(query, yes_no=query.yes_no or _asks_whether(query, reader.cues))
    lasting = [] if _names_part(query, set(left)) else _lasting_words(last, reader)
    words = tuple(dict.fromkeys((*left, *lasting)))
    common = tuple(dict.fromkeys((*query.common, *(word for word in lasting if word in last.common))))
    query = replace(query, concepts=concepts, words=words, common=common)
    defines = query.form == "definition" and not query.wants
    query = query if defines or query.form != "definition" else replace(query, form="", subject="")
    in_words = reader.cues.has("in_words", query.text) or asks_whether_done(query)
    if not defines:
        query = replace(query, number_wanted=not in_words and (query.number_wanted or last.number_wanted))
    if not (defines or asks_whether_done(query)) and not asks_level(query, last, reader.cues):
        query = _moving_as(replace(query, wants=query.wants or last.wants), last, reader)
    query = _at_that_end(query, last)
    form = query.form or ("" if _ASKS_ITSELF.match(query.text) else last.form)
    query = replace(query, operations=_continued(query, last, reader.cues), form=form)
    query = replace(query, direction=query.direction or _listed_for(query, last, reader))
    return share_of_turns(next_place(query, last, reader.cues), history, reader)


def _beside_measure(query: Query, last: Query, reader: Reader) -> Query:
    """The query, which names a measure, with that of the turn before where it is set against this or asks who is behind it."""
    that = reader.cues.has("that", query.text)
    if _in_relation(query) or that and {"share", "ratio", "compare", "difference"} & set(query.operations):
        return replace(query, concepts=tuple(dict.fromkeys((*last.concepts, *query.concepts))))
    if query.form == "who" and that:
        return replace(query, concepts=tuple(dict.fromkeys((*query.concepts, *last.concepts))))
    if not query.wants and _same_family(query, last, reader.lexicon):
        return replace(query, number_wanted=query.number_wanted or last.number_wanted)
    return query


def _at_that_end(query: Query, last: Query) -> Query:
    """The query with the end of the ranking that was asked for before, where it names no operation itself ("and in 2023?")."""
    if query.operations or "rank" not in last.operations:
        return query
    return replace(query, low=query.low or last.low, top=max(query.top, last.top), nth=query.nth or last.nth)


def _choosing_of_all(query: Query, last: Query, reader: Reader) -> Query:
    """The query as a ranking, where one of the areas told before is asked for ("of those, whose was the bigger?")."""
    chooses = reader.cues.has("choosing", query.text) and reader.cues.has("comparative", query.text)
    several = query.every_area and last.every_area and reader.cues.has("those", query.text)
    if not (chooses and several) or "rank" in query.operations:
        return query
    return replace(query, operations=("rank", *query.operations), changing=query.changing or last.changing)


def _is_set_against(query: Query, reader: Reader) -> bool:
    """Whether what it names is set against the answer before ("how many points above the trafficking one is it?")."""
    operations, cues = set(query.operations), reader.cues
    if "compare" in operations and cues.has("that", query.text):
        return True
    if "difference" in operations and cues.has("bare_comparison", query.text) and bool(query.concepts):
        return True
    return "share" in operations and bool(query.concepts) and cues.has("part_of_those", query.text)


def _listed_for(query: Query, last: Query, reader: Reader) -> str:
    """The direction that the question before asked for, where it is asked whether an area is among those ("was Dudley one?")."""
    return last.direction if reader.cues.has("one_of_them", query.text) else ""


def _names_part(query: Query, told: set[str]) -> bool:
    """Whether it says itself which of those told before are asked for ("of them, how many had drugs as their main concern?")."""
    return _PART_FIRST.match(query.text) is not None and bool(told)


def _named_before(last: Query, reader: Reader) -> str:
    """The things that the question before was about, in the reports' words."""
    return " ".join(reader.lexicon.concepts[name].term for name in last.concepts) or last.text


def _leaned_on(last: Query, named: tuple[str, ...], taken: list[str]) -> str:
    """The words of the question before, where this one names nothing that it is about ("is it ending now?")."""
    return last.text if "measure" in taken and not named else ""


def _speaking_of(query: Query, last: Query, reader: Reader) -> Query:
    """The query without the general name of what was spoken of ("that reduction as a number of deaths")."""
    general = frozenset().union(*(reader.lexicon.broader_of(name) for name in last.concepts)) - set(last.concepts)
    if not query.concepts or not set(query.concepts) <= general or not reader.cues.has("that", query.text):
        return query
    return query if query.areas or query.periods or query.every_area else replace(query, concepts=())


def _is_follow_up(query: Query, last: Query, reader: Reader) -> bool:
    """Whether a question leans on an earlier one: it names no measure, or refers back, or only corrects."""
    short = len(query.text.split()) <= 12
    refers = reader.cues.has("that", query.text) or reader.cues.has("those", query.text) or bool(query.relative)
    opens = query.text.lower().startswith(
        ("and ", "and, ", "what about", "how about", "same ", "what of", "ok and", "ok, and", "but ", "or ")
    )
    corrects = reader.cues.has("not_but", query.text)
    if query.elsewhere:
        return short
    if _in_relation(query):
        return True
    if _is_fragment(query) or reader.cues.has("over_there", query.text) and not query.areas:
        return True
    named = _names_its_own(query, last, reader.lexicon)
    return (
        not named
        and (short or refers or corrects)
        or opens
        and not named
        or short
        and (opens or corrects or (refers and not query.areas))
    )


def _in_relation(query: Query) -> bool:
    """Whether it sets the answer before in relation to something ("as a share of all possession outcomes?")."""
    return "share" in query.operations and re.match(r"(?:(?:and|so|now|ok),? )*as an?\b", query.text, re.I) is not None


def _is_fragment(query: Query) -> bool:
    """Whether it is a bare measure, without place, time or verb that asks ("new presentations?")."""
    placed = query.areas or query.every_area or query.periods or query.since or query.report or query.tables
    asks = query.form or query.yes_no or re.match(r"(?:how|what|which|who|where|when|why)\b", query.text, re.I)
    return bool(query.concepts) and not placed and not asks and len(query.text.split()) <= _FRAGMENT


def _names_measure(query: Query, lexicon: Lexicon) -> bool:
    return any(lexicon.concepts[c].facet in ("topic", "body", "law", "role") for c in query.concepts)


def _names_its_own(query: Query, last: Query, lexicon: Lexicon) -> bool:
    """Whether it names a measure: an offence is one after a question about no offence and no outcome, a kind after no such kind."""
    levels = [name for name in query.concepts if lexicon.concepts[name].facet == "level"]
    of_other = bool(levels) and not lexicon.with_broader(levels) & lexicon.with_broader(last.concepts)
    offences = [name for name in query.concepts if lexicon.concepts[name].facet == "offence"]
    wider = lexicon.with_broader(offences)
    spoken_of = lexicon.with_broader(last.concepts)
    of_offences = wider & spoken_of or any(lexicon.concepts[n].facet in ("offence", "result") for n in spoken_of)
    after_other = not of_offences and "police_outcome" not in spoken_of
    return _names_measure(query, lexicon) or of_other or bool(offences) and after_other


def _continued(query: Query, last: Query, cues: Cues) -> tuple[str, ...]:
    """The operations of a follow-up: its own; a share that is compared with another time's remains a share."""
    operations = query.operations or _lasting(last.operations, query, cues)
    if not query.operations and not query.yes_no and _asks_for_one(query, last):
        operations = tuple(op for op in operations if op != "rank")
    together = last.every_area or len(last.areas) > 1
    if (
        together
        and "total" in last.operations
        and {"percent_change", "difference"} & set(operations)
        and not query.areas
    ):
        operations = tuple(dict.fromkeys(("total", *operations)))
    comparing = {"trend", "compare"} & set(operations) and not {"total", "rank", "ratio"} & set(operations)
    if "share" in last.operations and comparing and query.relative in ("before", "after"):
        return tuple(dict.fromkeys(("share", *operations)))
    return operations


def _asks_for_one(query: Query, last: Query) -> bool:
    """Whether the value of one area is asked for after a ranking of all ("what was Sandwell's?")."""
    return last.every_area and len(query.areas) == 1 and not query.of_all and not query.every_area


def _moving_as(query: Query, last: Query, reader: Reader) -> Query:
    """The query with the movement that the question before was about ("is Dudley among them?", "and the smallest?")."""
    own = set(query.operations)
    points_back = not own or reader.cues.has("those", query.text) or {"rank", "percent_change"} & own
    sized = len(last.areas) == 1 and "percent_change" in query.operations and "difference" in last.operations
    against = "compare" in own and query.wants in ("", last.wants) and not query.periods and len(last.areas) == 1
    against = against and (reader.cues.has("that", query.text) or reader.cues.has("compare_with", query.text))
    moved = last.changing or against and ("percent_change" in last.operations or last.wants == "points")
    if query.changing or query.direction or not (moved or sized) or not (points_back or against):
        return query
    meant = judged(last, telling(last.concepts, reader.lexicon), reader)
    return replace(query, changing=True, direction=meant.direction)


def _lasting_words(last: Query, reader: Reader) -> list[str]:
    """The words of the question before that tell what it is about, not what to work out ("improved")."""
    if _only_points_at_table(last):
        return []
    said, about = set(content_stems(last.text)), set(content_stems(_about(last, reader)))
    return [word for word in last.words if word in about or word not in said]


def _only_points_at_table(query: Query) -> bool:
    """Whether a turn asks nothing, but tells which table the next one is about ("I have Table 3 in front of me")."""
    asks = (
        query.number_wanted or query.yes_no or query.form or query.operations or query.question.rstrip().endswith("?")
    )
    return bool(query.tables) and not asks


def _about(query: Query, reader: Reader) -> str:
    """The text without the words of working ("roughly")."""
    return reader.cues.patterns["working_words"].sub(" ", query.text)


def _lasting(operations: tuple[str, ...], query: Query, cues: Cues) -> tuple[str, ...]:
    """The operations of the question before that go on: no total of a part, no comparison but in "was Dudley one of them?"."""
    ended = ("total",) if cues.has("part_of_those", query.text) else ()
    ended = ended if cues.has("one_of_them", query.text) else (*ended, "compare")
    return tuple(op for op in operations if op not in ended)


def _same_family(query: Query, last: Query, lexicon: Lexicon) -> bool:
    """Whether both name a term of one facet; a level ("major disruptions") is counted as a topic is."""
    facets = [{lexicon.concepts[c].facet for c in one.concepts} for one in (query, last)]
    return bool(facets[0] & facets[1]) or "level" in facets[0] and "topic" in facets[1]


def _with_periods(query: Query, last: Query, taken: list[str], cues: Cues) -> Query:
    if _sets_periods_against(query, last, cues):
        taken.append("periods")
        periods = tuple(sorted((*last.periods, *query.periods)))
        query = replace(query, yes_no=query.yes_no or _asks_whether(query, cues))
        speaks_of = query.periods if cues.has("more_then", query.text) else last.periods
        return replace(_seen_from(query, speaks_of == periods[:1]), periods=periods)
    query = replace(query, relative=query.relative or way_told(query.text)) if not query.periods else query
    if query.relative in ("before", "after") and last.periods:
        moved = _moved(last.periods, query.relative, steps_told(query.text))
        taken.append("periods")
        compares = {"trend", "compare"} & set(cues.operations_in(query.text)) or "compare" in query.operations
        compares = compares or "total" in query.operations and cues.has("adds_on", query.text)
        wanted = (*last.periods, *moved) if compares else moved
        periods = tuple(sorted(set(wanted))) or last.periods
        return replace(query, periods=periods, relative="", yes_no=query.yes_no or _asks_whether(query, cues))
    if query.periods or query.since or query.relative:
        return query
    quarter = quarter_named(query.text, last.periods)
    if quarter:
        taken.append("periods")
        return replace(query, periods=(quarter,))
    if last.settled and "measure" not in taken and not set(query.concepts) & set(last.concepts):
        return query
    if last.periods or last.relative or last.since:
        taken.append("periods")
    return replace(query, periods=last.periods, relative=last.relative, since=last.since, settled=last.settled)


def _sets_periods_against(query: Query, last: Query, cues: Cues) -> bool:
    """Whether another period is set against that of the answer before ("and compared to 2024/25?", "is that more than in 2021?")."""
    alone = len(query.periods) == len(last.periods) == 1 and query.periods != last.periods and not query.areas
    compares = (
        cues.has("compare_with", query.text)
        or cues.has("bare_comparison", query.text)
        and cues.has("than", query.text)
        or cues.has("more_then", query.text)
        or bool({"percent_change", "difference"} & set(query.operations))
        and _ON_PERIOD.search(query.text) is not None
    )
    return alone and compares and len(last.areas) < 2 and not last.every_area


def _seen_from(query: Query, from_earlier: bool) -> Query:
    """The query as one about the way from the earlier period to the later: "more in the earlier" is a fall."""
    turned = {"up": "down", "down": "up"}.get(query.direction, "")
    if not (from_earlier and query.yes_no and turned):
        return query
    operations = tuple(dict.fromkeys((*query.operations, "trend")))
    return replace(query, direction=turned, operations=operations)


def _asks_whether(query: Query, cues: Cues) -> bool:
    """Whether nothing but a comparison is said, and none of its two ways is left open ("fewer than in 2021/22?")."""
    return cues.has("bare_comparison", query.text) and not cues.has("open_comparison", query.text)


def _moved(periods: tuple[Period, ...], direction: str, steps: int = 1) -> tuple[Period, ...]:
    step = year_before if direction == "before" else year_after
    moved: Period | None = min(periods) if direction == "before" else max(periods)
    for _ in range(steps):
        moved = step(moved) if moved else None
    return (moved,) if moved else ()
