"""Every figure a case calls for, topic by topic, in the order of a worksheet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assembler.findings import (
    annuities,
    annuity_threshold,
    assignment_amounts,
    foreign_limit,
    gifts,
    joint_property,
    marital_surplus,
    qdot_tax,
    residence_sale,
    residence_threshold,
    security_amount,
    tax_at_death,
    taxable_estates,
    threshold,
)
from assembler.findings.figure import Figures, Line, gather

if TYPE_CHECKING:
    from assembler.findings.find import Findings


def worksheet(findings: "Findings") -> Figures:
    """Compute every figure that the answers of a case allow; one that rests on an answer not given is left out.

    All amounts are in dollars: a value abroad is stated at its worth in dollars, and no rate of exchange is applied.
    What the law or a table does not reach is a problem at the path of its answer, and nothing is raised.
    """
    return gather(_lines(findings))


def _lines(findings: "Findings") -> Iterator[Line]:
    case, whole = findings.case, findings.whole
    yield from security_amount.figures(whole, findings.trusts)
    yield from threshold.figures(whole)
    yield from annuity_threshold.figures(whole)
    yield from foreign_limit.figures(findings.trusts)
    yield from residence_sale.figures(whole)
    yield from residence_threshold.figures(whole)
    yield from joint_property.figures(case)
    yield from assignment_amounts.figures(findings.assignments)
    yield from annuities.figures(findings.annuities)
    yield from taxable_estates.figures(case)
    yield from marital_surplus.figures(whole)
    yield from qdot_tax.figures(whole)
    yield from tax_at_death.figures(whole)
    yield from gifts.figures(case)
