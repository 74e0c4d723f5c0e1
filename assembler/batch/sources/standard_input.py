"""Cases from standard input: YAML documents separated by `---`, or JSON, one case a line."""

import json
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, BinaryIO

from assembler import casefile
from assembler.batch.sources.source import Source, folder_name
from assembler.casefile.source import LARGEST
from assembler.problem import Problem

_SHOWN = "standard input"
_LONGEST_LINE = LARGEST + 1
_REQUIRED = b"format: 1\nas_of: 2000-01-01\n"  # what every case file must answer to be read


def read(stream: BinaryIO) -> Iterator[Source | Problem]:
    """Give each document as the source of a case, named by its matter's number, or else ``case-1`` and so on."""
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
    """Give each document that is not blank; one longer than any case file is cut just beyond the limit."""
    lines: list[bytes] = []
    size = 0
    for line in iter(lambda: stream.readline(_LONGEST_LINE), b""):
        if line.rstrip() == b"---":
            yield from _unless_blank(lines)
            lines, size = [], 0
        elif not lines and _json_object(line) is not None:
            yield line
        elif size <= LARGEST:
            lines.append(line)
            size += len(line)
    yield from _unless_blank(lines)


def _unless_blank(lines: list[bytes]) -> Iterator[bytes]:
    if any(line.strip() and not line.lstrip().startswith(b"#") for line in lines):
        yield b"".join(lines)


def _json_object(text: bytes) -> dict[str, Any] | None:
    """Parse a text that is one JSON object; any other gives None."""
    if not text.lstrip().startswith(b"{"):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _matter_number(content: bytes) -> str | None:
    """Find the matter's number without reading the rest of the case."""
    answers = _json_object(content)
    matter = _yaml_matter(content) if answers is None else json.dumps({"matter": answers.get("matter")}).encode()[1:-1]
    case = casefile.read(_REQUIRED + matter).case if matter else None
    return case.matter.number if case else None


def _yaml_matter(content: bytes) -> bytes:
    """Cut the lines of the key ``matter`` out of a YAML document."""
    lines: Iterator[bytes] = iter(content.splitlines(keepends=True))
    head = next((line for line in lines if line.startswith(b"matter:")), b"")
    below: Iterator[bytes] = takewhile(_is_indented, lines)
    return head + b"".join(below)


def _is_indented(line: bytes) -> bool:
    return line.startswith((b" ", b"\t", b"\r", b"\n", b"#"))
