"""What a fact is called, what it means, and which facts it goes with or against: the words a clause may name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple, TypeAlias

from assembler.findings.finding import Fact
from assembler.findings.subject import Subject

Combination: TypeAlias = tuple[str, ...]
"""Facts that hold together; ``not x`` is the opposite of x."""


@dataclass(frozen=True)
class FactName:
    """One fact by name, with its meaning in one line, and what is so of it in every case the law does not refuse.

    Of one ``family`` exactly one holds, of ``rivals`` at most one. ``implies`` are facts that hold with it, a tuple of
    which at least one does; ``excludes`` are facts that do not, a tuple of which not all do.
    """

    name: str
    meaning: str
    family: str = ""
    rivals: str = ""
    implies: tuple[str | tuple[str, ...], ...] = ()
    excludes: tuple[str | tuple[str, ...], ...] = ()

    def never(self) -> Iterator[Combination]:
        """Give the combinations with it that no case has."""
        for one in self.implies:
            yield (self.name, *(opposite(name) for name in _each(one)))
        for one in self.excludes:
            yield (self.name, *_each(one))


class Topic(NamedTuple):
    """The facts of one topic, and what finds them; ``never`` are further combinations that no case has."""

    facts: tuple[FactName, ...]
    find: Callable[[Subject], Iterator[tuple[str, Fact]]]
    never: tuple[Combination, ...] = ()


def opposite(name: str) -> str:
    """Name the opposite of a fact."""
    return name.removeprefix("not ") if name.startswith("not ") else f"not {name}"


def families(facts: Iterable[FactName]) -> tuple[Combination, ...]:
    """Give the families of these facts, of each of which exactly one holds."""
    return tuple(_together((fact.family, fact.name) for fact in facts if fact.family).values())


def never(topics: Iterable[Topic]) -> tuple[Combination, ...]:
    """Give the combinations that no case has which the law does not refuse, beyond the families."""
    topics = tuple(topics)
    rivals = _together((fact.rivals, fact.name) for topic in topics for fact in topic.facts if fact.rivals)
    return (
        *(pair for names in rivals.values() for pair in combinations(names, 2)),
        *(combination for topic in topics for fact in topic.facts for combination in fact.never()),
        *(combination for topic in topics for combination in topic.never),
    )


def _together(named: Iterable[tuple[str, str]]) -> dict[str, Combination]:
    out = dict[str, Combination]()
    for key, name in named:
        out[key] = (*out.get(key, ()), name)
    return out


def _each(one: str | tuple[str, ...]) -> tuple[str, ...]:
    return (one,) if isinstance(one, str) else one
