"""Write an answer into the text of a case file, and change nothing else: comments, order and quotes stay.

The edits are our own, on the places that PyYAML's parser gives. A round trip through ruamel.yaml keeps comments, and
still rewrites lines that nobody touched: it folds long ones, joins the two of `-` and its first key, and drops the
indent of lists.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, NamedTuple, TypeAlias

from assembler.casefile import paths
from assembler.casefile.located import Spot, locate
from assembler.casefile.parsers import ID
from assembler.casefile.placing import Style, above, after, deepest_line, place_of_key
from assembler.casefile.scalars import block, scalar
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import Case

Written: TypeAlias = str | tuple[str, ...] | None
"""An answer in the form of the case file; several for a list; None to leave the question open."""


class _Step(NamedTuple):
    """One step of a path: a key with its question, or an item of a list with its index or id."""

    name: str
    field: SchemaField
    is_item: bool = False


def write_back(text: str, path: str, written: Written) -> str:
    """Return the text of a case file with the answer to one question written into it.

    The answer takes the place of the former one, or stands where its question has its place among those answered.
    An item after the last of a list is added to it. An answer that stands already changes nothing. The form of the
    answer is the caller's to hold (`understood`); a list of records is written item by item, or is said to be empty.

    Raises `ValueError` for a path that is no question, a text that is no case file, and a place where the answer
    cannot be put without touching others.
    """
    steps = _steps(path, written)
    root = locate(text)
    edited = _edited(text, root, steps, written)
    if edited != text:
        _prove(root.plain() if root else None, edited, steps, written)
    return edited


def _steps(path: str, written: Written) -> list[_Step]:
    shape: type = Case
    found: list[_Step] = []
    for key, item in paths.parts(path):
        field = schema_fields(shape).get(key) if shape else None
        if field is None:
            msg = f"no question has the path {path}"
            raise ValueError(msg)
        found.append(_Step(key, field))
        if item:
            found.append(_Step(item, field._replace(is_list=False), is_item=True))
        shape = field.type
    none = written == () and found and found[-1].field.is_list
    if not found or (found[-1].field.is_record and not none):
        msg = f"{path} is not one question"
        raise ValueError(msg)
    return found


def _edited(text: str, root: Spot | None, steps: Sequence[_Step], written: Written) -> str:
    style = Style.of(text, root)
    if root is None or root.is_null:
        return text if written is None else _joined(text, _block(steps, written, "", style), style)
    spot, key, depth = _reach(root, steps)
    rest = steps[depth:]
    if not rest:
        return _replaced(text, spot, key, steps[-1].field, written, style)
    if written is None:
        return text
    if spot.is_null:
        return _filled(text, spot, key, rest, written, style)
    if rest[0].is_item:
        return _appended(text, spot, rest, written, style)
    return _inserted(text, spot, steps[depth - 1].field.type if depth else Case, rest, written, style)


def _reach(root: Spot, steps: Sequence[_Step]) -> tuple[Spot, Spot, int]:
    """Follow the steps as far as the text goes: the last node, its key, and how many steps led to it."""
    spot, key = root, root
    for depth, step in enumerate(steps):
        below = _below(spot, step)
        if below is None:
            return spot, key, depth
        key, spot = below
    return spot, key, len(steps)


def _below(spot: Spot, step: _Step) -> tuple[Spot, Spot] | None:
    if spot.is_null:
        return None
    wanted = "list" if step.is_item else "mapping"
    if spot.kind != wanted:
        msg = f"line {spot.line + 1} holds something else than the answers sought"
        raise ValueError(msg)
    if not step.is_item:
        return next(((key, value) for key, value in spot.pairs() if key.text == step.name), None)
    named = [item for item in spot.children if _id(item) == step.name]
    if not named and step.name.isdigit():
        named = spot.children[int(step.name) :][:1]
    return (named[0], named[0]) if named else None


def _id(item: Spot) -> str | None:
    pairs = item.pairs() if item.kind == "mapping" else []
    return next((value.text for key, value in pairs if key.text == "id"), None)


def _replaced(text: str, spot: Spot, key: Spot, field: SchemaField, written: Written, style: Style) -> str:
    former = spot.plain()
    if former == (list(written) if isinstance(written, tuple) else written):
        return text
    before, after = text[: spot.start], text[spot.end :]
    if written is None:
        return f"{before}{'' if before.endswith(' ') else ' '}null{after}"
    if spot.kind == "list" and not spot.flow and isinstance(written, tuple) and written:
        return _relisted(text, spot, field, written, style)
    gap = " " if before.endswith(":") else ""
    return f"{before}{gap}{_value(field, written, spot, key, style)}{after}"


def _value(field: SchemaField, written: str | tuple[str, ...], spot: Spot, key: Spot, style: Style) -> str:
    in_flow = style.is_in_flow(key)
    if isinstance(written, str) and "\n" in written and not in_flow:
        return block(written, " " * (key.column + style.indent), style.newline)
    return _flow_value(field, written, style, spot.style if spot.kind == "scalar" else "", in_flow)


def _flow_value(
    field: SchemaField, written: Written, style: Style, quote: str = "", in_flow: bool = True
) -> str:
    if isinstance(written, str):
        return scalar(field, written, style=quote, in_flow=in_flow, is_json=style.is_json)
    return f"[{', '.join(scalar(field, one, in_flow=True, is_json=style.is_json) for one in written or ())}]"


def _relisted(text: str, spot: Spot, field: SchemaField, written: tuple[str, ...], style: Style) -> str:
    """Write a list that has a line for each item: those that stay at its beginning are not touched."""
    kept = 0
    while kept < len(spot.children) and kept < len(written) and spot.children[kept].text == written[kept]:
        kept += 1
    end = deepest_line(text, spot)
    start = spot.children[kept].start if kept < len(spot.children) else end
    start = text.rfind("\n", 0, start) + 1 if kept < len(spot.children) else end
    dash = " " * spot.column + "- "
    lines = style.newline.join(dash + scalar(field, one) for one in written[kept:])
    if kept == len(spot.children):
        return f"{text[:end]}{style.newline}{lines}{text[end:]}"
    return text[:start] + lines + text[end:] if lines else text[:start].rstrip("\r\n") + text[end:]


def _filled(text: str, spot: Spot, key: Spot, rest: Sequence[_Step], written: Written, style: Style) -> str:
    """Write answers under a key that has nothing under it yet."""
    before, after = text[: spot.start], text[spot.end :]
    if style.is_in_flow(key):
        return f"{before}{'' if before.endswith(' ') else ' '}{_flow(rest, written, style)}{after}"
    lines = _block(rest, written, " " * (key.column + (style.dash if rest[0].is_item else style.indent)), style)
    bare = text[: spot.start].rstrip(" ") + text[spot.end :]
    end = deepest_line(bare, Spot(spot.start, len(text[: spot.start].rstrip(" ")), 0, 0, "scalar"))
    asked = None if rest[0].is_item else style.commented(bare, end, key.column + 1, rest[0].name)
    if asked:
        lines = _block(rest, written, " " * asked.column, style)
        return bare[: asked.start] + style.newline.join(lines) + bare[asked.end :]
    return bare[:end] + "".join(style.newline + line for line in lines) + bare[end:]


def _appended(text: str, spot: Spot, rest: Sequence[_Step], written: Written, style: Style) -> str:
    """Add an item to a list."""
    if spot.flow and (spot.children or style.is_in_flow(spot) or style.is_json):
        return _among(text, spot, len(spot.children), _flow(rest, written, style), style)
    if spot.flow:  # an empty list: from now on it has a line for each item
        start = text.rfind("\n", 0, spot.start) + 1
        column = len(text[start : spot.start]) - len(text[start : spot.start].lstrip(" -"))
        lines = _block(rest, written, " " * (column + style.dash), style)
        before = text[: spot.start].rstrip(" ")
        return before + "".join(style.newline + line for line in lines) + text[spot.end :]
    end, last = after(text, spot, spot.column), spot.children[-1]
    indent = " " * spot.column
    if last.flow:
        lines = [f"{indent}- {_flow(rest, written, style)}"]
    else:
        parted = last.line > _dash_line(text, last)
        lines = _block(rest, written, indent, style, parted)
    return text[:end] + "".join(style.newline + line for line in lines) + text[end:]


def _dash_line(text: str, item: Spot) -> int:
    return text.count("\n", 0, text.rfind("-", 0, item.start))


def _inserted(text: str, spot: Spot, shape: type, rest: Sequence[_Step], written: Written, style: Style) -> str:
    """Add a key to a record, after those that are asked before it."""
    number = place_of_key(spot, shape, rest[0].name)
    if spot.flow:
        return _among(text, spot, number, _pair(rest, written, style), style)
    lines = _block(rest, written, " " * spot.column, style)
    pairs = spot.pairs()
    start = after(text, pairs[number - 1][1], spot.column) if number else above(text, spot.start)
    asked = style.commented(text, start, spot.column, rest[0].name)
    if asked:
        return text[: asked.start] + style.newline.join(lines) + text[asked.end :]
    if number:
        return text[:start] + "".join(style.newline + line for line in lines) + text[start:]
    lines[0] = lines[0].lstrip(" ")
    return text[: spot.start] + style.newline.join(lines) + style.newline + " " * spot.column + text[spot.start :]


def _among(text: str, spot: Spot, number: int, entry: str, style: Style) -> str:
    """Add an entry to what stands in brackets or braces."""
    each = 2 if spot.kind == "mapping" else 1
    count = len(spot.children) // each
    if not count:
        return text[: spot.start + 1] + entry + text[spot.end - 1 :]
    first = spot.children[min(number, count - 1) * each]
    row = text.rfind("\n", 0, first.start) + 1
    owns_line = not text[row : first.start].strip()
    parting = f",{style.newline}{text[row : first.start]}" if owns_line else ", "
    if number < count:
        return text[: first.start] + entry + parting + text[first.start :]
    end = spot.children[-1].end
    return text[:end] + parting + entry + text[end:]


def _pair(rest: Sequence[_Step], written: Written, style: Style) -> str:
    key = f'"{rest[0].name}"' if style.is_json else rest[0].name
    return f"{key}: {_flow(rest[1:], written, style, rest[0].field)}"


def _flow(rest: Sequence[_Step], written: Written, style: Style, field: SchemaField | None = None) -> str:
    """Return what is under a key, or an item, in brackets and braces."""
    if not rest:
        assert field is not None
        return _flow_value(field, written, style)
    if field is not None and rest[0].is_item:
        return f"[{_flow(rest, written, style)}]"
    if not rest[0].is_item:
        return f"{{{_pair(rest, written, style)}}}"
    if len(rest) == 1:
        return _flow_value(rest[0].field, written, style)
    answers = [_pair(rest[1:], written, style)]
    if not rest[0].name.isdigit() and rest[1].name != "id":
        answers.insert(0, f'"id": "{rest[0].name}"' if style.is_json else f"id: {rest[0].name}")
    return f"{{{', '.join(answers)}}}"


def _block(
    rest: Sequence[_Step], written: Written, indent: str, style: Style, parted: bool = False
) -> list[str]:
    """Return the lines of what is under a key, or an item; ``parted`` is an item whose hyphen has its own line."""
    step, under = rest[0], rest[1:]
    if step.is_item:
        return _item(step, under, written, indent, style, parted)
    if under:
        deeper = indent + " " * (style.dash if under[0].is_item else style.indent)
        return [f"{indent}{step.name}:", *_block(under, written, deeper, style)]
    if isinstance(written, str) and "\n" in written:
        return f"{indent}{step.name}: {block(written, indent + ' ' * style.indent, chr(10))}".split("\n")
    return [f"{indent}{step.name}: {_flow_value(step.field, written, style, in_flow=False)}"]


def _item(
    step: _Step, under: Sequence[_Step], written: Written, indent: str, style: Style, parted: bool
) -> list[str]:
    if not under:
        return [f"{indent}- {_flow_value(step.field, written, style, in_flow=False)}"]
    inner = indent + (" " * style.indent if parted else "  ")
    own = [f"{inner}id: {step.name}"] if not step.name.isdigit() and ID.fullmatch(step.name) else []
    lines = [*([] if under[0].name == "id" else own), *_block(under, written, inner, style)]
    if parted:
        return [f"{indent}-", *lines]
    return [f"{indent}- {lines[0].lstrip(' ')}", *lines[1:]]


def _joined(text: str, lines: Sequence[str], style: Style) -> str:
    gap = "" if not text or text.endswith("\n") else style.newline
    return text + gap + style.newline.join(lines) + style.newline


def _prove(former: Any, edited: str, steps: Sequence[_Step], written: Written) -> None:
    """Hold the edited text to say what the former did, but for the one answer."""
    wanted = _with(deepcopy(former), list(steps), written)
    found = locate(edited)
    if (found.plain() if found else None) != wanted:
        msg = "the answer cannot be put there without touching others"
        raise ValueError(msg)


def _with(said: Any, steps: list[_Step], written: Written) -> Any:
    if not steps:
        return list(written) if isinstance(written, tuple) else written
    step, *rest = steps
    if step.is_item:
        said = said or []
        place = next(iter(_places(said, step.name)), len(said))
        own = {} if step.name.isdigit() or not rest else {"id": step.name}
        item = said[place] if place < len(said) else own or None
        return [*said[:place], _with(item, rest, written), *said[place + 1 :]]
    if written is None and (said is None or step.name not in said):
        return said
    return {**(said or {}), step.name: _with((said or {}).get(step.name), rest, written)}


def _places(items: Sequence[Any], name: str) -> Iterator[int]:
    yield from (place for place, item in enumerate(items) if isinstance(item, dict) and item.get("id") == name)
    if name.isdigit() and int(name) < len(items):
        yield int(name)
