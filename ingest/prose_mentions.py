"""The places that a sentence names, each with its bounds, and whether it is only compared with."""

import re

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.prose_records import AreaMention

_ASIDE = re.compile(
    r"\b(?:than|compared\s(?:to|with)|against|unlike|versus|vs|relative\sto|below|above|exceed(?:s|ing)|alongside|"
    r"behind|ahead\sof)\s(?:in\s|for\s|that\sof\s|the\s|all\s|other\s|every\s)*$",
    re.I,
)
_OUTSIDE = re.compile(
    r"\b(?:outside(?:\sof)?|beyond|excluding|except(?:\sfor)?|apart\sfrom|other\sthan|without|leaving\sout)\s(?:the\s)?$",
    re.I,
)
_OF_ALL = re.compile(
    r"\b(?:out\sof|of|among|amongst|across|within|than|throughout|in|to|all|over|by)\s"
    r"(?:all|both|the|other|its|seven|any|every|each|whole|\w+est|\s)*$",
    re.I,
)
_BODY_AFTER = re.compile(r"\s[A-Z][a-z]+")
_BODY_BEFORE = re.compile(r"\b(?:Health|NHS|Sport|Historic|Highways|Bank\sof|University\sof|Research)\s$")
_NO_PLACE = re.compile(r"(?:where|every|anywhere|everywhere|which\b.*|what\b.*)$", re.I)
_NATIONAL = re.compile(r"\bnationally\b|\bnational\s(?:average|rate|figure|level|total|baseline|mean)\b", re.I)
_SETS = ("every", "here", "region", "group")


def find_mentions(text: str, lexicon: Lexicon) -> tuple[AreaMention, ...]:
    """The places that a sentence names, in order.

    Bodies that are called after a country, and places that the sentence leaves out, are none.
    """
    found: list[AreaMention] = []
    for mention in _named(text, lexicon):
        name = lexicon.region if mention.kind in ("every", "here") else mention.name
        aside = _is_aside(text, mention, found)
        found.append(AreaMention(mention.start, mention.end, name, mention.kind, aside))
    return tuple(found)


def group_of(text: str, mentions: tuple[AreaMention, ...], mention: AreaMention) -> list[AreaMention]:
    """The list of places to which one belongs; what stands in brackets between them does not part it."""
    groups: list[list[AreaMention]] = []
    for one in (m for m in mentions if m.kind != "every" or m == mention):
        between = re.sub(r"\s*\([^)]*\)", "", text[groups[-1][-1].end : one.start]) if groups else ""
        if groups and one.kind != "every" and _LINK.fullmatch(between):
            groups[-1].append(one)
        else:
            groups.append([one])
    return next(group for group in groups if mention in group)


_LINK = re.compile(r"\s*(?:,|,?\sand|&|,?\sor|/|;)\s*(?:and\s)?(?:both\s)?(?:in\s|for\s|the\s)?\s*", re.I)


def _named(text: str, lexicon: Lexicon) -> list[Mention]:
    """Places named by name, and the country that "nationally" stands for."""
    named = [m for m in lexicon.find_areas(text) if not _is_left_out(text, m)]
    country = next(iter(lexicon.compare), "")
    for match in _NATIONAL.finditer(text) if country else ():
        if not any(m.start <= match.start() < m.end for m in named):
            named.append(Mention(match.start(), match.end(), country, "country"))
    return sorted(named, key=lambda m: m.start)


def _is_aside(text: str, mention: Mention, earlier: list[AreaMention]) -> bool:
    """Whether a place is only compared with, or only the set out of which another one was named."""
    if earlier and text[earlier[-1].end : mention.start].isspace():
        return earlier[-1].aside
    before = text[: mention.start]
    local_before = any(other.kind in ("local", "elsewhere") for other in earlier)
    is_set = mention.kind in _SETS and local_before and bool(_OF_ALL.search(before))
    return is_set or bool(_ASIDE.search(before))


def _is_left_out(text: str, mention: Mention) -> bool:
    if mention.kind == "every" and _NO_PLACE.match(text[mention.start : mention.end]):
        return True
    before, after = text[: mention.start], text[mention.end :]
    if _OUTSIDE.search(before) or _BODY_BEFORE.search(before):
        return True
    return mention.kind in ("group", "country") and bool(_BODY_AFTER.match(after))
