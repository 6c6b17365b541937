"""Corpora of many times the size of the real one, made from it: such reports about places that do not exist.

Each made report has the sections, tables and sentences of a real one, with other areas, other years and
other numbers, so that its passages are as long, and as alike, as those of a further year's reports would
be. The real reports are part of every corpus, so that the same questions can be asked of it. The same
arguments give the same files.
"""

import random
import re
import shutil
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_AREAS = (
    *("Birmingham", "Coventry", "Dudley", "Sandwell", "Solihull", "Walsall", "Wolverhampton"),
    *("West Midlands", "England"),
)
_BEGINNINGS = "Ash Bram Cold Dun Elm Fern Glen Harth Ing Kel Lang Mar Nor Oak Pen Quen Rush Stan Wynd".split()
_ENDINGS = "bourne bury by combe dale don ford ham hurst ley mere ney sted stoke thwaite ton wick".split()
_YEARS_BACK = (30, 70)

_ANY_DIGIT = re.compile(r"\d")
_ANY_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?<![\d.,£])((?:19|20)\d\d)(?:([/-])(\d\d))?(?![\d%]|[.,]\d)")
_SHORT_PERIOD = re.compile(r"(?<![\d/.,])(\d\d)/(\d\d)(?![\d/])")
_NUMBER = re.compile(r"(?<![\w.,/§])\d[\d,]*(?:\.\d+)?(?![\w/]|\.\d| [A-Z][a-z]+ §)")
_LABEL_BEFORE = re.compile(r"(?:^[\s#*>|(-]*|table|figure|paragraph|section|outcome)\s*$", re.I)


def write_corpus(folder: Path, real: Path, times: int, seed: int = 1) -> int:
    """Fills the folder with ``times`` as many reports as the real corpus has; gives their number."""
    folder.mkdir(parents=True)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(real.glob("*.md")) if _is_report(path)}
    for extra in real.glob("*.yaml"):
        shutil.copy(extra, folder)
    for report, text in texts.items():
        (folder / f"{report}.md").write_text(text, encoding="utf-8")
        for number in range(1, times):
            made = make_report(text, report, number, seed)
            (folder / f"{report}-{number:04}.md").write_text(made, encoding="utf-8")
    return len(texts) * times


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other in a made report: its areas by those of the real one, its years, and its numbers, all drawn by ``seed``.

    A number that the real report prints in two places is the same in both places of the made one.
    """

    areas: Mapping[str, str]
    years_back: int
    seed: str

    def text(self, text: str) -> str:
        """A text of the real report as it stands in the made one."""
        for real in [real for real in self.areas if real in text]:
            text = text.replace(real, self.areas[real])
        return "\n".join(map(self._numbers, text.split("\n"))) if _ANY_DIGIT.search(text) else text

    def _numbers(self, line: str) -> str:
        """Years are moved first and kept apart by a mark, so that they are not then changed as numbers."""
        line = _YEAR.sub(lambda match: _move_year(match, self.years_back), line)
        line = _SHORT_PERIOD.sub(
            lambda match: "§" + "/".join(_two_digits(part, self.years_back) for part in match.groups()), line
        )
        return _NUMBER.sub(lambda match: self._number(match, line), line).replace("§", "")

    def _number(self, match: re.Match[str], line: str) -> str:
        """Other digits in the same shape; labels stay, and so does the first digit's place."""
        printed = match.group()
        if _LABEL_BEFORE.search(line[: match.start()]) and _ANY_LETTER.search(line):
            return printed
        digits = _drawn_digits(f"{self.seed}-{printed}")
        changed = re.sub(r"\d", lambda _: next(digits), printed)
        return str(max(1, int(changed[0]))) + changed[1:] if len(changed) > 1 and changed[1] != "." else changed


def choose_changes(report: str, number: int, seed: int = 1) -> Changes:
    """The changes of the made report of this number."""
    chance = random.Random(f"{seed}-{report}-{number}")
    years_back = chance.randint(*_YEARS_BACK)
    return Changes(_invent_areas(chance), years_back, f"{seed}-{report}-{number}")


def make_report(text: str, report: str, number: int, seed: int = 1) -> str:
    """A report like the given one about other areas, years and numbers."""
    changes = choose_changes(report, number, seed)
    text = re.sub(rf"(?m)^id: {re.escape(report)}$", f"id: {report}-{number:04}", text)
    text = "\n".join(_change_line(line, changes) for line in text.split("\n"))
    return re.sub(r"(?m)^(title: \"?)(.*)$", rf"\g<1>{number:04} \g<2>", text, count=1)


def _is_report(path: Path) -> bool:
    return path.stem.lower() != "readme"


def _invent_areas(chance: random.Random) -> dict[str, str]:
    names = [beginning + ending for beginning in _BEGINNINGS for ending in _ENDINGS]
    return dict(zip(_AREAS, chance.sample(names, len(_AREAS)), strict=True))


def _change_line(line: str, changes: Changes) -> str:
    if line.startswith(("id:", "address:")):
        return line
    if line.startswith("published:"):
        return re.sub(r"\d{4}", lambda match: str(int(match.group()) - changes.years_back), line, count=1)
    return changes.text(line)


def _drawn_digits(seed: str) -> Iterator[str]:
    """Digits without end, the same for the same seed."""
    drawn = zlib.crc32(seed.encode())
    while True:
        drawn = (drawn * 1103515245 + 12345) % 2**31
        yield str(drawn >> 16)[-1]


def _move_year(match: re.Match[str], years_back: int) -> str:
    first, mark, last = match.groups()
    moved = f"§{int(first) - years_back}"
    return f"{moved}{mark}{_two_digits(last, years_back)}" if last else moved


def _two_digits(year: str, years_back: int) -> str:
    return f"{(int(year) - years_back) % 100:02}"
