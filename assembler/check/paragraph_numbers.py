"""Number the paragraphs of a document again, from its styles and lists alone."""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from assembler.check import markup as m
from assembler.check.numbering import LEVELS, Numbering, numeral
from assembler.check.part_text import OwnNumbering, PartText
from assembler.check.styles import Styles


class Number(NamedTuple):
    """The place of a paragraph in a list: the level (from 0) and the counts down to it."""

    num_id: str
    abstract: str
    level: int
    counts: tuple[int, ...]


class _ListLevel(NamedTuple):
    """What counting one level of one list does: what it starts at, and which levels below begin again."""

    num_id: str
    abstract: str
    level: int
    starts: tuple[int, ...]
    restarted: tuple[int, ...]


@lru_cache(maxsize=1024)
def _list_level(num_id: str, level: int, numbering: Numbering) -> _ListLevel:
    """Describe a level; all below it begin again, unless they say after which they do."""
    num = numbering.nums[num_id]
    starts = tuple(num.starts.get(k, numbering.level(num_id, k).start) for k in range(level + 1))
    restarts = {deeper: numbering.level(num_id, deeper).restart for deeper in range(level + 1, LEVELS)}
    restarted = tuple(deeper for deeper, after in restarts.items() if after is None or level < after)
    return _ListLevel(num_id, num.abstract, level, starts, restarted)


def count(part: PartText, styles: Styles, numbering: Numbering) -> list[Number | None]:
    """Count through the paragraphs in order; one without a number gets None.

    Lists over one scheme count on together; the levels for which a list sets its own start begin anew where it is
    first met.
    """
    counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)
    met: set[str] = set()
    numbers: list[Number | None] = []
    for rung in _list_levels(part, styles, numbering):
        if rung is None:
            numbers.append(None)
            continue
        num_id, abstract, level, starts, restarted = rung
        reached = counts[abstract]
        if num_id not in met:
            met.add(num_id)
            restarted = (*numbering.nums[num_id].starts, *restarted)
        for again in restarted:
            reached[again] = None
        before = reached[level]
        reached[level] = starts[level] if before is None else before + 1
        # a level that was skipped shows its start
        known = [start if number is None else number for number, start in zip(reached, starts, strict=False)]
        numbers.append(Number(num_id, abstract, level, tuple(known)))
    return numbers


def _list_levels(part: PartText, styles: Styles, numbering: Numbering) -> list[_ListLevel | None]:
    """Give the list and level of each paragraph."""
    of_styles = {style: _place(style, OwnNumbering(), styles, numbering) for style in set(part.styles)}
    rungs = [of_styles[style] for style in part.styles]
    for i, own in part.own.items():
        rungs[i] = _place(part.styles[i], own, styles, numbering)
    return rungs


@lru_cache(maxsize=1024)
def _place(style: str | None, own: OwnNumbering, styles: Styles, numbering: Numbering) -> _ListLevel | None:
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
    return _list_level(num_id, level, numbering) if 0 <= level < LEVELS else None


@lru_cache(maxsize=4096)
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


@lru_cache(maxsize=4096)
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
