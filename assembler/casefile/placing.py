"""Where a new answer stands in the text of a case file: its indent, its line, and its place among the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from assembler.casefile.located import Spot
from assembler.casefile.schema_fields import schema_fields


class Commented(NamedTuple):
    """A question that stands as a comment, as `# name:`."""

    start: int
    end: int
    column: int


@dataclass(frozen=True)
class Style:
    """How a text is written: its line ends, its indents, whether it is JSON, and where its brackets and braces are."""

    newline: str
    indent: int
    dash: int
    is_json: bool
    flows: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, root: Spot | None) -> "Style":
        """Take the style from the text itself: the first indent that is met counts; two spaces where there is none."""
        every = list(_every(root)) if root else []
        records = [spot for spot in every if spot.kind == "mapping" and not spot.flow]
        deeper: dict[str, int] = {}
        for key, value in (pair for record in records for pair in record.pairs() if not pair[1].flow):
            deeper.setdefault(value.kind, value.column - key.column)
        flows = tuple((spot.start, spot.end) for spot in every if spot.flow)
        is_json = bool(root and root.flow and root.children and root.children[0].style == '"')
        newline = "\r\n" if "\r\n" in text else "\n"
        return cls(newline, deeper.get("mapping", 2), deeper.get("list", 2), is_json, flows)

    def is_in_flow(self, spot: Spot) -> bool:
        """Tell whether a node stands within brackets or braces."""
        return any(start < spot.start < end for start, end in self.flows)

    def commented(self, text: str, start: int, column: int, key: str) -> Commented | None:
        """Find the comment that asks a question, at a column or deeper, before the next answer."""
        asked = re.compile(rf"( *)# ?{re.escape(key)}: *")
        for begin, end in _rows(text, start):
            line = text[begin:end]
            if line.strip() and not line.lstrip().startswith("#"):
                return None
            found = asked.fullmatch(line)
            if found and len(found[1]) >= column:
                return Commented(begin, end, len(found[1]))
        return None


def place_of_key(spot: Spot, shape: type, key: str) -> int:
    """Return after how many keys of a record another stands: after the last of those that are asked before it."""
    order = {name: number for number, name in enumerate(schema_fields(shape))}
    before = [number for number, (one, _) in enumerate(spot.pairs(), 1) if order.get(one.text, -1) < order[key]]
    return before[-1] if before else 0


def after(text: str, spot: Spot, column: int) -> int:
    """Return the end of the line after which something may stand at a column: past the comments indented deeper."""
    end = deepest_line(text, spot)
    for begin, last in _rows(text, end):
        line = text[begin:last]
        if not line.strip():
            continue
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        end = last
    return end


def above(text: str, place: int) -> int:
    """Return the beginning of the comments and empty lines right above the line of a place, or of that line."""
    start = text.rfind("\n", 0, place) + 1
    while start:
        before = text.rfind("\n", 0, start - 1) + 1
        line = text[before : start - 1].strip()
        if line and not line.startswith("#"):
            break
        start = before
    return start


def deepest_line(text: str, spot: Spot) -> int:
    """Return the end of the line on which a node ends, a comment after it included."""
    end = text.find("\n", spot.end)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _rows(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Give the beginning and the end of each line after a place, or from it on where a line begins there."""
    begin = start if start == 0 or text[start - 1] == "\n" else text.find("\n", start) + 1
    while (begin or start == 0) and begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        yield begin, end - 1 if text[end - 1 : end] == "\r" else end
        begin = end + 1


def _every(spot: Spot) -> Iterator[Spot]:
    waiting = [spot]
    while waiting:
        one = waiting.pop(0)
        yield one
        waiting += one.children
