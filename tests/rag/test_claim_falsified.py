"""True sentences of the reports, altered so that they become false: none of them may be called supported."""

import random
import re

from rag.pipeline import Answerer

_TRIED = 40
_OPPOSITES = {"rose": "fell", "fell": "rose", "increased": "decreased", "decreased": "increased", "highest": "lowest"}


def test_sentences_with_another_number_are_never_supported(answerer: Answerer) -> None:
    assert supported(answerer, [changed for s in sentences(answerer) if (changed := with_other_number(s))]) == []


def test_sentences_of_another_area_are_never_supported(answerer: Answerer) -> None:
    assert supported(answerer, [changed for s in sentences(answerer) if (changed := with_other_area(s))]) == []


def test_sentences_of_another_year_are_never_supported(answerer: Answerer) -> None:
    assert supported(answerer, [changed for s in sentences(answerer) if (changed := with_other_year(s))]) == []


def test_sentences_turned_round_are_never_supported(answerer: Answerer) -> None:
    assert supported(answerer, [changed for s in sentences(answerer) if (changed := turned_round(s))]) == []


def sentences(answerer: Answerer) -> list[str]:
    """Sentences of the reports with a number, each once, in a fixed order that has no pattern."""
    told = sorted({f.sentence for f in answerer.index.all_figures() if not f.is_cell and len(f.sentence) < 300})
    random.Random(7).shuffle(told)
    return told


def supported(answerer: Answerer, claims: list[str]) -> list[str]:
    assert len(claims) >= 10
    return [claim for claim in claims[:_TRIED] if answerer.check(claim).verdict == "supported"]


def with_other_number(sentence: str) -> str:
    match = re.search(r"(?<![\d,./])\d[\d,]*(?:\.\d+)?%", sentence)
    if match is None:
        return ""
    other = f"{float(match[0][:-1].replace(',', '')) * 1.4 + 1:.1f}%"
    return sentence[: match.start()] + other + sentence[match.end() :]


def with_other_area(sentence: str) -> str:
    named = [
        area for area in ("Birmingham", "Coventry", "Dudley", "Sandwell", "Solihull", "Walsall") if area in sentence
    ]
    return sentence.replace(named[0], "Wolverhampton") if len(named) == 1 and "Wolverhampton" not in sentence else ""


def with_other_year(sentence: str) -> str:
    years = set(re.findall(r"\b20[12]\d\b(?!/)", sentence))
    return sentence.replace(years.pop(), "2009") if len(years) == 1 else ""


def turned_round(sentence: str) -> str:
    word = next((word for word in _OPPOSITES if re.search(rf"\b{word}\b", sentence)), "")
    return re.sub(rf"\b{word}\b", _OPPOSITES[word], sentence, count=1) if word else ""
