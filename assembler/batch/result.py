"""What became of one case of a batch: its files, and what a summary says of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.problem import Problem


class State(StrEnum):
    """How a case came out."""

    DONE = "done"
    """Every document is drafted and checked, and there is no problem."""
    PROBLEMS = "problems"
    """Documents are drafted, and there are problems; a document that failed its check says so in its name."""
    REFUSED = "refused"
    """There is no document: the case could not be read, or the law refuses it, or nothing could be written."""


@dataclass(frozen=True)
class File:
    """A file of a case, by its name within the case's folder, with the SHA-256 of its bytes."""

    name: str
    digest: str


@dataclass(frozen=True)
class Amount:
    """A figure of a case; ``unit`` is *dollars*, *percent*, *years* and so on."""

    name: str
    subject: str
    value: Decimal | int | str
    unit: str


@dataclass(frozen=True)
class Due:
    """A date of a case by which somebody must do something or, where it is no duty, may."""

    day: date
    name: str
    subject: str
    who: str
    is_duty: bool = True


@dataclass(frozen=True)
class Point:
    """An open point of a case: its number in the document ``file``, what is missing, and who can supply it.

    Of a paper that may be wanting in the set, ``file`` names the paper, and the number is 0.
    """

    file: str
    number: int
    what: str
    who: str


@dataclass(frozen=True)
class Result:
    """What became of one case; ``points`` are its open points, ``seconds`` what it took."""

    name: str
    shown: str
    state: State
    files: tuple[File, ...] = ()
    problems: tuple[Problem, ...] = ()
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Due, ...] = ()
    points: tuple[Point, ...] = ()
    as_of: date | None = None
    seconds: float = 0.0
