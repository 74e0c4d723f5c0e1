"""What a finished document is held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class Requirement(Protocol):
    """The part of a catalogued requirement that a check needs."""

    @property
    def id(self) -> str:
        """Its name in the catalogue."""

    @property
    def cite(self) -> str:
        """The paragraph of law it comes from."""

    @property
    def says(self) -> str:
        """What the document has to say, in one sentence."""

    @property
    def probes(self) -> tuple[str, ...]:
        """Words that any text discharging it contains; alternatives stand between `` | ``."""


@dataclass(frozen=True)
class Expected:
    """What the facts of one case ask of one document.

    clauses: clause id to its plain text, in document order; one line per paragraph, the heading first, and one
    line per table cell, row by row.
    discharged_by: requirement id to the ids of the clauses that claim it.
    names: names of the case that must appear code point for code point.
    open_points: how many numbered open points the draft carries.
    """

    clauses: Mapping[str, str]
    requirements: tuple[Requirement, ...]
    discharged_by: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]
    open_points: int
