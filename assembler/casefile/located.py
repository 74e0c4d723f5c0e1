"""YAML text as nodes that know where in the text they begin and end, so that one can be changed and the rest stay."""

from dataclasses import dataclass, field
from typing import Any

from yaml.error import YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, MappingStartEvent, ScalarEvent

from assembler.casefile.parsers import NULLS
from assembler.nesting import PureParser, events


@dataclass
class Spot:
    """One node: its span in the text, the column where it begins, and what it holds.

    ``flow`` is whether it stands in brackets or braces, and ``style`` is the quotation mark of a scalar, or ``|`` or
    ``>``, or empty. The children of a mapping are its keys and values in turn. The span of a collection without
    brackets ends with its last answer, before any comment.
    """

    start: int
    end: int
    column: int
    line: int
    kind: str  # scalar, mapping or list
    text: str = ""
    style: str = ""
    flow: bool = False
    children: "list[Spot]" = field(default_factory=list)

    @property
    def is_null(self) -> bool:
        """Tell whether it is not answered."""
        return self.kind == "scalar" and not self.style and self.text in NULLS

    def pairs(self) -> "list[tuple[Spot, Spot]]":
        """Give the keys of a mapping with their values."""
        return list(zip(self.children[::2], self.children[1::2], strict=True))

    def plain(self) -> Any:
        """Give what it says, without places: texts, lists and dictionaries."""
        if self.kind == "mapping":
            return {key.text: value.plain() for key, value in self.pairs()}
        return [one.plain() for one in self.children] if self.kind == "list" else None if self.is_null else self.text


def locate(text: str) -> Spot | None:
    """Return the document of a YAML text; None where it has none. Raises `ValueError` where it is not YAML."""
    root = Spot(0, 0, 0, 0, "list")
    open_: list[Spot] = [root]
    try:
        for event in events(PureParser(text)):
            if isinstance(event, ScalarEvent):
                open_[-1].children.append(_scalar(event, text))
            elif isinstance(event, CollectionStartEvent):
                open_.append(_collection(event))
            elif isinstance(event, CollectionEndEvent):
                closed = open_.pop()
                closed.end = _end(event) if closed.flow else _last(closed)
                open_[-1].children.append(closed)
    except YAMLError as error:
        raise ValueError(str(error)) from error
    return next(iter(root.children), None)


def _scalar(event: Any, text: str) -> Spot:
    start, end = event.start_mark.index, event.end_mark.index
    style = "" if event.style is None or event.implicit[0] else event.style
    if style in ("|", ">"):  # what follows it up to the next answer is counted as its own
        end = start + len(text[start:end].rstrip())
    return Spot(start, end, event.start_mark.column, event.start_mark.line, "scalar", event.value, style)


def _collection(event: Any) -> Spot:
    mark, kind = event.start_mark, "mapping" if isinstance(event, MappingStartEvent) else "list"
    return Spot(mark.index, mark.index, mark.column, mark.line, kind, flow=bool(event.flow_style))


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def _last(closed: Spot) -> int:
    return closed.children[-1].end if closed.children else closed.start
