"""Corpora of many times the size of the real one, made from it: such reports about places that do not exist.

Each made report has the sections, tables and sentences of a real one, with other areas, other years and
other numbers, so that its passages are as long, and as alike, as those of a further year's reports would
be. The real reports are part of every corpus, so that the same questions can be asked of it. The same
arguments give the same files.
"""

import random
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

_AREAS = (
    *("Birmingham", "Coventry", "Dudley", "Sandwell", "Solihull", "Walsall", "Wolverhampton"),
    *("West Midlands", "England"),
)
_BEGINNINGS = "Ash Bram Cold Dun Elm Fern Glen Harth Ing Kel Lang Mar Nor Oak Pen Quen Rush Stan Wynd".split()
_ENDINGS = "bourne bury by combe dale don ford ham hurst ley mere ney sted stoke thwaite ton wick".split()
_YEARS_BACK = (30, 70)

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


def make_report(text: str, report: str, number: int, seed: int = 1) -> str:
    """A report like the given one about other areas, years and numbers."""
    chance = random.Random(f"{seed}-{report}-{number}")
    years_back = chance.randint(*_YEARS_BACK)
    text = re.sub(rf"(?m)^id: {re.escape(report)}$", f"id: {report}-{number:04}", text)
    text = _rename_areas(text, _invent_areas(chance))
    text = "\n".join(_change_line(line, years_back, chance) for line in text.split("\n"))
    return re.sub(r"(?m)^(title: \"?)(.*)$", rf"\g<1>{number:04} \g<2>", text, count=1)


def _is_report(path: Path) -> bool:
    return path.stem.lower() != "readme"


def _invent_areas(chance: random.Random) -> dict[str, str]:
    names = [beginning + ending for beginning in _BEGINNINGS for ending in _ENDINGS]
    return dict(zip(_AREAS, chance.sample(names, len(_AREAS)), strict=True))


def _rename_areas(text: str, names: Mapping[str, str]) -> str:
    return re.sub("|".join(names), lambda match: names[match.group()], text)


def _change_line(line: str, years_back: int, chance: random.Random) -> str:
    """Years are moved first and kept apart by a mark, so that they are not then changed as numbers."""
    if line.startswith(("id:", "address:")):
        return line
    if line.startswith("published:"):
        return re.sub(r"\d{4}", lambda match: str(int(match.group()) - years_back), line, count=1)
    line = _YEAR.sub(lambda match: _move_year(match, years_back), line)
    line = _SHORT_PERIOD.sub(
        lambda match: "§" + "/".join(_two_digits(part, years_back) for part in match.groups()), line
    )
    line = _NUMBER.sub(lambda match: _change_number(match, line, chance), line)
    return line.replace("§", "")


def _move_year(match: re.Match[str], years_back: int) -> str:
    first, mark, last = match.groups()
    moved = f"§{int(first) - years_back}"
    return f"{moved}{mark}{_two_digits(last, years_back)}" if last else moved


def _two_digits(year: str, years_back: int) -> str:
    return f"{(int(year) - years_back) % 100:02}"


def _change_number(match: re.Match[str], line: str, chance: random.Random) -> str:
    """Other digits in the same shape; labels stay, and so does the first digit's place."""
    printed = match.group()
    if _LABEL_BEFORE.search(line[: match.start()]):
        return printed
    changed = re.sub(r"\d", lambda _: str(chance.randint(0, 9)), printed)
    return str(chance.randint(1, 9)) + changed[1:] if len(changed) > 1 and changed[1] != "." else changed
