"""What the phrases of a sum stand for: a printed figure, areas added up, a number handed over, the answer before."""

from dataclasses import replace

from ingest.lexicon_records import Mention
from rag.fit import telling
from rag.library import Library
from rag.op_amounts import Amount
from rag.op_measures import split_measures
from rag.op_rows import rows_added
from rag.query import Query
from rag.question_periods import periods_in
from rag.question_terms import tables_named, terms_in
from rag.sum_cells import UNITS, Place, added, looked_up, unit_kind
from rag.sum_earlier import earlier_amount, whole_told
from rag.sum_prose import HEAD_END, figure_of_number, figure_to_amount, number_in, stated_amount, togetherness
from rag.sum_shapes import Shape, load_shapes, shapes_of

_WITHIN = ("offence", "result", "client", "topic", "level", "age")  # facets that one phrase may leave to the other
_OF_ALL = ("result", "client", "age")  # facets of the parts that a phrase for the total means all of


def operands_of(shape: Shape, query: Query, library: Library) -> list[Amount] | None:
    """The amounts that the phrases of a sum name; None where one is not found, or two are the same figure."""
    around = _read(shape.around, query, library)
    own = [_read(phrase, query, library) for phrase in shape.phrases]
    found: dict[int, Amount] = {}
    for index in sorted(range(len(own)), key=lambda i: (number_in(own[i].text, library) is None, own[i].wants)):
        beside = tuple(found.values())
        amount = _amount_before(own, index, query, library) or _amount(
            own[index], [around, *own[:index], *own[index + 1 :]], query, beside, library
        )
        amount = amount or _in_sentence_of(own[index], around, beside, query, library)
        if amount is None:
            return None
        found[index] = amount
    amounts = [found[index] for index in range(len(own))]
    known = [frozenset(f.id for f in amount.figures) for amount in amounts]
    return amounts if len(set(known)) == len(known) else None


def _in_sentence_of(own: Query, around: Query, beside: Place, query: Query, library: Library) -> Amount | None:
    """The amount that the head of a phrase names in the sentence of another operand ("charge" of "charge in those figures")."""
    head = HEAD_END.split(own.text)[0]
    if not beside or head == own.text or number_in(own.text, library):
        return None
    amount = stated_amount(head, _placed(replace(own, text=head), [around], query, library), beside, library)
    return amount if amount and togetherness(amount.figures[0], beside) > 1 else None


def _amount_before(own: list[Query], index: int, query: Query, library: Library) -> Amount | None:
    """The answer before last, for the second of two phrases that both point back ("what share of them is that?")."""
    points_back = load_shapes().pointing
    if index != 1 or query.earlier is None or not all(points_back.match(one.text) for one in own):
        return None
    before = query.earlier.earlier
    return earlier_amount(replace(query, earlier=before, told=None), library) if before else None


def _read(phrase: str, query: Query, library: Library) -> Query:
    """A phrase of a question as a query of its own, with nothing taken from the question but its report."""
    plain = load_shapes().loose.sub(" ", load_shapes().whole_area.sub(" ", phrase))
    concepts, words = terms_in(plain, library.lexicon, library.cues)
    mentions = library.lexicon.find_areas(phrase)
    return replace(
        query,
        text=phrase.strip(),
        concepts=concepts,
        words=words,
        areas=_areas_of(mentions, library),
        every_area=any(m.kind == "every" for m in mentions),
        periods=periods_in(phrase, library.cues)["periods"],
        since=None,
        relative="",
        tables=tables_named(phrase),
        operations=(),
        wants="count" if load_shapes().counted.search(phrase) else "",
        yes_no=False,
        direction="",
        changing=False,
        numbers=(),
        left_out=(),
        of_all=False,
    )


def _areas_of(mentions: list[Mention], library: Library) -> tuple[str, ...]:
    members = [a for m in mentions if m.kind == "group" for a in library.lexicon.areas[m.name].members]
    return tuple(dict.fromkeys([m.name for m in mentions if m.kind in ("local", "region", "country")] + members))


def _amount(own: Query, others: list[Query], query: Query, beside: Place, library: Library) -> Amount | None:
    """The amount of one phrase, with what it leaves out taken from around it, from the other phrases and from the question."""
    if load_shapes().pointing.match(own.text) or not own.text and "measure" in query.inherited:
        return earlier_amount(query, library)
    if load_shapes().whole.match(own.text) and (whole := whole_told(query)):
        return whole
    placed = _placed(own, others, query, library)
    worked_out = (
        rows_added(placed, library)
        or _line_added(placed if not telling(own.concepts, library.lexicon) else own, library)
        or _extreme(placed, others, query, library)
        or _nested(own, placed, query, library)
        or _terms_added(own, others, placed, query, library)
    )
    if worked_out:
        return worked_out
    number = number_in(own.text, library)
    if number is not None:
        return figure_of_number(number, placed, query, beside, library)
    units = (
        ("percent",)
        if query.wants == "points"
        else ("rate",)
        if library.cues.has("rate", own.text) or query.wants == "rate"
        else ("count",)
        if own.wants == "count"
        else UNITS
    )
    cells = (looked_up(one, beside, library, units) for one in _measures(placed, others, query, library))
    amount = next((amount for amount in cells if amount), None)
    if amount and all(f.is_cell for f in amount.figures):
        return amount
    known = {f.id for other in beside for f in other.figures}
    told = amount if amount and not own.words and not known & {f.id for f in amount.figures} else None
    return stated_amount(own.text, placed, beside, library) or told


def _line_added(own: Query, library: Library) -> Amount | None:
    """The sum over all areas, for a phrase that names a line of a table by its measure ("the total of the crack line of Figure 7")."""
    if len(own.tables) != 1 or own.areas:
        return None
    if not telling(own.concepts, library.lexicon):
        return _only_count(own, library)
    if not library.cues.has("rows", own.text):
        return None
    return looked_up(replace(own, every_area=True, words=()), (), library, ("count",))


def _only_count(own: Query, library: Library) -> Amount | None:
    """The one count of a table in the period asked for, for a phrase that names the table alone ("the total of Table 14")."""
    cells = library.index.figures.labelled(own.tables[0], own.report, ())
    labels = {period.label for period in own.periods}
    levels = [
        f for f in cells if f.kind == "level" and f.unit not in ("%", "share") and (not labels or f.period in labels)
    ]
    return figure_to_amount(levels[0]) if len(levels) == 1 and not own.words else None


def _nested(own: Query, placed: Query, query: Query, library: Library) -> Amount | None:
    """The sum of the parts that a phrase itself adds up ("... of completions and drop-outs together")."""
    adding = next((shape for shape in shapes_of(own.text) if shape.kind == "total"), None)
    if adding is None:
        return None
    inner = replace(query, text=own.text, areas=placed.areas, every_area=placed.every_area, periods=placed.periods)
    parts = operands_of(adding, inner, library)
    return added(parts) if parts and unit_kind(parts[0]) == "count" else None


def _terms_added(own: Query, others: list[Query], placed: Query, query: Query, library: Library) -> Amount | None:
    """The sum of several measures that one phrase names together ("adult and youth cautions combined")."""
    joined = library.cues.operations["total"].search(own.text)
    alike = split_measures(replace(placed, operations=()), library) if joined else ()
    parts = [
        next(filter(None, (looked_up(m, (), library) for m in _measures(one, others, query, library))), None)
        for one in alike
    ]
    known = [part for part in parts if part]
    return added(known) if len(known) > 1 and len(known) == len(parts) else None


def _extreme(placed: Query, others: list[Query], query: Query, library: Library) -> Amount | None:
    """The highest or lowest of all areas, where a phrase names the end of a ranking ("the lowest one")."""
    if not library.cues.operations["rank"].search(placed.text):
        return None
    if len(placed.areas) == 1 and placed.areas != (library.lexicon.region,) and library.lexicon.find_areas(placed.text):
        return None
    given = tuple(dict.fromkeys(c for other in others for c in other.concepts)) or query.concepts
    concepts = placed.concepts if telling(placed.concepts, library.lexicon) else given
    beside = {area for other in others for area in other.areas} if library.cues.has("next_one", placed.text) else set()
    each = [a.name for a in library.lexicon.areas.values() if a.kind == "local" and a.name not in beside]
    asked = [replace(placed, concepts=concepts, words=(), areas=(a,), every_area=False) for a in each]
    kind = ("rate",) if query.wants == "rate" else UNITS
    there = [amount for one in asked if (amount := looked_up(one, (), library, kind))]
    if len(there) < len(each) - 1 or len({amount.period for amount in there}) > 1:
        return None
    pick = min if library.cues.has("low", placed.text) else max
    return pick(there, key=lambda amount: amount.number)


def _placed(own: Query, others: list[Query], query: Query, library: Library) -> Query:
    """The phrase with the areas, periods and tables that it leaves out."""
    region = library.lexicon.region
    if load_shapes().whole_area.search(own.text) and not own.every_area:
        own = replace(own, areas=(region,), every_area=False)
    elif not own.areas and not own.every_area:
        giver = next((o for o in others if o.areas or o.every_area), query)
        alone = not any(o.areas and o.text for o in others)
        own = replace(own, areas=giver.areas, every_area=giver.every_area and alone)
    if not own.periods and not library.cues.has("years_differ", query.whole_text):
        giver = next((o for o in others if o.periods), query)
        own = replace(own, periods=giver.periods, relative=query.relative if not giver.periods else "")
    lent = query.tables if len(query.tables) == 1 and not any(o.tables for o in others if o.text) else ()
    return own if own.tables else replace(own, tables=lent)


def _measures(own: Query, others: list[Query], query: Query, library: Library) -> list[Query]:
    """Readings of a phrase, the fullest first: with the terms of the facets that it leaves to the others, then by its own."""
    concepts = library.lexicon.concepts
    given = tuple(dict.fromkeys(c for other in others for c in other.concepts))
    if not telling(own.concepts, library.lexicon):
        return [replace(own, concepts=given or query.concepts, words=())]
    facets = {concepts[c].facet for c in own.concepts}
    facets |= set(_OF_ALL) if library.cues.has("of_all_parts", own.text) else set()
    lent = tuple(c for c in given if concepts[c].facet in _WITHIN and concepts[c].facet not in facets)
    full = replace(own, concepts=(*own.concepts, *lent))
    return [full, own] if lent else [own]
