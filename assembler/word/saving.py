"""Write files whole or not at all: one file, or a set of them together."""

import errno
import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

UNDER_WAY = ".qdot-papers"
"""The folder in which a set is made ready within its own folder; once it has this name, the set is decided."""

MAKING, FORMER, NEW, GONE = ".qdot-papers.making", "former", "new", "gone"


class NotReplacedError(OSError):
    """A file that cannot be replaced or moved, such as one that is open in Word; its name is in ``filename``."""


def save(path: Path, package: bytes, mode: int | None = None) -> None:
    """Write a file whole or not at all; its mode is what the umask leaves, or the one given."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(package)
        aside.chmod(_usual_mode() if mode is None else mode)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def save_set(files: Mapping[str, bytes], folder: Path, removed: Mapping[str, str]) -> None:
    """Write files into a folder and take others out, all or none, even if the process is killed meanwhile.

    What is ``removed`` goes into the folder within it that stands beside its name, or is deleted where that is empty.
    The set is made ready within the folder first; from then on `finish` completes it, and until then it undoes it.
    Raises `NotReplacedError` for a file that cannot be replaced, with everything as it was.
    """
    finish(folder)
    _refuse_open(folder, (*files, *removed))
    for aside in filter(None, removed.values()):
        if (folder / aside).is_symlink():
            raise NotADirectoryError(errno.ENOTDIR, "a link stands in the place of the folder", str(folder / aside))
    making = folder / MAKING
    try:
        making.mkdir()  # never through a link
        for part in (NEW, FORMER, GONE):
            (making / part).mkdir()
        for name, content in files.items():
            (making / NEW / name).write_bytes(content)
        for name, aside in removed.items():
            (making / GONE / name).write_text(aside)
        _try_replacing(folder, (*files, *removed), making / FORMER)
        making.rename(folder / UNDER_WAY)
    except BaseException:
        _undo(folder)
        raise
    finish(folder)


def finish(folder: Path) -> None:
    """Complete a set that was decided when its run was killed, and undo one that was not."""
    _undo(folder)
    ready = folder / UNDER_WAY
    if ready.is_symlink() or not ready.is_dir():
        return
    for mark in _left_in(ready / GONE):
        _take_out(folder, mark.name, mark.read_text())
    for file in _left_in(ready / NEW):
        file.replace(folder / file.name)
    shutil.rmtree(ready)


def _undo(folder: Path) -> None:
    """Put back what was moved for a set that was not decided, and remove what was made ready for it."""
    making = folder / MAKING
    if making.is_symlink() or not making.is_dir():
        return
    for file in _left_in(making / FORMER):
        file.replace(folder / file.name)
    shutil.rmtree(making)


def _left_in(part: Path) -> list[Path]:
    """List what is left in a part of a set; the part itself is gone where a run was killed while tidying up."""
    return sorted(part.iterdir()) if part.is_dir() else []


def _try_replacing(folder: Path, names: Collection[str], former: Path) -> None:
    """Move each file that stands there away and back: what cannot be moved could not be replaced later."""
    for name in names:
        path = folder / name
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not os.path.lexists(path):
            continue
        try:
            path.rename(former / name)
            (former / name).rename(path)
        except OSError as error:
            raise NotReplacedError(error.errno, error.strerror, str(path)) from error


def _take_out(folder: Path, name: str, aside: str) -> None:
    path = folder / name
    if not os.path.lexists(path):
        return
    if not aside:
        path.unlink()
        return
    beside = folder / Path(aside).name
    beside.mkdir(exist_ok=True)
    path.replace(_free(beside / name))


def _free(path: Path) -> Path:
    """Give a name that nothing has yet, by a number before its ending."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def _refuse_open(folder: Path, names: Collection[str]) -> None:
    """Refuse to replace a paper beside which stands the file by which Word tells that it is open."""
    for name in names:
        if any((folder / lock).exists() for lock in lock_names(name)):
            raise NotReplacedError(errno.EBUSY, "it is open in Word", str(folder / name))


def lock_names(name: str) -> tuple[str, ...]:
    """Give the names under which Word and LibreOffice mark a file as open; Word leaves out its first letters."""
    return (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
