"""What a question's words tell of what it wants: ``cues.yaml``, ``turn_cues.yaml`` and ``refusal_cues.yaml``, compiled once."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, eq=False)
class Cues:
    """Compiled cues: operations in order of precedence, kinds of refusal, and single patterns by name."""

    operations: dict[str, re.Pattern[str]]
    refusals: dict[str, re.Pattern[str]]
    patterns: dict[str, re.Pattern[str]]

    def has(self, name: str, text: str) -> bool:
        """Whether the pattern of this name is found in the text."""
        return self.patterns[name].search(text) is not None

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """The first match of the pattern of this name."""
        return self.patterns[name].search(text)

    def operations_in(self, text: str) -> tuple[str, ...]:
        """The operations that a text names, strongest first."""
        return tuple(name for name, pattern in self.operations.items() if pattern.search(text))

    def refusal_in(self, text: str) -> str:
        """The kind of request that the reports can never answer, or ""; an opinion that they report is none."""
        kind = next((name for name, pattern in self.refusals.items() if pattern.search(text)), "")
        return "" if kind == "opinion" and self.has("reported", text) else kind


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of ``rag/*cues.yaml`` but those of claims; a single pattern may be written as a list of its ways."""
    raw = _loaded("cues.yaml") | _loaded("turn_cues.yaml")
    operations = _compile_all(raw.pop("operations"))
    return Cues(
        operations,
        _compile_all(_loaded("refusal_cues.yaml")),
        {name: _compile(ways) if isinstance(ways, str) else _compile(_any_of(ways)) for name, ways in raw.items()},
    )


def _loaded(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return loaded


def _compile_all(kinds: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    return {name: _compile(_any_of(parts)) for name, parts in kinds.items()}


def _any_of(parts: list[str]) -> str:
    return "|".join(f"(?:{part})" for part in parts)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)
