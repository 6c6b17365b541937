"""What a claim says of only some areas and no table bears out ("improved in only two areas, A and B"), against the sentences."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.lexicon import Lexicon
from ingest.periods import find_periods
from ingest.records import Passage
from rag.claim_areas import counted_of, is_local
from rag.claim_context import paragraph_of
from rag.claim_cues import ALL_BUT, COUNTED_AREAS, ONLY, cue, direction_in, directions_in, verb_direction
from rag.claim_desk import Desk
from rag.claim_records import Claim, Judgement
from rag.claim_sentences import Fitting, fitting_sentences
from rag.records import VerdictName
from rag.wording import and_list

_SUPPORT, _CONTRADICT = 1.1, 1.2
_TRIED = 6
_OTHER = ("up", "down")
Source = tuple[Passage, str]


def judge_each_in_text(claim: Claim, desk: Desk, counts: bool = False) -> Judgement | None:
    """The verdict on "only this area rose" and "all but this area rose" by what the sentences of one section say of every local area.

    On "six of the seven rose" too, where ``counts`` is set.
    """
    lexicon = desk.library.lexicon
    areas = _named(claim, desk)
    told = verb_direction(claim.text) or direction_in(claim.text)
    counted = COUNTED_AREAS.search(claim.text) if counts and not areas else None
    wanted = max(counted_of(counted["n"].lower()), 0) if counted else 0
    others = bool(ALL_BUT.search(claim.text))
    if told not in _OTHER or not (wanted or areas and (others or ONLY.search(claim.text))):
        return None
    turned = bool(cue("denied_change").search(claim.text)) != others
    fitting = [one for one in fitting_sentences(claim, claim.text, desk) if not one.lacking]
    for section in dict.fromkeys(one.passage.locator.section for one in fitting):
        here = [one for one in fitting if one.passage.locator.section == section]
        here = [*here, *_beside(here, desk)] if wanted else here
        ways, sources = _ways_of_areas(claim, here, lexicon)
        if all(len(way) == 1 for way in ways.values()):
            met = {area for area, way in ways.items() if (told in way) != turned}
            return _by_count(met, wanted, sources) if wanted else _by_area(met, areas, sources)
    return None


def _named(claim: Claim, desk: Desk) -> set[str]:
    """The local areas that a claim speaks of; those that it names, where it speaks of all but these."""
    named = {m.name for m in desk.library.lexicon.find_areas(claim.text) if m.kind == "local"}
    return named if ALL_BUT.search(claim.text) else {a for a in claim.query.areas if is_local(a, desk.library)}


def _beside(here: Sequence[Fitting], desk: Desk) -> list[Fitting]:
    """The other sentences of the paragraphs that some sentences stand in."""
    told = {one.sentence for one in here}
    others = {s: one for one in here for s in paragraph_of(one.sentence, one.passage, desk) if s not in told}
    return [replace(one, sentence=sentence) for sentence, one in others.items()]


def _ways_of_areas(claim: Claim, here: Sequence[Fitting], lexicon: Lexicon) -> tuple[dict[str, set[str]], list[Source]]:
    """For each local area the directions that sentences tell of it, and these sentences."""
    ways: dict[str, set[str]] = {area.name: set() for area in lexicon.areas.values() if area.kind == "local"}
    sources: list[Source] = []
    for one in here:
        named = {m.name for m in lexicon.find_areas(one.sentence) if m.kind == "local"}
        going = directions_in(one.sentence)
        if named and len(going) == 1 and _has_times(claim, one.sentence):
            sources.append((one.passage, one.sentence))
            for name in named:
                ways[name] |= going
    return ways, sources


def _by_count(met: set[str], wanted: int, sources: list[Source]) -> Judgement:
    verdict: VerdictName = "supported" if len(met) == wanted else "contradicted"
    reason = f"By what the report says area by area, it is {len(met)}: {and_list(sorted(met)) or 'none'}."
    return Judgement(verdict, reason, passages=tuple(dict.fromkeys(sources)))


def _by_area(met: set[str], areas: set[str], sources: list[Source]) -> Judgement:
    verdict: VerdictName = "supported" if met == areas else "contradicted"
    head = "So the report says, area by area" if met == areas else f"The report names {and_list(sorted(met)) or 'none'}"
    shown = next((quote for passage, quote in sources if any(area in quote for area in met)), sources[0][1])
    return Judgement(verdict, f"{head}: “{shown}”", passages=tuple(dict.fromkeys(sources)))


def _has_times(claim: Claim, sentence: str) -> bool:
    there = [m.period for m in find_periods(sentence)]
    return not there or not claim.query.periods or any(p.label == q.label for p in claim.query.periods for q in there)


def judge_only_in_text(claim: Claim, desk: Desk) -> Judgement | None:
    """The verdict that a sentence gives on "only these areas"; None where the claim says no such thing, or no sentence does."""
    areas = {area for area in claim.query.areas if is_local(area, desk.library)}
    if not areas or not ONLY.search(claim.text):
        return None
    for one in fitting_sentences(claim, claim.text, desk)[:_TRIED]:
        theirs = {m.name for m in desk.library.lexicon.find_areas(one.sentence) if m.kind == "local"}
        if one.lacking or not theirs or not ONLY.search(one.sentence):
            continue
        if directions_in(claim.text) - directions_in(one.sentence):
            continue
        source = ((one.passage, one.sentence),)
        if theirs == areas and one.fit >= _SUPPORT:
            return Judgement(
                "supported", f"The report says so: “{one.sentence}”", passages=source, sureness=one.fit / 2
            )
        if theirs != areas and one.fit >= _CONTRADICT:
            reason = f"The report names {and_list(sorted(theirs))}: “{one.sentence}”"
            return Judgement("contradicted", reason, passages=source, sureness=one.fit / 2)
    return None
