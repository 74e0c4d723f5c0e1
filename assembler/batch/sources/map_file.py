"""Read a mapping from its file, `map.yaml`: every fault at once, each at its line."""

from pathlib import Path
from typing import NamedTuple

from assembler import casefile
from assembler.batch.sources.column_map import Column, ColumnMap, plain
from assembler.batch.sources.table import CASE
from assembler.batch.sources.typed_cell import Typing, understood_cell
from assembler.casefile import parsers
from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.nearest import nearest
from assembler.casefile.nodes import Collection, Fault, Node, Scalar, compose, pairs
from assembler.casefile.schema_fields import SchemaField
from assembler.casefile.source import text_of
from assembler.casefile.typed import DateOrder
from assembler.problem import Problem

KEYS = ("columns", "ignored", "values", "constants", "dates")
"""What a mapping may say."""

_BEGIN = "write `columns:` and under it a line for each column, such as `Client Name: decedent.name`."
_QUOTES = "A heading with a colon or a # in it stands in quotes, as `\"Matter #\": matter.number`."
_LINES = "write under it, indented, a line for each, such as `{}`."


class _Entry(NamedTuple):
    """A key of the file with what stands under it, and its line."""

    key: str
    node: Node
    line: int


class _MapFile:
    """A mapping as it is read: what was found so far, and what is wrong."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []

    def report(self, line: int, what: str, fix: str) -> None:
        """Note what is wrong at a line."""
        self.problems.append(Problem(f"{self.shown}:{line}", what, fix))

    def entries(self, node: Node, example: str) -> list[_Entry]:
        """Give the keys of a set of lines; one that stands twice is a fault, and so is anything but such a set."""
        if isinstance(node, Fault):
            self.report(node.line, node.what, node.fix)
            return []
        if not isinstance(node, Collection) or not node.is_mapping:
            self.report(node.line, "a set of lines is missing here.", f"{_LINES.format(example)} {_QUOTES}")
            return []
        found: dict[str, _Entry] = {}
        for key, value in pairs(node):
            if not isinstance(key, Scalar):
                self.report(key.line, "brackets or braces stand where a name is asked.", _LINES.format(example))
            elif (first := found.get(plain(key.text))) is not None:
                what = f"{in_quotes(key.text)} stands twice; the first time on line {first.line}."
                self.report(key.line, what, "keep one of the two.")
            else:
                found[plain(key.text)] = _Entry(key.text.strip(), value, key.line)
        return list(found.values())

    def texts(self, entry: _Entry) -> list[str]:
        """Give what is written for a key: one text, or each of a list; nothing is a fault where it stands in a list."""
        listed = isinstance(entry.node, Collection) and not entry.node.is_mapping
        nodes = entry.node.children if isinstance(entry.node, Collection) and listed else [entry.node]
        out = []
        for node in nodes:
            if isinstance(node, Scalar):
                out.append("" if parsers.is_null(node) else node.text.strip())
            else:
                lines = Fault(node.line, "a set of lines stands where a word is asked.", "write one word, or a list.")
                fault = node if isinstance(node, Fault) else lines
                self.report(fault.line, fault.what, fault.fix)
        return out


def read_map(path: Path) -> ColumnMap | tuple[Problem, ...]:
    """Read a mapping, or give everything that is wrong with its file."""
    file = _MapFile(str(path))
    text = text_of(path, file.shown)
    if isinstance(text, Problem):
        return (text,)
    root = compose(text)
    if root is None or (isinstance(root, Scalar) and parsers.is_null(root)):
        return (Problem(f"{file.shown}:1", "the mapping is empty.", _BEGIN),)
    if isinstance(root, Fault):
        return (Problem(f"{file.shown}:{root.line}", root.what, f"{root.fix} {_QUOTES}"),)
    found = _mapping(file, {entry.key: entry for entry in file.entries(root, "columns:")})
    return tuple(sorted(file.problems, key=_line)) or found


def _line(problem: Problem) -> int:
    return int(problem.where.rpartition(":")[2])


def _mapping(file: _MapFile, entries: dict[str, _Entry]) -> ColumnMap:
    for entry in entries.values():
        if entry.key not in KEYS:
            near = nearest(entry.key, KEYS)
            fix = f"did you mean `{near}`?" if near else f"there are {', '.join(KEYS)}."
            file.report(entry.line, f"{in_quotes(entry.key)} is nothing that a mapping says.", fix)
    columns, line = _columns(file, entries.get("columns"))
    dates = _dates(file, entries.get("dates"))
    constants = _constants(file, entries.get("constants"), dates)
    _answered_once(file, columns, constants)
    ignored = _ignored(file, entries.get("ignored"), columns)
    values = _values(file, entries.get("values"), columns)
    written = {path: text for path, (text, _) in constants.items()}
    return ColumnMap(file.shown, line, columns, ignored, values, written, dates)


def _columns(file: _MapFile, entry: _Entry | None) -> tuple[dict[str, Column], int]:
    if entry is None or parsers.is_null(entry.node):
        file.report(entry.line if entry else 1, "the mapping maps no column.", _BEGIN)
        return {}, 1
    found = {}
    for one in file.entries(entry.node, "Client Name: decedent.name"):
        paths = tuple(path for path in file.texts(one) if path and _is_asked(file, path, one.line))
        if paths:
            found[plain(one.key)] = Column(one.key, paths, one.line)
        elif not any(problem.where == f"{file.shown}:{one.line}" for problem in file.problems):
            fix = "write the path of a question after it, or list it under `ignored`."
            file.report(one.line, f"the column {in_quotes(one.key)} is mapped to nothing.", fix)
    return found, entry.line


def _is_asked(file: _MapFile, path: str, line: int) -> bool:
    """Tell whether a path is that of a question, or names the case, noting where it is not."""
    asked = casefile.column(path) if path != CASE else None
    if isinstance(asked, casefile.Refusal):
        file.report(line, asked.what, asked.fix)
    elif asked and asked.is_list and asked.is_record:
        what = f"{in_quotes(path)} is a whole list of several questions."
        file.report(line, what, "number an item, as in `executor.1.name`.")
    else:
        return True
    return False


def _dates(file: _MapFile, entry: _Entry | None) -> DateOrder | None:
    said = file.texts(entry)[:1] if entry else []
    if not said:
        return None
    if said[0] in tuple(DateOrder):
        return DateOrder(said[0])
    line = entry.line if entry else 1
    file.report(line, f"{in_quotes(said[0])} is no order of dates.", f"write {' or '.join(DateOrder)}.")
    return None


def _constants(file: _MapFile, entry: _Entry | None, dates: DateOrder | None) -> dict[str, tuple[str, int]]:
    found = {}
    for one in file.entries(entry.node, "as_of: 2026-11-16") if entry and not parsers.is_null(entry.node) else ():
        asked = casefile.column(one.key)
        text = "; ".join(file.texts(one))
        if _is_asked(file, one.key, one.line) and isinstance(asked, SchemaField):
            cell = understood_cell(asked, text, Typing(dates=dates))
            if isinstance(cell, str):
                found[one.key] = (cell, one.line)
            else:
                file.report(one.line, *cell)
    return found


def _answered_once(file: _MapFile, columns: dict[str, Column], constants: dict[str, tuple[str, int]]) -> None:
    """Note each question that two columns, or a column and a constant, would answer."""
    first: dict[str, int] = {}
    answered = [(path, column.line) for column in columns.values() for path in column.paths]
    for path, line in (*answered, *((path, line) for path, (_, line) in constants.items())):
        if path in first:
            what = f"{in_quotes(path)} is answered twice; the first time on line {first[path]}."
            file.report(line, what, "keep one of the two.")
        first.setdefault(path, line)


def _ignored(file: _MapFile, entry: _Entry | None, columns: dict[str, Column]) -> dict[str, int]:
    headings = file.texts(entry) if entry else []
    for heading in headings:
        if entry and plain(heading) in columns:
            what = f"{in_quotes(heading)} is ignored, and mapped on line {columns[plain(heading)].line}."
            file.report(entry.line, what, "keep one of the two.")
    return dict.fromkeys(map(plain, headings), entry.line if entry else 1)


def _values(file: _MapFile, entry: _Entry | None, columns: dict[str, Column]) -> dict[str, dict[str, str]]:
    found = {}
    for one in file.entries(entry.node, "Trust Type:") if entry and not parsers.is_null(entry.node) else ():
        if plain(one.key) not in columns:
            what = f"no line under `columns` maps {in_quotes(one.key)}."
            file.report(one.line, what, "map it, or take its values out.")
        table = ((value, file.texts(value)) for value in file.entries(one.node, "Marital QTIP: qtip"))
        found[plain(one.key)] = {plain(value.key): "; ".join(said) for value, said in table}
    return found
