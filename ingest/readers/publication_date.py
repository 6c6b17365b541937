"""The date of a report: "Published March 2026" is "2026-03", "31st October 2024" is "2024-10-31"."""

import re
from collections.abc import Sequence

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
LONG = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?{MONTH},?\s+((?:19|20)\d\d)\b", re.I)
AMERICAN = re.compile(rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,\s+((?:19|20)\d\d)\b", re.I)
ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")
SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")
PUBLISHED = re.compile(r"^(?:[\w’']+\s+){0,4}?(?:publish\w*|issued|dated?)\b", re.I)
LONGEST_DATED_LINE = 80


def find_published(lines: Sequence[str]) -> str:
    """Return the date of the report from its first lines, as ISO year-month(-day), or "".

    A line that says "published" goes before a line that is only a date.
    """
    short = [line for line in lines if len(line) <= LONGEST_DATED_LINE]
    for wanted in ([line for line in short if PUBLISHED.search(line)], [x for x in short if is_date_line(x)]):
        for line in wanted:
            if parse_date(line):
                return parse_date(line)
    return ""


def is_date_line(text: str) -> bool:
    """Whether a text is a date and little else ("5th September 2017", "Published on 31st October 2024")."""
    rest = re.sub(r"(?i)\b(report|published|publication|on|in|date|dated|issued)\b|[:,.()]", "", _cut_date(text))
    return bool(parse_date(text)) and not re.sub(r"(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", "", rest).strip()


def parse_date(text: str) -> str:
    """Return the first date of a text as "2024-10-31" or "2026-03", or ""."""
    if found := ISO.search(text):
        return "-".join(part for part in found.groups() if part)
    if found := AMERICAN.search(text):
        return f"{found.group(3)}-{_month(found.group(1))}-{int(found.group(2)):02d}"
    if found := LONG.search(text):
        day = f"-{int(found.group(1)):02d}" if found.group(1) else ""
        return f"{found.group(3)}-{_month(found.group(2))}{day}"
    if found := SLASHED.search(text):
        return f"{found.group(3)}-{int(found.group(2)):02d}-{int(found.group(1)):02d}"
    return ""


def _cut_date(text: str) -> str:
    for pattern in (ISO, AMERICAN, LONG, SLASHED):
        text = pattern.sub("", text)
    return text


def _month(name: str) -> str:
    return f"{MONTHS.index(name[:3].lower()) + 1:02d}"
