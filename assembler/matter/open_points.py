"""Number the open points of one document in the order in which a reader meets them."""

from collections.abc import Iterator
from dataclasses import dataclass

from assembler.merge import OpenPoint, Pending


@dataclass(frozen=True)
class NumberedPoint:
    """An open point with its number and the first place where it stands."""

    number: int
    what: str
    where: str
    who: str
    path: str


class Register:
    """The open points met so far; the same gap keeps the same number wherever it stands."""

    def __init__(self) -> None:
        self._met: dict[OpenPoint, NumberedPoint] = {}

    def number(self, point: OpenPoint, where: str) -> int:
        """Give a point its number, noting where it was first met."""
        if point not in self._met:
            self._met[point] = NumberedPoint(len(self._met) + 1, point.what, where, point.who, point.path)
        return self._met[point].number

    def words(self, gap: OpenPoint | Pending, where: str) -> str:
        """Write a gap as it stands in the text: *[3: the value of asset 1]*, or *[3: follows from the value ...]*."""
        if isinstance(gap, Pending):
            return f"[{self.number(gap.point, where)}: follows from {gap.point.what}]"
        return f"[{self.number(gap, where)}: {gap.what}]"

    def __contains__(self, gap: OpenPoint | Pending) -> bool:
        return (gap.point if isinstance(gap, Pending) else gap) in self._met

    def __iter__(self) -> Iterator[NumberedPoint]:
        return iter(self._met.values())

    def __len__(self) -> int:
        return len(self._met)
