"""Let one run at a time write into a folder; the system ends its turn with the process, however that ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".qdot-lock"
"""The file that stands in a folder meanwhile, on Windows alone, which cannot lock the folder itself."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other run writes into a folder, and let none do so meanwhile.

    Raises OSError where the folder cannot be opened. A file system that has no locks gives none.
    """
    handle = _handle(folder)
    try:
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _handle(folder: Path) -> int:
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_TEMPORARY)
        with suppress(OSError):  # after ten seconds Windows gives up waiting
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        return handle

else:
    import fcntl

    def _handle(folder: Path) -> int:
        handle = os.open(folder, os.O_RDONLY)
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        return handle
