"""The section 2056A estate tax on a taxable event: what the decedent's tax would have been with it, less without."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.law.death_taxes import FIRST_DEATH_GOVERNS, is_credited
from assembler.law.estate import Estate, ForeignTax
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import ZERO, plain, stated
from assembler.law.net_tax import BENEFITS, Increase, NetTax, net_tax
from assembler.law.tables import unconfirmed

FIRST_QDOT = date(1988, 11, 11)
"""The tax belongs to deaths from this day on. Pub. L. 100-647, sec. 5033(d)(1)."""

TAX = "26 USC 2056A(b)(2)(A); 26 CFR 20.2056A-6(a)"
EVENT = "26 USC 2056A(b)(2)(A)(i)"
PRIOR = "26 USC 2056A(b)(2)(A)(ii)"
DEDUCTION = "26 USC 2056A(b)(10)(A), 2058"


@dataclass(frozen=True)
class SpouseDeath:
    """The spouse's death as a taxable event, with the death taxes that the spouse's estate paid on the QDOT.

    26 USC 2056A(b)(10)(A); 26 CFR 20.2056A-6(b)(4).
    """

    died: date
    state_tax_paid: Decimal = ZERO
    foreign: tuple[ForeignTax, ...] = ()


@dataclass(frozen=True)
class QdotTax:
    """The tax on one taxable event, the tax without it, and what is unconfirmed about the tables used."""

    without: Figure
    tax: Figure
    unconfirmed: tuple[str, ...]

    @property
    def amount(self) -> Decimal:
        """Return the section 2056A estate tax, in dollars."""
        return self.tax.number

    @property
    def figures(self) -> tuple[Figure, ...]:
        """List the figures as a worksheet prints them."""
        return (self.without, self.tax)


def section_2056a_tax(
    estate: Estate,
    amount: Decimal,
    prior: Sequence[Decimal] = (),
    spouse: SpouseDeath | None = None,
    *,
    first_death_governs: bool = FIRST_DEATH_GOVERNS,
) -> QdotTax:
    """Compute the section 2056A estate tax on an amount, in dollars, once the decedent's own tax is final.

    ``estate`` is the first decedent's; ``prior`` are the amounts of earlier taxable events of every QDOT for the
    spouse; ``spouse`` is given where the event is the spouse's death. Raises OutOfRange for a negative amount, a death
    before November 11, 1988, or one outside a table.

    26 USC 2056A(b)(2)(A), (b)(10); 26 CFR 20.2056A-6(a), (b)(4), (d).
    """
    _check(estate, amount, prior, spouse)
    before = Increase(_prior_steps(prior))
    after = _increase(estate, amount, before, spouse, first_death_governs=first_death_governs)
    first, second = net_tax(estate, after), net_tax(estate, before)
    return QdotTax(_without(second), _tax(estate, before, first, second), _notes(estate))


def exact_tax(estate: Estate, amount: Decimal, prior: Decimal = ZERO) -> Decimal:
    """Compute the tax on a lifetime distribution in dollars, exactly, without its steps. 26 CFR 20.2056A-6(a)."""
    before = Increase((Step("prior", prior, PRIOR),))
    after = Increase((*before.amounts, Step("distribution", amount, EVENT)))
    return net_tax(estate, after).amount - net_tax(estate, before).amount


def check_estate(estate: Estate) -> None:
    """Raise OutOfRange where the decedent died before the tax began. Pub. L. 100-647, sec. 5033(d)(1)."""
    if estate.died < FIRST_QDOT:
        raise OutOfRange(
            f"the decedent died on {estate.died}, before the section 2056A estate tax began",
            "state a date of death from November 11, 1988 on",
            "Pub. L. 100-647, sec. 5033(d)(1)",
        )


def _check(estate: Estate, amount: Decimal, prior: Sequence[Decimal], spouse: SpouseDeath | None) -> None:
    check_estate(estate)
    stated("the amount involved in the taxable event", amount, EVENT)
    for earlier in prior:
        stated("the amount involved in a prior taxable event", earlier, PRIOR)
    if spouse is None:
        return
    stated("the State death tax paid by the spouse's estate", spouse.state_tax_paid, BENEFITS)
    for tax in spouse.foreign:
        stated(f"the death tax paid to {tax.country}", tax.paid, BENEFITS)
        stated(f"the property taxed by {tax.country}", tax.property, BENEFITS)
    if spouse.died < estate.died:
        raise OutOfRange(
            f"the spouse died on {spouse.died}, before the decedent, who died on {estate.died}",
            "state the date of the decedent's death and the later one of the spouse's",
            "26 USC 2056A(b)(1)(B)",
        )


def _increase(
    estate: Estate, amount: Decimal, before: Increase, spouse: SpouseDeath | None, *, first_death_governs: bool
) -> Increase:
    if spouse is None:
        return Increase((*before.amounts, Step("Amount involved in the taxable event", plain(amount), EVENT)))
    paid = spouse.state_tax_paid
    governing = estate.died if first_death_governs else spouse.died
    if paid and not is_credited(governing):
        return Increase((*before.amounts, _deducted(amount, paid)), (), spouse.foreign)
    text = "State death tax paid by the spouse's estate with respect to the QDOT"
    taxes = (Step(text, plain(paid), BENEFITS),) if paid else ()
    return Increase((*before.amounts, Step("QDOT property", plain(amount), EVENT)), taxes, spouse.foreign)


def _deducted(amount: Decimal, paid: Decimal) -> Step:
    left = max(amount - paid, ZERO)
    text = f"QDOT property of ${plain(amount):,} less State death taxes of ${plain(paid):,} paid on it"
    return Step(text, plain(left), DEDUCTION)


def _prior_steps(prior: Sequence[Decimal]) -> tuple[Step, ...]:
    total = sum(prior, ZERO)
    return (Step("Amounts involved in prior taxable events", plain(total), PRIOR),) if total else ()


def _without(second: NetTax) -> Figure:
    name = "tax on the decedent's estate without this taxable event"
    return Figure(name, plain(second.amount), "dollars", second.steps, (PRIOR, TAX))


def _tax(estate: Estate, before: Increase, first: NetTax, second: NetTax) -> Figure:
    # Death taxes paid by the spouse's estate may be credited past the increase; the tax is then nothing, not a refund.
    due = plain(max(first.amount - second.amount, ZERO))
    base = plain(estate.taxable_estate + before.total)
    text = f"Less: tax that would have been imposed on the decedent's taxable estate of ${base:,}"
    text += " with prior taxable events" if before.total else ""
    steps = (
        *first.steps,
        Step(text, plain(second.amount), PRIOR),
        Step("Section 2056A estate tax", due, TAX),
    )
    return Figure("section 2056A estate tax", due, "dollars", steps, (TAX, BENEFITS))


def _notes(estate: Estate) -> tuple[str, ...]:
    rates = unconfirmed("estate_tax_rates", estate.died)
    return rates if estate.nonresident else (*rates, *unconfirmed("applicable_exclusion", estate.died.year))
