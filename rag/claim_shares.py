"""A share that a claim states and no report prints: of one area in the region, or of one measure in another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.claim_cues import TOGETHER
from rag.claim_given import levels_at, sum_at
from rag.claim_grids import measures_of
from rag.claim_judge import judge_number
from rag.claim_levels import level_periods
from rag.claim_records import Claim, Given, Judgement, Stated
from rag.library import Library
from rag.op_share import share_of_whole
from rag.wording import plain_number

_IN_AREA = re.compile(
    r"\b(?:were|was|are|is|happened|occurred|took place|came|registered|recorded|lived?|living)\s(?:\w+\s)?(?:in|from|by)\s",
    re.I,
)
_MADE_UP = re.compile(
    r"\b(?:account\w*|made up|makes? up|represent\w*|comprised?|responsible|contribut\w+|generat\w+|produc\w+|provid\w+|"
    r"home to|(?:in|of) all|of the (?:region|force|county|conurbation|West Midlands|whole|total|seven|overall|regional|combined)\S*|"
    r"(?:region|force|county)-?wide|regional total)\b",
    re.I,
)


def is_of_whole(claim: Claim) -> bool:
    """Whether a claim says how much one thing makes up of another ("possession makes up four fifths of drug offences")."""
    return bool(_MADE_UP.search(claim.text))


def judge_share(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    """The verdict on a share worked out from counts; None where it is no share or the counts are not there."""
    if stated.figure.kind != "level" or stated.figure.unit != "%":
        return None
    local = [a for a in claim.query.areas if a in library.lexicon.areas and library.lexicon.areas[a].kind == "local"]
    made_up = _MADE_UP.search(claim.text) is not None
    together = len(local) > 1 and TOGETHER.search(claim.text) is not None and made_up
    if together or len(local) == 1 and (_ends_in_area(claim, local[0], library) or made_up):
        judged = _share_of_region(claim, stated, local, library)
        if judged is not None:
            return judged
    return _share_of_measure(claim, stated, library)


def _ends_in_area(claim: Claim, area: str, library: Library) -> bool:
    mention = next((m for m in library.lexicon.find_areas(claim.text) if m.name == area), None)
    return mention is not None and bool(re.search(_IN_AREA.pattern + r"$", claim.text[: mention.start], re.I))


def _share_of_region(claim: Claim, stated: Stated, areas: Sequence[str], library: Library) -> Judgement | None:
    here = replace(stated, figure=replace(stated.figure, area=areas[0]))
    query = replace(claim.query, wants="count", operations=(), direction="", areas=tuple(areas))
    for measure in measures_of(query, library):
        if measure.unit_class != "count":
            continue
        for label in level_periods(claim, here, measure.grid)[:1]:
            parts = (
                sum_at(measure.grid, areas, label, library)
                if len(areas) > 1
                else levels_at(measure.grid, areas[0], label, library)
            )
            wholes = levels_at(measure.grid, library.lexicon.region, label, library) or sum_at(
                measure.grid, (), label, library
            )
            given = [_share(part, whole) for part in parts for whole in wholes if whole.number]
            judged = judge_number(stated, given, library) if given else None
            if judged is not None:
                return replace(judged, sureness=measure.found.score)
    return None


def _share(part: Given, whole: Given) -> Given:
    share = part.number / whole.number * 100
    added = f"{part.working}; " if part.working else ""
    working = f"{added}{plain_number(part.number)} ÷ {plain_number(whole.number)} = {plain_number(share, 1)}%"
    return Given(share, f"{plain_number(share, 1)}%", (*part.figures, *whole.figures), working)


def _share_of_measure(claim: Claim, stated: Stated, library: Library) -> Judgement | None:
    draft = share_of_whole(replace(claim.query, operations=("share",)), library)
    if draft is None or draft.derivation is None or draft.derivation.result is None:
        return None
    one = Given(
        draft.derivation.result, f"{plain_number(draft.derivation.result, 1)}%", draft.figures, draft.derivation.working
    )
    return judge_number(stated, [one], library)
