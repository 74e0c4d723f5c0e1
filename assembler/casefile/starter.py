"""The case file to begin with: what is answered stands, and other questions, all or those that matter, are comments."""

import json
import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from assembler.casefile.located import Spot, locate
from assembler.casefile.paths import question_paths
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import FORMAT, Case

_HEAD = """\
# A case file of qdot-assembler. Answer what you know; take the # from a question to answer it.
# A question left out is an open point in the draft, unless it says here what leaving it out means.
# Dates as 2026-02-11, money as 663100.00, true or false without quotes.
# Names exactly as signed; in quotes where they hold a colon or a number sign.
"""
_NO_ITEMS = "[]"
_ENDS = re.compile(r"[.\[]")
_Wanted: TypeAlias = Collection[str] | None  # the paths that are written; all where nothing is said of them
_FIRST_TRUST = "qdot"
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
_INDEX = re.compile(r"\[(\d+)\]")
_WIDTH = 100


def starter(answers: Mapping[str, str], relevant: Collection[str] | None = None) -> str:
    """Return a case file with these answers, by path, such as ``trusts[0].trustees[0].name``.

    Items of lists go by index; several scalars of one list stand between commas, and `[]` is a list
    of nothing. An empty answer leaves its question open; it stands as a comment, if it is among the
    ``relevant`` or nothing is said of these. The file reads clean as far as the answers do, and once
    `as_of` is among them, since no date can be taken for granted.

    Raises `ValueError` for a path that is no question: the caller's error, not the attorney's.
    """
    given = {path: text for path, text in answers.items() if text.strip()}
    _refuse_unknown(given)
    given |= {"format": str(FORMAT)}
    if relevant is None or any(path.startswith("trusts[0]") for path in (*given, *relevant)):
        given.setdefault("trusts[0].id", _FIRST_TRUST)
    wanted = None if relevant is None else frozenset(_openings((*given, *relevant)))
    return _HEAD + "\n".join(_record(Case, given, "", "", wanted)) + "\n"


def answers_in(text: str) -> dict[str, str]:
    """Return the answers of a case file as `starter` takes them.

    Raises `ValueError` for a text that is not YAML.
    """
    root = locate(text)
    return dict(_answers_of(root, "", Case)) if root and root.kind == "mapping" else {}


def _answers_of(spot: Spot, above: str, shape: type) -> Iterator[tuple[str, str]]:
    for key, value in spot.pairs():
        field, path = schema_fields(shape).get(key.text), above + key.text
        if field is None or value.is_null:
            continue
        if value.kind == "scalar":
            yield path, value.text
        elif value.kind == "mapping":
            yield from _answers_of(value, f"{path}.", field.type)
        elif not field.is_record or not value.children:
            yield path, ", ".join(one.text for one in value.children) or _NO_ITEMS
        else:
            for number, item in enumerate(value.children):
                yield from _answers_of(item, f"{path}[{number}].", field.type)


def _openings(found: Iterable[str]) -> Iterator[str]:
    """Give paths, and those of all in which they stand."""
    for path in found:
        yield path
        yield from (path[: end.start()] for end in _ENDS.finditer(path))


def _refuse_unknown(given: Mapping[str, str]) -> None:
    known = set(question_paths())
    unknown = [path for path, text in given.items() if _INDEX.sub("[0]", path) not in known and text != _NO_ITEMS]
    if unknown:
        msg = f"no question has the path {', '.join(unknown)}"
        raise ValueError(msg)


def _record(shape: type, given: Mapping[str, str], above: str, indent: str, wanted: _Wanted) -> list[str]:
    lines: list[str] = []
    for key, field in schema_fields(shape).items():
        if wanted is not None and f"{above}{key}" not in wanted:
            continue
        if not above:
            lines.append("")
        lines += _question(field, given, f"{above}{key}", indent, wanted)
    return lines


def _question(
    field: SchemaField, given: Mapping[str, str], path: str, indent: str, wanted: _Wanted
) -> list[str]:
    about = _about(field, indent)
    if not field.is_record or given.get(path) == _NO_ITEMS:
        return [*about, _answer(field, given.get(path), indent)]
    if not field.is_list:
        return [*about, f"{indent}{field.key}:", *_record(field.type, given, f"{path}.", indent + "  ", wanted)]
    every = (f"{path}[{index}]" for index in range(_count(given, path)))
    items = [line for item in every for line in _item(field, given, item, indent, wanted)]
    if items:
        return [*about, f"{indent}{field.key}:", *items]
    return [*about, *_commented([f"{field.key}:", *_bare_item(field, f"{path}[0].", wanted)], indent)]


def _item(
    field: SchemaField, given: Mapping[str, str], path: str, indent: str, wanted: _Wanted
) -> list[str]:
    return [f"{indent}  -", *_record(field.type, given, f"{path}.", indent + "    ", wanted)]


def _bare_item(field: SchemaField, above: str, wanted: _Wanted) -> list[str]:
    """Return the questions of one item, to be answered once the whole item is uncommented."""
    lines = []
    for one in schema_fields(field.type).values():
        if wanted is None or f"{above}{one.key}" in wanted:
            inner = _nested(one, f"{above}{one.key}", wanted) if one.is_record else [f"    {one.key}:"]
            lines += [*_about(one, "    "), *inner]
    return ["  -", *lines]


def _nested(field: SchemaField, path: str, wanted: _Wanted) -> list[str]:
    """Return the questions of a set within an item, which stay comments when the item is uncommented."""
    item = _bare_item(field, f"{path}[0]." if field.is_list else f"{path}.", wanted)
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
    if text == _NO_ITEMS:
        return f"{indent}{field.key}: {_NO_ITEMS}"
    if not field.is_list:
        return f"{indent}{field.key}: {_scalar(field, text)}"
    items = ", ".join(_scalar(field, one.strip()) for one in text.split(",") if one.strip())
    return f"{indent}{field.key}: [{items}]"


def _scalar(field: SchemaField, text: str) -> str:
    """Return an answer as YAML: bare where its type has a bare form, and in quotes otherwise."""
    is_bare = issubclass(field.type, (bool, int, date, Decimal, StrEnum)) or field.form not in ("", "lines")
    return text if is_bare and _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
