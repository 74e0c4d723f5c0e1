"""A problem and a caution are values: where, what is so, what to do, which law."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing a person must put right, in words that person uses."""

    where: str
    what: str
    fix: str
    law: str = ""

    def __str__(self) -> str:
        """Print as *where: what is so.*, then *fix:* and, where there is one, *law:*."""
        return _lines(*self)


class Caution(NamedTuple):
    """One thing a person must see to or know before relying on the papers; it keeps back no paper."""

    where: str
    what: str
    fix: str
    law: str = ""

    def __str__(self) -> str:
        """Print as a problem does, after the word *caution*."""
        return f"caution: {_lines(*self)}"


def _lines(where: str, what: str, fix: str, law: str) -> str:
    return "\n".join((f"{where}: {what}", f"  fix: {fix}", *([f"  law: {law}"] if law else [])))
