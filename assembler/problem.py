"""A problem is a value: where, what is so, what to do, which law."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing a person must put right, in words that person uses."""

    where: str
    what: str
    fix: str
    law: str = ""

    def __str__(self) -> str:
        """Print as *where: what is so.*, then *fix:* and, where there is one, *law:*."""
        lines = [f"{self.where}: {self.what}", f"  fix: {self.fix}"]
        if self.law:
            lines.append(f"  law: {self.law}")
        return "\n".join(lines)
