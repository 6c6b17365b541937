"""Which areas rose, fell and stayed as they were: all of them, or first the one group that is asked for, with the sizes."""

import re

from rag.cues import load_cues
from rag.draft import Draft
from rag.op_change import Change
from rag.op_change_words import printed_otherwise, size_words
from rag.query import Query
from rag.wording import and_list, sentence_case, signed, value_words

_FEW = 3  # so many areas are told with the size of their changes
_COUNTED = {4: "four", 5: "five", 6: "six", 7: "seven"}
_WAYS = (("up", "rose"), ("down", "fell"), ("same", "stayed the same"))
_AREAS = r"(?:areas?|places?|councils?|boroughs?|authorit\w+|districts?|cit(?:y|ies)|ones?)"
_CHOOSES = re.compile(
    rf"\b(?:which|where(?:abouts)?|who|whose|what {_AREAS}|(?:name|list|tell me|give me|show me) (?:(?:the|those|all|every|just|only|any|two|three) )*{_AREAS}|"
    rf"{_AREAS} (?:that|which|where|with))\b",
    re.I,
)
_COUNTS = re.compile(
    rf"\bhow many (?:of )?(?:(?:the|our|those|local|council|authority) )*(?:{_AREAS}|seven|them)\b", re.I
)
_OF_OTHERS_TOO = re.compile(
    r"\b(?:not|never|nor|no|hardly|barely|both|either|others?|rest|elsewhere|remaining|opposite|each way|everywhere|all (?:of )?(?:them|seven|areas)|"
    r"split|sort)\b|n['’]t\b",
    re.I,
)
_DID_NOT_MOVE = re.compile(
    r"(?:\b(?:not|never|no|fail(?:s|ed|ing)? to|unable to|without)|n['’]t)(?: (?:manage\w*|able) to)?(?: (?:see|seen|saw|record\w*|had?|have|show\w*|get|got|experience\w*|an?|any|actually|of))* "
    r"(?:(?:come|go|gone|went) (?:up|down)|ris\w*|rose|increas\w+|grow\w*|grew|climb\w*|fall\w*|fell|declin\w+|drop\w*|decreas\w+|reduc\w+|"
    r"(?:bring|brought|get|got|push\w*|drive|driven|keep|kept|force\w*|take|taken|knock\w*|pull\w*)\b[^?.;,]{1,60}?\b(?:down|up)|"
    r"(?:cut|lower|shrink|curb|slash|trim|raise|lift|boost)\w*)\b",
    re.I,
)


def by_direction(query: Query, changes: list[Change], subject: str, answer: str = "") -> Draft:
    """Which rose, fell and stayed: those first that move as the question says, alone where it asks for them alone."""
    asked = groups_asked(query)
    first = asked or ((query.direction,) if query.direction else ())
    ways = sorted(_WAYS, key=lambda way: way[0] not in first) if first else _WAYS
    members = {direction: [c for c in changes if c.direction == direction] for direction, _ in _WAYS}
    whole = f"all {_COUNTED.get(len(changes), str(len(changes)))} areas: " if len(changes) > _FEW else ""
    told = {
        direction: f"{word} in {whole if len(members[direction]) == len(changes) else ''}{and_list([f'{c.area} ({_told(c, query, several=len(changes) > _FEW)})' for c in members[direction]])}"
        for direction, word in ways
        if members[direction]
    }
    shown = [told[direction] for direction in asked if direction in told]
    others = [part for direction, part in told.items() if direction not in asked] if shown else []
    moved = sum(len(members[direction]) for direction in asked)
    count = f"{moved} of {len(changes)} areas. " if _COUNTS.search(query.text) and asked else ""
    headline = f"{answer}{count}{sentence_case(subject)}: {'; '.join(shown or told.values())}."
    detail = (f"{sentence_case('; '.join(others))}.",) if others else ()
    return Draft("answered", headline, detail, figures=tuple(f for c in changes for f in c.figures)[:40])


def counts_areas(text: str) -> bool:
    """Whether it is asked how many of the areas there are ("how many councils had fewer than 20?")."""
    return _COUNTS.search(text) is not None


def groups_asked(query: Query) -> tuple[str, ...]:
    """The directions of the areas that alone are asked for: ("same",) of "where did it stay the same?", two of "where did it not fall?"."""
    steady = load_cues().patterns["unchanged"]
    rest = steady.sub(" ", _DID_NOT_MOVE.sub(" ", query.text))
    denied, stayed = _DID_NOT_MOVE.search(query.text) is not None, steady.search(query.text) is not None
    chooses = _CHOOSES.search(query.text) or _COUNTS.search(query.text)
    if query.yes_no or not chooses or _OF_OTHERS_TOO.search(rest) or query.direction and stayed and not denied:
        return ()
    if query.direction:
        return tuple(way for way, _ in _WAYS if (way == query.direction) != denied)
    moves = any(load_cues().has(way, rest) for way in ("up", "down"))
    return ("same",) if stayed and not denied and not moves else ()


def _told(change: Change, query: Query, several: bool) -> str:
    """The levels of a change; with its size where few areas change or sizes are asked for, in per cent where those are."""
    if change.direction == "same":
        return _brief(change)
    if query.wants == "percent" or "percent_change" in query.operations:
        exact = change.is_exact and change.worked_out is not None
        percent = f"{signed(change.worked_out, 1)}%{_printed_otherwise(change)}" if exact and change.worked_out else ""
        return f"{_brief(change)}, {percent}" if percent else change_words(change)
    sized = "difference" in query.operations and change.is_exact
    if "difference" in query.operations and not sized and change.printed and change.amount is not None:
        printed = change.printed[0].figure
        return f"{_brief(change)}, {'-' if printed.value < 0 else '+'}{printed.printed.lstrip('+-−–')}"
    return _brief(change) if several and not sized else change_words(change)


def _brief(change: Change) -> str:
    if change.amount is not None and change.base and change.last:
        levels = f"{change.base.figure.printed} to {change.last.figure.printed}"
        return levels if change.direction != "same" else value_words(change.last.figure)
    return (
        value_words(change.printed[0].figure)
        if change.printed
        else f"{value_words(change.base.figure)} to {value_words(change.last.figure)}"
        if change.base and change.last
        else ""
    )


def change_words(change: Change) -> str:
    """From, to and by how much; or what is printed where the levels are not given."""
    if change.amount is not None and change.base and change.last and (change.is_exact or not change.printed):
        return f"{change.base.figure.printed} to {change.last.figure.printed}, {size_words(change)}{_printed_otherwise(change)}"
    figure = change.printed[0].figure
    return (
        f"{signed(figure.value)}{'%' if figure.kind == 'change_percent' else ''}"
        if figure.kind != "change_points"
        else f"{signed(figure.value)} percentage points"
    )


def _printed_otherwise(change: Change) -> str:
    """The change that the report prints where its own figures do not bear it out, in brackets."""
    wrong = printed_otherwise(change)
    return f" (printed: {value_words(wrong[0])})" if wrong else ""
