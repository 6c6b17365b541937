"""What tells one measure from another: the glossary terms that tell, and the class of the unit."""

from collections.abc import Iterable

from ingest.lexicon import Lexicon
from ingest.records import Figure

TELLING = (
    "topic",
    "offence",
    "result",
    "client",
    "part",
    "level",
    "age",
    "sex",
    "group",
    "substance",
    "subject",
)
_CLASSES = {
    "%": "percent",
    "percentage points": "percent",
    "£": "money",
    "share": "percent",
    "times": "ratio",
    "interval": "interval",
}


def telling(terms: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The glossary terms among these that tell one measure from another."""
    return frozenset(t for t in terms if t in lexicon.concepts and lexicon.concepts[t].facet in TELLING)


def unit_class(unit: str, kind: str) -> str:
    """What may be compared with what: count, percent, money, a rate by its base; a change is of a count."""
    if kind == "change_points":
        return "percent"
    if kind != "level":
        return "count"
    return unit if unit.startswith("per ") else _CLASSES.get(unit, "count")


def signature_of(figure: Figure, lexicon: Lexicon) -> tuple[frozenset[str], str]:
    """A figure's telling terms and the class of its unit: figures with one signature speak of one thing."""
    return telling(figure.terms, lexicon), unit_class(figure.unit, figure.kind)
