"""The fields a clause may name, each declared once, over a question or a finding, with how it is said in words."""

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from types import ModuleType
from typing import TypeVar, cast

from assembler.casefile import OpenPoint, texts
from assembler.findings import Finding, Kind, Subject
from assembler.merge import (
    advice,
    annual_statement,
    annuities,
    assignments,
    estate,
    family,
    identity,
    instrument,
    matter,
    proceedings,
    property,
    provisions,
    residence,
    security_amount,
    security_deadlines,
    security_instrument,
    signing,
    trustees,
    working_papers,
)
from assembler.merge.answers import Answers, Pending, Phrases
from assembler.merge.field import Fill, Lazy, List, Row, Value, filled
from assembler.pictures import Picture

__all__ = ["FIELDS", "LISTS", "Merge", "OpenPoint", "Pending", "Row", "Value", "merge", "of_paper"]

T = TypeVar("T")

OF_TRUST: tuple[ModuleType, ...] = (
    advice,
    annual_statement,
    estate,
    family,
    identity,
    instrument,
    matter,
    proceedings,
    property,
    provisions,
    residence,
    security_amount,
    security_deadlines,
    security_instrument,
    signing,
    trustees,
    working_papers,
)
"""The topics of a trust or of the case as a whole; an assignment or annuity has them of the trust that takes."""

OF_ASSIGNMENT: tuple[ModuleType, ...] = (assignments,)
OF_ANNUITY: tuple[ModuleType, ...] = (annuities,)


@dataclass(frozen=True)
class Merge:
    """Every field a clause may name and every list it may repeat over, each filled when it is first asked for.

    ``stated`` are the texts that the case itself states. ``draw`` draws each picture that a clause may show, as
    wide as so many inches, where there is something to show.
    """

    values: Mapping[str, Value]
    lists: Mapping[str, Sequence[Row]]
    stated: frozenset[str]
    draw: Mapping[str, Callable[[float], Picture | None]] 


def merge(subject: Subject, phrases: Phrases) -> Merge:
    """Fill the fields of a subject in words; what is not known is an open point."""
    answers = Answers.of(subject, phrases)
    stated = frozenset(texts(subject.case))
    return Merge(Lazy(_FILLS[subject.kind], answers), Lazy(_ROWS[subject.kind], answers), stated, {})


OF_PAPER = (
    *property.OF_PAPER,
    *security_instrument.OF_PAPER,
    *trustees.NAMES_OF_PAPER,
    *assignments.OF_PAPER,
)
"""The fields that differ from paper to paper of one subject."""


def of_paper(merged: Merge, subject: Subject, phrases: Phrases, day: Finding[date]) -> Merge:
    """Add the fields that differ from paper to paper of one subject: its day, and who is in office on that day."""
    answers = Answers.of(subject, phrases, day.value)
    fills = {name: _FILLS[subject.kind][name] for name in OF_PAPER if name in _FILLS[subject.kind]}
    fills |= {name: partial(filled, fill) for name, fill in matter.of_paper(day).items()}
    own = Lazy({name: _ROWS[subject.kind][name] for name in trustees.OF_PAPER}, answers)
    return replace(merged, values=_over(Lazy(fills, answers), merged.values), lists=_over(own, merged.lists))


def _over(own: Mapping[str, T], other: Mapping[str, T]) -> Mapping[str, T]:
    return ChainMap(cast(MutableMapping[str, T], own), cast(MutableMapping[str, T], other))


def _fields(topics: Sequence[ModuleType]) -> Mapping[str, Fill]:
    return {name: fill for topic in topics for name, fill in topic.FIELDS.items()}


def _lists(topics: Sequence[ModuleType]) -> Mapping[str, List]:
    return {name: one for topic in topics for name, one in topic.LISTS.items()}


_TOPICS: Mapping[Kind, tuple[ModuleType, ...]] = {
    Kind.CASE: OF_TRUST,
    Kind.TRUST: OF_TRUST,
    Kind.ASSIGNMENT: (*OF_TRUST, *OF_ASSIGNMENT),
    Kind.ANNUITY: (*OF_TRUST, *OF_ANNUITY),
}
_FILLS = {
    kind: {name: partial(filled, fill) for name, fill in _fields(topics).items()} for kind, topics in _TOPICS.items()
}
_ROWS = {kind: {name: one.rows for name, one in _lists(topics).items()} for kind, topics in _TOPICS.items()}

FIELDS = frozenset(name for fills in _FILLS.values() for name in fills) | matter.OF_PAPER
"""Every field a clause may name."""


def _names(name: str, one: List) -> Iterator[tuple[str, frozenset[str]]]:
    yield name, frozenset(one.fields)
    for inner, field in one.fields.items():
        if isinstance(field, List):
            yield f"{name.removesuffix('s')}.{inner}", frozenset(field.fields)


LISTS = {
    name: fields
    for topics in _TOPICS.values()
    for listed, one in _lists(topics).items()
    for name, fields in _names(listed, one)
}
"""Every list a clause may repeat over, with the fields of its rows; `worksheet.lines` is one within `worksheets`."""
