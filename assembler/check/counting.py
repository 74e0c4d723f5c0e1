"""Number the paragraphs of a document again, from its styles and lists alone."""

from typing import NamedTuple

from assembler.check import markup as m
from assembler.check.numbering import LEVELS, Numbering
from assembler.check.numerals import numeral
from assembler.check.story import Own, Story
from assembler.check.styles import Styles


class Number(NamedTuple):
    """The place of a paragraph in a list: the level (from 0) and the counts down to it."""

    num_id: str
    abstract: str
    level: int
    counts: tuple[int, ...]


def count(story: Story, styles: Styles, numbering: Numbering) -> list[Number | None]:
    """Count through the paragraphs in order; one without a number gets None."""
    counter = _Counter(numbering)
    places: dict[str | None, tuple[str, int] | None] = {}
    numbers: list[Number | None] = []
    for i, style in enumerate(story.styles):
        if i in story.own:
            place = _place(style, story.own[i], styles, numbering)
        elif style in places:
            place = places[style]
        else:
            place = places[style] = _place(style, Own(), styles, numbering)
        numbers.append(None if place is None else counter.step(*place))
    return numbers


def _place(style: str | None, own: Own, styles: Styles, numbering: Numbering) -> tuple[str, int] | None:
    """Give the list and level of a paragraph: its own word first, then its style's, then what that is based on."""
    chain = styles.chain(styles.of_paragraph(style))
    num_id = next((name for name in (own.num_id, *(s.num_id for s in chain)) if name is not None), None)
    if num_id is None or num_id not in numbering.nums:
        return None
    level = m.whole(own.level)
    if level is None:
        linked = (numbering.linked_level(num_id, s.id) for s in chain)
        level = next((number for number in linked if number is not None), None)
    if level is None:
        level = next((number for s in chain if (number := m.whole(s.level)) is not None), 0)
    return (num_id, level) if 0 <= level < LEVELS else None


class _Counter:
    """The counts reached in each scheme; lists over one scheme count on together."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.counts: dict[str, list[int | None]] = {}
        self.met: set[str] = set()
        self.restarted: dict[tuple[str, int], tuple[int, ...]] = {}

    def step(self, num_id: str, level: int) -> Number:
        """Count one paragraph."""
        num = self.numbering.nums[num_id]
        counts = self.counts.setdefault(num.abstract, [None] * LEVELS)
        if num_id not in self.met:
            self.met.add(num_id)
            for started in num.starts:
                counts[started] = None
        if (num_id, level) not in self.restarted:
            self.restarted[num_id, level] = self._restarted(num_id, level)
        for deeper in self.restarted[num_id, level]:
            counts[deeper] = None
        reached = counts[level]
        counts[level] = self._start(num_id, level) if reached is None else reached + 1
        return Number(num_id, num.abstract, level, self._known(num_id, counts[: level + 1]))

    def _restarted(self, num_id: str, level: int) -> tuple[int, ...]:
        """Give the levels that start again after one: all below it, unless they say after which they do."""
        restarts = {deeper: self.numbering.level(num_id, deeper).restart for deeper in range(level + 1, LEVELS)}
        return tuple(deeper for deeper, after in restarts.items() if after is None or level < after)

    def _start(self, num_id: str, level: int) -> int:
        return self.numbering.nums[num_id].starts.get(level, self.numbering.level(num_id, level).start)

    def _known(self, num_id: str, counts: list[int | None]) -> tuple[int, ...]:
        """Let a level that was skipped show its start."""
        return tuple(self._start(num_id, k) if reached is None else reached for k, reached in enumerate(counts))


def label(number: Number, numbering: Numbering, level: int | None = None) -> str:
    """Write the number as it stands before the paragraph, or that of a level above it."""
    description = numbering.level(number.num_id, number.level if level is None else level)
    if description.format == "bullet":
        return ""
    words = description.pieces
    for i in range(1, len(words), 2):
        k = int(words[i]) - 1
        style = "decimal" if description.is_legal else numbering.level(number.num_id, k).format
        words[i] = numeral(number.counts[k], style) if k < len(number.counts) else ""
    return "".join(words)


def full(number: Number, numbering: Numbering, above: int = 0) -> str:
    """Write the number with those of the levels that its own text leaves out: ``4.4(a)``.

    above: the level (from 0) at which to stop, where the reader already stands in the ones before it.
    """
    written = ""
    level = number.level
    while level >= above:
        written = label(number, numbering, level) + written
        holes = numbering.level(number.num_id, level).pieces[1::2]
        level = min([level, *(int(k) - 1 for k in holes)]) - 1
    return written
