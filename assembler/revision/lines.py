"""A document as lines of plain words, each with the clause it stands in, comparable whoever saved it."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from assembler.check.document import Document
from assembler.check.requirements import plain
from assembler.check.story import Story
from assembler.revision.words import COUNTED

REFERENCE, _REST = "\x01", "\x02"
"""Stands for what a cross-reference shows, which Word works out anew."""

_NUMBER = r"(?:\d+(?:\.\d+)*|[A-Z])(?:\([a-z0-9]+\))*"
_ANY = rf"(?:{REFERENCE}{_REST}*|{_NUMBER})"
_REFERENCES = re.compile(
    rf"\b((?:Section|Article|Schedule)s?[ \u00a0])({_ANY}(?:(?:, (?:and |or )?| and | or | through ){_ANY})*)(?!\w)"
)
_ONE = re.compile(_ANY)
_ENTRY = re.compile(r"toc \d")
_TOKEN = re.compile(rf"{REFERENCE}|[^\W_]+(?:[’'.,][^\W_]+)*|[^\w\s]|_+")
_PASSED_OVER = frozenset(",;:.\"'()[]")


class Passage:
    """A text in words and signs, whatever their case, quotes, dashes and blanks, each with its place in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [(plain(one[0]), one.start(), one.end()) for one in _TOKEN.finditer(text)]
        self._places = [(begin, end) for word, begin, end in found if word]
        self.tokens = tuple(word for word, _, _ in found if word)

    def words(self, begin: int, end: int, around: int = 0) -> str:
        """Give the words between two tokens as they stand, with so many around them."""
        first, last = max(begin - around, 0), min(end + around, len(self.tokens))
        if first >= last:
            return ""
        piece = self.text[self._places[first][0] : self._places[last - 1][1]]
        shown = " ".join(piece.replace(REFERENCE, "[reference]").split())
        return f"{'… ' if first else ''}{shown}{' …' if last < len(self.tokens) else ''}"


class Reference(NamedTuple):
    """A cross-reference: the bookmark it leads to, if it is a field, and what it shows."""

    target: str
    shown: str


@dataclass(frozen=True, eq=False)
class Line:
    """A paragraph: its words as they stand with references masked, the clause it is marked as, and its index."""

    text: str
    clause: str
    paragraph: int
    references: tuple[Reference, ...] = ()

    @cached_property
    def passage(self) -> Passage:
        """Its words."""
        return Passage(self.text)

    @cached_property
    def counts(self) -> Counter[Hashable]:
        """How often each word is in it; signs are no words."""
        return Counter(one for one in self.passage.tokens if one not in _PASSED_OVER)


def read_lines(document: Document, story: Story | None = None, sent: Iterable[Line] = ()) -> list[Line]:
    """Give the lines of a story, the main one if none is named, without those that are empty or tables of contents.

    An entry of contents that is no field any more is left out if its heading is there, or was in the paper ``sent``.
    """
    read = story or document.body
    masked, fields = _masked(read)
    in_contents = document.in_contents if read is document.body else frozenset()
    clauses = _clauses(document) if read is document.body else {}
    contents = frozenset(id_ for id_, style in document.styles.by_id.items() if _ENTRY.fullmatch(style.name))
    found: list[Line] = []
    entries: list[Line] = []
    for index, (begin, words) in enumerate(zip(read.begins, read.lines, strict=True)):
        piece = masked[begin : begin + len(words)]
        text = " ".join(_REFERENCES.sub(_mask, piece.replace(_REST, "")).split())
        if index not in in_contents and text:
            if (read.styles[index] or "") in contents:
                entries.append(Line(text, "", index))
                continue
            references = tuple(reference for _, reference in sorted(_references(piece, begin, fields)))
            found.append(Line(text, clauses.get(index, ""), index, references))
    headings = {_title(line) for line in (*found, *sent)}
    return found + [line for line in entries if _title(line) not in headings]


def _title(line: Line) -> tuple[str, ...]:
    """Give the words of a heading, or of an entry of contents that are no field any more, without number and page."""
    words = [one for one in line.passage.tokens if one not in ("article", "schedule", "–", "-", REFERENCE)]
    return tuple(one for one in words if not one[0].isdigit() and len(one) > 1)


def _mask(found: re.Match[str]) -> str:
    """Mask numbers, and the word before them, which may be a part of what a field shows."""
    return _ONE.sub(REFERENCE, found[2])


def _masked(story: Story) -> tuple[str, dict[int, Reference]]:
    """Put a sign for what each field shows that Word works out, with all offsets as they are; give these by place."""
    text, fields = story.text, {}
    for field in story.fields:
        if field.result is not None and field.instruction.kind in COUNTED and field.end > field.result:
            rest = _REST * (field.end - field.result - 1)
            fields[field.result] = Reference(next(iter(field.instruction.arguments), ""), story.result(field))
            text = text[: field.result] + REFERENCE + rest + text[field.end :]
    return text, fields


def _references(piece: str, begin: int, fields: Mapping[int, Reference]) -> Iterator[tuple[int, Reference]]:
    """Give the references of a paragraph with their places, be they fields or plain words."""
    yield from ((at, fields[begin + at]) for at, sign in enumerate(piece) if sign == REFERENCE)
    for found in _REFERENCES.finditer(piece):
        for one in _ONE.finditer(found[2]):
            if not one[0].startswith(REFERENCE):
                yield found.start(2) + one.start(), Reference("", f"{found[1].rstrip().removesuffix('s')} {one[0]}")


def _clauses(document: Document) -> dict[int, str]:
    """Give the clause that each paragraph is marked as; of nested marks, the inner one."""
    marked: dict[int, str] = {}
    for name, mark in document.clauses.items():
        for paragraph in document.body.paragraphs(mark.begin, mark.end):
            marked[paragraph] = name
    return marked
