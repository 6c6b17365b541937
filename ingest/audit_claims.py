"""Claims of rank and direction in prose: "the largest rise", "lower in X and Y", "rose in all areas"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.audit_ledger import Ledger
from ingest.records import Locator, Paragraph, Report
from ingest.words import split_sentences

ClaimKind = Literal["extreme", "order", "group", "all", "only", "moved", "strong"]

UP = r"(?:increas\w*|rose|risen|ris(?:e|es|ing)|grew|grow(?:n|th|ing)|went\sup|uplifts?|improve\w*)"
DOWN = r"(?:decreas\w*|fell|fall(?:s|en|ing)?|declin\w*|reduc\w*|drop(?:s|ped)?|went\sdown)"
_TOP = re.compile(
    r"(?<!second\s)(?<!third\s)(?<!next\s)(?<!of\sthe\s)(?<!among\sthe\s)\b"
    r"(?P<end>highest|largest|greatest|biggest|lowest|smallest|fewest)\b"
    r"(?P<after>(?:\s+(?!to\b|and\b)[\w-]+){0,4})",
    re.I,
)
_FOLLOWED = re.compile(r"\bfollowed\sby\b|;(?=[^;]*\b(?:(?:came|come)\snext|follow(?:s|ed)?)\b\W*$)", re.I)
_GROUP = re.compile(r"\b(?P<end>lower|higher)\b(?!\s(?:than|end|level))", re.I)
_EVERY = (
    r"(?:in|for|across)\s(?:all|every|each)\b|"
    r"\b(?:all|every|each)\s(?:of\s)?[\w\s]{0,30}?(?:saw|had|recorded|experienced|showed)\b"
)
_ONLY = re.compile(r"\bonly\s(?:in\s)?(?=[A-Z])")
_STRONG = re.compile(r"\b(?:substantial|sharp|marked|significant|dramatic|considerabl)\w*", re.I)
_TURN = re.compile(r";|\s(?:whereas|while|but|although|though)\s", re.I)
_LIST_GAP = re.compile(r"[\s,]*(?:and|in)?[\s,]*(?:in)?\s*")


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: what it says of which areas.

    Attributes:
        up: whether it says highest, higher or rising; ``of_change`` whether it speaks of changes, not levels.
        measure: the words that say which kind of value is meant ("proportional", "numbers and rates").
        sentence: the whole sentence; ``words`` the part that makes the claim.
    """

    kind: ClaimKind
    areas: tuple[str, ...]
    up: bool
    of_change: bool
    measure: str
    words: str
    sentence: str
    locator: Locator


def read_claims(report: Report, ledger: Ledger) -> Iterator[Claim]:
    """The claims of a report's paragraphs, in reading order."""
    for block in report.blocks:
        if isinstance(block, Paragraph):
            for sentence in split_sentences(block.text):
                for reader in (_extremes, _orders, _groups, _universals, _onlys, _moves, _strengths):
                    yield from reader(sentence, block.locator, ledger)


def _areas(text: str, ledger: Ledger) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.name for m in ledger.lexicon.find_areas(text) if m.kind == "local"))


def _direction(text: str) -> bool | None:
    """Whether a text speaks of a rise only (True) or of a fall only (False); None for both or neither."""
    up, down = (bool(re.search(rf"\b{words}", text, re.I)) for words in (UP, DOWN))
    return up if up != down else None


def _extremes(sentence: str, locator: Locator, ledger: Ledger) -> Iterator[Claim]:
    for piece in re.split(r",\s|;\s", sentence):
        for match in _TOP.finditer(piece):
            areas = _areas(piece, ledger) or _areas(sentence, ledger)
            change, top = (
                _direction(match["after"]),
                match["end"].lower() not in ("lowest", "smallest", "fewest"),
            )
            if len(areas) == 1 and (top or change is None):
                up = top if change is None else change
                yield Claim("extreme", areas, up, change is not None, match["after"], piece, sentence, locator)


def _orders(sentence: str, locator: Locator, ledger: Ledger) -> Iterator[Claim]:
    """Reads "highest in X, followed by Y and Z" or "...; Y and Z followed": X first, then the others in any order."""
    cut, top = _FOLLOWED.search(sentence), _TOP.search(sentence)
    if not cut or not top or top.start() > cut.start() or _direction(top["after"]) is not None:
        return
    first, then = _areas(sentence[: cut.start()], ledger), _areas(sentence[cut.start() :], ledger)
    if len(first) == 1 and then and top["end"].lower() in ("highest", "largest", "greatest", "biggest"):
        yield Claim("order", (*first, *then), True, False, "", sentence[cut.start() :].strip(" ;."), sentence, locator)


def _groups(sentence: str, locator: Locator, ledger: Ledger) -> Iterator[Claim]:
    """Reads "Numbers and rates are lower in X, Y and Z": below all the other areas."""
    match = _GROUP.search(sentence)
    areas = _areas(sentence, ledger) if match else ()
    named = " ".join(re.findall(r"\bnumbers?|\brates?|\bvolumes?", sentence, re.I))
    if match and len(areas) > 1 and named and _is_one_list(sentence, ledger):
        up = match["end"].lower() == "higher"
        yield Claim("group", areas, up, False, named, sentence.split(", where")[0], sentence, locator)


def _is_one_list(text: str, ledger: Ledger) -> bool:
    """Whether the places that a text names stand in one list."""
    found = [m for m in ledger.lexicon.find_areas(text) if m.kind == "local"]
    gaps = [text[a.end : b.start] for a, b in zip(found, found[1:], strict=False)]
    return all(_LIST_GAP.fullmatch(gap) for gap in gaps)


def _universals(sentence: str, locator: Locator, ledger: Ledger) -> Iterator[Claim]:
    said = re.search(
        rf"\b(?:{UP}|{DOWN})\s(?:\w+\s)?(?:{_EVERY})|(?:{_EVERY})\s(?:an?\s)?(?:{UP}|{DOWN})", sentence, re.I
    )
    up = _direction(said[0]) if said else None
    if said and up is not None and not _areas(sentence, ledger):
        yield Claim("all", (), up, True, "", said[0], sentence, locator)


def _onlys(sentence: str, locator: Locator, ledger: Ledger) -> Iterator[Claim]:
    match = _ONLY.search(sentence)
    if not match:
        return
    clause = re.split(r",\swith\b|;|\.", sentence[match.end() :])[0]
    head = sentence[: match.start()]
    up = _direction(head if _direction(head) is not None else clause)
    areas = _areas(clause, ledger)
    if areas and up is not None and _is_one_list(clause, ledger):
        yield Claim("only", areas, up, True, "", sentence[match.start() :][:80], sentence, locator)


def _moves(sentence: str, locator: Locator, ledger: Ledger) -> Iterator[Claim]:
    """Reads "In X and Y deaths fell": each of them did."""
    for piece in _TURN.split(sentence):
        up = _direction(piece)
        areas = _areas(piece, ledger) if up is not None else ()
        if areas and up is not None and _is_one_list(piece, ledger) and not _ONLY.search(piece):
            if not re.search(r"\b(?:not|no|un\w+|compared|than|from)\b", piece, re.I):
                yield Claim("moved", areas, up, True, "", piece.strip(), sentence, locator)


def _strengths(sentence: str, locator: Locator, ledger: Ledger) -> Iterator[Claim]:
    """Reads "Crime was substantially reduced", of the whole region and without a number."""
    if not _STRONG.search(sentence) or _areas(sentence, ledger):
        return
    for piece in re.split(r",\s|;\s|\sand\s", sentence):
        up = _direction(piece)
        if up is not None and _STRONG.search(piece) and not re.search(r"\d", piece):
            yield Claim("strong", (), up, True, "", piece.strip(" ."), sentence, locator)
