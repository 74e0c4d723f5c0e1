"""Where the clauses and templates are: our own, in a checkout and in an installed package alike, and a firm's."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent

ENDINGS = ((".docx",), (".dotx", ".docm", ".dotm"), (".doc", ".dot", ".odt", ".ott", ".rtf", ".pages"))
"""The endings of a firm's templates: Word's usual one, others that are read alike, and those of other formats."""


def folder(name: str) -> Path:
    """Find ``clauses`` or ``templates``: within the package when installed, beside it in a checkout."""
    installed = PACKAGE / name
    return installed if installed.is_dir() else PACKAGE.parent / name


def template_files(name: str, firm: Path | None) -> tuple[Path, ...]:
    """Give every file that would be the template of a name: a firm's, those we can read first, or else ours."""
    files = sorted((firm / "templates").glob(f"{name}.*")) if firm else []
    own = [path for ending in ENDINGS for path in files if path.suffix.lower() in ending]
    return tuple(own) or (folder("templates") / f"{name}.docx",)
