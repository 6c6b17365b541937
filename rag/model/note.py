"""What the reader is told of the language model's part in an answer."""

from rag.records import Answer


def model_note(answer: Answer) -> str:
    """One plain line, or "" where no language model had a part and none failed."""
    use = answer.model
    if use is None:
        return ""
    if use.worded:
        return "A language model worded this answer. The figures and sources were put in by this program and checked."
    if use.understood:
        return "A language model helped to understand the question. The answer was looked up in the reports."
    if use.problem:
        return f"The language model was not used ({use.problem}). This is the plain answer."
    return ""
