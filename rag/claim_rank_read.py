"""Which rank a claim states: highest, third lowest, "after Birmingham", "no area had more", of values or of changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.claim_better import is_turned, judged_direction
from rag.claim_cues import (
    AFTER,
    HIGH,
    LOW,
    NO_AREA_MORE,
    ORDINAL,
    RANKED,
    THAN_ALL_OTHERS,
    cue,
    directions_in,
)
from rag.claim_ranked_sizes import direction_ranked
from rag.claim_records import Claim
from rag.library import Library

_NTH = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "next": 2},
    **{"2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6},
}
_BUT = re.compile(
    r"['’]?s?,?\s(?:bar|but|except(?:ing)?(?: for)?|apart from|other than|save(?: for)?|aside from)\s(?=[A-Z])"
)
_FOLLOWED = re.compile(
    r"\b(?:followed (?:closely |then |next )?by|then came|next (?:came|were|was))\s(?:(?!,? (?:while|whilst|whereas|but|with|although)\b)[^;])*?(?=[.;](?:\s|$)|,? (?:while|whilst|whereas|but|with|although)\b|$)",
    re.I,
)
_GOES_ON = re.compile(r",\s(?!and\b)|\s(?:was|were|is|are|had|came|comes|has)\s", re.I)
_DOWN = ("fewer", "less", "lower", "smaller", "slower")


@dataclass(frozen=True, slots=True)
class Rank:
    """What a claim says of a rank: which areas, which places (1 is first), from the top or the bottom, of what.

    ``of_change`` is the direction of the changes that are ranked, "" where values are. ``ahead`` are the areas that
    the claim puts before it ("second after Birmingham"), ``behind`` those that it puts right after it, in order.
    """

    areas: tuple[str, ...]
    places: tuple[int, ...]
    low: bool
    of_change: str = ""
    ahead: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


def rank_in(claim: Claim, library: Library) -> Rank | None:
    """The rank that a claim states, or None."""
    text = claim.text
    local = [a for a in claim.query.areas if a in library.lexicon.areas and library.lexicon.areas[a].kind == "local"]
    nothing_more, ordinal = NO_AREA_MORE.search(text), ORDINAL.search(text) or RANKED.search(text)
    beyond = nothing_more or THAN_ALL_OTHERS.search(text)
    if not local or cue("denied_more").search(text) or not (LOW.search(text) or HIGH.search(text) or ordinal or beyond):
        return None
    change = direction_ranked(text)
    if beyond:
        return _beyond_all(claim, local, beyond, change, library)
    if AFTER.search(text) and len(local) >= 2:
        return Rank((local[-1],), (len(local),), bool(LOW.search(text)), change)
    if ordinal:
        nth = ordinal["nth"].lower()
        is_low = bool(LOW.search(text)) or nth == "last"
        ahead = _areas_ahead(claim, local, ordinal.end(), library) if nth not in ("first", "last") else ()
        return Rank(
            _subject(claim, [a for a in local if a not in ahead], ordinal.start(), library),
            (_NTH.get(nth, 1),),
            is_low,
            change,
            ahead,
            tuple(area for area in _areas_behind(claim, local, library) if area not in ahead),
        )
    return _superlative(claim, local, change, library)


def _beyond_all(claim: Claim, local: Sequence[str], match: re.Match[str], change: str, library: Library) -> Rank:
    """The rank of an area that no other one is beyond ("no area had more than A", "A had more than any other")."""
    told = directions_in(match.group())
    change = change or (next(iter(told)) if len(told) == 1 else "" if told else judged_direction(claim, library))
    down = match["how"].lower() in _DOWN and not change
    if match.re is not THAN_ALL_OTHERS:
        return Rank(tuple(local[:1]), (1,), down, change)
    ahead = _areas_left_out(claim, match.end(), library)
    subject = _subject(claim, [area for area in local if area not in ahead], match.start(), library)
    return Rank(subject, (len(ahead) + 1,), down, change, ahead)


def _areas_left_out(claim: Claim, at: int, library: Library) -> tuple[str, ...]:
    """The areas that a claim leaves out of all the others ("lower than any other but Solihull")."""
    if not _BUT.match(claim.text[at:]):
        return ()
    return tuple(m.name for m in library.lexicon.find_areas(claim.text[at:]) if m.kind == "local")


def _areas_ahead(claim: Claim, local: Sequence[str], at: int, library: Library) -> tuple[str, ...]:
    """The areas named right after "after" or "behind", once the rank is told."""
    match = cue("behind").search(claim.text, at)
    mentions = [m for m in library.lexicon.find_areas(claim.text) if m.name in local]
    ahead = [
        m.name
        for m in mentions
        if match and 0 <= m.start - match.end() <= 25 and not _GOES_ON.search(claim.text[match.end() : m.start])
    ]
    return tuple(ahead) if set(ahead) < set(local) else ()


def _areas_behind(claim: Claim, local: Sequence[str], library: Library) -> tuple[str, ...]:
    """The areas that are said to follow the first one ("the highest, followed by Walsall and Birmingham")."""
    match = _FOLLOWED.search(claim.text)
    mentions = library.lexicon.find_areas(claim.text) if match else []
    return tuple(m.name for m in mentions if match and m.name in local and match.start() <= m.start < match.end())


def _superlative(claim: Claim, local: Sequence[str], change: str, library: Library) -> Rank:
    """The rank of "highest", "lowest", "the two highest"."""
    low, high = LOW.search(claim.text), HIGH.search(claim.text)
    first = min(match.start() for match in (low, high) if match)
    together = " and " in claim.text and len(local) > 1 and _are_joined(claim, local, library)
    count = claim.query.top if claim.query.top > 1 else len(local) if together else 1
    subject = tuple(local[:count]) if count > 1 else _subject(claim, local, first, library)
    is_low = (low is not None and low.start() == first) != is_turned(claim.text, claim, library)
    behind = _areas_behind(claim, local, library) if count == 1 else ()
    return Rank(
        subject, tuple(range(1, count + 1)), is_low, change, behind=tuple(a for a in behind if a not in subject)
    )


def _are_joined(claim: Claim, local: Sequence[str], library: Library) -> bool:
    mentions = [m for m in library.lexicon.find_areas(claim.text) if m.name in local]
    return (
        len(mentions) > 1
        and " and " in claim.text[mentions[0].end : mentions[1].start]
        and mentions[1].start - mentions[0].end < 30
    )


def _subject(claim: Claim, local: Sequence[str], at: int, library: Library) -> tuple[str, ...]:
    """The area that has the rank: the one named last before the superlative, else the first after it."""
    mentions = [m for m in library.lexicon.find_areas(claim.text) if m.name in local]
    before = [m for m in mentions if m.end <= at]
    return (before[-1].name,) if before else (mentions[0].name,) if mentions else (local[0],)
