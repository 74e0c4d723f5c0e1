"""How a merge field is declared: over an answer or a finding, with how it is said in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from assembler.casefile import OpenPoint
from assembler.findings import Finding, LastDay, Subject
from assembler.findings.deadline import date_of
from assembler.merge.answers import Answers, Open, Pending
from assembler.wording import day

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


def last_day(find: Callable[[Subject], LastDay]) -> Fill:
    """Declare a field over a last day that is found of the trust."""
    return lambda answers: day(answers.value(date_of(find(answers.trust))))


def finding(find: Callable[[Answers], Finding[T]], say: Callable[[T], str]) -> Fill:
    """Declare a field over a finding."""
    return lambda answers: say(answers.value(find(answers)))


@dataclass(frozen=True)
class List:
    """A list that a clause may repeat over: the names of the fields of its rows, and what gives the rows."""

    names: frozenset[str]
    rows: Callable[[Answers], Sequence[Row]]


def rows(items: Callable[[Answers], Sequence[Answers]] | str, fields: Mapping[str, Fill]) -> List:
    """Declare a list over the answers to a list of questions, by its path or by what chooses among them.

    Where what to choose is not known, the list is one row, open for what is missing.
    """

    def made(answers: Answers) -> Sequence[Row]:
        try:
            each = answers.each(items) if isinstance(items, str) else items(answers)
        except Open as missing:  # whose rows they are, or how many, is not known
            return [dict.fromkeys(fields, missing.gap)]
        return [{name: filled(fill, one) for name, fill in fields.items()} for one in each]

    return List(frozenset(fields), made)


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
