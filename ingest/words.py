"""Words of a text: tokens with their places, stems, and the words that carry no meaning of their own."""

import re
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import snowballstemmer

REMEMBERED = (
    20_000  # texts whose words, numbers or terms are kept: the same passages are looked at for question after question
)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_STEMMER = snowballstemmer.stemmer("english")
_ADVERB = 7  # the least letters of an adverb in "-ily" of an adjective in "-y"; "family" and "daily" are none
_STEMMING = Lock()  # a Snowball stemmer keeps state while it works, and threads share this one

STOPWORDS = frozenset(
    """a about above after again all also although am an and any are as at be because been before being below between
    both but by can could did do does doing down during each few for from further had has have having he her here hers
    him his how i if in into is it its itself just let me more most my no nor not now of off on once only or other our
    out over own per please s same she should so some such t than that the their them then there these they this those
    through to too under until up very was we were what when where which while who whom whose why will with would you
    your yours us ok hello hi hey thanks thank cheers ta plz pls tell show give know want need get got find like im ive
    ill id dont doesnt didnt isnt arent wasnt whats hows wheres theres thats lets actually really exactly currently
    many much any anyone someone something anything one ones r u ppl etc eg ie vs via around across within among
    amongst against towards well may might must shall yes sorry quick question wondering wonder curious mate love
    """.split()
)


# stems of words that captions and questions use of any statistic: they tell no measure from another
STATISTIC_STEMS = frozenset(
    """total number figur tabl show volum record fiscal calendar financi year estim type count sourc data databas overal
    regist statist stat amount local author area categori illustr display outlin present detail breakdown compar amongst
    quarter month period latest recent offenc recorded fig""".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its characters' bounds, lower-case form without apostrophe, and stem."""

    start: int
    end: int
    word: str
    stem: str


def tokenize(text: str) -> list[Token]:
    """The words of a text in order; "B'ham" is one word, "drug-related" and "1,234" are two."""
    return list(_tokens(text))


def content_stems(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order, with repeats."""
    return [token.stem for token in tokenize(text) if token.word not in STOPWORDS]


@lru_cache(maxsize=REMEMBERED)
def likened_words(text: str) -> tuple[str, ...]:
    """The words of a text whose meaning is worth likening to other words: once each, no numbers, nothing very short."""
    words = (token.word for token in tokenize(text))
    return tuple(dict.fromkeys(w for w in words if len(w) > 2 and w.isalpha() and w not in STOPWORDS))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball stem of a lower-case word; words with digits stay as they are, "primarily" is one with "primary"."""
    if not word.isalpha():
        return word
    if len(word) >= _ADVERB and word.endswith("ily"):
        word = f"{word[:-3]}y"
    with _STEMMING:
        return str(_STEMMER.stemWord(word))


@lru_cache(maxsize=REMEMBERED)
def _tokens(text: str) -> tuple[Token, ...]:
    """Kept, since places, terms and numbers are each looked for in the same sentences and passages."""
    return tuple(_token(match) for match in _TOKEN.finditer(text))


def _token(match: re.Match[str]) -> Token:
    word = match.group().lower().replace("’", "'")
    word = word.removesuffix("'s").replace("'", "")
    return Token(match.start(), match.end(), word, stem(word))


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9£])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|No|Dr|Mr|Mrs|Ms|St|approx|para|p)\.$")


_OF_THE_LAST = re.compile(
    r"(?:of|among(?:st)?) (?:these|those|them)\b(?! (?:areas|places|boroughs|cities|towns|councils)\b)"
    r"|the (?:national |regional )?(?:average|mean|rate|figure) (?:for|in|across) [\w ]+? (?:was|is|were|stood at) [^ ]*\d[^ ]*$"
    r"|\([^()]*\)\.?$",
    re.I,
)


def split_statements(text: str) -> list[str]:
    """The sentences of a paragraph; one that says nothing without the sentence before it stays with that one.

    Such are a part of what was counted ("Of these tests 64% were positive."), the average that a share is held against
    ("The average for England was 30%.") and a number put after in brackets.
    """
    statements: list[str] = []
    for sentence in split_sentences(text):
        if statements and _OF_THE_LAST.match(sentence):
            statements[-1] = f"{statements[-1]} {sentence}"
        else:
            statements.append(sentence)
    return statements


def split_sentences(text: str) -> list[str]:
    """The sentences of a paragraph, in order; abbreviations and decimals do not end one."""
    parts: list[str] = []
    begin = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[begin : match.start()]):
            continue
        parts.append(text[begin : match.end()].strip())
        begin = match.end()
    parts.append(text[begin:].strip())
    return [part for part in parts if part]
