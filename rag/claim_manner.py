"""How a text says a thing: denied or not, considered, planned or done, of all or only some, how many."""

import re

from ingest.words import STOPWORDS, tokenize
from rag.claim_covered import key_of, keys_in
from rag.claim_cues import EVERY, FIRST, HIGH, LOW, NONE, ONLY, cue, directions_in

_PARTS = re.compile(
    r"\s?[();:]\s?|,\s(?:but|while|whilst|whereas|although|though|yet)\s(?!(?:were|was|are|is|had|have|has|did) not\b)"
    r"|\s(?:but|whereas)\s(?!(?:were|was|are|is|had|have|has|did) not\b)"
)
_SO_THAT = re.compile(
    r",?\s(?:so that|so (?=they|people|no)|in order that|to make sure(?: that)?|to ensure(?: that)?)\b[^;.]*(?=[.;]?$)",
    re.I,
)
_SET_APART = re.compile(r"\s?[;:()]\s?|,?\s(?:but|while|whilst|whereas|although|though|yet)\s", re.I)
_PARALLEL = re.compile(
    r";\s|,\s(?:and|while|whilst|whereas|but)\s(?!(?:it|they|this|these|those|that|which|who|is|are|was|were|has|have|had|"
    r"will|would|can|also|so|then|not|both|each|all \w+ (?:is|are|was|were|has|have|had)|\w+(?:s|ed))\b)"
)
_LONG = 5  # letters
_STEADY = re.compile(r"\b(?:stabilis\w+|stable|steady|levell?(?:ed|ing) off|plateau\w*)\b", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
INSTEAD = re.compile(r"instead\b(?! of)", re.I)  # it tells what is so and not what was said before
_ANOTHER_ONE = re.compile(r"\b(?:the|that of the) ones?\b(?! of\b)", re.I)
_NOT_THAT = re.compile(r",\s(?:and )?(?:not|rather than|instead of)\s[^,.;]*(?=[.;]?$)", re.I)
_WHO = re.compile(r"\bwho\b[^,;.)]*", re.I)
_OF_WHOM = re.compile(r"(?:\b(?:for|on|with|to|by) )?\b(?:who|whom|whose)\b[^,;.)]*", re.I)
_FAILED = re.compile(r"\b(?:fail(?:s|ed|ing)?|unsuccessful\w*|unresponsive|in vain|no (?:use|good|help))\b", re.I)
_ASIDE = re.compile(
    r"\b(?:which|who|whose|because|since(?! (?:19|20)\d\d)|so that|in order to|in case"
    r"|(?<=\band )the (?:idea|aim|point|purpose|intention|hope|goal|plan) (?:is|being|was) (?:that|to)"
    r"|with the (?:idea|aim|intention|hope|goal|purpose) of)\b[^,;.)]*",
    re.I,
)
_FIRST = re.compile(r"\bfirst\b", re.I)
_LOOKED_INTO = re.compile(
    r"(?<=\b)(?:research|study|studies|survey|evaluation|inquiry)\b[^.;]*?\b(?:look(?:s|ed)? (?:into|at)|explor(?:es|ed)|consider(?:s|ed))\b",
    re.I,
)
_EXAMINED = re.compile(
    r"\blook(?:s|ed|ing)? (?:into|at) (?:the )?(?:[\w'’-]+ ){0,4}?(?:deaths?|cases?|harms?|causes?|circumstances|records|patterns?|trends?|numbers)\b"
    r"|\b(?:deaths?|cases?|harms?|causes?|circumstances|records|patterns?|trends?|numbers)\b(?: \w+){0,4}? looked (?:into|at)\b"
    r"|\bwhat (?:it|they) (?:looked (?:into|at)|explored|considered) (?:is|was|were)\b",
    re.I,
)  # what is studied, no plan that is weighed up
_LOOK = re.compile(r"\blook(?:s|ed|ing)? (?:into|at)\b|\b(?:explored|considered)\b", re.I)
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May(?= \d)|June|July|August|September|October|November|December)\b"
)
_COUNTS = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I)
_TIMES = (
    re.compile(r"\b(?:twice|doubl\w+|two times)\b", re.I),
    re.compile(r"\b(?:thrice|trebl\w+|tripl\w+|three times|three-?fold)\b", re.I),
)
_TOLD_BESIDE = re.compile(r";\s|,?\s(?:which|while|whilst|whereas|but|and|because of)\s", re.I)
_CAUSE = re.compile(
    r"\b(?:as a (?:result|consequence) of|because(?: of)?|due to|owing to|thanks to|on account of|on the back of|off the back of|"
    r"in the wake of|in response to|courtesy of|by reason of|now that|since|following|after)\b",
    re.I,
)
_CAUSE_FIRST = re.compile(rf"^(?:{_CAUSE.pattern})[^,]*,\s", re.I)
CONSIDERED, PLANNED, DONE = range(3)


def denies(text: str, other: str) -> bool:
    """Whether the part of a text that has most of another's words denies what it says; "those who do not ..." denies nothing."""
    text = without_purpose(_NOT_THAT.sub(" ", text))
    wanted = keys_in(other)
    main = _WHO.sub(" ", text)
    of_them = _WHO.search(other) or 2 * len(keys_in(main) & wanted) < len(keys_in(text) & wanted)
    parts = [part for part in _PARTS.split(text if of_them else main) if part.strip()]
    best = max(parts, key=lambda part: len(keys_in(part) & wanted), default=text)
    named = [part for part in parts if capitals_in(part) & capitals_in(other)]
    return bool(cue("denial").search(named[0] if len(named) == 1 else best))


def deny_differently(text: str, other: str) -> bool:
    """Whether one of two texts denies what the other says; of what each says and denies, whether that is exchanged."""
    (said, denied), (theirs, denied_there) = _said_and_denied(text), _said_and_denied(other)
    if said and denied and theirs and denied_there:
        return len(said & denied_there) + len(denied & theirs) > len(said & theirs) + len(denied & denied_there)
    apart = deny_differently_of_whom(text, other)
    return denies(text, other) != denies(other, text) if apart is None else apart


def deny_differently_of_whom(text: str, other: str) -> bool | None:
    """The same of two texts of like people ("who did not ..."): what is said of them apart from the rest; None of no like people."""
    whom, theirs = (" ".join(match.group() for match in _OF_WHOM.finditer(each)) for each in (text, other))
    if not keys_in(whom) & keys_in(theirs):
        return None
    main, rest = (_OF_WHOM.sub(" ", each) for each in (text, other))
    failed = [bool(cue("denial").search(each) or _FAILED.search(each)) for each in (whom, theirs)]
    return failed[0] != failed[1] or denies(main, rest) != denies(rest, main)


def says_and_denies(text: str) -> bool:
    """Whether a text says one thing and denies another."""
    return all(_said_and_denied(text))


def undoes_what_is_told(text: str, sentence: str) -> bool:
    """Whether a claim says that a thing was given up ("wound up"), and a sentence does not."""
    undoing, denial = cue("undoing"), cue("denial")
    return bool(undoing.search(text)) and not any(
        pattern.search(told) for pattern, told in ((undoing, sentence), (denial, sentence), (denial, text))
    )


def without_purpose(text: str) -> str:
    """A text without what a thing is done for ("so that people don't come back")."""
    return _SO_THAT.sub(" ", text)


def _said_and_denied(text: str) -> tuple[set[str], set[str]]:
    """The keys of what a text says, and of what it denies."""
    told: tuple[set[str], set[str]] = (set(), set())
    for part in _SET_APART.split(without_purpose(text)):
        told[bool(cue("denial").search(part))].update(keys_in(part))
    return told


def stage_of(text: str) -> int:
    """How far a thing has come that a text tells in its main clause: considered, planned or done."""
    main = _EXAMINED.sub(_without_look, _LOOKED_INTO.sub(" ", _ASIDE.sub(" ", text)))
    if cue("considered").search(main):
        return CONSIDERED
    return PLANNED if cue("to_be_done").search(main) else DONE


def _without_look(examined: re.Match[str]) -> str:
    return _LOOK.sub(" ", examined.group())


def is_title(sentence: str) -> bool:
    """Whether a sentence is only the title of something, all of its longer words with a capital letter."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", sentence) if len(word) >= _LONG]
    return len(words) > 1 and sentence[-1:] not in ".!?" and all(word[0].isupper() for word in words)


def is_certain(text: str) -> bool:
    """Whether a claim says a thing outright, and not that it may be so."""
    return not cue("uncertain").search(text)


def is_set_against(text: str) -> bool:
    """Whether a claim says a thing of one and not of another ("by the year of registration, not that of death")."""
    return bool(_NOT_THAT.search(text))


def same_manner(text: str, sentence: str) -> bool:
    """Whether a sentence says "all", "none", "only", "first", a rank and a direction where a claim does."""
    if not {m.lower() for m in _MONTHS.findall(text)} <= {m.lower() for m in _MONTHS.findall(sentence)}:
        return False
    same = all(
        bool(pattern.search(sentence))
        for pattern in (EVERY, NONE, ONLY, HIGH, LOW, cue("alone"))
        if pattern.search(text)
    )
    same &= (
        not FIRST.search(text) or bool(FIRST.search(sentence)) or bool(_FIRST.search(text) and _FIRST.search(sentence))
    )
    return same and directions_in(text) <= directions_of_same(text, sentence)


def directions_of_same(text: str, sentence: str) -> frozenset[str]:
    """The directions that a sentence tells; of what a claim of one direction is of, where its parts tell several."""
    if _STEADY.search(sentence) and not _STEADY.search(text):
        nearest = max(re.split(r"[,;]\s", sentence), key=lambda part: shared_words(text, part))
        if _STEADY.search(nearest) and not directions_in(nearest):
            return frozenset({"same"})
    parts = [part for part in _TOLD_BESIDE.split(sentence) if directions_in(part)]
    if len(parts) < 2 or len(directions_in(text)) != 1:
        return directions_in(sentence)
    main = _CAUSE.split(_CAUSE_FIRST.sub("", text))[0]
    most = max(shared_words(main, part) for part in parts)
    return frozenset[str]().union(*(directions_in(part) for part in parts if shared_words(main, part) == most))


def same_counts(text: str, sentence: str) -> bool:
    """Whether a sentence has the numbers in words, and the multiples, of a claim."""
    theirs = {word.lower() for word in _COUNTS.findall(sentence)}
    counted = {word.lower() for word in _COUNTS.findall(text)} <= theirs
    return counted and all(bool(times.search(sentence)) for times in _TIMES if times.search(text))


def same_sides(text: str, sentence: str) -> bool:
    """Whether what a claim sets a multiple against ("twice as many as these") comes after the multiple in the sentence too."""
    times = next((times for times in _TIMES if times.search(text) and times.search(sentence)), None)
    if times is None:
        return True
    after = re.split(r"\b(?:as|than)\b", times.split(text)[-1])[-1]
    there = times.split(sentence)[-1]
    return bool(keys_in(after) & keys_in(there))


def is_mixed(text: str, sentence: str) -> bool:
    """Whether a claim takes words of two things that a sentence tells side by side, each of its own subject."""
    parts = [_telling_keys(part) for part in _PARALLEL.split(sentence)]
    if len(parts) < 2:
        return False
    if any(
        _ANOTHER_ONE.search(part) for part in _PARALLEL.split(sentence)
    ):  # "the one that C ran": only names are its own
        names = {key_of(token.stem) for word in capitals_in(sentence) for token in tokenize(word)}
        parts = [part & names for part in parts]
    if not any(
        capitals_in(part) for part in _PARALLEL.split(sentence)[1:]
    ):  # all parts are of the subject of the first
        subject = {key_of(token.stem) for word in capitals_in(sentence) for token in tokenize(word)}
        parts = [part - subject for part in parts]
    told = _telling_keys(text)
    single = [part - set().union(*(other for other in parts if other is not part)) for part in parts]
    return sum(bool(told & own) for own in single) > 1


def shared_words(text: str, other: str) -> int:
    """How many telling words two texts share, whatever their endings."""
    return len(keys_in(text) & keys_in(other))


def _telling_keys(text: str) -> set[str]:
    """The keys of a text's words but those that say little by themselves ("working with")."""
    light = cue("light")
    words = (token for token in tokenize(text) if token.word not in STOPWORDS)
    told = (token for token in words if not light.fullmatch(token.word) and not _YEAR.fullmatch(token.word))
    return {key_of(token.stem) for token in told}


def capitalised(text: str) -> list[set[str]]:
    """The runs of capitalised words of a text ("New Cross Hospital"), each as its words in lower case."""
    return [capitals_in(run) for run in re.findall(r"\b[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*", text)]


def covered_anyway(name: set[str]) -> set[str]:
    """The words of a name that tell little by themselves."""
    return {word for word in name if cue("light").fullmatch(word) or word in STOPWORDS}


def capitals_in(text: str) -> set[str]:
    """The words of a text that begin with a capital letter, in lower case."""
    return {re.sub(r"['’]s$", "", word).lower() for word in re.findall(r"\b[A-Z][\w'’-]{2,}", text)}
