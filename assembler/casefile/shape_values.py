"""The questions about a trust's values over time: final values, year ends, a residence sold."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.question import question
from assembler.casefile.shape_holdings import Holding


class ExcessCause(StrEnum):
    """Why real property outside the United States came to exceed 35 percent."""

    PRINCIPAL_DISTRIBUTION = "principal-distribution"
    CURRENCY = "currency"
    MARKET_VALUE = "market-value"
    ACQUISITION = "acquisition"


@dataclass(frozen=True)
class YearEnd:
    """One trust on the last day of its taxable year; its holdings, or the two sums of them."""

    ended: date | None = question("Last day of the taxable year.", "the last day of the year", "trustee")
    value: Decimal | None = question("Fair market value of all assets that day, before debt, companies looked through.", "the value of the assets at the end of the year", "appraiser", form="money")
    foreign_real_property: Decimal | None = question("Of that, real property outside the United States, companies looked through.", "the value of the real property outside the United States at the end of the year", "appraiser", form="money")
    holdings: tuple[Holding, ...] | None = question("Instead of the two sums, the holdings that day.", "holding {n} at the end of the year", "trustee")
    causes: tuple[ExcessCause, ...] | None = question("Every cause of an excess over 35 percent.", "why real property outside the United States came to exceed 35 percent", "trustee")


@dataclass(frozen=True)
class Valuation:
    """The value of a trust's assets for estate tax, as reported and as finally determined."""

    reported: Decimal | None = question("Value on the estate tax return, in dollars, before debt.", "the value on the estate tax return", "executor", form="money")
    final: Decimal | None = question("Value as finally determined, in dollars, before debt.", "the value finally determined", "executor", form="money")
    has_reasonable_cause: bool | None = question("There was reasonable cause for a value reported too low.", "whether there was reasonable cause for a value reported too low")
    is_in_good_faith: bool | None = question("It was reported in good faith.", "whether the value was reported in good faith")


@dataclass(frozen=True)
class FixingUp:
    """An expense of making a home fit for sale."""

    amount: Decimal | None = question("Amount, in dollars.", "the amount of {it}", "spouse", form="money")
    done: date | None = question("Day the work was done.", "the day the work of {it} was done", "spouse")
    paid: date | None = question("Day it was paid.", "the day {it} was paid", "spouse")


@dataclass(frozen=True)
class Reinvestment:
    """What was put into a new personal residence."""

    made: date | None = question("Day of the purchase.", "the day of the purchase of a new residence", "trustee")
    amount: Decimal | None = question("Amount, in dollars.", "the amount reinvested", "trustee", form="money")
    description: str | None = question("The new residence, by its address.", "the address of the new residence", "trustee", form="lines")


@dataclass(frozen=True)
class ResidenceSale:
    """The sale of a residence for which the exclusion was claimed."""

    sold: date | None = question("Day of the sale.", "the day of the sale", "trustee")
    contracted: date | None = question("Day of the contract of sale.", "the day of the contract of sale", "trustee")
    amount_realized: Decimal | None = question("Amount realized, in dollars.", "the amount realized on the sale", "trustee", form="money")
    fixing_up: tuple[FixingUp, ...] | None = question("Expenses of making it fit for sale.", "expense {n} of making the residence fit for sale", "spouse", absent="there were none")
    reinvestments: tuple[Reinvestment, ...] | None = question("What was put into a new personal residence.", "purchase {n}", "trustee")
    excluded: Decimal | None = question("The part of the exclusion that the residence had.", "the part of the exclusion that the residence had", form="money")
    continuing: Decimal | None = question("The part allotted to a residence that still qualifies.", "the part of the exclusion allotted to a residence that still qualifies", form="money", absent="there is none")
    planned: Decimal | None = question("What is still to be put into a new personal residence in time.", "what is still to be reinvested", "trustee", form="money")
    residence: str | None = question("The id of the asset that was sold.", "the residence that was sold", form="id", absent="it is the only residence")
