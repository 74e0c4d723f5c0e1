"""``summary.xlsx``: what a paralegal asks of a batch, a sheet for each question."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from assembler import word
from assembler.batch.result import Amount, Result
from assembler.batch.summary import coming, documents
from assembler.batch.widths import lines
from assembler.problem import Problem

ROWS, LENGTH, FORMULA, DIGITS = 1_048_576, 32_767, 255, 15
"""What Excel has room for: rows of a sheet, UTF-16 units of a cell, letters in a formula, digits of a number."""
FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; days before this one stay text."""
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no workbook may hold."""

HEADING = {"bold": True, "bg_color": "#E7E6E6", "text_wrap": True}
TO_RIGHT = {"align": "right", "indent": 1}
LOOKS: dict[str, dict[str, Any]] = {
    "heading": {**HEADING, "align": "left"},
    "heading of numbers": {**HEADING, **TO_RIGHT},
    "text": {"num_format": "@", "text_wrap": True, "quote_prefix": True},
    "link": {"font_color": "#0563C1", "underline": 1, "text_wrap": True},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "number": TO_RIGHT,
    "dollars": {"num_format": '"$"#,##0.00;-"$"#,##0.00', **TO_RIGHT},
    "percent": {"num_format": '0.00##"%"', **TO_RIGHT},
}
"""How Excel shows what stands in a cell; the unit of a number says how it is shown."""

Value = str | int | Decimal | date | Amount | PurePosixPath
"""What stands in a cell; a path, from the folder of the workbook, is a link to a file."""
Row = Sequence[Value]


def _case(result: Result) -> Iterator[Row]:
    deadlines = "\n".join(f"{due.day} {due.name} ({due.who})" for due in coming(result)[:3])
    counts = len(documents(result)), len(result.points), len(result.problems)
    yield result.name, result.shown, str(result.state), result.as_of or "", *counts, deadlines


def _documents(result: Result) -> Iterator[Row]:
    for name in documents(result):
        checked = "not checked" if name.endswith(".unchecked.docx") else "checked"
        yield result.name, PurePosixPath(result.name, name), checked


def _amounts(result: Result) -> Iterator[Row]:
    for amount in result.amounts:
        yield result.name, amount.subject, f"{amount.name[:1].upper()}{amount.name[1:]}", amount, amount.unit


def _deadlines(result: Result) -> Iterator[Row]:
    return ((result.name, due.day, due.name, due.subject, due.who) for due in result.dates)


def _points(result: Result) -> Iterator[Row]:
    return ((result.name, point.file, point.number, point.what, point.who) for point in result.points)


def _problems(result: Result) -> Iterator[Row]:
    return ((result.name, *problem) for problem in result.problems)


class Sheet(NamedTuple):
    """A sheet: its headings with the widths of their columns, in letters, and the rows that a case gives it."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Callable[[Result], Iterable[Row]]


CASE = ("Case", 28)
NUMBERS = {"Documents", "Open points", "Problems", "Number", "Value"}
"""Headings that stand to the right, as the numbers under them do."""
SHEETS = (
    Sheet("Cases", (CASE, ("Source", 28), ("State", 11), ("As of", 12), ("Documents", 11), ("Open points", 11),
                    ("Problems", 11), ("Next deadlines", 64)), _case),
    Sheet("Documents", (CASE, ("File", 60), ("Check", 13)), _documents),
    Sheet("Amounts", (CASE, ("Of", 44), ("Figure", 44), ("Value", 20), ("Unit", 12)), _amounts),
    Sheet("Deadlines", (CASE, ("Day", 12), ("What", 60), ("Of", 28), ("Who", 28)), _deadlines),
    Sheet("Open points", (CASE, ("File", 44), ("Number", 9), ("What", 64), ("Who can tell", 16)), _points),
    Sheet("Problems", (CASE, ("Where", 40), ("What", 56), ("Fix", 48), ("Law", 28)), _problems),
)  # fmt: skip


def write(
    path: Path, results: Iterable[Result], found: Sequence[Problem] = (), room: int = ROWS
) -> tuple[Problem, ...]:
    """Write the workbook whole or not at all, taking the results one at a time.

    ``found`` are problems of no case, and ``room`` is the number of rows to a sheet.
    """
    whole = BytesIO()  # a file on a full disk would end in a traceback of XlsxWriter's
    try:
        with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as aside:
            _fill(Workbook(whole, {"constant_memory": True, "tmpdir": aside}), results, found, room)
        word.save(path, whole.getvalue())
    except (OSError, FileCreateError) as error:
        why = error.strerror if isinstance(error, OSError) else error.args[0].strerror
        fix = "close it where it is open, or make room on the disk, and say --resume to have it written."
        return (Problem(str(path), f"it cannot be written ({why}).", fix),)
    return ()


def _fill(new: Workbook, results: Iterable[Result], found: Sequence[Problem], room: int) -> None:
    with new as book:
        book.use_zip64()
        book.set_properties({"author": "qdot-assembler", "created": datetime(1980, 1, 1)})  # not the clock's
        looks = {name: book.add_format({"valign": "top", **look}) for name, look in LOOKS.items()}
        tabs = [Tab(book.add_worksheet(sheet.title), sheet, looks, room) for sheet in SHEETS]
        for result in results:
            for tab in tabs:
                tab.add(tab.sheet.rows(result))
        tabs[-1].add(("", *problem) for problem in found)
        for tab in tabs:
            tab.close()


class Tab:
    """Writes one sheet of the workbook, a row at a time; a row too many is counted instead."""

    def __init__(self, out: Any, sheet: Sheet, looks: dict[str, Any], room: int) -> None:
        self.sheet = sheet
        self._out, self._looks, self._room = out, looks, room
        self._row = self._left_out = 0
        self._head()

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows; Excel's last row is kept to say how many there were no room for."""
        for values in rows:
            if self._row + 2 < self._room:
                self._write(values)
            else:
                self._left_out += 1

    def close(self) -> None:
        """Say in the last row what was left out, if anything was, and let every row be filtered."""
        if self._left_out:
            self._write([f"{self._left_out:,} more rows are left out: a sheet has no room for them."])
        self._out.autofilter(0, 0, self._row, len(self.sheet.columns) - 1)

    def _head(self) -> None:
        for column, (heading, width) in enumerate(self.sheet.columns):
            look = "heading of numbers" if heading in NUMBERS else "heading"
            self._out.write_string(0, column, heading, self._looks[look])
            self._out.set_column(column, column, width)
        self._out.freeze_panes(1, 0)
        self._out.repeat_rows(0)
        self._out.set_landscape()
        self._out.fit_to_pages(1, 0)
        self._out.set_footer("&C&A, page &P of &N")

    def _write(self, values: Row) -> None:
        """Write a row as high as its text, which LibreOffice does not find out; letters are narrower than digits."""
        self._row += 1
        cells = zip(values, self.sheet.columns, strict=False)
        high = max(lines(text, width * 11 // 10) for text, (_, width) in cells if isinstance(text, str))
        if high > 1:
            self._out.set_row(self._row, min(high, 27) * 15)  # points; Excel has no row above 409
        for column, value in enumerate(values):
            self._cell((self._row, column), value)

    def _cell(self, place: tuple[int, int], value: Value) -> None:
        unit = "number"
        if isinstance(value, Amount):
            unit, value = value.unit, value.value
        match value:
            case str() if unit == "date":
                self._cell(place, date.fromisoformat(value))
            case PurePosixPath() if len(f"{value}{value.name}") < FORMULA:  # other links would end at 65,530 a sheet
                link = f'=HYPERLINK("{value}","{value.name}")'
                self._out.write_formula(*place, link, self._looks["link"], value.name)
            case int() | Decimal() if len(Decimal(value).normalize().as_tuple().digits) <= DIGITS:
                self._out.write_number(*place, value, self._looks.get(unit, self._looks["number"]))
            case date() if value >= FIRST_DAY:
                self._out.write_datetime(*place, value, self._looks["date"])
            case _ if text := f"{value:f}" if isinstance(value, Decimal) else str(value):
                self._out.write_string(*place, _writable(text), self._looks["text"])


def _writable(text: str) -> str:
    """Mark what no cell may hold, and cut what is too long for one; XlsxWriter takes <r>...</r> for XML."""
    units = re.sub(r"</r>\Z", "</r> ", UNWRITABLE.sub("\ufffd", text)).encode("utf-16-le")
    cut = units[: 2 * LENGTH - 2].decode("utf-16-le", "ignore") + "…"
    return cut if len(units) > 2 * LENGTH else units.decode("utf-16-le")
