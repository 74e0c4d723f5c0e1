"""The amount on which the section 2056A estate tax is imposed, for each of the three taxable events."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import ZERO, plain, stated

DISTRIBUTION = "26 USC 2056A(b)(1)(A); 26 CFR 20.2056A-5(b)(1)"
DEATH = "26 USC 2056A(b)(1)(B); 26 CFR 20.2056A-5(b)(2)"
CESSATION = "26 USC 2056A(b)(4); 26 CFR 20.2056A-5(b)(3)"
INCOME = "26 USC 2056A(b)(3)(A); 26 CFR 20.2056A-5(c)(2)"
HARDSHIP = "26 USC 2056A(b)(3)(B); 26 CFR 20.2056A-5(c)(1)"
EXEMPT = "26 CFR 20.2056A-5(c)(3)"
NO_FILER = "26 USC 2056A(b)(2)(C)"
DEDUCTIONS = "26 USC 2056A(b)(10)(A), 2055, 2056; 26 CFR 20.2056A-6(b)(1), (3)"
SPECIAL_USE = "26 CFR 20.2056A-6(b)(5)(iii)"
SPECIAL_USE_CAP = Decimal(750_000)
"""The most by which special use valuation lowers the value in the QDOT. The regulation prints this amount and takes
no notice that section 2032A(a)(3) has adjusted it since 1998; the attorney may claim more.
26 CFR 20.2056A-6(b)(5)(iii)."""


@dataclass(frozen=True)
class Distribution:
    """What left a QDOT in the spouse's lifetime, in dollars, and which parts of it are exempt.

    ``withheld`` was kept back for the tax and is not in ``money``; ``income``, ``hardship`` and ``exempt`` are parts of
    the money and property. Property counts at fair market value, also where it went to another by the spouse's power.

    26 CFR 20.2056A-5(b)(1), (c).
    """

    money: Decimal = ZERO
    property: Decimal = ZERO
    withheld: Decimal = ZERO
    income: Decimal = ZERO
    hardship: Decimal = ZERO
    exempt: Decimal = ZERO


def distribution_amount(paid: Distribution, *, is_hardship_exempt: bool = True) -> Figure:
    """Compute the amount of a lifetime distribution that is taxed, in dollars.

    Hardship is not exempt where several QDOTs have no designated filer. Raises OutOfRange where the exempt parts are
    more than the money and property.

    26 CFR 20.2056A-5(b)(1), (c); 26 USC 2056A(b)(2)(C).
    """
    for item in fields(paid):
        stated(f"the distribution's {item.name}", getattr(paid, item.name), DISTRIBUTION)
    whole = paid.money + paid.property
    exempt = paid.income + paid.hardship + paid.exempt
    if exempt > whole:
        raise OutOfRange(
            f"the exempt parts, {exempt}, are more than the money and property distributed, {whole}",
            "state each exempt part as a part of the money and property",
            DISTRIBUTION,
        )
    hardship = paid.hardship if is_hardship_exempt else ZERO
    amount = plain(whole + paid.withheld - paid.income - hardship - paid.exempt)
    steps = [
        *_given("Money distributed", paid.money, DISTRIBUTION),
        *_given("Fair market value of property distributed", paid.property, DISTRIBUTION),
        *_given("Amount withheld to pay the tax", paid.withheld, DISTRIBUTION),
        *_given("Less: income distributed to the spouse", paid.income, INCOME),
        *_hardship(paid.hardship, is_exempt=is_hardship_exempt),
        *_given("Less: expenses, taxes, dispositions for value and reimbursements", paid.exempt, EXEMPT),
        Step("Amount subject to tax", amount, DISTRIBUTION),
    ]
    return Figure("taxable distribution", amount, "dollars", tuple(steps), (DISTRIBUTION,))


def death_amount(
    value: Decimal,
    undistributed_income: Decimal = ZERO,
    *,
    residual_payments: Decimal = ZERO,
    special_use_reduction: Decimal = ZERO,
    charitable: Decimal = ZERO,
    marital: Decimal = ZERO,
) -> Figure:
    """Compute the amount that is taxed on the spouse's death, in dollars.

    ``value`` is that of the trust assets on the date of death, or on the alternate date elected on the Form 706-QDT;
    ``residual_payments`` are those of a plan that pass on the spouse's death to the estate or to successors. The
    deductions are those allowable to the spouse's estate, or allowable if the spouse had been a resident; the
    charitable one also for a trust of section 2056(b)(8). Raises OutOfRange where more is taken off than there is.

    26 CFR 20.2056A-5(b)(2), 20.2056A-6(b)(2), (3), (5).
    """
    added = (
        ("Fair market value of the trust assets", value, DEATH),
        ("Plus undistributed income in the trust", undistributed_income, DEATH),
        ("Plus residual payments of plans and annuities", residual_payments, DEATH),
    )
    taken = (
        ("Less: special use valuation", special_use_reduction, SPECIAL_USE),
        ("Less: charitable deduction", charitable, DEDUCTIONS),
        ("Less: marital deduction", marital, DEDUCTIONS),
    )
    for text, part, law in (*added, *taken):
        stated(text, part, law)
    amount = plain(_sum(added) - _sum(taken))
    _check_taken(special_use_reduction, amount)
    steps = [step for text, part, law in (*added, *taken) for step in _given(text, part, law)]
    steps.append(Step("Amount subject to tax", amount, DEATH))
    return Figure("QDOT property at the spouse's death", amount, "dollars", tuple(steps), (DEATH, DEDUCTIONS))


def cessation_amount(value: Decimal) -> Figure:
    """Take the value of the trust assets on the day the trust ceased to qualify, in dollars; the whole is taxed.

    26 USC 2056A(b)(4); 26 CFR 20.2056A-5(b)(3).
    """
    amount = plain(stated("the value of the trust assets", value, CESSATION))
    step = Step("Fair market value of the trust assets on the date of disqualification", amount, CESSATION)
    return Figure("QDOT property at disqualification", amount, "dollars", (step,), (CESSATION,))


def _sum(parts: Sequence[tuple[str, Decimal, str]]) -> Decimal:
    return sum((part for _, part, _ in parts), ZERO)


def _given(text: str, part: Decimal, law: str) -> tuple[Step, ...]:
    return (Step(text, plain(part), law),) if part else ()


def _hardship(part: Decimal, *, is_exempt: bool) -> tuple[Step, ...]:
    if is_exempt:
        return _given("Less: distributed on account of hardship", part, HARDSHIP)
    return _given("Hardship, not exempt: several QDOTs and no designated filer", part, NO_FILER)


def _check_taken(reduction: Decimal, left: Decimal) -> None:
    if reduction > SPECIAL_USE_CAP:
        raise OutOfRange(
            f"special use valuation lowers the value by {reduction}, more than ${SPECIAL_USE_CAP:,}",
            f"take off no more than ${SPECIAL_USE_CAP:,}",
            SPECIAL_USE,
        )
    if left < 0:
        raise OutOfRange(
            f"the deductions are more than all that is in the trust, by {-left}",
            "state the deductions for property of this trust only",
            DEDUCTIONS,
        )
