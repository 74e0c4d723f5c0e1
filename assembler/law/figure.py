"""A figure carries its arithmetic: every step in words, with its value and its paragraph."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Value = Decimal | int | date | str


@dataclass(frozen=True)
class Step:
    """One line of arithmetic: what was done, what came of it, and by which paragraph.

    A decimal value is in dollars unless its ``unit`` says percent, fraction or factor.
    """

    text: str
    value: Value
    law: str
    unit: str = "dollars"

    @property
    def number(self) -> Decimal:
        """The value, where it is an amount or a count."""
        return Decimal(str(self.value))


@dataclass(frozen=True)
class Figure:
    """A computed amount; its unit is dollars, percent, fraction, factor, years, days or date."""

    name: str
    value: Value
    unit: str
    steps: tuple[Step, ...]
    law: tuple[str, ...]

    @property
    def number(self) -> Decimal:
        """The value, where it is an amount or a count."""
        return Decimal(str(self.value))


class OutOfRange(ValueError):  # noqa: N818 (said of a value, not of a fault of the program)
    """A value that the law, or a table published under it, does not reach."""

    def __init__(self, what: str, fix: str, law: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix
        self.law = law
