"""YAML text as nodes that know their lines, or what is wrong with it in plain words; no aliases, no guessed types."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from assembler.casefile.characters import described
from assembler.nesting import DEEPEST, PureParser, events, too_deep

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    PARSER: Any = PureParser
else:
    PARSER = CParser


class Scalar(NamedTuple):
    """One written value; ``plain`` when it stands without quotes, ``lost`` when a ``#`` cuts it short.

    ``column`` is that of a table, for the value of a cell.
    """

    line: int
    text: str
    plain: bool
    end_line: int
    lost: str = ""
    column: str = ""


class Collection(NamedTuple):
    """A mapping or a sequence; the children of a mapping are its keys and values in turn."""

    line: int
    is_mapping: bool
    children: "list[Node]"


class Fault(NamedTuple):
    """A place where YAML says something that a case file may not say."""

    line: int
    what: str
    fix: str
    column: str = ""


Node: TypeAlias = Scalar | Collection | Fault

_ENDS = (MappingEndEvent, SequenceEndEvent)
# `12 Main St #4` is cut before the `#`, silently; a comment proper has a space after its `#`.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{_SPACES}]")
_LOOK_ALIKE = re.compile(f"[ -]*([{_SPACES}])|[ -]*[\\w-]+ *([\uff1a\ufe55\ua789\u2236\u02d0])")
_CUT = re.compile(r"[ \t]+(#[^\s#].*)")


def pairs(node: Collection) -> Iterator[tuple[Node, Node]]:
    """Give the keys of a mapping with their values."""
    return zip(node.children[::2], node.children[1::2], strict=True)


def below(node: Any) -> Any:
    """Return a node with every line below zero: it is one of the file that lies under a case."""
    if isinstance(node, Collection):
        return Collection(-node.line, node.is_mapping, [below(child) for child in node.children])
    ends = {"end_line": -node.end_line} if isinstance(node, Scalar) else {}
    return node._replace(line=-node.line, **ends)


def compose(text: str, parser: Any = None) -> Node | None:
    """Return the one document of `text`, None when there is none, or a fault where it is not YAML.

    Lines are counted from 1.
    """
    try:
        return _document((parser or PARSER)(text), text)
    except YAMLError as error:
        line = too_deep(text)  # libyaml looks ahead, and from 0.2.6 on refuses deep brackets before it tells of any
        return _syntax_fault(error, text) if line is None else _too_deep(line)


def _document(parser: Any, text: str) -> Node | None:
    """Build the nodes from the parser's events.

    PyYAML's own composer calls itself for each level, and a file of brackets ends the
    interpreter; hence this loop.
    """
    rows = text.split("\n") if _CUT.search(text) else None
    into: list[Node] = []
    root, above = into, list[list[Node]]()
    for event in events(parser):
        kind = type(event)
        if kind is ScalarEvent:
            into.append(_scalar(event, rows))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(above) == DEEPEST:
                return _too_deep(_line(event))
            children: list[Node] = []
            into.append(_marked(event) or Collection(_line(event), kind is MappingStartEvent, children))
            above.append(into)
            into = children
        elif kind in _ENDS:
            into = above.pop()
        elif kind is AliasEvent:
            into.append(_alias(event))
        elif kind is DocumentStartEvent and root:
            return _second_document(event)
    return root[0] if root else None


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _scalar(event: Any, rows: list[str] | None) -> Node:
    marked = _marked(event)
    if marked:
        return marked
    if event.implicit[0] and (odd := _ODD_SPACE.match(event.value)):
        return _stands_for(odd[0], _line(event))
    end = event.end_mark
    cut = _CUT.match(rows[end.line], end.column) if rows and event.implicit[0] and end.line < len(rows) else None
    return Scalar(_line(event), event.value, event.implicit[0], end.line + 1, cut.group(1) if cut else "")


def _marked(event: Any) -> Fault | None:
    """Return a fault where a node bears a tag or an anchor."""
    quotes = "put the answer in quotes if the mark belongs to it; otherwise take the mark out."
    if event.tag:
        sign = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        return Fault(_line(event), f"`{sign}` is read as a YAML tag, and a case file has none.", quotes)
    if event.anchor:
        return Fault(_line(event), f"`&{event.anchor}` is read as a YAML anchor, and a case file has none.", quotes)
    return None


def _alias(event: Any) -> Fault:
    fix = "write the answer out; or, if the asterisk belongs to it, put it in quotes."
    return Fault(_line(event), f"`*{event.anchor}` is read as a YAML alias, and a case file has none.", fix)


def _too_deep(line: int) -> Fault:
    what = f"the answers are nested more than {DEEPEST} levels deep."
    return Fault(line, what, "take brackets, braces or hyphens out; no question lies so deep.")


def _second_document(event: Any) -> Fault:
    return Fault(
        _line(event),
        "a second document begins here.",
        "keep one case in one file, and take the line `---` out.",
    )


_QUOTE = "put the whole answer in quotes."
_INDENT = "write each answer as `key: answer`, indented like its neighbors; put a text with quotes inside in quotes."


class _Hint(NamedTuple):
    fragment: str
    what: str
    fix: str
    at_opening: bool = False  # the line to mend is where the thing began, not where it broke


_HINTS = (
    _Hint("mapping values are not allowed", "a second colon stands in this answer, or the indent is off.", _QUOTE),
    _Hint("end of stream", "a quotation mark is opened here and never closed.", "close it.", True),
    _Hint("document indicator", "a quotation mark is opened here and never closed.", "close it.", True),
    _Hint("expected ',' or '}'", "a brace is opened here and not closed, or a comma is missing.", "close it.", True),
    _Hint("expected ',' or ']'", "a bracket is opened here and not closed, or a comma is missing.", "close it.", True),
    _Hint("Unicode character escape", "a \\u escape here names half a character.", "write the character itself."),
    _Hint("escape", "a backslash in double quotes begins an escape that does not exist.", "use single quotes."),
    _Hint("directive", "a line that begins with % is read as a YAML directive.", "take it out."),
    _Hint("start any token", "an answer cannot begin with this character.", _QUOTE),
    _Hint("tag", "an exclamation mark is read as a YAML tag.", _QUOTE),
    _Hint("anchor", "an ampersand is read as a YAML anchor.", _QUOTE),
    _Hint("alias", "an asterisk is read as a YAML alias.", _QUOTE),
    _Hint("expected", "the line does not fit with the lines around it.", _INDENT),
    _Hint("not find", "the line does not fit with the lines around it.", _INDENT),
)


def _look_alike(rows: list[str], broken: int) -> Fault | None:
    """Find the sign that looks like one of YAML's own, on the line where the text breaks or the one before."""
    for line in (broken, broken - 1):
        found = _LOOK_ALIKE.match(rows[line]) if 0 <= line < len(rows) else None
        if found:
            return _stands_for(found[1] or found[2], line + 1)
    return None


def _stands_for(sign: str, line: int) -> Fault:
    wanted = "a space" if sign.isspace() else "a colon"
    what = f"the character {described(sign)} stands where YAML wants {wanted}."
    return Fault(line, what, "type it anew; such characters come with copied text.")


def _syntax_fault(error: YAMLError, text: str) -> Fault:
    """Return where `text` stops being YAML, and what to mend there."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Fault(1, "the file cannot be read as YAML.", "save it again as plain text in UTF-8.")
    mark = error.problem_mark
    row = text.split("\n")[mark.line : mark.line + 1]
    if row and "\t" in row[0][: mark.column + 1]:
        return Fault(mark.line + 1, "a tab stands where YAML wants spaces.", "indent with spaces, never with tabs.")
    if found := _look_alike(text.split("\n"), mark.line):
        return found
    said = f"{error.context or ''}: {error.problem or ''}"
    for hint in _HINTS:
        if hint.fragment in said:
            opening = error.context_mark if hint.at_opening and error.context_mark else mark
            return Fault(opening.line + 1, hint.what, hint.fix)
    return Fault(mark.line + 1, f"the file is not YAML here: {error.problem}.", _INDENT)
