"""Errors of the language model. None of them reaches the reader of an answer: the plain answer stands then."""


class ModelDown(Exception):
    """The model gave no usable reply; the text is a few plain words that say why, without addresses or keys."""


class LimitReached(ModelDown):
    """The calls, words or seconds that one answer may use are used up."""
