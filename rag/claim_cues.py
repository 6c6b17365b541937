"""Words by which a claim says more than a number: direction, rank, all, only, how many areas, comparison. General English."""

import re

UP = re.compile(
    r"\b(?:increas\w+|ris(?:e|en|es|ing)|rose|gr[eo]w(?:n|s|ing|th)?|uplift|jump\w*|climb\w*|soar\w*|surg\w+|worsen\w*|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|gain(?:s|ed)?|swell\w*|leap\w*|leapt|rocket\w*|escalat\w+|upturn|"
    r"(?:go|goes|going|gone|went|crept|shot|edged|ticked|was|were|is|are|moved|pushed) up|up (?:on|from|by|in|since)|more|higher|greater)\b",
    re.I,
)
DOWN = re.compile(
    r"\b(?:decreas\w+|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?(?![ -]?outs?\b)|declin\w+|reduc\w+|cut|halv\w+|shr[aiu]nk\w*|plummet\w*|plung\w+|tumbl\w+|slump\w*|slid|dip(?:s|ped)?|downturn|lessen\w*|"
    r"(?:come|came|coming|go|goes|going|gone|went|edged|was|were|is|are|brought|crept) down|down (?:on|from|by|in|since)|fewer|less|lower)\b",
    re.I,
)
SAME = re.compile(
    r"\b(?:unchanged|no change|(?:did|has|have|had)(?: not|n't) changed?|stayed (?:the same|level|flat|put)|remained (?:the same|level|flat|stable)|flat|identical|exactly the same|the same (?:number|figure|total))\b",
    re.I,
)
CHANGE_VERB = re.compile(
    r"\b(?:increas\w+|ris(?:e|en|es|ing)|rose|gr[eo]w(?:n|s|ing|th)?|jump\w*|climb\w*|soar\w*|surg\w+|doubl\w+|tripl\w+|trebl\w+|halv\w+|decreas\w+|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?(?![ -]?outs?\b)|declin\w+|reduc\w+|cut|chang\w+|"
    r"plummet\w*|plung\w+|tumbl\w+|slump\w*|dip(?:s|ped)?|shrank|shrunk|unchanged|improv\w+|worsen\w+|(?:go|goes|going|gone|went|come|came|crept|shot|edged|brought) (?:up|down)|(?:was|were|is|are) (?:up|down)|(?:up|down) (?:on|from|by))\b",
    re.I,
)
_CHANGE_NOUN = re.compile(
    r"\b(?:rise|increase|growth|uplift|upturn|jump|surge|fall|drop|decrease|decline|reduction|downturn|dip|cut)s?\b",
    re.I,
)
YEARS_COMPARED = re.compile(
    r"\bthan (?:in )?(?:the |a )?(?:year (?:before|earlier|ago)|a year (?:earlier|before|ago)|previous year|preceding year|year prior|(?:19|20)\d\d)|\bthan (?:it|they|there) (?:had|did|was|were|had been)\b.*\b(?:before|earlier|(?:19|20)\d\d)|\bcompared (?:with|to) (?:the )?(?:year|previous|(?:19|20)\d\d)",
    re.I,
)
EVERY = re.compile(
    r"\b(?:all|each|every|every single|every one of|each of|each and every)(?: one)?(?: of)?(?: the| our| these)? ?(?:seven|7)?(?: \w+){0,3}? ?(?:areas?|councils?|boroughs?|authorit\w+|LPAs?|districts?|cities|places|of them|parts? of)\b|\bin all seven\b|\ball seven\b|\beverywhere\b|\bacross the board\b|\bwithout exception\b",
    re.I,
)
NONE = re.compile(
    r"\b(?:no|none of the|not one of the|not a single|in no|nowhere)\b(?: \w+){0,4}? ?(?:areas?|councils?|boroughs?|authorit\w+|LPAs?|seven)\b|\bnowhere\b",
    re.I,
)
TOGETHER = re.compile(
    r"\b(?:together|altogether|combined|in total|in all\b(?! seven)|add(?:ed|ing)? (?:\w+ ){0,6}up|added together|collectively|between them|taken as a whole|sum of|overall total)\b",
    re.I,
)
ONLY = re.compile(
    r"\bonly (?:(?:two|three|four|five|six|one|\d)\s)?(?:\w+ ){0,3}?(?:areas?|councils?|boroughs?|authorit\w+|LPAs?|places?|ones?|district)\b|\bonly in\b|^only (?=[A-Z])|\b(?-i:[A-Z][a-z]+) only\b|\balone (?:saw|had|recorded|among)|\bthe only (?:one|two|three|exceptions?)\b|\bthe sole (?:\w+ ){0,3}?(?:area|borough|council|authority|exception)\b",
    re.I,
)
COUNTED_AREAS = re.compile(
    r"(?<!every )(?<!each )(?<!not )\b(?P<n>one|two|three|four|five|six|seven|\d|none|most|half|a majority|the majority)\b(?: out)?(?: of)?(?: the)?(?: (?:seven|7))?(?: (?:local|council|police|policing|authority|of))*\s?(?:areas?|councils?|boroughs?|authorit\w+|LPAs?|districts?|seven)\b",
    re.I,
)
HIGH = re.compile(
    r"\b(?:highest|most|biggest|largest|greatest|worst|top(?:ped)?|busiest|hardest hit|steepest|sharpest|fastest|number one|leads?|led|first place)\b",
    re.I,
)
LOW = re.compile(r"\b(?:lowest|fewest|least|smallest|bottom|slowest|best)\b", re.I)
ORDINAL = re.compile(
    r"\b(?P<nth>second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th|next)[ -](?:highest|lowest|most|biggest|largest|greatest|worst|best|fewest|smallest|least|steepest|fastest)\b",
    re.I,
)
RANKED = re.compile(
    r"\b(?:ranks?|ranked|came|comes|placed|stood|was|is) (?P<nth>first|second|third|fourth|fifth|sixth|last)\b", re.I
)
AFTER = re.compile(
    r"^(?:after|behind|next to|apart from|other than|besides|aside from|excluding|leaving aside|except(?:ing)?(?: for)?|outside)\s",
    re.I,
)
BEHIND = re.compile(r"\b(?:after|behind|second only to|followed by|ahead of|second to)\b", re.I)
CHANGE_RANK = re.compile(
    r"\b(?:highest|most|biggest|largest|greatest|worst|steepest|sharpest|fastest|lowest|fewest|least|smallest|slowest|best)\s(?:\w+\s){0,3}?"
    r"(?P<noun>rise|increase|fall|drop|decrease|growth|decline|reduction|change|cut|jump|uplift|rises|falls|increases|decreases|drops)\b|"
    r"\b(?P<verb>rose|fell|grew|dropped|increased|decreased|declined|went up|went down|risen|fallen|grown) (?:by )?(?:the )?(?:most|least|fastest|furthest|more)\b|"
    r"\b(?P<cut>cut|reduced|increased|raised)\b.*\b(?:more|most|further)\b",
    re.I,
)
NO_AREA_MORE = re.compile(
    r"\b(?:no|no other|nowhere|none|not one)\b(?: other)?(?: \w+){0,3}? ?(?:areas?|councils?|boroughs?|authorit\w+|LPAs?|else)?\b.*\b(?P<how>more|higher|greater|larger|bigger|further|fewer|less|lower|smaller)\b.*\bthan\b",
    re.I,
)
IN_PERCENT = re.compile(
    r"\b(?:percentage|per cent|percent|proportion\w*|relative|in percentage terms|rate of)\b|%", re.I
)
IN_NUMBER = re.compile(r"\b(?:number|numerical|absolute|in number|volume|by \d)\b", re.I)
COMPARATIVE = re.compile(
    r"\b(?P<up>more|higher|greater|larger|bigger|above|exceed(?:s|ed)?|outnumber(?:s|ed)?|outstripp?(?:s|ed)?|ahead of|worse|overtook|surpass(?:es|ed)?)\b|\b(?P<down>fewer|less|lower|smaller|below|behind|under|better)\b|\b(?P<same>the same (?:number|figure|rate|proportion|as)|as many|equal|level with|identical)\b",
    re.I,
)
TIMES_AS = re.compile(r"\b(?:times|twice|double|triple|treble|half|thrice)\b", re.I)


def direction_in(text: str) -> str:
    """up, down, same, or "" where the text tells none or both."""
    if SAME.search(text):
        return "same"
    up, down = UP.search(text), DOWN.search(text)
    if bool(up) != bool(down):
        return "up" if up else "down"
    return ""


def verb_direction(text: str) -> str:
    """The direction of a change over time that the text's verbs tell, or ""."""
    if SAME.search(text):
        return "same"
    found = [match.group() for match in CHANGE_VERB.finditer(text)]
    directions = {direction_in(word) for word in found} - {""}
    return directions.pop() if len(directions) == 1 else ""


def last_direction(text: str) -> str:
    """The direction of the last change that a text tells, or ""."""
    found = [match.group() for match in CHANGE_VERB.finditer(text)]
    return direction_in(found[-1]) if found else ""


def directions_in(text: str) -> frozenset[str]:
    """All directions of change that a text tells, by verbs and nouns; comparatives ("more than") do not count."""
    words = [match.group() for match in [*CHANGE_VERB.finditer(text), *_CHANGE_NOUN.finditer(text)]]
    return frozenset({direction_in(word) or _noun_direction(word) for word in words} - {""})


def _noun_direction(word: str) -> str:
    return (
        "up"
        if re.match(r"(?:rise|increase|growth|uplift|upturn|jump|surge|gain)", word, re.I)
        else "down"
        if _CHANGE_NOUN.match(word)
        else ""
    )


HALVED = re.compile(
    r"\b(?P<hedge>(?:more than|over|nearly|almost|about|roughly|just under)\s)?halv(?:ed|es|ing)\b", re.I
)
HEDGED = re.compile(
    r"\b(?:more|fewer|less|higher|lower|greater) than (?:a |an |one |two |three |half|double|twice|£?\d|doubl|tripl)|\b(?:over|under|above|below) (?:a |an |one |two |three |half|£?\d)|\bunder-?\d|\bbelow \d",
    re.I,
)
