"""A table of cases, from whatever file: its headings name the questions, and each row below is a case."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, takewhile, zip_longest
from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from assembler import casefile
from assembler.batch.sources.source import Source, encode_cells, folder_name
from assembler.batch.sources.spreadsheet_marks import unmarked
from assembler.batch.sources.typed_cell import OURS, Typing, understood_cell
from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.rows import Cell
from assembler.casefile.schema_fields import SchemaField
from assembler.casefile.shape import Case
from assembler.problem import Problem

NumberedRow: TypeAlias = tuple[int, Sequence[Cell]]
"""The cells of a row, with the number that a spreadsheet shows for it."""

MAX_PROBLEMS = 100
"""How many headings or rows are listed as wrong; where there are more, it is another kind of table."""

CASE = "case"
"""The column that names the case."""

NOTE = "#"
"""A column whose heading begins with this, or a sheet whose name does, is a note and is not read."""

_MATTER_NUMBER = "matter.number"
_SUM = re.compile(r"(?:(?:grand|sub|overall)[ -]?)?totals?|sum|count|average", re.IGNORECASE)
_SUM_END = re.compile(r"[\s:=]*(?:\([^()]*\))?[\s:=]*$")
_TITLE_HINT = " The headings are in the first row that is not blank: delete what stands above them."
_NO_HEADING = "an answer stands under no heading."
_NO_HEADING_FIX = (
    "put a heading over it, such as `# notes` where it is yours alone, or delete it; "
    "in a CSV, an answer that holds a comma stands in quotes."
)


class Row(NamedTuple):
    """A row that is not blank: its number, the name of its case, and its answers by their columns.

    ``items`` are those of its items that stand in other rows, and where, as in `Source`.
    """

    number: int
    name: str
    cells: Mapping[str, Cell]
    items: tuple[tuple[str, str], ...] = ()


def read(
    rows: Iterator[NumberedRow | Problem], shown: str, typing: Typing = OURS
) -> Iterator[Source | Problem]:
    """Give each row of a table as the source of a case; if its headings are wrong, only what is wrong with them."""
    columns = read_headings(rows, shown)
    if isinstance(columns, list):
        yield from columns
    else:
        yield from sources(read_rows(columns, rows, typing=typing), shown)


def is_blank(row: NumberedRow) -> bool:
    """Tell whether no cell of a row says anything."""
    return not any(map(_stripped, row[1]))


def read_headings(
    rows: Iterator[NumberedRow | Problem], where: str, shape: type = Case
) -> tuple[str, ...] | list[Problem]:
    """Read the path that each column answers from the first row that is not blank, or say what is wrong there.

    ``shape`` is what the paths start from: a case, or an item of a list on the sheet of that list.
    """
    first = next((row for row in rows if isinstance(row, Problem) or not is_blank(row)), None)
    if first is None:
        fix = "write questions in its first row, and a case in each row below."
        return [Problem(where, "the table is empty.", fix)]
    if isinstance(first, Problem):
        further = takewhile(lambda row: isinstance(row, Problem), rows)
        return [first, *(row for row in further if isinstance(row, Problem))]
    number, cells = first
    columns = tuple(_heading(cell) if isinstance(cell, str) else "" for cell in map(_stripped, cells))
    unreadable = [Problem(f"{where}:{number}", *cell) for cell in cells if not isinstance(cell, str)]
    return list(islice(chain(unreadable, _faults(columns, f"{where}:{number}", shape)), MAX_PROBLEMS)) or columns


def _heading(cell: str) -> str:
    """Read the path that a heading names; of several lines it is the last, under a title for people."""
    return cell.rpartition("\n")[2].strip() if not cell.startswith(NOTE) else cell


def _faults(columns: Sequence[str], where: str, shape: type) -> Iterator[Problem]:
    named = [column for column in columns if column and not column.startswith(NOTE)]
    if not named:
        yield Problem(where, "no column has a heading.", "write the questions in the first row.")
    yield from _unknown(named, where, shape)
    yield from _repeated(named, where)


def _unknown(named: Sequence[str], where: str, shape: type) -> Iterator[Problem]:
    found = {name: casefile.column(name, shape) for name in named if name != CASE}
    refused = [one for one in found.values() if isinstance(one, casefile.Refusal)]
    hint = _TITLE_HINT if len(refused) == len(named) else ""
    for one in refused:
        yield Problem(where, f"the column {one.what}", one.fix + hint)


def _repeated(named: Sequence[str], where: str) -> Iterator[Problem]:
    """Find each column that is there twice, and each that answers a part of what another answers as a whole."""
    seen: set[str] = set()
    for name in named:
        if name in seen:
            yield Problem(where, f"the column {in_quotes(name)} is there twice.", "keep one of the two.")
        seen.add(name)
    for name in dict.fromkeys(named):
        whole = next((one for one in _prefixes(name) if one in seen), None)
        if whole:
            yield Problem(where, f"the columns `{whole}` and `{name}` answer one question.", "keep one of the two.")


def _prefixes(path: str) -> Iterator[str]:
    parts = path.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts)))


def read_rows(
    columns: Sequence[str],
    rows: Iterator[NumberedRow | Problem],
    shape: type = Case,
    typing: Typing = OURS,
) -> Iterator[Row | Problem]:
    """Give each row that is not blank, its answers as a case file has them; an empty cell leaves its question open."""
    found = {column: casefile.column(column, shape) for column in columns if column != CASE}
    asked = {column: field for column, field in found.items() if isinstance(field, SchemaField)}
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        number, values = row
        typed = _answers(columns, values)
        cells = {column: understood_cell(asked.get(column), cell, typing) for column, cell in typed.items()}
        name = cells.pop(CASE, "")
        if cells or name:
            yield _named(number, name, cells)


def _named(number: int, name: Cell, cells: dict[str, Cell]) -> Row:
    """Name a row by its column `case`, or else by the matter's number; a name that cannot be read is its problem."""
    if not isinstance(name, str):
        cells, name = {**cells, "": name}, ""
    matter = cells.get(_MATTER_NUMBER)
    return Row(number, name or (matter if isinstance(matter, str) else ""), cells)


def _answers(columns: Sequence[str], values: Sequence[Cell]) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for column, value in zip_longest(columns, values, fillvalue=""):
        answer = _stripped(value)
        if answer and not column.startswith(NOTE):
            found[column] = _marked(answer) if column else (_NO_HEADING, _NO_HEADING_FIX)
    return found


def _marked(answer: Cell) -> Cell:
    return unmarked(answer) if isinstance(answer, str) else answer


def _stripped(cell: Cell) -> Cell:
    """Take away the spaces around an answer, which nobody can see."""
    return cell.strip().replace("\r\n", "\n").replace("\r", "\n") if isinstance(cell, str) else cell


def sources(rows: Iterator[Row | Problem], shown: str) -> Iterator[Source | Problem]:
    """Give the source of each row; a table without a row is a problem."""
    is_empty, are_named = True, False
    for row in rows:
        is_empty = False
        if isinstance(row, Problem):
            yield row
        else:
            yield _footer_problem(row, shown, are_named) or _source(row, shown)
            are_named = are_named or bool(row.name)
    if is_empty:
        yield Problem(shown, "there is no case in the table.", "write a case in each row below the headings.")


def _footer_problem(row: Row, shown: str, are_named: bool) -> Problem | None:
    """Refuse a row of sums or a footer, with which a spreadsheet may end; it would be drafted as a case.

    ``are_named`` tells whether a row before it has a name.
    """
    where = f"{shown}:{row.number}"
    if not row.cells:
        what = "the row answers no question beside its name."
        return Problem(where, what, "delete it if it is a footer; a case answers at least one.")
    called = next((text for text in (row.name, *row.cells.values()) if isinstance(text, str) and text), "")
    if _SUM.fullmatch(_SUM_END.sub("", called)):
        what = f"the row is called {in_quotes(called)}; sums are no case."
        return Problem(where, what, "delete the row; a case of this name needs another in `case`.")
    if are_named and not row.name and len(row.cells) == 1:
        what = "the row answers one question alone, and has no name as the rows above it have."
        return Problem(where, what, "delete it if it is a footer; if it is a case, say in `case` what it is called.")
    return None


def _source(row: Row, shown: str) -> Source:
    name = row.name or f"{PurePath(shown).stem}-row-{row.number}"
    return Source(folder_name(name), shown, encode_cells(row.cells), row.number, items=row.items)
