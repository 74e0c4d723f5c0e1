"""The paths of a case file, such as ``trusts[share].assets[0].value``: the question and the answer that each names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import Case

_ITEM = re.compile(r"\[[^\]]*\]")
_PART = re.compile(r"(\w+)(?:\[([^\]]+)\])?")


def parts(path: str) -> list[tuple[str, str]]:
    """Take a path apart into the keys of its questions, each with the item of its list, or with ''."""
    return _PART.findall(path)


def steps(path: str) -> list[str]:
    """Take a path apart into keys and items, as ``trusts``, ``share``, ``security`` and ``permitted``."""
    return [step for part in parts(path) for step in part if step]


def answer(case: Any, path: str) -> Any:
    """Give the answer at a path; None where it, or what it stands in, is not answered."""
    return at(case, steps(path))


def question(path: str, shape: type = Case) -> SchemaField | None:
    """Give the question that a path names; the path of an item gives that of its list."""
    field = None
    for key, _ in parts(path):
        shape = field.type if field else shape
        field = schema_fields(shape).get(key) if is_dataclass(shape) else None
        if field is None:
            return None
    return field


def by_index(case: Any, path: str) -> str:
    """Return a path with the place of each item, from 0, for its id."""
    found, record = "", case
    for key, item in parts(path):
        record = at(record, [key])
        number = index(record if isinstance(record, tuple) else (), item) if item else 0
        found += f"{'.' if found else ''}{key}{f'[{number}]' if item else ''}"
        record = at(record, [str(number)]) if item else record
    return found


def of_first_items(path: str) -> str:
    """Return a path with ``[0]`` for every item, as `question_paths` gives it."""
    return _ITEM.sub("[0]", path)


def is_one(path: str) -> bool:
    """Tell whether a path is that of one question, and not of a record or a list of them."""
    field = question(path) if path else None
    return field is not None and not field.is_record


def is_answer(path: str) -> bool:
    """Tell whether a path is that of the answer to one question, and not of an item of it."""
    return is_one(path) and not path.endswith("]")


def shape_of(path: str) -> type:
    """Give the record in which a path asks a question."""
    shape: type = Case
    for key, _ in parts(path)[:-1]:
        shape = schema_fields(shape)[key].type
    return shape


def at(thing: Any, taken: list[str]) -> Any:
    """Follow the steps of a path; items of a list go by their id, or by their index from 0."""
    for step in taken:
        if thing is None:
            return None
        if isinstance(thing, tuple):
            thing = next(iter(thing[index(thing, step) :]), None)
        else:
            thing = getattr(thing, name(thing, step))
    return thing


def with_answer(thing: Any, taken: list[str], answer: Any) -> Any:
    """Give a case, or a record of it, with the answer that the steps of a path lead to replaced."""
    if not taken:
        return answer
    first, *rest = taken
    if isinstance(thing, tuple):
        place = index(thing, first)
        return (*thing[:place], with_answer(thing[place], rest, answer), *thing[place + 1 :])
    key = name(thing, first)
    return replace(thing, **{key: with_answer(getattr(thing, key), rest, answer)})


def name(record: Any, step: str) -> str:
    """Name the field of a record that a step means; ``return`` means ``return_``."""
    shape: type = type(record)
    return _name(shape, step)


@cache
def _name(shape: type, step: str) -> str:
    return next(one.name for one in fields(shape) if one.name.rstrip("_") == step.rstrip("_"))


def index(items: tuple[Any, ...], key: str) -> int:
    """Find an item of a list by its id, or by its index from 0; the place after the last where it is not there."""
    by_id = (place for place, item in enumerate(items) if getattr(item, "id", None) == key)
    return next(by_id, int(key) if key.isdigit() else len(items))


def texts(thing: Any) -> Iterator[str]:
    """Give every text among the answers of a case, or of a record of it."""
    return (text for _, text in located_texts(thing))


def located_texts(thing: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Give every text among the answers of a case, or of a record of it, with its path."""
    for path, one in _within(thing, above):
        if type(one) is str:  # a choice is no text of the attorney's
            yield path, one
        elif isinstance(one, tuple) or is_dataclass(one):
            yield from located_texts(one, path)


def _within(thing: Any, above: str) -> Iterator[tuple[str, Any]]:
    if isinstance(thing, tuple):
        for place, one in enumerate(thing):
            yield f"{above}[{getattr(one, 'id', None) or place}]", one
    else:
        for field in fields(thing):
            yield f"{above}.{field.name.rstrip('_')}".lstrip("."), getattr(thing, field.name)


@cache
def order() -> Mapping[str, int]:
    """Give the place of each path of `question_paths`, from 0, as the case file has them."""
    return {path: number for number, path in enumerate(question_paths())}


def question_paths(shape: type = Case, above: str = "") -> Iterator[str]:
    """Return the path of every question, with ``[0]`` for the first item of a list of records."""
    for key, field in schema_fields(shape).items():
        path = f"{above}{key}"
        if field.is_record:
            yield from question_paths(field.type, f"{path}[0]." if field.is_list else f"{path}.")
        else:
            yield path
