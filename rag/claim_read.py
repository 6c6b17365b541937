"""A claim -> what it speaks of, and each number that it states, read as the numbers in the reports' sentences are."""

import re
from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.numerals import Number
from ingest.prose_figures import figures_of, read_sentence
from ingest.prose_kinds import is_age
from ingest.prose_records import Place, Sentence, Trail
from ingest.records import Figure, Locator
from ingest.words import stem
from rag.claim_benchmark_area import is_of_benchmark
from rag.claim_better import with_judgement
from rag.claim_comments import without_comments
from rag.claim_cues import filler_in, last_direction, verb_direction
from rag.claim_hedges import hedge_of
from rag.claim_listed import names_alone
from rag.claim_numbers import plain_numbers
from rag.claim_periods import with_period
from rag.claim_phrases import plain_phrases
from rag.claim_ranked_sizes import as_ranked_changes
from rag.claim_records import Claim, Role, Stated
from rag.claim_sized import as_change
from rag.claim_turns import areas_in_turn, periods_in_turn
from rag.claim_whole_named import without_parts_added_up
from rag.lookup import unit_class
from rag.query import Query
from rag.read_question import Reader, read_question

_SOFT = (
    r"(?:just |about |around |roughly |nearly |almost |over |under |more than |less than |only |some |an? |a mere )*"
)
_FROM = re.compile(rf"\bfrom\s{_SOFT}$", re.I)
_TO = re.compile(
    rf"(?<!close )(?<!up )(?<!due )(?<!led )(?<!leads )(?<!leading )(?<!next )(?<!according )(?<!compared )(?<!relative )\b(?:to|at|reaching|reached)\s{_SOFT}$",
    re.I,
)
_MORE, _FEWER = (
    re.compile(r"\s(?:more|extra|additional|higher|greater)\b", re.I),
    re.compile(r"\s(?:fewer|less|lower)\b", re.I),
)
_BETTER = re.compile(r"\s(?:better|worse) than (?:the\s)?(?:(?-i:[A-Z])|national|average|rest)", re.I)
_EXTRA = re.compile(r"\b(?:an?|the|some) (?:additional|extra|further)\s$", re.I)
_ABOVE = re.compile(
    r"\s(?P<side>above|ahead of|below|beneath)\s(?:that of\s|those of\s)?(?:the\s)?(?:[A-Z][\w']+|national|average|rest|regional|rate|year before|previous year|preceding year|a year earlier|its|their|last year)"
)
_OF_ANOTHERS = re.compile(
    r"\sof\s(?-i:[A-Z]\w+)['’]s?(?:\s(?:level|rate|figure|number|total))?(?=\s(?:in|for|at)\s(?:\w+\s)?(?:19|20)\d\d|[,.;]|$)"
)
_PART_OF_THAT = re.compile(
    r"\s(?:of\s)?(?:that|those|the (?:rate|figure|number|level|share|proportion|one))\s(?:for|of|(?<!those )in|in(?=\s(?:the\s)?(?-i:[A-Z])))\b",
    re.I,
)
_MULTIPLE = re.compile(
    r"\s(?:times\s(?:as|more|higher|bigger|larger|greater|the|that|this|those|what|its|(?-i:[A-Z])[\w ]+?['’]s?)\b|fold\b|-fold\b|to (?:one|1)\b(?![,.]?\d))",
    re.I,
)
_SOME_OF_THEM = re.compile(
    r"\s(?:out )?of (?:the |our |its |these |those )?(?:two|three|four|five|six|seven|eight|nine|ten) [\w -]{3,30}? (?:that|which|where|whose|who)\b",
    re.I,
)
_IS = re.compile(rf"\b(?:is|was|were|are|stood at|ran at)\s{_SOFT}$", re.I)
_TIMES_A_THING = re.compile(
    r"\stimes\s(?!in\b|during\b|over\b|since\b|an?\b|per\b|between\b|from\b|last\b|this\b|by\b)", re.I
)
_ARE = re.compile(r"\b(?:is|are|was|were|being|among) $", re.I)
_SCOPE_BEFORE = re.compile(
    r"\b(?:all|the|these|those|across|other|our|every one of the|each of the)\s(?:the\s)?$", re.I
)
_SCOPE_AFTER = re.compile(
    r"\s(?:\w+\s){0,3}?(?:areas?|authorit\w+|councils?|boroughs?|LPAs?|districts?|places|of them|regions)\b", re.I
)
_COUNTED = re.compile(
    r"^\s*(?:of\s|areas?\b|places\b|authorit|councils?\b|boroughs?\b|(?:local |council |policing |police )+(?:areas?|authorit))",
    re.I,
)
_ONE_OF = re.compile(r"\b(?:every|each|not|only)\s$", re.I)
_ORDERED = re.compile(r"\s(?:highest|lowest|most|fewest|biggest|largest|smallest|worst|best|busiest|steepest)\b", re.I)
_MEAN_AGE = re.compile(
    rf"\b(?:mean|average|median|typical) age(?: of|:| was| is)?\s(?:\w+\s)?$|\b(?:mean|average|median|typical) age\b[^.;]*\b(?:was|is|stood at)\s{_SOFT}$",
    re.I,
)
_ON_AVERAGE = re.compile(r"\bon average\b[^.;\d]*$", re.I)
_YEARS_OLD = re.compile(r"\s?years?[ -](?:old|of age)\b|\swhen (?:they|he|she)\b", re.I)
_OF_ALL = re.compile(
    r"\b(?:of the|all|among the|of our|the other|(?:leads?|leading|led|tops?|topp(?:ed|ing)|head(?:s|ed|ing)?) the)\s$",
    re.I,
)
_ALONE = re.compile(
    r"\s(?:over|in|for|by|from|between|at|during|on|and|as|to|had|saw|were|are|was|is)\b|\s?[,.;:)]|$", re.I
)
_AGAINST = re.compile(rf"\b(?:against|compared (?:with|to)|where it had been)\s{_SOFT}$", re.I)
_WHERE_IT_HAD = re.compile(
    rf"\b(?:when|while|whilst|whereas|where|but)\s[^,.;\d]*\s(?:had|has|have|was|were|is|are|managed|stood at)\s(?:(?:fewer|less|more) than )?{_SOFT}$",
    re.I,
)
_THEIR_RATE = re.compile(
    rf"[;:,]\s[^,.;\d]*\b(?:figure|rate|level|share|proportion|average)\b[^,.;\d]*\s(?:was|is|stood at)\s{_SOFT}$", re.I
)
_OFTEN = re.compile(r"(?:every|each|once an?|an?) (?:day|week|month|year)", re.I)  # how often, no figure
_BEYOND = re.compile(r"\b(?:outside|beyond|rest of|elsewhere in)\s(?:the\s)?$", re.I)
_ITS = re.compile(
    rf"\bits\s[^,.;:\d]{{3,50}}\s(?:is|was|stood at|came to)\s{_SOFT}$", re.I
)  # of the place spoken of, not of that it is set against
_BESIDE = re.compile(rf"\s?[,(]?\s?(?:or|that is|i\.e\.)?\s?\(?{_SOFT}", re.I)
_SET_OFF = re.compile(rf"\s\w+\s?(?:,|\(|–|-)\s?(?:or|that is|i\.e\.|which is|equal to)?\s?{_SOFT}", re.I)
_SHARE_WORD = re.compile(r"\b(?:proportions?|percentages?|shares?)\b", re.I)
_WENT_BY = re.compile(rf"\b(?P<verb>\w+(?: \w+)?) by {_SOFT}$", re.I)
_EXCEEDED_BY = re.compile(rf"\b(?:outnumber|exceed|outstrip|surpass|overt[ao]k|beat)\w*\b[^.;]*\bby\s{_SOFT}$", re.I)


def read_claim(text: str, reader: Reader) -> Claim:
    """The claim with its query and stated numbers."""
    plain = plain_numbers(plain_phrases(names_alone(without_comments(" ".join(text.split())))))
    plain = without_parts_added_up(plain, reader.lexicon)
    query = _without_filler(read_question(plain, reader))
    sentence = read_sentence(Place(plain, Locator(""), (), ""), Trail(), reader.lexicon)
    stated = as_ranked_changes(plain, _stated(sentence, query, reader.lexicon))
    return Claim(plain, query, tuple(stated), " ".join(text.split()))


def _without_filler(query: Query) -> Query:
    """The query without the words that tell nothing of what is counted."""
    filler = filler_in(query.text)
    kept = {
        name: tuple(word for word in words if stem(word) not in filler and word not in filler)
        for name, words in (("words", query.words), ("unknown", query.unknown), ("common", query.common))
    }
    return replace(query, words=kept["words"], unknown=kept["unknown"], common=kept["common"])


def _stated(sentence: Sentence, query: Query, lexicon: Lexicon) -> list[Stated]:
    figures = figures_of(sentence, lexicon)
    found: list[Stated] = []
    for at, number in enumerate(sentence.numbers):
        figure = _figure_of(sentence, figures, at)
        if figure is not None and not _is_age(sentence.text, number, figure) and not _OFTEN.fullmatch(number.printed):
            stated = _with_setting(sentence, number, figure, query, lexicon)
            stated = _of_share(sentence.text, _beside(sentence.text, found, stated), found)
            found.append(_in_same_unit(sentence.text, found, stated))
    return found


def _is_age(text: str, number: Number, figure: Figure) -> bool:
    """Whether a number only tells whom the claim speaks of ("aged 15 to 24"), not a mean age, which is a figure."""
    band = figure.unit == "years" and number.high is not None
    return (band or is_age(text, number)) and not _is_mean_age(text, number)


def _is_mean_age(text: str, number: Number) -> bool:
    before = text[: number.start]
    old = bool(_ON_AVERAGE.search(before)) and bool(_YEARS_OLD.match(text[number.end :]))
    return old or bool(_MEAN_AGE.search(before))


def _beside(text: str, earlier: list[Stated], stated: Stated) -> Stated:
    """A number that only says another one again ("by about a third, 32.2%") is read as that one is."""
    last = earlier[-1] if earlier else None
    if last is None or stated.figure.unit != "%" or stated.figure.kind != "level" or last.figure.kind == "level":
        return stated
    beside = _BESIDE if last.figure.unit == "%" else _SET_OFF
    if not beside.fullmatch(text[last.number.end : stated.number.start]):
        return stated
    sign = -1 if last.figure.value < 0 else 1
    figure = replace(
        stated.figure,
        kind=last.figure.kind if last.figure.unit == "%" else "change_percent",
        value=abs(stated.figure.value) * sign,
        base_period=last.figure.base_period,
        period=last.figure.period,
    )
    return replace(stated, figure=figure)


def _in_same_unit(text: str, earlier: list[Stated], stated: Stated) -> Stated:
    """A bare number that is set against a rate or a share ("12 per 1,000, when England had fewer than 9") is one too."""
    last = earlier[-1] if earlier else None
    if last is None or stated.number.unit or last.figure.unit != "%" and not last.figure.unit.startswith("per "):
        return stated
    set_against = _AGAINST.search(text[: stated.number.start])
    if stated.figure.unit or not set_against:
        between, alone = text[last.number.end : stated.number.start], _ALONE.match(text[stated.number.end :])
        elsewhere = set_against or _WHERE_IT_HAD.search(between) or _THEIR_RATE.search(between)
        if not alone or not elsewhere or last.figure.area == stated.figure.area:
            return stated
    return replace(stated, figure=replace(stated.figure, unit=last.figure.unit))


def _of_share(text: str, stated: Stated, earlier: list[Stated]) -> Stated:
    """A bare number of what a claim calls a share ("the proportion rose from 82 to 91") is one in per cent."""
    counts = unit_class(stated.figure.unit, "level") == "count"
    bare = not stated.number.unit and counts and not stated.number.in_words and stated.role != "scope"
    alone = _ALONE.match(text[stated.number.end :])
    if not bare or not alone or not 0 < abs(stated.figure.value) <= 100 or stated.figure.kind != "level":
        return stated
    if not _SHARE_WORD.search(text[: stated.number.start]) or any(one.number.unit for one in earlier):
        return stated
    return replace(stated, figure=replace(stated.figure, unit="%"))


def _figure_of(sentence: Sentence, figures: list[Figure], at: int) -> Figure | None:
    """The figure of a number; of several (one for each area) the first."""
    number = sentence.numbers[at]
    mine = [figure for figure in figures if figure.printed == number.printed and abs(figure.value) == abs(number.value)]
    earlier = sum(1 for other in sentence.numbers[:at] if other.printed == number.printed)
    return mine[min(earlier, len(mine) - 1)] if mine else None


def _with_setting(sentence: Sentence, number: Number, figure: Figure, query: Query, lexicon: Lexicon) -> Stated:
    text = sentence.text
    role = _role_of(text, number)
    if len(query.areas) > 1 and number.unit in ("%", "share") and _OF_ANOTHERS.match(text[number.end :]):
        role = "times"
    if not role and len(query.areas) < 2 and _AGAINST.search(text[: number.start]) and verb_direction(text):
        role = "from"
    role = "" if role == "to" and number.signed else role
    in_turn = areas_in_turn(sentence, lexicon).get(number.start)
    figure = replace(figure, area=in_turn or _area_of(sentence, number, figure, query))
    if role == "times" and number.unit == "%":
        figure = replace(figure, value=figure.value / 100, unit="share")
    if number.unit == "share" and role != "times":
        figure = replace(figure, value=figure.value * 100, unit="%")
    if role in ("from", "to", "times") and figure.kind != "level":
        figure = replace(figure, kind="level", value=abs(figure.value), base_period="")
    figure, role = as_change(text, number, figure, role)
    if role in ("more", "fewer") and figure.kind == "level":
        figure = replace(
            figure,
            kind="change_percent" if figure.unit == "%" else "change_count",
            value=figure.value * (-1 if role == "fewer" else 1),
        )
    if not number.unit and _is_mean_age(text, number):
        figure = replace(figure, unit="years")
    by = _WENT_BY.search(text[: number.start])
    verb = by["verb"] if by else text[: number.start] if number.signed else ""
    told = last_direction(verb) if figure.kind != "level" else ""
    if told in ("up", "down"):
        figure = replace(figure, value=abs(figure.value) * (1 if told == "up" else -1))
    figure = with_judgement(text, number, figure, query, lexicon)
    figure = with_period(text, number, figure, role, query)
    told_in_turn = periods_in_turn(sentence, query.periods).get(number.start)
    if told_in_turn and figure.kind == "level":
        figure = replace(figure, period=told_in_turn.label)
    return Stated(number, figure, hedge_of(text, number), role)


def _role_of(text: str, number: Number) -> Role:
    before, after = text[: number.start], text[number.end :]
    if _is_scope(before, after, number):
        return "scope"
    if _IS.search(before) and _TIMES_A_THING.match(after):
        return "times"
    if number.unit == "times" or number.unit == "share" and _PART_OF_THAT.match(after) or _MULTIPLE.match(after):
        return "times"
    if _MORE.match(after) or _EXTRA.search(before) and verb_direction(text) or _EXCEEDED_BY.search(before):
        return "more"
    if _FEWER.match(after):
        return "fewer"
    if number.unit.startswith("per ") and _BETTER.match(after):
        return "more"
    beside = number.unit in ("%", "share", "percentage points") or number.unit.startswith("per ")
    if beside and (match := _ABOVE.match(after)):
        return "more" if match["side"].lower() in ("above", "ahead of") else "fewer"
    if _FROM.search(before):
        return "from"
    return "to" if _TO.search(before) else ""


def _is_scope(before: str, after: str, number: Number) -> bool:
    """Whether a number only tells how many areas are spoken of, or how many lead a ranking."""
    if number.unit or number.value > 20:
        return False
    if _ORDERED.match(after) or (number.in_words and _OF_ALL.search(before) and _ALONE.match(after)):
        return True
    if number.in_words and _SOME_OF_THEM.match(after) and _ARE.search(before):
        return True
    if number.printed.lower() == "one" and (_ONE_OF.search(before) or after.startswith(" of ")):
        return True
    return bool(_SCOPE_AFTER.match(after)) and bool(_SCOPE_BEFORE.search(before) or _COUNTED.match(after))


def _area_of(sentence: Sentence, number: Number, figure: Figure, query: Query) -> str:
    """The area of a number: as typed where the claim names that area, else the one named, or the nearest of several."""
    before = [mention for mention in sentence.areas if mention.end <= number.start]
    if (
        before
        and before[0].name in query.areas
        and before[-1].kind == "country"
        and _ITS.search(sentence.text[: number.start])
    ):
        return before[0].name
    if figure.area in query.areas or not query.areas or _is_here(sentence, number):
        return figure.area
    named = [
        mention
        for mention in sentence.areas
        if mention.name in query.areas and not _BEYOND.search(sentence.text[: mention.start])
    ]
    if not named or is_of_benchmark(sentence, number, named):
        return figure.area
    return min(named, key=lambda m: min(abs(m.start - number.end), abs(number.start - m.end))).name


def _is_here(sentence: Sentence, number: Number) -> bool:
    """Whether the place named last before a number is the region itself ("in the region", "here")."""
    before = [mention for mention in sentence.areas if mention.end <= number.start]
    return bool(before) and before[-1].kind == "here"
