"""Where the cases of a batch come from: folders, case files, tables and standard input."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from assembler import casefile
from assembler.batch.sources import delimited, standard_input, tables
from assembler.batch.sources.naming import folder_name
from assembler.batch.sources.source import Source
from assembler.problem import Problem

STANDARD_INPUT = "-"
"""How standard input is named among the sources."""

CASE_FILES = frozenset((".yaml", ".yml", ".json"))
DELIMITED = frozenset((".csv", ".tsv"))
_WORKBOOKS = frozenset((".xlsx", ".xlsm"))
_OTHER_TABLES = frozenset((".xls", ".xlsb", ".ods", ".numbers"))


def sources(given: Sequence[str], base: Path | None, stdin: BinaryIO | None = None) -> Iterator[Source | Problem]:
    """Give each case of the folders, files and tables named, in their order, or what is wrong in its place.

    A folder's cases are the case files directly in it, by name; ``-`` is ``stdin``, by default the process's
    own. ``base`` is a case file with what the cases share. Where that is faulty, nothing else is given: no
    case could be drafted right. Nothing is held in memory but the case at hand.
    """
    shared = _base(base)
    if isinstance(shared, tuple):
        yield from shared
        return
    for one in given:
        for found in _cases(one, base, stdin):
            yield _on(shared, found) if isinstance(found, Source) else found


def read(source: Source) -> casefile.Reading:
    """Read one case from the bytes of its source, and from nothing else."""
    base = casefile.Base(source.base_shown, source.base) if source.base else None
    if source.row is None:
        return casefile.read(source.content, source.shown, base)
    cells = tables.cells(source.content)
    if cells is None:
        what = "these are not the cells of a row."
        problem = Problem(f"{source.shown}:{source.row}", what, "draft the table again, from the file itself.")
        return casefile.Reading(None, (problem,), {}, source.shown)
    return casefile.read_row(cells, source.row, source.shown, base)


def _base(path: Path | None) -> casefile.Base | tuple[Problem, ...] | None:
    """Return what the cases share, or what is wrong with it."""
    if path is None:
        return None
    data = casefile.bytes_of(path, str(path))
    if isinstance(data, Problem):
        return (data,)
    base = casefile.Base(str(path), data)
    return casefile.faults(base) or base


def _on(base: casefile.Base | None, source: Source) -> Source:
    return replace(source, base=base.data, base_shown=base.name) if base else source


def _cases(given: str, base: Path | None, stdin: BinaryIO | None) -> Iterator[Source | Problem]:
    path = Path(given)
    kind = path.suffix.lower()
    if given == STANDARD_INPUT:
        return standard_input.cases(stdin or (sys.stdin.buffer if sys.stdin else BytesIO()))  # which may be closed
    if _is_folder(path):
        return _folder(path, base)
    if kind in DELIMITED:
        return delimited.cases(path, given)
    if kind in _WORKBOOKS:
        from assembler.batch.sources import sheets  # heavy, and not needed for any other source

        return sheets.cases(path, given)
    if kind in _OTHER_TABLES:
        return iter([Problem(given, f"tables are not read from {kind} files.", "save it as XLSX, or as CSV UTF-8.")])
    return iter([_file(path)])


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # what opens it says why


def _folder(folder: Path, base: Path | None) -> Iterator[Source | Problem]:
    """Give each case file of a folder; the base, where it lies there too, is not one."""
    try:
        names = sorted(one.name for one in folder.iterdir() if is_case(one))
    except OSError as error:
        yield casefile.unreadable(error, str(folder))
        return
    shared = base.resolve() if base else None
    own = [folder / name for name in names if shared is None or (folder / name).resolve() != shared]
    yield from map(_file, own)
    if not own:
        what = "there is no case file in the folder."
        yield Problem(
            str(folder), what, "name a folder of .yaml, .yml or .json files; those in its folders do not count."
        )


def is_case(path: Path) -> bool:
    """Tell by its name whether a file in a folder is a case."""
    return path.suffix.lower() in CASE_FILES and not path.name.startswith(".")


def _file(path: Path) -> Source | Problem:
    data = casefile.bytes_of(path, str(path))
    return data if isinstance(data, Problem) else Source(folder_name(path.stem), str(path), data)
