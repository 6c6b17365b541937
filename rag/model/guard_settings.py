"""Each figure only for its own area and period."""

from rag.model.clauses import Clause, Setting, clauses_of
from rag.model.evidence import Evidence, Token


def settings_fault(sentence: str, evidence: Evidence, before: Setting) -> str:
    """Says which figure is used for an area or a period that is not its own; "" where none is."""
    for clause in clauses_of(sentence, evidence.lexicon, before):
        for name in clause.tokens:
            token = evidence.tokens.get(name)
            fault = _fault(clause, token) if token else ""
            if fault:
                return fault
    return ""


def _fault(clause: Clause, token: Token) -> str:
    if clause.areas and clause.areas != token.areas:
        return "a figure for another area than its own"
    periods = clause.periods
    if not clause.is_dated and token.is_change:
        return ""  # "fell by [f3] from [f1] in 2023 to [f2] in 2024": the periods that follow are those of the levels
    if periods and not periods <= token.periods | _bases(token):
        return "a figure for another period than its own"
    if periods and not periods & token.periods:
        return "a figure for another period than its own"
    return ""


def _bases(token: Token) -> frozenset[str]:
    """The period that a change is counted from; a change may be told with both its periods."""
    figure = token.figure
    return frozenset({figure.base_period}) if figure and figure.kind != "level" and figure.base_period else frozenset()
