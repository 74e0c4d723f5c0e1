"""The folder of one case: its files put there whole, and what a person changed in it left alone."""

import re
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from assembler.matter import other_name
from assembler.problem import Problem
from assembler.word import save_all

ASIDE = re.compile(r"\..+\.(?:docx|pdf|md|json|xlsx)\.[a-z0-9_]{8}")
"""What a file is called until it is written whole; one that stays is of a run that was killed."""

SUMMARY = "summary.xlsx"
"""The workbook that tells of every case."""

MOVE = "move it away, or say --force to write over it."


def put(
    contents: Mapping[str, bytes], folder: Path, known: Mapping[str, str], may_overwrite: bool
) -> tuple[Problem, ...]:
    """Make a folder hold these files, and no longer those ``known`` of an earlier draft, by name and SHA-256.

    A file that is neither as it was drafted nor as it is to be is a problem, unless it may be overwritten,
    and then nothing is written at all. Raises OSError; the folder above this one is never made.
    """
    if _is_new(folder):
        standing: dict[str, bytes] = {}
    else:
        sweep(folder)
        others = {other_name(name) for name in contents}
        standing = dict(_read(folder, contents.keys() | others | known.keys()))
    foreign = [name for name in standing if not _may_go(name, standing[name], contents, known)]
    if foreign and not may_overwrite:
        return tuple(_foreign(folder / name, name in known) for name in foreign)
    save_all({folder / name: content for name, content in contents.items() if standing.get(name) != content})
    for name in standing.keys() - contents.keys():
        (folder / name).unlink()
    return ()


def _is_new(folder: Path) -> bool:
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


def sweep(folder: Path) -> None:
    """Remove what a killed run left half written; raises OSError."""
    for path in folder.iterdir():
        if ASIDE.fullmatch(path.name):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _read(folder: Path, names: set[str]) -> Iterator[tuple[str, bytes]]:
    for name in sorted(names):
        path = folder / name
        if path.is_file():
            yield name, path.read_bytes()


def _may_go(name: str, standing: bytes, contents: Mapping[str, bytes], known: Mapping[str, str]) -> bool:
    """Tell whether a file is ours: as it was drafted, or, of a run killed before it was recorded, as it is to be."""
    return contents.get(name) == standing or known.get(name) == sha256(standing).hexdigest()


def _foreign(path: Path, is_known: bool) -> Problem:
    return Problem(
        str(path), "it was changed since it was drafted." if is_known else "the file is there already.", MOVE
    )
