"""One row of a table as nodes of a case file: each column is the path of a question, items numbered from 1."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from assembler.casefile.characters import shown
from assembler.casefile.diagnostics import Diagnostics
from assembler.casefile.letters import oddity
from assembler.casefile.nearest import nearest
from assembler.casefile.nodes import Collection, Fault, Node, Scalar
from assembler.casefile.parsers import Refusal
from assembler.casefile.paths import question_paths
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import FORMAT, Case

Cell: TypeAlias = str | tuple[str, str]
"""What a cell says; or what is wrong with it, and what to do."""

_PARTS = ";"
_NO_ITEMS = "[]"
_WHOLE_LIST = (
    "one cell stands for a list of several questions.",
    "give its items columns of their own, numbered from 1; or write [] where the list has no items.",
)
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_MARKED = re.compile(r"\[[^\[\]]*\]")
_STEP = re.compile(r"(?<=\.)[0-9]{1,4}(?=\.|$)")
_SCHEMA = "`qdot schema` lists the questions; number the items of a list from 1, as in `trusts.1.name`."
_LISTS = "name it by the path of a list, such as `executor`, `trusts` or `trusts.1.trustees`."


@cache
def columns(shape: type = Case) -> tuple[str, ...]:
    """Return the column of every question, in order, with 1 for the first item of a list."""
    return tuple(path.replace("[0]", ".1") for path in question_paths(shape))


def column(path: str, shape: type = Case) -> SchemaField | Refusal:
    """Return the question that a column asks, or why it asks none.

    ``trusts.1.security.permitted.1`` is one answer out of a list; ``trusts.1.security.permitted`` and
    ``trusts.1.trustees`` are whole lists, and their fields say so.
    """
    field, odd = _field_at(path.split("."), shape), oddity(path)
    if field or odd is None:
        return field or Refusal(f"{shown(path)} is not a question we ask.", _fix(path, shape))
    return Refusal(f"{shown(path)} is not a question we ask: {odd.what}", odd.fix)


def listed(path: str) -> type | Refusal:
    """Return the shape of the items of the list of records that has this path, or why there is none."""
    field = _field_at(path.split("."), Case)
    if field and field.is_list and field.is_record:
        return field.type
    near = _nearest(path, _lists())
    fix = f"did you mean `{near}`?" if near else _LISTS
    return Refusal(f"{shown(path)} is not a list of the case file.", fix)


def _field_at(steps: list[str], shape: type) -> SchemaField | None:
    """Return the question at the end of these steps; of a set of questions, none."""
    field, rest = schema_fields(shape).get(steps[0]), steps[1:]
    if field is None:
        return None
    if field.is_list and rest:
        if not _NUMBER.fullmatch(rest[0]):
            return None
        field, rest = field._replace(is_list=False), rest[1:]
    if rest:
        return _field_at(rest, field.type) if field.is_record else None
    return None if field.is_record and not field.is_list else field


def _fix(path: str, shape: type) -> str:
    near = _nearest(path, columns(shape))
    return f"did you mean `{near}`?" if near else _SCHEMA


def _nearest(path: str, known: tuple[str, ...]) -> str | None:
    """Return the known path most like this one, with the numbers that this one has."""
    plain = _MARKED.sub(".1", path)
    sought = _STEP.sub("1", plain)
    near = next((one for one in known if one.endswith(f".{sought}")), None) or nearest(sought, known)
    numbers = iter(_STEP.findall(plain))
    return near and _STEP.sub(lambda one: str(int(next(numbers, "1")) or 1), near)


@cache
def _lists(shape: type = Case, above: str = "") -> tuple[str, ...]:
    found: list[str] = []
    for key, field in schema_fields(shape).items():
        if field.is_record:
            path = f"{above}{key}"
            found += [path] if field.is_list else []
            found += _lists(field.type, f"{path}.1." if field.is_list else f"{path}.")
    return tuple(found)


def nodes(diagnostics: Diagnostics, cells: Mapping[str, Cell], row: int) -> Collection:
    """Return the case that the cells of a row are, by their columns, all on one line.

    A cell has no quotes to tell a text from a number or a truth: what it is, its question says. What
    stands in the column ``""`` is noted for the row as a whole.
    """
    tree: dict[str, Any] = {}
    for path, cell in cells.items():
        asked = column(path)
        if isinstance(asked, SchemaField):
            _put(diagnostics, tree, path, _node(cell, asked, row, path))
        elif path or isinstance(cell, str):
            diagnostics.report(row, path, asked.what, asked.fix)
        else:
            diagnostics.report(row, "", *cell)
    tree.setdefault("format", Scalar(row, str(FORMAT), True, row))
    return _record(tree, Case, row)


def _node(cell: Cell, field: SchemaField, row: int, column: str) -> Node:
    """Return what a cell says, plain where its question takes no text."""
    if not isinstance(cell, str):
        return Fault(row, *cell, column)
    if field.is_list:
        return _whole_list(cell, field, row, column)
    return Scalar(row, cell, field.type is bool or field.form == "format", row, column=column)


def _whole_list(cell: str, field: SchemaField, row: int, column: str) -> Node:
    """Return the answers that stand in one cell, parted by semicolons."""
    if cell == _NO_ITEMS:
        return Collection(row, False, [])
    if field.is_record:
        return Fault(row, *_WHOLE_LIST, column)
    parts = (part.strip() for part in cell.split(_PARTS))
    return Collection(row, False, [Scalar(row, part, False, row, column=column) for part in parts if part])


def _put(diagnostics: Diagnostics, tree: dict[str, Any], path: str, node: Node) -> None:
    """Hang a node at its path, unless another stands in the way."""
    *above, last = path.split(".")
    for step in above:
        tree = tree.setdefault(step, {})
        if not isinstance(tree, dict):
            break
    if not isinstance(tree, dict) or last in tree:
        what = "a list as a whole and an item of it are both answered."
        diagnostics.report(node.line, path, what, "keep one of the two.")
    else:
        tree[last] = node


def _record(tree: dict[str, Any], shape: type, row: int) -> Collection:
    children: list[Node] = []
    for key, below in tree.items():
        children += [Scalar(row, key, True, row), _below(below, schema_fields(shape)[key], row)]
    return Collection(row, True, children)


def _below(below: Any, field: SchemaField, row: int) -> Node:
    if not isinstance(below, dict):
        found: Node = below
        return found
    if not field.is_list:
        return _record(below, field.type, row)
    items = [below[number] for number in sorted(below, key=int)]
    return Collection(row, False, [_below(item, field._replace(is_list=False), row) for item in items])
