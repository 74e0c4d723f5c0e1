"""Cases from standard input: YAML documents parted by `---`, or JSON, one case a line."""

import json
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, BinaryIO

from assembler import casefile
from assembler.batch.sources.naming import folder_name
from assembler.batch.sources.source import Source
from assembler.casefile.source import LARGEST
from assembler.problem import Problem

_SHOWN = "standard input"
_LINE = LARGEST + 1
_HEAD = b"format: 1\nas_of: 2000-01-01\n"  # what a matter needs about it to be read as a case


def cases(stream: BinaryIO) -> Iterator[Source | Problem]:
    """Give each document as the source of a case, named by its matter's number, else ``case-1`` and so on."""
    number = 0
    try:
        for number, content in enumerate(_documents(stream), 1):
            name = _matter_number(content) or f"case-{number}"
            yield Source(folder_name(name), f"{_SHOWN}, case {number}", content)
    except (OSError, ValueError) as error:
        yield casefile.unreadable(error, _SHOWN)
    if not number:
        yield Problem(_SHOWN, "there is no case in it.", "send case files, parted by lines of `---`.")


def _documents(stream: BinaryIO) -> Iterator[bytes]:
    """Give each document that says anything; of one longer than any case, as much as shows that."""
    lines: list[bytes] = []
    size = 0
    for line in iter(lambda: stream.readline(_LINE), b""):
        if line.rstrip() == b"---":
            yield from _whole(lines)
            lines, size = [], 0
        elif not lines and _json(line) is not None:
            yield line
        elif size <= LARGEST:
            lines.append(line)
            size += len(line)
    yield from _whole(lines)


def _whole(lines: list[bytes]) -> Iterator[bytes]:
    if any(line.strip() and not line.lstrip().startswith(b"#") for line in lines):
        yield b"".join(lines)


def _json(text: bytes) -> dict[str, Any] | None:
    """Return the one JSON object that a text is, if it is one."""
    if not text.lstrip().startswith(b"{"):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _matter_number(content: bytes) -> str | None:
    """Return the matter's number, without reading the rest of the case."""
    answers = _json(content)
    matter = _block(content) if answers is None else json.dumps({"matter": answers.get("matter")}).encode()[1:-1]
    case = casefile.read(_HEAD + matter).case if matter else None
    return case.matter.number if case else None


def _block(content: bytes) -> bytes:
    """Return the lines of a YAML document that answer about the matter."""
    lines: Iterator[bytes] = iter(content.splitlines(keepends=True))
    head = next((line for line in lines if line.startswith(b"matter:")), b"")
    below: Iterator[bytes] = takewhile(_is_below, lines)
    return head + b"".join(below)


def _is_below(line: bytes) -> bool:
    return line.startswith((b" ", b"\t", b"\r", b"\n", b"#"))
