"""What is known of a report itself, as a passage: when and by whom it was published."""

import re

from ingest.passage_drafts import Draft
from ingest.records import Locator, Report

SECTION = "About this report"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def report_to_facts(report: Report) -> list[Draft]:
    """One sentence on the publication of a report; none where neither date nor publisher is known."""
    date = date_in_words(report.published)
    by = f" by {report.publisher}" if report.publisher else ""
    if not (date or by):
        return []
    when = f" {'on' if re.match(r'[0-9]{1,2} ', date) else 'in'} {date}" if date else ""
    return [Draft("prose", f"“{report.title}” was published{by}{when}.", "", Locator(report.id, section=(SECTION,)))]


def month_in_words(published: str) -> str:
    """The month and year of a date of publication: "October 2024"; the year alone where no month is given."""
    parts = str(published).split("-")
    month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 and parts[1].isdigit() else ""
    return f"{month} {parts[0]}".strip()


def date_in_words(published: str) -> str:
    """ "2024-10-31" as "31 October 2024", "2026-03" as "March 2026", "2017" as it is, other texts as they are."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", str(published))
    if match is None:
        return str(published)
    month = MONTHS[int(match[2]) - 1]
    return f"{int(match[3])} {month} {match[1]}" if match[3] else f"{month} {match[1]}"
