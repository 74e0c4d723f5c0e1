"""How a list writes the numbers of the styles that it numbers."""

from typing import NamedTuple

DEEPEST = 9
"""So many levels has every list."""


class Level(NamedTuple):
    """One level of a list: its first number, its form, its text with ``%1`` for a number, and its restart.

    ``restart`` is the level (from 1) after which it starts again: None for any above it, 0 for never. ``is_legal``
    writes the numbers of all levels in digits.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False


class StyleLevel(NamedTuple):
    """The level of a style, from 0, in a list with all its levels; lists of one scheme count on together."""

    scheme: str
    depth: int
    levels: tuple[Level, ...]
