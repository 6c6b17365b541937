"""A correction without what is said of the slip itself ("sorry, slip of the keyboard - trafficking"), or of going back ("back to opiates only")."""

import re

_OOPS = r"(?:(?:oh|ah|oops|whoops|sorry|soz|apologies|no|nope|wait|hang on|hold on|hmm+|er+m?|um+|argh|doh|d['’]oh|damn|right|ok|well)[,.!… ]+)*"
_SLIP = re.compile(
    rf"^(?P<oops>{_OOPS})(?:(?:that was |it was |just |clearly |obviously )?(?:an? |my )?)*"
    r"(?:slip(?: of the (?:keyboard|keys?|fingers?|thumb|tongue|pen|mind|hand))?|typ(?:o|ing error)|fat[- ]?fingers?(?:ed it)?|"
    r"autocorrect(?: (?:again|got me|strikes))?|(?:my )?fingers? slipped|mis-?click(?:ed)?|mis-?typed?(?: it)?|mis-?read(?: it)?|"
    r"brain (?:fade|fart|freeze)|senior moment|(?:my )?(?:mistake|bad|error|fault)|"
    r"(?:i )?(?:typed|put|wrote|said|had|picked|named|entered|gave)(?: you| down| in)? the wrong "
    r"(?:one|place|thing|word|year|area|borough|town|offence|measure|figure))"
    r"\s*(?:[-–—:,;.!…]+\s*)(?P<rest>\S.*)$",
    re.I | re.S,
)
_SHOULD_READ = re.compile(
    r"^(?:(?:it |that |this )?(?:should|ought to|was (?:meant|supposed) to|is meant to) (?:have )?(?:read|been|be|say|said)|"
    r"read|for [\w'’ ]+ read|meant|i meant?) ",
    re.I,
)
_BACK_TO = re.compile(
    rf"^{_OOPS}(?:(?:and|so|but|now|then|please|let['’]?s|can (?:we|you)|i want to|on second thoughts?,?|on reflection,?) )*"
    r"(?:(?:go|going|flip|switch|turn|get|come|take (?:me|us|it)|jump) )?(?:back to|return(?:ing)? to|revert(?:ing)? to)(?: just| only)? "
    r"(?P<thing>[^,;?]{2,40}?) (?:only|alone|again|after all|on (?:its|their) own|by (?:itself|themselves))(?P<rest>[,;?.].*|$)",
    re.I | re.S,
)


def without_slip(question: str) -> str:
    """The correction itself, in the plain words of a follow-up."""
    slip = _SLIP.match(question.strip())
    if slip:
        return f"sorry, {_SHOULD_READ.sub('', slip['rest'])}"
    back = _BACK_TO.match(question.strip())
    return f"and {back['thing']}{back['rest']}" if back else question
