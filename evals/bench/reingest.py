"""Measures an ingest with nothing changed, imports left out, and prints it as JSON.

python -m evals.bench.reingest CORPUS INDEX
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from evals.product import prepare_index, read_settings


def main(arguments: Sequence[str]) -> None:
    """Prints the seconds, and how many reports and passages the index holds."""
    corpus, index = map(Path, arguments)
    settings = read_settings(corpus, index, "none")
    prepare_index(settings, lambda done, total, what: None)
    begin = time.perf_counter()
    summary = prepare_index(settings, lambda done, total, what: None)
    seconds = time.perf_counter() - begin
    passages = sum(report.counts.passages for report in summary.reports)
    sys.stdout.write(json.dumps({"seconds": seconds, "reports": len(summary.reports), "passages": passages}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
