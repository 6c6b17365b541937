"""The reason for what was told before, from the part of the report that it stands in: "why do they go by registration?"."""

import re
from collections.abc import Callable

from ingest.records import Passage
from rag.draft import Draft
from rag.library import Library
from rag.query import Query
from rag.retrieve import Embed

_LEAD = r"^(?:(?:and|so|but|ok|then|now|right|well|hmm|oh),? )*"
_ASKS_REASON = re.compile(
    _LEAD + r"(?:(?:but )?(?:why|how come|how is it that|how comes|for what reason|what for)\b|"
    r"(?:what|which)(?:['’]?s| is| was| are| were)? (?:the |their )?(?:reasons?|explanation|cause|rationale|thinking|logic|grounds)\b|"
    r"what (?:stops?|stopped|prevents?|prevented|keeps?|kept|makes?|made|hinders?|hampers?|limits?|accounts for|explains?|"
    r"lies? behind|is behind|gets? in the way|holds? back|rules? out)\b|"
    r"(?:can|could) (?:you|the reports?|they) (?:say|tell me|explain) why\b|on what grounds\b|what(?:['’]?s| is) to stop\b)",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|reasons?|on account of|as (?:the|it|they|these|this|some|such|those)|"
    r"therefore|thus|hence|rel(?:y|ies|iance)|challeng\w+|difficult\w*|hard to|delays?|lag|depend\w*|in order to|so that|"
    r"reflects?|which means|means that|exclud\w+|incomplete|(?:does|do|did|may|can|could|is|are|was|were) ?not|cannot)\b",
    re.I,
)
_BARE = re.compile(
    _LEAD + r"(?:why|how come|what(?:['’]?s| is| was) the (?:reason|explanation|cause))"
    r"(?: (?:is|was|are|were|did|do|does|has|have|that|it|this|they|those|so|happen\w*|be|been|for|then|though|exactly|"
    r"many|few|much|high|low|little|large|small|big|bad))*\W*$",
    re.I,
)
_KINDS = ("sentence", "item")
_NEAREST = 120
_FIRST = 3  # of the sentences of a section the nearest, of which one must give the reason
_GAP = 0.1  # cosine distance that it may lie behind the nearest
_CHANGE = re.compile(
    r"\b(?:rise|rose|risen|fall|fell|fallen|drop\w*|increas\w+|decreas\w+|grow|grew|declin\w+)\b", re.I
)


def reason_beside(query: Query, library: Library, embed: Embed, answer: Callable[[Query], Draft]) -> Draft | None:
    """The sentence of the section told from that gives a reason and is nearest to the question; None where none does.

    Why a figure rose or fell is left to what the reports say of the change itself.
    """
    last = query.earlier
    last, text = query.earlier, query.text.strip()
    leans = "measure" in query.inherited and last is not None and not last.refusal and not query.refusal
    if not leans or last is None or not _ASKS_REASON.match(text) or _BARE.match(text) or _CHANGE.search(text):
        return None
    told = answer(last)
    about = " ".join(library.lexicon.concepts[name].term for name in last.concepts)
    near = library.index.search_vectors(embed(f"{text} {about}"), _NEAREST, _KINDS)
    found = library.index.passages([passage_id for passage_id, _ in near])
    ranked = [(found[i], distance) for i, distance in near if i in found]
    own = () if "areas" in query.inherited else query.areas
    told_of = _of_place(ranked, own, last, told, library) if own else _of_section(ranked, told, query)
    giving = next((passage for passage in told_of if _REASON.search(passage.text)), None)
    return Draft("answered", giving.text, passages=((giving, giving.text),)) if giving else None


def _of_section(ranked: list[tuple[Passage, float]], told: Draft, query: Query) -> list[Passage]:
    """The nearest sentences of the sections that the answer before stands in."""
    places = {(f.locator.report, f.locator.section) for f in told.figures}
    places |= {(passage.locator.report, passage.locator.section) for passage, _ in told.passages}
    beside = [
        (passage, distance)
        for passage, distance in ranked
        if (passage.locator.report, passage.locator.section) in places and query.report in ("", passage.locator.report)
    ]
    return [passage for passage, distance in beside[:_FIRST] if distance - beside[0][1] <= _GAP]


def _of_place(
    ranked: list[tuple[Passage, float]], own: tuple[str, ...], last: Query, told: Draft, library: Library
) -> list[Passage]:
    """The sentences of the reports told from that speak of the place which the question names, and of what was told."""
    reports = {f.locator.report for f in told.figures} | {passage.locator.report for passage, _ in told.passages}
    lexicon = library.lexicon
    return [
        passage
        for passage, _ in ranked
        if passage.locator.report in reports
        and set(own) <= {mention.name for mention in lexicon.find_areas(passage.text)}
        and set(last.concepts) <= lexicon.all_concepts(passage.text)
    ]
