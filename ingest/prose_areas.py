"""Which place each number of a sentence speaks of: by brackets, by pairs in order, by clause, else by what went before."""

import re
from itertools import pairwise

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.numerals import Number
from ingest.prose_records import AreaMention, Sentence, Where
from ingest.prose_words import SOFTENER

_ASIDE = re.compile(
    r"\b(?:than|compared\s(?:to|with)|against|unlike|versus|vs|relative\sto|below|above|exceed(?:s|ing)|alongside|behind|ahead\sof)\s"
    r"(?:in\s|for\s|that\sof\s|the\s|all\s|other\s|every\s)*$",
    re.I,
)
_OUTSIDE = re.compile(r"\b(?:outside(?:\sof)?|beyond|excluding|except(?:\sfor)?|apart\sfrom|other\sthan|without|leaving\sout)\s(?:the\s)?$", re.I)
_SET = re.compile(
    r"\b(?:out\sof|of|among|amongst|across|within|than|throughout|in|to|all|over|by)\s(?:all|both|the|other|its|seven|any|every|each|whole|\w+est|\s)*$", re.I
)
_LINK = re.compile(r"\s*(?:,|,?\sand|&|,?\sor|/|;)\s*(?:and\s)?(?:both\s)?(?:in\s|for\s|the\s)?\s*", re.I)
_NEXT_TO = re.compile(rf"(?:['’]s?)?\s*(?:\(|:|=|–|-)?\s*{SOFTENER}(?:by\s|up\s|down\s)?", re.I)
_INSIDE = re.compile(r"(?P<np>(?:[\s-][\w'’/%£-]+){0,7}?)\s(?:\(?in|for|across|of|within|throughout|from|at|among)\s(?:the\s)?(?:whole\s(?:of\s)?(?:the\s)?)?", re.I)
_BREAK = re.compile(r"\b(?:and|while|but|which|who|where|whereas|is|are|was|were|than|compared|against)\b", re.I)
_ADJUNCT = re.compile(r"^\W*$|^\W*(?:there\s(?:were|was|are|is|have\sbeen)|at|with|from|up|down|after|despite|of|over|about|some|around|an?\sestimated|the|only|in\s\d)?\b[^,;]*$", re.I)
_ALSO = re.compile(r"\b(?:both|each|all|equally|apiece)\b", re.I)
_NEAR_LIST = re.compile(rf"\s*(?:[A-Za-z-]+\s+){{0,3}}?(?:,|,?\s?and|or|;)\s+{SOFTENER}", re.I)
_STRICT_LIST = re.compile(rf"\s*(?:,|,?\s?and|or|;)\s+{SOFTENER}", re.I)
_BODY_AFTER = re.compile(r"(?:['’]s?)?\s(?:[A-Z][a-z]+)")
_BODY_BEFORE = re.compile(r"\b(?:Health|NHS|Sport|Historic|Highways|Bank\sof|University\sof|Research)\s$")
_NO_PLACE = re.compile(r"(?:where|every|anywhere|everywhere|which\b.*|what\b.*)$", re.I)
_PREDICATE = re.compile(r"(?:(?!\b(?:and|while|but|with|which)\b)[^;:])*?\b(?:was|were|is|are|came|occurred)\s(?:in|for|that\sof|at)\s(?:the\s)?", re.I)
_NATIONAL = re.compile(r"\bnationally\b|\bnational\s(?:average|rate|figure|level|total|baseline|mean)\b", re.I)
_SETS = ("every", "here", "region", "group")
_GENERIC = re.compile(
    r"\b(?:an?|any|each|every|average|typical)\s(?:[\w-]+\s){0,4}?(?:users?|person|offenders?|prisoners?|pupils?|patients?|individual|adult|child|"
    r"victim|injector|addict|client|dealer|£\d)\b|^(?:for\s)?(?:each|every)\s£|\b(?:evidence|research|studies|survey|government|ministry)\b[^.]{0,40}"
    r"\b(?:estimates?|estimated|data|shows?|shown|found|suggests?)\b|\b(?:mean|average)\sage\b|\b(?:times|more|less|twice)\s(?:as\s)?likely\b"
    r"|^(?:of|among)\sall\s(?:prisoners|offenders|pupils|users)\b|(?:%|cent|share|proportion)\sof\s(?:all\s)?(?:the\s)?(?:prisoners|offenders|pupils|those)\b|\bestimated\s(?:at\s)?\d[\d.,-]*\s?%|\byear\solds\b",
    re.I,
)
GOES_ON = re.compile(
    r"^(?:this|it|its|these|those|that|they|their|there,|of\s(?:these|those|this|them|the\s\d+)|over\sthe\ssame|as\sa\sresult|consequently|such|"
    r"here,|the\s(?:figure|same|city|borough|council|town)|among\s(?:these|them|those)|within\s(?:this|these)|in\s(?:this\srespect|other\swords|turn))\b",
    re.I,
)


_NOWHERE = AreaMention(0, 0, "", "")


def find_mentions(text: str, lexicon: Lexicon) -> tuple[AreaMention, ...]:
    """The places that a sentence names; bodies called after a country, and places that it leaves out, are none."""
    named = [m for m in lexicon.find_areas(text) if not _is_left_out(text, m)]
    named += [Mention(m.start(), m.end(), "England", "country") for m in _NATIONAL.finditer(text) if not _covered(m.start(), named)]
    found: list[AreaMention] = []
    for mention in sorted(named, key=lambda m: m.start):
        local_before = any(other.kind in ("local", "elsewhere") for other in found)
        before = text[: mention.start]
        aside = bool(_ASIDE.search(before)) or (mention.kind in _SETS and local_before and bool(_SET.search(before)))
        if found and text[found[-1].end : mention.start].isspace():
            aside = found[-1].aside
        name = lexicon.region if mention.kind in ("every", "here") else mention.name
        found.append(AreaMention(mention.start, mention.end, name, mention.kind, aside))
    return tuple(found)


def areas_of(sentence: Sentence, lexicon: Lexicon) -> list[Where]:
    """The area of each number, in order."""
    settled = _in_order(sentence)
    picked = []
    for at, number in enumerate(sentence.numbers):
        beside = _beside(sentence, number)
        picked.append(Where(beside.name) if beside else settled.get(at) or _by_clause(sentence, number, lexicon))
    return picked


def subject_area(sentence: Sentence) -> str:
    """The place that a sentence is about, for the next one to go on from; "" where it names none."""
    named = [m for m in sentence.areas if not m.aside and m.kind != "every"]
    own = [m for m in named if m.kind != "country"]
    compared = bool(re.search(r"\b(?:average|mean)\b", sentence.text)) and bool(sentence.trail.area)
    return (own or ([] if compared else named) or [_NOWHERE])[-1].name


def _covered(at: int, named: list[Mention]) -> bool:
    return any(m.start <= at < m.end for m in named)


def _is_left_out(text: str, mention: Mention) -> bool:
    if mention.kind == "every" and _NO_PLACE.match(text[mention.start : mention.end]):
        return True
    before, after = text[: mention.start], text[mention.end :]
    if _OUTSIDE.search(before) or _BODY_BEFORE.search(before):
        return True
    return mention.kind in ("group", "country") and bool(_BODY_AFTER.match(after)) and not after.startswith(("'", "’"))


def _beside(sentence: Sentence, number: Number) -> AreaMention | None:
    """The place right before a number ("Dudley (12)", "Dudley 12") or in the phrase right after it ("12 deaths in Dudley")."""
    text = sentence.text
    for mention in sentence.areas:
        between = text[mention.end : number.start]
        if mention.end <= number.start and _NEXT_TO.fullmatch(between) and mention.kind != "every":
            return mention if not (_group_of(sentence, mention)[1:] and "(" not in between) else None
    inside = next((m for m in sentence.areas if m.start >= number.end and _is_inside(sentence, number, m)), None)
    return _whole_of(_group_of(sentence, inside)) if inside else None


def _whole_of(group: list[AreaMention]) -> AreaMention:
    """Of "Birmingham and the West Midlands" the region, which holds the other; of a list its first."""
    return next((m for m in group if m.kind == "region"), group[0])


def _is_inside(sentence: Sentence, number: Number, mention: AreaMention) -> bool:
    between = sentence.text[number.end : mention.start]
    match = _INSIDE.fullmatch(between)
    others = any(number.end <= other.start < mention.start for other in sentence.numbers)
    if between.isspace():
        return mention.kind in ("region", "country", "group")
    if sentence.text[mention.start : mention.end].lower() == "nationally":
        return not others and not re.search(r"[,;:]", between)
    return bool(match) and not others and not _BREAK.search(match["np"]) and not _OUTSIDE.search(between) if match else False


def _in_order(sentence: Sentence) -> dict[int, Where]:
    """Numbers and places named in lists of the same length, taken in order ("A and B with 5 and 7 respectively")."""
    settled: dict[int, Where] = {}
    for run in _runs(sentence):
        group = _group_before(sentence, sentence.numbers[run[0]])
        if len(run) > 1 and len(group) == len(run):
            settled |= {at: Where(mention.name) for at, mention in zip(run, group, strict=True)}
    return settled


def _runs(sentence: Sentence) -> list[list[int]]:
    """Numbers that stand in a list, as places in the sentence's numbers."""
    link = _NEAR_LIST if re.search(r"\brespectively\b", sentence.text, re.I) else _STRICT_LIST
    runs: list[list[int]] = [[0]] if sentence.numbers else []
    for at, (left, right) in enumerate(pairwise(sentence.numbers), start=1):
        if link.fullmatch(sentence.text[left.end : right.start]) and left.unit == right.unit:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _group_before(sentence: Sentence, number: Number) -> list[AreaMention]:
    """The list of places that stands nearest before a number."""
    before = [m for m in sentence.areas if m.end <= number.start and not m.aside and m.kind != "every"]
    return _group_of(sentence, before[-1]) if before else []


def _group_of(sentence: Sentence, mention: AreaMention) -> list[AreaMention]:
    """The list of places to which one belongs; what stands in brackets between them does not part it."""
    groups: list[list[AreaMention]] = []
    for one in (m for m in sentence.areas if m.kind != "every" or m == mention):
        between = re.sub(r"\s*\([^)]*\)", "", sentence.text[groups[-1][-1].end : one.start]) if groups else ""
        if groups and one.kind != "every" and _LINK.fullmatch(between):
            groups[-1].append(one)
        else:
            groups.append([one])
    return next(group for group in groups if mention in group)


def _by_clause(sentence: Sentence, number: Number, lexicon: Lexicon) -> Where:
    group = _group_before_in_clause(sentence, number)
    if len(group) > 1:
        return Where("", tuple(m.name for m in group))
    if group:
        return Where(group[0].name)
    after = [m for m in sentence.areas if m.start >= number.end and not m.aside]
    if after and _is_about(sentence.text, number, after[0]):
        return Where(after[0].name)
    return Where(_from_around(sentence, bool(after), lexicon))


def _is_about(text: str, number: Number, mention: AreaMention) -> bool:
    """Whether a place named after a number is what the number is said of: "At 12 a head Sandwell ...", "The lowest, 5, was in ..."."""
    between = text[number.end : mention.start]
    if _PREDICATE.fullmatch(between):
        return True
    return bool(_ADJUNCT.match(text[: number.start])) and not re.search(r"[,;]|\b(?:and|but|while)\b", between)


def _group_before_in_clause(sentence: Sentence, number: Number) -> list[AreaMention]:
    """The place or places before a number that it speaks of: the nearest ones that are not merely compared with."""
    for mention in reversed([m for m in sentence.areas if m.end <= number.start]):
        between = sentence.text[mention.end : number.start]
        others = any(mention.end <= other.start < number.start for other in sentence.numbers)
        if mention.aside and (others or mention.kind in ("every", "here", "region") or re.search(r"[,;:]|\s[–—-]\s", between)):
            continue
        group = _group_of(sentence, mention)
        alone = len(group) > 1 and any(_has_own(sentence, one) for one in group)
        return [mention] if alone else group
    return []


def _has_own(sentence: Sentence, mention: AreaMention) -> bool:
    """Whether a number stands in brackets right after a place."""
    return bool(re.match(r"(?:['’]s?)?\s*\(\s*[+\-−–£]?\d", sentence.text[mention.end :]))


def _from_around(sentence: Sentence, names_later: bool, lexicon: Lexicon) -> str:
    """The area of a number whose sentence names none before it."""
    section = next((a.name for h in reversed(sentence.place.locator.section) if (a := lexicon.area_named(h))), "")
    if sentence.trail.area and GOES_ON.match(sentence.text):
        return sentence.trail.area
    if section:
        return section
    return "" if not names_later and _is_generic(sentence) else lexicon.region


def _is_generic(sentence: Sentence) -> bool:
    return bool(_GENERIC.search(sentence.text))


def is_shared(sentence: Sentence) -> bool:
    """Whether what is said of several places holds for each of them ("both stood at 11")."""
    return bool(_ALSO.search(sentence.text))
