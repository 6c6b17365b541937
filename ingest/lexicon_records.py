"""Records of what ``areas.yaml`` and ``glossary.yaml`` hold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A place: ``kind`` is local, region, country, group or elsewhere; a group has members."""

    name: str
    kind: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of the field and every way of saying it.

    Attributes:
        id: the key in glossary.yaml.
        term: how it is shown.
        facet: what kind of thing it tells (topic, substance, offence, outcome, age, stat ...).
        broader: concepts of which it is a special case.
        means: a short explanation in the project's words, or "".
        short_for: what its acronym is short for, or "".
        acronyms: its forms in capitals ("OCU").
        stands_in_for: concepts for which it may answer where they lack an area or period.
        better: "more" or "fewer" where it is good to have that, else "".
        sum_of: concepts whose counts add up to it.
        alone: words that mean it where a question names nothing else that is counted.
        beside: what it means instead beside a concept of which it is said, by that concept.
        not_beside: concepts beside which a question does not mean it by a single word or by words of all_of.
    """

    id: str
    term: str
    facet: str
    broader: tuple[str, ...] = ()
    means: str = ""
    short_for: str = ""
    acronyms: tuple[str, ...] = ()
    stands_in_for: tuple[str, ...] = ()
    better: str = ""
    sum_of: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    not_beside: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text, in characters, that names something; ``name`` is the canonical name or concept id."""

    start: int
    end: int
    name: str
    kind: str = ""
