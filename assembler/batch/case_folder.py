"""The folder of one case in a batch: made when its files are written, and swept of what a killed run left."""

import errno
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from assembler import word
from assembler.matter import paper_folder
from assembler.problem import Problem

TEMPORARY = re.compile(r"\..+\.(?:docx|pdf|md|json|xlsx)\.[a-z0-9_]{8}")
"""What a file is called while it is being written; one that is still there was left by a run that was killed."""


def write(
    files: Mapping[str, bytes], folder: Path, written: Mapping[str, str], may_overwrite: bool
) -> tuple[Problem, ...]:
    """Write these files into a folder, and move the other papers of an earlier draft aside.

    ``written`` are the files that earlier drafts wrote, by name, with their SHA-256. A file that a person wrote or
    changed is a problem, unless it may be overwritten, and then nothing is written at all. Raises OSError, also where
    a link stands in the place of the folder; the folder is made, but not the one it is in.
    """
    if folder.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "a link stands in the place of the folder", str(folder))
    is_new = _is_new(folder)
    with word.alone(folder):
        if not is_new:
            remove_temporary(folder)
        return paper_folder.write(files, folder, written, may_overwrite).problems


def _is_new(folder: Path) -> bool:
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


def remove_temporary(folder: Path) -> None:
    """Remove the half-written files of a run that was killed, but never what a link leads to; raises OSError."""
    for path in folder.iterdir():
        if TEMPORARY.fullmatch(path.name):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
