"""One case of a batch before it is read: its bytes, and what its folder and its problems call it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One case to draft; small, and the same wherever a worker reads it.

    ``name`` becomes the case's folder; ``shown`` is what problems call its file. ``content`` is a case
    file as it stands, or, where ``row`` is given, the cells of that row of a table. ``base`` is the case
    file with what the cases share, or nothing, and ``base_shown`` what problems call that file.
    """

    name: str
    shown: str
    content: bytes
    row: int | None = None
    base: bytes = b""
    base_shown: str = ""
