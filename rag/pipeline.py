"""question -> Answer, without a language model: read, retrieve, look up, derive, compose, cite, check."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.embedding import open_embedder
from ingest.lexicon import load_lexicon
from ingest.periods import period_from_label
from ingest.records import Passage
from ingest.settings import Settings
from ingest.store import Index, open_index
from ingest.words import stem
from rag.ages_asked import tells_of_other_ages
from rag.answer_kinds import draft_lacks_kind
from rag.as_statement import with_yes_or_no
from rag.beyond import tells_only_beside
from rag.by_turns import answer_by_turns
from rag.check import check_claim
from rag.cite import cite
from rag.claim_desk import Desk
from rag.clock import Clock as _Clock
from rag.clock import OnStep
from rag.cues import load_cues
from rag.draft import Draft
from rag.follow_up import read_in_context
from rag.follow_up_areas import area_found
from rag.from_figures import answer_from_figures, correct_premise
from rag.known_words import as_known_in_words
from rag.library import Library
from rag.named_table import is_of_table_alone
from rag.narrative import answer_from_passages, answer_known_question, answer_looser
from rag.number_kinds import figures_of_other_kind
from rag.of_person import tells_of_other_person, without_what_it_is_on
from rag.op_listed import rest_of_unknown
from rag.op_rank_changes import about_whole_group
from rag.op_time_between import time_between
from rag.parts_told_apart import both_told, told_apart
from rag.query import Query
from rag.read_question import Reader
from rag.reading import reading_in_words
from rag.reason_beside import reason_beside
from rag.records import Answer, Verdict
from rag.refuse import not_found, refuse_at_once
from rag.report_names import name_patterns, short_names
from rag.retrieve import Embed, retrieve
from rag.scope_asked import with_scope_told
from rag.section_lists import listed_in_section
from rag.sentence_features import Weigher
from rag.spelling import build_speller, common_stems, english_words
from rag.stands_alone import forgets_place, read_alone, speaks_of_own
from rag.suggest import with_suggestions
from rag.sum_before import gap_told, whole_of_told
from rag.sum_guard import lacks_sum, sums_asked, tells_of_one_alone
from rag.sum_plan import plan_sum, sum_in_words
from rag.sum_shapes import shapes_of
from rag.telling_words import is_of_other_thing, untold_word
from rag.terms_explained import about_report, expand_acronyms, explain_term, tell_apart, with_meaning
from rag.text_guards import is_of_other_time, tells_no_count, tells_of_other_time
from rag.told_before import paragraphs_told
from rag.verify import unsupported_numbers
from rag.where_told import place_told, turn_whose_place_is_asked
from rag.words_wanted import wants_words

if TYPE_CHECKING:
    from rag.model.pipeline import Assistant

_TEXT_SURE = 0.6  # coverage of the question's words by a sentence that goes before a figure nobody asked for
_SURE = 0.85  # a measure that fits this well is the one asked for, even where it lacks the area or period


def load_answerer(settings: Settings) -> "Answerer":
    """An answerer over the index of these settings.

    Raises:
        BrokenIndex: there is no index; run the ingest first.
        WrongUse: the embedding model or a data file cannot be used.
    """
    index = open_index(settings.index_dir, settings)
    lexicon = load_lexicon(settings.corpus_dir).with_areas(index.areas())
    reports = index.reports()
    library = Library(index, lexicon, load_cues(), short_names(reports))
    vocabulary = index.vocabulary()
    speller = build_speller(vocabulary, lexicon, english_words())
    stems = frozenset(stem(word) for word in vocabulary)
    reader = Reader(lexicon, library.cues, speller, name_patterns(reports), stems, common_stems())
    answerer = Answerer(library, reader, open_embedder(settings).embed_query)
    if settings.model:
        from rag.model.pipeline import open_assistant

        answerer.assistant = open_assistant(settings, library, answerer.embed)
    return answerer


class Answerer:
    """Answers questions from one index; may be shared by threads."""

    def __init__(self, library: Library, reader: Reader, embed: Embed) -> None:
        self.library = library
        self.reader = reader
        self.embed = embed
        self.assistant: Assistant | None = None
        frequency = library.index.vocabulary()
        self.weigher = Weigher(frequency, max(frequency.values(), default=1))

    @property
    def index(self) -> Index:
        """The index that answers come from."""
        return self.library.index

    def answer(
        self,
        question: str,
        history: Sequence[str] = (),
        on_sentence: Callable[[str], None] | None = None,
        on_step: OnStep = lambda step: None,
    ) -> Answer:
        """The answer to a question, with the user's earlier turns of the same chat, oldest first.

        ``on_step`` is told each step as it begins; where a language model is set, ``on_sentence`` each of its sentences
        as soon as it is checked.
        """
        clock = _Clock(on_step)
        query = clock.time("read", lambda: self.read(question, history))
        draft = self._draft(query, clock)
        answer = self._finish(query, draft, clock)
        return self.assistant.improve((query, draft, answer), self._again, on_sentence) if self.assistant else answer

    def suggest(self, answer: Answer, history: Sequence[str] = ()) -> Answer:
        """The same answer with next questions and other readings; each has been answered, so it takes a few answers' time."""
        query = self.read(answer.question, history)
        following = lambda question: self._draft(read_in_context(question, (query,), self.reader), _Clock())  # noqa: E731
        return with_suggestions(answer, query, self.library, following)

    def check(self, claim: str) -> Verdict:
        """The verdict on a claim, with the figure in the reports and one plain sentence why."""
        return check_claim(claim, Desk(self.library, self.reader, self.embed, self.weigher))

    def read(self, question: str, history: Sequence[str] = ()) -> Query:
        """The query of a question, completed from the turns before it."""
        turns: tuple[Query, ...] = ()
        for turn in history:
            turns = (*turns, self._settled(self._in_chat(turn, turns)))
        return self._in_chat(question, turns)

    def retrieve(self, question: str, k: int) -> list[Passage]:
        """The ``k`` passages that fit a question best, best first."""
        hits = retrieve(self.read(question), self.index, self.embed, self.library.lexicon)
        return [hit.passage for hit in hits[:k]]

    def _in_chat(self, question: str, turns: tuple[Query, ...]) -> Query:
        """The query of a turn; where the answer in context does not speak of what it names, and that without does, without."""
        query = read_in_context(question, self._with_answer(question, turns), self.reader)
        query = self._beside_answer(self._after_answer(query)) if turns else query
        alone = read_alone(query, self.reader)
        if alone is None:
            return query
        draft = self._unjudged(query, _Clock())
        forgets = forgets_place(query, draft, self.library)
        if speaks_of_own(alone, draft, self.library) and not forgets:
            return query
        told = self._unjudged(alone, _Clock())
        return alone if speaks_of_own(alone, told, self.library) and (told.figures or not forgets) else query

    def _with_answer(self, question: str, turns: tuple[Query, ...]) -> tuple[Query, ...]:
        """The turns, the last with its answer where the question asks for the opposite of that ("who went the other way?")."""
        if not turns or not turns[-1].yes_no or not self.library.cues.has("opposite_way", question):
            return turns
        return (*turns[:-1], replace(turns[-1], told=self._draft(turns[-1], _Clock())))

    def _again(self, query: Query) -> tuple[Query, Draft, Answer]:
        """The plain answer to another reading of a question."""
        clock = _Clock()
        draft = self._draft(query, clock)
        return query, draft, self._finish(query, draft, clock)

    def _draft(self, query: Query, clock: _Clock) -> Draft:
        placed = self._place_of_answer(query)
        if placed:
            return placed
        draft = self._unjudged(query, clock)
        judged = clock.time("judge", lambda: with_yes_or_no(query, draft, self.check, self.library))
        return with_scope_told(query, judged, self.library)

    def _place_of_answer(self, query: Query) -> Draft | None:
        """Where the answer before stands, for a follow-up that asks no more ("which page is that on?")."""
        turn = query.earlier and turn_whose_place_is_asked(query, self.reader, self.library)
        return place_told(self._unjudged(turn, _Clock()), self.library) if turn else None

    def _unjudged(self, query: Query, clock: _Clock) -> Draft:
        """The draft without yes or no put before an answer in words: enough for an earlier turn."""
        draft = (
            self._of_parts_told_apart(query)
            or self._by_turns(query)
            or rest_of_unknown(query, self.library)
            or self._sum_of_unknown(query)
            or listed_in_section(query, self.library)
            or refuse_at_once(query, self.library)
            or time_between(query, self.library)
            or self._known_or_not_found(query, self._summed(query, self._compose(query, clock)), clock)
        )
        return clock.time("check", lambda: self._checked(query, draft))

    def _compose(self, query: Query, clock: _Clock) -> Draft:
        if _asks_of_report(query):
            told = None if self.library.cues.has("published", query.text) else self._from_text(query, clock)
            return told if told and query.form == "who" else about_report(query, self.library)
        spelled_out = expand_acronyms(query, self.library)
        told = None if spelled_out else self._known_in_words(query, clock)
        if told:
            return told
        corrected = self._reason_or_premise(query)
        if corrected:
            return corrected
        from_figures = (
            None if wants_words(query, self.library) else clock.time("look_up", lambda: self._from_figures(query))
        )
        read_out = from_figures and from_figures.status == "answered" and is_of_table_alone(query, self.library.lexicon)
        if from_figures and (read_out or _is_settled(query, from_figures)):
            return from_figures
        from_text = self._from_text(query, clock)
        if from_figures and from_figures.status == "not_found" and from_text and is_of_other_time(query, from_text):
            return from_figures
        if (
            from_figures
            and from_figures.status == "answered"
            and (not from_text or _wants_figure(query) and from_text.sureness < _TEXT_SURE)
        ):
            return from_figures
        if spelled_out and from_text:
            return with_meaning(spelled_out, from_text)
        if spelled_out and not set(query.words) - set(query.common):
            return spelled_out
        explained = None if from_text else explain_term(query, self.library)
        if explained:
            return explained
        told = from_text or self._from_looser(query, clock) or self._of_person(query, clock)
        return told or from_figures or not_found(query, self.library)

    def _reason_or_premise(self, query: Query) -> Draft | None:
        """The reason that stands beside what was told, or what is wrong with what the question takes for granted."""
        reason = reason_beside(query, self.library, self.embed, lambda asked: self._unjudged(asked, _Clock()))
        return reason or (
            correct_premise(query, self.library) if query.form == "why" else tell_apart(query, self.library)
        )

    def _known_in_words(self, query: Query, clock: _Clock) -> Draft | None:
        """The statement without a figure that is known to answer the question, whatever its wording suggests."""
        known = clock.time("retrieve", lambda: as_known_in_words(query, self.library, self.embed))
        told = self._speaking_of_it(query, self._from_text(known[0], clock)) if known else None
        says_it = told and known and any(known[1] == passage.id for passage, _ in told.passages)
        return told if says_it else None

    def _by_turns(self, query: Query) -> Draft | None:
        """What only the answers to the turns before give ("so how many are left?", "is that more than its rate in 2023?")."""
        return answer_by_turns(query, self.library, self.reader, lambda asked: self._unjudged(asked, _Clock()))

    def _of_parts_told_apart(self, query: Query) -> Draft | None:
        """The answers for both parts of a report that the question says to tell differently."""
        drafts = [draft for part in told_apart(query, self.library.lexicon) if (draft := self._from_figures(part))]
        return both_told(drafts) if len(drafts) > 1 else None

    def _sum_of_unknown(self, query: Query) -> Draft | None:
        """A sum with the answer before, for a follow-up in words that name no measure ("what share of those was ...?")."""
        if query.refusal == "unknown":
            return sum_in_words(replace(query, refusal=""), self.library)
        return whole_of_told(query, self.library) if query.told and not query.refusal else None

    def _summed(self, query: Query, draft: Draft) -> Draft:
        """The draft; where a sum is asked for that it does not give, the sum itself, or that the reports do not give it."""
        if not lacks_sum(query, draft) and (
            draft.status == "answered" or not (sums_asked(query) or shapes_of(query.text))
        ):
            return gap_told(query, draft)
        told = plan_sum(query, self.library)
        of_stated_numbers = told and told.derivation and told.derivation.operation == "product"
        told = told if of_stated_numbers else self._speaking_of_it(query, told)
        return told or (not_found(query, self.library) if draft.status == "answered" else draft)

    def _from_figures(self, query: Query) -> Draft | None:
        return self._speaking_of_it(query, answer_from_figures(query, self.library))

    def _known_or_not_found(self, query: Query, draft: Draft, clock: _Clock) -> Draft:
        lacking = query.number_wanted and draft.sureness > _SURE  # the measure is known, and the figure is not there
        if draft.status == "answered" or query.inherited or lacking:
            return draft
        known = clock.time("retrieve", lambda: answer_known_question(query, self.library, self.embed, self.weigher))
        return self._speaking_of_it(query, known) or draft

    def _from_text(self, query: Query, clock: _Clock) -> Draft | None:
        asked = about_whole_group(query, self.library.cues)
        find = lambda: answer_from_passages(asked, self.library, self.embed, self.weigher)  # noqa: E731
        return self._speaking_of_it(query, clock.time("retrieve", find))

    def _speaking_of_it(self, query: Query, draft: Draft | None) -> Draft | None:
        """The draft, unless it gives another kind of number, or a word that says what is asked for stands in nothing of it."""
        if not draft or draft.status != "answered":
            return draft
        other = (
            figures_of_other_kind(query, draft)
            or tells_of_other_time(query, draft)
            or is_of_other_thing(query, draft, self.library)
            or draft_lacks_kind(query, draft, self.library)
            or tells_no_count(query, draft, self.library)
            or tells_only_beside(query, draft, self.library)
            or tells_of_one_alone(query, draft)
            or tells_of_other_person(query, draft, self.library)
            or tells_of_other_ages(query, draft)
        )
        disputed = "discrepancy" in query.operations and len(draft.figures) > 1  # found by the numbers themselves
        return None if other or not disputed and untold_word(query, draft, self.library) else draft

    def _from_looser(self, query: Query, clock: _Clock) -> Draft | None:
        find = lambda: answer_looser(query, self.library, self.embed, self.weigher)  # noqa: E731
        return self._speaking_of_it(query, clock.time("read_anew", find))

    def _of_person(self, query: Query, clock: _Clock) -> Draft | None:
        """What is said of a person's thing, where it is not what the question joins to it."""
        of_thing = without_what_it_is_on(query, self.library)
        told = self._from_text(of_thing, clock) if of_thing else None
        return told if told and told.status == "answered" and told.passages else None

    def _after_answer(self, query: Query) -> Query:
        """The query of a follow-up that asks for a sum, with what was answered before, which the sum may be worked out from."""
        if query.earlier is None or query.earlier.refusal or not query.operations and not query.number_wanted:
            return query
        return replace(query, told=answer_from_figures(query.earlier, self.library))

    def _beside_answer(self, query: Query) -> Query:
        """The query of a follow-up in words, with the paragraphs that the answer before stands in."""
        leans = "measure" in query.inherited and query.earlier is not None and not query.earlier.refusal
        if not leans or query.number_wanted or query.refusal or query.earlier is None:
            return query
        return replace(query, nearby=paragraphs_told(self._unjudged(query.earlier, _Clock()), self.index))

    def _settled(self, query: Query) -> Query:
        """An earlier turn's query with what its answer was about: the period ("the year before") and the area found ("there")."""
        ranks = "rank" in query.operations and (query.every_area or not query.areas)
        if query.periods and not ranks or query.refusal or query.elsewhere:
            return query
        draft = answer_from_figures(query, self.library)
        if draft is None or draft.status != "answered":
            return query
        if ranks:
            query = replace(query, found=area_found(draft))
        periods = sorted(p for f in draft.figures if f.period and (p := period_from_label(f.period)))
        return query if query.periods else replace(query, periods=tuple(periods[-1:]), settled=bool(periods))

    def _checked(self, query: Query, draft: Draft) -> Draft:
        rough = (
            any(self.library.cues.has("exact", text) for text in (query.text, query.said))
            and bool(draft.figures)
            and all(f.qualifier for f in draft.figures)
        )
        wrong = rough or _repeats_percentage(query, draft, self.library) or unsupported_numbers(draft)
        return not_found(query, self.library) if wrong else draft

    def _finish(self, query: Query, draft: Draft, clock: _Clock) -> Answer:
        citations = clock.time("cite", lambda: cite(draft, self.library))
        return Answer(
            query.question, draft.status, draft.headline, draft.detail, draft.figures, draft.derivation, citations,
            draft.caveats, reading_in_words(query, draft, self.library.lexicon), (), draft.findings, clock.timings(),
        )  # fmt: skip


def _repeats_percentage(query: Query, draft: Draft, library: Library) -> bool:
    """Whether "how many people is that?" is answered by the percentage that it was asked of."""
    asked = query.earlier is not None and query.wants == "count" and library.cues.has("number_of_turns", query.text)
    return asked and bool(draft.figures) and not draft.derivation and all(f.unit == "%" for f in draft.figures)


def _asks_of_report(query: Query) -> bool:
    """Whether a report itself is asked about, and nothing that stands in it."""
    told = query.concepts or query.words or query.tables or query.areas or query.periods or query.number_wanted
    return bool(query.report) and not told


def _wants_figure(query: Query) -> bool:
    return query.number_wanted or bool(query.operations) or query.every_area or query.yes_no or _names_cell(query)


def _names_cell(query: Query) -> bool:
    """Whether a question is the place of a cell and no more ("Table 4, Walsall, 2023/24")."""
    return len(query.tables) == 1 and bool(query.areas and query.periods) and not query.concepts and not query.form


def _is_settled(query: Query, draft: Draft) -> bool:
    """Whether looked-up figures answer for good: a figure is wanted, and nothing in the question tells otherwise."""
    if draft.status == "not_found":
        return query.number_wanted and draft.sureness > _SURE
    sides = {figure.printed for figure in draft.figures} | {quote for _, quote in draft.passages}
    both = "discrepancy" in query.operations and len(sides) > 1
    return (
        both
        or _wants_figure(query)
        and (draft.sureness > _SURE or query.counted != "" or bool(query.operations))
        or not query.words
        or draft.derivation is not None
        and (bool(shapes_of(query.text)) or draft.derivation.operation in ("product", "part of a whole"))
    )
