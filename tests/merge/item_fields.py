"""The fields of one assignment or annuity, filled for a sample or for a case that a test states in a line."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from phrases import PHRASES

from assembler.casefile import read
from assembler.casefile.shape import Annuity, Assignment, Case
from assembler.findings import Findings, Subject, find
from assembler.merge import Merge, merge

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def sample(name: str) -> Case:
    """Read the case of a sample."""
    case = read(SAMPLES / f"{name}.yaml").case
    assert case is not None
    return case


def items(found: Findings) -> tuple[Subject, ...]:
    """Give every assignment and annuity of a case."""
    return (*found.assignments, *found.annuities)


def merged(case: Case, identity: str) -> Merge:
    """Fill the fields of the item of a case that has this id."""
    return merge(next(one for one in items(find(case)) if one.id == identity), PHRASES)


def of(one: Assignment | Annuity, case: Case = Case()) -> Merge:  # noqa: B008
    """Fill the fields of the only item of a case."""
    if isinstance(one, Assignment):
        alone = replace(case, assignments=(one,), annuities=())
    else:
        alone = replace(case, assignments=(), annuities=(one,))
    (subject,) = items(find(alone))
    return merge(subject, PHRASES)
