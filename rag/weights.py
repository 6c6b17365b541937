"""The weights and thresholds of ``weights.yaml``."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml


@lru_cache(maxsize=1)
def load_weights() -> dict[str, Any]:
    """All weights, by group and name."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "weights.yaml").read_text(encoding="utf-8"))
    return loaded
