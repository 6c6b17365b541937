"""plain answer -> the answer with a language model: understand where the reader was unsure, word, check, tell what was done."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from ingest.settings import Settings
from rag.draft import Draft
from rag.library import Library
from rag.model.calls import Budget, Limits, Service
from rag.model.connection import open_chat_model
from rag.model.errors import ModelDown
from rag.model.evidence import gather_evidence
from rag.model.prompts import UNDERSTANDING, WORDING, understanding_request, wording_request
from rag.model.records import ModelUse
from rag.model.understanding import (
    apply_proposal,
    chosen_measure,
    is_unsure,
    measure_lines,
    measures_for,
    read_proposal,
    reading_note,
)
from rag.model.wording import OnSentence, Worded, word_answer
from rag.query import Query
from rag.records import Answer
from rag.retrieve import Embed

Plain = tuple[Query, Draft, Answer]
Again = Callable[[Query], Plain]


def open_assistant(settings: Settings, library: Library, embed: Embed) -> "Assistant":
    """The assistant of these settings; nothing is sent yet.

    Raises:
        WrongUse: MODEL cannot be used.
    """
    limits = Limits(tokens=settings.model_tokens, seconds=settings.model_timeout)
    return Assistant(settings.model, Service(open_chat_model(settings), limits), library, embed)


class Assistant:
    """Improves plain answers with one model; may be shared by threads."""

    def __init__(self, name: str, service: Service, library: Library, embed: Embed) -> None:
        self.name = name
        self.service = service
        self._library = library
        self._embed = embed

    def improve(self, plain: Plain, again: Again, on_sentence: OnSentence | None = None) -> Answer:
        """The answer with the model's part in it; ``again`` answers another query by the plain way.

        Whatever the model does or does not do, an answer comes: the plain one where nothing better is sound.
        """
        start = perf_counter()
        budget, worded, use = Budget(), Worded(), ModelUse(self.name)
        try:
            understood = self._understand(plain, again, budget)
            use, plain = replace(use, understood=understood is not None), understood or plain
            self._word(plain, budget, worded, on_sentence or _nobody)
        except ModelDown as error:
            use = replace(use, problem=str(error))
        use = replace(
            use,
            worded=_is_reworded(plain[2], worded),
            calls=budget.calls,
            tokens=budget.tokens,
            sentences=worded.sentences,
            dropped=tuple(worded.dropped),
        )
        return _with_use(_with_words(plain[2], worded), use, (perf_counter() - start) * 1000)

    def _understand(self, plain: Plain, again: Again, budget: Budget) -> Plain | None:
        """The plain answer to the model's reading of the question, where that has one."""
        query, draft, _ = plain
        if not is_unsure(query, draft.status):
            return None
        measures = measures_for(query, self._library, self._embed)
        if not measures:
            return None
        request = understanding_request(query.question, measure_lines(measures))
        proposal = read_proposal(self.service.ask(UNDERSTANDING, request, budget))
        measure = chosen_measure(proposal, measures) if proposal else None
        proposed = apply_proposal(proposal, query, measures, self._library) if proposal else None
        found = again(proposed) if proposed else None
        if not (measure and found and found[1].status == "answered" and found[1].figures):
            return None
        return *found[:2], replace(found[2], caveats=(reading_note(query, measure), *found[2].caveats))

    def _word(self, plain: Plain, budget: Budget, worded: Worded, on_sentence: OnSentence) -> None:
        query, draft, _ = plain
        if draft.status != "answered":
            return
        evidence = gather_evidence(draft, self._library.lexicon)
        pieces = self.service.stream(WORDING, wording_request(query.question, evidence.lines()), budget)
        word_answer(pieces, evidence, worded, on_sentence)
        if not worded.sentences:
            raise ModelDown("its reply was empty")


def _is_reworded(answer: Answer, worded: Worded) -> bool:
    """Whether the model's sentences say it otherwise than the plain ones do."""
    same = worded.headline.casefold() == answer.headline.casefold()
    return bool(worded.headline) and not (same and set(worded.detail) <= set(answer.detail))


def _with_words(answer: Answer, worded: Worded) -> Answer:
    """The model's headline in place of the plain one; its further sentences before the plain detail."""
    if not _is_reworded(answer, worded):
        return answer
    plain = tuple(line for line in answer.detail if line not in worded.detail)
    return replace(answer, headline=worded.headline, detail=(*worded.detail, *plain))


def _with_use(answer: Answer, use: ModelUse, ms: float) -> Answer:
    before = answer.timings.get("total_ms", 0.0)
    total = before + ms
    timings = {**answer.timings, "model_ms": round(ms, 2), "total_ms": round(total, 2)}
    return replace(
        answer, timings=timings, model=replace(use, ms=round(ms, 2), share=round(ms / total, 4) if total else 0.0)
    )


def _nobody(sentence: str) -> None:
    """Hears the sentences where nobody waits for them."""
