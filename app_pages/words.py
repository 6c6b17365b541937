"""Words of the interface: numbers, dates and marks as GOV.UK writes them, and text made safe to show."""

import re
from datetime import date

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-!|~$:^=])")


def sentence_case(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def as_plain_markdown(text: str) -> str:
    """The text with every mark escaped that Streamlit's Markdown would act on."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def count_words(number: int, noun: str) -> str:
    """A number with its noun: "1 table", "1,204 figures", "no figures"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s" if number else f"no {noun}s"


def date_words(published: str) -> str:
    """A date as printed in the front matter in words: "5 September 2017", "March 2026"; else as it is."""
    year, _, rest = published.partition("-")
    month, _, day = rest.partition("-")
    try:
        if day:
            whole = date(int(year), int(month), int(day))
            return f"{whole.day} {whole:%B %Y}"
        return f"{date(int(year), int(month), 1):%B %Y}" if month else year
    except ValueError:
        return published


def and_list(parts: list[str]) -> str:
    """Parts as a sentence lists them: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def figure_words(printed: str, unit: str) -> str:
    """A figure with its unit, where what is printed does not show it: "22.7 per 1,000", "8,490"."""
    if unit == "%" and "%" not in printed and "per cent" not in printed:
        return f"{printed}%"
    is_told = not unit.startswith(("per ", "percentage")) or unit.split()[0] in printed
    return printed if is_told else f"{printed} {unit}"
