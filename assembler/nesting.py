"""How deeply a YAML text may be nested, whichever parser reads it."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from yaml.error import YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

DEEPEST = 20
"""Levels of nesting that are read; a case needs seven."""


class PureParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python, which sets nesting no limit of its own."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def events(parser: Any) -> Iterator[Any]:
    """Give the events of a parser one by one.

    Raises `yaml.YAMLError` where the text is not YAML.
    """
    get = parser.get_event
    while (event := get()) is not None:
        yield event


def too_deep(text: str) -> int | None:
    """Return the line, counted from 1, on which `text` is nested deeper than `DEEPEST` levels, if it is.

    A text that is not YAML is followed as far as it is.
    """
    level = 0
    with suppress(YAMLError):
        for event in events(PureParser(text)):
            level += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if level > DEEPEST:
                return int(event.start_mark.line) + 1
    return None
