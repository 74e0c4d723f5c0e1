"""Merged cells of a sheet: Excel keeps an answer in the first of them alone, though all of them show it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO
from zipfile import ZipFile

from openpyxl.utils import range_boundaries

from assembler.batch.sources.tables import MOST, NOTE
from assembler.casefile.characters import shown
from assembler.problem import Problem

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"[^>]*>')
_CHUNK = 1 << 20
_LONGEST = 200  # bytes of one such element, which may lie in two chunks


def merged(file: BinaryIO, sheet: Any, columns: Sequence[str], place: str, most: int = MOST) -> list[Problem]:
    """Note each group of merged cells that reaches into a column with a question, and no more than ``most``."""
    asked = {number for number, column in enumerate(columns, 1) if column and not column.startswith(NOTE)}
    title = shown(sheet.title)
    return [
        Problem(
            place,
            f"the cells {cells} of the sheet {title} are merged, and only {cells.partition(':')[0]} answers.",
            "unmerge them, and write the answer into each cell that it is for.",
        )
        for cells in islice(_reaching(file, sheet, asked), most)
    ]


def _reaching(file: BinaryIO, sheet: Any, asked: set[int]) -> Iterator[str]:
    for cells in _groups(file, sheet):
        left, _, right, _ = range_boundaries(cells)
        if not asked.isdisjoint(range(left or 1, (right or 1) + 1)):
            yield cells


def _groups(file: BinaryIO, sheet: Any) -> Iterator[str]:
    """Give the groups, as `B2:B4`, from the sheet's own part: openpyxl does not read them beside rows."""
    rest = b""
    with ZipFile(file) as archive, archive.open(sheet._worksheet_path) as part:
        while chunk := part.read(_CHUNK):
            text, end = rest + chunk, 0
            for found in _MERGED.finditer(text):
                end = found.end()
                yield found[1].decode()
            rest = text[max(end, len(text) - _LONGEST) :]
