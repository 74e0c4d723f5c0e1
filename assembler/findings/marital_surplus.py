"""Whether the estate deducts more for the spouse than brings its tax to zero."""

from collections.abc import Iterator

from assembler.findings.figure import Line, decedents_estate, of
from assembler.findings.finding import Amount, Fact, Finding, dollars, unreached
from assembler.findings.subject import Subject, conclusion
from assembler.findings.taxable_estates import of_decedent, taxable
from assembler.findings.vocabulary import FactName
from assembler.law.figure import OutOfRange
from assembler.law.formula import SURPLUS, marital_surplus

FACTS = (
    FactName("has_marital_surplus", "The estate, as described, deducts more for the spouse than its tax calls for."),
)


@conclusion
def surplus(whole: Subject) -> Amount:
    """Compute the part of the marital deduction that saves no tax; unknown while the estate is not described."""
    answers, law = whole.case.estate, (SURPLUS,)
    rests_on = ("estate.marital_deduction", "estate.taxable_estate", "decedent.died", "decedent.status")
    try:
        after = taxable(answers)
        deduction = answers.marital_deduction
        before = None if after is None or deduction is None else of_decedent(whole.case, after + deduction)
        if before is None or deduction is None:
            return Finding(None, "the estate and its marital deduction are not described", law, rests_on)
        return Finding(marital_surplus(before, deduction), "the estate is described", law, rests_on, before.died)
    except OutOfRange as outside:  # told where the estate itself is shown
        return unreached(outside, "estate")


def facts(whole: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether there is a surplus; an estate that is not described shows none."""
    found = surplus(whole.whole)
    amount = None if found.value is None else found.value.number
    because = found.because if amount is None else f"{dollars(amount)} is deducted beyond what brings the tax to zero"
    yield "has_marital_surplus", Finding(bool(amount), because, found.law, found.rests_on)


def figures(whole: Subject) -> Iterator[Line]:
    """Give the surplus where there is one."""
    found = surplus(whole)
    if found.value is not None and found.value.value:
        yield from of(decedents_estate(whole.case), found.value)
