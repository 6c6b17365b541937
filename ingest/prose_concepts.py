"""The concepts that say what a number counts: each facet from the nearest text that names it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention

MEASURES = ("topic", "offence", "result")
PARTS = ("result", "offence", "client", "part", "level")


@dataclass(frozen=True, slots=True)
class Layer:
    """A text that may tell what is counted.

    Attributes:
        rank: 0 for the number's own words, 1 for its clause, 2 for what is farther off.
        at: the number's place in the text.
    """

    text: str
    rank: int
    at: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """A concept and the text that named it; ``brief`` where a single word did ("deaths")."""

    name: str
    source: str
    brief: bool = False


@lru_cache(maxsize=8192)
def concepts_in(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The concepts that a text names; kept, since many numbers ask it of the same texts."""
    return tuple(lexicon.find_concepts(text)) if text else ()


def gather_concepts(layers: Iterable[Layer], lexicon: Lexicon) -> list[Held]:
    """The concepts that say what is counted, each facet from the nearest text that names it."""
    held: list[Held] = []
    for layer in layers:
        found = list(concepts_in(layer.text, lexicon))
        for mention in sorted(found, key=lambda m: _distance(m, layer)):
            if _fits(mention, found, held, layer.rank, lexicon):
                brief = " " not in layer.text[mention.start : mention.end].strip() and bool(mention.end)
                held.append(Held(mention.name, layer.text, brief))
        if layer.rank == 2 and any(
            facet_of(one.name, lexicon) in ("topic", "offence") and not _is_open(one, lexicon) for one in held
        ):
            break
    return held


def _distance(mention: Mention, layer: Layer) -> tuple[bool, int, int]:
    """Nearest first: by parts between commas, in a part by order (subject first), what is spread last."""
    if not mention.end:
        return True, 0, 0
    between = layer.text[min(mention.end, layer.at) : max(mention.start, layer.at)]
    return False, between.count(",") * 2 + (mention.start > layer.at), mention.start


@lru_cache(maxsize=4096)
def facet_of(name: str, lexicon: Lexicon) -> str:
    """A concept's facet; a topic of which results are cases ("police outcomes") is itself a result."""
    facet = lexicon.concepts[name].facet
    if facet == "topic" and any(c.facet == "result" and name in c.broader for c in lexicon.concepts.values()):
        return "result"
    return facet


def _is_open(held: Held, lexicon: Lexicon) -> bool:
    """Whether one word named a concept that has narrower ones, so that what frames it may tell which."""
    return held.brief and not lexicon.concepts[held.name].broader and _has_narrower(held.name, lexicon)


@lru_cache(maxsize=4096)
def _has_narrower(name: str, lexicon: Lexicon) -> bool:
    return any(name in concept.broader for concept in lexicon.concepts.values())


def _fits(mention: Mention, found: list[Mention], held: list[Held], rank: int, lexicon: Lexicon) -> bool:
    """Whether a concept may be added: nothing held contradicts it, nor the text itself, if farther off."""
    names = [one.name for one in held]
    facet = facet_of(mention.name, lexicon)
    if mention.name in names or any(
        not _related(n, mention.name, lexicon) for n in names if facet_of(n, lexicon) == facet
    ):
        return False
    if not mention.end and (rank == 2 or any(lexicon.concepts[name].facet in PARTS for name in names)):
        return False
    if rank < 2:
        return True
    fills = _fills_gap(mention.name, facet, held, lexicon)
    return facet in MEASURES and fills and not _has_rival(mention, found, names, lexicon)


def _has_rival(mention: Mention, found: list[Mention], held: list[str], lexicon: Lexicon) -> bool:
    """Whether a text names another concept of the facet with equal right."""
    implied = frozenset(held).union(*(lexicon.broader_of(name) for name in held))
    facet = facet_of(mention.name, lexicon)
    rivals = [m.name for m in found if facet_of(m.name, lexicon) == facet and m.name not in implied]
    return any(not _related(rival, mention.name, lexicon) for rival in rivals)


def _fills_gap(name: str, facet: str, held: list[Held], lexicon: Lexicon) -> bool:
    """Whether what is held leaves open what a farther text names; a result only where nothing is known."""
    facets = {facet_of(one.name, lexicon) for one in held} & set(MEASURES)
    if facet == "result":
        return not facets
    subjects = [one for one in held if facet_of(one.name, lexicon) in ("topic", "offence")]
    return all(_is_open(one, lexicon) and one.name in lexicon.broader_of(name) for one in subjects)


def _related(a: str, b: str, lexicon: Lexicon) -> bool:
    return a == b or a in lexicon.broader_of(b) or b in lexicon.broader_of(a)
