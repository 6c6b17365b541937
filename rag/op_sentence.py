"""Sums on what one sentence states: a part of a counted whole, the rest of it, and a percentage turned into a number."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ingest.numerals import find_numbers
from ingest.periods import period_from_label
from ingest.records import Figure
from ingest.words import content_stems
from rag.draft import Draft
from rag.library import Library
from rag.prose import sentences_about
from rag.query import Query
from rag.records import Derivation
from rag.wording import plain_number, value_words

_OTHER = {"percent_change", "rank", "compare", "discrepancy", "difference", "per_time", "average", "ratio"}
_LEAST = 0.4  # share of what the question says that the sentence must say too
_NOT = re.compile(
    r"\b(?:not|never|neither)\b|n[’']t\b|\b(?:did|was|is|are|were|has|have|had|does|do)nt\b|\b(?:had|have|has|with|having|carr(?:y|ied|ying|ies)|show(?:ed|n|s|ing)?|bore|bear(?:s|ing)?|displayed|recorded|involv(?:e|ed|ing)|got|showing) no\b|\bwith (?:none|nothing)\b|\b(?:free|clear) of\b|\bnone of\b|\bwithout\b|\bother than\b|\b(?:c[ao]me|comes|coming|went|goes|fell|turned out|was|were|tested|scored|read) (?:back |out )?(?:the other way|otherwise|the opposite)\b",
    re.I,
)
_NOT_BUT = re.compile(
    r"^(?:and |so |no,? )?not (?:(?:for|in|the|just|that) )*[^,:;.?!]{2,40}?\b(?:but\b|[,:;.!])", re.I
)  # "not Leeds but ..."
_TELLS_PART = re.compile(
    r"\b(?:had|held|have|has|were|was|are|is|with|got|came back|come back|who|that)\b(?!.*\b(?:had|held|have|were|was|with|got|came back|come back)\b)",
    re.I,
)
_OF_BASE = re.compile(r"\b(?:of|among|out of)\s+(?:all\s+)?(?:the|those|these|them|which|the total)\b", re.I)
_JOINT = re.compile(r"[;,] (?:and|while|whereas|but|with)\b|;|[.!?] (?=[A-Z(])")
_OF_THE_LAST = re.compile(r"[.!?] (?:of|among) (?:these|those|them)\b[^.;]*$", re.I)
_OF_WHOLE = re.compile(r" of (?:all )?(?:the |these |those )?(?:[\d,]+ )?\(?$", re.I)
_OF_NUMBER = re.compile(r" (?:out )?of (?:all )?(?:the |these |those )?(?P<whole>\d[\d,]*)\b(?!%)", re.I)
_HOW_MANY_OF = re.compile(
    r"\bhow many of (?:the|those|these)\b|\bof (?:all )?(?:the|those|them|these)\b[^?]{0,60}?,? how many\b", re.I
)
_AS_NUMBER = re.compile(
    r"\b(?:in|as) (?:an? )?(?:actual |real |raw |absolute |whole |plain )(?:numbers?|counts?|heads?)\b", re.I
)
_NUMBER_ASKED = re.compile(
    r"\b(?:how many|what number|as a number|number of|how much|work (?:it|this|that) out|calculate|compute|derive|deduce|infer)\b",
    re.I,
)
MEANT = re.compile(
    r"\b(?:i |we )?(?:don['’]?t|do not|didn['’]?t) (?:mean|want|need|care|interest|concern|bother)\b[^.;?!)]*|"
    r"\b(?:(?:please )?(?:don['’]?t|do not) (?:give|tell|quote|bother|show|send|use|do)\b|never mind\b|not (?:interested|bothered) (?:in|about|by|with)\b)[^.,;?!]*|,\s*(?:so |and )?not (?!(?:been|have|had|were|was|are|all|everyone)\b)[^.;?!]*"
    r"|\bnot (?:as |in |the |an? )*(?:percent\w*|per ?cent|%|pct|numbers?|rates?|counts?)(?![\w-])",
    re.I,
)
_OF_THESE = re.compile(r"[;,.] (?:and )?of (?:these|those|them|which|whom),?(?: [a-z]+){0,2} $", re.I)
_EITHER = re.compile(r"\b([a-z]{3,}) or (?:an? )?([a-z]{3,})\b", re.I)
_PLACE = re.compile(
    r"(?:,? \b(?:per|from|in|see|at|under|of|by|at|using|on))? ?\bpara(?:graph|\.)?s? \d+(?:\([a-z]\))?", re.I
)
_TAG = re.compile(r",?\s*\w+n[’']t (?:it|they|he|she|we|there|that)\s*\?*\s*$", re.I)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A part that a sentence states: its figure (a count or a percentage), the whole counted, if any, and its clause."""

    part: Figure
    whole: Figure | None
    clause: str


def work_out_of_sentence(query: Query, library: Library) -> Draft | None:
    """The part, the rest or the share that a question asks for, worked out from the figures of the sentence that fits."""
    text = _PLACE.sub(" ", MEANT.sub("", _TAG.sub("", query.whole_text)))
    rest, number, share = asks_rest(query, library), asks_number(query), asks_share(query)
    others = _OTHER - ({"rank"} if query.numbers and rest else set())
    if (
        query.wants == "rate"
        or query.yes_no
        or others & set(query.operations)
        or query.every_area
        or "total" in query.operations
        and not rest
    ):
        return None
    told = _HOW_MANY_OF.search(text) or _AS_NUMBER.search(query.whole_text)
    if not (rest or share or query.numbers or told) or not (share or number):
        return None
    stated = _best(query, f"{query.before} {text}".strip() if rest or share else text, library)
    if stated is None:
        return None
    if stated.part.unit == "%":
        return _from_percent(stated, rest, share)
    return _from_count(stated, rest, share)


def asks_rest(query: Query, library: Library) -> bool:
    """Whether it asks for those that are not ("how many had no ...")."""
    text = MEANT.sub("", _TAG.sub("", query.whole_text))
    return bool(_NOT.search(_NOT_BUT.sub("", library.cues.patterns["new_topic"].sub("", text)))) or library.cues.has(
        "negative_word", text
    )


def asks_number(query: Query) -> bool:
    """Whether it asks for a number rather than a share."""
    return bool(_NUMBER_ASKED.search(_TAG.sub("", query.whole_text)))


def asks_share(query: Query) -> bool:
    """Whether it asks for a share rather than a number."""
    return (query.wants == "percent" or "share" in query.operations) and not asks_number(query)


def _best(query: Query, text: str, library: Library) -> _Stated | None:
    """The part that the question describes, in the sentence that says most of what it says."""
    asked = set(library.lexicon.terms_of(text)) | set(content_stems(text))
    described = set(content_stems(description(MEANT.sub("", query.whole_text)))) | _opposites(text, library)
    rest = asks_rest(query, library)
    best: tuple[float, int] = (0.0, 0)
    found: _Stated | None = None
    named = set(query.concepts) | set(query.words)
    sentences = _sentences(query, asked, library)
    told = [f for figures in sentences.values() for f in figures if f.value in {n.value for n in query.numbers}]
    for sentence, figures in sentences.items():
        terms = set(library.lexicon.terms_of(sentence)) | set(content_stems(sentence))
        numbers = {n.value for n in find_numbers(sentence)} & {n.value for n in query.numbers}
        if _of_other_substance(query, sentence, library):
            continue
        for stated in _stated_in(sentence, figures, told, rest):
            handed = len(numbers | ({stated.whole.value} if stated.whole and stated.whole in told else set()))
            cover = (len(asked & terms) + 2 * handed) / max(1, len(asked))
            if query.periods and stated.part.period:
                cover = max(cover, len(named & terms) / max(1, len(named)))
            fit = len(described & set(content_stems(stated.clause)))
            if _names_two(text, sentence, stated.clause) or rest and stated.whole is None and not asks_share(query):
                continue
            if fit and cover >= _LEAST and (fit, cover) > (best[1], best[0]):
                best, found = (cover, fit), stated
    return found


def _of_other_substance(query: Query, sentence: str, library: Library) -> bool:
    """Whether a drug or a group of users is named that the sentence does not tell of by itself."""
    concepts, lexicon = library.lexicon.concepts, library.lexicon
    named = {name for name in query.concepts if concepts[name].facet in ("substance", "client")}
    return not named <= lexicon.with_broader(lexicon.all_concepts(sentence))


def _names_two(text: str, sentence: str, clause: str) -> bool:
    """Whether a question names two parts ("a primary or secondary concern") of which this clause is but one."""
    either = _EITHER.search(text)
    named = set(content_stems(" ".join(either.groups()))) if either else set()
    return len(named) > 1 and named <= set(content_stems(sentence)) and not named <= set(content_stems(clause))


def description(text: str) -> str:
    """The words that tell the part from the whole: those after "not", else after the last verb."""
    match = _NOT.search(text) or _TELLS_PART.search(text)
    after = text[match.end() :] if match else text
    return after if content_stems(after) else text


def _opposites(text: str, library: Library) -> set[str]:
    """The stem that a sentence may use for the opposite of a word of the question ("positive" for "came back clean")."""
    return {"posit"} if library.cues.has("negative_word", text) else set()


def _sentences(query: Query, asked: set[str], library: Library) -> dict[str, list[Figure]]:
    """Sentences with figures that share terms with the question, of the period and area asked for."""
    there = sentences_about(asked, query, library).items()
    within = ((sentence, [f for f in figures if _within(f, query)]) for sentence, figures in there)
    return {sentence: figures for sentence, figures in within if figures}


def _within(figure: Figure, query: Query) -> bool:
    """Whether a figure is of a period asked for, as far as it tells one, and stands in the paragraph that is named."""
    period, periods = period_from_label(figure.period), query.periods
    if query.paragraph and figure.locator.paragraph != query.paragraph:
        return False
    return not periods or period is None or any(p.start <= period.end and period.start <= p.end for p in periods)


def _stated_in(sentence: str, figures: list[Figure], told: list[Figure], rest: bool) -> list[_Stated]:
    """Each count or percentage of a sentence with the whole that it is part of; for the ``rest`` also the one told before it."""
    first: dict[int, Figure] = {}
    for figure in figures:
        at = sentence.find(figure.printed)
        if at >= 0 and figure.kind == "level":
            first.setdefault(at, figure)
    placed = sorted(first.items())
    counts = [f for _, f in placed if f.unit not in ("%", "share", "years", "times", "£") and f.high is None]
    stated = []
    for index, (at, figure) in enumerate(placed):
        start = placed[index - 1][0] + len(placed[index - 1][1].printed) if index else 0
        after = index + 1
        while after < len(placed) and _OF_WHOLE.match(sentence[at + len(figure.printed) : placed[after][0]]):
            after += 1
        end = placed[after][0] if after < len(placed) else len(sentence)
        clause = _clause(sentence, start, at, end)
        if figure.unit == "%" and not figure.qualifier:
            of_base = _OF_BASE.search(sentence[at:]) or _OF_THE_LAST.search(sentence[:at])
            base = counts[0] if len(counts) == 1 and of_base else None
            if base or sum(f.unit == "%" for _, f in placed) == 1:
                stated.append(_Stated(figure, base, clause))
        elif figure in counts:
            beside = _set_beside(figure, at, placed, sentence) or (
                _told_before(figure, at, placed, sentence) if rest else []
            )
            whole = _whole_of(figure, beside or [c for c in counts if _counts_whole(c, sentence)], told)
            if whole:
                stated.append(_Stated(figure, whole, clause))
    return stated


def _clause(sentence: str, start: int, at: int, end: int) -> str:
    """The clause that a figure stands in, between the figures before and after it."""
    before = [m.end() for m in _JOINT.finditer(sentence, start, at)]
    after = _JOINT.search(sentence, at, end)
    return sentence[before[-1] if before else start : after.start() if after else end]


def _whole_of(part: Figure, counts: list[Figure], told: list[Figure]) -> Figure | None:
    """The larger count of the same things: the one that the question names, from this paragraph, else the sentence's own."""
    place = (part.locator.report, part.locator.paragraph)
    named = [f for f in told if (f.locator.report, f.locator.paragraph) == place]
    return next((c for c in (*named, *([] if named else counts)) if _may_hold(c, part)), None)


def _set_beside(part: Figure, at: int, placed: list[tuple[int, Figure]], sentence: str) -> list[Figure]:
    """The count that a part is said to be of right behind it ("19 of these 27"), whatever other wholes the sentence has."""
    said = _OF_NUMBER.match(sentence, at + len(part.printed))
    return [figure for _, figure in placed if said and figure.printed == said["whole"]]


def _told_before(part: Figure, at: int, placed: list[tuple[int, Figure]], sentence: str) -> list[Figure]:
    """The count that a part is pointed back to as being of ("150,000 adults; of these, 117,000")."""
    points_back = _OF_THESE.search(sentence[:at])
    return [figure for start, figure in placed if points_back and start < at and figure.unit == part.unit][:1]


def _may_hold(whole: Figure, part: Figure) -> bool:
    """Whether a count can be the whole of a part: larger, of the same things, in the same area and period."""
    return whole.value > part.value and (whole.unit, whole.area, whole.period) == (part.unit, part.area, part.period)


def _counts_whole(figure: Figure, sentence: str) -> bool:
    """Whether a sentence speaks of parts of this count ("of the 84", "among the 84")."""
    number = re.escape(figure.printed)
    return re.search(rf"\b(?:of|among|out of) (?:all )?(?:the |these |those )?{number}\b", sentence, re.I) is not None


def _from_percent(stated: _Stated, rest: bool, asks_share: bool) -> Draft | None:
    part, whole = stated.part, stated.whole
    percent = 100 - part.value if rest else part.value
    told = f"100% − {part.printed} = {plain_number(percent)}%; " if rest else ""
    if asks_share and rest:
        head = f"{plain_number(percent)}%: the report gives {value_words(part)} for the rest."
        return _draft(head, told.rstrip("; "), percent, (part,), "%")
    if whole is None or asks_share:
        return None
    number = whole.value * percent / 100
    rounded = number.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    working = (
        f"{told}{plain_number(percent)}% × {whole.printed} = {plain_number(number, 1)}, about {plain_number(rounded)}"
    )
    kind = f"the {plain_number(percent)}% that were not, as {part.printed} were," if rest else part.printed
    head = f"About {plain_number(rounded)}: {kind} of {value_words(whole)} {whole.measure}."
    return _draft(head, working, number, (whole, part), "")


def _from_count(stated: _Stated, rest: bool, asks_share: bool) -> Draft | None:
    part, whole = stated.part, stated.whole
    if whole is None or not (rest or asks_share):
        return None
    number = whole.value - part.value if rest else part.value
    less = f"{plain_number(whole.value)} − {plain_number(part.value)} = {plain_number(number)}"
    if asks_share:
        share = number / whole.value * 100
        working = f"{less + '; ' if rest else ''}{plain_number(number)} ÷ {whole.printed} = {plain_number(share, 1)}%"
        head = f"{plain_number(share, 1)}%: {plain_number(number)} of {whole.printed} {whole.measure}."
        return _draft(head, working, share, (part, whole), "%")
    head = f"{plain_number(number)}: {whole.printed} {whole.measure} less the {part.printed} that were."
    return _draft(head, less, number, (whole, part), "")


def _draft(head: str, working: str, result: Decimal, figures: tuple[Figure, ...], unit: str) -> Draft:
    derivation = Derivation("part of a whole", working, result, unit, tuple(f.id for f in figures))
    return Draft("answered", head, figures=figures, derivation=derivation)
