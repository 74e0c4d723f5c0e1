"""The further sheets of a workbook: items of lists, brought to their cases."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from assembler.batch.sources.tables import MOST, Row
from assembler.casefile.characters import shown
from assembler.casefile.rows import Cell
from assembler.problem import Problem

_TABLE = """
create table items (
    list text, place text, row integer, name text, cells text, is_used integer default 0
);
"""
_OWN = "select list, cells from items where name = ? order by list, row"
_LEFT = "select place, row, name from items where not is_used order by place, row limit ?"


class Items:
    """The items of all further sheets, on disk, so that their number costs no memory."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, path: str, place: str, row: Row) -> None:
        """Keep one item of the list of this path; ``place`` is how problems call its sheet."""
        values = (path, place, row.number, row.name, json.dumps(dict(row.cells)))
        self._database.execute("insert into items (list, place, row, name, cells) values (?,?,?,?,?)", values)

    def index(self) -> None:
        """Make ready to be asked, once everything is added."""
        self._database.execute("create index names on items (name)")

    def join(self, row: Row) -> Row:
        """Return the row of a case with its items, each behind those that its list has by then.

        A list comes before those within its items: its path is how theirs begin.
        """
        if not row.name:
            return row
        cells = dict(row.cells)
        for path, kept in self._database.execute(_OWN, (row.name,)):
            number = _next(cells, path)
            for column, cell in json.loads(kept).items():
                said: Cell = cell if isinstance(cell, str) else tuple(cell)
                cells[f"{path}.{number}.{column}" if column else ""] = said
        self._database.execute("update items set is_used = 1 where name = ?", (row.name,))
        return row._replace(cells=cells)

    def left(self) -> Iterator[Problem]:
        """Note the items whose case there is not."""
        for place, row, name in self._database.execute(_LEFT, (MOST,)):
            what = f"no case is called {shown(name)}." if name else "the row does not say whose it is."
            yield Problem(f"{place}:{row}", what, "write in `case` what the first sheet calls the case.")


@contextmanager
def items() -> Iterator[Items]:
    """Open a place for items, gone when it is closed."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:  # a file of SQLite's own, without a name
        database.execute("pragma journal_mode = off")
        database.execute(_TABLE)
        database.execute("begin")
        yield Items(database)


def _next(cells: dict[str, Cell], path: str) -> int:
    start = len(path) + 1
    taken = (column[start:].partition(".")[0] for column in cells if column.startswith(f"{path}."))
    return max((int(number) for number in taken), default=0) + 1
