"""The noun that a number counts, found without a grammar: the last plural before the next small word."""

import re

from ingest.words import Token, tokenize

TIME_NOUNS = {
    "year": "years", "month": "months", "week": "weeks", "day": "days", "hour": "hours", "minute": "minutes",
}  # fmt: skip
_SMALL = frozenset(
    """a an the of in to from by at for on with as is are was were be been being has have had do did does
    that which who whom whose where when while than or and but per across among amongst within over
    under between during since after before any all each every their its his her this these those
    there it they we used using made being seen saw compared against respectively alone out up down
    into onto about around involved marked carried recorded closed represents shows means makes
    marks remains reflects includes gives says states thus across plus versus because if so not no
    also only both either neither nor unless until such like via""".split()
)
_WEIGHTS = frozenset("kg g mg grams kilograms kilos tonnes litres ml km miles".split())
_COMPARATIVES = frozenset("fewer more less extra additional further other new".split())
_FORMS = frozenset("numbers figures totals rates counts levels estimates volumes drugs substances".split())
_PEOPLE = frozenset("people children men women police staff lives persons youth".split())
_NOT_PLURAL = re.compile(r"(?:ss|us|is)$")
_BREAK = re.compile(r"[,;:.()–]")
_FARTHEST = 8


def noun_after(after: str, singular: bool) -> tuple[str, str]:
    """The noun after a number and the text after it; a singular only in a change ("a 2-offence rise")."""
    tokens = _run(after[:90])
    plurals = [token for token in tokens if is_plural(after[token.start : token.end])]
    if tokens and tokens[0].word in _WEIGHTS:
        return tokens[0].word, after[tokens[0].end :]
    if tokens and tokens[0].word in TIME_NOUNS:
        return TIME_NOUNS[tokens[0].word], after[tokens[0].end :]
    if plurals:
        return _plain(after[plurals[-1].start : plurals[-1].end]), after[plurals[-1].end :]
    if singular and tokens:
        return f"{tokens[0].word}s", after[tokens[0].end :]
    return "", after


def last_plural(words: str) -> str:
    """The last plural noun of some words, or ""."""
    plurals = [word for t in tokenize(words) if is_plural(word := words[t.start : t.end])]
    return _plain(plurals[-1]) if plurals else ""


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural that can be counted."""
    low = word.lower()
    regular = low.endswith("s") and len(low) > 3 and not _NOT_PLURAL.search(low)
    return low in _PEOPLE or (regular and low not in _FORMS)


def _run(after: str) -> list[Token]:
    """The words after a number up to a small word, a stop or a number; "and" goes on before a plural."""
    run: list[Token] = []
    end, seen = 0, False
    for token in tokenize(after)[:_FARTHEST]:
        joins = token.word in ("and", "or") and bool(run) and not seen
        stops = token.word in _SMALL and not joins
        if stops or token.word.isdigit() or _BREAK.search(after[end : token.start]):
            break
        if not joins and token.word not in _COMPARATIVES:
            run.append(token)
        seen, end = seen or is_plural(after[token.start : token.end]), token.end
    return run


def _plain(word: str) -> str:
    return word if word[:2].isupper() else word.lower()
