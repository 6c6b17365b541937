"""Lines and pieces of text to whole sentences: broken words and broken sentences put together."""

import re
from collections import Counter
from collections.abc import Iterable

ENDED = re.compile(r"[.!?…:;][”’\"'»)\]*]*$")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BROKEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
FIRST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)")
PREFIXES = frozenset("non multi self".split())
CLOSED = frozenset(
    "a an any be every for he her here his how in it never no not on other our out over she so some there"
    " they to under up when where who with".split()
)
LEAST_STEM = 5
SUSPENDING = frozenset(("and", "or", "to"))

Vocabulary = Counter[str]


def collect_vocabulary(lines: Iterable[str]) -> Vocabulary:
    """Count a document's words, hyphenated ones whole; halves of words broken at a line end are left out."""
    words: Vocabulary = Counter()
    after_break = False
    for line in (text.strip() for text in lines if text.strip()):
        found = WORD.findall(line.lower())
        found = found[1:] if after_break else found
        after_break = bool(BROKEN.search(line))
        words.update(found[:-1] if after_break else found)
    return words


def join_text(left: str, right: str, words: Vocabulary) -> str:
    """Join two pieces of one sentence, undoing a hyphen that only stands for the line's end."""
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return left + right
    if left.endswith("\u00ad"):
        return left[:-1] + right
    broken, first = BROKEN.search(left), FIRST.match(right)
    if broken and first:
        return left[:-1] + _glue(broken.group(1), first.group(1), words) + right
    if re.search(r"\d-$", left) and right[0].isdigit():
        return left + right
    return f"{left} {right}"


def join_cell(left: str, right: str, words: Vocabulary) -> str:
    """Join two lines of a cell as printed; a broken word is mended only where the document has it whole."""
    broken, first = BROKEN.search(left), FIRST.match(right)
    if broken and first and words[(broken.group(1) + first.group(1)).lower()]:
        return left[:-1] + right
    return f"{left} {right}".strip()


def has_ended(text: str) -> bool:
    """Whether a text ends as a sentence or a lead-in does."""
    return bool(ENDED.search(text.rstrip()))


def goes_on(left: str, right: str) -> bool:
    """Whether ``right`` can only be the rest of the sentence that ``left`` leaves open."""
    right = right.lstrip("“‘\"'([")
    return bool(right) and right[0].islower() and not has_ended(left)


def _glue(left: str, right: str, words: Vocabulary) -> str:
    """What stands between the halves of a broken word: nothing, a hyphen, or a suspended hyphen and a blank.

    The document's own words decide. A word that it has nowhere else keeps the hyphen between two that it has.
    """
    if right.lower() in SUSPENDING:
        return "- "
    if not right.islower() or "-" in right:
        return "-"
    left = left.lower()
    last = left.split("-")[-1]
    if words[left + right] or words[last + right]:
        return ""
    if words[f"{left}-{right}"] or (last in PREFIXES and len(right) >= LEAST_STEM):
        return "-"
    return "-" if words[last] and words[right] and last not in CLOSED else ""
