"""What several cases share: a case file that lies under each, and gives way to it."""

from dataclasses import dataclass

from assembler.casefile import parsers
from assembler.casefile.binder import id_of
from assembler.casefile.nodes import Collection, Node, Scalar, pairs
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import Case


@dataclass(frozen=True)
class Base:
    """The file with what several cases share: how problems call it, and its bytes."""

    name: str
    data: bytes


def over(base: Collection, case: Collection, shape: type = Case) -> Collection:
    """Lay the answers of a case over those of the base.

    The case's own answer stands, and what it does not answer is the base's. The items of a list that
    have an id by our questions, such as trusts and assets, are laid over each other: one over the one
    with its id, or, where either has none, over the one at its place; the base's other items stay. Any
    other list of the case stands alone.
    """
    known = schema_fields(shape)
    shared = {key.text: (key, value) for key, value in pairs(base) if isinstance(key, Scalar)}
    children: list[Node] = []
    for key, value in pairs(case):
        if not isinstance(key, Scalar) or key.text not in shared:
            children += [key, value]
        elif not parsers.is_null(value):
            children += [key, _either(shared.pop(key.text)[1], value, known.get(key.text))]
    for pair in shared.values():
        children += pair
    return case._replace(children=children)


def _either(base: Node, case: Node, field: SchemaField | None) -> Node:
    """Return the case's answer, laid over the base's where both are sets of answers or items with ids."""
    if field is None or not field.is_record or not isinstance(base, Collection) or not isinstance(case, Collection):
        return case
    if base.is_mapping is not case.is_mapping or case.is_mapping is field.is_list:
        return case
    if not field.is_list:
        return over(base, case, field.type)
    return _items(base, case, field) if "id" in schema_fields(field.type) and case.children else case


def _items(base: Collection, case: Collection, field: SchemaField) -> Collection:
    found = list(base.children)
    fellows = _fellows(base.children, case.children)
    for index, item in enumerate(case.children):
        if index in fellows:
            under = fellows[index]
            found[under] = _either(found[under], item, field._replace(is_list=False))
        else:
            found.append(item)
    return case._replace(children=found)


def _fellows(base: list[Node], case: list[Node]) -> dict[int, int]:
    """Return, for each item of the case that lies over one of the base, the index of that one."""
    theirs, own = [_id(item) for item in base], [_id(item) for item in case]
    found = {own.index(id_): index for index, id_ in enumerate(theirs) if id_ and id_ in own}
    for index, id_ in enumerate(own[: len(base)]):
        if index not in found and index not in found.values() and not (id_ and theirs[index]):
            found[index] = index
    return found


def _id(item: Node) -> str | None:
    written = id_of(item)
    return written.text if written else None
