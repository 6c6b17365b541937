"""Whether a sentence has a claim's number in the role that the claim gives it: of those who are, of each, of that part.

A sentence may print the claim's number and yet say something else with it: of those who did not ("2,427 were not
receiving any"), of another of the things that it sets side by side ("a secondary flag for 18"), of all and not of each.
Words that exclude one another are data (``claim_contrasts.yaml``).
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from ingest.lexicon import Lexicon
from ingest.prose_numbers import figure_numbers
from ingest.words import STOPWORDS, tokenize
from rag.claim_clauses import clause_around, own_clause
from rag.claim_context import paragraph_of, sentence_before
from rag.claim_cues import cue, filler_in
from rag.claim_desk import Desk
from rag.claim_manner import capitals_in, denies
from rag.claim_records import Claim, Stated
from rag.claim_sentences import Candidate
from rag.claim_synonyms import said_otherwise

_PEOPLE = re.compile(r"\b(?:users|people|adults|offenders|addicts|clients|prisoners|injectors)\b", re.I)
_SINGLE = re.compile(
    r"\b(?:an? (?:[\w-]+ ){0,4}?(?:user|person|addict|offender|client)|individual\w*|average|typical\w*|single)\b", re.I
)
_ALL = re.compile(r"\b(?:all|every one of|each of)\s(?:of\s)?(?:the\s|these\s|those\s|its\s)?$", re.I)
_WHOLE = re.compile(r"\b(?:all|every|each|both)\b", re.I)
_IS_BASE = re.compile(r"\b(?:(?:of|among|out of) (?:the |these |those |all |all the )|among |out of )$", re.I)
_SHARE = re.compile(r"(?:[a-z]+ ){0,3}?(?:half|a third|a quarter|two[- ]thirds|most|many|some|\d[\d.,]*)\b", re.I)
_TAKES_UP = re.compile(
    r"\bof (?:these|those|them|whom|which)\b|\b(?:that|and|this|which) (?:these|this|they|it|is|was)\b", re.I
)
_OF_WHOLE = re.compile(
    r"\s(?:of|in) (?:all|every) (?:the )?(?P<whole>[^.;:]+?)(?=\s(?:is|are|was|were|has|have|had|in|across|can|could|reported|recorded|committed)\b|[.;:]|$)",
    re.I,
)
_OF_THOSE_WHO = re.compile(r"\s(?:of (?:all |the |those )?)?(?P<whom>\w+(?: \w+)? (?:who|whose))\b", re.I)
_AMONG_THOSE_WHO = re.compile(
    r"\b(?:of|among) (?:all |the |those )?(?P<whom>\w+(?: \w+)? (?:who|whose))\b[^.;]*,\s$", re.I
)
_OF_ONLY_THOSE = re.compile(
    r"\s(?:of (?:all |the |those |these )*)(?:[\w-]+ ){1,5}?(?P<how>known|who|that|which|with|whose|having|active|operating|outside)\s"
    r"(?P<what>[^.;,]*?)\s(?:were|was|are|is|have been|had been|has been)\b",
    re.I,
)
_ASIDE = re.compile(r"\([^)]*(?:\)|$)")
_GOES_ON = re.compile(r"\W*(?:but|and|yet)\s(?:were|was|are|is|had|have|has|did)\snot\b[^,;.]*", re.I)
_COMPARED = re.compile(r"\b(?:than|likely as|compared (?:with|to))\b", re.I)
_SET_AGAINST = re.compile(
    r"\b(?:likely as|compared (?:with|to)|(?:as|than) (?!an?\b|one\b|two\b|three\b|four\b|five\b|ten\b|half\b|twice\b)(?:for |among |in |with )?(?:[a-z]+ ){0,3}?"
    r"(?:those|people|pupils|anyone|children|kids|youngsters|teens|students|adults|users|offenders|they|who|that|ones|others)\b)",
    re.I,
)
_CONTRAST = re.compile(r"\W*\b(?:while|whilst|whereas|but|although|though|and)\b", re.I)
_CONTRAST_END = re.compile(r"\b(?:while|whilst|whereas|but|although|though|and)\W*$", re.I)
_AS_MANY = re.compile(
    r"(?: times)? as (?:many|much|high|large|big|likely)\b[^.;,]*?\b(?:as|than)\b(?P<other>[^.;,]*)", re.I
)
_RATHER_THAN = re.compile(r"(?:,?\s(?:rather than|instead of|as opposed to)|,\s(?:and )?not)\s[^,.;]*(?=[.;]?$)", re.I)
_KEY = 6  # letters: "primary" and "primarily" are one
_VERB = re.compile(r"\b(?:were|was|are|is|had|have|has)\b", re.I)
_OTHER_SUBJECT = re.compile(
    r";\s|,\s(?:and|but|while|whilst|whereas|although|though|since|because|as|with|given that)\s(?=[A-Z])"
)
_NARROWED = re.compile(
    r"\b(?:who|whose|that|with|among|having|of those|users?|using|taking)\b|who['’]|\bon (?!average|the|an?\b|their|its)[a-z]+",
    re.I,
)
_WHEN_THEY = re.compile(r"\bwhen (?:they|he|she)\b(?P<what>[^,.;]*)", re.I)  # an age is that of what was done then


def other_role(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> str:
    """Of what the sentence says the number and the claim does not, in words; "" where both have it in one role."""
    lexicon = desk.library.lexicon
    mine = _clause_of(claim, stated, lexicon)
    is_base = _IS_BASE.search(claim.text[: stated.number.start])
    return (
        ("" if is_base else _denied(claim, _with_number(mine, stated), _with_denial_of_it(one)))
        or _denied_of_another(claim, one.within.sentence)
        or _ceased(claim.text, one.within.sentence)
        or _of_each(claim.text, one.within.sentence)
        or _of_them_all(claim.text, one)
        or _of_all(claim, stated, one.within.sentence)
        or _of_base(claim, stated, mine, one)
        or _of_other_whole(claim, stated, one, lexicon)
        or _of_those_who(claim, one)
        or _of_narrower(claim, stated, one, desk)
        or _of_part_of_region(claim, one, lexicon)
        or excluded(mine, one.clause, one.figure.printed)
        or _the_other_way(claim, stated, one, desk)
        or _of_some_of_these(claim, mine, one)
        or _of_another_number(claim, mine, one, desk)
    )


def _clause_of(claim: Claim, stated: Stated, lexicon: Lexicon) -> str:
    several = sum(one.role != "scope" for one in claim.stated) > 1
    return own_clause(claim, stated, lexicon) if several else claim.text


def _with_denial_of_it(one: Candidate) -> str:
    """The clause of a figure with what the sentence goes on to deny of the same: "2,427 who had a need but were not helped"."""
    _, _, rest = one.within.sentence.partition(one.clause.strip())
    denied = _GOES_ON.match(rest)
    return f"{one.clause} {denied.group()}" if denied else one.clause


def _denied(claim: Claim, mine: str, theirs: str) -> str:
    """Of those who do not, where the claim is of those who do, or the other way round."""
    negation, hidden = cue("denial"), cue("hidden_denial")
    mine = _SET_AGAINST.split(mine)[0] if _COMPARED.search(theirs) else mine
    theirs = _COMPARED.split(theirs)[0]
    denied = negation.search(mine) or cue("the_rest").search(mine)
    if bool(denied) == bool(negation.search(theirs)):
        return ""
    if denied:
        return "" if hidden.search(theirs) else "which it does not say of those who did not"
    said = hidden.search(claim.text) or negation.search(claim.text)
    return "" if said else "which it says of those who did not"


def _with_number(text: str, stated: Stated) -> str:
    """The part of a text that has a number, where another part is of another subject ("...; Dudley keeps no record")."""
    return next((part for part in _OTHER_SUBJECT.split(text) if stated.number.printed in part), text)


def _denied_of_another(claim: Claim, sentence: str) -> str:
    """Of whom else the sentence denies what the claim says beside its numbers, or the other way round."""
    for part in _OTHER_SUBJECT.split(claim.text)[1:]:
        counted = any(one.number.printed in part for one in claim.stated)
        if (
            not counted
            and capitals_in(part) & capitals_in(sentence)
            and denies(part, sentence) != denies(sentence, part)
        ):
            return f"which it does not say with “{part.strip(' .')}”"
    return ""


def _ceased(claim: str, sentence: str) -> str:
    """What a claim says is no longer done ("stopped recording them"), where a sentence tells that it is done."""
    ceased = cue("ceased").search(claim)
    theirs = _ASIDE.sub(" ", sentence)
    if not ceased or cue("ceased").search(theirs) or cue("denial").search(theirs) or cue("undoing").search(theirs):
        return ""
    return f"which it does not say with “{ceased.group()}”"


def _of_each(claim: str, sentence: str) -> str:
    single = cue("of_each").search(claim)
    if not single or cue("of_each").search(sentence) or cue("one_person").search(sentence):
        return ""
    return f"which it does not say of “{single.group().lower()}”"


def _of_them_all(claim: str, one: Candidate) -> str:
    """What a claim says of people in all ("users cost ..."), where a sentence tells the amount of money for each of them."""
    clause = one.clause if cue("of_each").search(one.clause) else one.within.sentence
    each = cue("of_each").search(clause)
    if one.figure.unit != "£" or not each or clause[each.end() :].startswith(" £") or not _PEOPLE.search(claim):
        return ""
    single = cue("of_each").search(claim) or cue("one_person").search(claim) or _SINGLE.search(claim)
    return "" if single else f"which it says of “{each.group().lower()}”"


def _of_all(claim: Claim, stated: Stated, sentence: str) -> str:
    if stated.role == "scope" or not _ALL.search(claim.text[: stated.number.start]):
        return ""
    at = sentence.lower().find(stated.number.printed.lower())
    is_base = at >= 0 and _IS_BASE.search(sentence[:at]) and not _ALL.search(sentence[:at])
    return "which it does not say of all" if is_base or not _WHOLE.search(sentence) else ""


def _of_base(claim: Claim, stated: Stated, mine: str, one: Candidate) -> str:
    """That a number is how many there are in all, where the claim has it of those of whom the sentence tells a share."""
    sentence = one.within.sentence
    at = sentence.find(one.figure.printed)
    if at < 0 or not _IS_BASE.search(sentence[:at]) or _IS_BASE.search(claim.text[: stated.number.start]):
        return ""
    if len([other for other in claim.stated if other.role != "scope"]) > 1:
        return ""
    base, _, told = sentence[at:].partition(", ")
    said = _VERB.split(told)[-1]
    hit = _stems(mine) & (_stems(said) - _stems(base))
    return "which is how many there are in all" if _SHARE.match(told) and hit else ""


def _of_other_whole(claim: Claim, stated: Stated, one: Candidate, lexicon: Lexicon) -> str:
    """A share of all of one thing ("half of all theft and robbery"), where the claim has it of all of another ("of all crimes")."""
    sentence = one.within.sentence
    at = sentence.find(one.figure.printed)
    mine = _OF_WHOLE.match(claim.text[stated.number.end :])
    theirs = _OF_WHOLE.match(sentence[at + len(one.figure.printed) :]) if at >= 0 else None
    if not mine or not theirs or _stems(mine["whole"]) & _stems(theirs["whole"]):
        return ""
    alike = lexicon.all_concepts(mine["whole"]) & lexicon.all_concepts(theirs["whole"])
    return "" if alike else f"which it says of all {theirs['whole'].strip()}"


def _of_those_who(claim: Claim, one: Candidate) -> str:
    """A share of only those who are something, where the claim has it of everyone."""
    at = one.within.sentence.find(one.figure.printed)
    if one.figure.unit not in ("%", "share") or at < 0:
        return ""
    before, after = one.within.sentence[:at], one.within.sentence[at + len(one.figure.printed) :]
    told = _OF_THOSE_WHO.match(after) or _AMONG_THOSE_WHO.search(before)
    return f"which it says only of {told['whom']} ..." if told and not _NARROWED.search(claim.text) else ""


def _of_narrower(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> str:
    """A share of all, where the claim has it of only those who are something of which its paragraph has no word."""
    told = _OF_ONLY_THOSE.match(claim.text[stated.number.end :])
    if told is None or one.figure.unit not in ("%", "share"):
        return ""
    sentence = one.within.sentence
    there = " ; ".join([*paragraph_of(sentence, one.within.passage, desk), sentence])
    own = _stems(told["what"])
    said = {word[:_KEY] for word in said_otherwise(told["what"], there)}
    lexicon = desk.library.lexicon
    alike = lexicon.all_concepts(told["what"]) & lexicon.all_concepts(there)
    if len(own) < 2 or own & _stems(there) or said or alike:
        return ""
    return f"which it does not say of only those “{told['how']} {told['what']}”"


def _of_part_of_region(claim: Claim, one: Candidate, lexicon: Lexicon) -> str:
    """A figure that its clause gives for one area, where the claim gives it for the whole region."""
    local = [m.name for m in lexicon.find_areas(_ASIDE.sub(" ", one.clause)) if m.kind == "local"]
    if not local or any(area in claim.query.areas for area in local) or lexicon.region not in claim.query.areas:
        return ""
    return f"which it says of {local[0]}"


@lru_cache(maxsize=1)
def _contrasts() -> tuple[tuple[re.Pattern[str], ...], ...]:
    given = yaml.safe_load((Path(__file__).parent / "claim_contrasts.yaml").read_text(encoding="utf-8"))
    return tuple(tuple(re.compile(rf"\b(?:{word})\b", re.I) for word in group) for group in given)


def excluded(mine: str, theirs: str, printed: str = "") -> str:
    """In words, which word of the claim a word of the sentence excludes: of several the one next to the number."""
    pair = exclusion(mine, theirs, printed)
    return f"which it says of “{pair[1]}”, not of “{pair[0]}”" if pair else ""


def exclusion(mine: str, theirs: str, printed: str = "") -> tuple[str, str] | None:
    """A word of the claim and the word of the sentence that excludes it; what the claim says that it is not does not count."""
    mine = _RATHER_THAN.sub(" ", mine)
    at = max(theirs.find(printed), 0)
    for group in _contrasts():
        said = [found for word in group if (found := word.search(mine))]
        there = [found for word in group for found in word.finditer(theirs)]
        nearest = min(there, key=lambda found: abs(found.start() - at), default=None)
        kept = {nearest.re} if nearest and printed else {found.re for found in there}
        if said and nearest and not {found.re for found in said} & kept:
            return said[0].group(), nearest.group()
    return None


def _the_other_way(claim: Claim, stated: Stated, one: Candidate, desk: Desk) -> str:
    """That a sentence has before its multiple what a claim sets it against ("twice as many as drug deaths")."""
    match = _AS_MANY.match(claim.text[stated.number.end :]) if stated.role == "times" else None
    if match is None:
        return ""
    before, _, after = one.within.sentence.partition(one.figure.printed)
    before = f"{sentence_before(one.within.sentence, one.within.passage, desk)} {before}"
    other = _stems(match["other"])
    return "which it says the other way round" if other & _stems(before) and not other & _stems(after) else ""


def _of_some_of_these(claim: Claim, mine: str, one: Candidate) -> str:
    """What the claim goes on to say of all, where the sentence says it of some: "27 had ..., and 19 of these 27 had ..."."""
    sentence = one.within.sentence
    some = re.search(rf"\b(?P<some>[\w,]+) of (?:these|those|the) {re.escape(one.figure.printed)}\b", sentence)
    if some is None or any(other.number.printed == some["some"] for other in claim.stated):
        return ""
    said = _stems(_VERB.split(mine)[-1])
    hit = said & (_stems(sentence[some.end() :]) - _stems(one.clause))
    return f"and “{min(hit)}” only of {some['some']} of these" if hit and not said & _stems(one.clause) else ""


def _of_another_number(claim: Claim, mine: str, one: Candidate, desk: Desk) -> str:
    """A word of the claim that the sentence has only with another figure, which the claim does not state."""
    if _TAKES_UP.search(one.clause):
        return ""
    when = _WHEN_THEY.search(mine)
    own, told = _stems(one.clause), _stems(when["what"] if when else mine)
    earlier, later = (
        set[str]().union(*map(_stems, clauses)) for clauses in _clauses_beside(claim, one, desk.library.lexicon)
    )
    met = told & (own - later - earlier)
    hit = told & (later - own)
    if hit and _weight(hit, desk) > _weight(met, desk):
        return f"and “{min(hit)}” of another number"
    hit = told & (earlier - own)
    return f"and “{min(hit)}” of another number" if hit and not met and _is_set_apart(one) else ""


def _is_set_apart(one: Candidate) -> bool:
    """Whether a word of contrast begins the clause of a figure, or stands right before it."""
    at = max(one.within.sentence.find(one.clause.strip()), 0)
    return bool(_CONTRAST_END.search(one.within.sentence[:at]) or _CONTRAST.match(one.clause))


def _weight(stems: set[str], desk: Desk) -> float:
    return sum(map(desk.weigher.weight, stems))


def _clauses_beside(claim: Claim, one: Candidate, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """The clauses around the figures before and after one, without bases ("of the 84") and those that the claim states."""
    sentence = one.within.sentence
    stated = {abs(other.number.value) for other in claim.stated}
    numbers = figure_numbers(sentence, lexicon)
    start = sentence.find(one.figure.printed)
    end = start + len(one.figure.printed)
    sides: tuple[list[str], list[str]] = ([], [])
    for at, number in enumerate(numbers):
        is_setting = sentence[number.end :].startswith("s ") or _IS_BASE.search(sentence[: number.start])
        if number.end > start and number.start < end or is_setting or abs(number.value) in stated:
            continue
        sides[number.start >= end].append(clause_around(sentence, numbers, at))
    return sides


def _stems(text: str) -> set[str]:
    filler = filler_in(text)
    words = (t.stem for t in tokenize(text) if t.word not in STOPWORDS and t.stem not in filler)
    return {stem[:_KEY] for stem in words if stem.isalpha()}
