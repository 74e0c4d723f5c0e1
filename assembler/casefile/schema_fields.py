"""The questions of a shape with their types, worked out once for each class."""

from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints


class SchemaField(NamedTuple):
    """One question: its key in the file, its name in the shape, and what it asks for."""

    key: str
    name: str
    type: type  # of the answer, or of one item of a list
    is_list: bool
    about: str
    label: str
    who: str
    form: str
    default: Any
    because: str
    absent: str

    @property
    def is_record(self) -> bool:
        """Tell whether the answer, or each item, is a set of answers of its own."""
        return is_dataclass(self.type)

    @property
    def left_out(self) -> str:
        """Return what leaving the question out means; '' where it is then open."""
        if not self.because:
            return self.absent
        taken = str(self.default)
        return f"{taken.lower() if self.type is bool else taken}, since {self.because}"


@cache
def schema_fields(shape: type) -> dict[str, SchemaField]:
    """Return the questions of a shape by their keys, in order."""
    hints = get_type_hints(shape)
    found = (_field(one, hints[one.name]) for one in fields(shape))
    return {field.key: field for field in found}


@cache
def defaulted(shape: type) -> tuple[SchemaField, ...]:
    """Return the questions of a shape that have a default."""
    return tuple(field for field in schema_fields(shape).values() if field.because)


def _field(declared: Any, hint: Any) -> SchemaField:
    inner = _without_none(hint)
    is_list = get_origin(inner) is tuple
    kind = get_args(inner)[0] if is_list else inner
    key = declared.name.rstrip("_")
    return SchemaField(key, declared.name, kind, is_list, default=declared.default, **declared.metadata)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(one for one in get_args(hint) if one is not type(None))
    return hint
