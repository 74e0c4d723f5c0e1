"""How many cases there will be, as far as that can be told without reading them."""

from collections.abc import Sequence
from pathlib import Path

from assembler.batch.sources.sources import CASE_FILES, DELIMITED, STANDARD_INPUT, is_case


def expected(given: Sequence[str]) -> int | None:
    """Count the cases of folders, case files and CSVs; None where only reading the rest would tell."""
    total = 0
    for name in given:
        count = _count(Path(name)) if name != STANDARD_INPUT else None
        if count is None:
            return None
        total += count
    return total


def _count(path: Path) -> int | None:
    try:
        if path.is_dir():
            return sum(map(is_case, path.iterdir()))
        if path.suffix.lower() in DELIMITED:
            return _rows(path)
    except OSError:
        return None
    return 1 if path.suffix.lower() in CASE_FILES else None


def _rows(path: Path) -> int:
    """Count the rows of a CSV below its headings; a line that ends within quotation marks ends no row."""
    rows = quotes = 0
    with path.open("rb") as lines:
        for line in lines:
            quotes += line.count(b'"')
            rows += quotes % 2 == 0 and line.strip() != b""
    return max(0, rows - 1)
