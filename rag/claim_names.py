"""The names of people, events and bodies in a text: capitalised words that no list of places or terms knows."""

import re

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers

_NAME = re.compile(r"(?<!^)(?<![.!?:] )\b[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*")
_LEADING = re.compile(r"^[A-Z][a-z'’-]+(?:\s[A-Z][\w'’-]+)+")
_PERSON = re.compile(r"\b[A-Z][a-z'’]+\s[A-Z][a-z'’]+\b")
_ACRONYM = 4  # letters
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Cllr|Councillor|Mayor|Officer|Commissioner)\b\.?")
_NO_NAME = frozenset(
    """mr mrs ms dr sir dame lord lady cllr councillor mayor chair commissioner police crime officer the our policy
    performance january february march april may june july august september october november december""".split()
)


def names_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of names, in lower case, without titles, months, places, numbers and glossary terms."""
    terms = (*lexicon.find_areas(text), *lexicon.find_concepts(text))
    known = [*((m.start, m.end) for m in terms), *((n.start, n.end) for n in find_numbers(text))]
    found = [
        (match.start() + word.start(), word.group())
        for match in (*_LEADING.finditer(text), *_NAME.finditer(text))
        for word in re.finditer(r"[\w'’-]+", match.group())
    ]
    words = [_plain(word) for at, word in found if not any(start <= at < end for start, end in known)]
    return tuple(dict.fromkeys(word for word in words if word not in _NO_NAME))


def has_names(names: tuple[str, ...], text: str) -> bool:
    """Whether a text has every word of some names."""
    there = {_plain(word) for word in re.findall(r"[\w'’-]+", text)}
    return all(name in there or _is_misspelt(name, there) for name in names)


def is_misspelt_in(name: str, text: str) -> bool:
    """Whether a text has a name with two of its letters exchanged ("NDMTS" for "NDTMS")."""
    return _is_misspelt(name, {_plain(word) for word in re.findall(r"[\w'’-]+", text)})


def _is_misspelt(name: str, there: set[str]) -> bool:
    return any(
        len(name) >= _ACRONYM and len(other) == len(name) and other != name and sorted(other) == sorted(name)
        for other in there
    )


def without_first_names(claim: str, around: str, lexicon: Lexicon) -> str:
    """A text without the first names of the people whom another text calls by their surnames."""
    there = {_plain(word) for word in re.findall(r"[\w'’-]+", around)}
    for person in people_in(claim, lexicon):
        if _plain(person.split()[-1]) in there and _plain(person.split()[0]) not in there:
            claim = claim.replace(person, person.split()[-1])
    return claim


def people_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The names of people: two capitalised words of which neither is a place, a term or a title."""
    text = _TITLE.sub(" ", text)
    known = [(m.start, m.end) for m in (*lexicon.find_areas(text), *lexicon.find_concepts(text))]
    found = [m for m in _PERSON.finditer(text) if not any(start < m.end() and m.start() < end for start, end in known)]
    return tuple(m.group() for m in found if not _NO_NAME & {_plain(word) for word in m.group().split()})


def without_person(text: str, person: str) -> str:
    """A text without the name of a person and the titles of people."""
    return " ".join(_TITLE.sub(" ", text).replace(person, " ").split())


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).strip("'’-").lower()
