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
PLAIN_WAY = re.compile(
    r"(?:increas\w+|ris(?:e|es|en|ing)|rose|gr[eo]w(?:s|n|ing|th)?|up|decreas\w+|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin\w+|"
    r"reduc\w+|down)",
    re.I,
)  # words of a direction that neither value nor exaggerate it
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
SUPERLATIVE = re.compile(
    r"\b(?:highest|most|biggest|largest|greatest|top(?:s|ped)?|worst|steepest|fastest|leads?|leading|lowest|fewest|least|smallest|bottom|"
    r"best|slowest|last|first)\b",
    re.I,
)
ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|runner-up)\b", re.I)
NUMBER_WORD = re.compile(
    r"\b(?:dozens?|scores of|a score of|couple|pair|nil|nought|naught|zero|none|hundreds?|thousands?|millions?|billions?|trillions?|"
    r"handful|umpteen|myriads?|lakhs?|crores?|double|treble|trebl\w+|half|halves|halv\w+|\w{2,}upl(?:e|ed|es|ing))\b",
    re.I,
)
ROMAN = re.compile(r"\b[IVXLCDM]{2,}\b")
UNIT = re.compile(
    r"\s*(?:%|£|\$|€|per\s?cent\b|percent\w*|(?:percentage\s)?points?\b|pounds?\b|pence\b|times\b|-?fold\b|k\b|m\b|bn\b|in every\b|per\b|"
    r"out of\b|in\s\[f)",
    re.I,
)
UNIT_BEFORE = re.compile(r"(?:[£$€#]|\d|[+\-−–—±])\s*$")
HEDGE_BEFORE = re.compile(
    r"\b(?:more than|less than|fewer than|at least|at most|up to|close to|in excess of|just (?:over|under)|about|around|roughly|"
    r"approximately|nearly|almost|some|over|under|above|below|only|just|a mere|as (?:many|few|high|low) as|well over|hardly|barely|not|"
    r"minus|plus|another|a further|an extra|between|all but|every|each|once|more|less|fewer|most|least)\s+(?:a |an |the )?$",
    re.I,
)
HEDGE_AFTER = re.compile(
    r",?\s+(?:or (?:more|fewer|less|so|thereabouts|above|under|over|higher|lower|better|worse)|and (?:rising|falling|counting|more|up|above|over)|"
    r"plus|up to|upwards|at most|at least|odd|approximately|roughly|or)\b(?!\s\[f)",
    re.I,
)
BROKEN = re.compile(
    r"\b(?:in|at|for|of|from|across|by|with|and|or|the|an?)\s*(?:[,.;:)]|$)|\b(?:in|at|for|of|from|across|with)\s(?:in|at|for|of|from|across|with)\b|"
    r"[,;:(–—-]\s*[.,;:]?\s*$|\(\s*[,.;:)]",
    re.I,
)  # a place or a time that is missing, or an end that is
NEGATION = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nobody|nowhere|nothing|without|cannot|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|den(?:y|ies|ied)|"
    r"refus\w+|except\w*|unlike|rather than|instead of|no longer|unless|hardly|barely|exclud\w+|omit\w*|apart from|free (?:of|from)|far from)\b|n['’]t\b",
    re.I,
)
MODALITY = {
    "duty": re.compile(r"\b(?:should|must|ought|shall|needs? to|ha(?:s|ve|d) to|(?:is|are|was|were) to)\b", re.I),
    "chance": re.compile(r"\b(?:may|might|could|would|perhaps|possibly|probably|likely|if)\b", re.I),
    "future": re.compile(r"\b(?:will|going to|plans? to|planned|intends?|intended|aims? to|hopes? to|expect(?:s|ed)?)\b", re.I),
    "proposal": re.compile(r"\b(?:propos\w+|recommend\w+|suggest\w+|urg(?:e|es|ed)|call(?:s|ed)? (?:for|on))\b", re.I),
}  # fmt: skip
FOREIGN = re.compile(r"https?:|www\.|://|\w@\w|<\s*/?\s*\w|\]\s*\(|[{}|`#*_=\\]|!\[", re.I)
SMALL_IN_FIGURES = frozenset(
    """a an the in of at on for is are was were be been there this that these those ones it its with as and has have had which while
    where between by from to against than up down more less most least since""".split()
)  # what may be added to figures: directions and comparisons among them are checked by what they say
SMALL_IN_TEXT = frozenset("a an the it its this that in at for of across".split())  # moves with a place or a time
ATTRIBUTION = re.compile(r"\b(?:reports?|says?|said|states?|stated|shows?|according|publish\w+|notes?|noted)\b", re.I)
NEUTRAL = frozenset("report say state show figur accord give given publish stand note".split())
COUNTED = frozenset(("number",))
