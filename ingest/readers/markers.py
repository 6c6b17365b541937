"""What a list item begins with: bullet, number or letter, told from minus signs, years and decimals."""

import re

BULLET = re.compile(r"^(?:[•·▪▫‣⁃◦●○■□◆◇➢➤►▶✓✔❖\ue000-\uf8ff]\s*|[-–—*o]\s+)(?=\S)")
NUMBER = re.compile(r"^(\d{1,3}[.)])\s+(?=\S)")
LETTER = re.compile(r"^(\((?:[a-z]|[ivx]{2,5}|\d{1,2})\)|[a-z]\))\s+(?=\S)")


def split_marker(text: str) -> tuple[str, str]:
    """Split "• text" into ("-", "text"), "1. text" into ("1.", "text"); ("", text) where there is none.

    A bullet before a number or letter ("- (a) text") gives way to it. "-33 deaths", "16.2 years" have none.
    """
    bullet = BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    numbered = NUMBER.match(rest) or LETTER.match(rest)
    if numbered:
        return numbered.group(1), rest[numbered.end() :]
    return ("-", rest) if bullet else ("", text)


def is_number(marker: str) -> bool:
    """Whether a marker is a number as a paragraph number would be printed ("45.")."""
    return marker.endswith(".") and marker[:-1].isdigit()
