"""Number the paragraphs of a document as Word does: read numbering.xml, count each list, write each number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.story import DirectFormatting, Story
from assembler.check.styles import Styles, read_styles

LEVELS = 9

_LEVEL_NUMBER = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """One level of a list, as ``w:lvl`` describes it.

    restart: the level (from 1) after which it starts again; None for whichever is above it, 0 for never.
    is_legal: whether the numbers of all levels are shown in digits.
    style: the paragraph style that belongs to it.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str | None = None

    @property
    def pieces(self) -> list[str]:
        """Give the text as words and, in every second place, the level (from 1) whose number stands there."""
        return _LEVEL_NUMBER.split(self.text)


class Num(NamedTuple):
    """One list (``w:num``): the abstract numbering it follows, and the starts and levels it sets for itself."""

    abstract: str
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


@dataclass(frozen=True, eq=False)
class Numbering:
    """The lists of a document by id, the abstract numberings they follow, and what is defined twice."""

    nums: Mapping[str, Num]
    abstracts: Mapping[str, Mapping[int, Level]]
    repeated: tuple[str, ...]

    def level(self, num_id: str, level: int) -> Level:
        """Give a level of a list; one that is not described counts in digits and shows nothing."""
        num = self.nums[num_id]
        return num.levels.get(level) or self.abstracts.get(num.abstract, {}).get(level) or Level()

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """Give the level of a list that belongs to a paragraph style."""
        num = self.nums[num_id]
        levels = {**self.abstracts.get(num.abstract, {}), **num.levels}
        return next((number for number, level in levels.items() if level.style == style), None)


@lru_cache(maxsize=32)
def read_numbering(data: bytes | None, styles_data: bytes | None) -> Numbering:
    """Read the lists; an absent or broken part has none.

    styles_data: the styles, as an abstract numbering may be that of a numbering style.
    """
    root = m.parse_or_none(data)
    if root is None:
        return Numbering({}, {}, ())
    abstracts: dict[str, Mapping[int, Level]] = {}
    style_links: dict[str, str] = {}
    nums: dict[str, Num] = {}
    repeated = []
    for element in root.iterchildren(m.ABSTRACT_NUM):
        name = element.get(m.ATTR_ABSTRACT_ID, "")
        if name in abstracts:
            repeated.append(f"numbering scheme {name}")
        abstracts[name] = _levels(element)
        if style := m.value(element, m.NUM_STYLE_LINK):
            style_links[name] = style
    for element in root.iterchildren(m.NUM):
        name = element.get(m.ATTR_NUM_ID, "")
        if name in nums:
            repeated.append(f"list {name}")
        nums[name] = _num(element)
    return Numbering(_follow_links(nums, style_links, read_styles(styles_data)), abstracts, tuple(repeated))


def _levels(parent: _Element) -> dict[int, Level]:
    return {
        number: _level(element)
        for element in parent.iterchildren(m.LVL)
        if (number := m.whole_number(element.get(m.ATTR_ILVL))) is not None and 0 <= number < LEVELS
    }


def _level(element: _Element) -> Level:
    start = m.whole_number(m.value(element, m.START))
    return Level(
        start=1 if start is None else start,
        format=m.value(element, m.NUM_FMT) or "decimal",
        text=m.value(element, m.LVL_TEXT) or "",
        restart=m.whole_number(m.value(element, m.LVL_RESTART)),
        is_legal=m.is_on(element.find(m.IS_LGL)),
        style=m.value(element, m.P_STYLE),
    )


def _num(element: _Element) -> Num:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in element.iterchildren(m.LVL_OVERRIDE):
        number = m.whole_number(override.get(m.ATTR_ILVL))
        if number is None or not 0 <= number < LEVELS:
            continue
        start = m.whole_number(m.value(override, m.START_OVERRIDE))
        if start is not None:
            starts[number] = start
        level = override.find(m.LVL)
        if level is not None:
            levels[number] = _level(level)
    return Num(m.value(element, m.ABSTRACT_NUM_ID) or "", starts, levels)


def _follow_links(nums: Mapping[str, Num], style_links: Mapping[str, str], styles: Styles) -> dict[str, Num]:
    """Let a list over an abstract numbering that names a numbering style follow the list of that style."""
    followed = dict(nums)
    for name, num in nums.items():
        style = styles.by_id.get(style_links.get(num.abstract, ""))
        target = nums.get(style.num_id or "") if style is not None else None
        if target is not None and target.abstract not in style_links:
            followed[name] = num._replace(abstract=target.abstract)
    return followed


class Number(NamedTuple):
    """The number of a paragraph: its list, its level (from 0), and the counts of the levels down to it."""

    num_id: str
    abstract: str
    level: int
    counts: tuple[int, ...]


class _ListLevel(NamedTuple):
    """How one level of one list counts: the starts of the levels down to it, and the levels it starts again."""

    num_id: str
    abstract: str
    level: int
    starts: tuple[int, ...]
    restarted: tuple[int, ...]


def number_paragraphs(story: Story, styles: Styles, numbering: Numbering) -> list[Number | None]:
    """Give the number of each paragraph, or None.

    Lists over one abstract numbering count on together; the levels for which a list sets its own start begin
    anew where the list is first met.
    """
    counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)
    met: set[str] = set()
    numbers: list[Number | None] = []
    for list_level in _list_levels(story, styles, numbering):
        if list_level is None:
            numbers.append(None)
            continue
        num_id, abstract, level, starts, restarted = list_level
        reached = counts[abstract]
        if num_id not in met:
            met.add(num_id)
            restarted = (*numbering.nums[num_id].starts, *restarted)
        for lower in restarted:
            reached[lower] = None
        last = reached[level]
        reached[level] = starts[level] if last is None else last + 1
        # a level that was skipped shows its start
        shown = [start if count is None else count for count, start in zip(reached, starts, strict=False)]
        numbers.append(Number(num_id, abstract, level, tuple(shown)))
    return numbers


def _list_levels(story: Story, styles: Styles, numbering: Numbering) -> list[_ListLevel | None]:
    """Give the list and level of each paragraph."""
    none = DirectFormatting()
    of_styles = {style: _list_level_of(style, none, styles, numbering) for style in set(story.styles)}
    list_levels = [of_styles[style] for style in story.styles]
    for i, formatting in story.direct_formatting.items():
        list_levels[i] = _list_level_of(story.styles[i], formatting, styles, numbering)
    return list_levels


@lru_cache(maxsize=1024)
def _list_level_of(
    style: str | None, formatting: DirectFormatting, styles: Styles, numbering: Numbering
) -> _ListLevel | None:
    """Give the list and level of a paragraph: from its direct formatting, its style, or what that is based on."""
    chain = styles.chain(styles.of_paragraph(style))
    num_id = next((name for name in (formatting.num_id, *(s.num_id for s in chain)) if name is not None), None)
    if num_id is None or num_id not in numbering.nums:
        return None
    level = m.whole_number(formatting.level)
    if level is None:
        of_styles = (numbering.level_of_style(num_id, s.id) for s in chain)
        level = next((number for number in of_styles if number is not None), None)
    if level is None:
        level = next((number for s in chain if (number := m.whole_number(s.level)) is not None), 0)
    return _list_level(num_id, level, numbering) if 0 <= level < LEVELS else None


@lru_cache(maxsize=1024)
def _list_level(num_id: str, level: int, numbering: Numbering) -> _ListLevel:
    """Describe a level; every lower one starts again after it, unless it says after which it does."""
    num = numbering.nums[num_id]
    starts = tuple(num.starts.get(k, numbering.level(num_id, k).start) for k in range(level + 1))
    restarts = {lower: numbering.level(num_id, lower).restart for lower in range(level + 1, LEVELS)}
    restarted = tuple(lower for lower, after in restarts.items() if after is None or level < after)
    return _ListLevel(num_id, num.abstract, level, starts, restarted)


@lru_cache(maxsize=4096)
def label(number: Number, numbering: Numbering, level: int | None = None) -> str:
    """Write a number as it stands before its paragraph, or that of a level above it."""
    description = numbering.level(number.num_id, number.level if level is None else level)
    if description.format == "bullet":
        return ""
    pieces = description.pieces
    for i in range(1, len(pieces), 2):
        k = int(pieces[i]) - 1
        number_format = numbering.level(number.num_id, k).format
        # Word writes roman numbers and letters in digits there, and leaves the zero of 5.01
        number_format = "decimal" if description.is_legal and number_format != "decimalZero" else number_format
        pieces[i] = format_number(number.counts[k], number_format) if k < len(number.counts) else ""
    return "".join(pieces)


@lru_cache(maxsize=4096)
def label_in_context(number: Number, numbering: Numbering, above: int = 0) -> str:
    """Write a number with those of the levels that its own label leaves out: ``4.4(a)``.

    above: the level (from 0) from which on; 0 gives what Word calls the full context.
    """
    written = ""
    level = number.level
    while level >= above:
        written = label(number, numbering, level) + written
        shown = numbering.level(number.num_id, level).pieces[1::2]
        level = min([level, *(int(k) - 1 for k in shown)]) - 1
    return written


_TO_NINETEEN = (
    "one first", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth",
    "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth", "thirteen thirteenth", "fourteen fourteenth",
    "fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth",
)  # fmt: skip
_TENS = (
    "twenty twentieth", "thirty thirtieth", "forty fortieth", "fifty fiftieth", "sixty sixtieth",
    "seventy seventieth", "eighty eightieth", "ninety ninetieth",
)  # fmt: skip


def _in_words() -> Iterator[tuple[int, str, str]]:
    """Give each number from 1 to 99 as a cardinal and as an ordinal, as Word writes them in English."""
    for number, both in enumerate(_TO_NINETEEN, 1):
        cardinal, ordinal = both.split()
        yield number, cardinal.capitalize(), ordinal.capitalize()
    for tens, both in enumerate(_TENS, 2):
        cardinal, ordinal = both.split()
        yield 10 * tens, cardinal.capitalize(), ordinal.capitalize()
        for ones, unit in enumerate(_TO_NINETEEN[:9], 1):
            last, last_ordinal = unit.split()
            yield 10 * tens + ones, f"{cardinal.capitalize()}-{last}", f"{cardinal.capitalize()}-{last_ordinal}"


_CARDINALS = {number: word for number, word, _ in _in_words()}
_ORDINALS = {number: word for number, _, word in _in_words()}

_ROMANS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def format_number(number: int, number_format: str) -> str:
    """Write a number in a ``w:numFmt``; one that Word writes in signs of another language is left in digits."""
    match number_format:
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
        case "cardinalText" if number in _CARDINALS:
            return _CARDINALS[number]
        case "ordinalText" if number in _ORDINALS:
            return _ORDINALS[number]
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
