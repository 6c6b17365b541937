"""What a question sets aside ("trafficking, not possession", "forget deaths. ..."), taken out with no word more."""

import re

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from rag.cues import Cues

_LEADING = r"(?:(?:just|only|in|by|as|for|from|at|the|a|an|any|all|about|those|that|who|ones|people|with|counting|including)\s+)*"
_STOPS = (
    r"(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|what|which|who|how|when|where|why|and|but|in|on|at|"
    r"for|from|to|than|then|that|it|they|we|i|please|just|only|give|tell|show|as|by|with|over|between|across|during)(?![\w/])"
)
_WORD = r"[\w'’%][\w'’%/]*(?:-[\w'’]+)*"
_THING = re.compile(rf"['‘\"“]?{_LEADING}(?!{_STOPS}){_WORD}(?:\s+(?!{_STOPS}){_WORD}){{0,4}}['’\"”]?", re.I)
_CLAUSE = re.compile(r"[^.,;:!?()]+?(?=\s[-–—]\s|\sbut\s|[.,;:!?()]|$)")
_JOINED = re.compile(r"\s*(?:&|/|\band\b|\bor\b|\bnor\b)\s*(?:just |only |the )?", re.I)
_SET_ASIDE_TERMS = 2  # "not only possession and dealing" sets both aside where another term is left to be asked about
_POINTING = ("it", "that", "this", "them", "those", "that one", "that lot", "those two", "both")
_CHANGE = re.compile(
    r"(?:just |only )?(?:the |a |any )?(?:growth|rises?|increases?|changes?|falls?|drops?|trends?|decreases?)|"
    r"(?:just |only )?(?:by )?how (?:much|far|fast|quickly|steeply|many more) (?:it|its|it['’]s|they|they['’]?ve|that|that['’]s|this|the numbers?|numbers?)"
    r"(?: has| have| had| is| was| are| were)?(?: been)? (?:gone|went|going|risen|rose|rising|grown|grew|growing|increased|increasing|climbed|shot|jumped|"
    r"changed|changing|moved|fallen|fell|falling|dropped|dropping)(?: up| down| by| over)?",
    re.I,
)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be|has|have|had|do|does|did|who|that|which)\s*$", re.I)


def without_set_aside(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text without the measures, places, periods and forms of figures that it sets aside, where others are left."""
    for opener in reversed(list(cues.patterns["set_aside"].finditer(text))):
        leads = opener["out"] and not text[: opener.start()].strip()
        thing = (_CLAUSE if opener["whole"] or leads else _THING).match(text, opener.end())
        if thing is None or _is_part_of_term(opener, lexicon) and not _describes(opener, cues):
            continue
        end = _end_of(thing, lexicon)
        before, after = text[: opener.start()], text[end:]
        if opener.group().startswith("(") and after.startswith(")"):
            after = after[1:]
        elif opener.group().startswith("("):
            before = f"{before}("
        if _can_go(text[thing.start() : end], opener, f"{before} {after}", lexicon, cues):
            text = " ".join(f"{before} {after}".split()).lstrip(".,;:!? ")
    return _without_measures_taken_out(text, lexicon, cues)


def _end_of(thing: re.Match[str], lexicon: Lexicon) -> int:
    """Where a thing set aside ends: with the term that begins in it ("task and finish groups")."""
    terms = [mention for mention in lexicon.find_concepts(thing.string) if mention.end]
    end = max([thing.end(), *(t.end for t in terms if thing.start() <= t.start < thing.end())])
    joined = _JOINED.match(thing.string, end)
    also = next((t for t in terms if joined and t.start == joined.end()), None)
    return also.end if also and len(terms) > _SET_ASIDE_TERMS else end


def _without_measures_taken_out(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text without "leave cautions out", where that is no term of its own ("leave crack out": opiates only)."""
    for taken in reversed(list(cues.patterns["taken_out"].finditer(text))):
        rest = f"{text[: taken.start()]} {text[taken.end() :]}"
        named = [mention for mention in lexicon.find_concepts(taken["thing"]) if mention.end]
        terms = [mention for mention in lexicon.find_concepts(text) if mention.end]
        is_term = any(term.start < taken.end() - 1 and taken.end("thing") <= term.end for term in terms)
        if named and not is_term and not lexicon.find_areas(taken["thing"]) and lexicon.find_concepts(rest):
            text = " ".join(rest.split())
    return text


def areas_taken_out(text: str, lexicon: Lexicon, cues: Cues) -> tuple[str, ...]:
    """The local areas that a text takes out of all ("take Birmingham out of it")."""
    things = [taken["thing"] for taken in cues.patterns["taken_out"].finditer(text)]
    return tuple(area.name for thing in things for area in lexicon.find_areas(thing) if area.kind == "local")


def takes_that_out(text: str, cues: Cues) -> bool:
    """Whether a text takes out what it named before ("Birmingham is huge; leave that out")."""
    things = [taken["thing"].strip().lower() for taken in cues.patterns["taken_out"].finditer(text)]
    return any(thing in _POINTING for thing in things)


def areas_left_out(text: str, lexicon: Lexicon, cues: Cues) -> tuple[str, ...]:
    """The local areas that a text leaves out of all ("every borough except Birmingham and Dudley"); none where it names others."""
    taken = (_listed_first(text[opener.end() :], lexicon) for opener in cues.patterns["out_of_area"].finditer(text))
    left_out = areas_put_aside(text, lexicon, cues) or next((areas for areas in taken if areas), ())
    others = {area.name for area in lexicon.find_areas(text) if area.kind == "local"} - set(left_out)
    return () if others else left_out


def areas_put_aside(text: str, lexicon: Lexicon, cues: Cues) -> tuple[str, ...]:
    """The local areas that a text puts aside: listed after "excluding", or between "leaving" and "aside"."""
    for opener in cues.patterns["set_aside"].finditer(text):
        named = _listed_first(text[opener.end() :], lexicon)
        if opener["out"] and named:
            return named
    for match in cues.patterns["put_aside"].finditer(text):
        named = _listed_first(next(part for part in match.groups() if part).strip(), lexicon)
        if named:
            return named
    return ()


def _listed_first(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The local areas of the list that a text begins with."""
    named = [area for area in lexicon.find_areas(text) if area.kind == "local"]
    if not named or text[: named[0].start].strip():
        return ()
    listed = [named[0]]
    for area in named[1:]:
        if re.fullmatch(r"\s*(?:,|and|or|&|,\s*and)\s*", text[listed[-1].end : area.start]):
            listed.append(area)
    return tuple(area.name for area in listed)


def _is_part_of_term(opener: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the word belongs to a term: it stands inside ("heroin but not crack") or leads it ("people not in treatment")."""
    text, at = opener.string, opener.start()
    set_apart = re.search(r"(?:^|[,(;:]|\s[-–—])\s*$", text[:at]) is not None
    terms = [mention for mention in lexicon.find_concepts(text) if mention.end]
    return any(term.start < at < term.end or term.start == at and not set_apart for term in terms)


def _describes(opener: re.Match[str], cues: Cues) -> bool:
    """Whether it tells of whom a cost is asked ("the cost of a user who is not in treatment"), not what is counted."""
    before = opener.string[: opener.start()]
    return re.search(r"\b(?:who|that|which)\s(?:is|are)\s*$", before, re.I) is not None and cues.has("money", before)


def _can_go(thing: str, opener: re.Match[str], rest: str, lexicon: Lexicon, cues: Cues) -> bool:
    """Whether a thing set aside names something, and the rest of the question still does."""
    if find_periods(thing) and not find_periods(rest):
        return False
    if opener["out"] and areas_left_out(opener.string, lexicon, cues):
        return False
    if lexicon.find_areas(thing) and cues.has("others", rest):
        return False
    if _sets_against(thing, opener, rest, lexicon):
        return False
    places = bool(lexicon.find_areas(thing) or find_periods(thing))
    terms = any(mention.end for mention in lexicon.find_concepts(thing))
    form = (
        any(cues.has(name, thing) for name in ("percent", "rate", "count"))
        or _CHANGE.fullmatch(thing.strip()) is not None
    )
    predicate = _BE.search(opener.string[: opener.start()]) is not None and not places and not _describes(opener, cues)
    return (places or terms or form) and not predicate and bool(lexicon.find_concepts(rest) or lexicon.find_areas(rest))


def _sets_against(thing: str, opener: re.Match[str], rest: str, lexicon: Lexicon) -> bool:
    """Whether the thing is the country that a place is compared with ("here as opposed to in England")."""
    against = any(area.name in lexicon.compare for area in lexicon.find_areas(thing))
    return against and opener.group().strip().lower().startswith("as ") and bool(lexicon.find_areas(rest))
