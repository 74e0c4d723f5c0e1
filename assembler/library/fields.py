"""What a front matter, an outline or a requirement may say, and in what form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from assembler.library.clause import ENACTED, InForce
from assembler.library.yaml_text import Entries
from assembler.problem import Problem

Fields = Mapping[str, "Field"]


@dataclass(frozen=True, slots=True)
class Field:
    """One entry: the test its value has to pass, the same in words, and what it is when left out."""

    passes: Callable[[object], bool]
    words: str
    needed: bool = False
    otherwise: object = None
    reads: Callable[[object], object] = lambda value: value


def is_text(value: object) -> bool:
    """Tell whether a value is words."""
    return isinstance(value, str) and bool(value.strip())


def is_texts(value: object) -> bool:
    """Tell whether a value is a list of words; a list may be empty."""
    return isinstance(value, tuple) and all(is_text(item) for item in value)


def is_day(value: object) -> bool:
    """Tell whether a value is a calendar date."""
    return isinstance(value, date)


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


def text(*, needed: bool = False, otherwise: str | None = None) -> Field:
    """Ask for words."""
    return Field(is_text, "words", needed, otherwise)


def texts(*, needed: bool = False, otherwise: tuple[str, ...] | None = ()) -> Field:
    """Ask for a list of words."""
    return Field(is_texts, "a list, such as `[one, two]`", needed, otherwise)


def flag() -> Field:
    """Ask for true or false; left out, it is false."""
    return Field(lambda value: isinstance(value, bool), "true or false, without quotes", otherwise=False)


def day() -> Field:
    """Ask for a date."""
    return Field(is_day, "a date, such as 2026-11-22, without quotes", needed=True)


def in_force() -> Field:
    """Ask for the days on which the words are in force."""
    return Field(is_range, "`{from: 1996-08-22, to: 2026-07-09}`, in that order; `to` may be null",
                 otherwise=InForce(), reads=to_range)


def choice(*names: str, otherwise: str | None = None, needed: bool = False) -> Field:
    """Ask for one of a few words."""
    listed = ", ".join(names[:-1]) + " or " + names[-1]
    return Field(lambda value: value in names, listed, needed, otherwise)


def read_fields(found: Entries, fields: Fields, where: str) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """Read what the fields ask for, with every fault at once; what is at fault gets what it is when left out."""
    problems = [_unknown(name, fields, f"{where}:{found.lines[name]}") for name in found.values if name not in fields]
    read: dict[str, object] = {}
    for name, asked in fields.items():
        value = found.values.get(name)
        read[name] = asked.otherwise
        if value is None:
            if asked.needed:
                problems.append(_missing(name, asked, f"{where}:{found.lines.get(name, found.line)}"))
        elif asked.passes(value):
            read[name] = asked.reads(value)
        else:
            problems.append(_wrong(name, asked, f"{where}:{found.lines[name]}"))
    return read, tuple(problems)


def _unknown(name: str, fields: Fields, where: str) -> Problem:
    near = get_close_matches(name, fields, n=1, cutoff=0.5)
    fix = f"did you mean `{near[0]}`?" if near else f"leave it out; there are {', '.join(sorted(fields))}."
    return Problem(where, f"`{name}` is not an entry we read.", fix)


def _missing(name: str, asked: Field, where: str) -> Problem:
    return Problem(where, f"`{name}` is not given.", f"add `{name}: ...`, {asked.words}.")


def _wrong(name: str, asked: Field, where: str) -> Problem:
    return Problem(where, f"`{name}` is not what it must be.", f"write {asked.words}.")
