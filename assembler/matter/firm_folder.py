"""A firm's folder: how one is begun, and what the firm's cases share."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from assembler import casefile
from assembler.problem import Problem

BASE = "base.yaml"
"""The file in a firm's folder with what its cases share, such as the firm's name and address."""

NEW: Mapping[str, str | None] = MappingProxyType(
    {
    BASE: """\
# What the cases of the firm share: an answer here stands in each case that leaves its question open.
# `qdot guide questions` lists the questions; take the # from a line to answer it.
format: 1
matter:
  # firm: Hale & Ortiz LLP
  # address: |-
  #   The firm's address, to which its letters are answered, on as many
  #   lines as it has
""",
    "README.md": """\
# The firm's own words and look

Name this folder with `--firm`, as in `qdot draft CASE --firm FOLDER -o DIR`. What is in it is laid over ours.

- `base.yaml`: what the cases of the firm share. A case's own answer stands before it.
- `clauses/`: clauses, outlines and words of the firm. `qdot firm copy ID --firm FOLDER` brings ours here to change.
- `templates/`: the look. `qdot firm copy house --firm FOLDER` brings a template of ours here to restyle in Word.

`qdot library lint --firm FOLDER` reads what you wrote, and each draft says what of ours it replaced.
""",
    "clauses": None,
    "templates": None,
    }
)
"""What a firm's folder begins with: its files with their texts, and the folders in it."""


def begin(firm: Path) -> Problem | None:
    """Begin a firm's folder, which may stand and be empty; or say why that is impossible."""
    from assembler import word  # heavy, and needed only to begin a folder

    try:
        if firm.is_dir() and any(firm.iterdir()):
            return Problem(str(firm), "the folder is there already, and not empty.", "name another folder.")
        firm.mkdir(parents=True, exist_ok=True)
        for name, text in NEW.items():
            if text is None:
                (firm / name).mkdir()
            else:
                word.save(firm / name, text.encode())
    except OSError as error:
        return unwritable(firm, error)
    return None


def base(firm: Path | None) -> casefile.Base | Problem | None:
    """Read what the cases of a firm share; None where its folder has no such file."""
    path = base_path(firm)
    if path is None:
        return None
    data = casefile.bytes_of(path, str(path))
    return data if isinstance(data, Problem) else casefile.Base(str(path), data)


def base_path(firm: Path | None) -> Path | None:
    """Find the file with what the cases of a firm share."""
    path = firm / BASE if firm else None
    return path if path and path.exists() else None


def unwritable(path: Path, error: OSError) -> Problem:
    """Say that something in a firm's folder cannot be written."""
    return Problem(str(path), f"it cannot be written ({error.strerror}).", "name a folder that can be written to.")
