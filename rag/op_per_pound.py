"""What a sum of money brings by a rate that the reports give for each pound ("every £1 brings £2.50: what of £10,000?")."""

import re
from decimal import Decimal

from ingest.numerals import Number
from ingest.records import Figure
from rag.draft import Draft
from rag.fit import telling
from rag.library import Library
from rag.lookup import Found
from rag.prose import sentences_of
from rag.query import Query
from rag.records import Derivation
from rag.wording import plain_number

_EACH_POUND = re.compile(r"\b(?:each|every|per|for an?) (?:£1|pound)(?![\d.,]\d|\d)", re.I)
_PHRASES = [f"{each} {pound}" for each in ("each", "every", "per", "for a", "for an") for pound in ("£1", "pound")]
_MOST = 400  # passages with such a phrase that are looked at
_LEAST = 2  # a question about one pound is answered by the sentence itself


def brought_by_sum(query: Query, found: list[Found], library: Library) -> Draft | None:
    """The sum stated times what the fitting sentence gives for each pound; None where no sentence gives such a rate."""
    sums = [n for n in query.numbers if n.unit == "£" and n.value >= _LEAST and n.high is None]
    if len(sums) != 1 or query.yes_no:
        return None
    fitting = _rates(query, library)
    if len({f.value for f in fitting}) != 1 or sums[0].value == fitting[0].value:
        return None
    return _told(sums[0], fitting[0])


def _rates(query: Query, library: Library) -> list[Figure]:
    """The amounts given for each pound in the sentences that name most of what is asked for."""
    asked = telling(query.concepts, library.lexicon)
    found = library.index.search_text(_PHRASES, _MOST, ("sentence", "item", "prose"), query.report or None)
    passages = library.index.passages([passage_id for passage_id, _ in found])
    sentences = [s for passage in passages.values() for s in sentences_of(passage) if _EACH_POUND.search(s)]
    rates = [f for f in library.index.figures.saying(sentences) if f.unit == "£" and f.value != 1]
    shared = {f.id: len(asked & library.lexicon.all_concepts(f.sentence)) for f in rates}
    most = max(shared.values(), default=0)
    return [f for f in rates if most and shared[f.id] == most]


def _told(stated: Number, rate: Figure) -> Draft:
    amount: Decimal = stated.value * rate.value
    working = f"£{plain_number(stated.value)} × {plain_number(rate.value, 2)} = £{plain_number(amount)}"
    head = f"£{plain_number(amount)}: {working}. {rate.sentence}"
    return Draft("answered", head, figures=(rate,), derivation=Derivation("product", working, amount, "£", (rate.id,)))
