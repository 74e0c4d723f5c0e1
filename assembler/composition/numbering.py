"""Number headings as the template's own lists do, and say whether a number brings a word such as *Section*."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

LEADS = {"Heading1": "Article", "Heading2": "Section", "ScheduleHeading": "Schedule"}
"""The word that a reference needs before the number of each heading, where the number brings none."""

NUMBER = re.compile(r"%([1-9])")
WORD = re.compile(r"[^\W\d_]|§")


class Level(Protocol):
    """How one level of a list counts; see `assembler.word.levels.Level`."""

    @property
    def start(self) -> int:
        """The first number."""

    @property
    def form(self) -> str:
        """The form of its numbers, as ``w:numFmt`` names it."""

    @property
    def text(self) -> str:
        """Its text, with ``%1`` for the number of the first level."""

    @property
    def restart(self) -> int | None:
        """The level (from 1) after which it starts again; None for any above it, 0 for never."""

    @property
    def is_legal(self) -> bool:
        """Whether the numbers of all levels are shown in digits."""


class StyleLevel(Protocol):
    """The level of a style in a list with all its levels."""

    @property
    def scheme(self) -> str:
        """The scheme that the list follows."""

    @property
    def depth(self) -> int:
        """The level, from 0."""

    @property
    def levels(self) -> Sequence[Level]:
        """All levels of the list."""


Levels = Mapping[str, StyleLevel]
"""The level of each style that is numbered, by the style's id."""


def labels(styles: Iterable[str], levels: Levels) -> Iterator[str]:
    """Give the number before each heading of a document, of which these are the styles in order."""
    counts: dict[str, list[int | None]] = {}
    for style in styles:
        level = levels.get(style)
        yield "" if level is None else _count(level, counts.setdefault(level.scheme, [None] * len(level.levels)))


def _count(level: StyleLevel, reached: list[int | None]) -> str:
    """Count one heading; the levels below it start again, unless they say after which they do."""
    depth, levels = level.depth, level.levels
    for lower in range(depth + 1, len(levels)):
        after = levels[lower].restart
        if after is None or depth < after:
            reached[lower] = None
    last = reached[depth]
    reached[depth] = levels[depth].start if last is None else last + 1
    if levels[depth].form == "bullet":
        return ""

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        count = reached[at]
        # Word writes roman numbers and letters in digits there, and leaves the zero of 5.01
        form = "decimal" if levels[depth].is_legal and levels[at].form != "decimalZero" else levels[at].form
        return written(levels[at].start if count is None else count, form) if at <= depth else ""

    return NUMBER.sub(shown, levels[depth].text)


def brings_word(style: str, levels: Levels) -> bool:
    """Tell whether the number of a heading has words or a sign of its own, as *Section 5.01* and *§ 5.1* have."""
    level = levels.get(style)
    return level is not None and bool(WORD.search(NUMBER.sub("", level.levels[level.depth].text)))


def lead(style: str, levels: Levels) -> str:
    """Give the word that a reference to a heading needs before the number; none where the number brings it."""
    return "" if brings_word(style, levels) else LEADS.get(style, "")


ROMANS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def written(number: int, form: str) -> str:
    """Write a number in one of the forms of `FORMS`."""
    return FORMS[form](number) if form in FORMS else str(number)


def _letters(number: int) -> str:
    # after Z Word writes AA, BB
    return chr(ord("A") + (number - 1) % 26) * (1 + (number - 1) // 26)


def _roman(number: int) -> str:
    out = ""
    for amount, letters in ROMANS:
        times, number = divmod(number, amount)
        out += letters * times
    return out


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


ONES = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def _words(number: int) -> str:
    """Write a number up to 99 in words, as Word writes it for *Article One*."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10) if number >= 20 else (0, number)
    return "-".join(filter(None, (TENS[tens], ONES[ones]))).capitalize()


def _ordinal_words(number: int) -> str:
    """Write an ordinal up to 99 in words, as Word writes it for *Article First*."""
    if not 0 < number < 100:
        return _ordinal(number)
    head, dash, last = _words(number).lower().rpartition("-")
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{head}{dash}{IRREGULAR.get(last, regular)}".capitalize()


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "ordinal": _ordinal,
    "cardinalText": _words,
    "ordinalText": _ordinal_words,
    "none": lambda number: "",
}
"""How each form of number is written; Word has others, in the signs and words of other languages."""
