"""Those of a whole that are not of a kind ("how many of them were not new that year?"): the whole less that kind, both looked up."""

from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.words import content_stems
from rag.draft import Draft
from rag.library import Library
from rag.op_amounts import amount_of
from rag.query import Query
from rag.sum_told import rest_left
from rag.turns import turns_before

_TURNS = 2  # how far back the whole may have been asked about


def rest_of_kind(query: Query, library: Library) -> Draft | None:
    """The whole that a turn before asked about, less those of its kind that the question says they are not."""
    said = library.cues.find("not_of_kind", query.text)
    if said is None or len(query.areas) > 1 or query.every_area:
        return None
    for turn in reversed(turns_before(query)[-_TURNS:]):
        for whole in turn.concepts:
            kind = _kind_named(said["kind"], whole, library.lexicon)
            if kind and (told := _less_kind(query, turn, whole, kind, library)):
                return told
    return None


def _kind_named(words: str, whole: str, lexicon: Lexicon) -> str:
    """The one kind of this whole that the words name, by a term or by a telling word of it ("new" presentations); else ""."""
    kinds = [name for name in lexicon.concepts if whole in lexicon.broader_of(name)]
    named = [mention.name for mention in lexicon.find_concepts(words) if mention.name in kinds]
    said = set(content_stems(words))
    worded = [name for name in kinds if said & set(content_stems(lexicon.concepts[name].term))]
    found = list(dict.fromkeys(named or worded))
    return found[0] if len(found) == 1 else ""


def _less_kind(query: Query, turn: Query, whole: str, kind: str, library: Library) -> Draft | None:
    plain = replace(
        query,
        areas=query.areas or turn.areas,
        periods=query.periods or turn.periods,
        operations=(),
        words=(),
        unknown=(),
        wants="",
        direction="",
        yes_no=False,
        number_wanted=True,
        told=None,
    )
    part = amount_of(replace(plain, concepts=tuple(kind if name == whole else name for name in turn.concepts)), library)
    every = amount_of(replace(plain, concepts=turn.concepts), library)
    if part is None or every is None or (part.area, part.period) != (every.area, every.period):
        return None
    if [figure.id for figure in part.figures] == [figure.id for figure in every.figures]:
        return None
    return rest_left(every, part) if 0 < part.number <= every.number else None
