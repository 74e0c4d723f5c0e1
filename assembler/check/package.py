"""Open a DOCX package and check its parts: safe to unpack, well-formed, of a declared type, and rightly related."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import unquote

from assembler.check import markup as m
from assembler.problem import Problem

inflating: Any = zlib
with suppress(ImportError):  # the optional faster inflate
    from isal import isal_zlib as inflating

UNPACKING_ERRORS = (
    zipfile.BadZipFile, zlib.error, inflating.error, NotImplementedError, EOFError, OSError, RuntimeError,
)  # fmt: skip
"""What is raised for a part that cannot be unpacked."""

MAX_PARTS = 2_000
MAX_BYTES = 64 * 1024 * 1024
MAX_EXPANSION = 300
"""A part that unpacks to more than this many times its size is a zip bomb; prose packs about ten to one."""
SMALL = 1024 * 1024
"""Below this no part is too large, however well it packs."""
MAX_CACHED = 4096
"""A part that packs to more than this is particular to its document, and not worth caching."""

CONTENT_TYPES = "[Content_Types].xml"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
"""What stands before the name of a part; it ends with the lengths of the name and of the extra field after it."""
_REWRITE = "write the document again."

Parts = Mapping[str, bytes]
"""The parts of a package by name."""


class Relationship(NamedTuple):
    """What a part declares of another: a relationship of this type to a part or an external address."""

    id: str
    type: str
    target: str
    is_external: bool


def open_package(data: bytes, where: str) -> tuple[Parts | None, list[Problem]]:
    """Unpack every part; give None for a package that cannot be read at all."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        return None, [Problem(where, f"this is not a Word document ({fault}).", "save it as .docx and check that.")]
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
        problems = [*_bad_names(entries, where), *_encrypted(entries, where)]
        if too_large := _too_large(entries, where):
            return None, [*problems, too_large]
        parts, damaged = _unpack(data, archive, entries, where)
    return parts, [*problems, *damaged]


def _bad_names(entries: Sequence[zipfile.ZipInfo], where: str) -> list[Problem]:
    counts = Counter(entry.filename.casefold() for entry in entries)
    problems = [
        Problem(where, f"the package holds {name} {count} times.", _REWRITE)
        for name, count in counts.items()
        if count > 1
    ]
    for entry in entries:
        steps = entry.filename.split("/")
        if ".." in steps or "" in steps or "\\" in entry.orig_filename:
            problems.append(Problem(where, f"the part name {entry.filename!r} leaves the package.", _REWRITE))
    return problems


def _encrypted(entries: Sequence[zipfile.ZipInfo], where: str) -> list[Problem]:
    return [
        Problem(where, f"{entry.filename} is encrypted.", "save the document without a password.")
        for entry in entries
        if entry.flag_bits & 0x1
    ]


def _too_large(entries: Sequence[zipfile.ZipInfo], where: str) -> Problem | None:
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_BYTES:
        return Problem(where, "the package unpacks to more than any document of ours.", _REWRITE)
    for entry in entries:
        if entry.file_size > SMALL and entry.file_size > MAX_EXPANSION * max(entry.compress_size, 1):
            return Problem(where, f"{entry.filename} unpacks to far more than a document holds.", _REWRITE)
    return None


def _unpack(
    data: bytes, archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], where: str
) -> tuple[dict[str, bytes], list[Problem]]:
    parts: dict[str, bytes] = {}
    problems = []
    for entry in entries:
        if entry.flag_bits & 0x1:
            continue
        try:
            part = _unpack_plain(data, entry)
            parts[entry.filename] = archive.read(entry) if part is None else part
        except UNPACKING_ERRORS as fault:
            problems.append(Problem(where, f"{entry.filename} cannot be unpacked ({fault}).", _REWRITE))
    return parts, problems


def _unpack_plain(data: bytes, entry: zipfile.ZipInfo) -> bytes | None:
    """Unpack a deflated part whose entry is as plain as ours are; anything else is left to `zipfile`."""
    at = entry.header_offset
    signature, *_, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, at)
    begin = at + _LOCAL_HEADER.size + name_length + extra_length
    packed = data[begin : begin + entry.compress_size]
    name = data[at + _LOCAL_HEADER.size : at + _LOCAL_HEADER.size + name_length]
    is_deflated = entry.compress_type == zipfile.ZIP_DEFLATED
    if signature != b"PK\3\4" or name != entry.orig_filename.encode() or not is_deflated:
        return None
    inflate = _inflate_cached if entry.compress_size <= MAX_CACHED else _inflate
    return inflate(packed, entry.file_size, entry.CRC)


def _inflate(packed: bytes, size: int, checksum: int) -> bytes | None:
    """Inflate a part, no further than to the size it should have; give None where it turns out otherwise."""
    part = inflating.decompressobj(-zlib.MAX_WBITS).decompress(packed, size or 1)
    return part if len(part) == size and zlib.crc32(part) == checksum else None


_inflate_cached = lru_cache(maxsize=256)(_inflate)
"""The same for small parts, most of which come from one template."""


def relationships(parts: Parts, source: str) -> tuple[Relationship, ...]:
    """Give the relationships that a part declares; the empty name stands for the package itself."""
    folder, _, name = source.rpartition("/")
    data = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    return _read_relationships(data, folder) if data is not None else ()


@lru_cache(maxsize=256)
def _read_relationships(data: bytes, folder: str) -> tuple[Relationship, ...]:
    root = m.parse_or_none(data)
    return tuple(
        Relationship(
            element.get("Id", ""),
            element.get("Type", "").rpartition("/")[2],
            element.get("Target", "") if is_external else _resolve(folder, element.get("Target", "")),
            is_external,
        )
        for element in (root.iter(m.RELATIONSHIP) if root is not None else ())
        for is_external in (element.get("TargetMode") == "External",)
    )


def _resolve(folder: str, target: str) -> str:
    target = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def main_part(parts: Parts) -> str:
    """Give the name of the part that holds the body of the document."""
    for relationship in relationships(parts, ""):
        if relationship.type == "officeDocument":
            return relationship.target
    return "word/document.xml"


def check_parts(parts: Parts, where: str, parsed: Collection[str]) -> list[Problem]:
    """Report parts that are not well-formed or have no content type, and relationships that lead nowhere.

    parsed: the parts that were parsed already, and whose faults were told then.
    """
    return [*_ill_formed(parts, where, parsed), *_untyped(parts, where), *_unrelated(parts, where)]


def _ill_formed(parts: Parts, where: str, parsed: Collection[str]) -> list[Problem]:
    return [
        Problem(f"{where}: {name}", f"the part is not well-formed XML ({fault}).", _REWRITE)
        for name, data in parts.items()
        if name.endswith((".xml", ".rels")) and name not in parsed and (fault := m.parse_fault(data))
    ]


@lru_cache(maxsize=64)
def _read_content_types(data: bytes) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Give the content types by file extension, and by part."""
    root = m.parse_or_none(data)
    if root is None:
        return {}, {}
    defaults = {d.get("Extension", "").casefold(): d.get("ContentType", "") for d in root.iter(m.DEFAULT)}
    overrides = {o.get("PartName", "").lstrip("/"): o.get("ContentType", "") for o in root.iter(m.OVERRIDE)}
    return defaults, overrides


def _untyped(parts: Parts, where: str) -> list[Problem]:
    data = parts.get(CONTENT_TYPES)
    if data is None:
        return [Problem(where, f"the package has no {CONTENT_TYPES}.", _REWRITE)]
    defaults, overrides = _read_content_types(data)
    problems = [
        Problem(f"{where}: {name}", "no content type is declared for the part.", _REWRITE)
        for name in parts
        if name != CONTENT_TYPES and name not in overrides and name.rpartition(".")[2].casefold() not in defaults
    ]
    problems += [
        Problem(f"{where}: {name}", "a content type is declared for a part that is not there.", _REWRITE)
        for name in overrides
        if name not in parts
    ]
    main = main_part(parts)
    if main in parts and overrides.get(main, "") != MAIN_TYPE:
        problems.append(Problem(f"{where}: {main}", "its content type is not that of a Word document.", _REWRITE))
    return problems


def _unrelated(parts: Parts, where: str) -> list[Problem]:
    """Report relationships of parts that are not there, or to parts that are not there."""
    problems = []
    for name in parts:
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("/")
        source = posixpath.join(folder.rpartition("_rels")[0], file.removesuffix(".rels"))
        if source and source not in parts:
            problems.append(Problem(f"{where}: {name}", f"it belongs to {source}, which is not there.", _REWRITE))
        problems += _bad_relationships(parts, source, f"{where}: {source or 'the package'}")
    return problems


def _bad_relationships(parts: Parts, source: str, where: str) -> list[Problem]:
    problems = []
    seen: set[str] = set()
    for id_, _, target, is_external in relationships(parts, source):
        if id_ in seen:
            problems.append(Problem(where, f"two relationships are called {id_}.", _REWRITE))
        seen.add(id_)
        if not is_external and target not in parts:
            what = f"relationship {id_} leads to {target}, which is not there."
            problems.append(Problem(where, what, _REWRITE))
    return problems
