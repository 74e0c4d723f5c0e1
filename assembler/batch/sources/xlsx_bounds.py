"""What a workbook may unpack to: measured before any of it is parsed."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

MOST_PARTS = 2_000
LARGEST = 1 << 30
"""Bytes that all parts together may unpack to; a sheet of a hundred thousand long rows has a tenth."""

SMALL = 8 << 20
MOST_PACKED = 100
"""How many times smaller than itself a part may be packed, unless it is small; Excel's own come to 30 or so."""

MOST_STRINGS = 1_000_000
"""Different texts that the cells may have; each of them is held in memory."""

CHUNK = 1 << 20
STRING = re.compile(rb"<(?:\w+:)?si[ />]")
SPLIT = 20  # bytes in which a tag may lie across two chunks


def excess(file: BinaryIO) -> str:
    """Say in words what of a workbook is beyond bounds, or nothing; raises as `ZipFile` does."""
    with ZipFile(file) as archive:
        return next(_found(archive), "")


def _found(archive: ZipFile) -> Iterator[str]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        yield f"it has more than {MOST_PARTS:,} parts"
    if sum(part.file_size for part in parts) > LARGEST:
        yield f"it unpacks to more than {LARGEST >> 20:,} MiB"
    for part in parts:
        if part.file_size > max(SMALL, MOST_PACKED * part.compress_size):
            yield f"{part.filename} is packed more than {MOST_PACKED} times smaller than it is"
        elif part.filename.lower().endswith("sharedstrings.xml") and _strings(archive, part) > MOST_STRINGS:
            yield f"{part.filename} has more than {MOST_STRINGS:,} texts"


def _strings(archive: ZipFile, part: ZipInfo) -> int:
    count, rest = 0, b""
    with archive.open(part) as member:
        while count <= MOST_STRINGS and (chunk := member.read(CHUNK)):
            text, end = rest + chunk, 0
            for found in STRING.finditer(text):
                count, end = count + 1, found.end()
            rest = text[max(end, len(text) - SPLIT) :]
    return count
