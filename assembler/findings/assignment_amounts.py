"""What the spouse brings to a trust: the deduction it supports, what a formula reaches, what is still to convey."""

from collections.abc import Iterator
from decimal import Decimal

from assembler.casefile.choices import Manner
from assembler.casefile.shape import Assignment, Case
from assembler.findings.figure import Line, Note, described, of, worked
from assembler.findings.subject import item
from assembler.findings.taxable_estates import of_decedent
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.formula import formula_amount, formula_share, representative_value, shortfall
from assembler.law.money import ZERO, plain
from assembler.law.remainder import remainder_gift
from assembler.law.tables import unconfirmed

TRANSFER = "26 CFR 20.2056A-4(b)(1), 20.2056A-4(d), Example 1"
KEPT = "26 USC 2056(d)(1), (2); 26 CFR 20.2056A-4(d), Example 1"
PECUNIARY = (Manner.ASSIGNED_PECUNIARY, Manner.ASSIGNED_BY_FORMULA)


def figures(case: Case) -> Iterator[Line]:
    """Give the figures of each transfer and assignment, and the deduction that all of them support."""
    for number, assignment in enumerate(case.assignments):
        path = item("assignments", assignment.id, number)
        yield from worked(path, _assignment(case, assignment, _name(assignment, number)))
    deduction = _deduction(case)
    if deduction is not None:
        yield from of("property that passed to the spouse", deduction)


def _name(assignment: Assignment, number: int) -> str:
    return described(assignment.description, assignment.id, number, "assignment")


def _assignment(case: Case, assignment: Assignment, name: str) -> Iterator[Line]:
    if assignment.manner is Manner.ASSIGNED_BY_FORMULA:
        yield from _formula(case, assignment, name)
    amount = _supported(case, assignment)
    if assignment.manner in PECUNIARY and amount is not None:
        yield from _conveyance(assignment, amount, name)
    yield from _gift(case, assignment, name)


def _formula(case: Case, assignment: Assignment, name: str) -> Iterator[Line]:
    figure = formula_figure(case, assignment)
    if figure is None or assignment.value is None:
        return
    yield from of(name, figure)
    if assignment.value:
        yield from of(name, formula_share(Decimal(str(figure.value)), assignment.value))


def formula_figure(case: Case, assignment: Assignment) -> Figure | None:
    """Compute the amount that a formula reaches; None where an answer is missing.

    Raises OutOfRange as the law does: more passes than is taxable, or a foreign credit that moves with the deduction.
    """
    if assignment.value is None or assignment.taxable_estate_before is None:
        return None
    estate = of_decedent(case, assignment.taxable_estate_before)
    return None if estate is None else formula_amount(estate, assignment.value)


def _conveyance(assignment: Assignment, amount: Decimal, name: str) -> Iterator[Line]:
    if assignment.conveyed_value is not None:
        yield from of(name, shortfall(amount, assignment.conveyed_value))
    if assignment.available_then is not None and assignment.available_now is not None:
        yield from of(name, representative_value(amount, assignment.available_then, assignment.available_now))


def _gift(case: Case, assignment: Assignment, name: str) -> Iterator[Line]:
    given, born = assignment.gift_made, case.spouse.born
    if given is None or assignment.value is None or assignment.manner is Manner.KEPT:
        return
    if born is None:
        yield Note(f"{name}: the gift of the remainder waits for an answer: spouse.born")
        return
    figure = remainder_gift(assignment.value, born, given)
    yield from of(name, figure)
    for text in (*unconfirmed("section_7520_rates", given), *_mortality(figure)):
        yield Note(text)


def _mortality(figure: Figure) -> tuple[str, ...]:
    tables = (str(step.value).removeprefix("Table ") for step in figure.steps if step.text == "Mortality table")
    return tuple(note for table in tables for note in unconfirmed("mortality", table))


def _supported(case: Case, assignment: Assignment) -> Decimal | None:
    """Return what a transfer or assignment supports of the deduction, in dollars; None where it is not known."""
    if assignment.manner is Manner.ASSIGNED_BY_FORMULA:
        figure = formula_figure(case, assignment)
        return None if figure is None else Decimal(str(figure.value))
    return ZERO if assignment.manner is Manner.KEPT else assignment.value


def _deduction(case: Case) -> Figure | None:
    """Add what is transferred and assigned, and show what is kept; None where an answer is missing."""
    steps: list[Step] = []
    total = ZERO
    for number, assignment in enumerate(case.assignments):
        try:
            amount = _supported(case, assignment)
        except OutOfRange:  # told where the assignment itself is shown
            return None
        if amount is None or assignment.value is None or assignment.manner is None:
            return None
        total += amount
        steps.append(_step(assignment, number, amount))
    if not steps:
        return None
    steps.append(Step("Marital deduction for what is transferred and assigned", plain(total), TRANSFER))
    return Figure("marital deduction by transfer and assignment", plain(total), "dollars", tuple(steps), (TRANSFER,))


def _step(assignment: Assignment, number: int, amount: Decimal) -> Step:
    name = _name(assignment, number)
    if assignment.manner is Manner.KEPT:
        return Step(f"{name}, not brought to a QDOT: no deduction for ${plain(assignment.value or ZERO):,}", ZERO, KEPT)
    said = "transferred" if assignment.manner is Manner.TRANSFERRED else "assigned"
    return Step(f"{name}, {said}", plain(amount), TRANSFER)
