"""Read a plan out as plain text, clause by clause: what the finished document has to say."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import NamedTuple

from assembler.casefile import open_point, unanswered
from assembler.composition import Compiled, Entry, Placeholder
from assembler.findings.topics import meaning_of
from assembler.library.clause import Clause
from assembler.library.satisfiability import fact
from assembler.matter.open_points import Register
from assembler.merge import Merge, OpenPoint, Pending, Value
from assembler.selection import Plan, holds

PLACES = {
    "passage": "Parties",
    "recital": "Recitals",
    "definition": "Definitions",
    "signature": "Signatures",
}
"""Where a clause stands that has no number of its own."""


def render_text(
    plan: Plan, compiled: Compiled, merged: Merge, entries: Sequence[Entry], register: Register
) -> dict[str, tuple[str, ...]]:
    """Give each clause's lines with this case's facts, numbering open points as they come.

    An undecided clause stands in brackets that end with its open point; one that repeats over an empty list
    is left out.
    """
    headings = {entry.identity: entry for entry in entries}
    fill = _filler(plan, merged, headings, register)
    out: dict[str, tuple[str, ...]] = {}
    for identity in plan.chosen:
        if _is_bare(plan.choices[identity].clause, compiled.plain[identity].names, merged):
            continue
        lines = compiled.plain[identity].render(merged.lists, fill)
        hanging = undecided(plan, identity)
        if lines and hanging:
            number = register.number(hanging.point, place(plan, identity, headings))
            lines[0] = f"[{lines[0]}"
            lines[compiled.plain[identity].closing] += f" {hanging.words(number)}]"
        if lines:
            out[identity] = tuple(lines)
    return out


def _is_bare(clause: Clause, names: Set[str], merged: Merge) -> bool:
    """Tell whether a topic is a table without a row or a picture of nothing, which a working paper does without."""
    if clause.kind != "topic":
        return False
    is_empty = clause.rows is not None and not merged.lists.get(clause.rows, True)
    return is_empty or any(not merged.values[name] for name in names & merged.draw.keys())


def place(plan: Plan, identity: str, headings: Mapping[str, Entry]) -> str:
    """Say where a clause stands, as a person would look it up."""
    if identity in headings:
        return headings[identity].place
    clause = plan.choices[identity].clause
    return PLACES.get(clause.kind, clause.title)


class Undecided(NamedTuple):
    """Why a clause cannot be decided: the answer that is missing, and what it has to be for the clause to stay."""

    point: OpenPoint
    stays: str

    def words(self, number: int) -> str:
        """Write it as it stands at the end of the clause."""
        return f"[{number}: keep {self.stays}]"


def undecided(plan: Plan, identity: str) -> Undecided | None:
    """Say what a clause that cannot be decided hangs on: the first of its facts that is unknown."""
    choice = plan.choices[identity]
    if choice.value is not None:
        return None
    literal = next(name for name in choice.facts if holds(name, plan.subject) is None)
    name = fact(literal)
    meaning = meaning_of(name).rstrip(".")
    stays = f"{'if' if literal == name else 'unless'} {meaning[0].lower()}{meaning[1:]}"
    return Undecided(_missing(plan, plan.subject.fact(name).rests_on), stays)


def _missing(plan: Plan, paths: Sequence[str]) -> OpenPoint:
    """Turn the first unanswered question of these into an open point."""
    case = plan.subject.case
    return open_point(case, next((path for path in paths if unanswered(case, path)), paths[0]))


def _filler(
    plan: Plan, merged: Merge, headings: Mapping[str, Entry], register: Register
) -> Callable[[str, Placeholder, Mapping[str, object]], str]:
    def fill(identity: str, placeholder: Placeholder, item: Mapping[str, object]) -> str:
        if placeholder.reference:
            return headings[placeholder.reference].reference
        value = _value(placeholder.field, merged, item)
        return value if isinstance(value, str) else register.place(value, place(plan, identity, headings))

    return fill


def _value(name: str, merged: Merge, item: Mapping[str, object]) -> Value:
    _, dot, field = name.partition(".")
    value = item[field] if dot else merged.values[name]
    return value if isinstance(value, str | OpenPoint | Pending) else str(value)
