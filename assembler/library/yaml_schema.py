"""Check a YAML mapping against a schema: which keys it may have, which it must, and what each value is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from assembler.library.clause import ENACTED, InForce
from assembler.library.vocabulary import suggestion
from assembler.library.yaml_text import Entries
from assembler.problem import Problem

Schema = Mapping[str, "Key"]

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""What an id looks like, whatever it is the id of: it becomes part of a file's name."""

LONGEST = 64
"""Signs that an id may have."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: the test its value has to pass, the same in words, and its default."""

    accepts: Callable[[object], bool]
    expected: str
    required: bool = False
    default: object = None
    convert: Callable[[object], object] = lambda value: value


def is_text(value: object) -> bool:
    """Tell whether a value is words."""
    return isinstance(value, str) and bool(value.strip())


def is_texts(value: object) -> bool:
    """Tell whether a value is a list of words; a list may be empty."""
    return isinstance(value, tuple) and all(is_text(item) for item in value)


def is_range(value: object) -> bool:
    """Tell whether a value is `{from: date, to: date or null}`, not ending before it begins."""
    if not isinstance(value, Entries) or not set(value.values) <= {"from", "to"}:
        return False
    start, end = value.values.get("from", ENACTED), value.values.get("to")
    return isinstance(start, date) and (end is None or (isinstance(end, date) and start <= end))


def to_range(value: object) -> InForce:
    """Read a range that `is_range`."""
    held: Mapping[str, object] = value.values if isinstance(value, Entries) else {}
    start, end = held.get("from", ENACTED), held.get("to")
    assert isinstance(start, date)
    assert end is None or isinstance(end, date)
    return InForce(start, end)


def an_id(*, required: bool = False) -> Key:
    """Accept an id."""
    is_id = lambda value: isinstance(value, str) and len(value) <= LONGEST and bool(ID.fullmatch(value))  # noqa: E731
    return Key(is_id, f"an id: small letters, digits and single hyphens, {LONGEST} at most", required)


def text(*, required: bool = False, default: str | None = None) -> Key:
    """Accept words."""
    return Key(is_text, "words", required, default)


def texts(*, required: bool = False, default: tuple[str, ...] | None = ()) -> Key:
    """Accept a list of words."""
    return Key(is_texts, "a list, such as `[one, two]`", required, default)


def mappings(expected: str, *, required: bool = False) -> Key:
    """Accept a list of mappings, as the parts of an outline are."""
    is_mappings = lambda value: isinstance(value, tuple) and all(isinstance(item, Entries) for item in value)  # noqa: E731
    return Key(is_mappings, expected, required, default=())


def pairs(keys: Mapping[str, str]) -> Key:
    """Accept words under some of these keys."""
    is_pairs = lambda value: (  # noqa: E731
        isinstance(value, Entries) and value.values.keys() <= keys.keys() and all(map(is_text, value.values.values()))
    )
    to_pairs = lambda value: dict(value.values) if isinstance(value, Entries) else {}  # noqa: E731
    return Key(is_pairs, f"words under some of {', '.join(keys)}", default={}, convert=to_pairs)


def flag() -> Key:
    """Accept true or false; left out, it is false."""
    return Key(lambda value: isinstance(value, bool), "true or false, without quotes", default=False)


def day() -> Key:
    """Accept a date, which cannot be left out."""
    expected = "a date, such as 2026-11-22, without quotes"
    return Key(lambda value: isinstance(value, date), expected, required=True)


def in_force() -> Key:
    """Accept the days on which the words are in force."""
    expected = "`{from: 1996-08-22, to: 2026-07-09}`, in that order; `to` may be null"
    return Key(is_range, expected, default=InForce(), convert=to_range)


def choice(*names: str, default: str | None = None, required: bool = False) -> Key:
    """Accept one of a few words."""
    listed = ", ".join(names[:-1]) + " or " + names[-1]
    return Key(lambda value: value in names, listed, required, default)


def read_entries(found: Entries, schema: Schema, where: str) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """Read the keys of a schema, with every fault at once; a value that is missing or at fault is the default."""
    problems = [_unknown(name, schema, f"{where}:{found.lines[name]}") for name in found.values if name not in schema]
    read: dict[str, object] = {}
    for name, key in schema.items():
        value = found.values.get(name)
        read[name] = key.default
        if value is None:
            if key.required:
                problems.append(_missing(name, key, f"{where}:{found.lines.get(name, found.line)}"))
        elif key.accepts(value):
            read[name] = key.convert(value)
        else:
            problems.append(_wrong(name, key, f"{where}:{found.lines[name]}"))
    return read, tuple(problems)


def _unknown(name: str, schema: Schema, where: str) -> Problem:
    fix = suggestion(name, frozenset(schema), f"leave it out; there are {', '.join(sorted(schema))}.")
    return Problem(where, f"`{name}` is not an entry we read.", fix)


def _missing(name: str, key: Key, where: str) -> Problem:
    return Problem(where, f"`{name}` is not given.", f"add `{name}: ...`, {key.expected}.")


def _wrong(name: str, key: Key, where: str) -> Problem:
    return Problem(where, f"`{name}` is not what it must be.", f"write {key.expected}.")
