"""Find the question and the answer that a path of a case file names."""

import re
from dataclasses import fields, is_dataclass
from typing import Any

from assembler.casefile.shape import Case
from assembler.casefile.slots import Slot, slots

_STEP = re.compile(r"(\w+)|\[([^\]]+)\]")


def steps(path: str) -> list[str]:
    """Take a path such as ``trusts[share].security.permitted`` apart."""
    return [name or key for name, key in _STEP.findall(path)]


def answer(case: Any, path: str) -> Any:
    """Give the answer at a path; None where it, or what it stands in, is not answered."""
    return at(case, steps(path))


def question(path: str) -> Slot | None:
    """Give the question that a path names; None for a whole record, or for no question."""
    shape: type | None = Case
    slot = None
    for step in re.sub(r"\[[^\]]*\]", "", path).split("."):
        slot = slots(shape).get(step) if shape and is_dataclass(shape) else None
        shape = slot.type if slot else None
    return slot


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
