"""An instrument as text: its passages, each with the page and the section in which it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 1_400
"""A paragraph of more letters than this is read as several passages, each of whole sentences."""

_SENTENCE = re.compile(r"(?<=[.;:])(?<!U\.S\.)\s+(?=[A-Z(“\"])")
_NUMBER = r"([\divxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty)\b"
_HEADING = re.compile(
    rf"(?i)(article|section|part|clause|item|paragraph|§)\s+{_NUMBER}|([a-z]|[ivxlc]+|\d+)[.)]\s+\S|\d+(\.\d+)+\.?\s+\S|[a-z]+(th|st|nd|rd):"
)
_LONGEST_HEADING = 90


@dataclass(frozen=True)
class Line:
    """A paragraph as it was read; page 0 where pages are not known, number empty where it has none of Word's."""

    text: str
    page: int = 0
    number: str = ""
    is_heading: bool = False


@dataclass(frozen=True)
class Passage:
    """Some sentences of an instrument, letter by letter; ``section`` names the nearest heading above."""

    text: str
    page: int
    section: str
    paragraph: int


@dataclass(frozen=True)
class Instrument:
    """What was read: its passages in order, its pages if they are known, and what was passed over or assumed."""

    name: str
    passages: tuple[Passage, ...]
    pages: int = 0
    notes: tuple[str, ...] = ()


def passages(lines: Iterable[Line]) -> Iterator[Passage]:
    """Part paragraphs into passages; what ends with a colon is read with its items, as far as they fit."""
    section, first = "", 0
    waiting: list[Line] = []
    for at, line in enumerate(lines, 1):
        if not line.text.strip():
            continue
        if is_heading(line):
            yield from _parted(waiting, section, first)
            section, waiting = " ".join(f"{line.number} {line.text}".split()), []
            continue
        if waiting and not _goes_on(waiting, line):
            yield from _parted(waiting, section, first)
            waiting = []
        if not waiting:
            first = at
        waiting.append(line)
    yield from _parted(waiting, section, first)


def is_heading(line: Line) -> bool:
    """Tell whether a paragraph names what follows it: by its style, its capitals, or its number."""
    text = line.text.strip()
    if line.is_heading:
        return True
    is_short = len(text) <= _LONGEST_HEADING and not text.endswith((".", ";", ",", ":"))
    return is_short and (text.isupper() or bool(_HEADING.match(text)))


def _goes_on(waiting: Sequence[Line], line: Line) -> bool:
    length = sum(len(one.text) for one in waiting) + len(line.text)
    return length <= LONGEST and waiting[-1].text.rstrip().endswith((":", ";", ",", "; and", "; or", "—"))


def _parted(waiting: Sequence[Line], section: str, first: int) -> Iterator[Passage]:
    if not waiting:
        return
    number = waiting[0].number
    numbered = f"{number} ({section})" if number and section else number or section
    for text in _pieces("\n".join(line.text for line in waiting)):
        yield Passage(text, waiting[0].page, numbered, first)


def _pieces(text: str) -> Iterator[str]:
    """Part a long text at the ends of sentences."""
    begin = 0
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    for end, after in pairwise([*ends, len(text)]):
        if after - begin > LONGEST:
            yield text[begin:end].strip()
            begin = end
    yield text[begin:].strip()
