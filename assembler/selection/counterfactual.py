"""Answer one question of a case otherwise, to see which clauses would turn."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from assembler.casefile import paths
from assembler.casefile.shape import Case

MORE = Decimal("2000000.01")
"""Enough to carry any value over the line between a small trust and a large one."""


def alternatives(case: Case, path: str) -> Iterator[tuple[str, Case]]:
    """Give each other answer worth trying at a path, in words, with the case that has it."""
    steps = paths.steps(path)
    for words, answer in _others(paths.at(case, steps), _kind(case, steps)):
        yield words, paths.with_answer(case, steps, answer)


def _others(answer: Any, kind: Any) -> Iterator[tuple[str, Any]]:
    choices = [part for part in (kind, *get_args(kind)) if isinstance(part, type)]
    members = next((list(part) for part in choices if issubclass(part, StrEnum)), [])
    if bool in choices:
        yield from ((str(value).lower(), value) for value in (True, False) if value is not answer)
    elif any(get_origin(part) is tuple for part in (kind, *get_args(kind))):
        yield from _other_lists(answer, kind)
    elif members:
        yield from ((str(member), member) for member in members if member is not answer)
    elif Decimal in choices:
        yield from (("0", Decimal(0)), ("more by $2,000,000.01", (answer or Decimal(0)) + MORE))
    if answer is not None and type(None) in get_args(kind) and not isinstance(answer, tuple):
        yield "left out", None
    elif answer is None and date in choices:
        yield "given", date(2026, 1, 2)


def _other_lists(answer: Any, kind: Any) -> Iterator[tuple[str, Any]]:
    entries = [part for outer in (kind, *get_args(kind)) for part in get_args(outer) if isinstance(part, type)]
    members = next((list(part) for part in entries if issubclass(part, StrEnum)), [])
    given = answer or ()
    for member in members:
        if member in given:
            yield f"without {member}", tuple(entry for entry in given if entry is not member)
        else:
            yield f"with {member}", (*given, member)
    if given and not members:
        yield "empty", ()


def _kind(thing: Any, steps: list[str]) -> Any:
    holder = paths.at(thing, steps[:-1])
    return get_type_hints(type(holder)).get(paths.name(holder, steps[-1])) if is_dataclass(holder) else None
