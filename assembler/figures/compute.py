"""Every figure a case calls for, topic by topic, in the order of a worksheet."""

from collections.abc import Iterator

from assembler.casefile.shape import Case
from assembler.facts.finding import Facts
from assembler.figures import annuities, assignments, death, estates, gifts, joint, residence, size, taxes, year_ends
from assembler.figures.worked import Figures, Line, gather


def compute(case: Case, facts: Facts) -> Figures:
    """Compute every figure that the answers of a case allow; one that rests on an answer not given is left out.

    All amounts are in dollars: a value abroad is stated at its worth in dollars, and no rate of exchange is applied.
    What the law or a table does not reach is a problem at the path of its answer, and nothing is raised.
    """
    return gather(_lines(case, facts))


def _lines(case: Case, facts: Facts) -> Iterator[Line]:
    yield from size.lines(case, facts)
    yield from year_ends.lines(case, facts)
    yield from residence.lines(case)
    yield from joint.lines(case)
    yield from assignments.lines(case)
    yield from annuities.lines(case)
    yield from estates.lines(case)
    yield from taxes.lines(case)
    yield from death.lines(case)
    yield from gifts.lines(case)
