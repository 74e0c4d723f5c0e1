"""A table of cases: what its headings ask, and each of its rows as a source."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, zip_longest
from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from assembler import casefile
from assembler.batch.sources.naming import folder_name
from assembler.batch.sources.source import Source
from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.rows import Cell
from assembler.casefile.shape import Case
from assembler.problem import Problem

Numbered: TypeAlias = tuple[int, Sequence[Cell]]
"""The cells of a row, with the number that a spreadsheet shows for it."""

MOST = 100
"""Headings, or rows, that are listed as wrong; with more it is another kind of table."""

CASE = "case"
"""The column that names the case."""

NOTE = "#"
"""What the heading of a column, or the name of a sheet, begins with that is left alone."""

_NUMBER = "matter.number"
_TOTALS = frozenset(("total", "totals", "grand total", "sum"))
_ABOVE = " The headings are in the first row that is not blank: delete what stands above them."
_ASTRAY = "an answer stands under no heading."
_ASTRAY_FIX = (
    "put a heading over it, such as `# notes` where it is yours alone, or delete it; "
    "in a CSV, an answer that holds a comma stands in quotes."
)


class Row(NamedTuple):
    """One row that is not blank: its number, what it calls its case, and its answers by their columns."""

    number: int
    name: str
    cells: Mapping[str, Cell]


def headings(numbered: Iterator[Numbered | Problem], place: str, shape: type = Case) -> tuple[str, ...] | list[Problem]:
    """Return the path that each column asks for, from the first row that is not blank, or what is wrong there.

    A heading that begins with ``#`` is a note, and its column is left alone. ``shape`` is that of the items
    of a list, for the sheet of that list.
    """
    first = next((one for one in numbered if isinstance(one, Problem) or any(map(_stripped, one[1]))), None)
    if first is None:
        return [
            Problem(place, "the table is empty.", "write questions in its first row, and a case in each row below.")
        ]
    if isinstance(first, Problem):
        return [first]
    number, cells = first
    columns = tuple(cell if isinstance(cell, str) else "" for cell in map(_stripped, cells))
    faulty = [Problem(f"{place}:{number}", *cell) for cell in cells if not isinstance(cell, str)]
    return list(islice(chain(faulty, _faults(columns, f"{place}:{number}", shape)), MOST)) or columns


def _faults(columns: Sequence[str], where: str, shape: type) -> Iterator[Problem]:
    asked = [column for column in columns if column and not column.startswith(NOTE)]
    if not asked:
        yield Problem(where, "no column has a heading.", "write the questions in the first row.")
    yield from _unknown(asked, where, shape)
    yield from _doubled(asked, where)


def _unknown(asked: Sequence[str], where: str, shape: type) -> Iterator[Problem]:
    found = {name: casefile.column(name, shape) for name in asked if name != CASE}
    refused = [one for one in found.values() if isinstance(one, casefile.Refusal)]
    hint = _ABOVE if len(refused) == len(asked) else ""
    for one in refused:
        yield Problem(where, f"the column {one.what}", one.fix + hint)


def _doubled(asked: Sequence[str], where: str) -> Iterator[Problem]:
    """Note each column that is there twice, and each item of a list that has a column as a whole."""
    seen: set[str] = set()
    for name in asked:
        if name in seen:
            yield Problem(where, f"the column {in_quotes(name)} is there twice.", "keep one of the two.")
        seen.add(name)
    for name in dict.fromkeys(asked):
        whole = next((one for one in _above(name) if one in seen), None)
        if whole:
            yield Problem(where, f"the columns `{whole}` and `{name}` answer one question.", "keep one of the two.")


def _above(path: str) -> Iterator[str]:
    parts = path.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts)))


def rows(columns: Sequence[str], numbered: Iterator[Numbered | Problem]) -> Iterator[Row | Problem]:
    """Give each row that is not blank; an empty cell is a question left open."""
    for one in numbered:
        if isinstance(one, Problem):
            yield one
            continue
        number, said = one
        cells = _answers(columns, said)
        name = cells.pop(CASE, "")
        if cells or name:
            yield _row(number, name, cells)


def _row(number: int, name: Cell, cells: dict[str, Cell]) -> Row:
    if not isinstance(name, str):
        cells, name = {**cells, "": name}, ""
    own = cells.get(_NUMBER)
    return Row(number, name or (own if isinstance(own, str) else ""), cells)


def _answers(columns: Sequence[str], said: Sequence[Cell]) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for column, cell in zip_longest(columns, said, fillvalue=""):
        answer = _stripped(cell)
        if answer and not column.startswith(NOTE):
            found[column] = answer if column else (_ASTRAY, _ASTRAY_FIX)
    return found


def _stripped(cell: Cell) -> Cell:
    """Return what a cell says, without the blanks about it, which nobody can see."""
    return cell.strip().replace("\r\n", "\n").replace("\r", "\n") if isinstance(cell, str) else cell


def cases(numbered: Iterator[Numbered | Problem], shown: str) -> Iterator[Source | Problem]:
    """Give each row of a table as the source of a case."""
    columns = headings(numbered, shown)
    if isinstance(columns, list):
        yield from columns
    else:
        yield from sources(rows(columns, numbered), shown)


def sources(found: Iterator[Row | Problem], shown: str) -> Iterator[Source | Problem]:
    """Give each row as the source it is; a table without a row is a problem."""
    nothing = True
    for one in found:
        nothing = False
        yield one if isinstance(one, Problem) else _total(one, shown) or source(one, shown)
    if nothing:
        yield Problem(shown, "there is no case in the table.", "write a case in each row below the headings.")


def _total(row: Row, shown: str) -> Problem | None:
    """Note a row of sums, which a spreadsheet may end with; drafted, it would be a case of nobody's."""
    if row.name.rstrip(":").casefold() not in _TOTALS:
        return None
    what = f"the row is called {in_quotes(row.name)}; sums are no case."
    return Problem(f"{shown}:{row.number}", what, "delete the row; a case of this name needs another in `case`.")


def source(row: Row, shown: str) -> Source:
    """Return the source that a row is; the same answers make the same bytes, however the columns stand."""
    name = row.name or f"{PurePath(shown).stem}-row-{row.number}"
    content = json.dumps(dict(row.cells), sort_keys=True, separators=(",", ":")).encode()
    return Source(folder_name(name), shown, content, row.number)


def cells(content: bytes) -> dict[str, Cell] | None:
    """Return the answers of a row from the content of its source, or None where it is none."""
    try:
        found = json.loads(content)
        return {path: cell if isinstance(cell, str) else (str(cell[0]), str(cell[1])) for path, cell in found.items()}
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None
