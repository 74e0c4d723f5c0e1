"""Take an item out of a list in the text of a case file, and change nothing else."""

from copy import deepcopy
from typing import Any

from assembler.casefile import paths
from assembler.casefile.located import Spot, locate
from assembler.casefile.placing import deepest_line

ALONE = "the item cannot be taken out without touching others"


def without_item(text: str, path: str) -> str:
    """Return the text of a case file without one item of a list, such as ``trusts[katz].trustees[1]``.

    Raises `ValueError` where there is no such item, and where it cannot be taken out alone.
    """
    root = locate(text)
    found = _item(root, path) if root else None
    if found is None:
        msg = f"the file has no {path}"
        raise ValueError(msg)
    spot, number = found
    edited = _in_brackets(text, spot, number) if spot.flow else _on_lines(text, spot, number)
    read = locate(edited)
    if (read.plain() if read else None) != _without(root.plain() if root else None, paths.steps(path)):
        raise ValueError(ALONE)
    return edited


def _item(root: Spot, path: str) -> tuple[Spot, int] | None:
    """Find the list of an item, and its place there."""
    spot, number = root, -1
    for key, item in paths.parts(path):
        if number >= 0:
            spot = spot.children[number]
        pairs = spot.pairs() if spot.kind == "mapping" else []
        below = next((value for one, value in pairs if one.text == key), None)
        if below is None:
            return None
        spot, number = below, _place(below, item) if item else -1
        if item and number < 0:
            return None
    return (spot, number) if number >= 0 else None


def _place(spot: Spot, item: str) -> int:
    if spot.kind != "list":
        return -1
    ids = [_id(one) for one in spot.children]
    if item in ids:
        return ids.index(item)
    return int(item) if item.isdigit() and int(item) < len(ids) else -1


def _id(one: Spot) -> str | None:
    pairs = one.pairs() if one.kind == "mapping" else []
    return next((value.text for key, value in pairs if key.text == "id"), None)


def _in_brackets(text: str, spot: Spot, number: int) -> str:
    one, following = spot.children[number], spot.children[number + 1 : number + 2]
    if following:
        return text[: one.start] + text[following[0].start :]
    start = spot.children[number - 1].end if number else one.start
    return text[:start] + text[one.end :]


def _on_lines(text: str, spot: Spot, number: int) -> str:
    begin = _dash(text, spot.children[number])
    following = spot.children[number + 1 : number + 2]
    end = _dash(text, following[0]) if following else deepest_line(text, spot)
    if len(spot.children) == 1:
        return f"{text[:begin]}{' ' * (spot.column + 2)}[]{text[end:]}"
    return text[:begin] + text[end:] if following else text[:begin].rstrip("\r\n") + text[end:]


def _dash(text: str, item: Spot) -> int:
    """Return the beginning of the line on which the hyphen of an item stands."""
    return text.rfind("\n", 0, text.rfind("-", 0, item.start)) + 1


def _without(said: Any, steps: list[str]) -> Any:
    """Give what a file says without the item that the steps lead to."""
    *above, last = steps
    edited = deepcopy(said)
    spot = edited
    for step in above:
        spot = spot[_index(spot, step)]
    del spot[_index(spot, last)]
    return edited


def _index(spot: Any, step: str) -> Any:
    if not isinstance(spot, list):
        return step
    named = [n for n, one in enumerate(spot) if isinstance(one, dict) and one.get("id") == step]
    return named[0] if named else int(step)
