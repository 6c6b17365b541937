"""What kind of thing is asked for (a person's name, findings, a sum of money, a reason), and whether sentences give one.

A report that announces a review says nothing of what it found, though it has all of the question's words.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.records import Table
from ingest.store import Index
from rag.draft import Draft
from rag.library import Library
from rag.named_things import lacks_named_thing
from rag.query import Query

_ROLE = (
    r"(?:person|man|woman|bloke|guy|chap|lady|gentleman|individual|commissioner|chair(?:man|woman|person)?|lead|officer|coroner|"
    r"manager|director|minister|mp|author|councillor|head|boss|doctor|researcher|professor|leader|chief|official|secretary|"
    r"co-?ordinator|consultant|owner|ambassador|speaker|trustee|member)"
)
_NAME_ASKED = re.compile(
    rf"\bnames? (?:of|for) (?:the|that|this|our|their|its|whoever|an?) (?:[\w'’-]+ ){{0,4}}?{_ROLE}s?\b|"
    rf"\bname (?:the|that|this|our|their|a) (?:[\w'’-]+ ){{0,3}}?{_ROLE}s?\b|"
    rf"\bwhat(?:['’]?s| is| was) (?:the|that|this|our|their) (?:[\w-]+ ){{0,4}}?{_ROLE}(?: called|['’]s name)\b|"
    rf"\bpersons?['’]?s? name\b|\b(?:his|her|whose) (?:own )?name\b|"
    r"\bwhich (?:(?!(?:of|the|an?)\b)[\w'’-]+ ){0,2}?(?:member|councillor|mp|minister|man|woman|person|individual|official|"
    r"commissioner|constable|superintendent|inspector|sergeant|director|professor|doctor|coroner|judge|magistrate|mayor|"
    r"chair(?:man|woman|person)|secretary|manager)\b|"
    rf"\bwho(?: exactly| actually)?(?:['’]?s| is| was| are| were) (?:the|our) (?:[\w'’-]+ ){{0,4}}?"
    r"(?:lead|head|manager|director|coroner|co-?ordinator|consultant|author|secretary|minister)s?\b"
    r"(?! (?:body|agency|organi[sz]ation|department|provider|council|authority))",
    re.I,
)
_NAMES_ASKED = re.compile(
    rf"\bnames of (?:all |each of )?(?:the |those |these |our |its )?(?:[\w'’-]+ ){{0,4}}?{_ROLE}s\b|"
    rf"\b(?:the|their|our|its|whose) (?:[\w'’-]+ ){{0,2}}?{_ROLE}s\b[^?]{{0,160}}\bby name\b|"
    rf"\bwho (?:chairs?|leads?|heads?|runs?|are the {_ROLE}s of) (?:each|every|all)\b",
    re.I,
)  # of several people
_IN_CAPITALS = re.compile(r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?(?: [A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?)+(?!\w|/)")
_TITLE = re.compile(
    rf"\b(?:{_ROLE}|mr|mrs|ms|dr|sir|dame|lord|lady|chief|constable|superintendent|inspector|assistant|deputy) ", re.I
)


def draft_lacks_kind(query: Query, draft: Draft, library: Library) -> bool:
    """Whether a question asks for a kind of thing of which what a draft tells (or its one passage) gives none."""
    if draft.status == "answered" and lacks_named_thing(query, draft, library):
        return True
    names_asked, kinds = _asked(query.text)
    if not (names_asked or kinds) or draft.status != "answered" or not (draft.passages or draft.figures):
        return False
    said = (t for f in draft.figures for t in (f.sentence, f.measure, f.unit, f.printed))
    told = draft.headline or " ; ".join(passage.text for passage, _ in draft.passages)
    text = " ; ".join((told, *said))
    if names_asked:
        reports = {f.locator.report for f in draft.figures} | {passage.locator.report for passage, _ in draft.passages}
        if len(_names_in(text, reports, library)) < names_asked:
            return True
    return any(not kind["given"].search(kind["except"].sub(" ", text) if "except" in kind else text) for kind in kinds)


@lru_cache(maxsize=64)
def _asked(text: str) -> tuple[int, tuple[dict[str, re.Pattern[str]], ...]]:
    """How many people's names a question asks for at least, and the other kinds that it asks for; the same for all its passages."""
    names = 2 if _NAMES_ASKED.search(text) else int(_NAME_ASKED.search(text) is not None)
    return names, tuple(k for k in _kinds().values() if k["asked"].search(text))


def _names_in(text: str, reports: set[str], library: Library) -> set[str]:
    """The people named: two words with capitals that the reports never write small, and no place or term."""
    small = frozenset().union(*(small_words(report, library.index) for report in reports))
    found: set[str] = set()
    for whole in _IN_CAPITALS.findall(text):
        name = whole
        while title := _TITLE.search(name):
            name = name[title.end() :]
        known = library.lexicon.all_concepts(name) or library.lexicon.find_areas(name)
        words = name.lower().split()
        if len(words) == 2 and not known and not set(words) & small:
            found.add(name)
    return found


@lru_cache(maxsize=64)
def small_words(report: str, index: Index) -> frozenset[str]:
    """The words that the running text of a report has without a capital."""
    texts = (block.text for block in index.blocks(report) if not isinstance(block, Table))
    return frozenset(word for text in texts for word in re.findall(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])", text))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, dict[str, re.Pattern[str]]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(
        (Path(__file__).parent / "answer_kinds.yaml").read_text(encoding="utf-8")
    )
    return {name: {part: re.compile(it, re.I) for part, it in kind.items()} for name, kind in loaded.items()}
