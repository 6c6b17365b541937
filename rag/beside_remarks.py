"""What stands beside a question and tells only what it is not after ("Sandwell wins that one", "I think that's the caseload").

Such a remark names other measures, places and scales than the ones asked for. It goes where the rest still says what is
counted; who is first on another scale leaves behind the measure and the time that the rest lacks, but no place.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.words import content_stems
from rag.cues import Cues
from rag.question_clauses import asking_spans, names_measure

_BRACKETS = re.compile(r"\(([^()]{3,})\)")
_CLAUSE = re.compile(
    r"(?:\([^()]*\)|[^.;?!()–—]|[.;?!–—](?!\s|$|[\"'’”)])|(?<=\d)–(?=\d))+?"
    r"(?:[.;?!]+[\"'’”)]*(?=\s|$)|(?=\s[-–—]+\s)|(?=\s(?:cos|coz|because|since|as) (?:the|it|by|in|on)\b)|(?=[()])(?<!\s)|$)"
)
_OPENER = re.compile(r"^[\s,;:–—-]*(?:(?:cos|coz|because|since|as)\s)?", re.I)
_GOES_ON = re.compile(
    r"\b(?:behind|after|next|second|2nd|third|3rd|runners?[- ]up|follow\w*|below|besides|others?|(?:the )?rest)\b|"
    r"(?<!were )(?<!was )(?<!are )(?<!is )\bthere\b(?! (?:more|most|fewer|less|was|were|is|are|been|any|an?)\b)",
    re.I,
)
_OF_PAPER = re.compile(r"\b(?:19|20)\d\d (?:[\w-]+ ){0,2}(?:paper|report|edition|document|one)\b", re.I)
_POINTS_BACK = re.compile(r"\b(?:it|that|they|them|those|this)\b(?! (?:one|time|year)\b)", re.I)
_POSITIVE = re.compile(r"\bnot\b", re.I)


def without_remarks_beside(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text without remarks on what else there is, what is not wanted, and what a number may be."""
    text = _without_doubts(_without_tails(text, lexicon), lexicon)
    text = _without_brackets(text, lexicon, cues)
    return _without_clauses(text, lexicon)


def _without_tails(text: str, lexicon: Lexicon) -> str:
    """The text without "just them, I don't want the others" at the end of a sentence."""
    rest = _patterns()["tails"].sub("", text)
    return rest if _counts(rest, lexicon) else text


def _without_doubts(text: str, lexicon: Lexicon) -> str:
    """The text without what a number in it is thought to be."""
    for doubt in reversed(list(_patterns()["doubts"].finditer(text))):
        before = text[: doubt.start()].rstrip(" ,;–—-")
        before = f"{before}." if doubt.group()[-1] in ".?!;" and before[-1:] not in ".?!" else before
        rest = _joined(before, text[doubt.end() :])
        if _counts(rest, lexicon) and _names(doubt.group(), lexicon) and _placed_as_well(doubt.group(), rest, lexicon):
            text = rest
    return text


def _without_brackets(text: str, lexicon: Lexicon, cues: Cues) -> str:
    """The text without the brackets that refuse something or tell who is first by something else."""
    for bracket in reversed(list(_BRACKETS.finditer(text))):
        inside, rest = bracket[1].strip(), _joined(text[: bracket.start()], text[bracket.end() :])
        wanted = _POSITIVE.split(inside)[0]
        held = set(content_stems(wanted)) <= set(content_stems(rest))
        refuses = _refuses(inside) or _patterns()["refuses_in_brackets"].search(inside) and held
        timed = not (find_periods(wanted) or cues.has("latest", wanted)) or bool(find_periods(rest))
        if (refuses and timed and not _corrects(inside) or _ranks(inside, lexicon)) and (
            _counts(rest, lexicon) or refuses and _asks(rest)
        ):
            text = rest
    return text


def _without_clauses(text: str, lexicon: Lexicon) -> str:
    """The text without the sentences, and the parts of one after a dash, that are such remarks."""
    for clause in reversed(list(_CLAUSE.finditer(text))):
        said = _OPENER.sub("", clause.group().strip())
        before, after = text[: clause.start()], text[clause.end() :]
        rest = _joined(before, after)
        if not said or not any(map(str.isalnum, rest)):
            continue
        if _patterns()["drops_that"].search(said) and before.strip():
            told = list(_CLAUSE.finditer(before.rstrip()))[-1]
            rest = _joined(before[: told.start()], after)
            text = rest if _counts(rest, lexicon) else text
        elif said.rstrip().endswith("?"):
            continue
        elif _refuses(said) and not _corrects(said) and _leaves_all(said, rest, lexicon):
            text = rest
        elif (
            _ranks(said, lexicon)
            and (_asks(after) or _counts(before, lexicon))
            and not (_needs_it(rest, lexicon) or _POINTS_BACK.search(after))
        ):
            text = _joined(before, f"{' '.join(_lacking(said, rest, lexicon))} {after}")
        elif _patterns()["has_already"].search(said) and _counts(rest, lexicon):
            text = _joined(before, f"{' '.join(_lacking(said, rest, lexicon, with_areas=True))} {after}")
    return text


def _refuses(said: str) -> bool:
    return _patterns()["refuses"].search(said) is not None


def _corrects(said: str) -> bool:
    return _patterns()["corrects"].search(said) is not None


def _ranks(said: str, lexicon: Lexicon) -> bool:
    """Whether it tells which place is first on a scale or by something else."""
    placed = any(area.kind == "local" for area in lexicon.find_areas(said))
    return placed and bool(_patterns()["ranks"].search(said) and _patterns()["by_scale"].search(said))


def _leaves_all(said: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether what is left says what is counted, and names a place and a time where those refused are taken out."""
    return _counts(rest, lexicon) and _placed_as_well(said, rest, lexicon)


def _placed_as_well(said: str, rest: str, lexicon: Lexicon) -> bool:
    timed = not find_periods(_OF_PAPER.sub(" ", said)) or bool(find_periods(rest))
    local = any(area.kind == "local" for area in lexicon.find_areas(said))
    return timed and (not local or bool(lexicon.find_areas(rest)) or _asks(rest))


def _needs_it(rest: str, lexicon: Lexicon) -> bool:
    """Whether the rest goes on from the place that is first ("who is right behind?", "was it more than there?")."""
    own = any(area.kind == "local" for area in lexicon.find_areas(rest))
    follows = _GOES_ON.search(rest)
    return follows is not None and (not own or follows[0].lower() == "there")


def _lacking(said: str, rest: str, lexicon: Lexicon, with_areas: bool = False) -> list[str]:
    """The words of a remark for what is counted and when, and where if asked, as far as the rest does not say it."""
    kept: list[str] = []
    if with_areas and not lexicon.find_areas(rest):
        kept += [said[area.start : area.end] for area in lexicon.find_areas(said)]
    if not _counts(rest, lexicon):
        kept += [said[m.start : m.end] for m in lexicon.find_concepts(said) if m.end]
    if not find_periods(rest):
        periods = find_periods(said)
        kept += [said[periods[0].start : periods[-1].end]] if periods else []
    return [f"{', '.join(dict.fromkeys(kept))}."] if kept else []


def _asks(text: str) -> bool:
    return bool(asking_spans(text))


def _names(text: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.find_concepts(text) or lexicon.find_areas(text))


def _counts(text: str, lexicon: Lexicon) -> bool:
    return names_measure([mention.name for mention in lexicon.find_concepts(text)], lexicon)


def _joined(before: str, after: str) -> str:
    return " ".join(f"{before.rstrip(' ,;–—-')} {after}".split()).lstrip(" ,;:.–—-")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    data: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "beside_remarks.yaml").read_text(encoding="utf-8"))
    joined = {
        name: ways if isinstance(ways, str) else "|".join(f"(?:{way})" for way in ways) for name, ways in data.items()
    }
    return {name: re.compile(pattern, re.I) for name, pattern in joined.items()}
