"""Read a case: every answer typed and located, every problem at once, nothing judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from assembler.casefile import rows
from assembler.casefile.base import Base, over
from assembler.casefile.binder import bind
from assembler.casefile.characters import FORBIDDEN, STAND_IN
from assembler.casefile.diagnostics import Default, Diagnostics, place
from assembler.casefile.nodes import Collection, Fault, Scalar, below, compose
from assembler.casefile.shape import REQUIRED, Case
from assembler.casefile.source import text_of
from assembler.problem import Problem

_IN_A_FILE = {"format": "add a line such as `format: 1`.", "as_of": "add a line such as `as_of: 2026-11-21`."}
_IN_A_ROW = {
    "format": "write 1 in the column `format`, or take the column out.",
    "as_of": "fill in a column `as_of`, or answer it in the base, for all rows.",
}
_INDEX = re.compile(r"\[([0-9]{1,4})\]")
_LAST_STEP = re.compile(r"(?:\.[^.\[\]]*|\[[^\[\]]*\])$")


@dataclass(frozen=True)
class Reading:
    """The case as stated; ``case`` is None when, and only when, there are problems.

    ``lines`` gives the line of each answer by its path, such as ``trusts[share].security.permitted``;
    below zero it is a line of ``base``, the file with what several cases share. An item of a list goes
    by its id where it has one, else by its index from 0. The key ``return`` is ``return_`` in the shape,
    and ``return`` in a path.

    ``defaults`` are the questions left out that have an answer by default, of each record of which
    anything is answered. ``row`` is the row of a table that the case is.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    lines: Mapping[str, int]
    name: str = "case.yaml"
    base: str = ""
    defaults: tuple[Default, ...] = ()
    row: int | None = None

    def where(self, path: str) -> str:
        """Return `file:line: path`; for an answer left out, the line of what it would stand in."""
        step = path
        while step and step not in self.lines:
            step = _LAST_STEP.sub("", step) if _LAST_STEP.search(step) else ""
        if self.row is not None and step != path and self.lines.get(step, 0) < 0:  # else all cases would be given one
            column = _INDEX.sub(lambda found: f".{int(found[1]) + 1}", path)
            return f"{self.name}:{self.row}: {column}"
        return f"{place(self.name, self.base, self.lines[step])}: {path}" if step else f"{self.name}: {path}"


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
    diagnostics = Diagnostics(name, base.name if base else "")
    return _reading(diagnostics, _root(diagnostics.cleared(text)), base, _IN_A_FILE)


def read_row(cells: Mapping[str, rows.Cell], row: int, name: str, base: Base | None = None) -> Reading:
    """Read a case from the cells of one row of a table, by their columns.

    A column is the path of a question, such as ``trusts.1.trustees.2.name``. Every answer has the number
    of the row as its line.
    """
    diagnostics = Diagnostics(name, base.name if base else "")
    return replace(_reading(diagnostics, rows.nodes(diagnostics, cells, row), base, _IN_A_ROW), row=row)


def faults(base: Base) -> tuple[Problem, ...]:
    """Return what is wrong with a base by itself; it need not answer anything."""
    text = text_of(base.data, base.name)
    if isinstance(text, Problem):
        return (text,)
    diagnostics = Diagnostics(base.name)
    root = _root(diagnostics.cleared(text))
    if isinstance(root, Fault):
        diagnostics.report(root.line, "", root.what, root.fix)
    else:
        bind(diagnostics, root, Case, "")
    diagnostics.report_stray_characters()
    return diagnostics.problems()


def _reading(
    diagnostics: Diagnostics, root: Collection | Fault, base: Base | None, fixes: Mapping[str, str]
) -> Reading:
    case = _case(diagnostics, _on(base, root), fixes)
    diagnostics.report_stray_characters()
    found = case if diagnostics.is_clean else None
    lines = MappingProxyType(diagnostics.lines)
    defaults = tuple(diagnostics.defaults)
    return Reading(found, diagnostics.problems(), lines, diagnostics.name, diagnostics.base, defaults)


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


def _case(diagnostics: Diagnostics, root: Collection | Fault, fixes: Mapping[str, str]) -> Case | None:
    if isinstance(root, Fault):
        diagnostics.report(root.line, "", root.what, root.fix)
        return None
    case = bind(diagnostics, root, Case, "")
    if not isinstance(case, Case):
        return None
    _require(diagnostics, case, root.line, fixes)
    _find_trusts(diagnostics, case)
    return case


def _root(text: str) -> Collection | Fault:
    """Return the one mapping that a case file is, or what is there instead."""
    node = compose(text)
    if isinstance(node, Fault) or (isinstance(node, Collection) and node.is_mapping):
        return node
    if node is None or (isinstance(node, Scalar) and not node.text):
        return Fault(1, "the file is empty.", "begin one with `qdot new FILE`.")
    return Fault(node.line, "the file is not a set of answers.", "write each answer as `question: answer`.")


def _require(diagnostics: Diagnostics, case: Case, line: int, fixes: Mapping[str, str]) -> None:
    """Note each required answer that is not there, unless it was refused."""
    for key in REQUIRED:
        if getattr(case, key) is None and not diagnostics.has_reported(key):
            diagnostics.report(line, key, f"`{key}` is not answered.", fixes[key])


def _find_trusts(diagnostics: Diagnostics, case: Case) -> None:
    """Note each mention of a trust that the case does not have."""
    known = [trust.id for trust in case.trusts]
    if None in known:  # that one may be the one meant
        return
    for line, path, id_ in diagnostics.references:
        if id_ not in known:
            fix = f"write the id of a trust: {', '.join(map(str, known)) or 'there is none yet'}."
            diagnostics.report(line, path, f"no trust of this case has the id `{id_}`.", fix)
