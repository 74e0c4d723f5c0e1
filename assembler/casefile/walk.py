"""Walk the nodes of a file beside the shape of a case, noting lines and every problem."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from assembler.casefile import amounts, answers
from assembler.casefile.answers import Answer, Refusal
from assembler.casefile.characters import shown
from assembler.casefile.ledger import ABSENT, Ledger
from assembler.casefile.nearest import nearest
from assembler.casefile.nodes import Collection, Fault, Node, Scalar, pairs
from assembler.casefile.slots import Slot, slots

_FORMS: dict[str, Answer] = {
    "lines": answers.lines,
    "number": answers.number,
    "id": answers.identifier,
    "trust": answers.identifier,
    "country": answers.country,
    "month-day": answers.month_day,
    "money": amounts.money,
    "percent": amounts.percent,
    "count": answers.count,
    "format": answers.version,
}
_TYPES: dict[type, Answer] = {bool: answers.truth, date: answers.day, Decimal: amounts.money, str: answers.text}


@cache
def _reader(kind: type, form: str) -> Answer:
    """Return what reads one written answer of this type and form."""
    if issubclass(kind, StrEnum):
        return answers.choice(kind)
    return _FORMS.get(form) or _TYPES[kind]


def record(ledger: Ledger, node: Node, shape: type, path: str) -> Any:
    """Return a set of answers as its dataclass, or `ABSENT`."""
    if _is_absent(ledger, node, path):
        return ABSENT
    if isinstance(node, Collection) and node.is_mapping:
        return shape(**_answers(ledger, node, slots(shape), path))
    said = "a list stands" if isinstance(node, Collection) else "a single answer stands"
    fix = f"write under it, indented, answers to any of: {', '.join(slots(shape))}."
    ledger.tell(node.line, path, f"{said} where several questions are asked.", fix)
    return ABSENT


def _is_absent(ledger: Ledger, node: Node, path: str) -> bool:
    """Tell whether there is nothing to read, noting a fault."""
    if isinstance(node, Fault):
        ledger.tell(node.line, node.column or path, node.what, node.fix)
        return True
    return ledger.is_full or (isinstance(node, Scalar) and answers.is_null(node))


def _answers(ledger: Ledger, node: Collection, known: dict[str, Slot], path: str) -> dict[str, Any]:
    seen: dict[str, int] = {}
    found = {}
    for key, value in pairs(node):
        if ledger.is_full:
            break
        slot = _slot(ledger, key, known, seen, path)
        if slot is None:
            continue
        sub = _under(path, slot.key)
        ledger.lines[sub] = key.line
        answer = _list(ledger, value, slot, sub) if slot.is_list else _one(ledger, value, slot, sub)
        if answer is not ABSENT:
            found[slot.name] = answer
    return found


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _slot(ledger: Ledger, key: Node, known: dict[str, Slot], seen: dict[str, int], path: str) -> Slot | None:
    """Return the question that a key names, unless it names none or one already answered."""
    if not isinstance(key, Scalar):
        _odd_key(ledger, key, path)
    elif key.text not in known:
        _unknown(ledger, key, known, path)
    elif key.text in seen:
        what = f"`{key.text}` is answered twice; the first time on line {seen[key.text]}."
        ledger.tell(key.line, _under(path, key.text), what, "keep one answer.")
    else:
        seen[key.text] = key.line
        return known[key.text]
    return None


def _odd_key(ledger: Ledger, key: Collection | Fault, path: str) -> None:
    if isinstance(key, Fault):
        ledger.tell(key.line, path, key.what, key.fix)
    else:
        ledger.tell(key.line, path, "brackets or braces stand for a question.", "write the name of a question.")


def _unknown(ledger: Ledger, key: Scalar, known: dict[str, Slot], path: str) -> None:
    near = nearest(key.text, known)
    fix = f"did you mean `{near}`?" if near else f"the questions here are: {', '.join(known)}."
    if key.text == "<<":
        fix = "write the answers out; a case file has no merge keys."
    name = shown(key.text)
    ledger.tell(key.line, _under(path, name[1:-1]), f"{name} is not a question we ask.", fix)


def _one(ledger: Ledger, node: Node, slot: Slot, path: str) -> Any:
    if slot.is_record:
        return record(ledger, node, slot.type, path)
    if isinstance(node, Collection):
        said = "several answers stand" if node.is_mapping else "a list stands"
        ledger.tell(node.line, path, f"{said} where one answer is asked.", "write one answer.")
        return ABSENT
    return _written(ledger, node, slot, path)


def _written(ledger: Ledger, node: Scalar | Fault, slot: Slot, path: str) -> Any:
    cut = answers.cut_short(node) if slot.type is str and isinstance(node, Scalar) else None
    if cut:
        return ledger.refuse(node.line, path, cut)
    if _is_absent(ledger, node, path) or isinstance(node, Fault) or ledger.is_spoiled(node, path):
        return ABSENT
    answer = _reader(slot.type, slot.form)(node)
    if isinstance(answer, Refusal):
        return ledger.refuse(node.line, node.column or path, answer)
    if slot.form == "trust":
        ledger.references.append((node.line, path, node.text))
    return answer


def _list(ledger: Ledger, node: Node, slot: Slot, path: str) -> Any:
    if _is_absent(ledger, node, path):
        return ABSENT
    if isinstance(node, Collection) and not node.is_mapping:
        return _items(ledger, node, slot, path)
    fix = "write a list: begin each item with a hyphen."
    if isinstance(node, Scalar) and not slot.is_record:
        fix = f"write a list: [{shown(node.text)[1:-1]}]."
    ledger.tell(node.line, path, "one answer stands where a list is asked.", fix)
    return ABSENT


def _items(ledger: Ledger, node: Collection, slot: Slot, path: str) -> tuple[Any, ...]:
    found = []
    seen: dict[str, int] = {}
    for index, item in enumerate(node.children):
        sub = f"{path}[{_address(ledger, item, index, slot, seen, path)}]"
        ledger.lines[sub] = item.line
        if isinstance(item, Scalar) and answers.is_null(item):
            ledger.tell(item.line, sub, "an item of the list is empty.", "write it, or take its hyphen out.")
            continue
        answer = _one(ledger, item, slot, sub)
        if answer is not ABSENT:
            found.append(answer)
    return tuple(found)


def _address(ledger: Ledger, item: Node, index: int, slot: Slot, seen: dict[str, int], path: str) -> str:
    """Return an item's id where it has a good one of its own, and its index where not."""
    mark = id_of(item) if slot.is_record and "id" in slots(slot.type) else None
    if mark is None or not answers.ID.fullmatch(mark.text):
        return str(index)
    if mark.text in seen:
        what = f"the id `{mark.text}` is given twice; the first time on line {seen[mark.text]}."
        ledger.tell(mark.line, f"{path}[{index}].id", what, "give each its own id.")
        return str(index)
    seen[mark.text] = mark.line
    return mark.text


def id_of(item: Node) -> Scalar | None:
    """Return what is written as the id of an item, where anything is."""
    if not isinstance(item, Collection) or not item.is_mapping:
        return None
    ids = (value for key, value in pairs(item) if isinstance(key, Scalar) and key.text == "id")
    found = next(ids, None)
    return found if isinstance(found, Scalar) and not answers.is_null(found) else None
