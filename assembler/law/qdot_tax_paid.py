"""Tax paid out of other assets of the QDOT is a further distribution, which is taxed in its turn."""

from decimal import ROUND_CEILING, Decimal

from assembler.law.estate import Estate
from assembler.law.figure import Figure, Outside, Step
from assembler.law.money import CENT, PERCENT, ZERO, plain, stated
from assembler.law.qdot_tax import check_estate, exact_tax
from assembler.law.qdot_tax_rate import RateRule, exact_highest, highest_rate

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
        rate = Decimal(str(highest_rate(estate.died).value))
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
        raise Outside(
            "the credit for foreign death taxes changes with every further distribution",
            "compute each year's tax with section 2056A tax itself",
            "26 USC 2014(b)",
        )
