"""The case file to begin with: what is answered stands, and every other question is a comment."""

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.paths import question_paths
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import FORMAT, Case

_HEAD = """\
# A case file of qdot-assembler. Answer what you know; take the # from a question to answer it.
# A question left out is an open point in the draft, unless it says here what leaving it out means.
# Dates as 2026-02-11, money as 663100.00, true or false without quotes.
# Names exactly as signed; in quotes where they hold a colon or a number sign.
"""
_FIRST_TRUST = "qdot"
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
_INDEX = re.compile(r"\[(\d+)\]")
_WIDTH = 100


def starter(answers: Mapping[str, str]) -> str:
    """Return a case file with these answers, by path, such as ``trusts[0].trustees[0].name``.

    Items of lists go by index; several scalars of one list stand between commas. An empty answer
    leaves its question open. The file reads clean as far as the answers do, and once `as_of` is
    among them, since no date can be taken for granted.

    Raises `ValueError` for a path that is no question: the caller's error, not the attorney's.
    """
    given = {path: text for path, text in answers.items() if text.strip()}
    _refuse_unknown(given)
    given |= {"format": str(FORMAT), "trusts[0].id": given.get("trusts[0].id", _FIRST_TRUST)}
    return _HEAD + "\n".join(_record(Case, given, "", "")) + "\n"


def _refuse_unknown(given: Mapping[str, str]) -> None:
    known = set(question_paths())
    unknown = [path for path in given if _INDEX.sub("[0]", path) not in known]
    if unknown:
        msg = f"no question has the path {', '.join(unknown)}"
        raise ValueError(msg)


def _record(shape: type, given: Mapping[str, str], above: str, indent: str) -> list[str]:
    lines: list[str] = []
    for key, field in schema_fields(shape).items():
        if not above:
            lines.append("")
        lines += _question(field, given, f"{above}{key}", indent)
    return lines


def _question(field: SchemaField, given: Mapping[str, str], path: str, indent: str) -> list[str]:
    about = _about(field, indent)
    if not field.is_record:
        return [*about, _answer(field, given.get(path), indent)]
    if not field.is_list:
        return [*about, f"{indent}{field.key}:", *_record(field.type, given, f"{path}.", indent + "  ")]
    items = [line for index in range(_count(given, path)) for line in _item(field, given, f"{path}[{index}]", indent)]
    if items:
        return [*about, f"{indent}{field.key}:", *items]
    return [*about, *_commented([f"{field.key}:", *_bare_item(field)], indent)]


def _item(field: SchemaField, given: Mapping[str, str], path: str, indent: str) -> list[str]:
    return [f"{indent}  -", *_record(field.type, given, f"{path}.", indent + "    ")]


def _bare_item(field: SchemaField) -> list[str]:
    """Return the questions of one item, to be answered once the whole item is uncommented."""
    lines = []
    for one in schema_fields(field.type).values():
        lines += [*_about(one, "    "), *(_nested(one) if one.is_record else [f"    {one.key}:"])]
    return ["  -", *lines]


def _nested(field: SchemaField) -> list[str]:
    """Return the questions of a set within an item, which stay comments when the item is uncommented."""
    item = _bare_item(field)
    return _commented([f"{field.key}:", *(item if field.is_list else item[1:])], "    ")


def _commented(lines: Iterable[str], indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in lines]


def _count(given: Mapping[str, str], path: str) -> int:
    """Return how many items of a list have answers, counting those passed over."""
    found = (_INDEX.match(one, len(path)) for one in given if one.startswith(path))
    return max((int(index.group(1)) + 1 for index in found if index), default=0)


def _about(field: SchemaField, indent: str) -> list[str]:
    """Return as comments what is asked, who can answer it, which answers there are, and what leaving it out means."""
    who = "" if field.who == "attorney" else f" (Ask: {field.who}.)"
    lines = textwrap.wrap(field.about + who, _WIDTH)
    if issubclass(field.type, StrEnum):
        many = "Any of" if field.is_list else "One of"
        lines += textwrap.wrap(f"{many}: {', '.join(field.type)}.", _WIDTH, break_on_hyphens=False)
    if field.is_list and not field.is_record:
        lines.append("Write them in brackets, with commas between.")
    if field.left_out:
        lines += textwrap.wrap(f"When left out: {field.left_out}.", _WIDTH)
    return _commented(lines, indent)


def _answer(field: SchemaField, text: str | None, indent: str) -> str:
    if text is None:
        return f"{indent}# {field.key}:"
    if not field.is_list:
        return f"{indent}{field.key}: {_scalar(field, text)}"
    items = ", ".join(_scalar(field, one.strip()) for one in text.split(",") if one.strip())
    return f"{indent}{field.key}: [{items}]"


def _scalar(field: SchemaField, text: str) -> str:
    """Return an answer as YAML: bare where its type has a bare form, and in quotes otherwise."""
    is_bare = issubclass(field.type, (bool, int, date, Decimal, StrEnum)) or field.form not in ("", "lines")
    return text if is_bare and _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
