"""The questions about a trust's values over time: final values, year ends, a residence sold."""

from dataclasses import dataclass, field
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

    ended: date | None = field(default=None, metadata=question("Last day of the taxable year.", "trustee"))
    value: Decimal | None = field(default=None, metadata=question("Fair market value of all assets that day, before debt, companies looked through.", "appraiser", form="money"))
    foreign_real_property: Decimal | None = field(default=None, metadata=question("Of that, real property outside the United States, companies looked through.", "appraiser", form="money"))
    holdings: tuple[Holding, ...] | None = field(default=None, metadata=question("Instead of the two sums, the holdings that day.", "trustee"))
    causes: tuple[ExcessCause, ...] | None = field(default=None, metadata=question("Every cause of an excess over 35 percent.", "trustee"))


@dataclass(frozen=True)
class Valuation:
    """The value of a trust's assets for estate tax, as reported and as finally determined."""

    reported: Decimal | None = field(default=None, metadata=question("Value on the estate tax return, in dollars, before debt.", "executor", form="money"))
    final: Decimal | None = field(default=None, metadata=question("Value as finally determined, in dollars, before debt.", "executor", form="money"))
    has_reasonable_cause: bool | None = field(default=None, metadata=question("There was reasonable cause for a value reported too low."))
    is_in_good_faith: bool | None = field(default=None, metadata=question("It was reported in good faith."))


@dataclass(frozen=True)
class FixingUp:
    """An expense of making a home fit for sale."""

    amount: Decimal | None = field(default=None, metadata=question("Amount, in dollars.", "spouse", form="money"))
    done: date | None = field(default=None, metadata=question("Day the work was done.", "spouse"))
    paid: date | None = field(default=None, metadata=question("Day it was paid.", "spouse"))


@dataclass(frozen=True)
class Reinvestment:
    """What was put into a new personal residence."""

    made: date | None = field(default=None, metadata=question("Day of the purchase.", "trustee"))
    amount: Decimal | None = field(default=None, metadata=question("Amount, in dollars.", "trustee", form="money"))


@dataclass(frozen=True)
class ResidenceSale:
    """The sale of a residence for which the exclusion was claimed."""

    sold: date | None = field(default=None, metadata=question("Day of the sale.", "trustee"))
    contracted: date | None = field(default=None, metadata=question("Day of the contract of sale.", "trustee"))
    amount_realized: Decimal | None = field(default=None, metadata=question("Amount realized, in dollars.", "trustee", form="money"))
    fixing_up: tuple[FixingUp, ...] | None = field(default=None, metadata=question("Expenses of making it fit for sale.", "spouse"))
    reinvestments: tuple[Reinvestment, ...] | None = field(default=None, metadata=question("What was put into a new personal residence.", "trustee"))
    excluded: Decimal | None = field(default=None, metadata=question("The part of the exclusion that the residence had.", form="money"))
    continuing: Decimal | None = field(default=None, metadata=question("The part allotted to a residence that still qualifies; leave out when none.", form="money"))
    planned: Decimal | None = field(default=None, metadata=question("What is still to be put into a new personal residence in time.", "trustee", form="money"))
    residence: str | None = field(default=None, metadata=question("The id of the asset that was sold; of the only residence when left out.", form="id"))
