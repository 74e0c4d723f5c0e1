"""The amount that a formula assignment reaches, and what must be conveyed to satisfy it."""

from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from assembler.law.estate import Estate
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import CENT, ZERO, plain, stated
from assembler.law.net_tax import net_tax

FORMULA = "26 CFR 20.2056A-4(b)(2), 20.2056A-4(d), Example 2"
DATE_OF_TRANSFER = "26 CFR 20.2056A-4(b)(4)(i)"
FAIRLY_REPRESENTATIVE = "26 CFR 20.2056A-4(b)(4)(ii)"

SURPLUS = "26 USC 2001(b), 2010(c), 2056(a)"

SHARE = Decimal("0.000001")
SHARE_ROUNDING = ROUND_CEILING
"""The share is shown to six places, rounded up, so that a share so stated never brings too little into the QDOT."""


def formula_amount(estate: Estate, passing: Decimal) -> Figure:
    """Compute the least marital deduction that brings the decedent's federal estate tax to zero, in dollars.

    ``estate`` is the decedent's, its taxable estate before any deduction for this property; ``passing`` is the value,
    as finally determined, of the property that passed to the spouse and may be assigned. Where even all of that leaves
    a tax, the formula reaches all, and a step says what tax is left. Raises OutOfRange where more passes than is
    taxable.

    26 CFR 20.2056A-4(b)(2), 20.2056A-4(d), Example 2.
    """
    stated("the property that passed to the spouse", passing, FORMULA)
    if passing > estate.taxable_estate:
        raise OutOfRange(
            f"property of {passing} passed to the spouse from a taxable estate of {estate.taxable_estate}",
            "state the taxable estate before any deduction for that property",
            FORMULA,
        )
    if estate.foreign:
        raise OutOfRange(
            "the credit for foreign death taxes changes with the marital deduction",
            "compute the tax with and without the deduction, and state the credit as another credit",
            "26 USC 2014(b)(2)",
        )
    amount = _least(estate, passing)
    left = net_tax(replace(estate, taxable_estate=estate.taxable_estate - amount))
    before = net_tax(estate)
    steps = [
        Step("Taxable estate without the assignment", plain(estate.taxable_estate), FORMULA),
        Step("Federal estate tax without the assignment", plain(before.amount), FORMULA),
        Step("Least amount assigned", plain(amount), FORMULA),
        *(replace(s, text=s.text.replace("Decedent's actual", "Remaining")) for s in left.steps),
        Step("Federal estate tax with the assignment", plain(left.amount), FORMULA),
    ]
    if left.amount:
        steps.append(Step("All that passed is assigned, and a tax is left", plain(left.amount), FORMULA))
    return Figure("formula amount", plain(amount), "dollars", tuple(steps), (FORMULA,))


def marital_surplus(estate: Estate, deduction: Decimal) -> Figure:
    """Compute the part of a marital deduction beyond the least that brings the estate tax to zero, in dollars.

    ``estate`` is the decedent's, its taxable estate before any marital deduction. Zero where all of the deduction is
    needed, or more. Raises OutOfRange as `formula_amount` does.

    26 USC 2001(b), 2010(c), 2056(a).
    """
    least = formula_amount(estate, deduction).number
    surplus = plain(deduction - least)
    steps = (
        Step("Marital deduction", plain(deduction), SURPLUS),
        Step("Less: least marital deduction that leaves the least federal estate tax", plain(least), SURPLUS),
        Step("Deducted without need", surplus, SURPLUS),
    )
    return Figure("marital deduction beyond need", surplus, "dollars", steps, (SURPLUS,))


def formula_share(amount: Decimal, passing: Decimal) -> Figure:
    """Compute the share of the property that passed which a formula amount is, as a fraction to six places, rounded up.

    Raises OutOfRange where nothing passed, or less than the amount.

    26 CFR 20.2056A-4(b)(2).
    """
    stated("the formula amount", amount, FORMULA)
    if not passing or stated("the property that passed to the spouse", passing, FORMULA) < amount:
        raise OutOfRange(f"{amount} of property worth {passing}", "state all the property that passed", FORMULA)
    share = (amount / passing).quantize(SHARE, rounding=SHARE_ROUNDING)
    step = Step(f"${plain(amount):,} ÷ ${plain(passing):,}, rounded up", share, FORMULA, "fraction")
    return Figure("formula share", share, "fraction", (step,), (FORMULA,))


def shortfall(assigned: Decimal, transferred: Decimal) -> Figure:
    """Compute how much property transferred falls short of a pecuniary assignment, in dollars, zero where it does not.

    ``transferred`` is the aggregate fair market value on the date of actual transfer to the QDOT.

    26 CFR 20.2056A-4(b)(4)(i).
    """
    stated("the amount assigned", assigned, DATE_OF_TRANSFER)
    stated("the value transferred", transferred, DATE_OF_TRANSFER)
    short = plain(max(assigned - transferred, ZERO))
    steps = (
        Step("Pecuniary amount assigned", plain(assigned), DATE_OF_TRANSFER),
        Step("Less: value actually transferred, on the date of transfer", plain(transferred), DATE_OF_TRANSFER),
        Step("Still to be transferred", short, DATE_OF_TRANSFER),
    )
    return Figure("shortfall of the pecuniary assignment", short, "dollars", steps, (DATE_OF_TRANSFER,))


def representative_value(assigned: Decimal, available_then: Decimal, available_now: Decimal) -> Figure:
    """Compute what property must be worth at transfer to share fairly in gain or loss since valuation, in dollars.

    ``available_then`` and ``available_now`` are all property available for transfer, on the valuation date and on the
    date of actual transfer. Rounded up to the cent. The regulation asks for "fairly representative" and sets no
    measure: the same ratio is the measure that cannot be questioned. Raises OutOfRange where nothing was available.

    26 CFR 20.2056A-4(b)(4)(ii).
    """
    for what, amount in (("the amount assigned", assigned), ("the property available", available_now)):
        stated(what, amount, FAIRLY_REPRESENTATIVE)
    if not available_then or stated("the property then available", available_then, FAIRLY_REPRESENTATIVE) < assigned:
        raise OutOfRange(
            f"{assigned} was assigned of property that was worth {available_then}",
            "state the value of all property available, on the valuation date",
            FAIRLY_REPRESENTATIVE,
        )
    value = plain((assigned * available_now / available_then).quantize(CENT, rounding=ROUND_CEILING))
    text = f"${plain(assigned):,} × ${plain(available_now):,} (now) ÷ ${plain(available_then):,} (then), rounded up"
    step = Step(text, value, FAIRLY_REPRESENTATIVE)
    return Figure("value to be transferred", value, "dollars", (step,), (FAIRLY_REPRESENTATIVE,))


def _least(estate: Estate, passing: Decimal) -> Decimal:
    """Search the cents up to all that passed, halving: the tax falls as more is assigned."""
    low, high = 0, int((passing / CENT).to_integral_value(rounding=ROUND_CEILING))
    while low < high:
        middle = (low + high) // 2
        if net_tax(replace(estate, taxable_estate=estate.taxable_estate - middle * CENT)).amount:
            low = middle + 1
        else:
            high = middle
    return min(low * CENT, passing)
