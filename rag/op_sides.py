"""Two sides that one sentence of the reports states together: the region against England, one year against another."""

from collections.abc import Callable
from decimal import Decimal

from ingest.lexicon import Lexicon
from ingest.periods import Period, period_from_label
from ingest.records import Figure
from rag.draft import Draft
from rag.fit import telling
from rag.judged import good_of
from rag.library import Library
from rag.lookup import Found
from rag.op_measures import split_measures
from rag.prose import asked_terms, sentences_about, shared_share
from rag.query import Query
from rag.records import Derivation
from rag.wording import plain_number, sentence_case, setting_words, value_words

_TABLED = 0.7  # a table whose measure fits so well is asked about rather than a sentence
_LEAST = 0.3  # share of what the question says that the sentence must say too
_STATED = 0.3  # what each number that the question and the sentence both state adds to that
_SERIES = 400
_APART = ("years", "interval", "days", "hours")
Pair = tuple[Figure, Figure]


def sides_of_sentence(query: Query, found: list[Found], library: Library) -> Draft | None:
    """Both values and their gap from the sentence that fits best; None where no sentence states both sides."""
    compares = bool({"compare", "difference"} & set(query.operations)) or library.cues.has("comparing", query.text)
    ranks = "rank" in query.operations and not query.areas and library.cues.has("choosing", query.text)
    if query.every_area or query.form in ("why", "definition") or not compares or ranks:
        return None
    sides = _areas_asked(query, library)
    relative = library.cues.has("relative", query.text)  # a sum in per cent, which the table's own figures give
    if any(one.score > _TABLED and _has_sides(one, () if relative else sides) for one in found):
        return None
    if sides and len(query.periods) < 2:
        return _best(query, library, lambda figure: figure.area, sides)
    if len(query.periods) == 2 and not query.areas and not split_measures(query, library):
        periods = sorted(query.periods, reverse=True) if query.changing else query.periods
        return _best(query, library, lambda figure: figure.period, tuple(p.label for p in periods))
    return None


def _has_sides(found: Found, sides: tuple[str, ...]) -> bool:
    """Whether a table is of a measure, with a value for what is compared with where the question names it."""
    cells = [figure for figure in found.figures if figure.is_cell]
    return bool(cells) and (not sides or any(figure.area == sides[1] for figure in cells))


def _areas_asked(query: Query, library: Library) -> tuple[str, ...]:
    """The area and what it is compared with; () where the question sets none against the country."""
    against = [a for a in query.areas if a in library.lexicon.compare]
    own = [a for a in query.areas if a not in library.lexicon.compare] or [library.lexicon.region]
    return (own[0], against[0]) if len(against) == 1 and len(own) == 1 else ()


def _best(query: Query, library: Library, side_of: Callable[[Figure], str], sides: tuple[str, ...]) -> Draft | None:
    asked = asked_terms(query, library)
    stated = {number.value for number in query.numbers}
    told = telling(query.concepts, library.lexicon)
    best: tuple[float, str, Pair | None] = (_LEAST, "", None)
    for sentence, figures in sentences_about(asked, query, library, most=_SERIES).items():
        named = library.lexicon.all_concepts(sentence).union(*(figure.terms for figure in figures))
        if told and (_is_of_other_topic(told, named, library.lexicon) if query.areas else not told & named):
            continue
        pair = _pair(figures, side_of, sides, query.periods)
        cover = shared_share(asked, sentence, library) + _STATED * len(stated & {f.value for f in figures})
        if pair and cover > best[0]:
            best = (cover, sentence, pair)
    return _told(query, best[1], best[2], library) if best[2] else None


def _is_of_other_topic(asked: frozenset[str], named: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a topic is asked about and a sentence is on others, of which none is wider or narrower than it."""
    topics, wanted = _topics(named, lexicon), _topics(asked, lexicon)
    related = lexicon.with_broader(topics) & wanted or lexicon.with_broader(wanted) & topics
    return bool(topics and wanted) and not related


def _topics(names: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name for name in telling(names, lexicon) if lexicon.concepts[name].facet == "topic")


def _pair(
    figures: list[Figure], side_of: Callable[[Figure], str], sides: tuple[str, ...], periods: tuple[Period, ...]
) -> Pair | None:
    """The figure of each side, of one unit; None where a side has none or several."""
    for first in figures:
        if side_of(first) != sides[0] or not _comparable(first, periods):
            continue
        others = [f for f in figures if side_of(f) == sides[1] and f.unit == first.unit and _comparable(f, periods)]
        own = [f for f in figures if side_of(f) == sides[0] and f.unit == first.unit and _comparable(f, periods)]
        if len({f.value for f in others}) == 1 and len({f.value for f in own}) == 1:
            return first, others[0]
    return None


def _comparable(figure: Figure, periods: tuple[Period, ...]) -> bool:
    within = not figure.period or any(_touch(figure.period, period) for period in periods)
    return figure.kind == "level" and figure.unit not in _APART and figure.high is None and (within or not periods)


def _touch(label: str, period: Period) -> bool:
    there = period_from_label(label)
    return there is None or there.start <= period.end and period.start <= there.end


def _told(query: Query, sentence: str, pair: Pair, library: Library) -> Draft:
    a, b = pair
    gap = a.value - b.value
    word = "higher" if gap > 0 else "lower" if gap < 0 else "the same"
    unit = "percentage points" if a.unit == "%" else a.unit
    size = " ".join(f"{plain_number(abs(gap))} {unit} {word}".split()) if gap else word
    working = f"{max(pair, key=lambda f: f.value).printed} − {min(pair, key=lambda f: f.value).printed} = {plain_number(abs(gap))}"
    head = f"{_verdict(query, gap, sentence, library)}{_side(a)} against {_side(b)}: {size}."
    derivation = Derivation("difference", working, abs(gap), unit, (a.id, b.id))
    return Draft("answered", f"{sentence_case(head)} {sentence}"[:690], figures=pair, derivation=derivation)


def _side(figure: Figure) -> str:
    return f"{value_words(figure)} {setting_words(figure)}".strip()


def _verdict(query: Query, gap: Decimal, sentence: str, library: Library) -> str:
    """Worse or better where the glossary says what is good; yes or no where a direction was asked."""
    named = (library.lexicon.all_concepts(sentence), query.concepts)
    good = next((told for one in named if (told := good_of(telling(one, library.lexicon), library.lexicon))), "")
    improving, worsening = (library.cues.has(name, query.text) for name in ("good", "bad"))
    if not gap or not (improving or worsening):
        up = query.direction == "up"
        return "" if not query.yes_no or not query.direction else "Yes: " if (gap > 0) == up and gap else "No: "
    if not good:
        return ""
    better = (gap > 0) == (good == "more")
    told = "Better: " if better else "Worse: "
    if query.yes_no and improving != worsening:
        return "Yes: " if better == improving else "No: "
    return told
