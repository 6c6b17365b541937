"""A report to passages: what is indexed and cited."""

import hashlib
from collections import Counter

from ingest.passage_drafts import Draft
from ingest.passages_about import report_to_facts
from ingest.passages_prose import group_to_drafts, is_list
from ingest.passages_sentences import with_sentences
from ingest.passages_speech import speakers_of
from ingest.passages_table import find_mention, table_to_drafts, title_above
from ingest.records import Block, Heading, Paragraph, Passage, Report, Table


def report_to_passages(report: Report) -> list[Passage]:
    """The passages of a report, in reading order; ids stay the same as long as place and text do."""
    seen: Counter[str] = Counter()
    return [
        _build_passage(report, draft, seen)
        for draft in with_sentences([*report_to_facts(report), *_report_to_drafts(report)])
    ]


def _report_to_drafts(report: Report) -> list[Draft]:
    groups = _group_blocks(report.blocks)
    speakers = speakers_of(report.blocks)
    drafts: list[Draft] = []
    for index, group in enumerate(groups):
        before = groups[index - 1][-1] if index else None
        after = groups[index + 1] if index + 1 < len(groups) else []
        if isinstance(group[0], Table):
            drafts += table_to_drafts(group[0], find_mention(group[0], report.blocks), title_above(before))
        elif isinstance(group[0], Heading):
            drafts += _heading_to_drafts(group[0], after)
        else:
            drafts += group_to_drafts(
                [block for block in group if isinstance(block, Paragraph)],
                before if isinstance(before, Paragraph) else None,
                [block for block in after if isinstance(block, Paragraph)],
                speakers.get(id(group[0]), ""),
            )
    return drafts


def _group_blocks(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Blocks one by one, the items of a list together."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and is_list([groups[-1][-1], block]) and groups[-1][-1].locator.section == block.locator.section:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _heading_to_drafts(heading: Heading, after: list[Block]) -> list[Draft]:
    """A heading stands in the section path of what follows; if nothing follows, it is a passage."""
    is_leaf = not after or (isinstance(after[0], Heading) and after[0].level <= heading.level)
    return [Draft("prose", heading.text, "", heading.locator)] if is_leaf else []


def _build_passage(report: Report, draft: Draft, seen: Counter[str]) -> Passage:
    indexed = "\n".join(part for part in (*_context(report, draft), draft.lead, draft.text) if part)
    key = repr((report.id, draft.kind, draft.locator, draft.text))
    digest = hashlib.sha256(key.encode()).hexdigest()[:20]
    seen[digest] += 1
    passage_id = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
    return Passage(passage_id, draft.kind, draft.text, indexed, draft.locator)


def _context(report: Report, draft: Draft) -> tuple[str, ...]:
    """What finds a passage besides its own words; a sentence has its heading alone, since more drowns it."""
    if draft.kind == "sentence":
        return draft.locator.section[-1:]
    return report.title, " > ".join(draft.locator.section)
