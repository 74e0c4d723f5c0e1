"""The section 2056A estate tax: computed or at the highest rate, what is refunded, and a distribution with its tax."""

from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from assembler.law.estate import Estate
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import CENT, PERCENT, ZERO, plain, stated
from assembler.law.qdot_tax import check_estate, exact_tax
from assembler.law.tables import estate_tax_brackets

TENTATIVE = "26 USC 2056A(b)(2)(B)(i); 26 CFR 20.2056A-6(c)"
REFUND = "26 USC 2056A(b)(2)(B)(ii); 26 CFR 20.2056A-6(c)"
NO_FILER = "26 USC 2056A(b)(2)(C); 26 CFR 20.2056A-6(c), 20.2056A-9"
HIGHEST = "26 USC 2001(c)"
"""The highest rate is that of the top bracket. The additional 5-percent tax of 1988 to 2001 is no part of it: the
instructions to Form 706-QDT gave 55 percent for those years."""


class RateRule(StrEnum):
    """How the tax on a taxable event is determined."""

    COMPUTED = "computed"
    TENTATIVE = "tentative"
    HIGHEST = "highest"


def rate_rule(qdots: int, has_designated_filer: bool | None, is_finally_determined: bool | None) -> RateRule | None:
    """Tell how the tax is determined; None where an answer is missing that decides it.

    Several QDOTs without a designated filer pay the highest rate for good. Otherwise, while the tax on the decedent's
    estate is not finally determined, the highest rate is tentative. Raises OutOfRange where there is no QDOT.

    26 USC 2056A(b)(2)(B), (C).
    """
    if qdots < 1:
        raise OutOfRange(f"{qdots} QDOTs", "count the QDOTs of the decedent; there is at least one", NO_FILER)
    has_filer = True if qdots == 1 else has_designated_filer
    if has_filer is False:
        return RateRule.HIGHEST
    if has_filer is None or is_finally_determined is None:
        return None
    return RateRule.COMPUTED if is_finally_determined else RateRule.TENTATIVE


def is_hardship_exempt(qdots: int, has_designated_filer: bool | None) -> bool | None:
    """Tell whether hardship distributions are exempt: always with one QDOT, with several by a designated filer.

    26 USC 2056A(b)(2)(C), (b)(3)(B).
    """
    return True if qdots == 1 else has_designated_filer


def highest_rate(died: date) -> Figure:
    """Find the highest rate of estate tax at the decedent's death, percent. 26 USC 2056A(b)(2)(B)(i), 2001(c)."""
    rate = max(bracket.rate for bracket in estate_tax_brackets(died))
    step = Step(f"Highest rate of section 2001 for a death on {died}", rate, HIGHEST, "percent")
    return Figure("highest rate of estate tax", rate, "percent", (step,), (HIGHEST,))


def tax_at_highest_rate(amount: Decimal, died: date, rule: RateRule = RateRule.TENTATIVE) -> Figure:
    """Compute the tax at the highest rate in force at the decedent's death, in dollars, without any credit.

    26 USC 2056A(b)(2)(B)(i), (C); 26 CFR 20.2056A-6(c).
    """
    law = NO_FILER if rule is RateRule.HIGHEST else TENTATIVE
    stated("the amount involved in the taxable event", amount, law)
    rate = highest_rate(died)
    tax = plain(exact_highest(amount, died))
    steps = (
        Step("Amount involved in the taxable event", plain(amount), law),
        *rate.steps,
        Step(f"{rate.value} percent of ${plain(amount):,}", tax, law),
    )
    name = "section 2056A estate tax at the highest rate" if rule is RateRule.HIGHEST else "tentative tax"
    return Figure(name, tax, "dollars", steps, (law,))


def exact_highest(amount: Decimal, died: date) -> Decimal:
    """Compute the same tax exactly, without its steps. 26 USC 2056A(b)(2)(B)(i)."""
    return highest_rate(died).number * PERCENT * amount


def refund(tentative: Decimal, computed: Decimal) -> Figure:
    """Compute the tentative tax to be credited or refunded once the decedent's tax is final, in dollars.

    It bears interest, and must be claimed within one year after the tax is finally determined. Never less than zero.

    26 USC 2056A(b)(2)(B)(ii).
    """
    stated("the tentative tax paid", tentative, REFUND)
    stated("the tax as computed", computed, REFUND)
    amount = plain(max(tentative - computed, ZERO))
    steps = (
        Step("Tentative tax paid at the highest rate", plain(tentative), TENTATIVE),
        Step("Less: section 2056A estate tax as computed", plain(computed), REFUND),
        Step("Excess to be credited or refunded", amount, REFUND),
    )
    return Figure("excess of the tentative tax", amount, "dollars", steps, (REFUND,))


LAW = "26 USC 2056A(b)(11); 26 CFR 20.2056A-5(b)(1)"

HIGHEST_MARGINAL = Decimal(60) * PERCENT
"""No dollar was ever taxed at more: 55 percent and the additional 5. It bounds the search for the gross amount."""


def taxed_year_by_year(
    estate: Estate, amount: Decimal, year: int, prior: Decimal = ZERO, rule: RateRule = RateRule.COMPUTED
) -> Figure:
    """Follow a distribution whose tax is each year paid out of other assets of the QDOT, in dollars.

    The tax on what is distributed in one year is paid in the next, and is then itself a distribution of that year.
    The chain ends where the tax is less than a cent; the value is all the tax together. ``prior`` is the sum of
    earlier taxable amounts.

    26 USC 2056A(b)(11); 26 CFR 20.2056A-5(b)(1).
    """
    _check(estate, amount, prior)
    steps = [Step(f"Distribution in {year}", plain(amount), LAW)]
    total, distributed, before = ZERO, amount, prior
    # A cent taxed at 55 percent would round to a cent again, for ever: the exact tax ends the chain.
    while (exact := _tax(estate, distributed, before, rule)) >= CENT:
        tax = plain(exact)
        year += 1
        total += tax
        text = f"Tax on ${plain(distributed):,}, paid in {year}: a further distribution of {year}"
        steps.append(Step(text, tax, LAW))
        before += distributed
        distributed = tax
    steps.append(Step("Section 2056A estate tax, together", plain(total), LAW))
    return Figure("tax paid out of other assets of the QDOT", plain(total), "dollars", tuple(steps), (LAW,))


def gross_distribution(
    estate: Estate, net: Decimal, prior: Decimal = ZERO, rule: RateRule = RateRule.COMPUTED
) -> Figure:
    """Compute what must leave the QDOT so that the spouse has a net amount and all the tax is paid, in dollars.

    It is the least amount, to the cent, that less its own tax leaves the net: the distribution to make where the tax
    is withheld, and the sum to which the yearly further distributions come where it is not.

    26 USC 2056A(b)(11); 26 CFR 20.2056A-5(b)(1).
    """
    _check(estate, net, prior)
    gross = _least_gross(estate, net, prior, rule)
    tax = gross - net
    steps = [Step("Amount the spouse is to have", plain(net), LAW)]
    if rule is not RateRule.COMPUTED:
        rate = highest_rate(estate.died).number
        steps.append(Step(f"${plain(net):,} ÷ (1 − {rate} percent), rounded up to the cent", plain(gross), LAW))
    steps.append(Step("Plus the tax on that amount and on the tax itself", plain(tax), LAW))
    steps.append(Step("Amount that must leave the QDOT", plain(gross), LAW))
    return Figure("distribution with its tax", plain(gross), "dollars", tuple(steps), (LAW,))


def _least_gross(estate: Estate, net: Decimal, prior: Decimal, rule: RateRule) -> Decimal:
    """Search the cents between the net and the greatest gross, halving: what is left grows with what is paid."""
    cents_in_net = int((net / CENT).to_integral_value(rounding=ROUND_CEILING))
    low, high = cents_in_net, int(cents_in_net / (1 - HIGHEST_MARGINAL)) + 1
    while low < high:
        middle = (low + high) // 2
        gross = middle * CENT
        if gross - _tax(estate, gross, prior, rule) >= net:
            high = middle
        else:
            low = middle + 1
    return low * CENT


def _tax(estate: Estate, amount: Decimal, prior: Decimal, rule: RateRule) -> Decimal:
    if rule is RateRule.COMPUTED:
        return exact_tax(estate, amount, prior)
    return exact_highest(amount, estate.died)


def _check(estate: Estate, amount: Decimal, prior: Decimal) -> None:
    check_estate(estate)
    stated("the distribution", amount, LAW)
    stated("the amount involved in prior taxable events", prior, LAW)
    if estate.foreign:
        raise OutOfRange(
            "the credit for foreign death taxes changes with every further distribution",
            "compute each year's tax with section 2056A tax itself",
            "26 USC 2014(b)",
        )
