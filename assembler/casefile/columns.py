"""The columns of a table of cases: each is the path of a question, the items of lists numbered from 1."""

import re
from functools import cache

from assembler.casefile.answers import Refusal
from assembler.casefile.characters import shown
from assembler.casefile.nearest import nearest
from assembler.casefile.shape import Case
from assembler.casefile.slots import Slot, slots
from assembler.casefile.starter import paths

_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_MARKED = re.compile(r"\[[^\[\]]*\]")
_STEP = re.compile(r"(?<=\.)[0-9]{1,4}(?=\.|$)")
_SCHEMA = "`qdot schema` lists the questions; number the items of a list from 1, as in `trusts.1.name`."
_LISTS = "name it by the path of a list, such as `executor`, `trusts` or `trusts.1.trustees`."


@cache
def columns(shape: type = Case) -> tuple[str, ...]:
    """Return the column of every question, in order, with 1 for the first item of a list."""
    return tuple(path.replace("[0]", ".1") for path in paths(shape))


def column(path: str, shape: type = Case) -> Slot | Refusal:
    """Return the question that a column asks, or why it asks none.

    ``trusts.1.security.permitted.1`` is one answer out of a list; ``trusts.1.security.permitted`` and
    ``trusts.1.trustees`` are whole lists, and their slots say so.
    """
    return _slot(path.split("."), shape) or Refusal(f"{shown(path)} is not a question we ask.", _fix(path, shape))


def listed(path: str) -> type | Refusal:
    """Return the shape of the items of the list of records that has this path, or why there is none."""
    slot = _slot(path.split("."), Case)
    if slot and slot.is_list and slot.is_record:
        return slot.type
    near = _nearest(path, _lists())
    fix = f"did you mean `{near}`?" if near else _LISTS
    return Refusal(f"{shown(path)} is not a list of the case file.", fix)


def _slot(steps: list[str], shape: type) -> Slot | None:
    """Return the question at the end of these steps; of a set of questions, none."""
    slot, rest = slots(shape).get(steps[0]), steps[1:]
    if slot is None:
        return None
    if slot.is_list and rest:
        if not _NUMBER.fullmatch(rest[0]):
            return None
        slot, rest = slot._replace(is_list=False), rest[1:]
    if rest:
        return _slot(rest, slot.type) if slot.is_record else None
    return None if slot.is_record and not slot.is_list else slot


def _fix(path: str, shape: type) -> str:
    near = _nearest(path, columns(shape))
    return f"did you mean `{near}`?" if near else _SCHEMA


def _nearest(path: str, known: tuple[str, ...]) -> str | None:
    """Return the known path most like this one, with the numbers that this one has."""
    plain = _MARKED.sub(".1", path)
    sought = _STEP.sub("1", plain)
    near = next((one for one in known if one.endswith(f".{sought}")), None) or nearest(sought, known)
    numbers = iter(_STEP.findall(plain))
    return near and _STEP.sub(lambda one: str(int(next(numbers, "1")) or 1), near)


@cache
def _lists(shape: type = Case, above: str = "") -> tuple[str, ...]:
    found: list[str] = []
    for key, slot in slots(shape).items():
        if slot.is_record:
            path = f"{above}{key}"
            found += [path] if slot.is_list else []
            found += _lists(slot.type, f"{path}.1." if slot.is_list else f"{path}.")
    return tuple(found)
