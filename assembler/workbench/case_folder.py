"""The case files of one folder: read, written whole or not at all, and never over what somebody changed meanwhile."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import RLock

from assembler import word

NAME = re.compile(r"\w[\w .,&'’()-]{0,120}\.ya?ml")
"""What the file of a case may be called: no part of it leads out of the folder."""

LEFT = re.compile(r"\..+\.ya?ml\.[a-z0-9_]{8}")
"""What a run that was killed while it wrote a case file leaves beside it."""

MOST_UNDO = 50
LARGEST = 2 * 1024 * 1024
"""The bytes of the largest case file that is opened."""


class NoCaseError(Exception):
    """There is no such case in the folder."""


class ChangedError(Exception):
    """The file was changed by somebody else since it was read."""


@dataclass
class CaseFolder:
    """A folder of case files; it may be asked from many threads, and other programs may write into it."""

    path: Path
    _lock: RLock = field(default_factory=RLock, repr=False)
    _former: dict[str, list[tuple[str, str]]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for one in self.path.iterdir():
            if LEFT.fullmatch(one.name) and one.is_file():
                one.unlink(missing_ok=True)

    def names(self) -> list[str]:
        """List the case files by name."""
        found = (one.name for one in self.path.iterdir() if NAME.fullmatch(one.name) and self._is_ours(one))
        return sorted(found, key=str.casefold)

    def file(self, name: str) -> Path:
        """Give the path of a case file; a name of none raises `NoCaseError`."""
        path = self.path / name
        if not NAME.fullmatch(name) or not self._is_ours(path):
            raise NoCaseError(name)
        return path

    def papers(self, name: str) -> Path:
        """Give the folder for the papers of a case."""
        return self.path / Path(name).stem

    def read(self, name: str) -> str:
        """Read the text of a case file."""
        return self.file(name).read_bytes().decode("utf-8", errors="replace")

    def create(self, name: str, text: str) -> None:
        """Write a new case file; a name that is taken, or that could lead elsewhere, raises `ValueError`."""
        with self._lock:
            if not NAME.fullmatch(name):
                msg = "a case is named with letters, figures, blanks and hyphens"
                raise ValueError(msg)
            if (self.path / name).exists() or (self.path / name).is_symlink():
                msg = f"{name} is there already"
                raise ValueError(msg)
            word.save(self.path / name, text.encode())

    def replace(self, name: str, before: str, text: str) -> None:
        """Write a case file anew, if it still reads as it did; else raise `ChangedError`."""
        with self._lock:
            self._write(name, before, text)
            self._former.setdefault(name, []).append((before, digest(text)))
            del self._former[name][:-MOST_UNDO]

    def undo(self, name: str) -> bool:
        """Take back what was last written here; False where nothing was, `ChangedError` where it no longer stands."""
        with self._lock:
            steps = self._former.get(name)
            if not steps:
                return False
            (former, after), now = steps[-1], self.read(name)
            if digest(now) != after:
                raise ChangedError(name)
            self._write(name, now, former)
            steps.pop()
            return True

    def _write(self, name: str, before: str, text: str) -> None:
        path = self.file(name)
        if path.read_bytes() != before.encode():
            raise ChangedError(name)
        word.save(path, text.encode(), mode=path.stat().st_mode & 0o777)

    def _is_ours(self, path: Path) -> bool:
        """Tell whether a path is a file of this folder, and no link to another."""
        return path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST


def digest(text: str) -> str:
    """Give the digest by which the text of a case is known."""
    return sha256(text.encode()).hexdigest()
