"""What a claim says of one thing and, by the way, of another: "and so did possession", "like Sandwell", "unlike Coventry", "overtaking Walsall"."""

import re

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from rag.wording import sentence_case

_WENT = (
    r"(?:(?:has|have|had|also|both|all|actually|sharply|slightly) )*(?:rose|risen|fell|fallen|grew|grown|dropped|increased|decreased|declined|climbed|jumped|"
    r"improved|worsened|(?:went|gone|came|come|was|were|is|are) (?:up|down))\b"
)
_SO_DID = re.compile(
    rf"^(?P<what>[^,;]+?) (?P<went>{_WENT}[^,;]*?),? (?:and|as|with|but) so (?:too )?(?:did|had|has|have|were|was) (?P<other>[^,;]+?)(?: too| as well)?[.!]?$",
    re.I,
)
_OF_OTHER_AREA = re.compile(
    r"^(?:(?:those|it|they|that|the (?:number|figure|rate)s?) (?:in|for|of) )?(?P<area>.+?)(?:['’]s?)?$", re.I
)
_LIKE = re.compile(r"(?:^|, )(?P<un>un)?like (?P<other>[A-Z]\w+(?: and [A-Z]\w+)?), ", re.I)
_PAST = re.compile(
    r",? (?:and (?:so )?)?(?:(?:thus|thereby|now) )?(?P<how>overtaking|overtook|passing|passed|leapfrogging|leapfrogged|moving (?:above|ahead of|past)|moved (?:above|ahead of|past)|"
    r"going (?:above|past|ahead of)|putting (?:it|the \w+) (?:above|ahead of)) (?P<other>[A-Z]\w+)[.!]?$",
    re.I,
)
_SHARE = r"(?P<share>(?:(?:just|slightly|a little|well|only|about|around|roughly|nearly|almost|more|fewer|less|over|under) (?:than )?)*(?:half|(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?)|a (?:third|quarter|fifth|tenth)|\w+ in (?:every )?(?:ten|five|four|three|\d+)|[\d.]+ ?(?:%|per cent)))"
_DID = r"(?P<did>(?:were|was|are|had|came|ended|went|tested|proved|turned)\b.+?)"
_OF_SO_MANY = (
    re.compile(rf"^of (?:the|its|our|all|those)?\s?(?P<n>\d[\d,]*\d) (?P<what>[^,;]+?),? {_SHARE} {_DID}[.!]?$", re.I),
    re.compile(rf"^{_SHARE} of (?:the|its|our|all|those) (?P<n>\d[\d,]*\d) (?P<what>[^,;]+?) {_DID}[.!]?$", re.I),
)
_EACH_SAW = re.compile(
    r"^(?P<who>[A-Z]\w+(?:, [A-Z]\w+)* and [A-Z]\w+),? (?:both|all|each) (?P<rest>(?:saw|had|have|recorded|registered|reported) (?:fewer|more|less|higher|lower)\b(?!.* than ).+)$"
)
_DENIED = (
    (r"saw|seen", "did not see"), (r"had", "did not have"), (r"has|have", "does not have"), (r"recorded", "did not record"),
    (r"registered", "did not register"), (r"reported", "did not report"), (r"rose", "did not rise"), (r"fell", "did not fall"), (r"grew", "did not grow"),
    (r"dropped", "did not drop"), (r"increased", "did not increase"), (r"decreased", "did not decrease"),
    (r"declined", "did not decline"), (r"improved", "did not improve"), (r"cut", "did not cut"), (r"experienced", "did not experience"),
    (r"managed", "did not manage"), (r"was", "was not"), (r"were", "were not"), (r"went", "did not go"),
)  # fmt: skip


def said_by_the_way(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The claims that a text makes of each of two things, in full; () where it makes no such claim."""
    found = _so_did(text, lexicon) or _like(text, lexicon) or _past(text, lexicon)
    return found or _of_so_many(text, lexicon) or _each_saw(text)


def _so_did(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """ "Trafficking fell in 2024/25 and so did possession": both fell then."""
    match = _SO_DID.search(text)
    if match is None:
        return ()
    one = f"{match['what']} {match['went']}."
    if not _is_only_area(match["other"], lexicon):
        return one, f"{sentence_case(match['other'])} {match['went']}."
    first, second = _local(one, lexicon), _local(match["other"], lexicon)
    if len(first) != 1:
        return ()
    return one, f"{one[: first[0].start]}{second[0].name}{one[first[0].end :]}"


def _is_only_area(text: str, lexicon: Lexicon) -> bool:
    """Whether nothing but an area is named ("Coventry", "those in Coventry", "Coventry's")."""
    areas = _local(text, lexicon)
    match = _OF_OTHER_AREA.match(text)
    return len(areas) == 1 and match is not None and match["area"].strip() == text[areas[0].start : areas[0].end]


def _like(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """ "Birmingham, unlike Coventry, saw a fall": the one did, the other did not."""
    match = _LIKE.search(text)
    if match is None:
        return ()
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
    subject = _local(rest, lexicon)
    others = _local(match["other"], lexicon)
    if len(subject) != 1 or not others or subject[0].start > 0:
        return ()
    told = rest[subject[0].end :]
    if not match["un"]:
        return rest, *(f"{other.name}{told}" for other in others)
    denied = _denied(told)
    return (rest, *(f"{other.name}{denied}" for other in others)) if denied else ()


def _past(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """ "Deaths in Dudley rose to 25 in 2024, overtaking Walsall": they were higher than in Walsall then."""
    match = _PAST.search(text)
    if match is None:
        return ()
    main = text[: match.start()]
    went, areas, others = re.search(_WENT, main, re.I), _local(main, lexicon), _local(match["other"], lexicon)
    when = re.findall(r"\b(?:in|by|during) (?:20)\d\d(?:/\d\d)?\b", main)
    if went is None or len(areas) != 1 or len(others) != 1 or not when:
        return ()
    subject = main[: went.start()].strip()
    return f"{main}.", f"{subject} were higher than in {others[0].name} {when[-1]}."


def _of_so_many(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """ "Of the 2,025 people in treatment in Coventry, half were opiate clients": so many there were, and half of them.

    Only of a district, whose counts stand in tables: a sentence's share may be of another number of the same sentence.
    """
    match = next((found for pattern in _OF_SO_MANY if (found := pattern.search(text))), None)
    if match is None or not _local(text, lexicon):
        return ()
    share = match["share"].strip()
    return f"There were {match['n']} {match['what']}.", f"{sentence_case(share)} of the {match['what']} {match['did']}."


def _each_saw(text: str) -> tuple[str, ...]:
    """ "Birmingham and Sandwell both saw fewer deaths in 2024": each of them did."""
    match = _EACH_SAW.search(text)
    return tuple(f"{who} {match['rest']}" for who in re.split(r", | and ", match["who"])) if match else ()


def _denied(told: str) -> str:
    """What follows a subject, denied by its first verb; "" where that is none that is known."""
    for verb, denial in _DENIED:
        match = re.match(rf"['’]?s?(?P<what> (?:[a-z][\w-]* ){{0,4}}?)(?:{verb})\b", told)
        if match:
            return f"{told[: match.start('what')]}{match['what']}{denial}{told[match.end() :]}"
    return ""


def _local(text: str, lexicon: Lexicon) -> list[Mention]:
    return [mention for mention in lexicon.find_areas(text) if mention.kind == "local"]
