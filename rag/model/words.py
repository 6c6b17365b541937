"""Words that decide what a sentence says, by what they do; general English, nothing of one subject."""

import re

UP = re.compile(
    r"\b(?:increas\w+|ris(?:e|es|en|ing)|rose|gr[eo]w(?:s|n|ing|th)?|uplift\w*|upturn|jump\w*|climb\w*|soar\w*|surg\w+|leap\w*|"
    r"rocket\w*|escalat\w+|swell\w*|spik\w+|worsen\w*|gain(?:s|ed)?|(?<!add )(?<!adds )(?<!added )up)\b",
    re.I,
)
DOWN = re.compile(
    r"\b(?:decreas\w+|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin\w+|reduc\w+|cut(?:s|ting)?|shr[aiu]nk\w*|plummet\w*|plung\w+|"
    r"tumbl\w+|slump\w*|slid\w*|dip(?:s|ped)?|downturn|lessen\w*|improv\w+|down)\b",
    re.I,
)
CHANGE_BY = r"(?:\bby|\b(?:rise|increase|growth|fall|drop|decrease|decline|reduction)\sof)\s*"
SAME = re.compile(r"\b(?:unchanged|no change|(?:stayed|remained) (?:the same|level|flat|stable)|the same)\b", re.I)
HIGH = re.compile(
    r"\b(?:more|higher|greater|larger|bigger|highest|most|biggest|largest|greatest|top(?:s|ped)?|leads?|led|leading|exceed\w*|ahead|"
    r"outnumber\w*|outstrip\w*|overt[ao]\w+|surpass\w*|above|worse|worst|steepest|fastest|first)\b",
    re.I,
)
LOW = re.compile(
    r"\b(?:fewer|less|lower|smaller|lowest|fewest|least|smallest|bottom|behind|below|under|trail\w*|better|best|slowest|last)\b",
    re.I,
)
EQUAL = re.compile(r"\b(?:equal\w*|as many|as high|alike|identical|tied?)\b", re.I)
ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|runner-up)\b", re.I)
NUMBER_WORD = re.compile(
    r"\b(?:dozens?|scores of|a score of|couple|pair|nil|nought|naught|zero|none|hundreds?|thousands?|millions?|billions?|trillions?|"
    r"handful|double|triple|quadruple|half|halves|halv\w+)\b",
    re.I,
)
ROMAN = re.compile(r"\b[IVXLCDM]{2,}\b")
UNIT = re.compile(
    r"\s*(?:%|£|\$|€|per\s?cent\b|percent\w*|(?:percentage\s)?points?\b|pounds?\b|pence\b|times\b|-?fold\b|k\b|m\b|bn\b|in every\b|per\b|"
    r"out of\b|in\s\[f)",
    re.I,
)
UNIT_BEFORE = re.compile(r"(?:[£$€#]|\d|[+\-−–±])\s*$")
HEDGE_BEFORE = re.compile(
    r"\b(?:more than|less than|fewer than|at least|at most|up to|close to|in excess of|just (?:over|under)|about|around|roughly|"
    r"approximately|nearly|almost|some|over|under|above|below|only|just|a mere|as (?:many|few|high|low) as|well over|hardly|barely|not|"
    r"minus|plus|another|a further|an extra)\s+(?:a |an |the )?$",
    re.I,
)
NEGATION = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nobody|nowhere|nothing|without|cannot|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|den(?:y|ies|ied)|"
    r"refus\w+|except\w*|unlike|rather than|instead of|no longer|unless|hardly|barely|excluding|apart from)\b|n['’]t\b",
    re.I,
)
MODALITY = {
    "duty": re.compile(r"\b(?:should|must|ought|shall|needs? to|ha(?:s|ve|d) to|(?:is|are|was|were) to)\b", re.I),
    "chance": re.compile(r"\b(?:may|might|could|would|perhaps|possibly|probably|likely|if)\b", re.I),
    "future": re.compile(r"\b(?:will|going to|plans? to|planned|intends?|intended|aims? to|hopes? to|expect(?:s|ed)?)\b", re.I),
    "proposal": re.compile(r"\b(?:propos\w+|recommend\w+|suggest\w+|urg(?:e|es|ed)|call(?:s|ed)? (?:for|on))\b", re.I),
}  # fmt: skip
FOREIGN = re.compile(r"https?:|www\.|://|\w@\w|<\s*/?\s*\w|\]\s*\(|[{}|`#*_=\\]|!\[", re.I)
RELATIONS = frozenset(
    """by from to against without than before after until since under over above below except only more most less least no not
    every all some each both other others another same few now then once again still ever never per off out up down""".split()
)
NEUTRAL = frozenset("report say state show figur accord give given publish stand note".split())
COUNTED = frozenset(("number", "count"))
