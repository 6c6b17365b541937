"""The sentences that tell a verdict: what the reports give, where it stands, and which part of the claim is wrong."""

from ingest.records import Figure
from rag.claim_hedges import tolerance_words
from rag.claim_records import Given, Stated
from rag.library import Library
from rag.wording import and_list, area_words, measure_words, place_words, sentence_case


def setting_of(figure: Figure) -> str:
    """Where a figure stands and what for: "Table 12, registered drug-related deaths, Coventry, 2024"."""
    place = sentence_case(place_words(figure)) if figure.locator.table else place_words(figure)
    return ", ".join(part for part in (place, subject_of(figure)) if part)


def subject_of(figure: Figure) -> str:
    """What a figure is for: "registered drug-related deaths, Coventry, 2024"."""
    when = f"{figure.base_period} to {figure.period}" if figure.base_period else figure.period
    return ", ".join(part for part in (measure_words(figure), figure.area, when) if part)


def supported_words(stated: Stated, given: Given) -> str:
    """ "The report gives 22,500, which “about” allows: paragraph 51, ..."."""
    tolerance = "" if given.exactness else tolerance_words(stated)
    if given.working:
        return f"The reports' figures give {_size(given)}{_after(tolerance)}: {given.working} ({setting_of(given.figures[-1])})."
    return f"The report gives {given.words}{_after(tolerance)}: {setting_of(given.figures[0])}."


def contradicted_words(stated: Stated, given: Given, hint: str = "") -> str:
    """ "The report gives 43, not 34: Table 12, Coventry, 2024."."""
    told = f" {hint}" if hint else ""
    if given.working:
        return f"The reports' figures give {_size(given)}, not {said(stated)}: {given.working} ({setting_of(given.figures[-1])}).{told}"
    return f"The report gives {given.words}, not {said(stated)}: {setting_of(given.figures[0])}.{told}"


def conflicting_words(stated: Stated, given: list[Given], library: Library) -> str:
    """ "The reports disagree: 16.2% in Table 12 and 12.2% in the text (...); the claim says 12.2%."."""
    figures = [figure for one in given for figure in one.figures]
    across = len({figure.locator.report for figure in figures}) > 1
    sides = [
        f"{one.words} {'worked out' if one.working else 'in'} {_place(one, library, across)}".replace(
            "worked out", "worked out from"
        )
        for one in given
    ]
    return (
        f"The reports disagree: {and_list(sides)} ({subject_of(given[0].figures[-1])}); the claim says {said(stated)}."
    )


def said(stated: Stated) -> str:
    """The number as the claim says it, hedge included."""
    return f"{stated.hedge} {stated.number.printed}".strip()


def missing_words(what: str, area: str, period: str, have: str) -> str:
    """ "The reports do not give X for Coventry in 2019; they have it for 2023 and 2024."."""
    where = " ".join(
        part for part in (f"for {area_words(area)}" if area else "", f"in {period}" if period else "") if part
    )
    return f"The reports do not give {what} {where}".rstrip() + (f"; they have it for {have}." if have else ".")


def _place(given: Given, library: Library, across: bool) -> str:
    if given.working:
        return given.working
    return library.place_of(given.figures[0], across)


def _size(given: Given) -> str:
    return given.words if " to " not in given.words else given.working.rsplit("= ", 1)[-1]


def _after(tolerance: str) -> str:
    return f", {tolerance}" if tolerance else ""
