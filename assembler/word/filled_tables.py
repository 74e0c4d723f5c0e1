"""Read the tables of a Word document that somebody filled in, whichever program saved it, and nothing else of it."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from assembler.word.markup import w
from assembler.word.source_package import LARGEST, MAIN, Unusable, parse, read_source

GONE = frozenset({w("del"), w("moveFrom")})
"""What stands in a document and was taken out of it."""

BREAKS = {w("br"): "\n", w("cr"): "\n", w("tab"): " "}


class FilledRow(NamedTuple):
    """A row of a table: its number among all rows of the document and that of its table, from 1; its cells' texts."""

    number: int
    table: int
    cells: tuple[str, ...]


def filled_rows(package: bytes) -> list[FilledRow] | tuple[str, str]:
    """Read the rows of all tables, in order; or say what is wrong with the file, and what to do.

    A paragraph of a cell is a line of its text. Tracked insertions count, and what is struck out does not.
    """
    try:
        if len(package) > LARGEST:
            raise ValueError("it is larger than any questionnaire")
        root = parse(read_source(package).parts[MAIN])
    except Unusable as error:
        return f"{error.what}.", error.fix
    except (ValueError, KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        return "this cannot be read as a Word document.", "open it in Word, and save it as a Word document (.docx)."
    tables = {table: number for number, table in enumerate(root.iter(w("tbl")), 1)}
    rows = (row for row in root.iter(w("tr")) if not _is_gone(row))
    return [FilledRow(number, tables[_table_of(row)], tuple(_cells(row))) for number, row in enumerate(rows, 1)]


def _table_of(row: etree._Element) -> etree._Element:
    return next(row.iterancestors(w("tbl")))


def _is_gone(row: etree._Element) -> bool:
    return row.find(f"{w('trPr')}/{w('del')}") is not None


def _cells(row: etree._Element) -> Iterator[str]:
    """Give the text of each cell of a row; a cell, or what is in it, may stand in a content control."""
    for cell in (one for one in row.iter(w("tc")) if _row_of(one) is row):
        lines = ("".join(_texts(paragraph)) for paragraph in cell.iter(w("p")))
        yield "\n".join(" ".join(line.split(" ")) for line in lines).strip()


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(w("tr")), None)


def _texts(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag in GONE:
            continue
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif child.tag != w("p"):
            yield from _texts(child)
