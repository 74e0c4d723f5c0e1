"""A CSV of cases: UTF-8, its cells separated by commas, semicolons or tabs."""

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TextIO

from assembler import casefile
from assembler.batch.sources import table
from assembler.batch.sources.column_map import ColumnMap
from assembler.batch.sources.source import Source
from assembler.batch.sources.table import NumberedRow
from assembler.problem import Problem

_DELIMITERS = ",;\t"
_CHUNK = 1 << 20
_LONGEST_LINE = 1 << 21  # characters; no case file has more
_QUOTED = re.compile(r'"[^"]*"')
_SAVE_AS_UTF8 = "save it again, in Excel as `CSV UTF-8 (comma delimited)`."


def read(path: Path, shown: str, mapping: ColumnMap | None = None) -> Iterator[Source | Problem]:
    """Give each row of a CSV as the source of a case; a file that is not UTF-8 is one problem and no case."""
    try:
        problem = _encoding_problem(path, shown)
        if problem:
            yield problem
            return
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = _numbered_rows(_Lines(file), shown)
            if mapping:
                yield from table.read(mapping.rows(rows, shown), shown, mapping.typing)
            else:
                yield from table.read(rows, shown)
    except (OSError, ValueError) as error:
        yield casefile.unreadable(error, shown)


def count_rows(path: Path) -> int:
    """Count the rows below the headings; a line that ends within quotation marks goes on in the next."""
    rows = quotes = 0
    with path.open("rb") as lines:
        for line in lines:
            quotes += line.count(b'"')
            rows += quotes % 2 == 0 and line.strip() != b""
    return max(0, rows - 1)


def _encoding_problem(path: Path, shown: str) -> Problem | None:
    """Find the line where a file is not UTF-8; after that, no name in it can be trusted to be spelled right."""
    decoder, line = codecs.getincrementaldecoder("utf-8")(), 1
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                line += error.object[: error.start].count(b"\n")
                what = f"the byte 0x{error.object[error.start]:02X} is not UTF-8."
                return Problem(f"{shown}:{line}", what, _SAVE_AS_UTF8)
            if not chunk:
                return None
            line += chunk.count(b"\n")


class _Lines:
    """The lines of a file; ``quotes`` counts the quotation marks in the lines read since it was last set to 0."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.quotes = 0

    def delimiter(self) -> str:
        """Find what separates the cells of the first line that is not blank, and go back to the start."""
        line = next((line for line in iter(lambda: self._file.readline(_LONGEST_LINE), "") if line.strip()), "")
        self._file.seek(0)
        unquoted = _QUOTED.sub("", line)
        return max(_DELIMITERS, key=unquoted.count)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(_LONGEST_LINE)
        if not line:
            raise StopIteration
        self.quotes += line.count('"')
        if len(line) == _LONGEST_LINE:
            self.quotes = 1  # as good as never closed
            raise csv.Error
        return line


def _numbered_rows(lines: _Lines, shown: str) -> Iterator[NumberedRow | Problem]:
    """Give the rows with the numbers a spreadsheet shows, up to one whose end cannot be found."""
    reader = csv.reader(lines, delimiter=lines.delimiter(), strict=True)
    for number in count(1):
        lines.quotes = 0
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            is_closed = lines.quotes % 2 == 0
            yield Problem(f"{shown}:{number}", *_what_and_fix(str(error), is_closed))
            if not is_closed:
                return


def _what_and_fix(message: str, is_closed: bool) -> tuple[str, str]:
    if not is_closed:
        what = "a quotation mark is opened in this row and never closed; the rows after it are not read."
        return what, "close it, or take it out."
    if "limit" in message:
        return "an answer has more than 131,072 characters.", "shorten it."
    what = "a quotation mark stands inside an answer that is in quotes."
    return what, 'write it twice there, as in "Robert ""Bob"" Hale".'
