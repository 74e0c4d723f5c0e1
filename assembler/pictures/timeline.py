"""Draw days along a line of time: each in a row of its own, those that are past hollow, today a dashed line."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from assembler.pictures.sheet import BLACK, PALE, WHITE, Picture, Sheet

ROW, HEAD, SIZE = 0.22, 0.5, 8
AXIS = 0.6
"""Where the line of time begins, as a share of the width."""

DOT, EDGE, SPACE, YEAR = 0.045, 0.1, 0.12, 0.36

Place = Callable[[date], float]
"""Gives the distance of a day from the left."""


class Day(NamedTuple):
    """A day, how it is written, and what is to be done by it."""

    on: date
    written: str
    what: str


class Today(NamedTuple):
    """The day that parts what is past from what is to come, and what is written above it."""

    on: date
    written: str


def timeline(days: Sequence[Day], today: Today, words: str, width: float, font: Path) -> Picture:
    """Draw days, the earliest first; width: of the sheet, in inches; words: what it shows."""
    sheet = Sheet(width, HEAD + ROW * len(days) + EDGE, font)
    first, last = _span([today.on, *(day.on for day in days)])
    left, right = width * AXIS, width - EDGE
    bottom = HEAD + ROW * len(days)

    def at(day: date) -> float:
        return left + (right - left) * (day - first).days / (last - first).days

    _years(sheet, at, first, last, bottom)
    _today(sheet, at, today, bottom)
    column = max(sheet.wide(day.written, SIZE) for day in days) + SPACE
    for n, day in enumerate(days):
        middle = HEAD + ROW * (n + 0.5)
        sheet.line(0, middle + ROW / 2, right, middle + ROW / 2, PALE, 0.4)
        sheet.write(0, middle, day.written, SIZE)
        sheet.write(column, middle, sheet.fitted(day.what, SIZE, left - column - SPACE), SIZE)
        sheet.dot(at(day.on), middle, DOT, WHITE if day.on < today.on else BLACK)
    return sheet.picture(words)


def _span(shown: Sequence[date]) -> tuple[date, date]:
    """Give the first day of the first year that is shown, and of the year after the last."""
    return date(min(shown).year, 1, 1), date(max(shown).year + 1, 1, 1)


def _years(sheet: Sheet, at: Place, first: date, last: date, bottom: float) -> None:
    """Mark where the years begin; where there are many, every second or third and so on."""
    years = last.year - first.year
    apart = -int(-years // max((at(last) - at(first)) // YEAR, 1))
    for year in range(first.year, last.year + 1, apart):
        x = at(date(year, 1, 1))
        sheet.line(x, HEAD - 0.06, x, bottom, PALE, 0.5)
        sheet.write(x, HEAD - 0.42, str(year), SIZE, BLACK, "rm" if year == last.year else "mm")
    sheet.line(at(first), HEAD - 0.32, at(last), HEAD - 0.32, BLACK, 0.8)


def _today(sheet: Sheet, at: Place, today: Today, bottom: float) -> None:
    x, half = at(today.on), sheet.wide(today.written, SIZE - 1) / 2
    sheet.dashes(x, HEAD - 0.14, bottom)
    sheet.write(min(x, sheet.width - half), HEAD - 0.21, today.written, SIZE - 1, BLACK, "mm")
