"""Number the open points of one document in the order in which a reader meets them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from assembler import word
from assembler.composition import unbroken
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

    def __init__(self, is_fillable: bool = True) -> None:
        self._is_fillable = is_fillable
        self._met: dict[OpenPoint, NumberedPoint] = {}
        self._placed: set[OpenPoint] = set()

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

    def place(self, gap: OpenPoint | Pending, where: str) -> str:
        """Write a gap where it stands in the text; an open point itself can be answered in that place."""
        if isinstance(gap, OpenPoint):
            self._placed.add(gap)
        return self.words(gap, where)

    def shown(self, gap: OpenPoint | Pending) -> Markup:
        """Write a gap as Word shows it: an open point to be filled in, or what follows from one."""
        words = unbroken(self.words(gap, ""))
        if isinstance(gap, Pending) or not self._is_fillable:
            return word.highlighted(words)
        return word.fillable(words, self._met[gap].number)

    def listed(self) -> list[Mapping[str, object]]:
        """List the points for the cover; one that can be answered in the text can be answered in the list too."""
        return [
            {
                "number": met.number,
                "what": self.shown(point) if point in self._placed else unbroken(met.what),
                "where": unbroken(met.where),
                "who": met.who,
            }
            for point, met in self._met.items()
        ]

    def every(self) -> list[str]:
        """Give the words of each point, in the order of their numbers."""
        return [unbroken(self.words(point, "")) for point in self._met]

    def __contains__(self, gap: OpenPoint | Pending) -> bool:
        return (gap.point if isinstance(gap, Pending) else gap) in self._met

    def __iter__(self) -> Iterator[NumberedPoint]:
        return iter(self._met.values())

    def __len__(self) -> int:
        return len(self._met)
