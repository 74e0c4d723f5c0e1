"""What a browser sends as a file: its name without any folder, and its bytes."""

from typing import NamedTuple

from flask import request


class Upload(NamedTuple):
    """A file that was sent: its bytes, and how it is called."""

    data: bytes
    name: str


def uploaded(field: str) -> Upload | None:
    """Give the file sent under a field's name; None where none was chosen."""
    found = request.files.get(field)
    if found is None or not found.filename:
        return None
    return Upload(found.read(), found.filename.replace("\\", "/").rpartition("/")[2])
