"""Rankings by change: biggest rise or fall in number or in per cent; which areas rose, fell and stayed."""

import re
from dataclasses import replace
from decimal import Decimal

from rag.cells import Grid
from rag.cues import Cues
from rag.draft import Draft
from rag.library import Library
from rag.op_change import Change, change_of, period_pair
from rag.op_change_limits import changes_beyond
from rag.op_change_words import pair_words
from rag.op_directions import by_direction, change_words
from rag.op_rank import claimed_place, competitors, places_before, with_changes
from rag.query import Query
from rag.targets import Targets
from rag.wording import and_list, measure_words

_CLAUSES = re.compile(r"[.?!;]\s+|,?\s+but\s+", re.I)
_FASTEST = re.compile(
    r"\b(?:fast|quick|slow)est\b|\bmost (?:rapid|steep|sharp|quick|slow)(?:ly)?\b|\b(?:steep|sharp)est\b", re.I
)
_MORE_THAN = re.compile(
    r"\b(?:more|less|faster|slower|further|quicker|bigger|smaller|larger|greater|higher|lower|steeper|sharper|deeper|heavier|worse)\b[^?]*\b(?:than|set (?:beside|against|next to|alongside)|compared (?:with|to)|beside|next to)\b",
    re.I,
)
_LESS_THAN = re.compile(r"\b(?:less|slower|smaller|lower)\b[^?]*\bthan\b", re.I)
_SCALES = {
    "number": re.compile(r"\b(?:numerical|absolute|numbers?(?! of)|count)\b", re.I),
    "percent": re.compile(
        r"%|\b(?:per ?cent|percent\w*|pct|proportion\w*|relative(?:ly)?|rate of (?:change|increase|growth))\b", re.I
    ),
}
_SCALES_OUTRIGHT = {
    "number": re.compile(
        r"\b(?:in|by|on) (?:(?:pure|plain|simple|sheer|actual|absolute|raw|straight|real) )?(?:absolute (?:terms|numbers?)|(?:raw|actual|sheer|plain) (?:terms|numbers?|volume)|"
        r"head ?counts?|number(?: terms)?(?! of)|numerical terms|volume terms)\b|\b(?:count(?:ing|ed)?|by|in) heads\b|\bhead ?counts?\b|\bnumber ?wise\b|\bnumerically\b|\bin actual people\b|\bby (?:number|count|volume)s?\b|"
        r"\b(?:in|by|count(?:ing|ed|s)?(?: (?:in|by|up|only|just|the))*|measured (?:in|by)) (?:bodies|lives|souls|heads)\b|"
        r"\b(?:in|by) (?:actual|real|raw|sheer|absolute) (?!per|prop|rate|terms)\w+|\b(?:simply |just |only )?(?:count(?:ing|ed|s)|measured) (?:in |by |up |only |just |the |actual )*"
        r"(?:deaths|offences|people|persons|cases|incidents|crimes|records|clients|users|admissions|patients|adults)\b|\badditional (?!per)\w+s\b",
        re.I,
    ),
    "percent": re.compile(
        r"\b(?:in|by|on) (?:a )?(?:percent(?:age)?|per ?cent|%|pct|proportional|proportionate|relative)(?: (?:terms|growth|basis|change|measure))?(?!\w)(?! points?)|"
        r"\b(?:percent(?:age)?|per ?cent|%|proportion)[ -]?wise\b|\b(?:proportionally|proportionately|relatively)\b|"
        r"(?:%|\b(?:percent(?:age)?|per ?cent|pct)) (?:rise|growth|increase|jump|fall|drop|decline|decrease|change|reduction)\b",
        re.I,
    ),
}
_SCALE_PUT_ASIDE = re.compile(
    r"\b(?:not|rather than|instead of|and not|never mind|forget(?: about)?|ignore|ignoring|as opposed to) (?:in |by |on |as |about )?(?:an? |the )?"
    r"(?:percent\w*|per ?cent|%|pct|rates?|(?:raw |actual )?numbers?|volumes?|head ?counts?|proportions?)(?: (?:terms|change|growth))?(?!\w)",
    re.I,
)


def rank_changes(query: Query, grid: Grid, library: Library) -> Draft | None:
    """Areas ranked by their change between two periods, in per cent or in number, as asked; both where that is open."""
    names = competitors(query, grid, library, "")
    pair = period_pair(query, grid, tuple(names))
    if pair is None:
        return None
    changes = [change for name in names if (change := change_of(grid, name, pair))]
    measured = next((change for change in changes if change.figures), None)
    if len(changes) < 2 or measured is None:
        return None
    subject = f"{measure_words(measured.figures[0])} {pair_words(pair)}"
    if library.cues.has("least_moved", query.text):
        return _least_moved(changes, subject)
    return rank_given(query, changes, subject)


def _least_moved(changes: list[Change], subject: str) -> Draft | None:
    """The area whose value moved least in per cent, up or down, and the next; all that moved as little, where several did."""
    sizes = [(abs(change.percent), change) for change in changes if change.percent is not None]
    if len(sizes) < len(changes):
        return None
    ordered = sorted(sizes, key=lambda pair: pair[0])
    least = [change for size, change in ordered if size == ordered[0][0]]
    told = and_list([f"{change.area} ({change_words(change)})" for change in least])
    following = next((change for size, change in ordered if size != ordered[0][0]), None)
    after = f"; next is {following.area} ({change_words(following)})" if following else ""
    figures = tuple(f for _, change in ordered for f in change.figures)
    return Draft("answered", f"The smallest change in {subject} was in {told}{after}.", figures=figures)


def rank_given(query: Query, changes: list[Change], subject: str) -> Draft | None:
    """Changes ranked in per cent or in number, as asked; ``subject`` tells of what and between which periods."""
    asked = _scales_asked(query)
    key = "number" if asked == {"number"} else "percent"
    draft = _change_ranking(query, changes, key, bool(asked), subject)
    if draft is None and key == "number" and "count" == query.wants and not query.counted:
        draft = _change_ranking(query, changes, "percent", True, subject)  # the levels are rough, the changes printed
    if draft is None or len(asked) < 2 or query.top > 1:
        return draft
    other = _change_ranking(query, changes, "number", True, subject)
    return replace(draft, headline=f"{draft.headline} {other.headline}") if other else draft


def _scales_asked(query: Query) -> set[str]:
    """Whether the ranking is asked "number" for, "percent" for, or both, by the last clause that tells.

    "In percentage terms, whose numbers rose most" is told for per cent alone.
    """
    text = _SCALE_PUT_ASIDE.sub(" ", query.text)
    outright = {name for name, pattern in _SCALES_OUTRIGHT.items() if pattern.search(text)}
    if len(outright) == 1 and query.wants != "points":
        return outright
    for clause in reversed(_CLAUSES.split(text)):
        told = {name for name, pattern in _SCALES.items() if pattern.search(clause)}
        if told == {"number"} and _FASTEST.search(clause):
            return set()  # "grew fastest in numbers" tells of what grew, not by what it is measured
        if told and query.wants != "points":
            return told
    if query.wants == "count" or re.search(r"\bnumber\b", query.text, re.I):
        return {"number"}
    by_percent = query.wants in ("percent", "points") or "percent_change" in query.operations
    return {"percent"} if by_percent else set()


def changes_by_direction(query: Query, grid: Grid, targets: Targets, library: Library) -> Draft | None:
    """Which areas rose, fell and stayed: for "did all areas see a rise", "which boroughs fell"."""
    claims_all = is_group_claim(query, library.cues)
    names = [a for a in targets.areas if a != library.lexicon.region] or with_changes(grid, library)
    if query.every_area or claims_all and len(query.areas) < 2:
        names = with_changes(grid, library)
    pair = period_pair(query, grid, tuple(names))
    changes = [c for name in names if pair and (c := change_of(grid, name, pair))]
    if pair is None or len(changes) < 2:
        return None
    subject = f"{measure_words(changes[0].figures[0])} {pair_words(pair)}"
    beyond = changes_beyond(query, changes, subject)
    return beyond or by_direction(query, changes, subject, _group_answer(query, changes, library.cues))


def is_group_claim(query: Query, cues: Cues) -> bool:
    """Whether it is asked if something holds for every area, for none, or for one alone."""
    some = query.every_area and cues.has("some", query.text)
    return query.yes_no and (some or any(cues.has(name, query.text) for name in ("every", "none", "only")))


def about_whole_group(query: Query, cues: Cues) -> Query:
    """The query about all areas, where one is claimed to be the only one of them ("the only area to improve")."""
    only = query.yes_no and len(query.areas) == 1 and cues.has("only", query.text) and query.direction
    return replace(query, areas=(), every_area=True) if only else query


def _group_answer(query: Query, changes: list[Change], cues: Cues) -> str:
    """ "Yes: " or "No: " to a claim about several areas: every one, none, only these, or any of them."""
    if not query.yes_no or not query.direction:
        return ""
    moved = {c.area for c in changes if c.direction == query.direction}
    named = set(query.areas) & {c.area for c in changes}
    if cues.has("none", query.text):
        holds = not moved
    elif cues.has("some", query.text) and not named:
        holds = bool(moved)
    elif named and cues.has("only", query.text):
        holds = moved == named
    elif cues.has("every", query.text) or named and not query.every_area:
        holds = moved >= (named or {c.area for c in changes})
    else:
        holds = bool(moved)
    return "Yes: " if holds else "No: "


def _change_ranking(query: Query, changes: list[Change], key: str, told: bool, subject: str) -> Draft | None:
    ordered = _ordered_changes(query, changes, key)
    if not ordered or key == "number" and len(ordered) < len(_ordered_changes(query, changes, "percent")):
        return None  # the numbers of some are not given exactly: another may be ahead
    kind = _kind_words(query)
    by = "in per cent" if key == "percent" else "in number"
    if ordered[0].last and ordered[0].last.figure.unit == "%":
        by = "in percentage points"
    tied = [c for c in ordered if _size(c, key) == _size(ordered[0], key)]
    names = and_list([c.area for c in tied])
    if query.nth and query.nth <= len(ordered):
        tied = [c for c in ordered if _size(c, key) == _size(ordered[query.nth - 1], key)]
        joint = "joint " if len(tied) > 1 else ""
        kind = f"{joint}{ {2: 'second', 3: 'third', 4: 'fourth'}[query.nth] } {kind}"
        names = and_list([c.area for c in tied])
    told_sizes = "; ".join(dict.fromkeys(change_words(c) for c in tied))
    head = f"{names} had the {kind} {subject} ({by}): {told_sizes}."
    if _none_moved(query, ordered):
        word, side = ("fall", "smallest rise") if query.direction == "down" else ("rise", "smallest fall")
        head = f"None saw a {word} in {subject}; the {side} was in {names}: {told_sizes}."
    elif query.top > 1:
        first = places_before(query, [c.area for c in ordered])
        kind = _kind_words(query) if first else kind
        after = f"After {and_list([c.area for c in ordered[:first]])}, the" if first else "The"
        listed = and_list([f"{c.area} ({change_words(c)})" for c in ordered[first : first + query.top]])
        head = f"{after} {query.top} {kind.removesuffix(' in')}s in {subject} ({by}): {listed}."
    elif not told:
        other = _ordered_changes(query, changes, "number" if key == "percent" else "percent")
        if len(other) == len(ordered) and other[0].area != ordered[0].area:
            head += f" In number it was {other[0].area}: {change_words(other[0])}."
    if len(ordered) == 2 and len(tied) == 1:
        rest = next(c for c in ordered if c not in tied)
        head = head.replace("largest", "larger", 1).replace("smallest", "smaller", 1)
        head += "" if f"{rest.area}: {change_words(rest)}" in head else f" {rest.area}: {change_words(rest)}."
    head = f"{_outdid(query, ordered, told)}{head}"
    rows = [(c.area, size, change_words(c)) for c in ordered if (size := _size(c, key)) is not None]
    head = claimed_place(query, rows, head)
    detail = f"In order: {', '.join(f'{c.area} ({change_words(c)})' for c in ordered)}."
    return Draft("answered", head, (detail,), tuple(f for c in ordered for f in c.figures)[:40])


def _outdid(query: Query, ordered: list[Change], told: bool) -> str:
    """ "Yes: " or "No: " to whether one of two areas moved more, or less, than the other as the question says, where that is plain."""
    if not query.yes_no or not query.direction or len(query.areas) != 2 or not _MORE_THAN.search(query.text):
        return ""
    scales = ("percent", "number") if not told else ("percent",) if "percent" in _scales_asked(query) else ("number",)
    by_name = {change.area: change for change in ordered}
    verdicts = set()
    for scale in scales:
        first, second = (_size(by_name[area], scale) if area in by_name else None for area in query.areas)
        if first is None or second is None:
            continue
        further = first - second if query.direction == "up" else second - first
        verdicts.add(further < 0 if _LESS_THAN.search(query.text) else further > 0)
    return ("Yes: " if verdicts == {True} else "No: ") if len(verdicts) == 1 else ""


def _none_moved(query: Query, ordered: list[Change]) -> bool:
    """Whether no area moved in the direction that is asked about, so that the first of them only came nearest to it."""
    return bool(query.direction) and not query.low and all(c.direction not in ("", query.direction) for c in ordered)


def _size(change: Change, key: str) -> Decimal | None:
    return change.percent if key == "percent" else change.amount


def _ordered_changes(query: Query, changes: list[Change], key: str) -> list[Change]:
    moved = [c for c in changes if c.direction == query.direction] if query.low and query.direction else []
    sized = [(c, c.percent if key == "percent" else c.amount) for c in moved or changes]
    known = [(c, size) for c, size in sized if size is not None]
    small = query.low and query.direction != "down"
    falling = query.direction == "down"
    if falling:
        ordered = sorted(known, key=lambda item: item[1], reverse=query.low)
    elif query.direction == "up" or not _by_size(query):
        ordered = sorted(known, key=lambda item: item[1], reverse=not small)
    else:
        ordered = sorted(known, key=lambda item: abs(item[1]), reverse=not small)
    return [c for c, _ in ordered]


def _by_size(query: Query) -> bool:
    return re.search(r"\bchange", query.text, re.I) is not None


def _kind_words(query: Query) -> str:
    size = "smallest" if query.low else "largest"
    return f"{size} {'fall in' if query.direction == 'down' else 'rise in' if query.direction == 'up' else 'change in'}"
