"""What is missing of a blank that is not yet declared in the merge room, and names joined for one."""

from collections.abc import Iterable

from assembler.blanks.point import OpenPoint
from assembler.wording import listed


def missing(what: str, who: str, path: str) -> OpenPoint:
    """Leave a blank open, saying what is missing and who supplies it."""
    return OpenPoint(what, who, path)


def joined(names: Iterable[str | None], then: str = "") -> str:
    """Join names as a sentence does; where one is missing give '', for a list that leaves someone out misleads."""
    found = [name or "" for name in names]
    if not all(found):
        return ""
    return then.join(found) if then else listed(found)
