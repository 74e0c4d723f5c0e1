"""A small case as text, and the one problem of a case that has one."""

from assembler.casefile import Reading, read
from assembler.problem import Problem

HEAD = "format: 1\nas_of: 2026-11-21\n"


def reading(text: str) -> Reading:
    """Read the text after the two lines that every case begins with."""
    return read((HEAD + text).encode())


def the_problem(text: str) -> Problem:
    """Return the only problem of the text after those two lines."""
    found = reading(text)
    assert found.case is None
    (problem,) = found.problems
    return problem
