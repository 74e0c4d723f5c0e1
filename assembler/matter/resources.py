"""Where our own clauses and templates are, in a checkout and in an installed package alike."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def folder(name: str) -> Path:
    """Find ``clauses`` or ``templates``: within the package when installed, beside it in a checkout."""
    installed = PACKAGE / name
    return installed if installed.is_dir() else PACKAGE.parent / name
