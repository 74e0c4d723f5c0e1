"""The pictures of a case, each with what it shows in words: its last days on a line of time, and who holds what."""

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping, Set
from dataclasses import replace
from functools import cache, partial
from typing import TypeAlias, cast

from assembler.findings import Findings
from assembler.library.clause import Words
from assembler.matter.calendar import CalendarEntry, Deadlines, LibraryWords
from assembler.matter.holdings import COLUMNS, Cell, Holdings
from assembler.matter.index import names
from assembler.matter.resources import folder
from assembler.merge import Merge, Value
from assembler.pictures import Box, Day, Picture, Today, flow, is_legible, timeline
from assembler.wording import day, days_in_words

PICTURES = frozenset({"timeline", "holdings"})
"""The pictures that a clause may show; a field of the same name says in words what each shows."""

FONT = folder("templates") / "diagram.ttf"

INCH = 1440
"""Twentieths of a point."""

MOST_DAYS = 24
"""A timeline shows no more days than these."""

Draw: TypeAlias = Callable[[float], Picture | None]
"""Draws a picture for a width in inches; None where there is nothing to show."""


def pictures(findings: Findings, deadlines: Deadlines, words: LibraryWords) -> Mapping[str, Draw]:
    """Give what draws each picture of a case, once for each width."""
    legends = words["legends"]
    return {
        "timeline": cache(partial(_timeline, findings, deadlines, legends["timeline"])),
        "holdings": cache(partial(_holdings, findings, legends["holdings"], words["phrases"]["arrangement"])),
    }


def drawn(merged: Merge, asked: Set[str], width: int) -> tuple[Merge, Mapping[str, Picture]]:
    """Draw those pictures that are asked for, and add to the fields what they show; width: in twentieths of a point.

    A picture in which there is nothing to show says nothing.
    """
    made = {name: draw(width / INCH) for name, draw in merged.draw.items() if name in asked}
    words: dict[str, Value] = {name: picture.words if picture else "" for name, picture in made.items()}
    values = ChainMap(words, cast(MutableMapping[str, Value], merged.values)) if words else merged.values
    return replace(merged, values=values), {name: picture for name, picture in made.items() if picture}


def undrawn(merged: Merge) -> Merge:
    """Let each picture say a word for what it shows, where the words alone are wanted and none of them from it."""
    words: dict[str, Value] = dict.fromkeys(merged.draw, "picture")
    return replace(merged, values=ChainMap(words, cast(MutableMapping[str, Value], merged.values)))


def _timeline(findings: Findings, deadlines: Deadlines, words: Words, width: float) -> Picture | None:
    """Draw the days to come and, where there is room, those that are past."""
    today, dates = findings.whole.case.as_of, deadlines.dates
    if today is None or not dates:
        return None
    past = sum(one.deadline.date < today for one in dates)
    begin = max(min(past, len(dates) - MOST_DAYS), 0)
    shown = dates[begin : begin + MOST_DAYS]
    subjects = names(findings) if len(findings.trusts) > 1 else {}
    days = [Day(one.deadline.date, day(one.deadline.date), _what(one, subjects)) for one in shown]
    told = "; ".join(f"{one.written}: {one.what}" for one in days)
    left_out = len(dates) - len(shown)
    count = {"count": str(len(dates)), "shown": str(len(shown)), "days": told, "as_of": day(today)}
    text = words.text("part" if left_out else "whole", **count)
    return timeline(days, Today(today, words.text("today", as_of=day(today))), text, width, FONT)


def _what(one: CalendarEntry, subjects: Mapping[str, str]) -> str:
    name, subject = days_in_words(one.name), subjects.get(one.subject, "")
    return f"{name} ({subject})" if subject and is_legible(subject, FONT) else name


def _holdings(findings: Findings, words: Words, arrangements: Words, width: float) -> Picture | None:
    """Draw from whom property comes, who holds it, what it is and what secures the tax, a row for each holder."""
    rows = Holdings(findings, words, arrangements).rows()
    if not rows:
        return None
    told = "; ".join(words.text("joint").join(_told(cell) for cell in row) for row in rows)
    columns, boxes = [words.text(column) for column in COLUMNS], [[_box(cell, words) for cell in row] for row in rows]
    return flow(columns, boxes, words.text("whole", rows=told), width, FONT)


def _box(cell: Cell, words: Words) -> Box:
    """Draw a cell; words in a script that the font has not are left to the description of the picture."""
    title, *lines = (text if is_legible(text, FONT) else words.text("illegible") for text in (cell[0], *cell[1]))
    return Box(title, tuple(lines))


def _told(cell: Cell) -> str:
    title, lines = cell
    return f"{title} ({', '.join(lines)})" if lines else title
