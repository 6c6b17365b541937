"""claim -> Verdict: read, judge each number and each statement, and give the worst of them with the reason."""

from collections.abc import Callable
from time import perf_counter

from rag.cite import cite
from rag.claim_changes import judge_change, judge_multiple
from rag.claim_disputes import with_doubt
from rag.claim_levels import judge_level
from rag.claim_read import read_claim
from rag.claim_records import Claim, Judgement, Stated
from rag.draft import Draft
from rag.library import Library
from rag.read_question import Reader
from rag.reading import reading_in_words
from rag.records import Verdict

_WORST_FIRST = ("contradicted", "conflicting", "not_found", "supported")


def check_claim(text: str, library: Library, reader: Reader) -> Verdict:
    """The verdict on a claim."""
    start = perf_counter()
    claim = read_claim(text, reader)
    judged = judge(claim, library)
    worst = min(judged, key=lambda one: _WORST_FIRST.index(one.verdict), default=Judgement("not_found", "The reports do not say."))
    draft = Draft("answered", worst.reason, figures=worst.figures, passages=worst.passages)
    return Verdict(
        text, worst.verdict, worst.reason, cite(draft, library), worst.figures, worst.derivation,
        reading_in_words(claim.query, draft, library.lexicon), {"total_ms": round((perf_counter() - start) * 1000, 2)},
    )  # fmt: skip


def judge(claim: Claim, library: Library) -> list[Judgement]:
    """The judgements on each number and each statement of a claim."""
    if claim.query.elsewhere:
        return [Judgement("not_found", "elsewhere")]
    return [judge_stated(claim, stated, library) for stated in claim.stated if stated.role != "scope"]


def judge_stated(claim: Claim, stated: Stated, library: Library) -> Judgement:
    """The judgement on one number."""
    for step in _steps(stated):
        judged = step(claim, stated, library)
        if judged is not None:
            return with_doubt(judged, library)
    return Judgement("not_found", "nothing", stated.number)


Step = Callable[[Claim, Stated, Library], Judgement | None]


def _steps(stated: Stated) -> tuple[Step, ...]:
    if stated.role == "times":
        return (judge_multiple,)
    return (judge_level,) if stated.figure.kind == "level" else (judge_change,)


def explain(text, a):  # debug
    return judge(read_claim(text, a.reader), a.library)
