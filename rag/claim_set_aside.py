"""Who or what a claim sets aside ("councils, and not the police"): a statement that names it as well bears no such claim out."""

import re

from rag.claim_covered import keys_in

_ASIDE = re.compile(
    r"(?:^|,? )(?:and |but )?(?:not|rather than|instead of)(?! (?:merely|just|only|simply|solely)\b) (?:in |for |of |by )?(?:the |our |local |any )?"
    r"(?P<aside>[\w'’-]+(?: [\w'’-]+)?), (?:are|is|were|was) (?:the )?(?:ones?|people|body|bodies|place|area)\b",
    re.I,
)


def names_set_aside(text: str, sentence: str) -> bool:
    """Whether a sentence names what a text sets aside before it goes on."""
    aside = " ".join(match["aside"] for match in _ASIDE.finditer(text))
    return bool(keys_in(aside) & keys_in(sentence))
