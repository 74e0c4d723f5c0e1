"""A decedent's estate, as the computation of the estate tax takes it."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.law.figure import OutOfRange
from assembler.law.money import ZERO, stated
from assembler.law.tables import may_choose_no_estate_tax

_TAXABLE_ESTATE = "26 USC 2001(b), 2051"

FIRST_NONRESIDENT = date(1988, 11, 11)
"""From this day nonresidents' estates are taxed at the rates of citizens. 26 CFR 20.2101-1(a)."""


class CreditBy(StrEnum):
    """The rule from which a nonresident takes the unified credit."""

    STATUTE = "statute"
    TREATY = "treaty"
    POSSESSION = "possession"


@dataclass(frozen=True)
class Nonresident:
    """A decedent who was a nonresident and not a citizen.

    The gross estates, in dollars, are the one situated in the United States and the one wherever situated; only a
    credit by treaty or possession needs them.

    26 CFR 20.2102-1(c).
    """

    credit_by: CreditBy = CreditBy.STATUTE
    us_gross_estate: Decimal = ZERO
    gross_estate: Decimal = ZERO


@dataclass(frozen=True)
class ForeignTax:
    """A death tax paid to a foreign country on property situated there and included in the gross estate.

    ``paid`` is the tax attributable to that property, and ``property`` its value, in dollars.

    26 USC 2014(b).
    """

    country: str
    paid: Decimal
    property: Decimal


@dataclass(frozen=True)
class Estate:
    """What the computation of the estate tax asks of a decedent's estate, in dollars.

    ``taxable_estate`` is after all deductions; for deaths from 2005 also after that for State death taxes.
    ``foreign_base`` is the gross estate less the marital and charitable deductions; only foreign taxes need it.
    ``other_credits`` are those of sections 2012 and 2013 and of treaties, as already computed.

    26 CFR 20.2056A-6(a), (b)(4).
    """

    died: date
    taxable_estate: Decimal
    adjusted_taxable_gifts: Decimal = ZERO
    gift_tax_payable: Decimal = ZERO
    spousal_unused_exclusion: Decimal = ZERO
    state_tax_paid: Decimal = ZERO
    foreign: tuple[ForeignTax, ...] = ()
    foreign_base: Decimal | None = None
    other_credits: Decimal = ZERO
    nonresident: Nonresident | None = None
    chose_no_estate_tax: bool = False

    def __post_init__(self) -> None:
        """Refuse what no estate can have."""
        for item in fields(self):
            amount = getattr(self, item.name)
            if isinstance(amount, Decimal):
                stated(f"the {item.name.replace('_', ' ')}", amount, _TAXABLE_ESTATE)
        for tax in self.foreign:
            stated(f"the death tax paid to {tax.country}", tax.paid, "26 USC 2014(b)")
            stated(f"the property taxed by {tax.country}", tax.property, "26 USC 2014(b)")
        _check_choice(self)
        _check_nonresident(self)


def _check_choice(estate: Estate) -> None:
    if estate.chose_no_estate_tax and not may_choose_no_estate_tax(estate.died):
        raise OutOfRange(
            f"no executor could choose that no estate tax apply to a death on {estate.died}",
            "leave the choice out; it was open for deaths in 2010 only",
            "Pub. L. 111-312, sec. 301(c)",
        )


def _check_nonresident(estate: Estate) -> None:
    who = estate.nonresident
    if who is None:
        return
    if estate.died < FIRST_NONRESIDENT:
        raise OutOfRange(
            f"for a nonresident who died on {estate.died} other rates were in force",
            "state a date of death from November 11, 1988 on",
            "26 CFR 20.2101-1(b), (c)",
        )
    if estate.foreign or estate.state_tax_paid or estate.spousal_unused_exclusion:
        raise OutOfRange(
            "a nonresident's estate has no unused exclusion and no credit for foreign death taxes, and its credit for"
            " State death taxes is a share that is not computed here",
            "state any credit that the law or a treaty allows as other credits",
            "26 USC 2102",
        )
    if who.credit_by is not CreditBy.STATUTE and not 0 <= who.us_gross_estate <= who.gross_estate > 0:
        raise OutOfRange(
            f"a gross estate of {who.us_gross_estate} in the United States and {who.gross_estate} everywhere",
            "state both; the second is more than zero and not less than the first",
            "26 CFR 20.2102-1(c)(2), (3)",
        )
