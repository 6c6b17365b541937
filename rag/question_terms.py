"""The glossary terms and the other telling words of a question."""

import re

from ingest.lexicon import Lexicon
from ingest.lexicon_records import Mention
from ingest.words import STATISTIC_STEMS, content_stems
from rag.cues import Cues
from rag.fit import telling
from rag.question_clauses import asking_clause, asking_spans, names_measure
from rag.question_periods import without_periods

TABLE = re.compile(r"\b(table|figure|fig\.?|chart)\s+(\d+[a-z]?)\b", re.I)
_TABLES = re.compile(
    r"\b(tables|figures)((?:\s*(?:,|and|&|plus|\+|or|against|with)?\s*\d{1,2}[a-z]?\b(?![/.,]?\d))+)", re.I
)
_SHORT = 16  # a question of so many words is read whole
_SETTING = re.compile(
    r"(?:(?:and|so|ok|now|right),? )*(?:for|among(?:st)?|looking (?:only |just )?at|taking|as for|when it comes to|regarding|concerning|considering|"
    r"with (?:regard|respect) to|as regards|on the subject of|in (?:the case|terms) of|within|out of|"
    r"(?:thinking|talking) (?:only |just )?(?:of|about))\b",
    re.I,
)
_ENOUGH = 3  # words of any sort that make a question for the reports' text
_PIECE = re.compile(r"[.;?!]+\s|,\s|\sand\s")
_BARE_VALUE = re.compile(r"(?<!market )(?<!street )(?<!trade )\bvalues?\b(?! (?:of the|for money))", re.I)
_PARTS = ("client", "substance", "age", "sex", "phase", "offence")  # facets of terms that tell which part is counted
_GENERAL_FACETS = ("general", "stat", "acronym", "age_default")
Terms = tuple[tuple[str, ...], tuple[str, ...]]


def tables_named(text: str) -> tuple[str, ...]:
    """The labels of the tables that a text names, also of those listed ("tables 8 and 10")."""
    single = [(match.start(), match[1], match[2]) for match in TABLE.finditer(text)]
    listed = [(m.start(), m[1], number) for m in _TABLES.finditer(text) for number in re.findall(r"\d+[a-z]?", m[2])]
    kinds = [("Table" if kind.lower().startswith("table") else "Figure", n) for _, kind, n in sorted(single + listed)]
    return tuple(dict.fromkeys(f"{kind} {number}" for kind, number in kinds))


def without_tables(text: str) -> str:
    """The text without the labels of tables that it names."""
    return _TABLES.sub(" ", TABLE.sub(" ", text))


def terms_in(text: str, lexicon: Lexicon, cues: Cues) -> Terms:
    """Terms and telling words: of the asking clause if it names a measure, else of the whole question.

    What is told before belongs to it where the clause points back ("possession: how many of those ended in a charge").
    """
    whole = _split_terms(text, lexicon)
    if len(text.split()) <= _SHORT or _asks_two_things_in_words(text, cues):
        return whole
    clause = asking_clause(text)
    asking = _split_terms(clause, lexicon)
    if names_measure(asking[0], lexicon):
        points_back = cues.has("told_before", clause)
        both = {"share", "ratio", "difference", "compare"} & set(cues.operations_in(text))
        return (whole[0] if both or points_back else _with_part(asking[0], text, lexicon, cues)), asking[1]
    pieces = [_split_terms(piece, lexicon) for piece in _pieces(text, lexicon)]
    named = [piece for piece in pieces if telling(piece[0], lexicon)]
    if not any(names_measure(piece[0], lexicon) for piece in named):
        return whole
    concepts = tuple(dict.fromkeys(c for piece in named for c in piece[0]))
    shadowed = _shadowed(concepts, text, lexicon)
    return tuple(c for c in concepts if c not in shadowed), tuple(dict.fromkeys(w for piece in named for w in piece[1]))


def _asks_two_things_in_words(text: str, cues: Cues) -> bool:
    """Whether two clauses ask and neither is for a number ("what happened to ..., and what did the money allow?")."""
    numbers = any(cues.has(cue, text) for cue in ("number_wanted", "money")) or bool(cues.operations_in(text))
    return not numbers and len(asking_spans(text)) > 1


def _with_part(asked: tuple[str, ...], text: str, lexicon: Lexicon, cues: Cues) -> tuple[str, ...]:
    """The asked terms with the part that another clause narrows them to ("the opiate lot only, how many ...", "for opiates, who ...")."""
    pieces = [piece for piece in _pieces(text, lexicon) if cues.has("only_these", piece) or _SETTING.match(piece)]
    parts = [c for piece in pieces for c in _split_terms(piece, lexicon)[0] if lexicon.concepts[c].facet in _PARTS]
    facets = {lexicon.concepts[c].facet for c in asked}
    return (*asked, *dict.fromkeys(c for c in parts if lexicon.concepts[c].facet not in facets))


def without_joined_terms(text: str, lexicon: Lexicon) -> str:
    """The text with "and" for a "plus" that stands within a term ("non-opiates plus alcohol"), where it adds nothing up."""
    for mention in lexicon.find_concepts(text):
        inside = text[mention.start : mention.end]
        text = (
            text[: mention.start] + re.sub(r"\bplus\b", "and ", inside, flags=re.I)[: len(inside)] + text[mention.end :]
        )
    return text


def _pieces(text: str, lexicon: Lexicon) -> list[str]:
    """The text split at commas, sentence ends and "and", but not within a term ("drink and drugs")."""
    spans = [(mention.start, mention.end) for mention in lexicon.find_concepts(text)]
    bounds = [m for m in _PIECE.finditer(text) if not any(start < m.start() and m.end() < end for start, end in spans)]
    starts = [0, *(m.end() for m in bounds)]
    ends = [*(m.start() for m in bounds), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _split_terms(text: str, lexicon: Lexicon) -> Terms:
    plain = without_periods(_BARE_VALUE.sub(" ", without_tables(text)))
    terms = lexicon.terms_of(plain)
    named = tuple(t for t in terms if t in lexicon.concepts and lexicon.concepts[t].facet not in _GENERAL_FACETS)
    shadowed = _shadowed(named, plain, lexicon)
    concepts = tuple(t for t in named if t not in shadowed)
    return concepts, tuple(
        t for t in terms if t not in lexicon.concepts and t not in STATISTIC_STEMS and t not in ASKING
    )


def without_other_meaning(
    asked: tuple[str, ...], before: tuple[str, ...], text: str, lexicon: Lexicon
) -> tuple[str, ...]:
    """The terms of a follow-up but for those that its words would not mean after what was spoken of ("how many were killed?")."""
    shadowed = _shadowed(tuple(dict.fromkeys((*asked, *before))), text, lexicon)
    return tuple(name for name in asked if name not in shadowed)


def as_meant_beside(concepts: tuple[str, ...], text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The terms, each as what it means beside another that is named, or that a word said alone means ("treatment, opiates only")."""
    statistics = (name for name in lexicon.all_concepts(text) if lexicon.concepts[name].facet == "stat")
    said = {*lexicon.with_broader(concepts), *lexicon.said_alone(text), *statistics}
    meant = {name: next((to for by, to in lexicon.concepts[name].beside if by in said), name) for name in concepts}
    if all(name == other for name, other in meant.items()):
        return concepts
    spoken_of = (
        by
        for name in concepts
        for by, _ in lexicon.concepts[name].beside
        if by in said and meant[name] != name and lexicon.concepts[by].facet != "stat"
    )
    return tuple(dict.fromkeys((*meant.values(), *spoken_of)))


def _shadowed(named: tuple[str, ...], text: str, lexicon: Lexicon) -> set[str]:
    """The terms that only a word or two of the text would mean, were another not named of which they are said.

    Beside homicides the "people killed" are no drug-related deaths. Where still another thing is counted, none is.
    """
    over = {name: set(lexicon.concepts[name].not_beside) & set(named) for name in named}
    loose = {name for name, others in over.items() if others}
    counted = {name for name in named if lexicon.concepts[name].facet == "topic"} - loose
    if not loose or not all(counted <= over[name] for name in loose):
        return set()
    return {
        name for name in loose if not any(m.name == name and _of_words(m, text) for m in lexicon.find_concepts(text))
    }


def _of_words(mention: Mention, text: str) -> bool:
    """Whether a term is named by a phrase of more than one word."""
    return len(re.findall(r"\w+", text[mention.start : mention.end])) > 1


def last_resort(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Words to look for where a question has no telling one: its acronyms, or in a longer question all its words."""
    acronyms = [
        t.lower() for t in lexicon.terms_of(text) if t in lexicon.concepts and lexicon.concepts[t].facet == "acronym"
    ]
    stems = [
        s for s in dict.fromkeys(content_stems(without_periods(without_tables(text)))) if s != "report" and s.isalpha()
    ]
    return tuple(acronyms) or (tuple(stems) if len(stems) >= _ENOUGH else ())


ASKING = frozenset(
    """say said tell told report document articl page accord mention state give given happen look check confirm mean
    question answer somebodi someon wonder heard hear read seen saw think thought believ guess bet thing stuff bit lot
    provid tabul summaris identifi enumer name list set state specifi describ outlin quot cite detail print beside side
    next kind sort way share everyon everybodi go went gone come came make made put take took use got get last year ago
    time day month week today now right true fals wrong correct better wors best worst high low highest lowest higher
    lower more most fewer less least big biggest larg largest small smallest top bottom rank order compar differ
    between chang increas decreas rise rose risen fall fell fallen drop grow grew growth declin reduc up down per cent
    percent percentag proport rate averag mean combin altogeth togeth add everi each both all whole per month annual
    previous befor after follow next first second third recent new current seven two three councillor chair resid ward
    constitu meet committe colleagu anyway basic basicali honest appar suppos realli actual just also still even ever
    yet short long term word figur number statist stat data total hello hi hey pleas thank morn afternoon even sorri
    narrat prose commentari word reconcil contrast million billion thousand hundr multipli product interval margin registr absolut express reduct relat
    steeper sharper mind seri portion ring back
    reason rational attribut ascrib justif exampl instanc basi remind spell descript eh summat
    yea fifth sixth tenth half twice yeah yep yup yh ye ay innit init fraction repres constitut deriv infer deduc expand diminish lessen
    besid switch subject topic newest suit lot em minus ratio entri row cell column minimum maximum beside werent wasnt lpa
    plus pair trio coupl headcount instead presum stay steadi flat unchang downward upward trend faster bigger smaller outnumb hymn likelier likeliest
    bad good
    shoot leap leapt surg soar rocket skyrocket plummet plung slump tumbl nosed mushroom escal dwindl
    mate reckon n er um oh well ok user use adult older old figur likewis ditto oh forget ignor repli meant except exclud bar
    """.split()
)
