"""What a language model did for one answer: a plain frozen record that goes with the Answer and its JSON."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that the model drafted and the guard took out, and why in a few words."""

    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class ModelUse:
    """The language model's part in one answer.

    Attributes:
        name: the setting MODEL ("openai:gpt-5-mini").
        understood: whether the answer rests on the model's reading of the question.
        worded: whether the sentences shown are the model's, each of them checked.
        calls: how often the service was called, failed calls included.
        tokens: what was written, by the count of the service or else estimated.
        sentences: how many sentences the model drafted.
        dropped: those of them that were taken out.
        problem: why the model gave nothing ("it did not answer within 30 seconds"), or "".
        ms: milliseconds spent on the model, checking included.
        share: ``ms`` as a share of the time of the whole answer, 0 to 1.
    """

    name: str
    understood: bool = False
    worded: bool = False
    calls: int = 0
    tokens: int = 0
    sentences: int = 0
    dropped: tuple[Dropped, ...] = ()
    problem: str = ""
    ms: float = 0.0
    share: float = 0.0
