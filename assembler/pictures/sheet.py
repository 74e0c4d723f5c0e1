"""A sheet to draw on: words that are cut to their place, boxes, lines and arrows, in shades of grey."""

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import bidirectional

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

DOTS = 200
"""Dots to an inch."""

STEP = 0.25
"""A picture is so many of these inches high, and no more than that is known of its size where it is placed."""

BLACK, GREY, PALE, WHITE = 0, 120, 225, 255
POINT = DOTS / 72
MISSING, MORE = "\U0010fffd", "…"
RIGHT_TO_LEFT = frozenset({"R", "AL"})
MEASURED = 8
"""The size in which a letter is looked for in a font."""


@dataclass(frozen=True)
class Picture:
    """A picture as PNG, how many steps it is high, and what it shows in words."""

    png: bytes
    steps: int
    words: str


@cache
def _font(path: Path, size: float) -> "FreeTypeFont":
    from PIL import ImageFont  # slow to import, and only for who draws

    # the basic layout gives the same letters at the same places on every machine
    return ImageFont.truetype(path, size * POINT, layout_engine=ImageFont.Layout.BASIC)


class Sheet:
    """A white sheet; places and sizes are in inches, from the upper left corner, and sizes of letters in points."""

    def __init__(self, width: float, height: float, font: Path) -> None:
        from PIL import Image, ImageDraw

        self.width = width
        self.steps = -int(-height // STEP)
        self._image = Image.new("L", (round(width * DOTS), round(self.steps * STEP * DOTS)), WHITE)
        self._draw = ImageDraw.Draw(self._image)
        self._path = font

    def wide(self, words: str, size: float) -> float:
        """Measure words in inches."""
        return _font(self._path, size).getlength(words) / DOTS

    def fitted(self, words: str, size: float, width: float) -> str:
        """Cut words that are too wide, and show that they are cut."""
        if self.wide(words, size) <= width:
            return words
        while words and self.wide(f"{words}{MORE}", size) > width:
            words = words[:-1].rstrip()
        return f"{words}{MORE}"

    def wrapped(self, words: str, size: float, width: float, most: int) -> list[str]:
        """Break words into at most so many lines."""
        lines = [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.wide(longer, size) <= width or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        if len(lines) > most:
            lines[most - 1 :] = [" ".join(lines[most - 1 :])]
        return [self.fitted(line, size, width) for line in lines]

    def write(self, x: float, y: float, words: str, size: float, shade: int = BLACK, anchor: str = "lm") -> None:
        """Write words at a place that is the middle of their left side, or what the anchor of Pillow says."""
        self._draw.text((x * DOTS, y * DOTS), words, shade, _font(self._path, size), anchor)

    def line(self, x: float, y: float, to_x: float, to_y: float, shade: int = BLACK, points: float = 0.6) -> None:
        """Draw a line."""
        self._draw.line((x * DOTS, y * DOTS, to_x * DOTS, to_y * DOTS), shade, max(round(points * POINT), 1))

    def dashes(self, x: float, y: float, to_y: float, shade: int = BLACK) -> None:
        """Draw a dashed line downwards."""
        dash = 0.06
        for n in range(int((to_y - y) / dash / 2) + 1):
            top = y + 2 * n * dash
            self.line(x, top, x, min(top + dash, to_y), shade)

    def dot(self, x: float, y: float, radius: float, shade: int) -> None:
        """Draw a dot with a black edge."""
        box = ((x - radius) * DOTS, (y - radius) * DOTS, (x + radius) * DOTS, (y + radius) * DOTS)
        self._draw.ellipse(box, shade, BLACK, max(round(0.8 * POINT), 1))

    def box(self, x: float, y: float, to_x: float, to_y: float, shade: int = WHITE) -> None:
        """Draw a box with a black edge."""
        self._draw.rectangle((x * DOTS, y * DOTS, to_x * DOTS, to_y * DOTS), shade, BLACK, max(round(0.7 * POINT), 1))

    def head(self, x: float, y: float, size: float = 0.07) -> None:
        """Draw the head of an arrow to the right, its tip at a place."""
        corners = [(x, y), (x - size, y - size / 2), (x - size, y + size / 2)]
        self._draw.polygon([(across * DOTS, down * DOTS) for across, down in corners], BLACK)

    def picture(self, words: str) -> Picture:
        """Give what has been drawn, with what it shows in words."""
        stream = io.BytesIO()
        self._image.save(stream, "PNG", dpi=(DOTS, DOTS))
        return Picture(stream.getvalue(), self.steps, words)


def is_legible(words: str, font: Path) -> bool:
    """Tell whether a font has every letter of some words, and these run from left to right."""
    return all(letter.isspace() or _is_drawn(letter, font) for letter in words)


@cache
def _is_drawn(letter: str, path: Path) -> bool:
    font = _font(path, MEASURED)
    is_there = bytes(font.getmask(letter)) != bytes(font.getmask(MISSING))
    return is_there and bidirectional(letter) not in RIGHT_TO_LEFT
