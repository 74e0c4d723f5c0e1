"""What a file given to a batch is, by how its name ends."""

from pathlib import Path

CASE_FILES = frozenset((".yaml", ".yml", ".json"))
CSV = frozenset((".csv", ".tsv"))
XLSX = frozenset((".xlsx", ".xlsm"))
OTHER_TABLES = frozenset((".xls", ".xlsb", ".ods", ".numbers"))
"""Tables that are told to be saved as one of the others."""


def is_table(path: Path) -> bool:
    """Tell whether a path is that of a table, by its ending."""
    return path.suffix.lower() in CSV | XLSX | OTHER_TABLES
