"""What a caption, a label or an introducing sentence says is counted: the measure's words, and its terms."""

import re

from ingest.lexicon import Lexicon
from ingest.numerals import find_numbers
from ingest.periods import find_periods
from ingest.words import STATISTIC_STEMS, content_stems

LABEL = re.compile(r"\s*((?:Table|Figure|Fig\.?|Chart|Exhibit|Box)\s+\d+[a-z]?(?:\.\d+)*)\s*[-–—.:)]*\s*", re.I)
_SHOWS = re.compile(
    r"\b(?:shows?|illustrates?|displays?|outlines?|gives?|presents?|sets?\sout|reports?|covers?|lists?|contains?|records?|"
    r"summari[sz]es?|details?|describes?|provides?|compares?|breaks?\sdown|counts?|are\s|is\s)\s*(?:out\s)?(?:how\smany\s|the\s)?",
    re.I,
)
_SHOWN_IN = re.compile(
    r"\s(?:is|are|was|were|can\sbe|appears?|stands?)\s?(?:\w+\s)?(?:given|shown|set\sout|displayed|illustrated|presented|listed|found|reported|"
    r"summari[sz]ed|outlined|detailed|provided|seen|recorded|broken\sdown)?\s?(?:in|by|from|on|at|what)\s(?=(?:Table|Figure|Fig|Chart)s?\b)",
    re.I,
)
_ASIDE = re.compile(
    r"^\s*,\s*(?:for|in|across|among|between|over|during)\s[^,]+,\s|^\s*(?:for|in|across|among|between|over|during)\s(?:[^,\s]+,?\s){1,5}?(?=the\s|how\s)",
    re.I,
)
_TAIL = re.compile(
    r"[,;]?\s*\b(?:sourced|source|by\s(?:type|local|area|borough|council|LPA|district|region|year)|per\slocal|per\sLPA|"
    r"per\s(?:borough|council|district|area)|as\spublished|taken\sfrom|based\son|which|that|and\s(?:shows|demonstrates)|"
    r"for\sthe\s(?:fiscal|calendar|financial|year)|for\s(?:fiscal|calendar|financial)|in\seach|for\seach|in\severy|"
    r"during|broken\sdown|disposed|compared|alongside)\b.*$",
    re.I | re.S,
)
_LEAD = re.compile(
    r"^(?:the\s|an?\s|total\snumbers?\sof\s|numbers?\sof\s|total\svolume\sof\s|volume\sof\s|totals?\s|estimates?\sof\s|"
    r"estimated\snumbers?\sof\s|estimated\s|numbers?\sand\srates?\sof\s|rates?\sand\snumbers?\sof\s|overall\s|counts?\sof\s)+",
    re.I,
)
_PREPOSITION = re.compile(
    r"[,(]?\s*\b(?:across|in|for|of|per|at|between|during|over|from|among|within|and|the|fiscal|calendar|"
    r"financial|years?|both|all|each|two|three|four|five|six|seven|eight|nine|ten|its|their|\d+|\s)*$",
    re.I,
)


def split_label(caption: str) -> tuple[str, str]:
    """A caption's number ("Table 12") and the words after it; ("", caption) where it has none."""
    match = LABEL.match(caption)
    if not match:
        return "", caption.strip()
    return " ".join(match[1].split()), caption[match.end() :].strip(" .-–—:")


def measure_from_caption(words: str, lexicon: Lexicon) -> str:
    """The measure that a caption names, without places, periods and sources: "registered drug-related deaths"."""
    cut = _TAIL.sub("", words)
    for start in sorted([m.start for m in find_periods(cut)] + [m.start for m in lexicon.find_areas(cut)]):
        head = _PREPOSITION.sub("", cut[:start])
        if len(content_stems(head)) >= 1:
            cut = head
            break
    cut = _LEAD.sub("", cut.strip(" ,.;:-–"))
    second_word = cut.partition(" ")[2][:1]
    return (cut[:1].lower() + cut[1:] if cut[1:2].islower() and not second_word.isupper() else cut).strip(" ,.;:-–")


def measure_words(context: str) -> str:
    """A caption or sentence without its tail of sources and periods."""
    return _TAIL.sub("", context)


def measure_from_mention(sentence: str, lexicon: Lexicon) -> str:
    """The measure in a sentence such as "Figure 11 shows the volume of individuals in treatment across ..."."""
    passive = _SHOWN_IN.search(sentence)
    if passive:
        subject = re.sub(r"^(?:for|in|across|among)\s[^,]+,\s", "", sentence[: passive.start()], flags=re.I)
        return measure_from_caption(subject.split(",")[0], lexicon)
    match = _SHOWS.search(sentence)
    if match is None:
        return ""
    counted = _ASIDE.sub("", sentence[match.end() :])
    return measure_from_caption(counted.split(",")[0], lexicon)


def without_enumeration(measure: str) -> str:
    """A measure without the part that a table's own corner or labels name: "proportion ... for Opiate" of three tables."""
    return re.sub(r"\s(?:for|among|of|by)\s\S+(?:\s\S+)?$", "", measure)


def adds_to(label: str, measure: str, lexicon: Lexicon) -> bool:
    """Whether a label says more than the measure does ("Total records of neighbourhood crime" does not)."""
    named = [term for term in lexicon.terms_of(measure) if term in lexicon.concepts]
    facets = [lexicon.concepts[term].facet for term in named]
    known = {term for term in lexicon.terms_of(measure) if term not in named}
    known |= {term for term, facet in zip(named, facets, strict=True) if facets.count(facet) == 1}
    known |= set().union(*(lexicon.broader_of(term) for term in known)) if known else set()
    return any(term not in known and term not in STATISTIC_STEMS for term in lexicon.terms_of(label)) or bool(
        unit_named(label)
    )


def says_something(caption: str) -> bool:
    """Whether a caption has words beyond its label."""
    return len(content_stems(split_label(caption)[1])) >= 2


def unit_named(text: str) -> str:
    """The unit that a label or caption names: "per 1,000", "per 100,000", "%", "£", or ""."""
    rate = re.search(r"\b(?:per|/)\s?(1,?000|10,?000|100,?000|head)\b", text, re.I)
    if rate:
        digits = rate[1].replace(",", "")
        return f"per {int(digits):,}" if digits.isdigit() else "per head"
    if re.search(r"%|\bper\s?cent\b|\bpercentage\b(?!\spoint)", text, re.I):
        return "%"
    return "£" if "£" in text else ""


def is_share(measure: str) -> bool:
    """Whether a measure is a share of something ("proportion in effective treatment")."""
    return bool(re.match(r"(?:the\s)?(?:proportion|percentage|share|per\s?cent)\b", measure, re.I))


def merge_terms(label: str, context: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Terms of a label, and of its context as far as the label does not decide otherwise.

    Where the context names several terms of one facet ("possession and trafficking offences") the label's own stands
    for them; where it enumerates three or more and the label names none, it means all of them, and none is kept.
    """
    own, around = _telling(lexicon.terms_of(label)), _telling(lexicon.terms_of(context))
    facet = {term: lexicon.concepts[term].facet if term in lexicon.concepts else "" for term in own + around}
    kept = []
    for term in around:
        rivals = {t for t in around if facet[t] == facet[term] and not _related(t, term, lexicon)}
        decided = any(facet[t] == facet[term] and t != term and not _related(t, term, lexicon) for t in own)
        if facet[term] in ("", "general", "topic"):
            kept.append(term)
        elif facet[term] != "stat" and not (rivals and decided) and len(rivals) < 2:
            kept.append(term)
    merged = list(dict.fromkeys(own + kept))
    broader = frozenset().union(*(lexicon.broader_of(term) for term in merged))
    return tuple(term for term in merged if term not in broader)


def _telling(terms: list[str]) -> list[str]:
    return [term for term in terms if term not in STATISTIC_STEMS]


def is_change(label: str) -> bool:
    """Whether a row or column label announces a change between two periods."""
    return bool(
        re.search(
            r"\bchanges?\b|\bincrease\b|\bdecrease\b|\bdifference\b|\bvariation\b|\bgrowth\b|^\s*[+/-]+\s*$",
            label,
            re.I,
        )
    )


def _related(a: str, b: str, lexicon: Lexicon) -> bool:
    return a == b or a in lexicon.broader_of(b) or b in lexicon.broader_of(a)


def plain_label(label: str) -> str:
    """A row or column label without periods and numbers, for use as a breakdown."""
    for mention in reversed(find_periods(label)):
        label = label[: mention.start] + label[mention.end :]
    return label.strip(" ,.;:-–()") if not (find_numbers(label) and label.strip().isdigit()) else ""
