"""The sizes that a claim tells beside a rank of changes ("fell most in A, 33%, followed by B on 21") read as such changes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.records import FigureKind
from rag.claim_cues import CHANGE_RANK, NO_AREA_MORE, direction_in, directions_in
from rag.claim_records import Stated

_SOFT = r"(?:just |about |around |roughly |nearly |almost |over |under |only |some |an? |a mere )*"
_BESIDE = re.compile(rf"(?:[,(:–-]\s?(?:at |of |by |with |on |up |down )?|[\w/)]\s(?:at|on|with)\s){_SOFT}$")
_BY_WORD = {"lost": "down", "shed": "down", "gained": "up", "added": "up"}
_OF_THEM = re.compile(r"\s(?:of (?:them|these)|more|fewer|extra|additional)\b|[.,;]?$", re.I)
_KINDS: dict[str, FigureKind] = {"%": "change_percent", "percentage points": "change_points", "": "change_count"}


def as_ranked_changes(text: str, stated: Sequence[Stated]) -> list[Stated]:
    """The numbers of a claim, its levels that only tell how much the changes that it ranks are as changes of that direction."""
    ranked = CHANGE_RANK.search(text) or NO_AREA_MORE.search(text)
    if ranked is None or any(one.role in ("from", "times") for one in stated):
        return list(stated)
    beyond = directions_in(ranked.group()) if ranked.re is NO_AREA_MORE else frozenset()
    told = direction_ranked(text) or (next(iter(beyond)) if len(beyond) == 1 else "")
    if told not in ("up", "down"):
        return list(stated)
    sign = 1 if told == "up" else -1
    found: list[Stated] = []
    for one in stated:
        found.append(_as_change(text, one, sign, found) if one.number.start > ranked.start() else one)
    return found


def direction_ranked(text: str) -> str:
    """The direction of the changes that a claim ranks ("the largest fall", "lost clients faster"), or "" where it ranks values."""
    match = CHANGE_RANK.search(text)
    if match is None:
        return ""
    word = next(group for group in match.groupdict().values() if group)
    told = directions_in(word)
    return next(iter(told)) if len(told) == 1 else _BY_WORD.get(word.lower()) or direction_in(text)


def _as_change(text: str, one: Stated, sign: int, earlier: Sequence[Stated]) -> Stated:
    before, after = text[: one.number.start], text[one.number.end :]
    if one.figure.kind != "level" or one.role == "scope" or not _BESIDE.search(before):
        return one
    unit = one.figure.unit if one.number.unit else _unit_of(earlier)
    if unit not in _KINDS or not unit and not _OF_THEM.match(after):
        return one
    figure = replace(one.figure, unit=unit or one.figure.unit, kind=_KINDS[unit], value=abs(one.figure.value) * sign)
    return replace(one, figure=figure, role="")


def _unit_of(earlier: Sequence[Stated]) -> str:
    """The unit of the change told before, which a bare number beside it shares."""
    last = earlier[-1].figure if earlier else None
    return last.unit if last and last.kind != "level" and last.unit in _KINDS else ""
