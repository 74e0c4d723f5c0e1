"""What the spouse brings to a trust: the deduction it supports, what a formula reaches, what is still to convey."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assembler.casefile.choices import Manner
from assembler.casefile.shape import AssignedAsset, Assignment
from assembler.findings.figure import Line, Note, described, of, of_finding, worked
from assembler.findings.finding import Amount, Finding, dollars, unreached
from assembler.findings.joint_property import ALL, assigned_assets
from assembler.findings.subject import Subject, conclusion, item
from assembler.findings.taxable_estates import of_decedent
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.formula import formula_amount, formula_share, representative_value, shortfall
from assembler.law.money import PERCENT, ZERO, plain
from assembler.law.remainder import remainder_gift
from assembler.law.tables import unconfirmed
from assembler.problem import Problem

TRANSFER = "26 CFR 20.2056A-4(b)(1), 20.2056A-4(d), Example 1"
PROTECTIVE = "26 CFR 20.2056A-3(c), 20.2056A-4(b)(8)"
KEPT = "26 USC 2056(d)(1), (2); 26 CFR 20.2056A-4(d), Example 1"
FORMULA = "26 CFR 20.2056A-4(b)(2), 20.2056A-4(d), Example 2"
SUMS = (Manner.ASSIGNED_PECUNIARY, Manner.ASSIGNED_BY_FORMULA)
"""The manners in which a sum is assigned, and no asset."""


@conclusion
def amount_of_formula(subject: Subject) -> Amount:
    """Compute the amount that a formula reaches; unknown while an answer is missing or nothing is assigned by one."""
    assignment = subject.assignment
    if assignment.manner is not Manner.ASSIGNED_BY_FORMULA:
        return Finding(None, "nothing is assigned by a formula", (FORMULA,), (subject.path("manner"),))
    if assignment.value is None or assignment.taxable_estate_before is None:
        rests_on = (subject.path("value"), subject.path("taxable_estate_before"))
        return Finding(None, "the values on which the formula rests are not stated", (FORMULA,), rests_on)
    try:
        estate = of_decedent(subject.case, assignment.taxable_estate_before)
        if estate is None:
            return Finding(None, "the decedent's estate is not described", (FORMULA,), ("decedent.died", "estate"))
        figure = formula_amount(estate, assignment.value)
    except OutOfRange as outside:
        return unreached(outside, subject.where)
    return Finding(figure, "the formula is computed", figure.law, (), subject.case.decedent.died)


@conclusion
def share_of_formula(subject: Subject) -> Amount:
    """Compute what part of the property the formula reaches."""
    amount, value = amount_of_formula(subject), subject.assignment.value
    if amount.value is None or not value:
        return amount if amount.value is None else Finding(None, "nothing is assigned", amount.law, amount.rests_on)
    figure = formula_share(amount.value.number, value)
    return Finding(figure, "the formula is computed", figure.law, (), amount.day)


def share_is_exact(subject: Subject) -> Finding[bool]:
    """Find whether the share that a formula reaches comes out even, or was rounded up."""
    share, amount, value = share_of_formula(subject), amount_of_formula(subject), subject.assignment.value
    if share.value is None or amount.value is None or value is None:
        return Finding(None, share.because, share.law, share.rests_on)
    exact = share.value.number * value == amount.value.number
    return Finding(exact, share.because, share.law, share.rests_on, share.day)


@conclusion
def value_assigned(subject: Subject) -> Finding[Decimal]:
    """Find what an assignment comes to in dollars: as stated, or the fraction of the values of its assets."""
    assignment, law = subject.assignment, (TRANSFER,)
    if assignment.value is not None:
        return Finding(assignment.value, "the value assigned is stated", law, (subject.path("value"),))
    total = value_of_assets(assignment)
    if total is None or assignment.manner in SUMS:
        is_valued = any(asset.value is not None for asset in assignment.assets or ())
        rests_on = (subject.path("assets" if is_valued else "value"),)
        return Finding(None, "the value of what is assigned is not stated", law, rests_on)
    return Finding(total, "the values of the assets are stated", law, (subject.path("assets"),))


def value_of_assets(assignment: Assignment) -> Decimal | None:
    """Add up the fraction that goes of the value of each asset; None where one is not valued, or none is listed."""
    values = [asset.value for asset in assignment.assets or ()]
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return None
    return sum(known, ZERO) * assignment.fraction * PERCENT


def schedule_total(subject: Subject) -> Finding[Decimal]:
    """Find what the property that a schedule lists is worth together, each asset as a whole, in dollars."""
    listed, law = assigned_assets(subject.assignment), (TRANSFER,)
    if subject.assignment.assets is None:
        path = subject.path("value")
        return Finding(listed[0].value, "it is the value of the one thing assigned", law, (path,))
    where = subject.path("assets")
    unvalued = tuple(f"{item(where, one.id, n)}.value" for n, one in enumerate(listed) if one.value is None)
    if unvalued:
        return Finding(None, "the assets are not all valued", law, unvalued)
    total = sum((one.value or ZERO for one in listed), ZERO)
    return Finding(total, "the values of the assets are stated", law, (where,))


def figures(assignments: Sequence[Subject]) -> Iterator[Line]:
    """Give the figures of each transfer and assignment, and the deduction that all of them support."""
    for subject in assignments:
        yield from worked(subject.where, _assignment(subject))
    deduction = _deduction(assignments)
    if deduction is not None:
        yield from of("property that passed to the spouse", deduction)


def _name(subject: Subject) -> str:
    return described(subject.assignment.description, subject.assignment.id, subject.number, "assignment")


def _assignment(subject: Subject) -> Iterator[Line]:
    name = _name(subject)
    yield from of_finding(name, amount_of_formula(subject))
    if amount_of_formula(subject).fix:
        return
    yield from of_finding(name, share_of_formula(subject))
    amount = _supported(subject)
    if subject.assignment.manner in SUMS and amount is not None:
        yield from _conveyance(subject, amount, name)
    yield from _gift(subject, name)


def _conveyance(subject: Subject, amount: Decimal, name: str) -> Iterator[Line]:
    assignment = subject.assignment
    if assignment.conveyed_value is not None:
        yield from of(name, shortfall(amount, assignment.conveyed_value))
    if assignment.available_then is not None and assignment.available_now is not None:
        yield from of(name, representative_value(amount, assignment.available_then, assignment.available_now))


def _gift(subject: Subject, name: str) -> Iterator[Line]:
    assignment, born = subject.assignment, subject.case.spouse.born
    given = assignment.gift_made
    if given is None or assignment.value is None or assignment.manner is Manner.KEPT:
        return
    if born is None:
        yield Note(f"{name}: the gift of the remainder waits for an answer: spouse.born")
        return
    rate = assignment.section_7520_rate
    figure = remainder_gift(assignment.value, born, given, rate=rate)
    yield from of(name, figure)
    stated = f"the section 7520 rate for {given:%Y-%m}, {rate} percent, is as stated, not from the table"
    of_rate = unconfirmed("section_7520_rates", given) if rate is None else (stated,)
    for text in (*of_rate, *_mortality(figure)):
        yield Note(text)


def _mortality(figure: Figure) -> tuple[str, ...]:
    tables = (str(step.value).removeprefix("Table ") for step in figure.steps if step.text == "Mortality table")
    return tuple(note for table in tables for note in unconfirmed("mortality", table))


def _supported(subject: Subject) -> Decimal | None:
    """Return what a transfer or assignment supports of the deduction, in dollars; None where it is not known."""
    if subject.assignment.manner is Manner.ASSIGNED_BY_FORMULA:
        figure = amount_of_formula(subject).value
        return None if figure is None else figure.number
    return ZERO if subject.assignment.manner is Manner.KEPT else subject.assignment.value


def _deduction(assignments: Sequence[Subject]) -> Figure | None:
    """Add what is transferred and assigned, and show what is not counted; None where an answer is missing.

    A protective assignment counts when its doubt is resolved, and what the law refuses never does.
    """
    steps: list[Step] = []
    total = ZERO
    for subject in assignments:
        amount = _supported(subject)
        if amount is None or subject.assignment.value is None or subject.assignment.manner is None:
            return None
        step = _uncounted(subject, amount) or _step(subject, amount)
        total += step.number
        steps.append(step)
    if not steps:
        return None
    steps.append(Step("Marital deduction for what is transferred and assigned", plain(total), TRANSFER))
    return Figure("marital deduction by transfer and assignment", plain(total), "dollars", tuple(steps), (TRANSFER,))


def _uncounted(subject: Subject, amount: Decimal) -> Step | None:
    name, worth = _name(subject), f"${plain(amount):,}"
    if any(problem.where.startswith(subject.where) for problem in subject.problems):
        return Step(f"{name}, refused: no deduction for {worth}", ZERO, TRANSFER)
    if subject["assignment_protective"]:
        return Step(f"{name}, assigned protectively: {worth} not counted until the doubt is resolved", ZERO, PROTECTIVE)
    return None


def _step(subject: Subject, amount: Decimal) -> Step:
    name, value = _name(subject), subject.assignment.value or ZERO
    if subject.assignment.manner is Manner.KEPT:
        return Step(f"{name}, not brought to a QDOT: no deduction for ${plain(value):,}", ZERO, KEPT)
    said = "transferred" if subject.assignment.manner is Manner.TRANSFERRED else "assigned"
    return Step(f"{name}, {said}", plain(amount), TRANSFER)


def total_refused(assignment: Assignment, where: str) -> Iterator[Problem]:
    """Refuse a value of all that is assigned that is not what its assets come to."""
    stated, total = assignment.value, value_of_assets(assignment)
    if stated is None or total is None or not _has_total(assignment):
        return
    if abs(total - stated) > 1:  # a share of six places does not come out to the dollar
        what = f"the value assigned is {dollars(stated)}, and that of the assets comes to {dollars(total)}."
        yield Problem(f"{where}.value", what, "correct the one or the other.")


def _has_total(assignment: Assignment) -> bool:
    """Tell whether the value stated is that of all the assets, as that of a formula is that reaches no part of one."""
    of_assets = assignment.manner in (Manner.ASSIGNED, Manner.TRANSFERRED)
    is_formula = assignment.manner is Manner.ASSIGNED_BY_FORMULA
    return of_assets or (is_formula and not any(_may_be_partly_included(one) for one in assignment.assets or ()))


def _may_be_partly_included(asset: AssignedAsset) -> bool:
    is_part = asset.included is not None and asset.included < ALL
    return is_part or asset.joint_property is not None or bool(asset.is_community)
