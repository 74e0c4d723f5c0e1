"""What a cell of a workbook says, where Excel may have made something else of what was typed."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl.utils.escape import unescape

from assembler.casefile.rows import Cell
from assembler.casefile.schema_fields import SchemaField

_AS_TEXT = "format the cell as Text and type the answer again."
_DIGITS = ".15g"  # as many as Excel shows; what comes behind them comes of counting cents in halves of halves
_SHOWN_AS_IT_IS = ("General", "@", "0")
_NUMBERS = ("money", "percent", "count", "format")
_ZEROS = frozenset("0")


def said(cell: Any, field: SchemaField | None, place: str, *, is_formula: bool) -> Cell:
    """Return what a cell says to its question, or what is wrong with it.

    A date is written as its question wants it, a number in full, a percentage as it is shown. ``field`` is
    None for a heading, or for the name of a case.
    """
    value = cell.value
    if value is None:
        return _without_value(cell, place) if is_formula else ""
    if cell.data_type == "e":
        return f"{place} holds the error {value}.", "mend the formula, or type the answer itself."
    if isinstance(value, str):
        return unescape(value) if "_x" in value else value
    if isinstance(value, bool):
        return _truth(value, field, place)
    if isinstance(value, int | float):
        return _number(cell, field, place)
    return _day(value, field, place)


def _without_value(cell: Any, place: str) -> Cell:
    if cell.data_type == "str":  # the formula was worked out, and gives a text without a letter
        return ""
    what = f"{place} holds a formula that no program has worked out."
    return what, "open the workbook in Excel and save it again, or type the answer itself."


def _truth(value: bool, field: SchemaField | None, place: str) -> Cell:
    if field and field.type is bool:
        return "true" if value else "false"
    return f"{place} holds {str(value).upper()}, where another kind of answer is asked.", _AS_TEXT


def _number(cell: Any, field: SchemaField | None, place: str) -> Cell:
    number, form = Decimal(format(cell.value, _DIGITS)), cell.number_format
    asked = field.form if field else ""
    if "%" in form:
        if asked == "percent":
            return _in_full((number * 100).normalize())
        return f"{place} holds a percentage, where another kind of answer is asked.", _AS_TEXT
    if asked in _NUMBERS or form in _SHOWN_AS_IT_IS:
        return _in_full(number)
    if set(form) == _ZEROS:  # a postcode or the like, with its leading zeros
        return _in_full(number).zfill(len(form))
    return f"{place} holds the number {number}, and shows it in a way that only Excel knows.", _AS_TEXT


def _in_full(number: Decimal) -> str:
    is_whole = number.is_finite() and number == number.to_integral_value()
    return f"{number.to_integral_value() if is_whole else number:f}"


def _day(value: Any, field: SchemaField | None, place: str) -> Cell:
    if not isinstance(value, date) or (isinstance(value, datetime) and value.time() != time()):
        return f"{place} holds a time of day.", "type the date alone, or format the cell as Text."
    if field and field.type is date:
        return value.isoformat()[:10]
    if field and field.form == "month-day":
        return f"{value:%m-%d}"
    return f"{place} holds a date, where another kind of answer is asked; Excel makes 1/2 a date.", _AS_TEXT
