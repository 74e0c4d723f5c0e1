"""Draw rows of boxes, with arrows from the left to the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from assembler.pictures.sheet import GREY, Picture, Sheet

TITLE, TEXT = 8.5, 7.5
LINE, PAD, GAP, HEAD, EDGE = 0.15, 0.08, 0.16, 0.3, 0.02
BETWEEN = 0.4
"""What stays free between two columns, for the arrows."""

MOST = 3
"""The lines that one text of a box may take."""


Texts: TypeAlias = tuple[tuple[str, float], ...]
"""Lines of words, each with the size of its letters."""


@dataclass(frozen=True)
class Box:
    """A box: its heading, and the texts below it."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Placed:
    x: float
    y: float
    height: float
    texts: Texts


def flow(columns: Sequence[str], rows: Sequence[Sequence[Box]], words: str, width: float, font: Path) -> Picture:
    """Draw boxes below the headings of their columns, each with an arrow to the next one of its row.

    A row may have fewer boxes than there are columns. width: of the sheet, in inches; words: what it shows.
    """
    wide = (width - EDGE - BETWEEN * (len(columns) - 1)) / len(columns)
    placed = _placed(Sheet(width, HEAD, font), rows, wide)
    sheet = Sheet(width, max(one.y + one.height for row in placed for one in row) + PAD, font)
    for n, heading in enumerate(columns):
        sheet.write(n * (wide + BETWEEN), HEAD / 2, sheet.fitted(heading, TEXT, wide), TEXT, GREY)
    for row in placed:
        for one in row:
            _box(sheet, one, wide)
        for source, target in pairwise(row):
            _arrow(sheet, source, target, wide)
    return sheet.picture(words)


def _placed(sheet: Sheet, rows: Sequence[Sequence[Box]], wide: float) -> list[list[_Placed]]:
    """Give each box its place: those of a row begin at the same height, below the highest of the row before."""
    placed: list[list[_Placed]] = []
    y = HEAD
    for row in rows:
        texts = [_texts(sheet, box, wide - 2 * PAD) for box in row]
        placed.append([_Placed(n * (wide + BETWEEN), y, _height(text), text) for n, text in enumerate(texts)])
        y += max(map(_height, texts)) + GAP
    return placed


def _height(texts: Texts) -> float:
    return 2 * PAD + LINE * len(texts)


def _texts(sheet: Sheet, box: Box, width: float) -> Texts:
    title = ((line, TITLE) for line in sheet.wrapped(box.title, TITLE, width, MOST))
    rest = ((line, TEXT) for text in box.lines for line in sheet.wrapped(text, TEXT, width, MOST))
    return (*title, *rest)


def _box(sheet: Sheet, placed: _Placed, wide: float) -> None:
    sheet.box(placed.x, placed.y, placed.x + wide, placed.y + placed.height)
    for n, (text, size) in enumerate(placed.texts):
        sheet.write(placed.x + PAD, placed.y + PAD + LINE * (n + 0.5), text, size)


def _arrow(sheet: Sheet, source: _Placed, target: _Placed, wide: float) -> None:
    """Draw an arrow at the height of the lower of two boxes."""
    y = source.y + min(source.height, target.height) / 2
    sheet.line(source.x + wide, y, target.x, y)
    sheet.head(target.x, y)
