"""The case file to begin with: what is answered stands, and every other question is a comment."""

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.shape import FORMAT, Case
from assembler.casefile.slots import Slot, slots

_HEAD = """\
# A case file of qdot-assembler. Answer what you know; take the # from a question to answer it.
# A question left out is an open point in the draft, with the name of who can answer it.
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


def paths(shape: type = Case, above: str = "") -> Iterable[str]:
    """Return the path of every question, with ``[0]`` for the first item of a list of records."""
    for key, slot in slots(shape).items():
        path = f"{above}{key}"
        if slot.is_record:
            yield from paths(slot.type, f"{path}[0]." if slot.is_list else f"{path}.")
        else:
            yield path


def _refuse_unknown(given: Mapping[str, str]) -> None:
    known = set(paths())
    unknown = [path for path in given if _INDEX.sub("[0]", path) not in known]
    if unknown:
        msg = f"no question has the path {', '.join(unknown)}"
        raise ValueError(msg)


def _record(shape: type, given: Mapping[str, str], above: str, indent: str) -> list[str]:
    lines: list[str] = []
    for key, slot in slots(shape).items():
        if not above:
            lines.append("")
        lines += _question(slot, given, f"{above}{key}", indent)
    return lines


def _question(slot: Slot, given: Mapping[str, str], path: str, indent: str) -> list[str]:
    about = _about(slot, indent)
    if not slot.is_record:
        return [*about, _answer(slot, given.get(path), indent)]
    if not slot.is_list:
        return [*about, f"{indent}{slot.key}:", *_record(slot.type, given, f"{path}.", indent + "  ")]
    items = [line for index in range(_count(given, path)) for line in _item(slot, given, f"{path}[{index}]", indent)]
    if items:
        return [*about, f"{indent}{slot.key}:", *items]
    return [*about, *_commented([f"{slot.key}:", *_bare_item(slot)], indent)]


def _item(slot: Slot, given: Mapping[str, str], path: str, indent: str) -> list[str]:
    return [f"{indent}  -", *_record(slot.type, given, f"{path}.", indent + "    ")]


def _bare_item(slot: Slot) -> list[str]:
    """Return the questions of one item, to be answered once the whole item is uncommented."""
    lines = []
    for one in slots(slot.type).values():
        lines += [*_about(one, "    "), *(_nested(one) if one.is_record else [f"    {one.key}:"])]
    return ["  -", *lines]


def _nested(slot: Slot) -> list[str]:
    """Return the questions of a set within an item, which stay comments when the item is uncommented."""
    item = _bare_item(slot)
    return _commented([f"{slot.key}:", *(item if slot.is_list else item[1:])], "    ")


def _commented(lines: Iterable[str], indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in lines]


def _count(given: Mapping[str, str], path: str) -> int:
    """Return how many items of a list have answers, counting those passed over."""
    found = (_INDEX.match(one, len(path)) for one in given if one.startswith(path))
    return max((int(index.group(1)) + 1 for index in found if index), default=0)


def _about(slot: Slot, indent: str) -> list[str]:
    """Return what is asked, as comments: the question, who can answer it, and the answers there are."""
    who = "" if slot.who == "attorney" else f" (Ask: {slot.who}.)"
    lines = textwrap.wrap(slot.about + who, _WIDTH)
    if issubclass(slot.type, StrEnum):
        many = "Any of" if slot.is_list else "One of"
        lines += textwrap.wrap(f"{many}: {', '.join(slot.type)}.", _WIDTH, break_on_hyphens=False)
    if slot.is_list and not slot.is_record:
        lines.append("Write them in brackets, with commas between.")
    return _commented(lines, indent)


def _answer(slot: Slot, text: str | None, indent: str) -> str:
    if text is None:
        return f"{indent}# {slot.key}:"
    if not slot.is_list:
        return f"{indent}{slot.key}: {_scalar(slot, text)}"
    items = ", ".join(_scalar(slot, one.strip()) for one in text.split(",") if one.strip())
    return f"{indent}{slot.key}: [{items}]"


def _scalar(slot: Slot, text: str) -> str:
    """Return an answer as YAML: bare where its type has a bare form, and in quotes otherwise."""
    is_bare = issubclass(slot.type, (bool, int, date, Decimal, StrEnum)) or slot.form not in ("", "lines")
    return text if is_bare and _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
