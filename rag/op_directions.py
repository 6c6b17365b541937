"""Which areas rose, fell and stayed as they were: all of them, or first the one group that is asked for, with the sizes."""

import re

from rag.cues import load_cues
from rag.draft import Draft
from rag.op_change import Change
from rag.op_change_words import printed_otherwise, size_words
from rag.query import Query
from rag.wording import and_list, sentence_case, signed, value_words

_FEW = 3  # so many areas are told with the size of their changes
_WAYS = (("up", "rose"), ("down", "fell"), ("same", "stayed the same"))
_CHOOSES = re.compile(
    r"\b(?:which|where(?:abouts)?|who|whose|what (?:areas?|places?|councils?|boroughs?|authorit\w+|districts?|cit\w+)|"
    r"(?:name|list|tell me|give me|show me) (?:the |those |all |every |just |only |any )*(?:areas?|places?|councils?|boroughs?|authorit\w+|districts?|ones?)|"
    r"(?:areas?|places?|councils?|boroughs?|authorit\w+|districts?|ones?) (?:that|which|where|with))\b",
    re.I,
)
_OF_OTHERS_TOO = re.compile(
    r"\b(?:not|never|nor|no|fail(?:s|ed|ing)? to|without|hardly|barely|both|either|others?|rest|elsewhere|remaining|opposite|each way|everywhere|all (?:of )?(?:them|seven|areas)|split|sort)\b|n['’]t\b",
    re.I,
)


def by_direction(query: Query, changes: list[Change], subject: str, answer: str = "") -> Draft:
    """Which rose, fell and stayed: those first that move as the question says, alone where it asks for them alone."""
    asked = group_asked(query)
    ways = sorted(_WAYS, key=lambda way: way[0] != (asked or query.direction)) if asked or query.direction else _WAYS
    groups = [(word, [c for c in changes if c.direction == direction]) for direction, word in ways]
    alone = bool(asked and groups[0][1])
    parts = [
        f"{word} in {and_list([f'{c.area} ({_told(c, query, several=len(changes) > _FEW)})' for c in members])}"
        for word, members in groups
        if members
    ]
    others = (f"{sentence_case('; '.join(parts[1:]))}.",) if alone and parts[1:] else ()
    headline = f"{answer}{sentence_case(subject)}: {'; '.join(parts[:1] if others else parts)}."
    return Draft("answered", headline, others, figures=tuple(f for c in changes for f in c.figures)[:40])


def group_asked(query: Query) -> str:
    """ "up", "down" or "same" where only the areas that moved so are asked for ("where did it stay the same?"), else ""."""
    steady = load_cues().patterns["unchanged"]
    rest = steady.sub(" ", query.text)
    both = _OF_OTHERS_TOO.search(rest) or query.direction and rest != query.text
    if query.yes_no or both or not _CHOOSES.search(query.text):
        return ""
    return query.direction or ("same" if rest != query.text and not query.changing else "")


def _told(change: Change, query: Query, several: bool) -> str:
    """The levels of a change; with its size where few areas change or sizes are asked for, in per cent where those are."""
    if change.direction == "same":
        return _brief(change)
    if query.wants == "percent" or "percent_change" in query.operations:
        exact = change.is_exact and change.worked_out is not None
        percent = f"{signed(change.worked_out, 1)}%{_printed_otherwise(change)}" if exact and change.worked_out else ""
        return f"{_brief(change)}, {percent}" if percent else change_words(change)
    sized = "difference" in query.operations and change.is_exact
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
