"""What the XML of a workbook's parts holds that openpyxl leaves out when it reads by rows; read in chunks."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZipFile

from openpyxl.utils import coordinate_to_tuple
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
STRIKE = re.compile(rb"<(?:\w+:)?strike[ />]")
SHEETS, STRINGS = "/worksheets/", "/sharedstrings.xml"

_CHUNK = 1 << 20
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"[^>]*>')
_OVERLAP = 200  # bytes that any of these may have, and it may lie in two chunks
_CELL = f"{{{SHEET_MAIN_NS}}}c"
_STRUCK_RUN = "/".join(f"{{{SHEET_MAIN_NS}}}{name}" for name in ("is", "r", "rPr", "strike"))
_OFF = ("0", "false")


def holds(file: BinaryIO, pattern: re.Pattern[bytes], part: str) -> bool:
    """Tell whether a part of a workbook whose name has ``part`` in it holds what a pattern finds."""
    with ZipFile(file) as archive:
        names = [name for name in archive.namelist() if part in f"/{name}".lower()]
        return any(_found(pattern, archive, name) for name in names)


def merged(file: BinaryIO, sheet: str) -> Iterator[str]:
    """Give each range of merged cells of a sheet, as `B2:B4`."""
    rest = b""
    with ZipFile(file) as archive:
        for chunk in _chunks(archive, sheet):
            text, end = rest + chunk, 0
            for found in _MERGED.finditer(text):
                end = found.end()
                yield found[1].decode()
            rest = text[max(end, len(text) - _OVERLAP) :]


def struck_inline(file: BinaryIO, sheet: str) -> Iterator[tuple[int, int]]:
    """Give the row and column of each cell whose text stands in the sheet itself, and is struck in part.

    Openpyxl gives such a text without its looks. Excel writes none, but other programs do.
    """
    with ZipFile(file) as archive:
        if not _found(STRIKE, archive, sheet):
            return
        with archive.open(sheet) as xml:
            for _, element in iterparse(xml):
                if element.tag == _CELL:
                    if any(run.get("val") not in _OFF for run in element.iterfind(_STRUCK_RUN)):
                        yield coordinate_to_tuple(element.get("r"))
                    element.clear()


def _found(pattern: re.Pattern[bytes], archive: ZipFile, name: str) -> bool:
    end = b""
    for chunk in _chunks(archive, name):
        if pattern.search(end + chunk):
            return True
        end = chunk[-_OVERLAP:]
    return False


def _chunks(archive: ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as member:
        while chunk := member.read(_CHUNK):
            yield chunk
