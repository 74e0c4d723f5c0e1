"""A CSV of cases: UTF-8, its cells parted by commas, semicolons or tabs."""

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TextIO

from assembler import casefile
from assembler.batch.sources import tables
from assembler.batch.sources.source import Source
from assembler.batch.sources.tables import Numbered
from assembler.problem import Problem

_DELIMITERS = ",;\t"
_CHUNK = 1 << 20
_LONGEST = 1 << 21  # characters of a line; a case file has no more
_QUOTED = re.compile(r'"[^"]*"')
_SAVE = "save it again, in Excel as `CSV UTF-8 (comma delimited)`."


def cases(path: Path, shown: str) -> Iterator[Source | Problem]:
    """Give each row of a CSV as the source of a case; what is wrong with the file as a whole, instead of any."""
    try:
        problem = _spoiled(path, shown)
        if problem:
            yield problem
            return
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from tables.cases(_numbered(_Lines(file), shown), shown)
    except (OSError, ValueError) as error:
        yield casefile.unreadable(error, shown)


def _spoiled(path: Path, shown: str) -> Problem | None:
    """Return where a file stops being UTF-8; no name in such a file is sure to be spelled right."""
    decoder, line = codecs.getincrementaldecoder("utf-8")(), 1
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                line += error.object[: error.start].count(b"\n")
                return Problem(f"{shown}:{line}", f"the byte 0x{error.object[error.start]:02X} is not UTF-8.", _SAVE)
            if not chunk:
                return None
            line += chunk.count(b"\n")


class _Lines:
    """The lines of a file, with a count of the quotation marks in those of the row at hand."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.quotes = 0

    def delimiter(self) -> str:
        """Return what parts the cells of the first line that is not blank; the file is then as before."""
        line = next((line for line in iter(lambda: self._file.readline(_LONGEST), "") if line.strip()), "")
        self._file.seek(0)
        bare = _QUOTED.sub("", line)
        return max(_DELIMITERS, key=bare.count)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(_LONGEST)
        if not line:
            raise StopIteration
        self.quotes += line.count('"')
        if len(line) == _LONGEST:
            self.quotes = 1  # as good as never closed
            raise csv.Error
        return line


def _numbered(lines: _Lines, shown: str) -> Iterator[Numbered | Problem]:
    """Give the rows, as a spreadsheet counts them, as far as it is sure where each begins."""
    reader = csv.reader(lines, delimiter=lines.delimiter(), strict=True)
    for number in count(1):
        lines.quotes = 0
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            is_closed = lines.quotes % 2 == 0
            yield Problem(f"{shown}:{number}", *_broken(str(error), is_closed))
            if not is_closed:
                return


def _broken(said: str, is_closed: bool) -> tuple[str, str]:
    if not is_closed:
        what = "a quotation mark is opened in this row and never closed; the rows after it are not read."
        return what, "close it, or take it out."
    if "limit" in said:
        return "an answer has more than 131,072 characters.", "shorten it."
    what = "a quotation mark stands inside an answer that is in quotes."
    return what, 'write it twice there, as in "Robert ""Bob"" Hale".'
