"""An XLSX of cases: the first sheet holds the cases, and each further sheet the items of one list of theirs."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from assembler import casefile
from assembler.batch.sources import table
from assembler.batch.sources.column_map import ColumnMap
from assembler.batch.sources.source import Source
from assembler.batch.sources.table import MAX_PROBLEMS, NumberedRow, Row
from assembler.batch.sources.typed_cell import OURS, Typing
from assembler.batch.sources.xlsx_bounds import excess
from assembler.batch.sources.xlsx_sheet import Sheet, open_sheets
from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.rows import Cell
from assembler.casefile.schema_fields import SchemaField
from assembler.casefile.shape import Case
from assembler.problem import Problem

_OLE = b"\xd0\xcf\x11\xe0"  # how an .xls file begins, and an .xlsx file that is encrypted
_SAVE_AS_XLSX = "open it in Excel and save it as `Excel Workbook (.xlsx)`, without a password."
_OWN_SHEET = "Where the sheet is yours alone, begin its name with `#`."

_TABLE = """
create table items (
    list text, place text, row integer, name text, cells text, is_used integer default 0
);
"""
_OF_CASE = "select list, place, row, cells from items where name = ? order by list, row"
_UNUSED = "select place, row, name from items where not is_used order by place, row limit ?"


class _Table(NamedTuple):
    """A sheet whose headings are read: its list (empty for the cases), where its problems are, and its rows."""

    path: str
    place: str
    columns: tuple[str, ...]
    numbered: Iterator[NumberedRow | Problem]
    shape: type
    typing: Typing = OURS

    def rows(self) -> Iterator[Row | Problem]:
        return table.read_rows(self.columns, self.numbered, self.shape, self.typing)


def read(path: Path, shown: str, mapping: ColumnMap | None = None) -> Iterator[Source | Problem]:
    """Give each row of the first sheet as the source of a case, with its items from the further sheets.

    With a mapping the headings of the first sheet are those of the mapping.
    """
    try:
        with path.open("rb") as file:
            yield from _sources(file, shown, mapping)
    except OSError as error:
        yield casefile.unreadable(error, shown)
    except sqlite3.Error as error:
        yield Problem(shown, f"its sheets cannot be joined: {error}.", "make room on the disk for temporary files.")
    except Exception:  # a damaged file makes openpyxl raise anything
        yield Problem(shown, "this cannot be read as an XLSX workbook.", _SAVE_AS_XLSX)


def _sources(file: BinaryIO, shown: str, mapping: ColumnMap | None) -> Iterator[Source | Problem]:
    if file.read(len(_OLE)) == _OLE:
        yield Problem(shown, "this is a workbook of an old kind, or one with a password.", _SAVE_AS_XLSX)
        return
    if found := excess(file):
        fix = "copy the cells with the cases into a new workbook, and save that."
        yield Problem(shown, f"this workbook is beyond all bounds: {found}.", fix)
        return
    tables = list(_tables(file, shown, mapping))
    problems = [one for one in tables if isinstance(one, Problem)]
    yield from problems or _joined([one for one in tables if isinstance(one, _Table)], shown)


def _tables(file: BinaryIO, shown: str, mapping: ColumnMap | None) -> Iterator[_Table | Problem]:
    """Read the headings of each sheet that is neither blank nor a note, or say what is wrong with it.

    The cases are on the first visible sheet: Excel hides the sheets that its drop-down lists come from.
    """
    sheets = [sheet for sheet in open_sheets(file) if not sheet.title.startswith(table.NOTE)]
    first = next((sheet for sheet in sheets if sheet.is_visible), sheets[0])
    yield from _cases_table(first, shown, mapping)
    for sheet in sheets:
        if sheet is not first and not sheet.is_blank:
            yield from _list_table(sheet, shown)


def _cases_table(sheet: Sheet, shown: str, mapping: ColumnMap | None) -> list[_Table | Problem]:
    """Read the headings of the cases; if they are wrong and the sheet has the name of a list, say just that."""
    found = _read_headings(sheet, shown, "", Case, mapping)
    if mapping is not None:
        return found
    if isinstance(found[0], _Table) or isinstance(casefile.listed(sheet.title), casefile.Refusal):
        return found
    what = f"the first sheet is {in_quotes(sheet.title)}, which is a list; the first sheet is for the cases."
    return [Problem(shown, what, "move the sheet with the cases before all others.")]


def _list_table(sheet: Sheet, shown: str) -> list[_Table | Problem]:
    place = f"{shown}:{sheet.title}"
    shape = casefile.listed(sheet.title)
    if isinstance(shape, casefile.Refusal):
        kind = "sheet" if sheet.is_visible else "hidden sheet"
        return [Problem(place, f"the {kind} {shape.what}", f"{shape.fix} {_OWN_SHEET}")]
    return _read_headings(sheet, place, sheet.title, shape)


def _read_headings(
    sheet: Sheet, place: str, path: str, shape: type, mapping: ColumnMap | None = None
) -> list[_Table | Problem]:
    """Read the headings of a sheet, so that each cell below is read as its heading asks."""
    numbered = mapping.rows(sheet.rows(), place) if mapping else sheet.rows()
    columns = table.read_headings(numbered, place, shape)
    if isinstance(columns, list):
        return [*columns]
    if path and table.CASE not in columns:
        return [Problem(place, "the sheet has no column `case`.", "add one that says whose each row is.")]
    merged = list(islice(_merged_cells(sheet, columns, place), MAX_PROBLEMS))
    found = (casefile.column(column, shape) for column in columns)
    sheet.fields = [field if isinstance(field, SchemaField) else None for field in found]
    return [*merged] or [_Table(path, place, columns, numbered, shape, mapping.typing if mapping else OURS)]


def _merged_cells(sheet: Sheet, columns: Sequence[str], place: str) -> Iterator[Problem]:
    """Refuse merged cells that reach into an answer: all of them show it, but Excel keeps it in the first alone."""
    answered = {number for number, column in enumerate(columns, 1) if column and not column.startswith(table.NOTE)}
    title = in_quotes(sheet.title)
    for cells in sheet.merged_in(answered):
        what = f"the cells {cells} of the sheet {title} are merged, and only {cells.partition(':')[0]} answers."
        yield Problem(place, what, "unmerge them, and write the answer into each cell that it is for.")


def _joined(tables: list[_Table], shown: str) -> Iterator[Source | Problem]:
    """Give the sources of the first table, with the items of the further tables joined to their cases."""
    cases, *lists = tables
    with _items() as items:
        for one in lists:
            yield from items.add_all(one)
        items.create_index()
        rows = (row if isinstance(row, Problem) else items.join(row) for row in cases.rows())
        yield from table.sources(rows, shown)
        yield from items.unused()


class _Items:
    """The items of all further sheets, in a temporary database, so that their number costs no memory."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add_all(self, items: _Table) -> Iterator[Problem]:
        """Store every row of a sheet as an item of its list, and give the rows that cannot be read."""
        for row in items.rows():
            if isinstance(row, Problem):
                yield row
            else:
                values = (items.path, items.place, row.number, row.name, json.dumps(dict(row.cells)))
                self._database.execute("insert into items (list, place, row, name, cells) values (?,?,?,?,?)", values)

    def create_index(self) -> None:
        """Make `join` fast, once everything is added."""
        self._database.execute("create index names on items (name)")

    def join(self, row: Row) -> Row:
        """Add to the row of a case its items, each after the items its list already has.

        A list comes before the lists within its items, because its path is where theirs begin.
        """
        if not row.name:
            return row
        cells, places = dict(row.cells), []
        for path, place, line, stored in self._database.execute(_OF_CASE, (row.name,)):
            number = _next_number(cells, path)
            places.append((f"{path}.{number}", f"{place}:{line}"))
            for column, value in json.loads(stored).items():
                cell: Cell = value if isinstance(value, str) else tuple(value)
                cells[f"{path}.{number}.{column}" if column else ""] = cell
        self._database.execute("update items set is_used = 1 where name = ?", (row.name,))
        return row._replace(cells=cells, items=tuple(reversed(places)))  # those within others before these

    def unused(self) -> Iterator[Problem]:
        """Give a problem for each item whose case does not exist."""
        for place, row, name in self._database.execute(_UNUSED, (MAX_PROBLEMS,)):
            what = f"no case is called {in_quotes(name)}." if name else "the row does not say whose it is."
            yield Problem(f"{place}:{row}", what, "write in `case` what the first sheet calls the case.")


@contextmanager
def _items() -> Iterator[_Items]:
    """Open a temporary database, which SQLite deletes when it is closed."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        database.execute("pragma journal_mode = off")
        database.execute(_TABLE)
        database.execute("begin")
        yield _Items(database)


def _next_number(cells: dict[str, Cell], path: str) -> int:
    start = len(path) + 1
    taken = (column[start:].partition(".")[0] for column in cells if column.startswith(f"{path}."))
    return max((int(number) for number in taken), default=0) + 1
