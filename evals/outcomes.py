"""Judges one result: right, wrong, refused, or wrong with a figure shown in place of the right one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evals.matching import as_number, is_group_met, is_met
from evals.places import Place
from evals.printed_numbers import figures_shown
from evals.records import Claim, Item, Question, Result

OutcomeName = Literal["right", "wrong", "refused", "wrong_figure_shown", "failed"]
OUTCOMES: tuple[OutcomeName, ...] = ("right", "wrong", "refused", "wrong_figure_shown", "failed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one result compares with what is expected; ``faults`` says in words why it is not right."""

    name: OutcomeName
    faults: tuple[str, ...] = ()
    is_value_shown: bool | None = None
    is_source_cited: bool | None = None

    @property
    def is_right(self) -> bool:
        """Whether it counts as right."""
        return self.name == "right"


def judge(item: Item, result: Result) -> Outcome:
    """The outcome of a result; one that ended in an error has failed."""
    if "error" in result:
        return Outcome("failed", (f"failed: {result['error']}",))
    return judge_claim(item, result) if isinstance(item, Claim) else judge_question(item, result)


def judge_question(question: Question, result: Result) -> Outcome:
    """Right where status, headline and sources are; a refusal where an answer was expected is "refused"."""
    headline, status = result["headline"], result["status"]
    faults = [] if status in question.expect.statuses else [f"status {status}, expected {question.expect.status}"]
    if status == "answered" and not is_unanswerable(question):
        faults += [f"headline lacks {_alternatives(group)}" for group in _unmet_groups(question, headline)]
        faults += [f"no citation of {_alternatives(group)}" for group in uncited_groups(question, result)]
    faults += [f"headline says {said!r}" for said in question.expect.excludes if is_met(said, headline)]
    return Outcome(
        name=_name_question(question, result, bool(faults)),
        faults=tuple(faults),
        is_source_cited=_is_source_cited(question, result) if status == "answered" else None,
    )


def judge_claim(claim: Claim, result: Result) -> Outcome:
    """Right by its verdict; whether the value is shown and a source cited are told beside it."""
    verdict, headline = result["verdict"], result["headline"]
    values = claim.expect.value
    is_value_shown = all(is_met(value, headline) for value in values) if values else None
    is_source_cited = _is_source_cited(claim, result)
    if verdict in claim.expect.verdicts:
        return Outcome("right", (), is_value_shown, is_source_cited)
    fault = f"verdict {verdict}, expected {claim.expect.verdict}"
    return Outcome("refused" if verdict == "not_found" else "wrong", (fault,), is_value_shown, is_source_cited)


def holds_answer(question: Question, places: Sequence[Place]) -> bool:
    """Whether all that is expected of the headline stands in these places, from the expected reports."""
    text = "\n".join(place.text for place in places)
    reports = {place.report for place in places}
    return all(is_group_met(group, text) for group in question.expect.contains) and all(
        reports & set(group) for group in question.expect.sources
    )


def is_unanswerable(question: Question) -> bool:
    """Whether the reports do not say: a right result has no answer."""
    return question.expect.status != "answered"


def uncited_groups(item: Item, result: Result) -> list[tuple[str, ...]]:
    """The groups of sources of which no report is cited."""
    cited = {citation["report"] for citation in result.get("citations", ())}
    return [group for group in item.expect.sources if not cited & set(group)]


def _name_question(question: Question, result: Result, has_faults: bool) -> OutcomeName:
    if not has_faults:
        return "right"
    if result["status"] != "answered":
        return "refused"
    return "wrong_figure_shown" if _shows_wrong_figure(question, result["headline"]) else "wrong"


def _shows_wrong_figure(question: Question, headline: str) -> bool:
    """A figure for an unanswerable question, an excluded one, or one in place of the expected figure."""
    if not figures_shown(headline):
        return False
    if is_unanswerable(question):
        return True
    if any(as_number(said) and is_met(said, headline) for said in question.expect.excludes):
        return True
    return any(any(map(as_number, group)) for group in _unmet_groups(question, headline))


def _unmet_groups(question: Question, headline: str) -> list[tuple[str, ...]]:
    return [group for group in question.expect.contains if not is_group_met(group, headline)]


def _is_source_cited(item: Item, result: Result) -> bool | None:
    return not uncited_groups(item, result) if item.expect.sources else None


def _alternatives(group: tuple[str, ...]) -> str:
    return " | ".join(group)
