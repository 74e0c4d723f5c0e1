"""The cases behind the paths that a batch is given: folders, case files, tables, and ``-`` for standard input."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from assembler import casefile
from assembler.batch.sources import csv_table, standard_input
from assembler.batch.sources.column_map import ColumnMap
from assembler.batch.sources.endings import CASE_FILES, CSV, OTHER_TABLES, XLSX
from assembler.batch.sources.map_file import read_map
from assembler.batch.sources.source import Source, folder_name
from assembler.problem import Problem

STANDARD_INPUT = "-"
"""The path that stands for standard input."""


def find_sources(
    paths: Sequence[str], base: Path | None, stdin: BinaryIO | None = None, mapping: Path | None = None
) -> Iterator[Source | Problem]:
    """Give the source of each case behind these paths, in their order, or the problem that takes its place.

    The cases of a folder are the case files directly in it, by name. ``stdin`` is what ``-`` reads, by default the
    standard input of the process. ``base`` is a case file with the answers that all cases share; if that is faulty,
    its problems come and no source does. ``mapping`` is a file that says how the columns of tables answer questions;
    the same holds of it. Only one case at a time is held in memory.
    """
    shared, columns = _read_base(base), read_map(mapping) if mapping else None
    faulty = (*(shared if isinstance(shared, tuple) else ()), *(columns if isinstance(columns, tuple) else ()))
    if faulty or isinstance(shared, tuple) or isinstance(columns, tuple):
        yield from faulty
        return
    for path in paths:
        for found in _sources(path, base, stdin, columns):
            yield _with_base(found, shared) if isinstance(found, Source) else found


def _read_base(path: Path | None) -> casefile.Base | tuple[Problem, ...] | None:
    if path is None:
        return None
    data = casefile.bytes_of(path, str(path))
    if isinstance(data, Problem):
        return (data,)
    base = casefile.Base(str(path), data)
    return casefile.faults(base) or base


def _with_base(source: Source, base: casefile.Base | None) -> Source:
    return replace(source, base=base.data, base_shown=base.name) if base else source


def _sources(
    given: str, base: Path | None, stdin: BinaryIO | None, mapping: ColumnMap | None
) -> Iterator[Source | Problem]:
    path = Path(given)
    kind = path.suffix.lower()
    if given == STANDARD_INPUT:
        return standard_input.read(stdin or (sys.stdin.buffer if sys.stdin else BytesIO()))  # it may be closed
    if _is_folder(path):
        return _in_folder(path, base)
    if kind in CSV:
        return csv_table.read(path, given, mapping)
    if kind in XLSX:
        from assembler.batch.sources import xlsx_table  # heavy, and not needed for any other source

        return xlsx_table.read(path, given, mapping)
    if kind in OTHER_TABLES:
        return iter([Problem(given, f"tables are not read from {kind} files.", "save it as XLSX, or as CSV UTF-8.")])
    return iter([_case_file(path)])


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # opening it will say why


def _in_folder(folder: Path, base: Path | None) -> Iterator[Source | Problem]:
    """Give each case file of a folder, except the base where that lies in the same folder."""
    try:
        names = sorted(one.name for one in folder.iterdir() if _is_case_file(one))
    except OSError as error:
        yield casefile.unreadable(error, str(folder))
        return
    shared = base.resolve() if base else None
    paths = [folder / name for name in names if shared is None or (folder / name).resolve() != shared]
    yield from map(_case_file, paths)
    if not paths:
        fix = "name a folder of .yaml, .yml or .json files; those in its folders do not count."
        yield Problem(str(folder), "there is no case file in the folder.", fix)


def _is_case_file(path: Path) -> bool:
    return path.suffix.lower() in CASE_FILES and not path.name.startswith(".")


def _case_file(path: Path) -> Source | Problem:
    data = casefile.bytes_of(path, str(path))
    return data if isinstance(data, Problem) else Source(folder_name(path.stem), str(path), data)


def count_cases(paths: Sequence[str]) -> int | None:
    """Count the cases behind these paths without reading them; None where that cannot be done.

    Folders, case files and CSVs can be counted; workbooks and standard input cannot.
    """
    total = 0
    for path in paths:
        count = _count(Path(path)) if path != STANDARD_INPUT else None
        if count is None:
            return None
        total += count
    return total


def _count(path: Path) -> int | None:
    try:
        if path.is_dir():
            return sum(map(_is_case_file, path.iterdir()))
        if path.suffix.lower() in CSV:
            return csv_table.count_rows(path)
    except OSError:
        return None
    return 1 if path.suffix.lower() in CASE_FILES else None
