"""The paths of a case file, such as ``trusts[share].assets[0].value``: the question and the answer that each names."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import Case

_STEP = re.compile(r"(\w+)|\[([^\]]+)\]")


def steps(path: str) -> list[str]:
    """Take a path such as ``trusts[share].security.permitted`` apart."""
    return [name or key for name, key in _STEP.findall(path)]


def answer(case: Any, path: str) -> Any:
    """Give the answer at a path; None where it, or what it stands in, is not answered."""
    return at(case, steps(path))


def question(path: str) -> SchemaField | None:
    """Give the question that a path names; None for a whole record, or for no question."""
    shape: type | None = Case
    field = None
    for step in re.sub(r"\[[^\]]*\]", "", path).split("."):
        field = schema_fields(shape).get(step) if shape and is_dataclass(shape) else None
        shape = field.type if field else None
    return field


def at(thing: Any, taken: list[str]) -> Any:
    """Follow the steps of a path; items of a list go by their id, or by their index from 0."""
    for step in taken:
        if thing is None:
            return None
        thing = thing[index(thing, step)] if isinstance(thing, tuple) else getattr(thing, name(thing, step))
    return thing


def name(record: Any, step: str) -> str:
    """Name the field of a record that a step means; ``return`` means ``return_``."""
    return next(one.name for one in fields(record) if one.name.rstrip("_") == step.rstrip("_"))


def index(items: tuple[Any, ...], key: str) -> int:
    """Find an item of a list by its id, or by its index from 0."""
    by_id = (place for place, item in enumerate(items) if getattr(item, "id", None) == key)
    return next(by_id, int(key) if key.isdigit() else 0)


def question_paths(shape: type = Case, above: str = "") -> Iterator[str]:
    """Return the path of every question, with ``[0]`` for the first item of a list of records."""
    for key, field in schema_fields(shape).items():
        path = f"{above}{key}"
        if field.is_record:
            yield from question_paths(field.type, f"{path}[0]." if field.is_list else f"{path}.")
        else:
            yield path
