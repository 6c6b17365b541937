"""question -> Query: the message is made plain, then places, periods, terms, operation and form are found by rule."""

import re
from dataclasses import dataclass, replace
from typing import Any

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.numerals import Number, find_numbers
from ingest.words import stem
from rag.added_part import without_added_part
from rag.beside_remarks import without_remarks_beside
from rag.beyond import asking_count_alone, asking_of_level
from rag.cell_ordered import asking_for_cell
from rag.claimed_share import asking_whether_share
from rag.cues import Cues
from rag.either import of_two_values
from rag.equal_asked import asking_whether_equal
from rag.its_value import asking_its_value
from rag.not_wanted import without_unwanted
from rag.openings import as_one_question, without_opening
from rag.query import Query
from rag.question_clauses import asking_spans, names_measure, without_asides, without_refused, without_tagged
from rag.question_manner import manner_of, without_loose_form
from rag.question_periods import periods_in
from rag.question_terms import as_meant_beside, tables_named, terms_in, without_joined_terms
from rag.report_mentions import split_report_names
from rag.report_names import ReportName
from rag.set_aside import areas_left_out, areas_put_aside, areas_taken_out, takes_that_out, without_set_aside
from rag.spelling import Speller
from rag.spoken_numbers import write_out_numbers
from rag.spoken_periods import write_out_periods
from rag.spoken_sums import write_out_sums
from rag.wording import and_list

_EXAMPLES = re.compile(
    r"\s\((?:[^()]*\b(?:etc\.?|and that|and so on|and the like|and such|or (?:so|such|similar|whatever|something|the like|what have you)|whatever|whatnot|what not|you name it|anything(?: like that)?)\s*|(?:e\.?g\.?|like|such as)\b[^()]*|not (?:the )?[\w/-]+(?: [\w/-]+)?)\)",
    re.I,
)
_APART = re.compile(
    r"\bdifferen(?:ce|t)s? (?:is there )?(?:between|from)\b|\bdiffers? from\b|\bdistinguish\w*\b|\b(?:tell|told|set|sets) (?:them |the two )?apart\b|"
    r"\bthe same thing\b|\bmakes? (?:them|the two) differ\w*\b|\b(?:explain|whats?|what is|what['’]s) the difference\b|"
    r"\bhow (?:do|are) (?:they|the two|these|those) differ\w*\b",
    re.I,
)
_AVERAGED = re.compile(r"\b(?:mean|average|median|typical) (?:age|number|cost|rate|length|time)s?\b", re.I)
_GOES_ON = re.compile(
    r"(?:and|what about|how about|ok and|now)\s(?:for |in )?\w+(?:,? (?:in |for )?(?:20)?\d\d(?:/\d\d)?)?\W*", re.I
)
_BEFORE_TWO = ("from", "went", "gone", "goes", "rose", "fell", "dropped", "jumped", "climbed", "moved", "grew")
_CHOICES = re.compile(r"\b(?:which|who|whose|where)\b", re.I)
_BESIDE_THE_POINT = ("task",)  # kinds of refusal for which what is told before the question is no ground
_LAST_PLACE = 4  # the last place in a ranking that has a name


@dataclass(frozen=True, eq=False)
class Reader:
    """What reading a question needs: the lexicon, the cues, the speller, how reports are named.

    ``stems`` are those of the reports' words, ``common`` those of the commonest English words, which tell little.
    """

    lexicon: Lexicon
    cues: Cues
    speller: Speller
    reports: tuple[ReportName, ...]
    stems: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


def read_question(question: str, reader: Reader) -> Query:
    """The query of a question taken alone."""
    lexicon, cues = reader.lexicon, reader.cues
    said = without_tagged(as_one_question(" ".join(_EXAMPLES.sub(" ", question).split())), lexicon)
    written = write_out_sums(write_out_numbers(write_out_periods(reader.speller.mend(said))), lexicon)
    answerable, refusal = without_refused(written, cues, lexicon)
    if refusal in _BESIDE_THE_POINT:
        answerable, refusal = without_refused(without_opening(written, lexicon, cues), cues, lexicon)
    answerable = without_remarks_beside(answerable, lexicon, cues)
    opened = without_asides(without_opening(answerable, lexicon, cues), cues, lexicon)
    wanted = without_unwanted(without_added_part(opened, lexicon, cues), lexicon, cues)
    reports, plain = split_report_names(wanted, reader.reports, lexicon)
    text = without_set_aside(plain, lexicon, cues)
    concepts, words = terms_in(text, lexicon, cues)
    concepts = as_meant_beside(concepts, text, lexicon)
    query = Query(
        question,
        text,
        concepts,
        words,
        unknown=tuple(w for w in words if w not in reader.stems),
        common=tuple(w for w in words if w in reader.common),
    )
    query = replace(query, **_areas(lexicon.find_areas(text), lexicon, cues, text))
    query = replace(query, **periods_in(text, cues))
    query = without_loose_form(replace(query, **manner_of(without_joined_terms(text, lexicon), cues)))
    query = _without_names_of_all(query, lexicon)
    query = _ranking_places(_ranked_among_all(query, cues), lexicon)
    query = _next_in_rank(
        _without_put_aside(_both_named(query, cues), areas_put_aside(plain, lexicon, cues)), lexicon, cues
    )
    query = _of_two_areas(_choosing(_of_two_reports(query, reports), reader), cues)
    query = _each_against_country(_meaning_alone(query, lexicon, cues), lexicon, cues)
    query = _without_place_in_name(_telling_meanings_apart(query, lexicon), lexicon)
    query = replace(
        query,
        report=reports[0] if len(reports) == 1 else "",
        reports=reports if len(reports) > 1 else (),
        tables=tables_named(text),
        spots=tuple(m.name for m in lexicon.find_spots(text)),
        refusal=refusal,
        numbers=_stated_numbers(text, cues),
        counted=_counted(text),
        paragraph=_paragraph(plain),
        said=written,
    )
    query = asking_for_cell(query, lexicon)
    query = asking_whether_equal(asking_count_alone(asking_of_level(query)), cues)
    query = asking_whether_share(asking_its_value(query, cues), cues)
    return of_two_values(_asking_of_what_time(query, cues), cues)


def _asking_of_what_time(query: Query, cues: Cues) -> Query:
    """The query without the time that its figures are said to share ("are those from the same year as the rest, 2024/25?")."""
    if not query.yes_no or not query.concepts or not cues.has("same_period", query.text):
        return query
    return replace(query, periods=(), number_wanted=False, wants="")


def _both_named(query: Query, cues: Cues) -> Query:
    """The query for the two values, not for one that is in dispute, where two places or years are named ("give me both")."""
    two = len(query.areas) == 2 or len(query.periods) == 2 or cues.has("both_names", query.text)
    rest = cues.patterns["both_wanted"].sub(" ", query.text)
    if not two or rest == query.text or cues.operations["discrepancy"].search(rest):
        return query
    return replace(query, operations=tuple(op for op in query.operations if op != "discrepancy"))


def _meaning_alone(query: Query, lexicon: Lexicon, cues: Cues) -> Query:
    """The query with the measure that a bare word means where numbers are asked for and nothing counted is named."""
    placed = query.areas or query.every_area or cues.has("over_there", query.text)
    timed = bool(query.periods) or cues.has("that_period", query.text)
    counts = query.number_wanted or query.operations or timed and placed or _GOES_ON.fullmatch(query.text)
    if not counts or query.form in ("why", "definition", "source") or names_measure(query.concepts, lexicon):
        return query
    meant = lexicon.said_alone(query.text)
    words = {stem(word) for name in meant for word in lexicon.concepts[name].alone}
    number_wanted = query.number_wanted or bool(meant) and timed and not (query.form or query.yes_no)
    return replace(
        query,
        concepts=(*query.concepts, *meant),
        words=tuple(w for w in query.words if w not in words),
        number_wanted=number_wanted,
    )


def _telling_meanings_apart(query: Query, lexicon: Lexicon) -> Query:
    """The query for the meanings of two terms, where what tells them apart is asked, and no district's or year's figures."""
    districts = any(lexicon.areas[area].kind == "local" for area in query.areas if area in lexicon.areas)
    placed = districts or query.every_area or query.periods or query.since or query.numbers or query.number_wanted
    explained = [name for name in query.concepts if lexicon.concepts[name].means]
    if (
        placed
        or query.changing
        or _AVERAGED.search(query.text)
        or not 1 < len(query.concepts) == len(explained)
        or not _APART.search(query.text)
    ):
        return query
    operations = tuple(dict.fromkeys((*query.operations, "difference")))
    return replace(query, form="definition", operations=operations)


def _without_place_in_name(query: Query, lexicon: Lexicon) -> Query:
    """The query without the region that is but part of a body's name, where words are asked for ("who chairs the West Midlands ...").

    So it is where the region stands beside a body that is named for it ("the combatting drugs partnership, the regional one").
    """
    if query.number_wanted or query.form not in ("who", "list"):
        return query
    bodies = [m for m in lexicon.find_concepts(query.text) if m.end and lexicon.concepts[m.name].facet == "body"]
    places = [place for place in lexicon.find_areas(query.text) if place.name == lexicon.region]
    of_region = any(lexicon.region in lexicon.concepts[body.name].short_for for body in bodies)
    inside = all(any(b.start <= p.start and p.end <= b.end for b in bodies) for p in places)
    if not places or not (inside or of_region):
        return query
    text = query.text
    for place in reversed(places):
        text = f"{text[: place.start]}{text[place.end :].lstrip()}"
    names = {mention.name for mention in lexicon.find_concepts(text)}
    text = text if {body.name for body in bodies} <= names else query.text
    return replace(query, text=text, areas=tuple(area for area in query.areas if area != lexicon.region))


def _without_names_of_all(query: Query, lexicon: Lexicon) -> Query:
    """The query without the terms that only say "each of the areas" ("did every council see a fall?"), where figures are compared."""
    if not query.every_area or not (query.operations or query.direction):
        return query
    everywhere = [m for m in lexicon.find_areas(query.text) if m.kind == "every"]
    inside: set[str] = set()
    apart: set[str] = set()
    for m in lexicon.find_concepts(query.text):
        (inside if any(e.start <= m.start < m.end <= e.end for e in everywhere) else apart).add(m.name)
    kept = tuple(name for name in query.concepts if name not in inside - apart)
    return replace(query, concepts=kept) if names_measure(kept, lexicon) else query


def _each_against_country(query: Query, lexicon: Lexicon, cues: Cues) -> Query:
    """The query over all areas, where it asks which of them are above or below the country and names none."""
    alone = bool(query.areas) and set(query.areas) <= set(lexicon.compare) and not query.every_area
    chooses = cues.has("choosing", query.text) and cues.has("comparing", query.text) and not query.yes_no
    return replace(query, every_area=True) if alone and chooses else query


def _without_put_aside(query: Query, aside: tuple[str, ...]) -> Query:
    """The query without the areas that a question puts aside while it names others ("leaving Birmingham aside, is Coventry top?").

    One that is held against all the others ("is Birmingham higher than all the others?") is itself what is asked about.
    """
    others = tuple(area for area in query.areas if area not in aside)
    if "rank" not in query.operations:
        return replace(query, areas=others) if aside and others and not query.left_out else query
    if len(query.left_out) == 1 and not aside and query.yes_no:
        if "total" in query.operations:
            return replace(
                query, operations=tuple(op for op in query.operations if op not in ("rank", "trend", "compare"))
            )
        return replace(query, areas=query.left_out, left_out=(), area_words="")
    if not aside or query.left_out:
        return query
    return replace(query, areas=others, left_out=aside)


def _of_two_reports(query: Query, reports: tuple[str, ...]) -> Query:
    """One period's figure compared over two reports is a question about whether they agree."""
    if len(reports) < 2 or len(query.periods) != 1 or not {"compare", "difference"} & set(query.operations):
        return query
    return replace(query, operations=tuple(dict.fromkeys(("discrepancy", *query.operations))))


def _choosing(query: Query, reader: Reader) -> Query:
    """ "Did Coventry or Dudley add more?" asks which of two, not whether; "Walsall less Dudley" asks for the gap."""
    local = [area for area in reader.lexicon.find_areas(query.text) if area.kind == "local"]
    above = reader.cues.find("standing", query.text[local[0].end : local[1].start]) if len(local) == 2 else None
    if above and query.yes_no and not query.changing:
        way = "down" if above["down"] else "up"
        return replace(query, direction=way, operations=tuple(dict.fromkeys((*query.operations, "compare"))))
    if len(local) == 2 and reader.cues.has("between_difference", query.text[local[0].end : local[1].start]):
        return replace(query, operations=tuple(dict.fromkeys((*query.operations, "difference"))))
    joined = len(local) == 2 and query.text[local[0].end : local[1].start].strip().lower() == "or"
    if not joined or not (reader.cues.has("more", query.text) or reader.cues.has("less", query.text)):
        return query
    return replace(query, yes_no=False, operations=tuple(dict.fromkeys((*query.operations, "compare"))))


def _of_two_areas(query: Query, cues: Cues) -> Query:
    """Two areas of which one is asked for ("Walsall or Dudley, who has more", "of the two, the steeper fall") are compared."""
    between = len(query.areas) == 2 and not query.every_area and cues.has("choosing", query.text)
    if not between or {"compare", "rank"} & set(query.operations) or not cues.has("comparative", query.text):
        return query
    return replace(query, operations=(*query.operations, "compare"))


def _ranked_among_all(query: Query, cues: Cues) -> Query:
    """A ranking "out of all seven" asks for no share of them."""
    if not {"share", "rank"} <= set(query.operations) or not cues.has("ranked_among", query.text):
        return query
    return replace(query, operations=tuple(op for op in query.operations if op != "share"))


def _ranking_places(query: Query, lexicon: Lexicon) -> Query:
    """ "Who's got the most alcohol deaths?" ranks the areas, where it names none and a measure."""
    placed = query.areas or query.every_area or query.elsewhere
    roles = any(lexicon.concepts[name].facet in ("role", "body") for name in query.concepts)
    if query.form != "who" or "rank" not in query.operations or placed or roles:
        return query
    operations = tuple(op for op in query.operations if op != "compare")
    return replace(query, every_area=True, operations=operations) if names_measure(query.concepts, lexicon) else query


def _next_in_rank(query: Query, lexicon: Lexicon, cues: Cues) -> Query:
    """The place that a ranking is asked for by those before it ("after Wolverhampton and Walsall, who is next?").

    Where none is named it is the one after the first; "which grew most, and who was next?" asks for both.
    """
    named = len([area for area in query.areas if lexicon.areas[area].kind == "local"])
    if query.nth or "rank" not in query.operations or not named < _LAST_PLACE:
        return query
    asks = cues.has("next_asked", query.text) and not query.yes_no
    if asks and not named and len(_CHOICES.findall(query.text)) > 1:
        return replace(query, top=max(query.top, 2))
    return replace(query, nth=max(named, 1) + 1) if asks or named and cues.has("next_after", query.text) else query


def _stated_numbers(text: str, cues: Cues) -> tuple[Number, ...]:
    """The numbers that a question states; "from 5,000 to 7,590" are two, no range, and the "third" that comes third is none."""
    stated: list[Number] = []
    place = cues.find("ordinal", text)
    for number in find_numbers(text):
        if place and number.unit == "share" and place.start() <= number.start < place.end():
            continue
        if number.high is not None and text[: number.start].lower().rstrip().endswith(_BEFORE_TWO):
            stated += [replace(number, high=None), replace(number, value=number.high, high=None)]
        elif not (number.value in (1000, 100000) and text[: number.start].lower().rstrip().endswith("per")):
            stated.append(number)
    return tuple(stated)


def _paragraph(text: str) -> str:
    match = re.search(r"\bpara(?:graph|\.)?s?\s+(\d+(?:\([a-z]\))?)", text, re.I)
    return match[1] if match else ""


def _counted(text: str) -> str:
    match = re.search(
        r"\b(?:how many|number of|count of)\s+(?:of the |of |the |new |more |fewer |extra )?([a-z-]+)", text, re.I
    )
    return stem(match[1].lower().split("-")[-1]) if match else ""


def _areas(mentions: list[Mention], lexicon: Lexicon, cues: Cues, text: str) -> dict[str, Any]:
    named = [m.name for m in mentions if m.kind in ("local", "region", "country")]
    groups = [m.name for m in mentions if m.kind == "group"]
    members = [area for group in groups for area in lexicon.areas[group].members]
    every = any(m.kind == "every" for m in mentions) or cues.has("anyone", text)
    every = every or bool(cues.operations["average"].search(text)) and cues.has("per_area", text)
    here = any(m.kind == "here" for m in mentions) or bool(named) and cues.has("we", text)
    if here and all(name in lexicon.compare for name in named):
        named = [lexicon.region, *named]
    areas = tuple(dict.fromkeys(named + members))
    local = [a for a in areas if lexicon.areas[a].kind == "local"]
    of_all = bool(local) and (every or here or lexicon.region in named)
    if of_all and cues.operations["share"].search(text):
        areas = tuple(a for a in areas if a != lexicon.region)
    if groups or len(set(local)) >= 2 or local and cues.operations["share"].search(text):
        every = False
    aside = areas_put_aside(text, lexicon, cues)
    out = list(areas_left_out(text, lexicon, cues) or (() if aside else areas_taken_out(text, lexicon, cues)))
    if out or local and not aside and (cues.has("others", text) or takes_that_out(text, cues)):
        local = out or local
        whole = members or [area.name for area in lexicon.areas.values() if area.kind == "local"]
        rest = [name for name in whole if name not in local]
        return {
            "areas": tuple(rest),
            "left_out": tuple(local),
            "area_words": f"the rest of {and_list(groups)}" if groups else f"the other {len(rest)} areas",
            "every_area": False,
        }
    return {
        "areas": areas,
        "area_words": ", ".join(groups) if groups and not named else "",
        "every_area": every,
        "of_all": of_all,
        "elsewhere": () if _only_aside(mentions, text, lexicon, cues) else _elsewhere(mentions),
    }


def _elsewhere(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.name for m in mentions if m.kind == "elsewhere"))


def _only_aside(mentions: list[Mention], text: str, lexicon: Lexicon, cues: Cues) -> bool:
    """Whether the places outside are named only in a clause that tells, beside one that asks ("... someone says Leeds was").

    The clause that asks must stand by itself: it names a place, or a measure and does not point back ("how many there?").
    """
    placed = {m.start for m in mentions if m.kind != "elsewhere"}
    asking = [
        (start, end)
        for start, end in _with_settings(asking_spans(text), text, placed, cues)
        if (any(start <= at < end for at in placed) or _stands_alone(text[start:end], lexicon, cues))
        and not cues.has("holds_that_against", text[start:end])
    ]
    outside = [m for m in mentions if m.kind == "elsewhere"]
    return bool(asking) and not any(start <= m.start < end for m in outside for start, end in asking)


def _with_settings(spans: list[tuple[int, int]], text: str, placed: set[int], cues: Cues) -> list[tuple[int, int]]:
    """The spans, the first of them from its setting on where it names no place itself ("And for Leeds, what is the count?")."""
    is_set = bool(spans) and cues.has("setting_clause", text[: spans[0][0]].strip())
    if not is_set or any(spans[0][0] <= at < spans[0][1] for at in placed):
        return spans
    return [(0, spans[0][1]), *spans[1:]]


def _stands_alone(clause: str, lexicon: Lexicon, cues: Cues) -> bool:
    names = [mention.name for mention in lexicon.find_concepts(clause)]
    return names_measure(names, lexicon) and not (cues.has("that", clause) or cues.has("over_there", clause))
