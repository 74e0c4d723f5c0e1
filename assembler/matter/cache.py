"""Keep what a library compiles to on disk between commands: safe to delete, and never needed.

What is kept is code: the templates compiled by Jinja, which is what makes a cold draft quick. No format would make it
data, and a pickle is the quickest. So nothing is read that another could have written: the folder and the file are the
user's own, closed to all others, and no links; the file's name is a digest, and its first bytes are that of the rest.
"""

import copyreg
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from assembler.matter.resources import PACKAGE

NAME = "qdot-assembler"
MAKERS = [PACKAGE / room for room in ("library", "merge", "composition", "word", "check", "matter")]
"""The rooms whose code makes what is kept."""
LIBRARIES = ("docxtpl", "jinja2", "markdown_it", "yaml")
"""The libraries they make it with, each of which says its version in its first file."""

ENDING = ".kept"
MOST = 300
"""So many things are kept; the oldest make room."""

DIGEST = 32

PRIVATE = 0o600

Kept = TypeVar("Kept")


def _read_only(values: dict[Any, Any]) -> "MappingProxyType[Any, Any]":
    return MappingProxyType(values)


# pickle knows no read-only mapping
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


def mark(*folders: Path) -> str:
    """Digest the contents of these folders, and the code that compiles them: other words have another mark."""
    digest = sha256(f"{sys.version}{folders}".encode())
    libraries = [spec.origin for name in LIBRARIES if (spec := find_spec(name)) and spec.origin]
    files = (path for folder in (*MAKERS, *folders) for path in sorted(_files(str(folder))))
    for path in (*libraries, *files):
        digest.update(os.fsencode(path))
        with suppress(OSError):  # whoever reads it to compile it says why it cannot be read
            digest.update(Path(path).read_bytes())
    return digest.hexdigest()


def _files(folder: str) -> Iterator[str]:
    with suppress(OSError), os.scandir(folder) as inside:
        for entry in inside:
            if entry.is_dir():
                yield from _files(entry.path)
            elif not entry.name.endswith(".pyc"):
                yield entry.path


class Cache:
    """What is kept of these folders as they are now."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._mark = mark(*folders)

    def kept(self, name: str, make: Callable[[], Kept]) -> Kept:
        """Take what was kept under a name, or make it and keep it for the next time."""
        # no home, no right to write there, no owners, or no room left: make it anew each time
        with suppress(OSError, RuntimeError):
            taken: Kept | None = _whole(self._path(name))
            if taken is not None:
                return taken
        made = make()
        with suppress(OSError, RuntimeError):
            if mark(*self._folders) == self._mark:  # else somebody wrote in them meanwhile
                _keep(self._path(name), made)
        return made

    def _path(self, name: str) -> Path:
        return _folder() / f"{sha256(f'{self._mark} {name}'.encode()).hexdigest()}{ENDING}"


def _whole(path: Path) -> Any:
    """Read what was kept; None for what is not there, or is spoiled; what is not the user's alone is thrown away."""
    if not os.path.lexists(path):
        return None
    if path.is_symlink():
        path.unlink()
        return None
    with path.open("rb") as file:
        is_private = _is_private(os.fstat(file.fileno()), stat.S_IFREG)  # of what is read, whatever the path now names
        content = file.read() if is_private else b""
    if not is_private:
        path.unlink()
    digest, value = content[:DIGEST], content[DIGEST:]
    return pickle.loads(value) if value and sha256(value).digest() == digest else None


def _keep(path: Path, made: object) -> None:
    from assembler import word  # heavy, and needed only to keep what was made

    value = pickle.dumps(made)
    word.save(path, sha256(value).digest() + value, mode=PRIVATE)
    kept_long = sorted(path.parent.glob(f"*{ENDING}"), key=lambda old: old.stat().st_mtime_ns)
    for old in kept_long[:-MOST]:
        old.unlink(missing_ok=True)


def _folder() -> Path:
    """Make the folder of the user's own cache, closed to others."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    folder = (given if given.is_absolute() else Path.home() / ".cache") / NAME
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_private(folder.lstat(), stat.S_IFDIR):
        raise OSError(f"{folder} is not a folder of the user's alone")
    return folder


def _is_private(facts: os.stat_result, kind: int) -> bool:
    """Tell whether this is a file or folder itself, not a link to one, that the user owns and no other may open.

    Windows shows neither owners nor modes in this way, so nothing is private there, and nothing is kept.
    """
    is_own = hasattr(os, "getuid") and facts.st_uid == os.getuid()
    return is_own and stat.S_IFMT(facts.st_mode) == kind and not facts.st_mode & 0o077
