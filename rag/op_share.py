"""The share of a part in its whole, both looked up: opiate clients among all in treatment, drop-outs among all exits."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.records import Figure
from ingest.words import content_stems
from rag.draft import Draft
from rag.library import Library
from rag.op_amounts import Amount, amount_of, in_period_of
from rag.op_parts import parts_and_wholes, parts_set_aside, start_of_whole
from rag.query import Query
from rag.records import Derivation
from rag.sum_cells import added
from rag.wording import period_words, plain_number, signed

_HUNDRED = Decimal(100)
_BOTH_ENDS = 2
_TOLD_OF = re.compile(
    r"\b(?:percent(?:age)?|per cent|proportion|share|fraction|%)\b[^?;]*?\b(?:were|was|are|is|ended (?:in|with)) (?P<told>[^?;,]+)",
    re.I,
)


def share_of_whole(query: Query, library: Library) -> Draft | None:
    """The share asked for, where the question names a part and the reports count both the part and its whole."""
    pair = part_and_whole(query, library)
    return _share(*pair) if pair else None


def part_and_whole(query: Query, library: Library) -> tuple[Amount, Amount] | None:
    """The amounts of the likeliest part and whole that a question names, for one area and period."""
    for part, whole in parts_and_wholes(query, library):
        a = amount_of(part, library)
        b = amount_of(in_period_of(whole, a), library) if a else None
        if a and b and _is_part(a, b):
            return a, b
    return None


def remainder(query: Query, library: Library) -> Draft | None:
    """How many of a whole are not the part that the question sets aside, in number or in per cent as it asks."""
    aside = parts_set_aside(query, library)
    if aside is None or query.yes_no:
        return None
    if query.changing and len(query.periods) == _BOTH_ENDS:
        return _change_of_rest(query, aside, library)
    part, whole = (replace(one, direction="", wants="") for one in aside)
    a = amount_of(part, library)
    b = amount_of(in_period_of(whole, a), library) if a else None
    wants_share = query.wants == "percent" or "share" in query.operations
    implied = bool(query.numbers) and not set(whole.concepts) & set(query.concepts)
    if implied and not (b and b.number in {number.value for number in query.numbers}):
        return None
    if a and b and _is_part(a, b):
        return _rest_share(a, b) if wants_share else _rest(a, b)
    percent = amount_of(part, library, "percent")
    return rest_percent(percent) if percent and wants_share else None


def part_among(query: Query, parts: tuple[Query, ...], library: Library) -> tuple[Amount, Amount] | None:
    """The part asked for and all parts named added up; None where one of them is not given."""
    known = _amounts_of(parts, library)
    whole = added(list(known)) if known else None
    return (known[_part_asked(query, parts, known, library)], whole) if whole else None


def _amounts_of(parts: tuple[Query, ...], library: Library) -> tuple[Amount, ...]:
    """The amount of each part, of one area and period; () where one is not given, or two are the same."""
    values = [amount_of(part, library) for part in parts]
    known = tuple(value for value in values if value)
    if len(known) < 2 or len(known) < len(values) or len({(v.area, v.period) for v in known}) > 1:
        return ()
    return known if len({v.figures for v in known}) == len(known) else ()


def _change_of_rest(query: Query, aside: tuple[Query, Query], library: Library) -> Draft | None:
    """How those that are not the part set aside changed between two periods, in number and in per cent."""
    rests: list[tuple[Amount, Amount]] = []
    for period in sorted(query.periods):
        sides = (replace(one, direction="", wants="", periods=(period,)) for one in aside)
        a, b = (amount_of(one, library) for one in sides)
        if a is None or b is None or not _is_part(a, b):
            return None
        rests.append((a, b))
    base, last = (whole.number - part.number for part, whole in rests)
    if not base:
        return None
    gap, percent = last - base, (last - base) / base * _HUNDRED
    less = "; ".join(f"{b.printed} − {a.printed} = {plain_number(b.number - a.number)}" for a, b in rests)
    working = f"{less}; {plain_number(last)} − {plain_number(base)} = {signed(gap)}; {signed(gap)} ÷ {plain_number(base)} = {signed(percent, 1)}%"
    word = "rose" if gap > 0 else "fell" if gap < 0 else "stayed the same"
    (part, whole), (_, later) = rests
    head = (
        f"Those that were not {word} from {plain_number(base)} {period_words(whole.period)} to {plain_number(last)} "
        f"{period_words(later.period)} ({signed(gap)}, or {signed(percent, 1)}%): {whole.words} less {part.words}; {less}."
    )
    figures = tuple(f for pair in rests for amount in reversed(pair) for f in amount.figures)
    return _draft(head, "change", working, percent, figures)


def share_among(query: Query, parts: tuple[Query, ...], library: Library) -> Draft | None:
    """The share of the part asked for in the sum of all parts named ("of completions plus drop-outs, ... drop-outs")."""
    known = _amounts_of(parts, library)
    if not known:
        return None
    last = _part_asked(query, parts, known, library)
    whole = sum((value.number for value in known), Decimal(0))
    share = known[last].number / whole * _HUNDRED
    parts_sum = f"{' + '.join(v.printed for v in known)} = {plain_number(whole)}"
    working = f"{parts_sum}; {known[last].printed} ÷ {plain_number(whole)} = {plain_number(share, 1)}%"
    head = f"{plain_number(share, 1)}%: {known[last].words} of {plain_number(whole)} {known[last].setting}."
    return _draft(head, "share", working, share, tuple(f for value in known for f in value.figures))


def _part_asked(query: Query, parts: tuple[Query, ...], known: tuple[Amount, ...], library: Library) -> int:
    """Which part the share is of: the one that was told of last, or named before "as a percentage of" all of them, or last."""
    match = _TOLD_OF.search(query.text)
    told = set(content_stems(match["told"])) if match else set()
    own = [set(content_stems(amount.words)) for amount in known]
    fits = [
        i
        for i, stems in enumerate(own)
        if told & stems - {word for other in own if other is not stems for word in other}
    ]
    if len(fits) == 1:
        return fits[0]
    before = query.text[: start_of_whole(query)]
    ahead = [i for i, part in enumerate(parts) if _last_mention(replace(query, text=before), part, library) >= 0]
    if len(ahead) == 1:
        return ahead[0]
    return max(range(len(parts)), key=lambda i: (_last_mention(query, parts[i], library), i))


def _is_part(part: Amount, whole: Amount) -> bool:
    same = (part.area, part.period) == (whole.area, whole.period)
    distinct = {f.id for f in part.figures} != {f.id for f in whole.figures}
    return same and distinct and 0 < part.number <= whole.number


def _share(part: Amount, whole: Amount) -> Draft:
    share = part.number / whole.number * _HUNDRED
    working = f"{part.printed} ÷ {whole.printed} = {plain_number(share, 1)}%"
    head = f"{_about(part, whole)}{plain_number(share, 1)}%: {part.words} of {whole.words} {part.setting}."
    return _draft(head, "share", working, share, (*part.figures, *whole.figures))


def _rest(part: Amount, whole: Amount) -> Draft:
    rest = whole.number - part.number
    working = f"{whole.printed} − {part.printed} = {plain_number(rest)}"
    head = f"{_about(part, whole)}{plain_number(rest)} were not: {whole.words} less {part.words} {part.setting}."
    return _draft(head, "difference", working, rest, (*whole.figures, *part.figures))


def _rest_share(part: Amount, whole: Amount) -> Draft:
    share = (whole.number - part.number) / whole.number * _HUNDRED
    working = f"({whole.printed} − {part.printed}) ÷ {whole.printed} = {plain_number(share, 1)}%"
    head = f"{_about(part, whole)}{plain_number(share, 1)}% were not: {whole.words} less {part.words} {part.setting}."
    return _draft(head, "share", working, share, (*whole.figures, *part.figures))


def rest_percent(part: Amount) -> Draft | None:
    """What is left of 100% beside a printed percentage."""
    rest = _HUNDRED - part.number
    if not 0 <= rest <= _HUNDRED:
        return None
    working = f"100% − {part.printed.rstrip('% ')}% = {plain_number(rest)}%"
    return _draft(f"{plain_number(rest)}% were not: {part.words} {part.setting}.", "share", working, rest, part.figures)


def _about(part: Amount, whole: Amount) -> str:
    return "About " if part.is_rough or whole.is_rough else ""


def _draft(head: str, operation: str, working: str, result: Decimal, figures: tuple[Figure, ...]) -> Draft:
    unit = "%" if operation == "share" else ""
    derivation = Derivation(operation, working, result, unit, tuple(f.id for f in figures))
    return Draft("answered", head, figures=figures, derivation=derivation)


def _last_mention(query: Query, part: Query, library: Library) -> int:
    own = set(part.concepts)
    named = (m.start for m in library.lexicon.find_concepts(query.text) if m.name in own and m.end)
    return max(named, default=-1) if own else -1
