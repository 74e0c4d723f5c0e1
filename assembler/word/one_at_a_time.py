"""Let one run at a time write into a folder; the system ends its turn with the process, however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

fcntl: Any = None
msvcrt: Any = None
with suppress(ImportError):
    import fcntl
with suppress(ImportError):
    import msvcrt

LOCK = ".qdot-lock"
"""The file that stands in a folder meanwhile, on Windows alone, which cannot lock the folder itself."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other run writes into a folder, and let none do so meanwhile.

    Raises OSError where the folder cannot be opened. A file system, or a system, that has no locks gives none.
    """
    handle = _handle(folder)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _handle(folder: Path) -> int | None:
    """Take the lock of a folder, and give what holds it; None where the system has no locks."""
    if fcntl is not None:
        handle = os.open(folder, os.O_RDONLY)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        return handle
    if msvcrt is not None:
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_TEMPORARY", 0))
        with suppress(OSError):  # after ten seconds Windows gives up waiting
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        return handle
    return None
