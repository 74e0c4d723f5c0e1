"""A sheet of an XLSX workbook: what its cells say to the questions above them, and which of them are merged."""

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain, repeat
from typing import Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.escape import unescape

from assembler.batch.sources import xlsx_parts
from assembler.batch.sources.table import NumberedRow
from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.rows import Cell
from assembler.casefile.schema_fields import SchemaField

_AS_TEXT = "format the cell as Text and type the answer again."
_DIGITS = ".15g"  # as many as Excel shows; any further ones come from binary fractions
_PLAIN_FORMATS = ("General", "@", "0")
_NUMERIC = ("money", "percent", "count", "format")
_ZEROS = frozenset("0")


class Sheet:
    """A sheet as openpyxl reads it: once with the values of its cells and, if there are any, once with its formulas.

    ``fields`` are the questions that its columns answer: none until its headings are read, and None for a heading or
    for the name of a case.
    """

    def __init__(self, file: BinaryIO, values: Any, formulas: Any) -> None:
        self.fields: Sequence[SchemaField | None] = ()
        self._file, self._values, self._formulas = file, values, formulas
        self._struck = frozenset(xlsx_parts.struck_inline(file, values._worksheet_path))

    @property
    def title(self) -> str:
        """Its name, without the spaces around it."""
        return str(self._values.title).strip()

    @property
    def is_visible(self) -> bool:
        """Tell whether Excel shows the sheet."""
        return bool(self._values.sheet_state == "visible")

    @property
    def is_blank(self) -> bool:
        """Tell whether no cell says anything."""
        return not any(any(cells) for _, cells in self.rows())

    def rows(self) -> Iterator[NumberedRow]:
        """Give each row, its cells read as the questions of ``fields`` ask, which may be set meanwhile."""
        title = in_quotes(self.title)
        formulas = _rows(self._formulas) if self._formulas else repeat(())
        for number, (cells, beside) in enumerate(zip(_rows(self._values), formulas, strict=False), 1):
            yield number, list(self._row(number, cells, beside, f"{number} of the sheet {title}"))

    def _row(self, number: int, cells: Any, formulas: Any, where: str) -> Iterator[Cell]:
        beside = zip(cells, chain(self.fields, repeat(None)), chain(formulas, repeat(None)), strict=False)
        for column, (cell, field, formula) in enumerate(beside, 1):
            is_formula = formula is not None and formula.data_type == "f"
            place = f"the cell {get_column_letter(column)}{where}"
            is_struck = (number, column) in self._struck
            yield _struck(cell, place, is_struck) or _answer(cell, field, place, is_formula=is_formula)

    def merged_in(self, columns: set[int]) -> Iterator[str]:
        """Give each range of merged cells, as `B2:B4`, that reaches into one of these columns, counted from 1."""
        for cells in xlsx_parts.merged(self._file, self._values._worksheet_path):
            left, _, right, _ = range_boundaries(cells)
            if not columns.isdisjoint(range(left or 1, (right or 1) + 1)):
                yield cells


def open_sheets(file: BinaryIO) -> list[Sheet]:
    """Open the sheets of a workbook; it is read a second time, for its formulas, only if there are any."""
    has_formulas = xlsx_parts.holds(file, xlsx_parts.FORMULA, xlsx_parts.SHEETS)
    looks = xlsx_parts.holds(file, xlsx_parts.STRIKE, xlsx_parts.STRINGS)  # else its texts are read without their looks
    values = _workbook(file, looks=looks, with_formulas=False)
    formulas = _workbook(file, looks=looks, with_formulas=True) if has_formulas else repeat(None)
    return [Sheet(file, *both) for both in zip(values, formulas, strict=False)]


def _workbook(file: BinaryIO, *, looks: bool, with_formulas: bool) -> list[Any]:
    with warnings.catch_warnings(action="ignore"):  # about what openpyxl cannot keep, which is not needed
        sheets = load_workbook(file, read_only=True, data_only=not with_formulas, rich_text=looks).worksheets
    for sheet in sheets:
        sheet.reset_dimensions()  # some programs write a size that is too small
    return sheets


def _rows(sheet: Any) -> Iterator[Any]:
    """Give the rows without the warnings of openpyxl, such as that a date is out of bounds; the cell says so too."""
    rows = iter(sheet.rows)
    while True:
        with warnings.catch_warnings(action="ignore"):
            row = next(rows, None)
        if row is None:
            return
        yield row


def _struck(cell: Any, where: str, is_struck_in_part: bool) -> Cell | None:
    """Say that an answer, or a part of it, is struck out: whether it counts, Excel does not tell."""
    if cell.value is None:
        return None
    if cell.font.strike:
        return f"{where} is struck out.", "delete what it says; if it counts, take the line through it away."
    parts = cell.value if isinstance(cell.value, CellRichText) else ()
    if is_struck_in_part or any(isinstance(part, TextBlock) and part.font.strike for part in parts):
        return f"a part of {where} is struck out.", "type the answer again, without what is struck."
    return None


def _answer(cell: Any, field: SchemaField | None, where: str, *, is_formula: bool) -> Cell:
    """Read what a cell answers to its question, or say what is wrong, where Excel may have changed what was typed.

    A date is written as its question wants it, a number in full, a percentage as it is shown.
    """
    value = cell.value
    if value is None:
        return _without_value(cell, where) if is_formula else ""
    if cell.data_type == "e":
        return f"{where} holds the error {value}.", "mend the formula, or type the answer itself."
    if isinstance(value, str | CellRichText):
        return unescape(str(value)) if "_x" in str(value) else str(value)
    if isinstance(value, bool):
        return _yes_or_no(value, field, where)
    if isinstance(value, int | float):
        return _number(cell, field, where)
    return _day(value, field, where)


def _without_value(cell: Any, where: str) -> Cell:
    if cell.data_type == "str":  # the formula was computed, and its result is an empty text
        return ""
    what = f"{where} holds a formula that no program has worked out."
    return what, "open the workbook in Excel and save it again, or type the answer itself."


def _yes_or_no(value: bool, field: SchemaField | None, where: str) -> Cell:
    if field and field.type is bool:
        return "true" if value else "false"
    return f"{where} holds {str(value).upper()}, where another kind of answer is asked.", _AS_TEXT


def _number(cell: Any, field: SchemaField | None, where: str) -> Cell:
    number, form = Decimal(format(cell.value, _DIGITS)), cell.number_format
    asked = field.form if field else ""
    if "%" in form:
        if asked == "percent":
            return _in_full((number * 100).normalize())
        return f"{where} holds a percentage, where another kind of answer is asked.", _AS_TEXT
    if asked in _NUMERIC or form in _PLAIN_FORMATS:
        return _in_full(number)
    if set(form) == _ZEROS:  # a postcode or the like, with its leading zeros
        return _in_full(number).zfill(len(form))
    return f"{where} holds the number {number}, and shows it in a way that only Excel knows.", _AS_TEXT


def _in_full(number: Decimal) -> str:
    is_whole = number.is_finite() and number == number.to_integral_value()
    return f"{number.to_integral_value() if is_whole else number:f}"


def _day(value: Any, field: SchemaField | None, where: str) -> Cell:
    if not isinstance(value, date) or (isinstance(value, datetime) and value.time() != time()):
        return f"{where} holds a time of day.", "type the date alone, or format the cell as Text."
    if field and field.type is date:
        return value.isoformat()[:10]
    if field and field.form == "month-day":
        return f"{value:%m-%d}"
    return f"{where} holds a date, where another kind of answer is asked; Excel makes 1/2 a date.", _AS_TEXT
