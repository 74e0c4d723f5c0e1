"""Read numbering.xml: the levels of each list, and where each list starts again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.markup import root_or_none
from assembler.check.styles import Styles, styles_of

LEVELS = 9


class Level(NamedTuple):
    """One level of a list; restart: the level (from 1) after which it starts again, None for the next above."""

    start: int
    format: str
    text: str
    restart: int | None
    is_legal: bool
    style: str | None

    @property
    def pieces(self) -> list[str]:
        """Give the text as words and, every second one, the level (from 1) whose number stands there."""
        return _HOLE.split(self.text)


_HOLE = re.compile(r"%([1-9])")
_PLAIN = Level(1, "decimal", "", None, False, None)


class Num(NamedTuple):
    """One list: the scheme it follows, the starts and levels it sets for itself."""

    abstract: str
    starts: Mapping[int, int]
    own: Mapping[int, Level]


@dataclass(frozen=True, eq=False)
class Numbering:
    """All lists and schemes of a document; links: schemes that are those of a numbering style."""

    nums: Mapping[str, Num]
    abstracts: Mapping[str, Mapping[int, Level]]
    links: Mapping[str, str]
    repeated: tuple[str, ...]

    def level(self, num_id: str, level: int) -> Level:
        """Give a level of a list; one that is not described is plain."""
        num = self.nums[num_id]
        return num.own.get(level) or self.abstracts.get(num.abstract, {}).get(level, _PLAIN)

    def linked_level(self, num_id: str, style: str) -> int | None:
        """Give the level of a list that belongs to a paragraph style."""
        num = self.nums[num_id]
        levels = {**self.abstracts.get(num.abstract, {}), **num.own}
        return next((number for number, level in levels.items() if level.style == style), None)


@lru_cache(maxsize=32)
def numbering_of(data: bytes | None, styles_data: bytes | None) -> Numbering:
    """Read the lists; an absent or broken part has none."""
    root = root_or_none(data)
    if root is None:
        return Numbering({}, {}, {}, ())
    abstracts: dict[str, Mapping[int, Level]] = {}
    links: dict[str, str] = {}
    nums: dict[str, Num] = {}
    repeated = []
    for scheme in root.iterchildren(m.ABSTRACT_NUM):
        name = scheme.get(m.ATTR_ABSTRACT_ID, "")
        if name in abstracts:
            repeated.append(f"numbering scheme {name}")
        abstracts[name] = _levels(scheme)
        if link := m.value(scheme, m.NUM_STYLE_LINK):
            links[name] = link
    for element in root.iterchildren(m.NUM):
        name = element.get(m.ATTR_NUM_ID, "")
        if name in nums:
            repeated.append(f"list {name}")
        nums[name] = _num(element)
    numbering = Numbering(nums, abstracts, links, tuple(repeated))
    return _follow_links(numbering, styles_of(styles_data))


def _levels(parent: _Element) -> dict[int, Level]:
    return {
        number: _level(element)
        for element in parent.iterchildren(m.LVL)
        if (number := m.whole(element.get(m.ATTR_ILVL))) is not None and 0 <= number < LEVELS
    }


def _level(element: _Element) -> Level:
    start = m.whole(m.value(element, m.START))
    return Level(
        start=1 if start is None else start,
        format=m.value(element, m.NUM_FMT) or "decimal",
        text=m.value(element, m.LVL_TEXT) or "",
        restart=m.whole(m.value(element, m.LVL_RESTART)),
        is_legal=m.is_on(element.find(m.IS_LGL)),
        style=m.value(element, m.P_STYLE),
    )


def _num(element: _Element) -> Num:
    starts: dict[int, int] = {}
    own: dict[int, Level] = {}
    for override in element.iterchildren(m.LVL_OVERRIDE):
        number = m.whole(override.get(m.ATTR_ILVL))
        if number is None or not 0 <= number < LEVELS:
            continue
        start = m.whole(m.value(override, m.START_OVERRIDE))
        if start is not None:
            starts[number] = start
        level = override.find(m.LVL)
        if level is not None:
            own[number] = _level(level)
    return Num(m.value(element, m.ABSTRACT_NUM_ID) or "", starts, own)


def _follow_links(numbering: Numbering, styles: Styles) -> Numbering:
    """Let lists over a linked scheme follow the scheme of the numbering style."""
    nums = dict(numbering.nums)
    for name, num in numbering.nums.items():
        style = styles.by_id.get(numbering.links.get(num.abstract, ""))
        target = numbering.nums.get(style.num_id or "") if style is not None else None
        if target is not None and target.abstract not in numbering.links:
            nums[name] = num._replace(abstract=target.abstract)
    return replace(numbering, nums=nums)


_ROMANS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(number: int, style: str) -> str:
    """Write a number in a ``w:numFmt``; one that Word writes in words or signs of its own is left in digits."""
    match style:
        case "none" | "bullet":
            return ""
        case "upperLetter":
            return _letters(number)
        case "lowerLetter":
            return _letters(number).lower()
        case "upperRoman":
            return _roman(number)
        case "lowerRoman":
            return _roman(number).lower()
        case "decimalZero":
            return f"{number:02d}"
        case "ordinal":
            return f"{number}{_ordinal_ending(number)}"
        case _:
            return str(number)


def _letters(number: int) -> str:
    """Give A to Z, then AA, BB, CC, as Word counts."""
    if number < 1:
        return ""
    times, place = divmod(number - 1, 26)
    return chr(ord("A") + place) * (times + 1)


def _roman(number: int) -> str:
    parts = []
    for amount, letters in _ROMANS:
        times, number = divmod(number, amount) if number > 0 else (0, number)
        parts.append(letters * times)
    return "".join(parts)


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
