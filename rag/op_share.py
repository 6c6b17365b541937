"""The share of a part in its whole, both looked up: opiate clients among all in treatment, drop-outs among all exits."""

from dataclasses import replace

from rag.cells import Value, build_grid
from rag.draft import Draft
from rag.fit import most_special, telling
from rag.library import Library
from rag.lookup import find_measures
from rag.query import Query
from rag.records import Derivation
from rag.targets import find_targets
from rag.wording import area_words, measure_words, period_words, plain_number, value_words

_PARTS = ("client", "part", "offence", "result", "level", "substance")


def share_of_whole(query: Query, library: Library) -> Draft | None:
    """The share asked for, where the question names a part and the reports count both the part and its whole."""
    for part, whole in _pairs(query, library):
        a, b = _value(part, library), _value(whole, library)
        if a and b and a.figure.id != b.figure.id and _comparable(a, b):
            return _share(a, b)
    return None


def share_among(query: Query, parts: tuple[Query, ...], library: Library) -> Draft | None:
    """The share of the part named last in the sum of all parts named ("of completions plus drop-outs, ... drop-outs")."""
    values = [_value(part, library) for part in parts]
    if len(values) < 2 or not all(values):
        return None
    known = [value for value in values if value]
    last = max(range(len(parts)), key=lambda i: _last_mention(query, parts[i], library))
    amount = sum((value.number for value in known), start=known[0].number * 0)
    share = known[last].number / amount * 100
    figures = tuple(f for value in known for f in value.all_figures)
    working = (
        f"{known[last].figure.printed} ÷ ({' + '.join(v.figure.printed for v in known)}) = {plain_number(share, 1)}%"
    )
    part = known[last].figure
    head = f"{plain_number(share, 1)}%: {value_words(part)} {measure_words(part)} of {plain_number(amount)} in {area_words(part.area)} {period_words(part.period)}."
    return Draft(
        "answered",
        head,
        figures=figures,
        derivation=Derivation("share", working, share, "%", tuple(f.id for f in figures)),
    )


def _pairs(query: Query, library: Library) -> list[tuple[Query, Query]]:
    lexicon = library.lexicon
    special = most_special(telling(query.concepts, lexicon), lexicon)
    narrow = [c for c in special if lexicon.concepts[c].facet in _PARTS and len(special) > 1]
    pairs = [(query, replace(query, concepts=tuple(c for c in special if c != one), words=())) for one in narrow]
    related = [(c, b) for c in special for b in lexicon.broader_of(c) if b in query.concepts]
    rest = {b for _, b in related}
    pairs += [
        (
            replace(query, concepts=tuple(c for c in query.concepts if c not in rest)),
            replace(query, concepts=(b,), words=()),
        )
        for _, b in related
    ]
    return pairs


def _value(query: Query, library: Library) -> Value | None:
    """The count that a query asks for, in its area (the one it names) and period."""
    for found in find_measures(replace(query, wants="count"), library.index, library.lexicon)[:3]:
        grid = build_grid(found, library.lexicon)
        targets = find_targets(query, grid, library.lexicon)
        if targets.complete and found.signature[1] == "count":
            return grid.value(targets.areas[0], targets.periods[-1].label) if len(targets.areas) == 1 else None
    return None


def _comparable(part: Value, whole: Value) -> bool:
    same = (part.figure.area, part.figure.period) == (whole.figure.area, whole.figure.period)
    return same and 0 < part.number <= whole.number


def _share(part: Value, whole: Value) -> Draft:
    share = part.number / whole.number * 100
    a, b = part.figure, whole.figure
    working = f"{a.printed} ÷ {b.printed} = {plain_number(share, 1)}%"
    head = f"{plain_number(share, 1)}%: {value_words(a)} {measure_words(a)} of {value_words(b)} {measure_words(b)} in {area_words(a.area)} {period_words(a.period)}."
    figures = (*part.all_figures, *whole.all_figures)
    return Draft("answered", head, figures=figures, derivation=Derivation("share", working, share, "%", (a.id, b.id)))


def _last_mention(query: Query, part: Query, library: Library) -> int:
    own = set(part.concepts)
    return (
        max((m.start for m in library.lexicon.find_concepts(query.text) if m.name in own and m.end), default=-1)
        if own
        else -1
    )
