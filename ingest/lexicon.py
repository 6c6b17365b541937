"""What the project knows of places and words (``areas.yaml``, ``glossary.yaml``, ``thesaurus.yaml``), found in a text."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import WrongUse
from ingest.lexicon_records import Area, Concept, Mention
from ingest.thesaurus import Thesaurus, build_thesaurus
from ingest.words import REMEMBERED, STOPWORDS, Token, stem, tokenize

PROJECT_CORPUS = Path(__file__).resolve().parent.parent / "corpus"


@dataclass(frozen=True, eq=False)
class PhraseTable:
    """Phrases as sequences of keys (words or stems), found longest first."""

    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)

    def add(self, keys: tuple[str, ...], name: str) -> None:
        """Adds one phrase; of two with the same keys the first stays."""
        if not keys:
            return
        entries = self.by_first.setdefault(keys[0], [])
        if all(existing != keys for existing, _ in entries):
            entries.append((keys, name))
            entries.sort(key=lambda entry: -len(entry[0]))

    @cached_property
    def words(self) -> frozenset[str]:
        """All keys of all phrases."""
        return frozenset(key for entries in self.by_first.values() for keys, _ in entries for key in keys)

    def singular(self, word: str) -> str:
        """A word without the s of a possessive written without apostrophe ("brums"), where only that makes it a key."""
        bare = word.removesuffix("s")
        return bare if word not in self.words and bare in self.words and len(bare) > 2 else word

    def scan(self, keys: list[str]) -> list[tuple[int, int, str]]:
        """The phrases in a list of keys as (first, past last, name), longest first, none overlapping."""
        found, at = [], 0
        while at < len(keys):
            hit = next((e for e in self.by_first.get(keys[at], ()) if tuple(keys[at : at + len(e[0])]) == e[0]), None)
            if hit:
                found.append((at, at + len(hit[0]), hit[1]))
            at += len(hit[0]) if hit else 1
        return found


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Places and terms, ready to be found in text."""

    areas: Mapping[str, Area]
    concepts: Mapping[str, Concept]
    region: str
    compare: tuple[str, ...]
    area_headers: frozenset[str]
    area_phrases: PhraseTable
    concept_phrases: PhraseTable
    composites: "Composites"
    acronyms: frozenset[str] = frozenset()
    spellings: tuple[str, ...] = ()
    thesaurus: Thesaurus = Thesaurus()
    spots: PhraseTable = PhraseTable()

    def with_areas(self, names: Iterable[str]) -> "Lexicon":
        """The same lexicon with further local areas that the reports name."""
        areas, phrases = (
            dict(self.areas),
            PhraseTable({k: list(v) for k, v in self.area_phrases.by_first.items()}),
        )
        for name in names:
            areas[name] = Area(name, "local")
            phrases.add(_word_keys(name), name)
        return Lexicon(areas, self.concepts, self.region, self.compare, self.area_headers, phrases,
                       self.concept_phrases, self.composites, self.acronyms, self.spellings, self.thesaurus,
                       self.spots)  # fmt: skip

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the names of places and terms, lower-case, and the commonest first words of sentences."""
        return frozenset(t.word for phrase in self.spellings for t in tokenize(phrase)) | STOPWORDS

    def find_areas(self, text: str) -> list[Mention]:
        """Places named in a text, in order; kind "every" and "here" stand for words such as "all seven" and "our region"."""
        return list(self._remembered_areas(text))

    def _find_areas(self, text: str) -> list[Mention]:
        tokens = tokenize(text)
        found = self.area_phrases.scan([self.area_phrases.singular(t.word) for t in tokens])
        return [
            _mention(tokens, first, last, name, self.areas[name].kind)
            for first, last, name in found
            if not (self.areas[name].kind == "elsewhere" and last - first == 1 and _is_activity(text, tokens[first]))
        ]

    def find_spots(self, text: str) -> list[Mention]:
        """Places named in a text that reports name too, but give no figures for."""
        tokens = tokenize(text)
        found = self.spots.scan([token.word for token in tokens])
        return [_mention(tokens, first, last, name, "spot") for first, last, name in found]

    def area_named(self, text: str) -> Area | None:
        """The area that a whole cell names, or None."""
        mentions = self.find_areas(text)
        tokens = tokenize(text)
        if len(mentions) == 1 and tokens and (mentions[0].start, mentions[0].end) == (tokens[0].start, tokens[-1].end):
            area = self.areas[mentions[0].name]
            return area if area.kind in ("local", "region", "country") else None
        return None

    def find_concepts(self, text: str) -> list[Mention]:
        """Terms named in a text; composites ("deaths ... from drugs") come last, in place of the words they use up."""
        tokens = tokenize(text)
        keys = [self._key(text, token) for token in tokens]
        composites = self._composites_in(keys)
        used = {key for _, groups in composites for group in groups for key in group if " " not in key}
        phrases = [
            _mention(tokens, first, last, name, self.concepts[name].facet)
            for first, last, name in self.concept_phrases.scan(keys)
            if last - first > 1 or keys[first] not in used
        ]
        named = {mention.name for mention in phrases}
        named |= {broader for name in named for broader in self.broader_of(name)}
        return phrases + [Mention(0, 0, n, self.concepts[n].facet) for n, _ in composites if n not in named]

    def first_said(self, name: str, text: str) -> int:
        """Where a text first names a term: by a phrase of it, else by a word of the first group of its composite; -1 for nowhere."""
        tokens = tokenize(text)
        keys = [self._key(text, token) for token in tokens]
        phrases = [tokens[first].start for first, _, found in self.concept_phrases.scan(keys) if found == name]
        groups = next((groups for found, groups in self.composites if found == name), (frozenset[str](),))
        words = [token.start for token, key in zip(tokens, keys, strict=True) if key.removeprefix("=") in groups[0]]
        return min(phrases or words, default=-1)

    def said_alone(self, text: str) -> tuple[str, ...]:
        """The concepts that a text means by a word that would tell nothing beside another measure ("treatment")."""
        stems = {token.stem for token in tokenize(text)}
        return tuple(c.id for c in self.concepts.values() if stems & {stem(word) for word in c.alone})

    def all_concepts(self, text: str) -> frozenset[str]:
        """Every term that a text names in any way: as a phrase, within a composite, or by the words of both."""
        return self._remembered_concepts(text)

    def _all_concepts(self, text: str) -> frozenset[str]:
        tokens = tokenize(text)
        keys = [self._key(text, token) for token in tokens]
        phrases = {name for _, _, name in self.concept_phrases.scan(keys)}
        return frozenset(phrases | {name for name, _ in self._composites_in(keys)})

    def terms_of(self, text: str) -> list[str]:
        """Concept ids, then the stems of all other words that carry meaning: the features of a text.

        Numbers and the names of places are left out: a figure has them as fields of their own.
        """
        return list(self._remembered_terms(text))

    # The same passages are looked at for question after question: what was found in a text is remembered.
    @cached_property
    def _remembered_areas(self) -> Callable[[str], list[Mention]]:
        return lru_cache(REMEMBERED)(self._find_areas)

    @cached_property
    def _remembered_concepts(self) -> Callable[[str], frozenset[str]]:
        return lru_cache(REMEMBERED)(self._all_concepts)

    @cached_property
    def _remembered_terms(self) -> Callable[[str], list[str]]:
        return lru_cache(REMEMBERED)(self._terms_of)

    def _terms_of(self, text: str) -> list[str]:
        concepts = self.find_concepts(text)
        spans = [(m.start, m.end) for m in concepts if m.end] + [(m.start, m.end) for m in self.find_areas(text)]
        used = {
            key for name, groups in self.composites if name in {m.name for m in concepts} for g in groups for key in g
        }
        words = [
            token.stem
            for token in tokenize(text)
            if token.word not in STOPWORDS
            and not token.word.isdigit()
            and token.stem not in used
            and not any(start <= token.start < end for start, end in spans)
        ]
        return list(dict.fromkeys([mention.name for mention in concepts] + words))

    def _key(self, text: str, token: Token) -> str:
        if token.word in self.acronyms:
            return "=" + token.word
        return token.stem

    def _composites_in(self, keys: list[str]) -> list[tuple[str, tuple[frozenset[str], ...]]]:
        bare = [key.removeprefix("=") for key in keys]
        present, joined = {*keys, *bare}, " " + " ".join(bare) + " "
        return [
            (name, groups)
            for name, groups in self.composites
            if all(any(key in present or (" " in key and f" {key} " in joined) for key in group) for group in groups)
        ]

    def broader_of(self, name: str) -> frozenset[str]:
        """All concepts of which this one is a special case."""
        return self._remembered_broader(name)

    def with_broader(self, names: Iterable[str]) -> frozenset[str]:
        """The names with all concepts that they are special cases of; what is no concept stays as it is."""
        own = frozenset(names)
        return own.union(*(self.broader_of(name) for name in own))

    @cached_property
    def _remembered_broader(self) -> Callable[[str], frozenset[str]]:
        return lru_cache(REMEMBERED)(self._broader_of)

    def _broader_of(self, name: str) -> frozenset[str]:
        concept = self.concepts.get(name)
        if concept is None:
            return frozenset()
        return frozenset(concept.broader).union(*(self.broader_of(parent) for parent in concept.broader))


def load_lexicon(corpus: Path) -> Lexicon:
    """The lexicon of a folder of reports, the project's own files standing in for those that it lacks.

    Raises:
        WrongUse: a file is not the YAML that is expected.
    """
    areas, glossary, sayings = (_yaml_of(corpus, f"{name}.yaml") for name in ("areas", "glossary", "thesaurus"))
    return replace(_build(areas, glossary), thesaurus=build_thesaurus(sayings))


def data_file(corpus: Path, name: str) -> Path:
    """A data file of a folder of reports, or the project's own where the folder has none."""
    return corpus / name if (corpus / name).exists() else PROJECT_CORPUS / name


def _yaml_of(corpus: Path, name: str) -> dict[str, Any]:
    path = data_file(corpus, name)
    return _parsed(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _parsed(path: Path, _changed: int) -> dict[str, Any]:
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise WrongUse(f"{path.name!r} is not valid YAML ({' '.join(str(error).split())}): mend it") from error
    if not isinstance(loaded, dict):
        raise WrongUse(f"{path.name!r} holds no mapping at its top level: see the project's own corpus/{path.name}")
    return loaded


def _build(places: dict[str, Any], glossary: dict[str, Any]) -> Lexicon:
    areas: dict[str, Area] = {}
    phrases = PhraseTable()
    for entry in places.get("areas", ()):
        _add_area(areas, phrases, Area(entry["name"], entry.get("kind", "local")), entry.get("aliases", ()))
    for entry in places.get("groups", ()):
        _add_area(areas, phrases, Area(entry["name"], "group", tuple(entry["members"])), entry.get("aliases", ()))
    for kind in ("every", "here"):
        _add_area(areas, phrases, Area(kind, kind), places.get(kind, ()))
    for name in places.get("elsewhere", ()):
        _add_area(areas, phrases, Area(name, "elsewhere"), ())
    spots = PhraseTable()
    for name in places.get("spots", ()):
        spots.add(_word_keys(name), name)
    concepts, concept_phrases, composites, acronyms = _concepts(glossary.get("terms", {}))
    headers = frozenset(" ".join(_stem_keys(header)) for header in places.get("headers", ()))
    return Lexicon(areas, concepts, places.get("region", ""), tuple(places.get("compare", ())), headers,
                   phrases, concept_phrases, composites, acronyms, _spellings(places, glossary), spots=spots)  # fmt: skip


def _spellings(places: dict[str, Any], glossary: dict[str, Any]) -> tuple[str, ...]:
    entries = [*places.get("areas", ()), *places.get("groups", ())]
    terms = glossary.get("terms", {}).values()
    names = [entry["name"] for entry in entries] + [entry["term"] for entry in terms]
    return tuple(names + [form for entry in terms for form in entry.get("forms", ())])


def _add_area(areas: dict[str, Area], phrases: PhraseTable, area: Area, aliases: Iterable[str]) -> None:
    areas.setdefault(area.name, area)
    names = () if area.kind in ("every", "here") else (area.name,)
    for phrase in (*names, *aliases):
        phrases.add(_word_keys(phrase), area.name)


Composites = tuple[tuple[str, tuple[frozenset[str], ...]], ...]


def _concepts(terms: dict[str, Any]) -> tuple[dict[str, Concept], PhraseTable, Composites, frozenset[str]]:
    concepts, phrases, composites = {}, PhraseTable(), []
    acronyms: set[str] = set()
    spelled: list[tuple[tuple[str, ...], str]] = []
    for name, entry in terms.items():
        concepts[name] = Concept(
            name, entry["term"], entry.get("facet", "topic"), tuple(entry.get("broader", ())),
            entry.get("means", ""), entry.get("short_for", ""), _acronyms(name, entry),
            tuple(entry.get("stands_in_for", ())), entry.get("better", ""), tuple(entry.get("sum_of", ())),
            tuple(entry.get("alone", ())), tuple(entry.get("not_beside", ())),
            tuple(entry.get("beside", {}).items()),
        )  # fmt: skip
        for form in _forms(entry):
            if _is_exact(form):
                word = form.lstrip("=").lower()
                acronyms.add(word)
                phrases.add(("=" + word,), name)
            else:
                spelled.append((_stem_keys(form), name))
        if "all_of" in entry:
            composites.append(
                (name, tuple(frozenset(" ".join(_stem_keys(w)) for w in group) for group in entry["all_of"]))
            )
    for keys, name in spelled:
        phrases.add(tuple("=" + key if key in acronyms and len(keys) > 1 else key for key in keys), name)
    return concepts, phrases, tuple(composites), frozenset(acronyms)


def _forms(entry: dict[str, Any]) -> tuple[str, ...]:
    """All ways of saying a term; the term itself too, save where it is marked to be found by the very word ("=authors")."""
    forms = tuple(entry.get("forms", ()))
    return (*(() if f"={entry['term']}" in forms else (entry["term"],)), entry.get("short_for", ""), *forms)


def _acronyms(name: str, entry: dict[str, Any]) -> tuple[str, ...]:
    forms = (name, entry["term"], *entry.get("forms", ()))
    return tuple(dict.fromkeys(form for form in forms if form.isalpha() and form.isupper()))


def _is_exact(form: str) -> bool:
    """Whether a form is found by the word itself, not by its stem: an acronym, or a word marked with "="."""
    return form.startswith("=") or form.isalpha() and form.removesuffix("s").isupper() and len(form) > 1


_TAKES_OBJECT = re.compile(r"\s(?:the|this|that|these|those|your|it|them|between|through|it all)\b", re.I)


def _is_activity(text: str, token: Token) -> bool:
    """Whether a word is an activity and not the town that is written like it ("reading the report", "Reading this closely, ...")."""
    small = text[token.start].islower() or _TAKES_OBJECT.match(text, token.end) is not None
    return small and token.word == token.stem + "ing"


def _word_keys(phrase: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokenize(phrase))


def _stem_keys(phrase: str) -> tuple[str, ...]:
    return tuple(token.stem for token in tokenize(phrase))


def _mention(tokens: list[Token], first: int, last: int, name: str, kind: str) -> Mention:
    return Mention(tokens[first].start, tokens[last - 1].end, name, kind)


__all__ = ["PROJECT_CORPUS", "Lexicon", "data_file", "load_lexicon", "stem"]
