"""How two measures moved, told side by side: whether both or neither rose, or the change of each between its own two years."""

import re
from dataclasses import replace

from rag.draft import Draft
from rag.library import Library
from rag.op_change_words import pair_words
from rag.op_measure_changes import Told, change_told, change_working, told_in_words
from rag.query import Query
from rag.question_manner import manner_of
from rag.question_periods import periods_in
from rag.records import Derivation
from rag.wording import area_words, sentence_case

_TWO = 2
_COMPARED = re.compile(
    r"\b(?:compare|set|put|contrast)\b[^?;]*\b(?:change|movement|trend|shift|growth|rise|fall)s? in\b(?P<same>(?!))?(?P<apart>(?!))?",
    re.I,
)  # "compare the change in A with that in B"
_JOINTS = re.compile(
    r"\b(?:compare[sd]? (?:with|to|against)|alongside|against|versus|vs\.?|beside|next to|while|whereas|but|and)\b",
    re.I,
)


def both_moved(query: Query, parts: tuple[Query, ...], library: Library) -> Draft | None:
    """Both changes, with yes or no to whether both or neither went a way, or the two went the same way."""
    if len(parts) != _TWO or query.every_area or len(query.areas) > 1 or not _asks_moves(query):
        return None
    apart = _each_in_its_years(query, parts, library)
    way = library.cues.find("both_move", query.text) or _COMPARED.search(query.text)
    each = () if apart or way else _each_its_way(query, parts, library)
    if not apart and (way is None and not each or len(query.periods) > _TWO):
        return None
    told = [one for part in apart or parts if (one := change_told(part, library))]
    if len(told) != _TWO or told[0].name == told[1].name:
        return None
    if not apart and len({(t.change.first_period, t.change.last_period) for t in told}) > 1:
        return None
    if each:
        holds = all(one.change.direction == direction for one, direction in zip(told, each, strict=True))
        return _draft("Yes: " if holds else "No: ", told)
    return _draft("" if apart or way is None else _verdict(query, told, way), told)


def _asks_moves(query: Query) -> bool:
    return query.changing or bool({"trend", "percent_change", "difference"} & set(query.operations))


def _each_in_its_years(query: Query, parts: tuple[Query, ...], library: Library) -> tuple[Query, ...]:
    """The parts with the two years that the question names beside each; () where it names the same for both."""
    if len(query.periods) <= _TWO:
        return ()
    for joint in _JOINTS.finditer(query.text):
        sides = query.text[: joint.start()], query.text[joint.end() :]
        times = [periods_in(side, library.cues)["periods"] for side in sides]
        if any(len(set(one)) != _TWO for one in times):
            continue
        said = [[library.lexicon.first_said(part.concepts[0], side) >= 0 for side in sides] for part in parts]
        if said == [[True, False], [False, True]] or said == [[False, True], [True, False]]:
            return tuple(replace(part, periods=times[own.index(True)]) for part, own in zip(parts, said, strict=True))
    return ()


def _each_its_way(query: Query, parts: tuple[Query, ...], library: Library) -> tuple[str, ...]:
    """The way that each part is said to have gone ("possession fell and trafficking rose?"); () where one is not told."""
    if not query.yes_no:
        return ()
    for joint in _JOINTS.finditer(query.text):
        sides = query.text[: joint.start()], query.text[joint.end() :]
        ways = [manner_of(side, library.cues)["direction"] for side in sides]
        said = [
            next((i for i in (0, 1) if library.lexicon.first_said(part.concepts[0], sides[i]) >= 0), -1)
            for part in parts
        ]
        if all(ways) and sorted(said) == [0, 1]:
            return tuple(ways[at] for at in said)
    return ()


def _verdict(query: Query, told: list[Told], way: re.Match[str]) -> str:
    ways = [one.change.direction for one in told]
    if not all(ways):
        return ""
    if way["same"] or way["apart"]:
        return "Yes: " if (ways[0] == ways[1]) == bool(way["same"]) else "No: "
    if not query.direction:
        return ""
    neither = way[0].lower() in ("neither", "nor")
    holds = query.direction not in ways if neither else set(ways) == {query.direction}
    return "Yes: " if holds else "No: "


def _draft(verdict: str, told: list[Told]) -> Draft:
    figures = tuple(dict.fromkeys(figure for one in told for figure in one.change.figures))
    sides = [
        f"{told_in_words(one)} in {area_words(one.change.area)} {pair_words((one.change.first_period, one.change.last_period))}"
        for one in told
    ]
    working = "; ".join(change_working(one) for one in told)
    derivation = Derivation("changes", working, None, "%", tuple(f.id for f in figures))
    head = f"{verdict}{sentence_case('; '.join(sides))}."
    return Draft("answered", head, figures=figures, derivation=derivation)
