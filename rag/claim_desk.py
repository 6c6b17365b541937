"""Desk: what checking a claim needs at hand."""

from dataclasses import dataclass

from rag.library import Library
from rag.read_question import Reader
from rag.retrieve import Embed
from rag.sentence_features import Weigher


@dataclass(frozen=True, eq=False)
class Desk:
    """The library, the reader of claims, the embedding of texts and the weights of words."""

    library: Library
    reader: Reader
    embed: Embed
    weigher: Weigher
