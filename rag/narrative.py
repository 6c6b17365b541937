"""Answers in the reports' own sentences: passages, lists and definitions, or none where nothing fits well enough."""

from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.records import Passage
from rag.answer_kinds import draft_lacks_kind
from rag.asked import asked_shares
from rag.draft import Draft
from rag.library import Library
from rag.likeness import likeness_of
from rag.looser import looser_readings
from rag.query import Query
from rag.retrieve import Embed, Hit, retrieve
from rag.sentences import Known, Scored, Weigher, is_known_question, is_list, score_sentences
from rag.sureness import sureness_of
from rag.telling_words import passage_draft, untold_word
from rag.text_evidence import evidence_of, sentences_of_other_settings, sentences_with_change_alone
from rag.text_guards import is_beside_other_chart, lacks_what_is_asked, only_points_at_tables
from rag.text_lists import items_asked_for, list_line, topics_of, whole_list
from rag.text_members import members_told
from rag.text_not_named import districts_not_named
from rag.text_sentences import fitted, gives_other_account, sentence_draft, two_sides
from rag.units import wants_list
from rag.weights import load_weights

_UNITS = ("sentence", "item", "prose")


def answer_looser(query: Query, library: Library, embed: Embed, weigher: Weigher) -> Draft | None:
    """The draft that a looser reading of a question gives, where its best sentence is surer than others must be."""
    least = load_weights()["answers"]["least_sure_looser"]
    drafts = (answer_from_passages(one, library, embed, weigher, least) for one in looser_readings(query, library))
    return next((draft for draft in drafts if draft), None)


def answer_from_passages(
    query: Query, library: Library, embed: Embed, weigher: Weigher, least: float = 0.0
) -> Draft | None:
    """The draft that the best sentence, list or definition gives; None where none fits well enough.

    ``least`` is how sure the best sentence must be, where more is asked for than of every answer.
    """
    hits = retrieve(query, library.index, embed, library.lexicon, _UNITS)
    scored = _scored(query, hits, library, embed, weigher)
    scored = _without_bare_leads(query, _speaking_of_it(query, scored, library), hits, library.lexicon)
    if not scored or not _fits_well(query, scored) or least and sureness_of(query, scored) < least:
        return None
    best = scored[0]
    if lacks_what_is_asked(query, best.hit.passage, hits, library):
        return None
    if "discrepancy" in query.operations and not gives_other_account(query, best.hit.passage):
        return two_sides(query, scored, hits, library.index)
    if query.form == "definition" and len(topics_of(query, library)) == 2:
        return _both_meanings(query, library, embed, weigher)
    members = districts_not_named(query, scored, library) or members_told(query, scored, library)
    if members:
        return members
    whole = whole_list(query, scored, hits, library)
    if whole:
        return _list_draft(whole, query, library, best.coverage)
    return sentence_draft(query, scored, hits, library)


def _speaking_of_it(query: Query, scored: list[Scored], library: Library) -> list[Scored]:
    """Those that do not give the figure for another setting, and that have the words which say what is asked for."""
    if scored and any(s in scored[0].hit.passage.text for s in sentences_with_change_alone(query, library)):
        return []
    wrong = sentences_of_other_settings(query, [one.hit.passage for one in scored], library)
    fitting = [one for one in scored if not any(sentence in one.hit.passage.text for sentence in wrong)]
    fitting = [one for one in fitting if not untold_word(query, passage_draft(one.hit.passage), library)]
    return _of_kind_asked(query, fitting, library)


def _of_kind_asked(query: Query, scored: list[Scored], library: Library) -> list[Scored]:
    """Those that give the kind of thing that is asked for; where the best gives none, those that say as much of what is asked."""
    of_kind = [one for one in scored if not draft_lacks_kind(query, passage_draft(one.hit.passage), library)]
    if not of_kind or of_kind[0] is scored[0]:
        return of_kind
    return [one for one in of_kind if one.coverage >= scored[0].coverage]


def _without_bare_leads(query: Query, scored: list[Scored], hits: list[Hit], lexicon: Lexicon) -> list[Scored]:
    """Those that do not announce what stands elsewhere ("... you will find in outline:"), where a list is asked for.

    A sentence that names several places itself tells which, whatever it announces besides.
    """
    if not wants_list(query) and query.form != "who":
        return scored
    lists = [hit.passage.text for hit in hits if is_list(hit.passage)]
    bare = lambda text: text.rstrip().endswith(":") and not any(one.startswith(text) for one in lists)  # noqa: E731
    tells = lambda text: len({m.name for m in lexicon.find_areas(text) if m.kind == "local"}) > 1  # noqa: E731
    return [one for one in scored if not bare(one.hit.passage.text) or tells(one.hit.passage.text)]


def answer_known_question(query: Query, library: Library, embed: Embed, weigher: Weigher) -> Draft | None:
    """A last look before "the reports do not say": the statement by which the subject index answers just this question.

    The reading of a question can fail on a word that the statement does not need. Where the question lies very near to one
    that readers are known to ask, what answers that one is told, if place, time and kind fit.
    """
    hits = retrieve(query, library.index, embed, library.lexicon, _UNITS)
    scored = _scored(query, hits, library, embed, weigher)
    known = max(_speaking_of_it(query, scored, library), key=lambda one: one.hit.asked, default=None)
    if known is None or not is_known_question(query, known.hit) or known.features.get("narrowing_missing"):
        return None
    if not _is_of_its_time(query, known) or lacks_what_is_asked(query, known.hit.passage, hits, library):
        return None
    if is_list(known.hit.passage):
        return _list_draft(known.hit.passage, query, library, known.coverage)
    return sentence_draft(query, [known], hits, library)


def _is_of_its_time(query: Query, known: Scored) -> bool:
    """Whether a passage names a period that is asked for, and no other place than asked."""
    named = [mention.period for mention in find_periods(known.hit.passage.text)]
    in_time = any(asked.start <= one.end and one.start <= asked.end for asked in query.periods for one in named)
    return (in_time or not query.periods) and not known.features.get("figure_of_other_setting")


def _list_draft(passage: Passage, query: Query, library: Library, sureness: float) -> Draft:
    """The list in a line, or the items of it that are asked about."""
    items = items_asked_for(passage, query, library)
    headline = " ".join(fitted(f"{item}.", query) for item in items) if items else list_line(passage.text)
    return Draft("answered", headline, passages=((passage, passage.text),), sureness=sureness)


def _both_meanings(query: Query, library: Library, embed: Embed, weigher: Weigher) -> Draft | None:
    """What each of two terms means, where their difference is asked for."""
    terms = topics_of(query, library)
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
    hits = [hit for hit in _that_can_know(query, hits, library) if not _says_nothing(query, hit.passage, library)]
    likeness = likeness_of(query, hits, library.index, embed, weigher)
    asked = asked_shares(query, [hit.passage.id for hit in hits], library.index, library.lexicon)
    return score_sentences(query, hits, library.lexicon, weigher, Known(evidence_of(query, library), likeness, asked))


def _says_nothing(query: Query, passage: Passage, library: Library) -> bool:
    """Whether a passage cannot hold the number asked for: it only names tables, or tells of another chart than the one named."""
    return only_points_at_tables(query, passage) or is_beside_other_chart(query, passage, library)


def _that_can_know(query: Query, hits: list[Hit], library: Library) -> list[Hit]:
    """The hits of reports that were not published before the time that a number is asked for."""
    if not query.number_wanted or not query.periods:
        return hits
    first = min(period.start for period in query.periods).isoformat()
    dates = ((hit, library.index.report(hit.passage.locator.report).published or "9999") for hit in hits)
    return [hit for hit, date in dates if first[: len(date)] <= date]


def _fits_well(query: Query, scored: list[Scored]) -> bool:
    limits = load_weights()["answers"]
    counts = query.number_wanted and query.form != "list" and "discrepancy" not in query.operations
    least = limits["least_sure_number"] if counts else limits["least_sure"]
    best = scored[0]
    signs = {"coverage": best.coverage, "likeness": best.features["likeness"], "asked": best.features["asked"]}
    speaks_of_it = any(value >= limits[f"least_{name}"] for name, value in signs.items())
    is_strange = query.number_wanted and not query.concepts and query.words and set(query.words) <= set(query.unknown)
    if is_strange and signs["asked"] < limits["least_asked"]:
        return False
    sureness = sureness_of(query, scored)
    return sureness >= (least if speaks_of_it else limits["least_sure_of_other_words"])
