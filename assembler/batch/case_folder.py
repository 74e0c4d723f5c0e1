"""The folder of one case: its files are written whole, and a file that a person changed is never overwritten."""

import re
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from assembler.matter import other_name
from assembler.problem import Problem
from assembler.word import save_all

TEMPORARY = re.compile(r"\..+\.(?:docx|pdf|md|json|xlsx)\.[a-z0-9_]{8}")
"""What a file is called while it is being written; one that is still there was left by a run that was killed."""

MOVE = "move it away, or say --force to write over it."


def write(
    files: Mapping[str, bytes], folder: Path, written: Mapping[str, str], may_overwrite: bool
) -> tuple[Problem, ...]:
    """Write these files into a folder, and remove the other files of an earlier draft.

    ``written`` are the files that earlier drafts wrote, by name, with their SHA-256. A file that a person wrote or
    changed is a problem, unless it may be overwritten, and then nothing is written at all. Raises OSError; the folder
    is made, but not the one it is in.
    """
    existing: dict[str, bytes] = {}
    if not _is_new(folder):
        remove_temporary(folder)
        other_names = {other_name(name) for name in files}
        existing = dict(_read(folder, files.keys() | other_names | written.keys()))
    changed = [name for name in existing if not _is_ours(name, existing[name], files, written)]
    if changed and not may_overwrite:
        return tuple(_not_ours(folder / name, was_written=name in written) for name in changed)
    save_all({folder / name: content for name, content in files.items() if existing.get(name) != content})
    for name in existing.keys() - files.keys():
        (folder / name).unlink()
    return ()


def _is_new(folder: Path) -> bool:
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


def remove_temporary(folder: Path) -> None:
    """Remove the half-written files of a run that was killed; raises OSError."""
    for path in folder.iterdir():
        if TEMPORARY.fullmatch(path.name):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _read(folder: Path, names: set[str]) -> Iterator[tuple[str, bytes]]:
    for name in sorted(names):
        path = folder / name
        if path.is_file():
            yield name, path.read_bytes()


def _is_ours(name: str, content: bytes, files: Mapping[str, bytes], written: Mapping[str, str]) -> bool:
    """Tell whether a file is as it was drafted before or, if a run was killed before it was recorded, as it is now."""
    return files.get(name) == content or written.get(name) == sha256(content).hexdigest()


def _not_ours(path: Path, *, was_written: bool) -> Problem:
    what = "it was changed since it was drafted." if was_written else "the file is there already."
    return Problem(str(path), what, MOVE)
