"""A yes/no question as the statement that it asks about."""

import pytest

from rag.as_statement import statement_of


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Has Coventry's pilot been given another year?", "Coventry's pilot been given another year."),
        ("is it true that the grant is ring-fenced", "The grant is ring-fenced."),
        ("naloxone, do the police carry it, yes or no", "Naloxone, the police carry it."),
        ("so does the pcc chair the partnership then?", "The pcc chair the partnership."),
        ("they've extended the pilot, haven't they?", "They've extended the pilot."),
        ("I have heard that the pilot was extended, is that right?", "The pilot was extended."),
        ("does the Home Office like the idea or not?", "The Home Office like the idea."),
        ("was there no pilot in Coventry?", ""),
        ("is it heroin or crack?", ""),
        ("do they only count opiates?", ""),
    ],
)
def test_a_question_is_put_as_a_statement(question: str, statement: str) -> None:
    assert statement_of(question) == statement
