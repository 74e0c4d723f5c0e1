"""The increase in basis for tax paid on a gift, or on a distribution from a QDOT as if it were one."""

from decimal import Decimal

from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import ZERO, cents, plain, stated

INCREASE = "26 USC 1015(d)(6)(A); 26 CFR 1.1015-5(c)(1)"
QDOT = "26 USC 2056A(b)(13); 26 CFR 20.2056A-12, 1.1015-5(c)(4)"
SHARE = "26 CFR 1.1015-5(c)(3)"
AMOUNT = "26 CFR 1.1015-5(c)(2)"


def amount_of_gift(value: Decimal, exclusion: Decimal) -> Figure:
    """Compute the amount of a gift, in dollars, after annual exclusion and deductions, which take no more than all.

    26 CFR 1.1015-5(c)(2).
    """
    taken = min(exclusion, value)
    steps = (
        Step("Value of the property", plain(value), AMOUNT),
        Step("Less: annual exclusion and deductions", plain(taken), AMOUNT),
        Step("Included amount of the gift", plain(value - taken), AMOUNT),
    )
    return Figure("amount of the gift", plain(value - taken), "dollars", steps, (AMOUNT,))


def basis_after_distribution(value: Decimal, basis: Decimal, tax: Decimal) -> Figure:
    """Compute the distributee's basis in property distributed from a QDOT in the spouse's lifetime, in dollars.

    ``value`` is the fair market value distributed, ``basis`` the trustee's basis, ``tax`` the section 2056A estate tax
    paid on this property. The distribution is the amount of the gift: no annual exclusion is taken from it.

    26 CFR 20.2056A-12, 1.1015-5(c)(4), (c)(5), Example 2.
    """
    return basis_after_gift(value, basis, tax, value, law=QDOT)


def basis_after_gift(value: Decimal, basis: Decimal, tax: Decimal, gift: Decimal, law: str = INCREASE) -> Figure:
    """Compute the donee's basis in property given after 1976, in dollars: the donor's basis and the increase.

    ``gift`` is the amount of the gift after annual exclusion and deductions; ``tax`` the gift tax paid on it.

    26 CFR 1.1015-5(c)(1), (c)(5), Example 1.
    """
    increase = basis_increase(value, basis, tax, gift, law)
    new = plain(basis + increase.number)
    steps = (*increase.steps, Step(f"Basis: ${plain(basis):,} plus ${increase.value:,}", new, law))
    return Figure("basis", new, "dollars", steps, increase.law)


def basis_increase(value: Decimal, basis: Decimal, tax: Decimal, gift: Decimal, law: str = INCREASE) -> Figure:
    """Compute the increase: the tax, in the ratio of net appreciation to the gift, and never more than the tax.

    Property worth no more than its basis takes no increase. Raises OutOfRange for tax paid on a gift of nothing.

    26 USC 1015(d)(6); 26 CFR 1.1015-5(c)(1).
    """
    for what, amount in (("the value", value), ("the basis", basis), ("the tax paid", tax), ("the gift", gift)):
        stated(what, amount, law)
    if tax and not gift:
        raise OutOfRange(
            "tax was paid, and the amount of the gift is nothing", "state the amount that was taxed", AMOUNT
        )
    appreciation = max(value - basis, ZERO)
    share = cents(tax * appreciation / gift) if gift else ZERO
    increase = plain(min(share, tax))
    ratio = f"${plain(tax):,} × ${plain(appreciation):,} ÷ ${plain(gift):,}"
    text = f"Increase in basis: {ratio}" if share <= tax else f"Increase in basis: {ratio}, not more than the tax"
    steps = (
        Step("Fair market value", plain(value), INCREASE),
        Step("Less: basis immediately before", plain(basis), INCREASE),
        Step("Net appreciation", plain(appreciation), INCREASE),
        Step("Amount of the gift", plain(gift), law if law == QDOT else AMOUNT),
        Step("Tax paid with respect to it", plain(tax), law if law == QDOT else SHARE),
        Step(text, increase, INCREASE),
    )
    return Figure("increase in basis", increase, "dollars", steps, (INCREASE, law) if law != INCREASE else (law,))


def tax_on_one_gift(tax: Decimal, gift: Decimal, all_gifts: Decimal) -> Figure:
    """Compute the part of a year's tax that was paid on one gift, or one distribution of several, in dollars.

    ``tax`` is what was paid for the year, after the credit of section 2505; ``gift`` and ``all_gifts`` are taxable
    amounts. Raises OutOfRange where the one is more than all.

    26 CFR 1.1015-5(c)(3).
    """
    for what, amount in (("the tax paid", tax), ("the gift", gift), ("all gifts of the year", all_gifts)):
        stated(what, amount, SHARE)
    if gift > all_gifts or not all_gifts:
        raise OutOfRange(
            f"one gift of {gift} among gifts of {all_gifts}",
            "state all taxable gifts of the year, this one among them",
            SHARE,
        )
    share = plain(cents(tax * gift / all_gifts))
    steps = (
        Step("Included amount of the gift", plain(gift), AMOUNT),
        Step("Total included gifts", plain(all_gifts), SHARE),
        Step("Total tax", plain(tax), SHARE),
        Step(f"${plain(tax):,} × ${plain(gift):,} ÷ ${plain(all_gifts):,}", share, SHARE),
    )
    return Figure("tax paid with respect to the gift", share, "dollars", steps, (SHARE,))
