"""The questions on which the section 2056A estate tax turns: the estates, the distributions, the ends of a trust."""

from dataclasses import dataclass
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

    country: str | None = question("ISO 3166 code of the country.", "the country of {it}", "accountant", form="country")
    paid: Decimal | None = question("Tax attributable to property there that is in the gross estate, in dollars.", "the amount of {it}", "accountant", form="money")
    property: Decimal | None = question("Value of that property, in dollars.", "the value of the property that bore {it}", "accountant", form="money")


@dataclass(frozen=True)
class TaxableEstate:
    """An estate, as its estate tax return computes it, in dollars."""

    gross_estate: Decimal | None = question("Gross estate.", "the gross estate of {it}", "accountant", form="money")
    marital_deduction: Decimal | None = question("Marital deduction, property of the trusts included.", "the marital deduction of the estate of {it}", "accountant", form="money", absent="there is none")
    charitable_deduction: Decimal | None = question("Charitable deduction.", "the charitable deduction of the estate of {it}", "accountant", form="money", absent="there is none")
    other_deductions: Decimal | None = question("All other deductions, for deaths from 2005 State death taxes too.", "the other deductions of the estate of {it}", "accountant", form="money", absent="there are none")
    taxable_estate: Decimal | None = question("Taxable estate.", "the taxable estate of {it}", "accountant", form="money", absent="it is the gross estate less the deductions")
    adjusted_taxable_gifts: Decimal | None = question("Adjusted taxable gifts.", "the adjusted taxable gifts of {it}", "accountant", form="money", absent="there are none")
    gift_tax_payable: Decimal | None = question("Gift tax payable on gifts made after 1976.", "the gift tax payable on gifts of {it} made after 1976", "accountant", form="money", absent="there is none")
    unused_exclusion: Decimal | None = question("A predeceased spouse's unused exclusion.", "the unused exclusion that {it} has from a predeceased spouse", "accountant", form="money", absent="there is none")
    state_death_tax_paid: Decimal | None = question("State death taxes paid.", "the State death taxes that the estate of {it} paid", "accountant", form="money", absent="there are none")
    foreign_death_taxes: tuple[DeathTax, ...] | None = question("Death taxes paid to foreign countries.", "foreign death tax {n} of the estate of {it}", "accountant", absent="there are none")
    other_credits: Decimal | None = question("Other credits: sections 2012 and 2013, and treaties.", "the other credits of the estate of {it}", "accountant", form="money", absent="there are none")
    credit_rule: CreditRule = question("Rule of a nonresident noncitizen's unified credit.", "the rule of the unified credit of the estate of {it}", default=CreditRule.STATUTE, because="the credit of a treaty or a possession is taken only where it is claimed")
    us_gross_estate: Decimal | None = question("A nonresident noncitizen's gross estate in the United States.", "the gross estate of {it} in the United States", "accountant", form="money")
    worldwide_gross_estate: Decimal | None = question("A nonresident noncitizen's gross estate wherever situated.", "the gross estate of {it} wherever situated", "accountant", form="money")
    chose_no_estate_tax: bool = question("For a death in 2010, the executor chose that no estate tax apply.", "whether the executor of {it} chose that no estate tax apply", default=False, because="the tax applies unless the executor chose otherwise")
    unelected_property: Decimal | None = question("Property that passed to the spouse and that no QDOT election reached, as the estate valued it, less taxes and charges on it.", "the property from {it} that no QDOT election reached", form="money", absent="there is none")


@dataclass(frozen=True)
class Distribution:
    """What left a trust in the spouse's lifetime."""

    made: date | None = question("Day of the distribution.", "the day of a distribution", "trustee")
    kind: DistributionKind | None = question("Why; exempt are expenses, taxes, sales at full price and reimbursements.", "why it was distributed", "trustee")
    amount: Decimal | None = question("Money, and the value of property, in dollars, before any tax was withheld.", "what was distributed", "trustee", form="money")
    tax_from_trust: bool = question("Its tax is paid out of other assets of the trust, and not withheld from it.", "whether the tax on {it} is paid out of other assets of the trust", "trustee", default=False, because="the tax on a distribution is withheld from it unless the trust pays it")
    tax_paid: Decimal | None = question("Section 2056A tax paid on it, in dollars.", "the section 2056A tax paid on {it}", "trustee", form="money", absent="none has been paid")
    adjusted_basis: Decimal | None = question("The trustee's basis in it, where it is property and not money.", "the trustee's basis in {it}", "accountant", form="money", absent="it was money")


@dataclass(frozen=True)
class AtSpouseDeath:
    """One trust at the spouse's death."""

    value: Decimal | None = question("Fair market value of its assets at the spouse's death, or at the alternate date elected.", "the value of the trust's assets at the Spouse's death", "appraiser", form="money")
    undistributed_income: Decimal | None = question("Income not yet distributed.", "the income not distributed at the Spouse's death", "trustee", form="money", absent="there is none")
    residual_payments: Decimal | None = question("Payments of annuities and plans that pass on the spouse's death.", "the payments of annuities and plans that pass on the Spouse's death", "plan", form="money", absent="there are none")
    special_use_reduction: Decimal | None = question("Reduction by special use valuation.", "the reduction by special use valuation", "accountant", form="money", absent="there is none")
    charitable_deduction: Decimal | None = question("Charitable deduction for it.", "the charitable deduction for the trust's property", "accountant", form="money", absent="there is none")
    marital_deduction: Decimal | None = question("Marital deduction for it.", "the marital deduction for the trust's property", "accountant", form="money", absent="there is none")
    state_death_tax_paid: Decimal | None = question("State death taxes that the spouse's estate paid on it.", "the State death taxes that the Spouse's estate paid on the trust's property", "accountant", form="money", absent="there are none")
    foreign_death_taxes: tuple[DeathTax, ...] | None = question("Foreign death taxes that the spouse's estate paid on it.", "foreign death tax {n} that the Spouse's estate paid on the trust's property", "accountant", absent="there are none")


@dataclass(frozen=True)
class Disqualification:
    """The trust's ceasing to qualify in the spouse's lifetime."""

    ceased: date | None = question("Day on which it ceased to be a QDOT.", "the day the trust ceased to be a QDOT")
    value: Decimal | None = question("Fair market value of its assets that day.", "the value of the trust's assets on the day it ceased to be a QDOT", "appraiser", form="money")
