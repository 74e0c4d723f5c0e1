"""The gross estate tax on an amount, at the rates of a date of death."""

from datetime import date
from decimal import Decimal

from assembler.law.figure import Figure, Step
from assembler.law.money import PERCENT, ZERO, plain, stated
from assembler.law.tables import Bracket, additional_tax, estate_tax_brackets

RATES = "26 USC 2001(c)"
ADDITIONAL = "26 USC 2001(c)(2), as in force from 1988 to 2001; 26 CFR 20.2056A-6(a)"


def bracket_of(amount: Decimal, died: date) -> Bracket:
    """Find the bracket an amount falls in; an amount on a bound falls in the lower one. 26 USC 2001(c)."""
    return next(b for b in estate_tax_brackets(died) if b.upper is None or amount <= b.upper)


def tax_on(amount: Decimal, died: date, withdrawn: Decimal = ZERO) -> Decimal:
    """Compute the tax on an amount exactly, in dollars, the additional tax included.

    ``withdrawn`` lowers the most that the additional tax comes to, as `addition` says.

    26 USC 2001(c).
    """
    bracket = bracket_of(amount, died)
    return bracket.base_tax + bracket.rate * PERCENT * (amount - bracket.lower) + addition(amount, died, withdrawn)


def addition(amount: Decimal, died: date, withdrawn: Decimal = ZERO) -> Decimal:
    """Compute the additional 5-percent tax, in dollars; zero where the law had none.

    It takes back the lower rates and, for deaths before 1998, the unified credit. A smaller credit leaves less to
    take back: ``withdrawn`` is the difference.

    26 USC 2001(c)(2), as in force from 1988 to 2001; 26 USC 2101(b).
    """
    rule = additional_tax(died)
    if rule is None or rule.upper is None or amount <= rule.lower:
        return ZERO
    rate = rule.rate * PERCENT
    return min(rate * (amount - rule.lower), rate * (rule.upper - rule.lower) - withdrawn)


def gross_tax_steps(amount: Decimal, died: date, withdrawn: Decimal = ZERO) -> tuple[Step, ...]:
    """Show the tax on an amount: the base tax, the rate on the excess, any additional tax, and the sum."""
    bracket = bracket_of(amount, died)
    over = amount - bracket.lower
    steps = [
        Step(f"Tax on ${plain(bracket.lower):,}", plain(bracket.base_tax), RATES),
        Step(f"Plus {bracket.rate} percent of ${plain(over):,}", plain(bracket.rate * PERCENT * over), RATES),
    ]
    more, rule = addition(amount, died, withdrawn), additional_tax(died)
    if more and rule is not None:
        steps.append(Step(f"Plus {rule.rate} percent of the amount over ${rule.lower:,}", plain(more), ADDITIONAL))
    return (*steps, Step("Gross tax", plain(tax_on(amount, died, withdrawn)), RATES))


def tentative_tax(amount: Decimal, died: date) -> Figure:
    """Compute the tax of section 2001(c) on an amount at the rates of a date of death, in dollars.

    Raises Outside for a negative amount and for a death before 1988.

    26 USC 2001(c).
    """
    stated("the amount to be taxed", amount, RATES)
    return Figure("gross estate tax", plain(tax_on(amount, died)), "dollars", gross_tax_steps(amount, died), (RATES,))
