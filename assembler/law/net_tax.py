"""The net estate tax of an estate: the gross tax less the credits, on the estate as it is or increased."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assembler.law.death_taxes import Credit, foreign_credit, state_credit
from assembler.law.estate import Estate, ForeignTax
from assembler.law.estate_tax import gross_tax_steps, tax_on, unified_credit, withdrawn
from assembler.law.figure import Figure, Step
from assembler.law.money import ZERO, plain

DEFINITION = "26 CFR 20.2056A-6(a)"
BENEFITS = "26 CFR 20.2056A-6(b)(4)"
COMPUTATION = "26 USC 2001(b)"
OTHER_CREDITS = "26 USC 2012, 2013, 2102"
NO_ESTATE_TAX = "Pub. L. 111-312, sec. 301(c)"


@dataclass(frozen=True)
class Increase:
    """Amounts added to the taxable estate, each as a step, and the death taxes that came with them."""

    amounts: tuple[Step, ...] = ()
    state_taxes: tuple[Step, ...] = ()
    foreign: tuple[ForeignTax, ...] = ()

    @property
    def total(self) -> Decimal:
        """Add the amounts, in dollars."""
        return sum((step.number for step in self.amounts), ZERO)


NOTHING = Increase()


@dataclass(frozen=True)
class NetTax:
    """A net tax in dollars, exactly, and how it was reached."""

    amount: Decimal
    steps: tuple[Step, ...]


def net_tax(estate: Estate, increase: Increase = NOTHING) -> NetTax:
    """Compute the tax imposed on an estate if its taxable estate were so increased, after all credits.

    Raises OutOfRange for a death or year outside a table.

    26 CFR 20.2056A-6(a), (b)(4).
    """
    if estate.chose_no_estate_tax:
        return NetTax(ZERO, (Step("The executor chose that no estate tax apply", ZERO, NO_ESTATE_TAX),))
    taxed = estate.taxable_estate + increase.total + estate.adjusted_taxable_gifts
    less = withdrawn(estate)
    gross = tax_on(taxed, estate.died, less)
    gross_after_gifts = max(gross - estate.gift_tax_payable, ZERO)
    credits = _credits(estate, increase, gross_after_gifts)
    net = gross_after_gifts - sum((credit.amount for credit in credits), ZERO)
    steps = (
        *_base_steps(estate, increase),
        *gross_tax_steps(taxed, estate.died, less),
        *_gift_tax_steps(estate, gross_after_gifts),
        *(step for credit in credits for step in credit.steps),
        Step("Net tax", plain(net), DEFINITION),
    )
    return NetTax(net, steps)


def estate_tax(estate: Estate) -> Figure:
    """Compute the federal estate tax of an estate as it is, in dollars.

    26 USC 2001(b), 2101(b); 26 CFR 20.2056A-6(d), Examples 1(i) and 2(i).
    """
    net = net_tax(estate)
    return Figure("federal estate tax", plain(net.amount), "dollars", net.steps, (COMPUTATION, DEFINITION))


def _credits(estate: Estate, increase: Increase, gross: Decimal) -> tuple[Credit, ...]:
    unified = _unified(estate, gross)
    left = gross - unified.amount
    state = state_credit(_state_taxes(estate, increase), estate.taxable_estate + increase.total, estate.died, left)
    left -= state.amount
    base = None if estate.foreign_base is None else estate.foreign_base + increase.total
    foreign = foreign_credit((*estate.foreign, *increase.foreign), base, left)
    other = min(estate.other_credits, left - foreign.amount)
    steps = (Step("Less: other credits", plain(other), OTHER_CREDITS),) if estate.other_credits else ()
    return unified, state, foreign, Credit(other, steps)


def _unified(estate: Estate, gross: Decimal) -> Credit:
    figure = unified_credit(estate)
    whole = figure.number
    credit = min(whole, gross)
    cut = ", not more than the tax" if credit < whole else ""
    shown = figure.steps if estate.nonresident or estate.spousal_unused_exclusion else ()
    return Credit(credit, (*shown, Step(f"Less: unified credit{cut}", plain(credit), figure.law[0])))


def _state_taxes(estate: Estate, increase: Increase) -> Sequence[Step]:
    if not estate.state_tax_paid:
        return increase.state_taxes
    own = Step("State death tax previously paid by the decedent's estate", plain(estate.state_tax_paid), BENEFITS)
    return (*increase.state_taxes, own)


def _base_steps(estate: Estate, increase: Increase) -> tuple[Step, ...]:
    steps = [Step("Decedent's actual taxable estate", plain(estate.taxable_estate), COMPUTATION), *increase.amounts]
    if estate.adjusted_taxable_gifts:
        steps.append(Step("Adjusted taxable gifts", plain(estate.adjusted_taxable_gifts), COMPUTATION))
    if len(steps) > 1:
        total = estate.taxable_estate + increase.total + estate.adjusted_taxable_gifts
        steps.append(Step("Total", plain(total), COMPUTATION))
    return tuple(steps)


def _gift_tax_steps(estate: Estate, left: Decimal) -> tuple[Step, ...]:
    if not estate.gift_tax_payable:
        return ()
    return (
        Step("Less: gift tax payable on gifts after 1976", plain(estate.gift_tax_payable), COMPUTATION),
        Step("Tax after gift tax payable", plain(left), COMPUTATION),
    )
