"""Answers in the reports' own sentences: passages, lists and definitions, or none where nothing fits well enough."""

import re
from dataclasses import replace

from ingest.numerals import find_numbers
from ingest.passages_about import SECTION
from ingest.periods import Period, period_from_label
from ingest.records import Passage
from ingest.words import content_stems, split_sentences, tokenize
from rag.asked import asked_shares
from rag.draft import Draft
from rag.library import Library
from rag.likeness import likeness_of
from rag.lookup import find_measures
from rag.query import Query
from rag.retrieve import Embed, Hit, retrieve
from rag.sentence_features import REASONS
from rag.sentences import Known, Scored, Weigher, is_list, score_sentences
from rag.setting import setting_of
from rag.sureness import sureness_of
from rag.text_guards import lacks_what_is_asked
from rag.units import wants_list
from rag.weights import load_weights
from rag.wording import sentence_case

_LONGEST, _LONGEST_PAIR, _LONGEST_LIST = 300, 480, 700
_CAUSED = re.compile(r"\b(?:as a result|consequently|therefore|thus|this|these|the ban|the change)\b", re.I)
_MEASURES = 4
_UNITS = ("sentence", "item", "prose")
_LEANING = re.compile(
    r"(?:this|that|these|those|it|they|he|she|such|(?:all |each |both |some |most )?of (?:these|those|them)|"
    r"the (?:reason|aim|cause) (?:is|for)|its|their|as a result|because of this)\b",
    re.I,
)


def answer_from_passages(query: Query, library: Library, embed: Embed, weigher: Weigher) -> Draft | None:
    """The draft that the best sentence, list or definition gives; None where none fits well enough."""
    hits = retrieve(query, library.index, embed, library.lexicon, _UNITS)
    scored = _scored(query, hits, library, embed, weigher)
    wrong = _of_other_periods(query, library)
    scored = (
        [one for one in scored if not any(sentence in one.hit.passage.text for sentence in wrong)] if wrong else scored
    )
    if not scored or not _fits_well(query, scored):
        return None
    best = scored[0]
    if lacks_what_is_asked(query, best.hit.passage, hits, library):
        return None
    if "discrepancy" in query.operations:
        return _two_sides(query, scored)
    if query.form == "definition" and len(_topics(query, library)) == 2:
        return _both_meanings(query, library, embed, weigher)
    whole = _whole_list(query, scored, hits, library)
    if whole:
        return Draft("answered", _list_line(whole.text), passages=((whole, whole.text),), sureness=best.coverage)
    return _sentence_draft(query, scored, hits)


def _topics(query: Query, library: Library) -> list[str]:
    return [c for c in query.concepts if library.lexicon.concepts[c].facet == "topic"]


def _both_meanings(query: Query, library: Library, embed: Embed, weigher: Weigher) -> Draft | None:
    """What each of two terms means, where their difference is asked for."""
    terms = _topics(query, library)
    single = [
        replace(query, concepts=(t,), words=(), text=f"What is {library.lexicon.concepts[t].term}, how is it defined?")
        for t in terms
    ]
    drafts = [draft for one in single if (draft := answer_from_passages(one, library, embed, weigher))]
    if not drafts:
        return None
    headline = " ".join(draft.headline for draft in drafts)
    return replace(drafts[0], headline=headline, passages=tuple(p for draft in drafts for p in draft.passages))


def candidates(query: Query, library: Library, embed: Embed, weigher: Weigher) -> list[Scored]:
    """All passages that can answer, with their features, best first: what the weights are fitted on."""
    hits = retrieve(query, library.index, embed, library.lexicon, _UNITS)
    return _scored(query, hits, library, embed, weigher)


def _scored(query: Query, hits: list[Hit], library: Library, embed: Embed, weigher: Weigher) -> list[Scored]:
    hits = [hit for hit in hits if not query.report or hit.passage.locator.report == query.report] or hits
    hits = _that_can_know(query, hits, library)
    likeness = likeness_of(query, hits, library.index, embed, weigher)
    asked = asked_shares(query, [hit.passage.id for hit in hits], library.index, library.lexicon)
    return score_sentences(query, hits, library.lexicon, weigher, Known(_evidence(query, library), likeness, asked))


def _that_can_know(query: Query, hits: list[Hit], library: Library) -> list[Hit]:
    """The hits of reports that were not published before the time that a number is asked for."""
    if not query.number_wanted or not query.periods:
        return hits
    published = {info.id: str(info.published or "9999") for info in library.index.reports()}
    first = min(period.start for period in query.periods).isoformat()
    dates = ((hit, published.get(hit.passage.locator.report, "9999")) for hit in hits)
    return [hit for hit, date in dates if first[: len(date)] <= date]


def _fits_well(query: Query, scored: list[Scored]) -> bool:
    limits = load_weights()["answers"]
    least = limits["least_sure_number"] if query.number_wanted and query.form != "list" else limits["least_sure"]
    best = scored[0]
    signs = {"coverage": best.coverage, "likeness": best.features["likeness"], "asked": best.features["asked"]}
    speaks_of_it = any(value >= limits[f"least_{name}"] for name, value in signs.items())
    is_strange = query.number_wanted and not query.concepts and query.words and set(query.words) <= set(query.unknown)
    if is_strange and signs["asked"] < limits["least_asked"]:
        return False
    sureness = sureness_of(query, scored)
    return sureness >= (least if speaks_of_it else limits["least_sure_of_other_words"])


def _two_sides(query: Query, scored: list[Scored]) -> Draft:
    """The best sentence and the next one that gives another number, where a disagreement is asked about."""
    best = scored[0].hit.passage
    shown = {n.value for n in find_numbers(best.text)}
    differing = [
        s.hit.passage
        for s in scored[1:16]
        if {n.value for n in find_numbers(s.hit.passage.text)} - shown and s.score > 0.55 * scored[0].score
    ]
    elsewhere = [passage for passage in differing if passage.locator.report != best.locator.report]
    other = next(iter(elsewhere or differing), None)
    sides = [best] if other is None else [best, other]
    headline = " But: ".join(_fitted(side.text, query, _LONGEST) for side in sides)
    return Draft("answered", headline, passages=tuple((side, side.text) for side in sides), sureness=scored[0].coverage)


def _evidence(query: Query, library: Library) -> dict[str, float]:
    """Sentences that state a figure of a fitting measure for the area and period asked for, with the measure's fit."""
    if not query.number_wanted:
        return {}
    found: dict[str, float] = {}
    labels = {period.label for period in query.periods}
    for measure in find_measures(query, library.index, library.lexicon)[:_MEASURES]:
        for figure in (*measure.figures, *measure.changes):
            fits = (not query.areas or figure.area in query.areas) and (not labels or figure.period in labels)
            if not figure.is_cell and fits:
                found[figure.sentence] = max(found.get(figure.sentence, 0.0), measure.score)
    return found | _counting(query, library)


def _of_other_periods(query: Query, library: Library) -> set[str]:
    """Sentences whose figures of the measure asked for belong, by what stands around them, to other periods than asked."""
    if not query.periods or not query.number_wanted:
        return set()
    periods: dict[str, list[Period]] = {}
    for measure in find_measures(query, library.index, library.lexicon)[:_MEASURES]:
        for figure in measure.figures:
            period = period_from_label(figure.period)
            if not figure.is_cell and period:
                periods.setdefault(figure.sentence, []).append(period)
    asked = query.periods
    return {
        s
        for s, found in periods.items()
        if not any(p.start <= f.end and f.start <= p.end for p in asked for f in found)
    }


def _counting(query: Query, library: Library) -> dict[str, float]:
    """Sentences with a figure whose counted noun is the one asked for ("how many arrests")."""
    if not query.counted:
        return {}
    labels = {period.label for period in query.periods}
    series = [
        one
        for one in library.index.find_series(
            [*query.concepts, *query.words, query.counted], 200, setting_of(query, library.index, library.lexicon)
        )
        if query.counted in _stems(one.unit)
    ]
    figures = library.index.figures_of([one.id for one in series])
    return {
        f.sentence: 1.0
        for f in figures
        if not f.is_cell and (not labels or f.period in labels) and (not query.areas or f.area in query.areas)
    }


def _stems(unit: str) -> set[str]:
    return {token.stem for token in tokenize(unit)}


def _is_titled(passage: Passage, query: Query, library: Library) -> bool:
    """Whether a list stands under a heading that names what is asked to be listed."""
    heading = library.lexicon.all_concepts(passage.locator.section[-1]) if passage.locator.section else frozenset()
    return bool(heading & set(_topics(query, library)))


def _whole_list(query: Query, scored: list[Scored], hits: list[Hit], library: Library) -> Passage | None:
    """The list that the best passage is, introduces, or is an item of where a list is asked for.

    An item that answers much better than the list it stands in is told alone.
    """
    best = scored[0].hit.passage
    if is_list(best):
        return best
    lists = [hit.passage for hit in hits if is_list(hit.passage)]
    titled = [one for one in lists if query.form == "list" and _is_titled(one, query, library)]
    if titled and not query.areas:
        return titled[0]
    if best.text.rstrip().endswith(":"):
        return next((one for one in lists if one.text.startswith(best.text)), None)
    close = scored[0].score - load_weights()["answers"]["list_of_item"]
    scores = {one.hit.passage.id: one.score for one in scored}
    if wants_list(query) and best.kind == "item":
        return next((one for one in lists if best.text in one.text and scores.get(one.id, 0.0) >= close), None)
    return None


def expand_acronyms(query: Query, library: Library) -> Draft | None:
    """ "LDIS stands for Local Drug Information System" where the meaning of acronyms is asked for, with where that stands."""
    if query.form != "definition":
        return None
    told, passages = [], []
    for concept in library.lexicon.concepts.values():
        used = next((a for a in concept.acronyms if re.search(rf"\b{re.escape(a)}s?\b", query.question, re.I)), "")
        if concept.short_for and used:
            told.append(f"{used} stands for {concept.short_for}")
            passages += _spelled_out(concept.short_for, used, library)
    return Draft("answered", f"{'; '.join(told)}.", passages=tuple(passages)) if told else None


def _spelled_out(words: str, acronym: str, library: Library) -> list[tuple[Passage, str]]:
    """The passage that has the acronym or its words, best the one with both."""
    found = library.index.search_text(
        [t.word for t in tokenize(f"{words} {acronym}")], 20, ("sentence", "item", "prose")
    )
    texts = list(library.index.passages([i for i, _ in found]).values())
    marks = [(words.lower() in p.text.lower()) + bool(re.search(rf"\b{acronym}", p.text)) for p in texts]
    best = max(range(len(texts)), key=lambda i: marks[i], default=None)
    return [(texts[best], texts[best].text)] if best is not None and marks[best] else []


def about_report(query: Query, library: Library) -> Draft:
    """When and by whom a report was published, where a question names a report and nothing else."""
    ids = [i for i, _ in library.index.search_text([t.word for t in tokenize(SECTION)], 40, ("prose",), query.report)]
    found = [p for p in library.index.passages(ids).values() if p.locator.section == (SECTION,)]
    if not found:
        return Draft("not_found", "The reports do not say.")
    return Draft("answered", found[0].text, passages=((found[0], found[0].text),))


def explain_term(query: Query, library: Library) -> str:
    """The glossary's meaning of the one term whose meaning is asked for, or ""."""
    if query.form != "definition" or len(query.concepts) != 1:
        return ""
    concept = library.lexicon.concepts[query.concepts[0]]
    return f"{sentence_case(concept.term)}: {concept.means}" if concept.means else ""


def _sentence_draft(query: Query, scored: list[Scored], hits: list[Hit]) -> Draft:
    """The best sentence, with those that fit nearly as well where no number is asked for."""
    best = scored[0]
    text = _fitted(_with_antecedent(best.hit.passage, hits, query), query, _LONGEST)
    text = _with_sequel(text, best.hit.passage, query, hits)
    limits = load_weights()["answers"]
    close = limits["nearly_as_good_number"] if query.number_wanted else limits["nearly_as_good"]
    others = [s for s in scored[1:4] if s.score > best.score - close and not is_list(s.hit.passage)]
    others = others[:1] if query.number_wanted else others
    shown, told = text, []
    for other in others:
        added = _one_line(other.hit.passage.text)
        if added not in shown and len(shown) + len(added) < _LONGEST_PAIR:
            shown = f"{shown} {sentence_case(added)}"
        elif added not in shown:
            told.append(added)
    passages = ((best.hit.passage, text), *((s.hit.passage, s.hit.passage.text) for s in others))
    return Draft("answered", sentence_case(shown), tuple(told), passages=passages, sureness=best.coverage)


def _with_antecedent(passage: Passage, hits: list[Hit], query: Query) -> str:
    """A sentence that leans on the one before it ("This is because ...") together with that one, where both are short."""
    leans = _LEANING.match(passage.text) or query.form == "why" and _CAUSED.search(passage.text)
    if passage.kind != "sentence" or not leans:
        return passage.text
    parent = next((h.passage.text for h in hits if h.passage.kind == "prose" and passage.text in h.passage.text), "")
    sentences = split_sentences(parent)
    at = sentences.index(passage.text) if passage.text in sentences else 0
    joined = f"{sentences[at - 1]} {passage.text}" if at else passage.text
    return joined if len(joined) <= _LONGEST_PAIR else passage.text


def _with_sequel(text: str, passage: Passage, query: Query, hits: list[Hit]) -> str:
    """A short sentence together with the one after it, which often says the rest ("It is made up of ...")."""
    parent = next(
        (h.passage.text for h in hits if h.passage.kind in ("prose", "item") and passage.text in h.passage.text), ""
    )
    sentences = split_sentences(parent)
    at = sentences.index(passage.text) if passage.text in sentences else len(sentences)
    room = _LONGEST_LIST if query.form in ("definition", "list") else _LONGEST
    follows = sentences[at + 1] if at + 1 < len(sentences) else ""
    told = query.form == "why" and not REASONS.search(text)
    wanted = told or query.form in ("definition", "who", "list") or not query.number_wanted and len(text) < 130
    return f"{text} {follows}" if follows and wanted and len(text) + len(follows) < room else text


def _list_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    intro = lines[0] if not re.match(r"[-•]|\(?\w{1,3}[.)]\s", lines[0]) else ""
    items = [re.sub(r"^(?:[-•]|\(?\w{1,3}[.)])\s+", "", line).rstrip(".;,") for line in (lines[1:] if intro else lines)]
    room = _LONGEST_LIST - len(intro) - 2 * len(items)
    longest = max(40, room // max(1, len(items)))
    short = [item if len(item) <= longest else _cut(item, longest) for item in items]
    return f"{intro.rstrip(':.')}: {'; '.join(short)}." if intro else f"{'; '.join(short)}."


def _cut(text: str, longest: int) -> str:
    first = re.split(r"(?<=\w)(?:[.;:]\s|\s[-–]\s)", text)[0]
    if len(first) <= longest:
        return first
    return text[:longest].rsplit(" ", 1)[0] + "…"


def _fitted(text: str, query: Query, longest: int) -> str:
    """A text at its length, or its first sentence with the one that shares most words with the question."""
    text = _one_line(text)
    if len(text) <= longest:
        return text
    sentences = split_sentences(text)
    if len(sentences) > 1 and len(text) > _LONGEST_PAIR:
        words = set(content_stems(query.text))
        best = max(sentences[1:], key=lambda s: len(words & set(content_stems(s))))
        pair = f"{sentences[0]} {best}"
        return (
            pair
            if len(pair) <= _LONGEST_PAIR
            else _fitted(max((sentences[0], best), key=lambda s: len(words & set(content_stems(s)))), query, longest)
        )
    return text if len(text) <= _LONGEST_PAIR else text[:longest].rsplit(" ", 1)[0] + "…"


def _one_line(text: str) -> str:
    return " ".join(text.split())
