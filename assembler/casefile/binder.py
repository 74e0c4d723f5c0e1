"""Bind the nodes of a file to the dataclasses of a case, noting lines and every problem."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from assembler.casefile import parsers
from assembler.casefile.characters import shown
from assembler.casefile.diagnostics import ABSENT, Default, Diagnostics
from assembler.casefile.nearest import nearest
from assembler.casefile.nodes import Collection, Fault, Node, Scalar, pairs
from assembler.casefile.parsers import Parser, Refusal
from assembler.casefile.schema_fields import SchemaField, defaulted, schema_fields

_FORMS: dict[str, Parser] = {
    "lines": parsers.lines,
    "number": parsers.number,
    "id": parsers.identifier,
    "trust": parsers.identifier,
    "country": parsers.country,
    "place": parsers.place,
    "state": parsers.state,
    "month-day": parsers.month_day,
    "money": parsers.money,
    "percent": parsers.percent,
    "count": parsers.count,
    "format": parsers.version,
}
_TYPES: dict[type, Parser] = {bool: parsers.truth, date: parsers.day, Decimal: parsers.money, str: parsers.text}


@cache
def parser(kind: type, form: str) -> Parser:
    """Return what reads one written answer of this type and form."""
    if issubclass(kind, StrEnum):
        return parsers.choice(kind)
    return _FORMS.get(form) or _TYPES[kind]


def bind(diagnostics: Diagnostics, node: Node, shape: type, path: str) -> Any:
    """Bind a set of answers to its dataclass, or return `ABSENT`."""
    if _is_absent(diagnostics, node, path):
        return ABSENT
    if isinstance(node, Collection) and node.is_mapping:
        answers = _answers(diagnostics, node, schema_fields(shape), path)
        _note_defaults(diagnostics, shape, answers, path)
        return shape(**answers)
    said = "a list stands" if isinstance(node, Collection) else "a single answer stands"
    fix = f"write under it, indented, answers to any of: {', '.join(schema_fields(shape))}."
    diagnostics.report(node.line, path, f"{said} where several questions are asked.", fix)
    return ABSENT


def _is_absent(diagnostics: Diagnostics, node: Node, path: str) -> bool:
    """Tell whether there is nothing to read, noting a fault."""
    if isinstance(node, Fault):
        diagnostics.report(node.line, node.column or path, node.what, node.fix)
        return True
    return diagnostics.is_full or parsers.is_null(node)


def _answers(diagnostics: Diagnostics, node: Collection, known: dict[str, SchemaField], path: str) -> dict[str, Any]:
    seen: dict[str, int] = {}
    found = {}
    for key, value in pairs(node):
        if diagnostics.is_full:
            break
        field = _field_named(diagnostics, key, known, seen, path)
        if field is None:
            continue
        sub = _under(path, field.key)
        diagnostics.lines[sub] = key.line
        answer = _list(diagnostics, value, field, sub) if field.is_list else _one(diagnostics, value, field, sub)
        if answer is not ABSENT:
            found[field.name] = answer
    return found


def _note_defaults(diagnostics: Diagnostics, shape: type, answers: dict[str, Any], path: str) -> None:
    for field in defaulted(shape):
        if field.name not in answers:
            diagnostics.defaults.append(Default(_under(path, field.key), field.default, field.because))


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _field_named(
    diagnostics: Diagnostics, key: Node, known: dict[str, SchemaField], seen: dict[str, int], path: str
) -> SchemaField | None:
    """Return the question that a key names, unless it names none or one already answered."""
    if not isinstance(key, Scalar):
        _odd_key(diagnostics, key, path)
    elif key.text not in known:
        _unknown(diagnostics, key, known, path)
    elif key.text in seen:
        what = f"`{key.text}` is answered twice; the first time on line {seen[key.text]}."
        diagnostics.report(key.line, _under(path, key.text), what, "keep one answer.")
    else:
        seen[key.text] = key.line
        return known[key.text]
    return None


def _odd_key(diagnostics: Diagnostics, key: Collection | Fault, path: str) -> None:
    if isinstance(key, Fault):
        diagnostics.report(key.line, path, key.what, key.fix)
    else:
        diagnostics.report(key.line, path, "brackets or braces stand for a question.", "write the name of a question.")


def _unknown(diagnostics: Diagnostics, key: Scalar, known: dict[str, SchemaField], path: str) -> None:
    if diagnostics.is_odd(key, _under(path, shown(key.text)[1:-1])):
        return
    near = nearest(key.text, known)
    fix = f"did you mean `{near}`?" if near else f"the questions here are: {', '.join(known)}."
    if key.text == "<<":
        fix = "write the answers out; a case file has no merge keys."
    name = shown(key.text)
    diagnostics.report(key.line, _under(path, name[1:-1]), f"{name} is not a question we ask.", fix)


def _one(diagnostics: Diagnostics, node: Node, field: SchemaField, path: str) -> Any:
    if field.is_record:
        return bind(diagnostics, node, field.type, path)
    if isinstance(node, Collection):
        said = "several answers stand" if node.is_mapping else "a list stands"
        diagnostics.report(node.line, path, f"{said} where one answer is asked.", "write one answer.")
        return ABSENT
    return _written(diagnostics, node, field, path)


def _written(diagnostics: Diagnostics, node: Scalar | Fault, field: SchemaField, path: str) -> Any:
    cut = parsers.cut_short(node) if field.type is str and isinstance(node, Scalar) else None
    if cut:
        return diagnostics.refuse(node.line, path, cut)
    if _is_absent(diagnostics, node, path) or isinstance(node, Fault):
        return ABSENT
    if diagnostics.is_spoiled(node, path) or diagnostics.is_odd(node, path):
        return ABSENT
    answer = parser(field.type, field.form)(node)
    if isinstance(answer, Refusal):
        return diagnostics.refuse(node.line, node.column or path, answer)
    if field.form == "trust":
        diagnostics.references.append((node.line, path, node.text))
    return answer


def _list(diagnostics: Diagnostics, node: Node, field: SchemaField, path: str) -> Any:
    if _is_absent(diagnostics, node, path):
        return ABSENT
    if isinstance(node, Collection) and not node.is_mapping:
        return _items(diagnostics, node, field, path)
    fix = "write a list: begin each item with a hyphen."
    if isinstance(node, Scalar) and not field.is_record:
        fix = f"write a list: [{shown(node.text)[1:-1]}]."
    diagnostics.report(node.line, path, "one answer stands where a list is asked.", fix)
    return ABSENT


def _items(diagnostics: Diagnostics, node: Collection, field: SchemaField, path: str) -> tuple[Any, ...]:
    found = []
    seen: dict[str, int] = {}
    for index, item in enumerate(node.children):
        sub = f"{path}[{_address(diagnostics, item, index, field, seen, path)}]"
        diagnostics.lines[sub] = item.line
        if parsers.is_null(item):
            diagnostics.report(item.line, sub, "an item of the list is empty.", "write it, or take its hyphen out.")
            continue
        answer = _one(diagnostics, item, field, sub)
        if answer is not ABSENT:
            found.append(answer)
    return tuple(found)


def _address(
    diagnostics: Diagnostics, item: Node, index: int, field: SchemaField, seen: dict[str, int], path: str
) -> str:
    """Return an item's id where it has a good one of its own, and its index where not."""
    mark = id_of(item) if field.is_record and "id" in schema_fields(field.type) else None
    if mark is None or not parsers.ID.fullmatch(mark.text):
        return str(index)
    if mark.text in seen:
        what = f"the id `{mark.text}` is given twice; the first time on line {seen[mark.text]}."
        diagnostics.report(mark.line, f"{path}[{index}].id", what, "give each its own id.")
        return str(index)
    seen[mark.text] = mark.line
    return mark.text


def id_of(item: Node) -> Scalar | None:
    """Return what is written as the id of an item, where anything is."""
    if not isinstance(item, Collection) or not item.is_mapping:
        return None
    ids = (value for key, value in pairs(item) if isinstance(key, Scalar) and key.text == "id")
    found = next(ids, None)
    return found if isinstance(found, Scalar) and not parsers.is_null(found) else None
