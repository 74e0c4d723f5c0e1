"""Read a plan out as plain text, clause by clause: what the finished document has to say."""

from collections.abc import Callable, Mapping, Sequence

from assembler.assemble.points import Register
from assembler.blanks import Blank, Blanks, OpenPoint
from assembler.composition import Compiled, Entry, Hole
from assembler.facts import NAMES
from assembler.selection import Plan, holds

PLACES = {
    "passage": "Parties",
    "recital": "Recitals",
    "definition": "Definitions",
    "signature": "Signatures",
}
"""Where a clause stands that has no number of its own."""


def read_out(
    plan: Plan, compiled: Compiled, blanks: Blanks, entries: Sequence[Entry], register: Register
) -> dict[str, tuple[str, ...]]:
    """Give each clause's lines with this case's facts, numbering open points as they come.

    An undecided clause stands in brackets that end with its open point; one that repeats over an empty list
    is left out.
    """
    numbers = {entry.identity: entry.number for entry in entries}
    fill = _filler(plan, blanks, numbers, register)
    out: dict[str, tuple[str, ...]] = {}
    for identity in plan.chosen:
        lines = compiled.plain[identity].pour(blanks.lists, fill)
        point = undecided(plan, identity)
        if lines and point:
            lines[0] = f"[{lines[0]}"
            lines[compiled.plain[identity].closing] += f" {register.words(point, place(plan, identity, numbers))}]"
        if lines:
            out[identity] = tuple(lines)
    return out


def place(plan: Plan, identity: str, numbers: Mapping[str, str]) -> str:
    """Say where a clause stands, as a person would look it up."""
    if identity in numbers:
        number = numbers[identity]
        return number if number.startswith("Schedule") else f"Section {number}"
    return PLACES[plan.choices[identity].clause.kind]


def undecided(plan: Plan, identity: str) -> OpenPoint | None:
    """Give the open point of a clause that cannot be decided: the first of its facts that is unknown."""
    choice = plan.choices[identity]
    if choice.value is not None:
        return None
    name = next(name for name in choice.facts if holds(name, plan.facts) is None).removeprefix("not ")
    path = next(iter(plan.facts.findings[name].rests_on), "")
    meaning = NAMES[name].rstrip(".")
    return OpenPoint(f"whether {meaning[0].lower()}{meaning[1:]}", "attorney", path)


def _filler(
    plan: Plan, blanks: Blanks, numbers: Mapping[str, str], register: Register
) -> Callable[[str, Hole, Mapping[str, object]], str]:
    def fill(identity: str, hole: Hole, item: Mapping[str, object]) -> str:
        if hole.ref:
            return numbers[hole.ref]
        value = _value(hole.blank, blanks, item)
        return value if isinstance(value, str) else register.words(value, place(plan, identity, numbers))

    return fill


def _value(name: str, blanks: Blanks, item: Mapping[str, object]) -> Blank:
    _, dot, field = name.partition(".")
    value = item[field] if dot else blanks.values[name]
    return value if isinstance(value, str | OpenPoint) else str(value)
