"""The words of a claim that a statement does not have: everyday words for something in it, or words for something else.

A word that stands elsewhere in the reports and not here most likely tells of something else ("tobacco" for "alcohol"); one that the
reports do not know may be a reader's own word for what the statement says ("fags" for "tobacco").
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.numerals import find_numbers
from ingest.words import tokenize
from rag.claim_covered import Beside, alike_in, asked_terms, cover_of, key_of, telling_words
from rag.claim_cues import COMPARATIVE, cue
from rag.claim_desk import Desk
from rag.claim_parts import Statement
from rag.claim_roles import exclusion
from rag.claim_sentences import Fitting

_LONG = 5  # letters
_ALIKE = 0.6  # from which one word may be said for another, in a statement that is asked for as the claim says


@dataclass(frozen=True, slots=True)
class Wording:
    """Of a claim's telling words, by weight: what a statement has itself, what the reports say elsewhere, what they never say.

    ``told`` is how many of them it has.
    """

    own: float
    elsewhere: float
    nowhere: float
    told: int


def wording_of(text: str, one: Fitting, said: Statement, taken: Iterable[str], desk: Desk) -> Wording:
    """How far a claim is in the words of a statement; ``taken`` are words that are judged by themselves."""
    stems = telling_words(text, desk.library.lexicon)
    weights = {word: desk.weigher.weight(word) for word in stems}
    index = desk.library.index
    beside = Beside(said.around, said.owner, asked_terms(one.asked_as, index), reads_on=True)
    cover = cover_of(text, one.sentence, beside, desk)
    missing = [word for word in cover.missing if not cue("plain").fullmatch(word)]
    plain = sum(weights[word] for word in set(cover.missing) - set(missing))
    total = max(sum(weights.values()) - plain, 1e-9)
    pair = exclusion(text, one.sentence)
    judged = {*taken, *_judged_elsewhere(text), *(token.word for token in tokenize(pair[0] if pair else ""))}
    left = [word for word in missing if word not in judged]
    left = [word for word in left if not _is_compound(word, f"{one.sentence} ; {said.around}")]
    left = [word for word in left if word not in alike_in(left, one.sentence, desk, _ALIKE)]
    known = [word for word in left if desk.weigher.knows(stems[word])]
    guessed = asked_terms(one.asked_as, index, often=1)
    strange = [word for word in left if word not in known and key_of(stems[word]) not in guessed]
    own = cover.own * sum(weights.values()) / total
    told = sum(word not in cover.missing and not cue("plain").fullmatch(word) for word in stems)
    elsewhere, nowhere = (sum(weights[word] for word in words) / total for words in (known, strange))
    return Wording(own, elsewhere, nowhere, told)


def _judged_elsewhere(text: str) -> set[str]:
    """The words of numbers, of changes ("fell"), and those that undo what a statement says ("put a stop to")."""
    judged = (cue("undoing", "up_verbs", "down_verbs"), cue("denial"), COMPARATIVE)
    spans = [number.printed for number in find_numbers(text)]
    spans += [m.group() for pattern in judged for m in pattern.finditer(text)]
    return {token.word for span in spans for token in tokenize(span)}


def _is_compound(word: str, text: str) -> bool:
    """Whether a word is, or begins with, a word of a text, those with a hyphen as one ("case-loads", "lunchtime" of "lunch").

    "Reinvested" is of "investment".
    """
    if word.startswith("re") and key_of(word[2:])[:_LONG] in {key_of(token.stem)[:_LONG] for token in tokenize(text)}:
        return True
    words = {token.word for token in tokenize(text)} | {token.word for token in tokenize(text.replace("-", ""))}
    return any(len(other) >= _LONG and word.startswith(other) for other in words)
