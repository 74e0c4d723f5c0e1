"""The text of a case file, from a path or from bytes, as far as it is text at all."""

import json
import re
from pathlib import Path

from assembler.problem import Problem

LARGEST = 2 * 1024 * 1024
"""Bytes a case file may have; a long case has twenty thousand."""

_PAIR = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)


def text_of(source: Path | str | bytes, name: str) -> str | Problem:
    """Return the text of a case file with line ends as line feeds, or why there is none.

    A byte order mark is accepted. Only as much as a case may hold is ever read.
    """
    data = source if isinstance(source, bytes) else bytes_of(Path(source), name)
    if isinstance(data, Problem):
        return data
    if len(data) > LARGEST:
        return Problem(name, "the file is larger than 2 MiB, which no case is.", "name the case file itself.")
    if data.startswith(b"PK\x03\x04"):
        return Problem(name, "this is a Word document or another zip file.", "name a case file, which is plain text.")
    text = _decoded(data, name)
    return text if isinstance(text, Problem) else _readable_json(text)


def bytes_of(path: Path, name: str) -> bytes | Problem:
    """Return the bytes of a file, one more than a case may have at the most, or why there are none."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return unreadable(error, name)


def unreadable(error: OSError | ValueError, name: str) -> Problem:
    """Say why a file could not be opened; a `ValueError` is a name that no file can have."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return Problem(name, "there is no such file.", "check the name; `qdot new FILE` begins a case file.")
    if isinstance(error, IsADirectoryError):
        return Problem(name, "this is a folder.", "name the case file inside it.")
    if isinstance(error, PermissionError):
        return Problem(name, "the file may not be read.", "ask its owner to let you read it.")
    return Problem(name, f"the file cannot be read: {error.strerror}.", "check the name and the disk.")


def _decoded(data: bytes, name: str) -> str | Problem:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"the byte 0x{error.object[error.start]:02X} is not UTF-8."
        return Problem(f"{name}:{line}", what, "save the file as UTF-8.")
    if "\0" in text:
        return Problem(name, "the file holds NUL bytes, so it is not plain text.", "save the file as UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _readable_json(text: str) -> str:
    """Return JSON in the words of YAML, which knows no surrogate pairs and, in Python, no tabs.

    JSON has backslashes only in its strings, and raw tabs only outside of them.
    """
    if not text.lstrip().startswith(("{", "[")) or not ("\t" in text or "\\ud" in text.lower()):
        return text
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return text
    return _PAIR.sub(_joined, text.replace("\t", " "))


def _joined(pair: re.Match[str]) -> str:
    high, low = pair.groups()
    if high is None:
        return pair.group()
    return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + (int(low, 16) - 0xDC00))
