"""Read a data file that stands beside this one; no other module of the law opens a file."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Key = date | Decimal | int | str

UNCONFIRMED = "unconfirmed "


@dataclass(frozen=True)
class Unconfirmed:
    """What could not be confirmed about the rows from first to last, both included."""

    first: str
    last: str
    what: str

    def touches(self, key: Key) -> bool:
        """Tell whether the row found under a key is one of these."""
        if isinstance(key, Decimal):
            return Decimal(self.first) <= key <= Decimal(self.last)
        text = key.isoformat() if isinstance(key, date) else str(key)
        # "1991-12" stands for the whole month: compare as many characters as the bound has.
        return self.first <= text[: len(self.first)] and text[: len(self.last)] <= self.last


@dataclass(frozen=True)
class Table:
    """A data file: what it is, what it covers, where it comes from, what is unconfirmed, and its rows."""

    name: str
    about: str
    covers: str
    source: str
    unconfirmed: tuple[Unconfirmed, ...]
    rows: tuple[Mapping[str, str], ...]


@cache
def read(name: str) -> Table:
    """Read a table once; later calls return the same value.

    The file begins with comment lines: `# about:`, `# covers:`, `# source:`, and `# unconfirmed FIRST..LAST:`.
    """
    lines = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    comments = [line.removeprefix("# ") for line in lines if line.startswith("#")]
    head = dict(line.split(": ", 1) for line in comments if not line.startswith(UNCONFIRMED))
    notes = tuple(_note(line) for line in comments if line.startswith(UNCONFIRMED))
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    frozen = tuple(MappingProxyType(row) for row in rows)
    return Table(name, head["about"], head["covers"], head["source"], notes, frozen)


def _note(line: str) -> Unconfirmed:
    keys, what = line.removeprefix(UNCONFIRMED).split(": ", 1)
    first, _, last = keys.partition("..")
    return Unconfirmed(first, last or first, what)


def unconfirmed(name: str, key: Key) -> tuple[str, ...]:
    """Say what is unconfirmed about the row of a table found under a key: a date, year, rate or name.

    Empty when nothing is. A document that prints a figure resting on the row prints these too.
    """
    return tuple(
        f"{name.replace('_', ' ')}, {key}: {note.what}" for note in read(name).unconfirmed if note.touches(key)
    )
