"""The words of English by which prose says that something rose, fell or stayed, and what softens a number."""

import re

UP_NOUN = (
    r"(?:increase|rise|uplift|incline|growth|gain|jump|surge|climb|improvement|upturn|uptick|expansion|"
    r"upsurge)s?"
)
DOWN_NOUN = r"(?:decrease|decline|fall|reduction|drop|dip|cut|slump|contraction|deterioration|downturn|shrinkage)s?"
CHANGE_NOUN = rf"(?:{UP_NOUN}|{DOWN_NOUN}|changes?|swing|shift)"
_BY_HOW_MUCH = r"(?=\s(?:by|from|on|at|against|compared|sharply|slightly|\d))"
UP_VERB = (
    r"(?:increas(?:e|es|ed|ing)|r(?:ise|ises|ose|isen|ising)|gr(?:ow|ows|ew|own|owing)|climb(?:s|ed|ing)?|"
    r"jump(?:s|ed|ing)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|leap(?:s|ed|t)?|rocket(?:s|ed)|spik(?:es|ed)|swell(?:s|ed)?|gain(?:s|ed|ing)?|improv(?:es?|ed|ing)|"
    rf"expand(?:s|ed|ing)?|(?:went|go|goes|going|gone|was|were|shot|crept|edged|inched)\sup|up{_BY_HOW_MUCH})"
)
DOWN_VERB = (
    r"(?:decreas(?:e|es|ed|ing)|f(?:all|alls|ell|allen|alling)|declin(?:es?|ed|ing)|reduc(?:es?|ed|ing)|"
    r"drop(?:s|ped|ping)?|dip(?:s|ped|ping)?|slump(?:s|ed|ing)?|shr(?:inks?|ank|unk|inking)|cut(?:s|ting)?|"
    r"worsen(?:s|ed|ing)?|deteriorat(?:es?|ed|ing)|slid|slipp(?:ed|ing)|plung(?:es?|ed|ing)|plummet(?:s|ed)|tumbl(?:es|ed)|dwindl(?:es|ed)|eas(?:ed|ing)|"
    rf"lower(?:ed|ing)|(?:came|come|comes|coming|went|goes|going|gone|was|were|crept|edged|inched)\sdown|down{_BY_HOW_MUCH})"
)
CHANGE_VERB = rf"(?:{UP_VERB}|{DOWN_VERB}|chang(?:es?|ed|ing)|moved|differed)"
MORE = r"(?:more|higher|greater|up|larger|above)"
LESS = r"(?:fewer|less|lower|down|smaller|below)"
SOFTENER = (
    r"(?:(?:an?|the|just|only|over|under|about|around|roughly|approximately|nearly|almost|some|more\sthan|less\sthan|"
    r"fewer\sthan|at\sleast|up\sto|as\s(?:much|many|high|low|few|little)\sas|between|estimated|total|of|well|slightly|"
    r"substantial|significant|modest|slight|marginal|minimal|small|large|further|mere|full|clear|sharp|notable|rather|"
    r"very|close\sto|exactly|circa|all|each|both|in\sthe\srange\s(?:of|from)|ranging\sfrom)\s+)*\(?"
)
STEADY = (
    r"\b(?:unchanged|stable|static|steady|no\schange|(?:did|does|do|had|has|have)\snot\schanged?|"
    r"(?:remain(?:ed|ing|s)?|stay(?:ed|ing|s)?|stood|held|kept)\s(?:\w+\s){0,3}?(?:at|unchanged|the\ssame))\b"
)
_COMMENT = re.compile(
    r",\s+(?:possibly\s|clearly\s|thus\s|thereby\s)?(?!(?:fall|ris|increas|decreas|reduc|dropp|declin|go|remain|rang|"
    r"mark|represent|tak|reach|bring|mak|record|stay|grow|climb|mov|stand|averag|total|number|be|com|register|"
    r"experienc)\w*ing\b)[a-z]{3,}ing\b[^;]*$"
)

_SIGNS = (
    (re.compile(rf"\b(?:{UP_NOUN}|{UP_VERB}|{MORE})\b", re.I), 1),
    (re.compile(rf"\b(?:{DOWN_NOUN}|{DOWN_VERB}|{LESS})\b", re.I), -1),
)


def without_comment(text: str, after: int) -> str:
    """A text without the comment that ends it ("..., indicating a shift") if that begins after a place."""
    match = _COMMENT.search(text, after)
    return text[: match.start()] if match else text


def sign_of(text: str, last: bool = True) -> int:
    """Whether a text speaks of more (1) or less (-1), by its last such word or its first; 0 for neither."""
    found = [(match.start(), sign) for pattern, sign in _SIGNS for match in pattern.finditer(text)]
    if not found:
        return 0
    return (max(found) if last else min(found))[1]
