"""Write files whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def save(path: Path, package: bytes) -> None:
    """Write a file whole or not at all."""
    save_all({path: package})


def save_all(packages: Mapping[Path, bytes]) -> None:
    """Write files all or none: each aside first, and only then each under its name."""
    ready: dict[Path, Path] = {}
    try:
        for path, package in packages.items():
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            ready[path] = Path(aside)
            with os.fdopen(handle, "wb") as out:
                out.write(package)
            ready[path].chmod(0o644)
        for path, file in ready.items():
            file.replace(path)
    finally:
        for file in ready.values():
            file.unlink(missing_ok=True)
