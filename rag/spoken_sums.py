"""Sums as people put them, written out in plain wording: "once Birmingham's is knocked off", "split it over 12 months"."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from ingest.lexicon import Lexicon

_JOINING = re.compile(
    r"[\s,&’']*(?:\b(?:and|or|both|the|s|all|also|figures?|numbers?|shares?|totals?|counts?)\b[\s,&’']*)*", re.I
)


@dataclass(frozen=True, eq=False)
class _Kind:
    """The rules of one kind of sum, and those that follow where one of them was used."""

    rules: tuple[tuple[re.Pattern[str], str], ...]
    then: tuple[tuple[re.Pattern[str], str], ...]


def write_out_sums(text: str, lexicon: Lexicon) -> str:
    """The text with sums that are put in other words written in the plain ones; all else stays."""
    for kind in _kinds():
        before = text
        for pattern, plain in kind.rules:
            text = _rewritten(text, pattern, plain, lexicon)
        for pattern, plain in kind.then if text != before else ():
            text = _rewritten(text, pattern, plain, lexicon)
    return text


def _rewritten(text: str, pattern: re.Pattern[str], plain: str, lexicon: Lexicon) -> str:
    def written_out(match: re.Match[str]) -> str:
        told = match.groupdict("")
        if not all(_fits(name, phrase, lexicon) for name, phrase in told.items()):
            return match.group()
        if "place" not in told:
            return match.expand(plain)
        named = _places(told["place"], lexicon)
        if named and _names_another(f"{text[: match.start()]} {text[match.end() :]}", lexicon):
            return match.group()  # "Dudley's, take away Walsall's" asks for the gap of two
        return match.expand(plain.replace(r"\g<place>", named.replace("\\", ""))) if named else match.group()

    written = pattern.sub(written_out, text)
    return " ".join(written.split()) if written != text else text


def _names_another(text: str, lexicon: Lexicon) -> bool:
    return any(area.kind == "local" for area in lexicon.find_areas(text))


def _fits(group: str, phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase is of the kind that its group stands for: a "thing" names a term and no place, an "other" no place."""
    if not group.startswith(("thing", "other")):
        return True
    return not lexicon.find_areas(phrase) and (group.startswith("other") or bool(lexicon.find_concepts(phrase)))


def _places(phrase: str, lexicon: Lexicon) -> str:
    """The local areas that a phrase names, joined by "and"; "" where it says anything else."""
    areas = [area for area in lexicon.find_areas(phrase) if area.kind == "local"]
    rest = phrase
    for area in reversed(areas):
        rest = f"{rest[: area.start]} {rest[area.end :]}"
    names = (re.sub(r"['’]s?$", "", phrase[area.start : area.end]) for area in areas)
    return " and ".join(names) if areas and _JOINING.fullmatch(rest) else ""


@lru_cache(maxsize=1)
def _kinds() -> tuple[_Kind, ...]:
    raw = yaml.safe_load((Path(__file__).parent / "spoken_sums.yaml").read_text(encoding="utf-8"))
    words: dict[str, str] = raw["words"]

    def rules(listed: list[list[str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(_filled(pattern, words), re.I), plain) for pattern, plain in listed)

    return tuple(_Kind(rules(kind["rules"]), rules(kind.get("then", []))) for kind in raw["sums"].values())


def _filled(pattern: str, words: dict[str, str]) -> str:
    for name, stands_for in words.items():
        pattern = pattern.replace(f"{{{name}}}", stands_for)
    return pattern
