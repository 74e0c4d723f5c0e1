"""An XLSX of cases: the first sheet is the cases, each further one the items of a list."""

import re
import sqlite3
import warnings
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from assembler import casefile
from assembler.batch.sources import tables
from assembler.batch.sources.further_sheets import Items, items
from assembler.batch.sources.merged_cells import merged
from assembler.batch.sources.source import Source
from assembler.batch.sources.tables import Numbered
from assembler.batch.sources.typed_cells import said
from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.rows import Cell
from assembler.casefile.schema_fields import SchemaField
from assembler.casefile.shape import Case
from assembler.problem import Problem

_OLD = b"\xd0\xcf\x11\xe0"
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_CHUNK = 1 << 20
_YOURS = "Where the sheet is yours alone, begin its name with `#`."
_SAVE = "open it in Excel and save it as `Excel Workbook (.xlsx)`, without a password."


class _Sheet(NamedTuple):
    """A sheet whose headings are read: its list, where problems find it, its columns, and its further rows."""

    path: str
    place: str
    columns: tuple[str, ...]
    numbered: Iterator[Numbered | Problem]

    def rows(self) -> Iterator[tables.Row | Problem]:
        return tables.rows(self.columns, self.numbered)

    def keep(self, kept: Items) -> Iterator[Problem]:
        """Keep each row as an item of its list, giving what is wrong meanwhile."""
        for row in self.rows():
            if isinstance(row, Problem):
                yield row
            else:
                kept.add(self.path, self.place, row)


def cases(path: Path, shown: str) -> Iterator[Source | Problem]:
    """Give each row of the first sheet as the source of a case, with its items from the further sheets."""
    try:
        with path.open("rb") as file:
            yield from _cases(file, shown)
    except OSError as error:
        yield casefile.unreadable(error, shown)
    except sqlite3.Error as error:
        yield Problem(shown, f"its sheets cannot be joined: {error}.", "make room on the disk for temporary files.")
    except Exception:  # openpyxl raises whatever a spoiled file makes it stumble over
        yield Problem(shown, "this cannot be read as an XLSX workbook.", _SAVE)


def _cases(file: BinaryIO, shown: str) -> Iterator[Source | Problem]:
    if file.read(len(_OLD)) == _OLD:
        yield Problem(shown, "this is a workbook of an old kind, or one with a password.", _SAVE)
        return
    begun = list(_begun(file, shown))
    problems = [one for one in begun if isinstance(one, Problem)]
    yield from problems or _joined([one for one in begun if isinstance(one, _Sheet)], shown)


def _joined(sheets: list[_Sheet], shown: str) -> Iterator[Source | Problem]:
    first, *further = sheets
    with items() as kept:
        for sheet in further:
            yield from sheet.keep(kept)
        kept.index()
        rows = (one if isinstance(one, Problem) else kept.join(one) for one in first.rows())
        yield from tables.sources(rows, shown)
        yield from kept.left()


def _begun(file: BinaryIO, shown: str) -> Iterator[_Sheet | Problem]:
    """Begin to read each sheet that is neither blank nor a note, or say what is wrong with it.

    The cases are on the first sheet that shows: Excel hides the sheets that its drop-down lists come from.
    """
    pairs = [pair for pair in _opened(file) if not pair[0].title.strip().startswith(tables.NOTE)]
    first = next((pair for pair in pairs if _is_seen(pair)), pairs[0])
    yield from _of_cases(_begin(file, first, shown, "", Case), first[0].title.strip(), shown)
    for pair in pairs:
        if pair is not first and any(any(cells) for _, cells in _numbered(pair, [])):
            yield from _begin_list(file, pair, shown)


def _is_seen(pair: tuple[Any, Any]) -> bool:
    return bool(pair[0].sheet_state == "visible")


def _of_cases(begun: list[_Sheet | Problem], title: str, shown: str) -> list[_Sheet | Problem]:
    """Say of a first sheet that cannot be read, and is called by a list, that it is not the cases."""
    if isinstance(begun[0], _Sheet) or isinstance(casefile.listed(title), casefile.Refusal):
        return begun
    what = f"the first sheet is {in_quotes(title)}, which is a list; the first sheet is for the cases."
    return [Problem(shown, what, "move the sheet with the cases before all others.")]


def _begin_list(file: BinaryIO, pair: tuple[Any, Any], shown: str) -> list[_Sheet | Problem]:
    path = pair[0].title.strip()
    shape = casefile.listed(path)
    if isinstance(shape, casefile.Refusal):
        sheet = "sheet" if _is_seen(pair) else "hidden sheet"
        return [Problem(f"{shown}:{path}", f"the {sheet} {shape.what}", f"{shape.fix} {_YOURS}")]
    return _begin(file, pair, f"{shown}:{path}", path, shape)


def _begin(file: BinaryIO, pair: tuple[Any, Any], place: str, path: str, shape: type) -> list[_Sheet | Problem]:
    """Read the headings of a sheet; each cell below is then read as its heading asks."""
    fields: list[SchemaField | None] = []
    numbered = _numbered(pair, fields)
    columns = tables.headings(numbered, place, shape)
    if isinstance(columns, list):
        return [*columns]
    if path and tables.CASE not in columns:
        return [Problem(place, "the sheet has no column `case`.", "add one that says whose each row is.")]
    unsure = merged(file, pair[0], columns, place)
    if unsure:
        return [*unsure]
    found = (casefile.column(column, shape) for column in columns)
    fields += [field if isinstance(field, SchemaField) else None for field in found]
    return [_Sheet(path, place, columns, numbered)]


def _numbered(pair: tuple[Any, Any], fields: list[SchemaField | None]) -> Iterator[Numbered]:
    """Give the rows of a sheet; `fields`, filled once its headings are known, is what its columns ask."""
    sheet, formulas = pair
    title = in_quotes(sheet.title)
    beside = _rows(formulas) if formulas else repeat(())
    for number, (cells, written) in enumerate(zip(_rows(sheet), beside, strict=False), 1):
        yield number, list(_row(cells, written, fields, f"{number} of the sheet {title}"))


def _row(cells: Any, written: Any, fields: list[SchemaField | None], at: str) -> Iterator[Cell]:
    beside = zip(cells, chain(fields, repeat(None)), chain(written, repeat(None)), strict=False)
    for index, (cell, field, formula) in enumerate(beside, 1):
        is_formula = formula is not None and formula.data_type == "f"
        yield said(cell, field, f"the cell {get_column_letter(index)}{at}", is_formula=is_formula)


def _opened(file: BinaryIO) -> list[tuple[Any, Any]]:
    """Return each sheet, and beside it, where the workbook has formulas, the sheet with their texts."""
    values = _workbook(file, is_worked_out=True)
    formulas = _workbook(file, is_worked_out=False) if _has_formulas(file) else repeat(None)
    return list(zip(values, formulas, strict=False))


def _workbook(file: BinaryIO, *, is_worked_out: bool) -> list[Any]:
    with warnings.catch_warnings(action="ignore"):  # what openpyxl cannot keep, we do not want
        sheets = load_workbook(file, read_only=True, data_only=is_worked_out).worksheets
    for sheet in sheets:
        sheet.reset_dimensions()  # some programs write down too few
    return sheets


def _has_formulas(file: BinaryIO) -> bool:
    """Tell whether any sheet has a formula: only then need it be read twice, which costs twice."""
    with ZipFile(file) as archive:
        names = [name for name in archive.namelist() if "/worksheets/" in name]
        return any(_FORMULA.search(chunk) for name in names for chunk in _chunks(archive, name))


def _chunks(archive: ZipFile, name: str) -> Iterator[bytes]:
    end = b""
    with archive.open(name) as member:
        while chunk := member.read(_CHUNK):
            yield end + chunk
            end = chunk[-16:]


def _rows(sheet: Any) -> Iterator[Any]:
    """Give the rows without openpyxl's warnings, such as that a date is out of bounds; its cell says so too."""
    rows = iter(sheet.rows)
    while True:
        with warnings.catch_warnings(action="ignore"):
            row = next(rows, None)
        if row is None:
            return
        yield row
