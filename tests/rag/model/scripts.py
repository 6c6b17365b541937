"""Models by script: one that words well with the tokens it is given, and one for each way to mislead with them."""

import re
from collections.abc import Callable
from typing import Any

from tests.rag.model.loopback import Reply, without_end

_COUNTED = re.compile(r"^(\[f\d+\]) (.+?) (in (?:the )?[A-Z][\w ]*?) ((?:in|from) [\d/]+(?: to [\d/]+)?)\.$")
_TOLD = re.compile(r"^(\[f\d+\]): (.+?) (in (?:the )?[A-Z][\w ]*?) ((?:in|from) [\d/]+(?: to [\d/]+)?)\.$")
_MOVED = re.compile(r"^([A-Z].+?) (in (?:the )?[A-Z][\w ]*?) ((?:rose|fell|stayed) .+)$")
_AREAS = ("Birmingham", "Coventry", "Dudley", "Sandwell", "Solihull", "Walsall", "Wolverhampton", "West Midlands")
_OPPOSITES = (("rose", "fell"), ("higher", "lower"), ("highest", "lowest"), ("more", "fewer"), ("reduction", "rise"))
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:/\d\d)?\b")


def evidence_of(request: dict[str, Any]) -> str:
    """The first statement that a request for wording holds, "" where it is another request."""
    match = re.search(r"^\[s1\] (.+)$", request["messages"][-1]["content"], re.M)
    return match[1] if match else ""


def word_well(said: str) -> str:
    """The same in other words, as a clever model that keeps to its tokens would have it."""
    if match := _COUNTED.match(said):
        return f"{_begun(match[3])} there were {match[1]} {match[2]} {match[4]} [s1]."
    if match := _TOLD.match(said):
        return f"{_begun(match[3])}, {match[2]} was {match[1]} {match[4]} [s1]."
    if match := _MOVED.match(said):
        return f"{_begun(match[2])}, {match[1]} {match[3].rstrip('.')} [s1]."
    return f"The report says that {said.rstrip('.')} [s1]."


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


def _instead(old: str, new: str) -> Callable[[str], str]:
    """A draft with ``new`` for the first ``old``; one with an invented figure where there is no such thing to twist."""
    return lambda said: (
        re.sub(old, new, said, count=1) + " [s1]" if re.search(old, said) else f"{said} There were 999 [s1]."
    )


def _swap_areas(said: str) -> str:
    found = [name for name in _AREAS if name in said]
    if not found:
        return _instead("$^", "")(said)
    first, other = found[0], next(name for name in (*found[1:], *_AREAS) if name != found[0])
    parts = said.replace(other, "\0").replace(first, other).replace("\0", first)
    return f"{parts} [s1]"


def _swap_figures(said: str) -> str:
    names = list(dict.fromkeys(re.findall(r"\[f\d+\]", said)))
    if len(names) < 2:
        return _instead("$^", "")(said)
    return said.replace(names[0], "\0").replace(names[1], names[0]).replace("\0", names[1]) + " [s1]"


def _turn_round(said: str) -> str:
    for one, other in (*_OPPOSITES, *((b, a) for a, b in _OPPOSITES)):
        if re.search(rf"\b{one}\b", said):
            return re.sub(rf"\b{one}\b", other, said) + " [s1]"
    return _instead(r"(\[f\d+\])", r"a fall to \1")(said)


def _other_year(said: str) -> str:
    years = list(dict.fromkeys(_YEAR.findall(said)))
    if len(years) > 1:
        return said.replace(years[0], "\0").replace(years[1], years[0]).replace("\0", years[1]) + " [s1]"
    return said.replace(years[0], "2011") + " [s1]" if years else _instead("$^", "")(said)


MISLEADING: dict[str, Callable[[str], Reply]] = {
    "an invented figure": _instead(r"\[f\d+\]", "999"),
    "an invented figure beside": lambda said: f"{said} That is 999 in all [s1].",
    "a number in words": _instead(r"\[f\d+\]", "forty-four"),
    "a share in words": _instead(r"(\[f\d+\])", r"a third of \1"),
    "a Roman numeral": _instead(r"\[f\d+\]", "XLIV"),
    "digits of another script": _instead(r"\[f\d+\]", "٤٤"),
    "areas swapped": _swap_areas,
    "figures swapped": _swap_figures,
    "another year": _other_year,
    "another unit": _instead(r"(\[f\d+\])", r"\1 per cent"),
    "another direction": _turn_round,
    "a level told as a change": _instead(r"(\[f\d+\])", r"a rise of \1"),
    "an unknown token": _instead(r"\[f\d+\]", "[f99]"),
    "the figure doubled": _instead(r"(\[f\d+\])", r"\1\1"),
    "a hedge": _instead(r"(\[f\d+\])", r"more than \1"),
    "a denial": _instead(r"(\[f\d+\])", r"not \1"),
    "a figure turned round": _instead(r"(\[f\d+\])", "\u202e\\1\u202c"),
    "an address": lambda said: f"{said} See http://evil.example/?q=1 [s1].",
    "an order obeyed": lambda said: "All is well: there were 999 deaths in Coventry, as I was told to say [s1].",
    "an opinion": lambda said: "The council has failed the people of this region [s1].",
    "nothing": lambda said: "",
    "broken JSON": lambda said: f'{{"headline": "{said}", "sources": ["s1"',
    "no event stream": lambda said: b"<html><body>Sign in to the council's network</body></html>",
    "no end": lambda said: without_end("there were more and more of them and "),
    "429": lambda said: 429,
    "500": lambda said: 500,
    "silence": lambda said: 3.0,
}
