"""One case of a batch before it is read: its bytes, the name of its folder, and how problems refer to it."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assembler import casefile
from assembler.casefile.rows import Cell
from assembler.problem import Problem

_MAX_CHARACTERS = 80
_MAX_BYTES = 240  # a folder's name may have 255 on most disks
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?|ledger\.sqlite.*|summary\.xlsx", re.IGNORECASE)
_LETTERS_MARKS_NUMBERS = frozenset("LMN")
_HYPHENS = re.compile("-{2,}")


@dataclass(frozen=True)
class Source:
    """One case to draft: small, and read the same way on every computer that a worker runs on.

    ``name`` is the name of the case's folder, and ``shown`` is how problems refer to its file. ``content`` is a
    whole case file or, where ``row`` is given, the cells of that row of a table, as `encode_cells` writes them.
    ``base`` is the content of the case file with the answers that all cases share, empty where there is none, and
    ``base_shown`` is how problems refer to that file. ``items`` are the items of the row that stand elsewhere, as in
    ``("trusts.1.assets.2", "cases.xlsx:trusts.1.assets:7")``.
    """

    name: str
    shown: str
    content: bytes
    row: int | None = None
    base: bytes = b""
    base_shown: str = ""
    items: tuple[tuple[str, str], ...] = ()


def read_case(source: Source) -> casefile.Reading:
    """Read a case from the bytes of its source, and from nothing else."""
    base = casefile.Base(source.base_shown, source.base) if source.base else None
    if source.row is None:
        return casefile.read(source.content, source.shown, base)
    cells = _decode_cells(source.content)
    if cells is None:
        what = "these are not the cells of a row."
        problem = Problem(f"{source.shown}:{source.row}", what, "draft the table again, from the file itself.")
        return casefile.Reading(None, (problem,), {}, source.shown)
    reading = casefile.read_row(cells, source.row, source.shown, base)
    return replace(reading, problems=tuple(_at_its_item(problem, source) for problem in reading.problems))


def _at_its_item(problem: Problem, source: Source) -> Problem:
    """Place a problem at the row of another sheet that the answer stands in."""
    for column, place in source.items:
        row = f"{source.shown}:{source.row}: {column}."
        if problem.where.startswith(row):
            return problem._replace(where=f"{place}: {problem.where.removeprefix(row)}")
    return problem


def encode_cells(cells: Mapping[str, Cell]) -> bytes:
    """Write the answers of a row as bytes; the same answers make the same bytes, in whatever order they stand."""
    return json.dumps(dict(cells), sort_keys=True, separators=(",", ":")).encode()


def _decode_cells(content: bytes) -> dict[str, Cell] | None:
    """Read what `encode_cells` wrote, or return None where it is something else."""
    try:
        found = json.loads(content)
        return {path: cell if isinstance(cell, str) else (str(cell[0]), str(cell[1])) for path, cell in found.items()}
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None


def folder_name(text: str) -> str:
    """Turn text into the name of a folder that every system accepts: ``Smith & Son`` becomes ``Smith-Son``.

    Letters of any script, digits, dots, hyphens and underscores stay. Names that Windows reserves for devices, and
    names of the files that a batch writes, get ``case-`` before them; where nothing is left, the name is ``case``.
    """
    plain = unicodedata.normalize("NFC", text.strip())
    hyphenated = "".join(one if _is_allowed(one) else "-" for one in plain)
    short = _shorten(_HYPHENS.sub("-", hyphenated).strip("-.")).rstrip("-.")
    return f"case-{short}" if _RESERVED.fullmatch(short) else short or "case"


def _is_allowed(character: str) -> bool:
    return character in "._-" or unicodedata.category(character)[0] in _LETTERS_MARKS_NUMBERS


def _shorten(name: str) -> str:
    return name[:_MAX_CHARACTERS].encode()[:_MAX_BYTES].decode(errors="ignore")
