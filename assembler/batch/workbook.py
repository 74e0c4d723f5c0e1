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
from assembler.batch.summary import documents, state, upcoming, width
from assembler.problem import Problem

MAX_ROWS, MAX_LENGTH, MAX_FORMULA, MAX_DIGITS = 1_048_576, 32_767, 255, 15
"""What Excel has room for: rows of a sheet, UTF-16 units of a cell, letters in a formula, digits of a number."""
FIRST_DAY = date(1900, 3, 1)
"""Excel has a 29 February 1900, which never was; days before this one stay text."""
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no workbook may hold."""

HEADING = {"bold": True, "bg_color": "#E7E6E6", "text_wrap": True}
TO_RIGHT = {"align": "right", "indent": 1}
FORMATS: dict[str, dict[str, Any]] = {
    "heading": {**HEADING, "align": "left"},
    "numeric heading": {**HEADING, **TO_RIGHT},
    "text": {"num_format": "@", "text_wrap": True, "quote_prefix": True},
    "link": {"font_color": "#0563C1", "underline": 1, "text_wrap": True},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "number": TO_RIGHT,
    "dollars": {"num_format": '"$"#,##0.00;-"$"#,##0.00', **TO_RIGHT},
    "percent": {"num_format": '0.00##"%"', **TO_RIGHT},
}
"""How Excel shows a cell; a number is shown by its unit."""

Value = str | int | Decimal | date | Amount | PurePosixPath
"""What stands in a cell; a path, from the folder of the workbook, is a link to a file."""
Row = Sequence[Value]


def _case(result: Result) -> Iterator[Row]:
    deadlines = "\n".join(f"{due.day} {due.name} ({due.who})" for due in upcoming(result)[:3])
    counts = (len(documents(result)), len(result.points), len(result.problems))
    yield result.name, result.shown, state(result), result.as_of or "", *counts, deadlines


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
    """A sheet: its title, its headings with the widths of their columns in characters, and the rows of a case."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Callable[[Result], Iterable[Row]]


CASE = ("Case", 28)
NUMERIC = {"Documents", "Open points", "Problems", "Number", "Value"}
"""Headings that are aligned to the right, as the numbers under them are."""
SHEETS = (
    Sheet("Cases", (CASE, ("Source", 28), ("State", 16), ("As of", 12), ("Documents", 11), ("Open points", 11),
                    ("Problems", 11), ("Next deadlines", 64)), _case),
    Sheet("Documents", (CASE, ("File", 60), ("Check", 13)), _documents),
    Sheet("Amounts", (CASE, ("Of", 44), ("Figure", 44), ("Value", 20), ("Unit", 12)), _amounts),
    Sheet("Deadlines", (CASE, ("Day", 12), ("What", 60), ("Of", 28), ("Who", 28)), _deadlines),
    Sheet("Open points", (CASE, ("File", 44), ("Number", 9), ("What", 64), ("Who can tell", 16)), _points),
    Sheet("Problems", (CASE, ("Where", 40), ("What", 56), ("Fix", 48), ("Law", 28)), _problems),
)  # fmt: skip


def write(
    path: Path, results: Iterable[Result], problems: Sequence[Problem] = (), max_rows: int = MAX_ROWS
) -> tuple[Problem, ...]:
    """Write the workbook whole or not at all, holding one result at a time in memory.

    ``problems`` are those that belong to no case, and ``max_rows`` is how many rows a sheet may have.
    """
    package = BytesIO()  # in memory: on a full disk XlsxWriter would end in a traceback
    try:
        with TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            options = {"constant_memory": True, "tmpdir": folder}
            _fill(Workbook(package, options), results, problems, max_rows)
        word.save(path, package.getvalue())
    except (OSError, FileCreateError) as error:
        why = error.strerror if isinstance(error, OSError) else error.args[0].strerror
        fix = "close it where it is open, or make room on the disk, and say --resume to have it written."
        return (Problem(str(path), f"it cannot be written ({why}).", fix),)
    return ()


def _fill(workbook: Workbook, results: Iterable[Result], problems: Sequence[Problem], max_rows: int) -> None:
    with workbook as book:
        book.use_zip64()
        book.set_properties({"author": "qdot-assembler", "created": datetime(1980, 1, 1)})  # always the same
        formats = {name: book.add_format({"valign": "top", **values}) for name, values in FORMATS.items()}
        writers = [SheetWriter(book.add_worksheet(sheet.title), sheet, formats, max_rows) for sheet in SHEETS]
        for result in results:
            for writer in writers:
                writer.add(writer.sheet.rows(result))
        writers[-1].add(("", *problem) for problem in problems)
        for writer in writers:
            writer.close()


class SheetWriter:
    """Writes one sheet, a row at a time; rows that the sheet has no room for are only counted."""

    def __init__(self, worksheet: Any, sheet: Sheet, formats: dict[str, Any], max_rows: int) -> None:
        self.sheet = sheet
        self._worksheet, self._formats, self._max_rows = worksheet, formats, max_rows
        self._row = self._left_out = 0
        self._write_headings()

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows; the last one that Excel has is kept for `close`."""
        for values in rows:
            if self._row + 2 < self._max_rows:
                self._write_row(values)
            else:
                self._left_out += 1

    def close(self) -> None:
        """Say in the last row how many were left out, if any were, and let every row be filtered."""
        if self._left_out:
            self._write_row([f"{self._left_out:,} more rows are left out: a sheet has no room for them."])
        self._worksheet.autofilter(0, 0, self._row, len(self.sheet.columns) - 1)

    def _write_headings(self) -> None:
        for column, (heading, characters) in enumerate(self.sheet.columns):
            name = "numeric heading" if heading in NUMERIC else "heading"
            self._worksheet.write_string(0, column, heading, self._formats[name])
            self._worksheet.set_column(column, column, characters)
        self._worksheet.freeze_panes(1, 0)
        self._worksheet.repeat_rows(0)
        self._worksheet.set_landscape()
        self._worksheet.fit_to_pages(1, 0)
        self._worksheet.set_footer("&C&A, page &P of &N")

    def _write_row(self, values: Row) -> None:
        """Write a row as high as its text, because LibreOffice does not do that by itself."""
        self._row += 1
        cells = zip(values, self.sheet.columns, strict=False)
        # a column is measured in digits, which are wider than letters
        lines = max(_line_count(text, digits * 11 // 10) for text, (_, digits) in cells if isinstance(text, str))
        if lines > 1:
            self._worksheet.set_row(self._row, min(lines, 27) * 15)  # points; Excel has no row above 409
        for column, value in enumerate(values):
            self._write_cell((self._row, column), value)

    def _write_cell(self, at: tuple[int, int], value: Value) -> None:
        unit = "number"
        if isinstance(value, Amount):
            unit, value = value.unit, value.value
        match value:
            case str() if unit == "date":
                self._write_cell(at, date.fromisoformat(value))
            case PurePosixPath() if len(f"{value}{value.name}") < MAX_FORMULA:  # of other links Excel takes only 65,530
                link = f'=HYPERLINK("{value}","{value.name}")'
                self._worksheet.write_formula(*at, link, self._formats["link"], value.name)
            case int() | Decimal() if len(Decimal(value).normalize().as_tuple().digits) <= MAX_DIGITS:
                self._worksheet.write_number(*at, value, self._formats.get(unit, self._formats["number"]))
            case date() if value >= FIRST_DAY:
                self._worksheet.write_datetime(*at, value, self._formats["date"])
            case _ if text := f"{value:f}" if isinstance(value, Decimal) else str(value):
                self._worksheet.write_string(*at, _writable(text), self._formats["text"])


def _line_count(text: str, columns: int) -> int:
    """Count the lines that text takes in a column of this width, at least one."""
    if len(text) * 2 <= columns and "\n" not in text:
        return 1
    return sum(max(1, -(-width(line) // columns)) for line in text.split("\n"))


def _writable(text: str) -> str:
    """Replace what no cell may hold, and cut what is too long for one; XlsxWriter takes <r>...</r> for XML."""
    units = re.sub(r"</r>\Z", "</r> ", UNWRITABLE.sub("\ufffd", text)).encode("utf-16-le")
    cut = units[: 2 * MAX_LENGTH - 2].decode("utf-16-le", "ignore") + "…"
    return cut if len(units) > 2 * MAX_LENGTH else units.decode("utf-16-le")
