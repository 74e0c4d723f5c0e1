"""Read a case file: every answer typed and located, every problem at once, nothing judged."""

from pathlib import Path
from types import MappingProxyType

from yaml.error import YAMLError

from assembler.casefile import syntax, walk
from assembler.casefile.ledger import Ledger
from assembler.casefile.nodes import Collection, Fault, Node, Scalar, compose
from assembler.casefile.reading import Reading
from assembler.casefile.shape import REQUIRED, Case
from assembler.casefile.source import text_of
from assembler.problem import Problem

_EXAMPLES = {"format": "format: 1", "as_of": "as_of: 2026-11-21"}


def read(source: Path | str | bytes, name: str | None = None) -> Reading:
    """Read a case from a file, by its path, or from the bytes of one.

    ``name`` is how problems call the file: by default the path as given, or ``case.yaml``. YAML 1.2
    with the core schema, or JSON. Nothing is raised for what the file holds; a question that is not
    answered is None and no problem, but for `format` and `as_of`.
    """
    name = name or ("case.yaml" if isinstance(source, bytes) else str(source))
    text = text_of(source, name)
    if isinstance(text, Problem):
        return Reading(None, (text,), MappingProxyType({}), name)
    ledger = Ledger(name)
    case = _case(ledger, ledger.clear(text))
    ledger.tell_the_rest()
    lines = MappingProxyType(ledger.lines)
    return Reading(case if ledger.is_clean else None, ledger.problems(), lines, name)


def _case(ledger: Ledger, text: str) -> Case | None:
    root = _root(text)
    if isinstance(root, Fault):
        ledger.tell(root.line, "", root.what, root.fix)
        return None
    case = walk.record(ledger, root, Case, "")
    if not isinstance(case, Case):
        return None
    _require(ledger, case, root.line)
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


def _require(ledger: Ledger, case: Case, line: int) -> None:
    """Note each required answer that is not there, unless it was refused."""
    for key in REQUIRED:
        if getattr(case, key) is None and not ledger.has_told(key):
            ledger.tell(line, key, f"`{key}` is not answered.", f"add a line such as `{_EXAMPLES[key]}`.")


def _find_trusts(ledger: Ledger, case: Case) -> None:
    """Note each mention of a trust that the case does not have."""
    known = [trust.id for trust in case.trusts]
    if None in known:  # that one may be the one meant
        return
    for line, path, id_ in ledger.references:
        if id_ not in known:
            fix = f"write the id of a trust: {', '.join(map(str, known)) or 'there is none yet'}."
            ledger.tell(line, path, f"no trust of this case has the id `{id_}`.", fix)
