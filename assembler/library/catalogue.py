"""Read the requirement catalogue: what the law asks, of which documents, and when."""

from typing import Any

from assembler.library.clause import Requirement
from assembler.library.fields import Fields, flag, read_fields, text, texts
from assembler.library.yaml_text import BrokenYaml, Entries, each_entry, parse
from assembler.problem import Problem

REQUIREMENT: Fields = {
    "id": text(needed=True),
    "cite": text(needed=True),
    "kind": text(needed=True),
    "documents": texts(needed=True),
    "applies": text(needed=True),
    "called_for": texts(),
    "condition": text(otherwise=""),
    "says": text(needed=True),
    "probes": texts(),
    "verbatim": flag(),
    "edge_cases": texts(),
    "depends_on": texts(),
    "currency": text(otherwise=""),
    "test_vectors": texts(),
}


def read_catalogue(written: str, where: str) -> tuple[dict[str, Requirement], tuple[Problem, ...]]:
    """Read every requirement; one that stands twice, or lacks what it needs, is a problem."""
    try:
        found = parse(written)
    except BrokenYaml as error:
        return {}, (Problem(f"{where}:{error.line}", f"the catalogue cannot be read: {error.what}.", "mend the line."),)
    requirements: dict[str, Requirement] = {}
    problems: list[Problem] = []
    for entry in each_entry(found):
        requirement, faults = _requirement(entry, where)
        problems += faults
        if requirement and requirement.id in requirements:
            problems.append(Problem(f"{where}:{entry.line}", f"`{requirement.id}` stands twice.", "keep one."))
        elif requirement:
            requirements[requirement.id] = requirement
    if not requirements:
        problems.append(Problem(f"{where}:1", "the catalogue is empty.", "list requirements, each `- id: ...`."))
    return requirements, tuple(problems)


def _requirement(entry: Entries, where: str) -> tuple[Requirement | None, tuple[Problem, ...]]:
    read, problems = read_fields(entry, REQUIREMENT, where)
    if any(read[name] is None for name, asked in REQUIREMENT.items() if asked.needed):
        return None, problems
    if "called_for" not in entry.values:
        read["called_for"] = None  # not yet put into facts, which is not "always"
    values: dict[str, Any] = read  # each value has passed its field's test
    return Requirement(**values), problems
