"""The case file's form as a JSON Schema, for editors that check while one writes."""

from enum import StrEnum
from typing import Any

from assembler.casefile.choices import CODES
from assembler.casefile.parsers import ID
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import FORMAT, REQUIRED, Case

_DIGITS = r"^\+?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$"
_AMOUNT: dict[str, Any] = {"type": ["number", "string"], "minimum": 0, "pattern": _DIGITS}
_FORMS: dict[str, dict[str, Any]] = {
    "format": {"const": FORMAT},
    "number": {"type": ["string", "number"], "minLength": 1},
    "id": {"type": ["string", "integer"], "pattern": f"^{ID.pattern}$"},
    "trust": {"type": ["string", "integer"], "pattern": f"^{ID.pattern}$"},
    "country": {"type": "string", "enum": sorted(CODES)},
    "place": {"type": "string", "minLength": 1},
    "state": {"type": "string", "minLength": 1},
    "month-day": {"type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
    "money": {**_AMOUNT, "maximum": 10**15},
    "percent": {**_AMOUNT, "maximum": 100},
    "count": {"type": ["integer", "string"], "minimum": 0, "maximum": 999999, "pattern": "^[0-9]{1,6}$"},
    "lines": {"type": "string", "minLength": 1},
}
_TYPES: dict[str, dict[str, Any]] = {
    "bool": {"type": "boolean"},
    "date": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "str": {"type": "string", "minLength": 1},
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a case file.

    It accepts every file that `read` accepts, and refuses most that `read` refuses: what a schema
    cannot say, such as that February has no thirtieth day, is left to `read`.
    """
    definitions: dict[str, Any] = {}
    root = _record(Case, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:qdot-assembler:case-file:1",
        "title": "A case file of qdot-assembler",
        **root,
        "required": list(REQUIRED),
        "$defs": definitions,
    }


def _record(shape: type, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {key: _property(field, definitions) for key, field in schema_fields(shape).items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _property(field: SchemaField, definitions: dict[str, Any]) -> dict[str, Any]:
    asked = _item(field, definitions)
    if field.is_list:
        asked = {"type": "array", "items": asked}
    described: dict[str, Any] = {"description": _description(field)}
    if field.because:
        described["default"] = field.default if isinstance(field.default, bool) else str(field.default)
    if field.form == "format" or field.name in REQUIRED:
        return {**described, **asked}
    return {**described, "anyOf": [asked, {"type": "null"}]}


def _description(field: SchemaField) -> str:
    who = "" if field.who == "attorney" else f" From: {field.who}."
    left_out = f" When left out: {field.left_out}." if field.left_out else ""
    return f"{field.about}{who}{left_out}"


def _item(field: SchemaField, definitions: dict[str, Any]) -> dict[str, Any]:
    name = field.type.__name__
    if field.is_record:
        if name not in definitions:
            definitions[name] = {"description": field.type.__doc__, **_record(field.type, definitions)}
        return {"$ref": f"#/$defs/{name}"}
    if issubclass(field.type, StrEnum):
        definitions[name] = {"description": field.type.__doc__, "enum": _choices(field.type)}
        return {"$ref": f"#/$defs/{name}"}
    return dict(_FORMS.get(field.form) or _TYPES[name])


def _choices(answers: type[StrEnum]) -> list[Any]:
    """Return the answers, and each that is all digits as a number too: `706` needs no quotes."""
    words: list[Any] = [one.value for one in answers]
    return words + [int(word) for word in words if word.isdigit()]
