"""How a merge field is declared: over an answer or a finding, with how it is said in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from assembler import wording
from assembler.casefile import OpenPoint
from assembler.findings import Amount, Fact, Finding, LastDay
from assembler.merge.answers import Answers, Open, Pending

T = TypeVar("T")

Fill: TypeAlias = Callable[[Answers], str]
"""What gives a field its words; it raises Open where something that it needs is missing."""

Value: TypeAlias = str | OpenPoint | Pending
"""The words of a field, or the gap that stands in it: for its own answer, or for one that it waits for."""

Row: TypeAlias = Mapping[str, object]
"""One entry of a list, such as one trustee: its own fields by name."""


def answer(path: str, say: Callable[[Any], str] = str) -> Fill:
    """Declare a field over one answer."""
    return lambda answers: say(answers.need(path))


def choice(path: str, group: str) -> Fill:
    """Declare a field over an answer that is one of several choices, in the words the library has for it."""
    return lambda answers: answers.phrase(group, answers.need(path))


def names(people: Sequence[Answers]) -> str:
    """Name people as a sentence does; one without a name leaves the field open."""
    return wording.listed([one.need("name") for one in people])


def finding(find: Callable[[Answers], Finding[T]], say: Callable[[T], str]) -> Fill:
    """Declare a field over a finding."""
    return lambda answers: say(answers.value(find(answers)))


def last_day(find: Callable[[Answers], LastDay]) -> Fill:
    """Declare a field over a last day."""
    return finding(find, lambda found: wording.day(found.date))


def figure(find: Callable[[Answers], Amount]) -> Fill:
    """Declare a field over a figure, with its unit."""
    return finding(find, lambda found: wording.figure(found.value, found.unit))


Fields: TypeAlias = "Mapping[str, Fill | List]"
"""The fields of a row by name; one may be a list of its own."""


@dataclass(frozen=True)
class List:
    """A list that a clause may repeat over: what gives its rows, and the fields of each.

    ``belongs`` finds whether an item is one of the list; where that is unknown, every field of its row is open for it.
    An item of which nothing is stated belongs to every list, so that its own questions are open.
    """

    items: Callable[[Answers], Sequence[Answers]]
    fields: Fields
    belongs: Callable[[Answers], Fact] | None = None

    def rows(self, answers: Answers) -> Sequence[Row]:
        """Give the rows of a subject; where the items cannot be given, one row of open points."""
        try:
            items = self.items(answers)
        except Open as missing:
            return [self._open(missing)]
        return [row for one in items if (row := self._row(one)) is not None]

    def _row(self, one: Answers) -> Row | None:
        try:
            belongs = self.belongs is None or one.is_blank or one.value(self.belongs(one))
        except Open as missing:
            return self._open(missing)
        return {name: _entry(field, one) for name, field in self.fields.items()} if belongs else None

    def _open(self, missing: Open) -> Row:
        return dict.fromkeys(self.fields, missing.gap)


def _entry(field: "Fill | List", one: Answers) -> object:
    return field.rows(one) if isinstance(field, List) else filled(field, one)


def rows(
    items: Callable[[Answers], Sequence[Answers]] | str,
    fields: Fields,
    belongs: Callable[[Answers], Fact] | None = None,
) -> List:
    """Declare a list over the answers to a list of questions, by its path or by what gives its items."""
    return List((lambda answers: answers.each(items)) if isinstance(items, str) else items, fields, belongs)


def filled(fill: Fill, answers: Answers) -> Value:
    """Give the words of a field, or its open point."""
    try:
        return fill(answers)
    except Open as missing:
        return missing.gap


class Lazy(Mapping[str, T], Generic[T]):
    """Values by name, each made when it is first asked for."""

    def __init__(self, make: Mapping[str, Callable[[Answers], T]], answers: Answers) -> None:
        self._make = make
        self._answers = answers
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            self._made[name] = self._make[name](self._answers)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._make)

    def __len__(self) -> int:
        return len(self._make)
