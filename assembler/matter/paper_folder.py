"""A folder of papers: a set is written into it whole, and a paper that a person changed is never overwritten."""

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from assembler import word
from assembler.problem import Problem

ASIDE = "no longer called for"
"""The folder into which papers go that a case has ceased to call for."""

MOVE = "move it away, or say --force to write over it."


class Written(NamedTuple):
    """What became of a set: the problems for which nothing was written, and the former papers moved aside."""

    problems: tuple[Problem, ...] = ()
    moved: tuple[str, ...] = ()


def write(
    files: Mapping[str, bytes],
    folder: Path,
    written: Mapping[str, str],
    may_overwrite: bool,
    left: Collection[str] = (),
) -> Written:
    """Write these files into a folder that is there, and move the other papers of an earlier draft aside.

    ``written`` are the files that earlier drafts wrote, by name, with their SHA-256; those ``left`` stay. A file that a
    person wrote or changed is a problem, unless it may be overwritten, and then nothing is written at all. Raises
    OSError.
    """
    word.finish(folder)
    twins = {other_name(name) for name in files}
    existing = dict(_read(folder, (files.keys() | twins | written.keys()) - set(left)))
    changed = [name for name in existing if not _is_ours(name, existing[name], files, written)]
    if changed and not may_overwrite:
        return Written(tuple(_not_ours(folder / name, was_written=name in written) for name in changed))
    former = sorted(existing.keys() - files.keys())
    removed = {name: "" if name in twins and name not in changed else ASIDE for name in former}
    new = {name: content for name, content in files.items() if existing.get(name) != content}
    try:
        if new or removed:
            word.save_set(new, folder, removed)
    except word.NotReplacedError as error:
        return Written((not_replaced(error),))
    return Written(moved=tuple(name for name, aside in removed.items() if aside))


def not_replaced(error: OSError) -> Problem:
    """Say of a file that it cannot be replaced, as one that is open in Word cannot."""
    fix = "close it in Word, or whatever has it open, and say the same again; nothing was written."
    return Problem(str(error.filename), f"it cannot be replaced ({error.strerror}).", fix)


def other_name(name: str) -> str:
    """Give the name under which an earlier draft of the same paper may stand, and must not stand beside it."""
    path = Path(name)
    stem = path.stem.removesuffix(".unchecked")
    return f"{stem}{path.suffix}" if path.stem != stem else f"{stem}.unchecked{path.suffix}"


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give the SHA-256 of each file by its name."""
    return {name: sha256(content).hexdigest() for name, content in files.items()}


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
