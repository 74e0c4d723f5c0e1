"""Every figure a case calls for, topic by topic, in the order of a worksheet."""

from collections.abc import Iterator

from assembler.findings import (
    annuities,
    assignment_amounts,
    foreign_limit,
    gifts,
    joint_property,
    qdot_tax,
    residence_sale,
    security_amount,
    tax_at_death,
    taxable_estates,
)
from assembler.findings.figure import Figures, Line, gather
from assembler.findings.subject import Subject


def worksheet(whole: Subject, trusts: tuple[Subject, ...]) -> Figures:
    """Compute every figure that the answers of a case allow; one that rests on an answer not given is left out.

    All amounts are in dollars: a value abroad is stated at its worth in dollars, and no rate of exchange is applied.
    What the law or a table does not reach is a problem at the path of its answer, and nothing is raised.
    """
    return gather(_lines(whole, trusts))


def _lines(whole: Subject, trusts: tuple[Subject, ...]) -> Iterator[Line]:
    case = whole.case
    yield from security_amount.figures(whole, trusts)
    yield from foreign_limit.figures(trusts)
    yield from residence_sale.figures(whole)
    yield from joint_property.figures(case)
    yield from assignment_amounts.figures(case)
    yield from annuities.figures(case)
    yield from taxable_estates.figures(case)
    yield from qdot_tax.figures(case)
    yield from tax_at_death.figures(case)
    yield from gifts.figures(case)
