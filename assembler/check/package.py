"""Open the zip and hold its parts, refusing what is no document or too large to be one."""

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, NamedTuple

from assembler.problem import Problem

inflating: Any = zlib
with suppress(ImportError):  # the optional faster inflate
    from isal import isal_zlib as inflating

SPOILED = (
    zipfile.BadZipFile, zlib.error, inflating.error, NotImplementedError, EOFError, OSError, RuntimeError,
)  # fmt: skip
"""What a part that cannot be unpacked makes its reader say."""

MOST_PARTS = 2_000
MOST_BYTES = 64 * 1024 * 1024
MOST_SWELLING = 300
"""A part that unpacks to more than this many times its size is a bomb; prose packs about ten to one."""
SMALL = 1024 * 1024
"""Below this no part is too large, however well it packs."""

MOST_REMEMBERED = 4096
"""A part that packs to more than this is that of one document, and not worth remembering."""

_HEADER = struct.Struct("<4s5H3I2H")
"""What stands before a part's name: at its end the lengths of the name and of what follows it."""
_AGAIN = "write the document again."


class Package(NamedTuple):
    """The parts of a package by name, as they stand in the zip."""

    parts: Mapping[str, bytes]


def open_package(data: bytes, where: str) -> tuple[Package | None, tuple[Problem, ...]]:
    """Read every part; give None for a package that cannot be read at all."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        return None, (Problem(where, f"this is not a Word document ({fault}).", "save it as .docx and check that."),)
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
        problems = [*_names(entries, where), *_locked(entries, where)]
        too_large = _too_large(entries, where)
        if too_large:
            return None, (*problems, too_large)
        parts, unread = _parts(data, archive, entries, where)
    return Package(parts), (*problems, *unread)


def _names(entries: list[zipfile.ZipInfo], where: str) -> list[Problem]:
    counts = Counter(entry.filename.casefold() for entry in entries)
    problems = [
        Problem(where, f"the package holds {name} {count} times.", _AGAIN)
        for name, count in counts.items()
        if count > 1
    ]
    for entry in entries:
        steps = entry.filename.split("/")
        if ".." in steps or "" in steps or "\\" in entry.orig_filename:
            problems.append(Problem(where, f"the part name {entry.filename!r} leaves the package.", _AGAIN))
    return problems


def _locked(entries: list[zipfile.ZipInfo], where: str) -> list[Problem]:
    return [
        Problem(where, f"{entry.filename} is encrypted.", "save the document without a password.")
        for entry in entries
        if entry.flag_bits & 0x1
    ]


def _too_large(entries: list[zipfile.ZipInfo], where: str) -> Problem | None:
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        return Problem(where, "the package unpacks to more than any document of ours.", _AGAIN)
    for entry in entries:
        if entry.file_size > SMALL and entry.file_size > MOST_SWELLING * max(entry.compress_size, 1):
            return Problem(where, f"{entry.filename} unpacks to far more than a document holds.", _AGAIN)
    return None


def _parts(
    data: bytes, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], where: str
) -> tuple[dict[str, bytes], list[Problem]]:
    parts: dict[str, bytes] = {}
    problems = []
    for entry in entries:
        if entry.flag_bits & 0x1:
            continue
        try:
            part = _unpacked(data, entry)
            parts[entry.filename] = archive.read(entry) if part is None else part
        except SPOILED as fault:
            problems.append(Problem(where, f"{entry.filename} cannot be unpacked ({fault}).", _AGAIN))
    return parts, problems


def _unpacked(data: bytes, entry: zipfile.ZipInfo) -> bytes | None:
    """Unpack a deflated part whose entry is as plain as ours are; anything else is left to `zipfile`."""
    at = entry.header_offset
    sign, *_, path, extra = _HEADER.unpack_from(data, at)
    begin = at + _HEADER.size + path + extra
    packed = data[begin : begin + entry.compress_size]
    name = data[at + _HEADER.size : at + _HEADER.size + path]
    if sign != b"PK\3\4" or name != entry.orig_filename.encode() or entry.compress_type != zipfile.ZIP_DEFLATED:
        return None
    inflate = _remembered if entry.compress_size <= MOST_REMEMBERED else _inflated
    return inflate(packed, entry.file_size, entry.CRC)


def _inflated(packed: bytes, size: int, checksum: int) -> bytes | None:
    """Inflate a part, no further than to the size it should have; give None where it turns out otherwise."""
    part = inflating.decompressobj(-zlib.MAX_WBITS).decompress(packed, size or 1)
    return part if len(part) == size and zlib.crc32(part) == checksum else None


_remembered = lru_cache(maxsize=256)(_inflated)
"""The same for small parts, most of which come from one template."""
