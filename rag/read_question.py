"""question (+ earlier turns) -> Query: places, periods, terms, operation and form, found by rule."""

import re
from dataclasses import dataclass, replace
from typing import Any

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.numerals import Number, find_numbers
from ingest.periods import Period, find_periods, fiscal_year, parse_period
from ingest.words import STATISTIC_STEMS, stem
from rag.cues import Cues
from rag.fit import telling
from rag.query import Query
from rag.spelling import Speller

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NTH = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}
_TABLE = re.compile(r"\b(table|figure|fig\.?|chart)\s+(\d+[a-z]?)\b", re.I)
_SET_ASIDE = re.compile(
    r"\b(?:not|rather than) (?:in |by |as )?(?:a |the )?(?:percent\w*|per cent|%|rates?|numbers?|volume)\b", re.I
)
_OPENING = re.compile(
    r"(?:(?:so|ok|hi|hello|and|but|please|right|um),? )*(?:what(?:'s| is| are| was| were| did| do| does)|how|which)\b",
    re.I,
)
_SHORT = 16  # a question of so many words is read whole
_INTERROGATIVE = re.compile(
    r"(?:^|[,.;!?:]\s+|\s[-–—]\s|\b(?:and|so|but|reckon|wondering|know|tell me|ask|asked|check)\s)((?:how many|how much|how often|how do|how did|how is|what|which|who|where|when|why|"
    r"is|are|was|were|did|does|do|has|have|had|can)\b)(?=.{12})",
    re.I,
)
_DEFINING = re.compile(
    r"\b(?:mean|means|meant|stands? for|short for|defin\w+|meaning|counts? as|counted as|explain|what is it when)\b",
    re.I,
)
_QUARTER = re.compile(
    r"\b(?:q(?P<q>[1-4])|quarter (?P<w>one|two|three|four|[1-4])|(?P<o>first|second|third|fourth|last) quarter)\b", re.I
)
_GENERAL_FACETS = ("general", "stat", "acronym", "age_default")


@dataclass(frozen=True, eq=False)
class Reader:
    """What reading a question needs: the lexicon, the cues, the speller, how reports are named.

    ``stems`` are those of the reports' words, ``common`` those of the commonest English words, which tell little.
    """

    lexicon: Lexicon
    cues: Cues
    speller: Speller
    reports: tuple[tuple[str, str, str], ...]
    stems: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


def read_question(question: str, reader: Reader) -> Query:
    """The query of a question taken alone."""
    mended = reader.speller.mend(" ".join(question.split()))
    report, mended = _report_named(mended, reader)
    text = _without_negated(mended, reader)
    mentions = reader.lexicon.find_areas(text)
    concepts, words = _terms(text, reader)
    query = Query(
        question,
        text,
        concepts,
        words,
        unknown=tuple(w for w in words if w not in reader.stems),
        common=tuple(w for w in words if w in reader.common),
    )
    query = replace(query, **_areas(mentions, reader.lexicon, reader.cues, text))
    query = replace(query, **_periods(text, reader.cues))
    query = _without_loose_form(replace(query, **_manner(text, reader.cues)))
    return replace(
        query,
        report=report,
        tables=tuple(dict.fromkeys(_table_label(match) for match in _TABLE.finditer(text))),
        refusal=reader.cues.refusal_in(question) or reader.cues.refusal_in(text),
        numbers=_stated_numbers(text),
        counted=_counted(text),
        paragraph=_paragraph(mended),
    )


def _terms(text: str, reader: Reader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Glossary terms and other telling words: of the asking clause if it names a measure, else of the whole question."""
    whole = _split_terms(_without_noise(text), reader.lexicon)
    if len(text.split()) <= _SHORT:
        return whole
    asking = _split_terms(_without_noise(_asking_clause(text)), reader.lexicon)
    if _names_measure(asking[0], reader.lexicon):
        both = {"share", "ratio", "difference", "compare"} & set(reader.cues.operations_in(text))
        return (whole[0] if both else asking[0]), asking[1]
    pieces = [_split_terms(_without_noise(piece), reader.lexicon) for piece in re.split(r"[.;?!]+\s|,\s|\sand\s", text)]
    named = [piece for piece in pieces if telling(piece[0], reader.lexicon)]
    if not any(_names_measure(piece[0], reader.lexicon) for piece in named):
        return whole
    concepts = tuple(dict.fromkeys(c for piece in named for c in piece[0]))
    return concepts, tuple(dict.fromkeys(w for piece in named for w in piece[1]))


def _names_measure(concepts: tuple[str, ...], lexicon: Lexicon) -> bool:
    return any(lexicon.concepts[c].facet in ("topic", "offence", "result", "part") for c in concepts)


def _split_terms(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    terms = lexicon.terms_of(text)
    concepts = tuple(t for t in terms if t in lexicon.concepts and lexicon.concepts[t].facet not in _GENERAL_FACETS)
    return concepts, tuple(
        t for t in terms if t not in lexicon.concepts and t not in STATISTIC_STEMS and t not in _ASKING
    )


def _asking_clause(text: str) -> str:
    """The clause that asks, without what is told before it and in brackets: "... how many dealing offences was it there?"."""
    plain = re.sub(r"\([^)]*\)", " ", text)
    starts = [match.start(1) for match in _INTERROGATIVE.finditer(plain)]
    return plain[starts[-1] :] if starts else ""


def _table_label(match: re.Match[str]) -> str:
    return f"{'Table' if match[1].lower() == 'table' else 'Figure'} {match[2]}"


def _stated_numbers(text: str) -> tuple[Number, ...]:
    """The numbers that a question states; "from 5,000 to 7,590" are two, no range."""
    stated: list[Number] = []
    for number in find_numbers(text):
        if number.high is not None and text[: number.start].lower().rstrip().endswith("from"):
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


def _without_negated(text: str, reader: Reader) -> str:
    """The text without the parts that it sets aside ("trafficking, not possession")."""
    for match in reversed(list(reader.cues.patterns["negated"].finditer(text))):
        if any(m.start < match.start() < m.end for m in reader.lexicon.find_concepts(text)):
            continue
        told = (
            reader.lexicon.find_concepts(match["what"])
            or reader.lexicon.find_areas(match["what"])
            or find_periods(match["what"])
        )
        rest = text[: match.start()] + " " + text[match.end() :]
        if find_periods(match["what"]) and not find_periods(rest):
            continue
        if told and (reader.lexicon.find_concepts(rest) or reader.lexicon.find_areas(rest)):
            text = " ".join(rest.split())
    return text


def _without_noise(text: str) -> str:
    text = _TABLE.sub(" ", text)
    for mention in reversed(find_periods(text)):
        text = text[: mention.start] + " " + text[mention.end :]
    return text


def _areas(mentions: list[Mention], lexicon: Lexicon, cues: Cues, text: str) -> dict[str, Any]:
    named = [m.name for m in mentions if m.kind in ("local", "region", "country")]
    groups = [m.name for m in mentions if m.kind == "group"]
    members = [area for group in groups for area in lexicon.areas[group].members]
    every = any(m.kind == "every" for m in mentions) or cues.has("anyone", text)
    here = any(m.kind == "here" for m in mentions)
    if here and all(name in lexicon.compare for name in named):
        named = [lexicon.region, *named]
    areas = tuple(dict.fromkeys(named + members))
    local = [a for a in areas if lexicon.areas[a].kind == "local"]
    of_all = bool(local) and (every or here or lexicon.region in named)
    if of_all and cues.operations["share"].search(text):
        areas = tuple(a for a in areas if a != lexicon.region)
    if groups or len(set(local)) >= 2 or local and cues.operations["share"].search(text):
        every = False
    if local and cues.has("others", text):
        rest = [a.name for a in lexicon.areas.values() if a.kind == "local" and a.name not in local]
        return {
            "areas": tuple(rest),
            "left_out": tuple(local),
            "area_words": f"the other {len(rest)} areas",
            "every_area": False,
        }
    return {
        "areas": areas,
        "area_words": ", ".join(groups) if groups and not named else "",
        "every_area": every,
        "of_all": of_all,
        "elsewhere": tuple(dict.fromkeys(m.name for m in mentions if m.kind == "elsewhere")),
    }


def _periods(text: str, cues: Cues) -> dict[str, Any]:
    found = [mention.period for mention in find_periods(text)]
    since = next((period for period in found if period.kind == "since"), None)
    relative = next(
        (name for name, cue in (("before", "year_before"), ("after", "year_after"), ("both", "both_years"),
                                ("latest", "latest"), ("earliest", "earliest")) if cues.has(cue, text)),
        "",
    )  # fmt: skip
    plain = tuple(dict.fromkeys(period for period in found if period.kind != "since"))
    plain = _quarter_of(plain, text)
    return {"periods": _spans_split(plain, text), "since": since, "relative": relative}


def _quarter_of(periods: tuple[Period, ...], text: str) -> tuple[Period, ...]:
    """A quarter named apart from its year ("in quarter one of that year") joined to the one fiscal year named."""
    match = _QUARTER.search(text)
    years = [p for p in periods if p.kind == "fiscal"]
    if match is None or len(years) != 1 or any(p.kind == "quarter" for p in periods):
        return periods
    named = parse_period(f"{match.group()} {years[0].label}")
    return (named,) if named else periods


def _spans_split(periods: tuple[Period, ...], text: str) -> tuple[Period, ...]:
    short = re.search(r"(?<![\w/])(\d\d)\s*(?:to|and|-|–)\s*(\d\d)/(\d\d)(?!\d)", text)
    if short and int(short[2]) == int(short[1]) + 1 and len(periods) == 1:
        return (fiscal_year(2000 + int(short[1])), *periods)
    return periods


def _manner(text: str, cues: Cues) -> dict[str, Any]:
    top, nth = cues.find("top_n", text), cues.find("ordinal", text)
    count = top["n"].lower() if top else ""
    return {
        "operations": cues.operations_in(_SET_ASIDE.sub(" ", text)),
        "wants": _wants(_asking_clause(text), cues) or _wants(text, cues),
        "number_wanted": cues.has("number_wanted", text),
        "yes_no": cues.has("yes_no", text),
        "low": cues.has("low", text),
        "top": int(count) if count.isdigit() else _NUMBERS.get(count, 1),
        "nth": _NTH.get((nth["nth"] or nth["place"] or "second").lower(), 0) if nth else 0,
        "direction": _direction(text, cues),
        "changing": cues.has("up", text) or cues.has("down", text),
        "form": _form(text, cues),
        "subject": _subject(text, cues),
    }


def _without_loose_form(query: Query) -> Query:
    """ "What was X" asks for a meaning only where nothing tells that a figure is wanted."""
    loose = query.form == "definition" and query.subject and not _DEFINING.search(query.text)
    if loose and (query.periods or query.areas or query.number_wanted or query.operations or query.every_area):
        query = replace(query, form="", subject="")
    wordy = query.form in ("why", "definition", "source", "when")
    dated = bool(query.periods) and bool(query.concepts) and not query.form and not query.yes_no
    return replace(query, number_wanted=not wordy and (query.number_wanted or query.wants == "money" or dated))


def _wants(text: str, cues: Cues) -> str:
    text = _SET_ASIDE.sub(" ", text)
    order = (
        ("often", "often"),
        ("points", "points"),
        ("rate", "rate"),
        ("percent", "percent"),
        ("money", "money"),
        ("count", "count"),
    )
    return next((name for name, cue in order if cues.has(cue, text)), "")


def _direction(text: str, cues: Cues) -> str:
    """Up or down by the verbs, else by the comparatives; "" where both or neither are named."""
    for up, down in (("up", "down"), ("more", "less")):
        rises, falls = cues.has(up, text), cues.has(down, text)
        if rises != falls:
            return "up" if rises else "down"
        if rises:
            return ""
    return ""


def _form(text: str, cues: Cues) -> str:
    for form, cue in (("definition", "definition"), ("source", "source_of"), ("who", "who"), ("why", "why"),
                      ("when", "when"), ("list", "list"), ("where", "where"), ("definition", "definition_short")):  # fmt: skip
        if cues.has(cue, text) and not (form == "where" and cues.has("number_only", text)) and _leads(cue, text, cues):
            return form
    return ""


def _leads(cue: str, text: str, cues: Cues) -> bool:
    """Whether a "why", "who" or "where" is what is asked, not a part of it ("what is done to find out why ...")."""
    match = cues.find(cue, text)
    opening = _OPENING.match(text)
    return (
        match is None
        or opening is None
        or cue not in ("why", "where", "when", "who")
        or match.start() <= opening.end() + 2
    )


def _subject(text: str, cues: Cues) -> str:
    match = cues.find("definition_short", text)
    return match["what"].strip() if match else ""


def _report_named(text: str, reader: Reader) -> tuple[str, str]:
    """The report that a question names ("" for none or several), and the question without its name: its year is no period."""
    named: list[str] = []
    for report, _, pattern in reader.reports:
        match = re.search(pattern, text, re.I)
        if match:
            named.append(report)
            text = " ".join(f"{text[: match.start()]} the report {text[match.end() :]}".split())
    distinct = list(dict.fromkeys(named))
    return (distinct[0] if len(distinct) == 1 else ""), text


_ASKING = frozenset(
    """say said tell told report document articl page accord mention state give given happen look check confirm mean
    question answer somebodi someon wonder heard hear read seen saw think thought believ guess bet thing stuff bit lot
    provid tabul summaris identifi enumer name list set state specifi describ outlin quot cite detail print beside side next kind sort way share everyon everybodi go went gone come came make made put take took use got get last year ago time day month week today
    now right true fals wrong correct better wors best worst high low highest lowest higher lower more most fewer less
    least big biggest larg largest small smallest top bottom rank order compar differ between chang increas decreas
    rise rose risen fall fell fallen drop grow grew growth declin reduc up down per cent percent percentag proport rate
    averag mean combin altogeth togeth add everi each both all whole per month annual previous befor after follow next
    first second third recent new current seven two three councillor chair resid ward constitu meet committe colleagu
    anyway basic basicali honest appar suppos realli actual just also still even ever yet short long term word figur
    number statist stat data total hello hi hey pleas thank morn afternoon even sorri mate n er um oh well ok user use adult older old figur""".split()
)
