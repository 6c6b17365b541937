"""What a passage must give where a question is strict about it: a rate per head, the scheme or the place that it names."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.records import Passage, Table
from ingest.store import Index
from ingest.words import content_stems
from rag.draft import Draft
from rag.known_words import asks_number_outright
from rag.library import Library
from rag.number_kinds import asks_span, gives_other_kind
from rag.query import Query
from rag.question_periods import without_periods
from rag.question_terms import ASKING, without_tables
from rag.retrieve import Hit
from rag.targets import districts_asked

_COUNT_WORDS = re.compile(
    r"\b(?:none|no|nobody|zero|every(?:one|body)?|all|each|majority|most|half|twice|double[ds]?|doubling|tripl\w+|trebl\w+|"
    r"several|handful|dozens?|hundreds?|thousands?|many|few|number of|once|daily|weekly|monthly|quarterly|annual(?:ly)?|yearly|single)\b",
    re.I,
)
_GROWTH = re.compile(r"\b(?:[\w.]+-?fold|doubl(?:ed|ing)|tripl(?:ed|ing)|trebl(?:ed|ing)|quadrupl(?:ed|ing))\b", re.I)
_POINTING = re.compile(r"\b(?:the|these|those|both|the other|another) (?:two|three|four|five|six)\b", re.I)
_FINDING_ASKED = re.compile(
    r"\b(?:find(?:s|ings?)?(?! out (?:about|more)\b)|found|reveal(?:s|ed)?|uncover(?:s|ed)?|discover(?:s|ed)?|conclu(?:de[ds]?|sions?)|learn(?:ed|t)?)\b",
    re.I,
)
_AIM = re.compile(
    r"(?:(?:better |further |fully )?(?:understand|explor|identify|assess|examin|investigat|review|establish|determin|consider|mapp|"
    r"evaluat|analys|gather|scop|research|look|explain)ing|to (?:better |further |fully )?(?:understand|explore|identify|assess|examine|"
    r"investigate|review|establish|determine|consider|map|evaluate|analyse|gather|scope|research|look|explain))\b"
    r"(?! (?:showed|found|revealed|has|have|was|were|is|are)\b)",
    re.I,
)  # how an aim begins that is set out in a list
_TITLE = re.compile(r"(?<![\w'’])['‘“\"][^'’”\"]{3,60}['’”\"](?!\w)")
_CAPITALS = re.compile(r"\b[A-Z]{3,}s?\b")
_DENIED = re.compile(
    r"\b(?:not|never|rather than|instead of)\s+(?:the\s+)?$", re.I
)  # before a number that is said to be wrong
_PART_ASKED = re.compile(
    r"\bhow (?:much|many)(?: \w+)? of (?:it|that|those|them|these|the [\d.,]+ ?\w*) (?:was|were|is|are)\b|"
    r"\bof (?:it|that|(?:those|them|these|the)(?: [\d.,]+)?(?: [\w-]+){0,3}),? how (?:much|many)(?: \w+)? (?:was|were|is|are)\b",
    re.I,
)


def lacks_what_is_asked(query: Query, passage: Passage, hits: list[Hit], library: Library) -> bool:
    """Whether a passage gives another kind of number than is asked for, or tells nothing of the scheme or the place named."""
    open_asked = not query.form and not query.yes_no
    if (query.number_wanted or open_asked) and gives_other_kind(query, passage.text):
        return True
    if _is_of_other_speaker(query, passage, hits, library) or _tells_only_aim(query, passage):
        return True
    judged = bool(query.yes_no or query.changing or query.left_out)
    if _claims_count_elsewhere(query, passage, library):
        return True
    against_country = bool(set(query.areas) & set(library.lexicon.compare))
    if (not judged or against_country) and _is_of_other_place(query, passage, library):
        return True
    if query.form == "who" and _names_none_of(query, passage, library):
        return True
    if not query.number_wanted or query.form == "list" and not asks_number_outright(query, library.cues):
        return False
    if _part_asked(query, library) - _told(passage, library):
        return True
    if _is_of_other_body(query, passage, hits, library):
        return True
    return _is_of_other_scheme(query, passage, hits, library) or judged and _is_of_other_place(query, passage, library)


def _is_of_other_speaker(query: Query, passage: Passage, hits: list[Hit], library: Library) -> bool:
    """Whether it is asked what somebody says ("what does the chief constable say") of whom nothing around the passage speaks.

    Those whom the glossary knows are often meant by another name ("Mr Foster" for the Commissioner), so they are let pass.
    """
    match = library.cues.find("speaker", query.text)
    terms = library.lexicon.terms_of(match["who"]) if match else []
    if not match or any(term in library.lexicon.concepts for term in terms):
        return False
    around = [h.passage.text for h in hits if h.passage.kind in ("prose", "item") and passage.text in h.passage.text]
    there = set(content_stems(" ; ".join((passage.text, *around, *passage.locator.section))))
    known = library.lexicon.thesaurus.stands_for
    names = [term for term in terms if term not in ASKING]
    return bool(names) and not {names[-1], *known(names[-1])} & there


def _tells_only_aim(query: Query, passage: Passage) -> bool:
    """Whether it is asked what was found, and a passage only says what was to be found out ("understanding at what level ...")."""
    return _FINDING_ASKED.search(query.text) is not None and _AIM.match(passage.text.strip()) is not None


def is_of_other_time(query: Query, draft: Draft) -> bool:
    """Whether a number of a certain time is asked for, or where it moved then, and sentences name no time that overlaps it."""
    asks_where = query.every_area and bool(query.direction) and "trend" in query.operations
    texts = (*(passage.text for passage, _ in draft.passages), *([draft.headline] if asks_where else []))
    told = [mention.period for mention in find_periods(" ; ".join(texts))]
    overlaps = any(one.start <= there.end and there.start <= one.end for one in query.periods for there in told)
    return (query.number_wanted or asks_where and bool(told)) and bool(query.periods) and not overlaps


def tells_of_other_time(query: Query, draft: Draft) -> bool:
    """Whether a number of a certain time is asked for, and sentences that name times name none that overlaps it."""
    named = find_periods(" ; ".join(passage.text for passage, _ in draft.passages))
    return not draft.figures and bool(named) and is_of_other_time(query, draft)


def only_points_at_tables(query: Query, passage: Passage) -> bool:
    """Whether a number is asked for and all that a sentence says is which tables or figures show what."""
    if not query.number_wanted or query.form == "list":
        return False
    rest = without_tables(passage.text)
    return rest != passage.text and not any(char.isdigit() for char in without_periods(rest))


def is_beside_other_chart(query: Query, passage: Passage, library: Library) -> bool:
    """Whether a number is asked of a chart, of which there is no table, and the passage does not stand under its heading."""
    if not query.number_wanted or len(query.tables) != 1:
        return False
    report, label = passage.locator.report, query.tables[0]
    if library.index.has_table(label, query.report):
        return False
    sections = _sections_naming(label, report, library.index)
    return passage.locator.section not in sections


@lru_cache(maxsize=64)
def _sections_naming(label: str, report: str, index: Index) -> frozenset[tuple[str, ...]]:
    """The sections of a report whose text names a table or figure by its label."""
    named = re.compile(rf"\b{re.escape(label)}\b", re.I)
    blocks = (block for block in index.blocks(report) if not isinstance(block, Table))
    return frozenset(block.locator.section for block in blocks if named.search(block.text))


def tells_no_count(query: Query, draft: Draft, library: Library) -> bool:
    """Whether a count is asked for outright, and sentences that a draft tells have none."""
    wanted = asks_number_outright(query, library.cues) and not asks_span(query)
    told = draft.headline if query.changing or query.operations else _GROWTH.sub(" ", draft.headline)
    return wanted and draft.status == "answered" and not draft.figures and not _counts(told)


def _counts(text: str) -> bool:
    """Whether a text has a number that is no date and stands in no title, or a word for one."""
    plain = without_periods(without_tables(_TITLE.sub(" ", text)))
    return bool(find_numbers(_POINTING.sub(" ", plain)) or _COUNT_WORDS.search(plain))


def _names_none_of(query: Query, passage: Passage, library: Library) -> bool:
    """Whether districts are asked about, and neither the passage nor its heading names one of them."""
    asked = districts_asked(query, library.lexicon)
    text = " ; ".join((passage.text, *passage.locator.section))
    return bool(asked) and not asked & {mention.name for mention in library.lexicon.find_areas(text)}


def _is_of_other_place(query: Query, passage: Passage, library: Library) -> bool:
    """Whether districts are asked about, and the passage, which names a place, names none of them, nor does its heading."""
    asked = districts_asked(query, library.lexicon)
    if not asked or query.every_area:
        return False
    named = {mention.name for mention in library.lexicon.find_areas(passage.text)}
    heading = {m.name for m in library.lexicon.find_areas(" ; ".join(passage.locator.section))}
    return bool(named) and not asked & (named | heading)


def _claims_count_elsewhere(query: Query, passage: Passage, library: Library) -> bool:
    """Whether a count is claimed of a district ("were 12 lines closed in Dudley?"), and a passage tells neither of it nor that count."""
    stated = [number for number in query.numbers if not number.unit]
    claimed = {number.value for number in stated if not _DENIED.search(query.text[: number.start])}
    asked = districts_asked(query, library.lexicon)
    if not (query.yes_no and claimed and asked) or query.every_area:
        return False
    told = " ; ".join((passage.text, *passage.locator.section))
    counts = {number.value for number in find_numbers(passage.text)}
    return not claimed & counts and not asked & {mention.name for mention in library.lexicon.find_areas(told)}


def _part_asked(query: Query, library: Library) -> frozenset[str]:
    """The substances that a part is asked of ("how many kilos of it were cocaine")."""
    match, concepts = _PART_ASKED.search(query.text), library.lexicon.concepts
    named = library.lexicon.all_concepts(query.text[match.end() :]) if match else frozenset()
    return frozenset(name for name in named if concepts[name].facet == "substance")


def _told(passage: Passage, library: Library) -> frozenset[str]:
    """The terms that a passage names, with those that they are special cases of."""
    named = library.lexicon.all_concepts(passage.text)
    return library.lexicon.with_broader(named)


def _is_of_other_body(query: Query, passage: Passage, hits: list[Hit], library: Library) -> bool:
    """Whether a number is asked of one body, and the passage tells of another and not of it, nor does what is around it."""
    asked = _bodies(query.concepts, library)
    other = _bodies(library.lexicon.all_concepts(passage.text), library)
    if len(asked) != 1 or not other:
        return False
    section = passage.locator.section
    around = [h.passage.text for h in hits if h.passage.locator.section == section]
    return not asked & library.lexicon.all_concepts(" ; ".join((passage.text, *section, *around)))


def _bodies(names: Iterable[str], library: Library) -> set[str]:
    """Those of some terms that are bodies known by an acronym."""
    concepts = library.lexicon.concepts
    return {name for name in names if concepts[name].facet == "body" and concepts[name].acronyms}


def _is_of_other_scheme(query: Query, passage: Passage, hits: list[Hit], library: Library) -> bool:
    """Whether the question names a scheme in capitals, and what tells of it is found, but not around this passage."""
    around = [h.passage.text for h in hits if h.passage.kind == "prose" and passage.text in h.passage.text]
    text = " ".join((passage.text, *around, *passage.locator.section))
    for word in {word.rstrip("s") for word in _CAPITALS.findall(query.text)}:
        names = [word, *(c.short_for for c in library.lexicon.concepts.values() if word in c.acronyms and c.short_for)]
        there = re.compile("|".join(rf"\b{re.escape(name)}" for name in names))
        if not there.search(text) and any(there.search(hit.passage.text) for hit in hits):
            return not _is_common(word, library)
    return False


def _is_common(word: str, library: Library) -> bool:
    """Whether the word is a place or a term that the reports often spell out or leave unsaid ("WMP", "OCG")."""
    lexicon = library.lexicon
    terms = [c for c in lexicon.concepts.values() if word in c.acronyms or word == c.term]
    return bool(lexicon.find_areas(word)) or any(c.facet != "acronym" for c in terms)
