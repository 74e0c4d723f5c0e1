"""Read a case: every answer typed and located, every problem at once, nothing judged."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from yaml.error import YAMLError

from assembler.casefile import rows, syntax, walk
from assembler.casefile.base import Base, over
from assembler.casefile.characters import FORBIDDEN, STAND_IN
from assembler.casefile.ledger import Ledger
from assembler.casefile.nodes import Collection, Fault, Node, Scalar, below, compose
from assembler.casefile.reading import Reading
from assembler.casefile.shape import REQUIRED, Case
from assembler.casefile.source import text_of
from assembler.problem import Problem

_IN_A_FILE = {"format": "add a line such as `format: 1`.", "as_of": "add a line such as `as_of: 2026-11-21`."}
_IN_A_ROW = {
    "format": "write 1 in the column `format`, or take the column out.",
    "as_of": "fill in a column `as_of`, or answer it in the base, for all rows.",
}


def read(source: Path | str | bytes, name: str | None = None, base: Base | None = None) -> Reading:
    """Read a case from a file, by its path, or from the bytes of one.

    ``name`` is how problems call the file: by default the path as given, or ``case.yaml``. YAML 1.2
    with the core schema, or JSON. What the file leaves open is taken from ``base``. Nothing is raised for
    what the file holds; a question that is not answered is None and no problem, but for `format` and `as_of`.
    """
    name = name or ("case.yaml" if isinstance(source, bytes) else str(source))
    text = text_of(source, name)
    if isinstance(text, Problem):
        return Reading(None, (text,), MappingProxyType({}), name)
    ledger = Ledger(name, base.name if base else "")
    return _reading(ledger, _root(ledger.clear(text)), base, _IN_A_FILE)


def read_row(cells: Mapping[str, rows.Cell], row: int, name: str, base: Base | None = None) -> Reading:
    """Read a case from the cells of one row of a table, by their columns.

    A column is the path of a question, such as ``trusts.1.trustees.2.name``. Every answer has the number
    of the row as its line.
    """
    ledger = Ledger(name, base.name if base else "")
    return _reading(ledger, rows.nodes(ledger, cells, row), base, _IN_A_ROW)


def faults(base: Base) -> tuple[Problem, ...]:
    """Return what is wrong with a base by itself; it need not answer anything."""
    text = text_of(base.data, base.name)
    if isinstance(text, Problem):
        return (text,)
    ledger = Ledger(base.name)
    root = _root(ledger.clear(text))
    if isinstance(root, Fault):
        ledger.tell(root.line, "", root.what, root.fix)
    else:
        walk.record(ledger, root, Case, "")
    ledger.tell_the_rest()
    return ledger.problems()


def _reading(ledger: Ledger, root: Collection | Fault, base: Base | None, fixes: Mapping[str, str]) -> Reading:
    case = _case(ledger, _on(base, root), fixes)
    ledger.tell_the_rest()
    lines = MappingProxyType(ledger.lines)
    return Reading(case if ledger.is_clean else None, ledger.problems(), lines, ledger.name, ledger.base)


def _on(base: Base | None, root: Collection | Fault) -> Collection | Fault:
    """Return the case laid over its base."""
    under = _shared(base) if base else None
    if under is None or isinstance(root, Fault):
        return root
    return under if isinstance(under, Fault) else over(under, root)


@lru_cache(maxsize=2)
def _shared(base: Base) -> Collection | Fault:
    """Return the answers of a base, composed once for all cases, with its lines below zero."""
    text = text_of(base.data, base.name)
    if isinstance(text, Problem):
        return Fault(-1, text.what, text.fix)
    found: Collection | Fault = below(_root(FORBIDDEN.sub(STAND_IN, text)))
    return found


def _case(ledger: Ledger, root: Collection | Fault, fixes: Mapping[str, str]) -> Case | None:
    if isinstance(root, Fault):
        ledger.tell(root.line, "", root.what, root.fix)
        return None
    case = walk.record(ledger, root, Case, "")
    if not isinstance(case, Case):
        return None
    _require(ledger, case, root.line, fixes)
    _find_trusts(ledger, case)
    return case


def _root(text: str) -> Collection | Fault:
    """Return the one mapping that a case file is, or what is there instead."""
    try:
        node: Node | None = compose(text)
    except YAMLError as error:
        return syntax.fault(error, text)
    if isinstance(node, Fault) or (isinstance(node, Collection) and node.is_mapping):
        return node
    if node is None or (isinstance(node, Scalar) and not node.text):
        return Fault(1, "the file is empty.", "begin one with `qdot new FILE`.")
    return Fault(node.line, "the file is not a set of answers.", "write each answer as `question: answer`.")


def _require(ledger: Ledger, case: Case, line: int, fixes: Mapping[str, str]) -> None:
    """Note each required answer that is not there, unless it was refused."""
    for key in REQUIRED:
        if getattr(case, key) is None and not ledger.has_told(key):
            ledger.tell(line, key, f"`{key}` is not answered.", fixes[key])


def _find_trusts(ledger: Ledger, case: Case) -> None:
    """Note each mention of a trust that the case does not have."""
    known = [trust.id for trust in case.trusts]
    if None in known:  # that one may be the one meant
        return
    for line, path, id_ in ledger.references:
        if id_ not in known:
            fix = f"write the id of a trust: {', '.join(map(str, known)) or 'there is none yet'}."
            ledger.tell(line, path, f"no trust of this case has the id `{id_}`.", fix)
