"""YAML 1.2 as plain values that know their lines: `no` is a word, a date is a date."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import yaml
from yaml._yaml import CParser
from yaml.composer import ComposerError

from assembler.nesting import DEEPEST, too_deep

PLAIN: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
WHOLE = re.compile(r"[-+]?[0-9]+\Z")
LARGEST = 4 * 1024 * 1024
"""Letters that a text may have; our longest has a tenth of them."""

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class BrokenYaml(ValueError):  # noqa: N818 (it is said of a text)
    """A text that YAML, or we, cannot read, with the line on which that is so."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping's entries, the line each stands on, and the line on which the mapping begins."""

    values: Mapping[str, object]
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)


class _Loader(CParser):
    """The C parser without YAML's own rules for what a plain scalar means; `scalar` has ours.

    It calls itself for each level of nesting, and brackets without end would end the interpreter.
    """

    level = -1  # of the node at hand; the outermost is 0

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Give no tag."""
        return ""

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        """Count the level on which a node begins."""
        self.level += 1
        if parent and self.level > DEEPEST:
            raise ComposerError(problem="too deep", problem_mark=parent.start_mark)

    def ascend_resolver(self) -> None:
        """Count the level on which a node ends."""
        self.level -= 1


def parse(text: str, above: int = 0) -> object:
    """Read one YAML document; mappings come as `Entries`, with ``above`` added to their lines.

    Raises `BrokenYaml`.
    """
    if len(text) > LARGEST:
        raise BrokenYaml(above + 1, f"it has more than {LARGEST:,} letters")
    try:
        node = _Loader(text).get_single_node()
        if node is None:
            return None
        _refuse_aliases(node, above)
        return plain(node, above)
    except yaml.MarkedYAMLError as error:
        raise _broken(error, text, above) from None
    except (yaml.YAMLError, RecursionError):
        raise BrokenYaml(above + 1, "a character or an alias that YAML does not have there") from None


def _broken(error: yaml.MarkedYAMLError, text: str, above: int) -> BrokenYaml:
    deep = too_deep(text)
    if deep is not None:
        return BrokenYaml(above + deep, f"the entries are nested more than {DEEPEST} levels deep")
    mark = error.problem_mark or error.context_mark
    return BrokenYaml(above + (mark.line + 1 if mark else 1), error.problem or "not YAML")


def _refuse_aliases(root: yaml.Node, above: int) -> None:
    """Refuse a node that stands in two places: nine lines of aliases can stand for a thousand million nodes."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise BrokenYaml(above + node.start_mark.line + 1, "an alias (`*name`) is not read here")
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += (one for pair in node.value for one in pair)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def plain(node: yaml.Node, above: int) -> object:
    """Turn a node into a value."""
    if isinstance(node, yaml.ScalarNode):
        return scalar(node, above)
    if isinstance(node, yaml.SequenceNode):
        return tuple(plain(item, above) for item in node.value)
    return entries(node, above)


def scalar(node: yaml.ScalarNode, above: int) -> object:
    """Give a plain scalar its meaning; a quoted one is text."""
    text: str = node.value
    if node.style:
        return text
    if text in PLAIN:
        return PLAIN[text]
    if DAY.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise BrokenYaml(above + node.start_mark.line + 1, f"no calendar has {text}") from None
    return int(text) if WHOLE.match(text) else text


def entries(node: yaml.Node, above: int) -> Entries:
    """Read a mapping; a key that stands twice is an error."""
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        line = above + key.start_mark.line + 1
        name = key.value if isinstance(key, yaml.ScalarNode) else "a key that is not a word"
        if name in values or not isinstance(key, yaml.ScalarNode):
            raise BrokenYaml(line, f"`{name}` stands twice" if name in values else name)
        values[name] = plain(value, above)
        lines[name] = line
    return Entries(values, above + node.start_mark.line + 1, lines)


def each_entry(value: object) -> Iterator[Entries]:
    """Give the mappings of a list, and pass over what is none."""
    yield from (item for item in (value if isinstance(value, tuple) else ()) if isinstance(item, Entries))
