"""Whether a claim shuts out everything but one thing ("tobacco only", "for police only"), which a statement must do as well."""

import re

_NOTHING = (
    r"(?:(?:about|in|for|to|of|on|with) )?(?:nothing|no[- ]one|nobody|nowhere|none|no (?:other|further) [\w-]+(?: [\w-]+)?)"
    r"(?: else| other)?(?: at all| whatsoever)?"
)
_ONE = r"(?P<one>(?:the )?[\w'’-]+(?: [\w'’-]+){0,2}?)"
LIMITED_TO = (
    re.compile(
        rf"\b(?:is |are |was |were )?(?:only |solely |strictly )?(?:limited|confined|restricted) (?:only |solely |just )?to {_ONE}"
        rf"(?:,? (?:and|but) {_NOTHING}|,? (?:only|alone))?(?=[.!]?$)",
        re.I,
    ),
    re.compile(rf"{_ONE}(?: so far| to date)?,? (?:and|but) {_NOTHING}(?=[.!]?$)", re.I),
    re.compile(
        r"\b(?P<one>(?:the )?[\w'’-]+) (?:eyes |use )?(?:alone|only|exclusively)(?: (?:figure|matter|thing|number|service))?(?=[.!]?$)",
        re.I,
    ),
    re.compile(
        r"\b(?:only|solely|exclusively) (?:for |to |about |on )?(?P<one>[a-z][\w'’-]+(?: [a-z][\w'’-]+)?)(?=[.!]?$)"
    ),
)
EXCLUDING = re.compile(
    r"\b(?:only|solely|exclusively|nothing else|alone|just|limited|confined|restricted|no other|sole)\b", re.I
)


def shuts_out_more(text: str, sentence: str) -> bool:
    """Whether a claim limits what it says to one thing, and a sentence does not."""
    return any(pattern.search(text) for pattern in LIMITED_TO) and not EXCLUDING.search(sentence)
