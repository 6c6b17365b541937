"""The kinds of glossary terms that no other word can stand for: a body, a substance, an offence, a sex, an age."""

from ingest.lexicon import Lexicon
from ingest.words import tokenize

_KINDS = {
    "body": "name",
    "substance": "substance",
    "client": "substance",
    "offence": "offence",
    "sex": "sex",
    "age": "age",
    "result": "result",
    "level": "level",
    "law": "law",
}


def kind_of_term(term: str, lexicon: Lexicon) -> str:
    """The kind of a glossary term that no other word can stand for; "" where wording may differ."""
    concept = lexicon.concepts[term]
    if concept.facet == "general" and concept.short_for:
        return "name"
    return _KINDS.get(concept.facet, "programme" if concept.short_for else "")


def fixed_words(text: str, lexicon: Lexicon) -> set[str]:
    """The words of a text that name such a term."""
    mentions = [m for m in lexicon.find_concepts(text) if m.end and kind_of_term(m.name, lexicon)]
    return {token.word for m in mentions for token in tokenize(text[m.start : m.end])}
