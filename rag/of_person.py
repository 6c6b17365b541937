"""A thing of a person whom the reports name ("Ernie Hendricks' paper dealt with ..., did it not?"): what they say of it, and of nothing else."""

import re
from dataclasses import replace

from ingest.words import content_stems, split_statements, stem
from rag.draft import Draft
from rag.library import Library
from rag.query import Query

_THING_OF = re.compile(
    r"(?<![\w'’])(?P<first>[A-Z][a-z]+) (?P<last>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?:['’]s|(?<=s)['’]) (?P<thing>[a-z]{3,})"
)


def without_what_it_is_on(query: Query, library: Library) -> Query | None:
    """The query without the terms that a yes-or-no question joins to the person's thing; None where it names no such."""
    if not _thing_named(query, library):
        return None
    text = query.text
    for mention in sorted(library.lexicon.find_concepts(text), key=lambda one: one.start, reverse=True):
        text = f"{text[: mention.start]}{text[mention.end :].lstrip()}" if mention.end else text
    return replace(query, text=text, concepts=(), periods=())


def tells_of_other_person(query: Query, draft: Draft, library: Library) -> bool:
    """Whether an answer in the reports' words says nothing of the person's thing that a yes-or-no question is about."""
    named = _thing_named(query, library)
    if named is None or not draft.passages:
        return False
    last, thing = named
    told = [one for _, quote in draft.passages for one in split_statements(" ".join(quote.split()))]
    return not any(last in one and thing in content_stems(one) for one in told)


def _thing_named(query: Query, library: Library) -> tuple[str, str] | None:
    """The person's last name and the stem of the thing, where the reports know both names and no place is called so."""
    match = _THING_OF.search(query.question) if query.yes_no else None
    if match is None or library.lexicon.find_areas(f"{match['first']} {match['last']}"):
        return None
    known = set(query.words) - set(query.unknown)
    names = {stem(match["first"].lower()), stem(match["last"].lower())}
    return (match["last"], stem(match["thing"])) if names <= known else None
