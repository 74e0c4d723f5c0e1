"""The questions on which the section 2056A estate tax turns: the estates, the distributions, the ends of a trust."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.question import question


class DistributionKind(StrEnum):
    """Why property left a trust in the spouse's lifetime."""

    PRINCIPAL = "principal"
    INCOME = "income"
    HARDSHIP = "hardship"
    EXEMPT = "exempt"


class CreditRule(StrEnum):
    """The rule from which the estate of a nonresident noncitizen takes its unified credit."""

    STATUTE = "statute"
    TREATY = "treaty"
    POSSESSION = "possession"


@dataclass(frozen=True)
class DeathTax:
    """A death tax paid to a foreign country."""

    country: str | None = field(default=None, metadata=question("ISO 3166 code of the country.", "accountant", form="country"))
    paid: Decimal | None = field(default=None, metadata=question("Tax attributable to property there that is in the gross estate, in dollars.", "accountant", form="money"))
    property: Decimal | None = field(default=None, metadata=question("Value of that property, in dollars.", "accountant", form="money"))


@dataclass(frozen=True)
class TaxableEstate:
    """An estate, as its estate tax return computes it, in dollars."""

    gross_estate: Decimal | None = field(default=None, metadata=question("Gross estate.", "accountant", form="money"))
    marital_deduction: Decimal | None = field(default=None, metadata=question("Marital deduction, property of the trusts included; leave out when none.", "accountant", form="money"))
    charitable_deduction: Decimal | None = field(default=None, metadata=question("Charitable deduction; leave out when none.", "accountant", form="money"))
    other_deductions: Decimal | None = field(default=None, metadata=question("All other deductions, for deaths from 2005 State death taxes too; leave out when none.", "accountant", form="money"))
    taxable_estate: Decimal | None = field(default=None, metadata=question("Taxable estate; taken as the gross estate less the deductions when left out.", "accountant", form="money"))
    adjusted_taxable_gifts: Decimal | None = field(default=None, metadata=question("Adjusted taxable gifts.", "accountant", form="money"))
    gift_tax_payable: Decimal | None = field(default=None, metadata=question("Gift tax payable on gifts made after 1976.", "accountant", form="money"))
    unused_exclusion: Decimal | None = field(default=None, metadata=question("A predeceased spouse's unused exclusion.", "accountant", form="money"))
    state_death_tax_paid: Decimal | None = field(default=None, metadata=question("State death taxes paid.", "accountant", form="money"))
    foreign_death_taxes: tuple[DeathTax, ...] | None = field(default=None, metadata=question("Death taxes paid to foreign countries.", "accountant"))
    other_credits: Decimal | None = field(default=None, metadata=question("Other credits: sections 2012 and 2013, and treaties.", "accountant", form="money"))
    credit_rule: CreditRule | None = field(default=None, metadata=question("Rule of a nonresident noncitizen's unified credit; the statute's when left out."))
    us_gross_estate: Decimal | None = field(default=None, metadata=question("A nonresident noncitizen's gross estate in the United States.", "accountant", form="money"))
    worldwide_gross_estate: Decimal | None = field(default=None, metadata=question("A nonresident noncitizen's gross estate wherever situated.", "accountant", form="money"))
    chose_no_estate_tax: bool | None = field(default=None, metadata=question("For a death in 2010, the executor chose that no estate tax apply."))
    unelected_property: Decimal | None = field(default=None, metadata=question("Property that passed to the spouse and that no QDOT election reached, as the estate valued it, less taxes and charges on it.", form="money"))


@dataclass(frozen=True)
class Distribution:
    """What left a trust in the spouse's lifetime."""

    made: date | None = field(default=None, metadata=question("Day of the distribution.", "trustee"))
    kind: DistributionKind | None = field(default=None, metadata=question("Why; exempt are expenses, taxes, sales at full price and reimbursements.", "trustee"))
    amount: Decimal | None = field(default=None, metadata=question("Money, and the value of property, in dollars, before any tax was withheld.", "trustee", form="money"))
    tax_from_trust: bool | None = field(default=None, metadata=question("Its tax is paid out of other assets of the trust, and not withheld from it.", "trustee"))
    tax_paid: Decimal | None = field(default=None, metadata=question("Section 2056A tax paid on it, in dollars.", "trustee", form="money"))
    adjusted_basis: Decimal | None = field(default=None, metadata=question("The trustee's basis in it, where it is property and not money.", "accountant", form="money"))


@dataclass(frozen=True)
class AtSpouseDeath:
    """One trust at the spouse's death."""

    value: Decimal | None = field(default=None, metadata=question("Fair market value of its assets at the spouse's death, or at the alternate date elected.", "appraiser", form="money"))
    undistributed_income: Decimal | None = field(default=None, metadata=question("Income not yet distributed.", "trustee", form="money"))
    residual_payments: Decimal | None = field(default=None, metadata=question("Payments of annuities and plans that pass on the spouse's death.", "plan", form="money"))
    special_use_reduction: Decimal | None = field(default=None, metadata=question("Reduction by special use valuation.", "accountant", form="money"))
    charitable_deduction: Decimal | None = field(default=None, metadata=question("Charitable deduction for it.", "accountant", form="money"))
    marital_deduction: Decimal | None = field(default=None, metadata=question("Marital deduction for it.", "accountant", form="money"))
    state_death_tax_paid: Decimal | None = field(default=None, metadata=question("State death taxes that the spouse's estate paid on it.", "accountant", form="money"))
    foreign_death_taxes: tuple[DeathTax, ...] | None = field(default=None, metadata=question("Foreign death taxes that the spouse's estate paid on it.", "accountant"))


@dataclass(frozen=True)
class Disqualification:
    """The trust's ceasing to qualify in the spouse's lifetime."""

    ceased: date | None = field(default=None, metadata=question("Day on which it ceased to be a QDOT."))
    value: Decimal | None = field(default=None, metadata=question("Fair market value of its assets that day.", "appraiser", form="money"))
