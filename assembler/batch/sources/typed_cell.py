"""What a cell says to its question, as people type it: put as a case file has it where its meaning is clear."""

from datetime import date
from typing import NamedTuple

from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.parsers import Refusal
from assembler.casefile.rows import Cell
from assembler.casefile.schema_fields import SchemaField
from assembler.casefile.typed import DateOrder, Unclear, Understood, parsed, understood

PART = ";"
"""What parts the answers of one cell; a comma may belong to an answer."""

NO_ITEMS = "[]"


class Typing(NamedTuple):
    """How the cells of a table are typed.

    ``is_foreign`` says that the table was made for another program, so that DE may be Delaware; in one that is made
    for us what a case file takes is taken. ``dates`` says whether a date in figures begins with its month or its day;
    without it such a date is not clear.
    """

    is_foreign: bool = False
    dates: DateOrder | None = None


OURS = Typing()


def understood_cell(field: SchemaField | None, cell: Cell, typing: Typing = OURS) -> Cell:
    """Read a cell as its question asks; a meaning that is not clear is a problem of the cell."""
    if field is None or not isinstance(cell, str) or cell == NO_ITEMS or (field.is_list and field.is_record):
        return cell
    parts = [part.strip() for part in cell.split(PART) if part.strip()] if field.is_list else [cell]
    found = [_understood(field, part, typing) for part in parts]
    unclear = next((one for one in found if isinstance(one, Unclear)), None)
    if unclear is not None:
        return _unclear(cell, unclear, field)
    refusal = next((one for one in found if isinstance(one, Refusal)), None)
    return refusal if refusal else f"{PART} ".join(one for one in found if isinstance(one, str))


def _understood(field: SchemaField, text: str, typing: Typing) -> Understood:
    if not typing.is_foreign and not isinstance(parsed(field, text), Refusal):
        return text
    return understood(field, text, typing.dates)


def _unclear(cell: str, unclear: Unclear, field: SchemaField) -> Cell:
    meant = " or ".join(one.words for one in unclear.readings)
    written = " or ".join(one.written for one in unclear.readings)
    fix = f"write {written}."
    if field.type is date or field.form == "month-day":
        fix = f"write {written}; or say in a mapping how its dates begin, as `dates: month-first`."
    return f"{in_quotes(cell)} may mean {meant}.", fix
