"""The questions of a case as a page asks them: in the order of an intake meeting, each with its answer."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from assembler import casefile
from assembler.casefile import Question, paths
from assembler.casefile.open_points import label
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import Case as Answers
from assembler.matter import Matter
from assembler.matter.left_out import left_out
from assembler.wording import capitalised

BEGINNING = frozenset({"as_of", "decedent.name", "decedent.died", "spouse.name", "matter.number"})
"""What is always asked: whose case it is, and of what day."""

NEVER = frozenset({"format"})

ALWAYS = frozenset({"executor", "trusts", "assignments", "annuities"})
"""The lists to which an item may always be added."""


@dataclass(frozen=True)
class Entry:
    """One question with its answer: as the file writes it, and as a person types it.

    ``state`` is *answered*, *open*, or *left out* where leaving it out is an answer.
    """

    question: Question
    written: tuple[str, ...]
    state: str

    @property
    def path(self) -> str:
        """The path of the question."""
        return self.question.path

    @property
    def anchor(self) -> str:
        """The place of the question in the page."""
        return anchor(self.path)

    @property
    def seen(self) -> str:
        """The answer as the page was given it."""
        return "\n".join(self.written)

    @property
    def shown(self) -> str:
        """The answer as one types it."""
        words = [casefile.in_words(self.question.field, one) for one in self.written]
        return ("; " if self.question.field.is_list else "\n").join(words)

    @property
    def kind(self) -> str:
        """How it is asked: yes-no, choice, choices, lines, or text."""
        field = self.question.field
        if field.type is bool:
            return "yes-no"
        if issubclass(field.type, StrEnum):
            return "choices" if field.is_list else "choice"
        return "lines" if field.form == "lines" else "text"


@dataclass(frozen=True)
class Group:
    """The questions of one person or thing, and the groups below it.

    A list has a group for each item, and one may be added to it: ``item`` says what that is, ``first`` is the question
    with which it begins, and ``columns`` are the keys of all its questions. ``is_empty`` is one stated to have none.
    """

    path: str
    title: str
    entries: tuple[Entry, ...] = ()
    groups: "tuple[Group, ...]" = ()
    item: str = ""
    first: Entry | None = None
    columns: tuple[str, ...] = ()
    is_empty: bool = False

    @property
    def anchor(self) -> str:
        """The place of the group in the page."""
        return anchor(self.path)

    @property
    def open(self) -> int:
        """How many of its questions are open."""
        return sum(one.state == "open" for one in self.entries) + sum(one.open for one in self.groups)


def anchor(path: str) -> str:
    """Name the place of a question in the page."""
    return "q-" + "".join(letter if letter.isalnum() else "-" for letter in path)


def groups(matter: Matter, everything: bool = False) -> tuple[Group, ...]:
    """Give the questions of a case that matter: those answered, those open, and what a conclusion takes for granted.

    With ``everything``, each question there is of what the case has.
    """
    wanted = None if everything else {*BEGINNING, *(one.path for one in matter.open_points), *left_out(matter)}
    walk = _Walk(matter, wanted)
    own = Group("", "The case", tuple(walk.entries(Answers, "")))
    return tuple(one for one in (own, *walk.groups(Answers, "")) if one.entries or one.groups or one.item)


def entry(matter: Matter, path: str) -> Entry:
    """Give one question with its answer; raises `ValueError` for a path that is none."""
    question = casefile.spoken(matter.case, path)
    stated = written(paths.answer(matter.case, path)) if _is_stated(matter, path) else ()
    missing = "left out" if question.left_out else "open"
    return Entry(question, stated, "answered" if stated else missing)


@dataclass(frozen=True)
class _Walk:
    matter: Matter
    wanted: Collection[str] | None

    def groups(self, shape: type, above: str) -> Iterator[Group]:
        for key, field in schema_fields(shape).items():
            if field.is_record:
                path = f"{above}.{key}" if above else key
                yield from self._list(field, path) if field.is_list else self._record(field, path)

    def entries(self, shape: type, above: str) -> Iterator[Entry]:
        for key, field in schema_fields(shape).items():
            path = f"{above}.{key}" if above else key
            if not field.is_record and path not in NEVER and self._is_wanted(path):
                yield entry(self.matter, path)

    def _record(self, field: SchemaField, path: str) -> Iterator[Group]:
        found = Group(path, self._title(path), tuple(self.entries(field.type, path)), self._below(field, path))
        if found.entries or found.groups:
            yield found

    def _list(self, field: SchemaField, path: str) -> Iterator[Group]:
        items = paths.answer(self.matter.case, path) or ()
        places = [f"{path}[{getattr(item, 'id', None) or n}]" for n, item in enumerate(items)]
        places += self._asked(f"{path}[{len(items)}]")
        inner = tuple(
            Group(place, self._title(place), tuple(self.entries(field.type, place)), self._below(field, place))
            for place in places
        )
        if inner or self.wanted is None or path in ALWAYS:
            columns = tuple(key for key, one in schema_fields(field.type).items() if not one.is_record)
            first = entry(self.matter, f"{path}[{len(items)}].{_first(columns)}")
            is_empty = not items and _is_stated(self.matter, path)
            yield Group(path, _heading(path), (), inner, casefile.item_of(path), first, columns, is_empty)

    def _asked(self, item: str) -> list[str]:
        """Give an item that a list has not yet, where one of its questions is open."""
        return [item] if any(one.startswith(f"{item}.") for one in self.wanted or ()) else []

    def _below(self, field: SchemaField, path: str) -> tuple[Group, ...]:
        return tuple(one for one in self.groups(field.type, path) if one.entries or one.groups or self.wanted is None)

    def _is_wanted(self, path: str) -> bool:
        return self.wanted is None or path in self.wanted or _is_stated(self.matter, path)

    def _title(self, path: str) -> str:
        return capitalised(label(self.matter.case, path))


def _first(columns: Sequence[str]) -> str:
    """Name the question with which an item of a list begins: what it is called, or the first there is."""
    return next((key for key in ("name", "manner", "plan", "description") if key in columns), columns[0])


def _heading(path: str) -> str:
    return capitalised(path.rpartition(".")[2].replace("_", " "))


def _is_stated(matter: Matter, path: str) -> bool:
    return path in matter.reading.lines


def written(answer: Any) -> tuple[str, ...]:
    """Write an answer as the file does; several where it is a list."""
    if answer is None:
        return ()
    if isinstance(answer, tuple):
        return tuple(text for one in answer for text in written(one))
    if isinstance(answer, bool):
        return ("true" if answer else "false",)
    if isinstance(answer, date):
        return (answer.isoformat(),)
    return (f"{answer:f}",) if isinstance(answer, Decimal) else (str(answer),)
