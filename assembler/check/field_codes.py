"""Take a field's instruction apart: its kind, what it names, its switches."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r'"([^"]*)"|(\\[^\s"])|([^\s"\\]+)')

_ARGUED: Mapping[str, frozenset[str]] = {
    "TOC": frozenset("abcdflnopst"),
    "REF": frozenset("d"),
    "HYPERLINK": frozenset("lmot"),
    "STYLEREF": frozenset(),
}
"""The switches of a field that are followed by a value; ``*``, ``#`` and ``@`` are in every field."""


@dataclass(frozen=True, eq=False)
class Instruction:
    """A field's instruction, its kind in capitals, its plain arguments, and its switches with their values."""

    text: str
    kind: str
    arguments: tuple[str, ...]
    switches: Mapping[str, str]


@lru_cache(maxsize=4096)
def instruction(text: str) -> Instruction:
    """Take an instruction apart; one that is empty has the empty kind."""
    words = [(m[1] if m[1] is not None else m[2] or m[3], m[2] is not None) for m in _WORD.finditer(text)]
    if not words:
        return Instruction(text, "", (), {})
    kind = words[0][0].upper()
    argued = _ARGUED.get(kind, frozenset()) | frozenset("*#@")
    arguments: list[str] = []
    switches: dict[str, str] = {}
    awaiting = ""
    for word, is_switch in words[1:]:
        if is_switch:
            awaiting = word[1].lower()
            switches.setdefault(awaiting, "")
        elif awaiting in argued:
            switches[awaiting] = word
            awaiting = ""
        else:
            arguments.append(word)
    return Instruction(text, kind, tuple(arguments), switches)
