"""The taxable estate, the gross estate tax on an amount at the rates of a date of death, and the unified credit."""

from datetime import date
from decimal import Decimal

from assembler.law.estate import CreditBy, Estate, Nonresident
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import PERCENT, ZERO, cents, plain
from assembler.law.tables import Bracket, additional_tax, applicable_exclusion, estate_tax_brackets

DEDUCTIONS = "26 USC 2051, 2053, 2055, 2056"
RATES = "26 USC 2001(c)"
ADDITIONAL = "26 USC 2001(c)(2), as in force from 1988 to 2001; 26 CFR 20.2056A-6(a)"


def taxable_estate(gross: Decimal, marital: Decimal, charitable: Decimal, other: Decimal) -> Figure:
    """Compute the taxable estate, in dollars: the gross estate less the deductions. 26 USC 2051."""
    given = (
        ("Less: marital deduction", marital),
        ("Less: charitable deduction", charitable),
        ("Less: other deductions", other),
    )
    amount = plain(gross - marital - charitable - other)
    steps = (
        Step("Gross estate", plain(gross), "26 USC 2031"),
        *(Step(text, plain(part), DEDUCTIONS) for text, part in given if part),
        Step("Taxable estate", amount, "26 USC 2051"),
    )
    return Figure("taxable estate", amount, "dollars", steps, (DEDUCTIONS, RATES))


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


NONRESIDENT_CREDIT = Decimal(13_000)
"""The credit of a nonresident not a citizen. 26 USC 2102(b)(1); 26 CFR 20.2102-1(c)(1)."""

POSSESSION_CREDIT = Decimal(46_800)
"""The credit that a resident of a possession takes in proportion. 26 USC 2102(b)(2); 26 CFR 20.2102-1(c)(3)."""

FIRST_UNUSED_EXCLUSION = date(2011, 1, 1)
"""An earlier spouse's unused exclusion may be added for deaths from this day. Pub. L. 111-312, sec. 303(c)(1)."""

RECAPTURE_ENDED = date(1998, 1, 1)
"""For deaths before this day the additional tax also takes back the unified credit. Pub. L. 105-34, sec. 501(a)(1)."""

RESIDENT = "26 USC 2010(c)"
NONRESIDENT = "26 USC 2102(b)(1); 26 CFR 20.2102-1(c)(1)"
TREATY = "26 USC 2102(b)(3); 26 CFR 20.2102-1(c)(2)"
POSSESSION = "26 USC 2102(b)(2); 26 CFR 20.2102-1(c)(3)"


def unified_credit(estate: Estate) -> Figure:
    """Find the credit of an estate, in dollars, before it is limited to the gross tax.

    Raises OutOfRange for a year not in the table, and for an unused exclusion before 2011.

    26 USC 2010(c), 2102(b); 26 CFR 20.2102-1(c).
    """
    if estate.nonresident is not None:
        return _of_nonresident(estate.nonresident, estate.died)
    if estate.spousal_unused_exclusion:
        return _with_unused_exclusion(estate)
    credit = applicable_exclusion(estate.died.year).credit
    step = Step(f"Unified credit for a death in {estate.died.year}", credit, RESIDENT)
    return Figure("unified credit", credit, "dollars", (step,), (RESIDENT,))


def withdrawn(estate: Estate) -> Decimal:
    """Return by how much a nonresident's smaller credit lowers the additional 5-percent tax, in dollars.

    26 USC 2101(b), as in force from 1988 to 1997.
    """
    if estate.nonresident is None or estate.died >= RECAPTURE_ENDED:
        return ZERO
    return applicable_exclusion(estate.died.year).credit - unified_credit(estate).number


def _with_unused_exclusion(estate: Estate) -> Figure:
    unused = estate.spousal_unused_exclusion
    if estate.died < FIRST_UNUSED_EXCLUSION:
        raise OutOfRange(
            f"a decedent who died on {estate.died} could not take a former spouse's unused exclusion",
            "leave the unused exclusion out",
            "26 USC 2010(c)(2)(B); Pub. L. 111-312, sec. 303(c)(1)",
        )
    basic = applicable_exclusion(estate.died.year).amount
    credit = cents(tax_on(basic + unused, estate.died))
    steps = (
        Step("Basic exclusion amount", basic, "26 USC 2010(c)(3)"),
        Step("Plus a former spouse's unused exclusion", unused, "26 USC 2010(c)(2)(B)"),
        Step("Unified credit: the tax on both", plain(credit), "26 USC 2010(c)(1)"),
    )
    return Figure("unified credit", credit, "dollars", steps, (RESIDENT,))


def _of_nonresident(who: Nonresident, died: date) -> Figure:
    flat = Step("Unified credit of a nonresident not a citizen", NONRESIDENT_CREDIT, NONRESIDENT)
    if who.credit_by is CreditBy.STATUTE:
        return Figure("unified credit", NONRESIDENT_CREDIT, "dollars", (flat,), (NONRESIDENT,))
    if who.credit_by is CreditBy.TREATY:
        share = _share(who, applicable_exclusion(died.year).credit, TREATY)
        return Figure("unified credit", share.value, "dollars", (share,), (TREATY,))
    share = _share(who, POSSESSION_CREDIT, POSSESSION)
    credit = max(NONRESIDENT_CREDIT, share.number)
    steps = (flat, share, Step("Unified credit: the greater", credit, POSSESSION))
    return Figure("unified credit", credit, "dollars", steps, (POSSESSION,))


def _share(who: Nonresident, credit: Decimal, law: str) -> Step:
    value = plain(cents(credit * who.us_gross_estate / who.gross_estate))
    text = f"${credit:,} × ${who.us_gross_estate:,} (gross estate in the United States) ÷ ${who.gross_estate:,}"
    return Step(text, value, law)
