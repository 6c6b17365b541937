"""claim -> Verdict: read, judge each number and each statement, and give the worst of them with the reason."""

from collections.abc import Callable
from time import perf_counter

from rag.cite import cite
from rag.claim_across import judge_across
from rag.claim_changes import judge_change, judge_multiple
from rag.claim_compare import excess_of, judge_comparison
from rag.claim_desk import Desk
from rag.claim_direction import judge_direction
from rag.claim_disputes import with_doubt
from rag.claim_levels import judge_level
from rag.claim_prose import judge_in_prose
from rag.claim_rank import judge_rank
from rag.claim_read import read_claim
from rag.claim_records import Claim, Judgement, Stated
from rag.draft import Draft
from rag.library import Library
from rag.reading import reading_in_words
from rag.records import Verdict

_WORST_FIRST = ("contradicted", "conflicting", "not_found", "supported")


def check_claim(text: str, desk: Desk) -> Verdict:
    """The verdict on a claim."""
    start = perf_counter()
    library = desk.library
    claim = read_claim(text, desk.reader)
    judged = judge(claim, desk)
    worst = min(judged, key=lambda one: _WORST_FIRST.index(one.verdict), default=Judgement("not_found", "The reports do not say."))
    draft = Draft("answered", worst.reason, figures=worst.figures, passages=worst.passages)
    return Verdict(
        text, worst.verdict, worst.reason, cite(draft, library), worst.figures, worst.derivation,
        reading_in_words(claim.query, draft, library.lexicon), {"total_ms": round((perf_counter() - start) * 1000, 2)},
    )  # fmt: skip


def judge(claim: Claim, desk: Desk) -> list[Judgement]:
    """The judgements on each number and each statement of a claim."""
    library = desk.library
    if claim.query.elsewhere:
        return [Judgement("not_found", "elsewhere")]
    across = judge_across(claim, library)
    if across:
        used = [one for one in claim.stated if one.hedge in ("over", "under", "at least", "at most")] + [one for one in claim.stated if one.number.in_words]
        return [across, *(judge_stated(claim, one, desk) for one in _numbers(claim) if one not in used)]
    statements = [judge_rank(claim, library), judge_comparison(claim, library)]
    excess = excess_of(claim) if statements[1] else None
    if not any(statements) and all(one.figure.kind == "level" and one.role != "times" for one in claim.stated):
        statements.append(judge_direction(claim, library))
    numbers = [judge_stated(claim, one, desk) for one in _numbers(claim) if one is not excess]
    return [*(one for one in statements if one), *numbers]


def _numbers(claim: Claim) -> list[Stated]:
    return [one for one in claim.stated if one.role != "scope"]


def judge_stated(claim: Claim, stated: Stated, desk: Desk) -> Judgement:
    """The judgement on one number: by the tables and what can be compared with them, else by the sentences."""
    by_figures = _by_figures(claim, stated, desk.library)
    if by_figures and by_figures.verdict != "not_found":
        return with_doubt(by_figures, desk.library)
    in_prose = judge_in_prose(claim, stated, desk)
    if in_prose:
        return with_doubt(in_prose, desk.library)
    return by_figures or Judgement("not_found", "nothing", stated.number)


def _by_figures(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    judged = [found for step in _steps(stated) if (found := step(claim, stated, library))]
    return judged[0] if judged else None


Step = Callable[[Claim, Stated, Library], Judgement | None]


def _steps(stated: Stated) -> tuple[Step, ...]:
    if stated.role == "times":
        return (judge_multiple,)
    return (judge_level,) if stated.figure.kind == "level" else (judge_change,)


def explain(text, a):  # debug
    return judge(read_claim(text, a.reader), Desk(a.library,a.reader,a.embed,a.weigher))
