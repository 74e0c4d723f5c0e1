"""Blanks by name, of which each group is worked out when one of its names is first asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from assembler.findings.subject import Subject

T = TypeVar("T")


class Filled(Mapping[str, T]):
    """The blanks of some groups; ``group_of`` tells by its number which group fills a name."""

    def __init__(
        self, groups: Sequence[Callable[[Subject], Mapping[str, T]]], group_of: Mapping[str, int], subject: Subject
    ) -> None:
        self._groups = groups
        self._group_of = group_of
        self._setting = subject
        self._filled: dict[int, Mapping[str, T]] = {}

    def __getitem__(self, name: str) -> T:
        number = self._group_of[name]
        if number not in self._filled:
            self._filled[number] = self._groups[number](self._setting)
        return self._filled[number][name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._group_of)

    def __len__(self) -> int:
        return len(self._group_of)


class Over(Mapping[str, T]):
    """Blanks laid over others, of which none is worked out by that."""

    def __init__(self, own: Mapping[str, T], others: Mapping[str, T]) -> None:
        self._own = own
        self._others = others

    def __getitem__(self, name: str) -> T:
        return self._own[name] if name in self._own else self._others[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._own.keys() | self._others.keys())

    def __len__(self) -> int:
        return len(self._own.keys() | self._others.keys())
