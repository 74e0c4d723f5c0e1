"""The questions of a shape with their types, worked out once for each class."""

from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints


class Slot(NamedTuple):
    """One question: its key in the file, its name in the shape, and what it asks for."""

    key: str
    name: str
    type: type  # of the answer, or of one item of a list
    is_list: bool
    about: str
    who: str
    form: str

    @property
    def is_record(self) -> bool:
        """Tell whether the answer, or each item, is a set of answers of its own."""
        return is_dataclass(self.type)


@cache
def slots(shape: type) -> dict[str, Slot]:
    """Return the questions of a shape by their keys, in order."""
    hints = get_type_hints(shape)
    found = (_slot(one.name, hints[one.name], one) for one in fields(shape))
    return {slot.key: slot for slot in found}


def _slot(name: str, hint: Any, field: Any) -> Slot:
    inner = _without_none(hint)
    is_list = get_origin(inner) is tuple
    kind = get_args(inner)[0] if is_list else inner
    about = field.metadata
    return Slot(name.rstrip("_"), name, kind, is_list, about["about"], about["who"], about["form"])


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(one for one in get_args(hint) if one is not type(None))
    return hint
