"""The guard: a sentence of the model is shown only if nothing in it could be wrong; else it says why it is dropped."""

import re

from ingest.numerals import NUMBER_WORDS, find_numbers
from ingest.periods import find_periods
from ingest.words import tokenize
from rag.model.clauses import TOKEN, Setting
from rag.model.evidence import Evidence
from rag.model.guard_figures import figures_fault
from rag.model.guard_form import character_fault, form_fault, token_fault
from rag.model.guard_settings import settings_fault
from rag.model.guard_text import text_fault
from rag.model.words import ATTRIBUTION, NUMBER_WORD, ROMAN

_FEWEST_WORDS = 3
_CITED = re.compile(r"\s*\[s\d+\]")


def reason_to_drop(sentence: str, evidence: Evidence, before: Setting) -> str:
    """Why a sentence is not shown, in a few words; "" where it is sound.

    ``before`` is the setting that the sentences shown before it left: what a reader takes it to be about.
    """
    shown = " ".join(_CITED.sub("", sentence).split())
    return (
        form_fault(sentence, evidence)
        or _number_fault(sentence)
        or _empty_fault(sentence)
        or token_fault(shown, evidence)
        or character_fault(shown, evidence)
        or settings_fault(shown, evidence, before)
        or _attribution_fault(sentence, evidence)
        or _support_fault(sentence, evidence, before)
    )


def _empty_fault(sentence: str) -> str:
    if not TOKEN.search(sentence):
        return "it cites nothing"
    words = [token for token in tokenize(TOKEN.sub(" ", sentence)) if token.word.isalpha()]
    return "no sentence" if len(words) < _FEWEST_WORDS else ""


def _number_fault(sentence: str) -> str:
    """Any digit of any script, Roman numeral or number word that is not part of a period."""
    bare = TOKEN.sub(" ", sentence)
    for mention in reversed(find_periods(bare)):
        bare = f"{bare[: mention.start]} {bare[mention.end :]}"
    in_words = any(token.word in NUMBER_WORDS for token in tokenize(bare)) or NUMBER_WORD.search(bare)
    if any(c.isnumeric() for c in bare) or ROMAN.search(bare) or in_words or find_numbers(bare):
        return "a number of its own"
    return ""


def _attribution_fault(sentence: str, evidence: Evidence) -> str:
    """ "The report says" of something that this program worked out."""
    named = {evidence.tokens[name].statement if name in evidence.tokens else name for name in TOKEN.findall(sentence)}
    plain = " ".join(evidence.statements[name].text for name in named if evidence.statements[name].is_plain)
    says = ATTRIBUTION.search(sentence) and plain and not ATTRIBUTION.search(plain)
    return "it names a report for what was worked out" if says and evidence.is_worked_out else ""


def _support_fault(sentence: str, evidence: Evidence, before: Setting) -> str:
    """Borne out by one sentence of the evidence, or by the figures that it uses."""
    fault = text_fault(sentence, evidence, before)
    return figures_fault(sentence, evidence, before) or "" if fault else ""
