"""One row of a table as nodes, which are then walked like those of a file."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from assembler.casefile.columns import column
from assembler.casefile.ledger import Ledger
from assembler.casefile.nodes import Collection, Fault, Node, Scalar
from assembler.casefile.shape import FORMAT, Case
from assembler.casefile.slots import Slot, slots

Cell: TypeAlias = str | tuple[str, str]
"""What a cell says; or what is wrong with it, and what to do."""

_PARTS = ";"
_NO_ITEMS = "[]"
_WHOLE_LIST = (
    "one cell stands for a list of several questions.",
    "give its items columns of their own, numbered from 1; or write [] where the list has no items.",
)


def nodes(ledger: Ledger, cells: Mapping[str, Cell], row: int) -> Collection:
    """Return the case that the cells of a row are, by their columns, all on one line.

    A cell has no quotes to tell a text from a number or a truth: what it is, its question says. What
    stands in the column ``""`` is noted for the row as a whole.
    """
    tree: dict[str, Any] = {}
    for path, cell in cells.items():
        asked = column(path)
        if isinstance(asked, Slot):
            _put(ledger, tree, path, _node(cell, asked, row, path))
        elif path or isinstance(cell, str):
            ledger.tell(row, path, asked.what, asked.fix)
        else:
            ledger.tell(row, "", *cell)
    tree.setdefault("format", Scalar(row, str(FORMAT), True, row))
    return _record(tree, Case, row)


def _node(cell: Cell, slot: Slot, row: int, column: str) -> Node:
    """Return what a cell says, plain where its question takes no text."""
    if not isinstance(cell, str):
        return Fault(row, *cell, column)
    if slot.is_list:
        return _whole_list(cell, slot, row, column)
    return Scalar(row, cell, slot.type is bool or slot.form == "format", row, column=column)


def _whole_list(cell: str, slot: Slot, row: int, column: str) -> Node:
    """Return the answers that stand in one cell, parted by semicolons."""
    if cell == _NO_ITEMS:
        return Collection(row, False, [])
    if slot.is_record:
        return Fault(row, *_WHOLE_LIST, column)
    parts = (part.strip() for part in cell.split(_PARTS))
    return Collection(row, False, [Scalar(row, part, False, row, column=column) for part in parts if part])


def _put(ledger: Ledger, tree: dict[str, Any], path: str, node: Node) -> None:
    """Hang a node at its path, unless another stands in the way."""
    *above, last = path.split(".")
    for step in above:
        tree = tree.setdefault(step, {})
        if not isinstance(tree, dict):
            break
    if not isinstance(tree, dict) or last in tree:
        ledger.tell(node.line, path, "a list as a whole and an item of it are both answered.", "keep one of the two.")
    else:
        tree[last] = node


def _record(tree: dict[str, Any], shape: type, row: int) -> Collection:
    children: list[Node] = []
    for key, below in tree.items():
        children += [Scalar(row, key, True, row), _below(below, slots(shape)[key], row)]
    return Collection(row, True, children)


def _below(below: Any, slot: Slot, row: int) -> Node:
    if not isinstance(below, dict):
        found: Node = below
        return found
    if not slot.is_list:
        return _record(below, slot.type, row)
    items = [below[number] for number in sorted(below, key=int)]
    return Collection(row, False, [_below(item, slot._replace(is_list=False), row) for item in items])
