"""One answer as YAML or JSON writes it: bare where that is safe, and in quotes otherwise."""

import json
import re
import textwrap
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.nodes import Scalar, compose
from assembler.casefile.schema_fields import SchemaField

_PLAIN_START = re.compile(r"[^\W_]")
_WORDS = ("", "lines", "place", "state")
_FLOW_SIGNS = frozenset(",[]{}")


def scalar(field: SchemaField, text: str, *, style: str = "", in_flow: bool = False, is_json: bool = False) -> str:
    """Return an answer as it is written in a case file.

    ``style`` is the quotation mark that its place has had; ``in_flow`` is whether it stands in brackets or braces.
    """
    if is_json:
        return text if _is_bare_in_json(field, text) else json.dumps(text, ensure_ascii=False)
    if style == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and (_is_plain(field, text, in_flow)):
        return text
    return json.dumps(text, ensure_ascii=False)


def block(text: str, indent: str, newline: str) -> str:
    """Return a text of several lines as a block, indented."""
    return f"|-{newline}" + newline.join(textwrap.indent(text, indent).split("\n"))


def _is_bare_in_json(field: SchemaField, text: str) -> bool:
    if issubclass(field.type, StrEnum):
        return False
    return issubclass(field.type, bool) or (issubclass(field.type, int | Decimal) and _is_json(text))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _is_plain(field: SchemaField, text: str, in_flow: bool) -> bool:
    """Tell whether the text stands for itself without quotes, whatever reads the file."""
    if not _PLAIN_START.match(text) or "\n" in text or (in_flow and _FLOW_SIGNS & set(text)):
        return False
    found = compose(f"a: {text}")
    read = getattr(found, "children", [None])[-1]
    if not isinstance(read, Scalar) or read.text != text or read.lost or not read.plain:
        return False
    return field.type is not str or field.form not in _WORDS or not _reads_as_other(text)


def _reads_as_other(text: str) -> bool:
    """Tell whether some reader of YAML would take a text for a number, a date or a truth."""
    return bool(re.fullmatch(r"(?=.*[0-9])[-+.0-9_:eExXoT Z]+|true|false|yes|no|on|off|null|y|n", text, re.IGNORECASE))
