"""The questions about property held jointly by the spouses, and about gifts in life."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.question import question


class Furnisher(StrEnum):
    """Which of the spouses furnished consideration: the one who dies first, or the survivor."""

    DECEDENT = "decedent"
    SPOUSE = "spouse"


@dataclass(frozen=True)
class Consideration:
    """Consideration that one of the spouses furnished for joint property."""

    by: Furnisher | None = question("Which of the two.", "which of the spouses furnished {it}", "spouse")
    amount: Decimal | None = question("Amount, in dollars.", "the amount of {it}", "spouse", form="money")
    furnished: date | None = question("Day it was furnished.", "the day {it} was furnished", "spouse")
    gift: Decimal | None = question("Part of it treated as a gift to the other spouse when furnished.", "the part of {it} treated as a gift", form="money", absent="there is none")


@dataclass(frozen=True)
class JointProperty:
    """Property that the spouses hold or held together, with right of survivorship or by the entirety."""

    id: str | None = question("A short name.", "a short name for {it}", form="id", absent="it goes by its place in the list")
    description: str | None = question("The property.", "the description of {it}", "executor", form="lines")
    is_real_property: bool | None = question("It is real property.", "whether {it} is real property", "executor")
    created: date | None = question("Day the tenancy was created.", "the day the tenancy in {it} was created", "spouse")
    value: Decimal | None = question("Value of the whole at the decedent's death, in dollars.", "the value of {it}", "appraiser", form="money")
    consideration: tuple[Consideration, ...] | None = question("What each furnished; an empty list when it cannot be shown.", "consideration {n} for {it}", "spouse")
    terminated: date | None = question("Day the tenancy ended in the lifetime of both.", "the day the tenancy in {it} ended", "spouse", absent="it has not ended in the lifetime of both")
    proceeds: Decimal | None = question("What came of that, in dollars: money, property or interests in property.", "what came of ending the tenancy in {it}", "spouse", form="money")
    decedent_received: Decimal | None = question("Of that, what the decedent, or the client, received.", "what {role} received on ending the tenancy in {it}", "spouse", form="money")


@dataclass(frozen=True)
class GiftToSpouse:
    """A lifetime gift to the spouse."""

    id: str | None = question("A short name.", "a short name for {it}", form="id", absent="it goes by its place in the list")
    description: str | None = question("What was given.", "the description of {it}", "client", form="lines")
    given: date | None = question("Day of the gift.", "the day of {it}", "client")
    value: Decimal | None = question("Value, in dollars.", "the value of {it}", "appraiser", form="money")
    present_interest: Decimal | None = question("Value of what the spouse may enjoy at once: all of an outright gift, the income interest of a trust.", "the value of the present interest in {it}", form="money")
    would_qualify: bool | None = question("Its form would qualify for the gift tax marital deduction if the spouse were a citizen, without a QTIP election.", "whether {it} would qualify for the gift tax marital deduction if the Spouse were a citizen")
    is_survivor_annuity: bool = question("It is the spouse's right under a joint and survivor annuity.", "whether {it} is the Spouse's right under a joint and survivor annuity", default=False, because="a gift is none unless it is said to be")
    spouse_is_citizen: bool = question("The spouse was a United States citizen on the day of the gift.", "whether the Spouse was a United States citizen on the day of {it}", default=False, because="the case is that of a spouse who is not a citizen")


@dataclass(frozen=True)
class TaxedGift:
    """One gift of a year in which gift tax was paid."""

    id: str | None = question("A short name.", "a short name for {it}", form="id", absent="it goes by its place in the list")
    description: str | None = question("What was given.", "the description of {it}", "client", form="lines")
    donee: str | None = question("Who took it.", "who took {it}", "client")
    value: Decimal | None = question("Value, in dollars.", "the value of {it}", "appraiser", form="money")
    exclusion: Decimal | None = question("Annual exclusion and deductions; that of the year for one gift when left out.", "the annual exclusion and deductions for {it}", "accountant", form="money")
    adjusted_basis: Decimal | None = question("The donor's basis just before.", "the donor's basis in {it}", "accountant", form="money", absent="nobody asks for the donee's basis")


@dataclass(frozen=True)
class GiftTaxYear:
    """One calendar year in which the decedent, or the client, paid gift tax."""

    year: int | None = question("The year.", "the year for which gift tax was paid", "accountant", form="count")
    tax_paid: Decimal | None = question("Gift tax paid for it, after the unified credit.", "the gift tax paid for {it}", "accountant", form="money")
    gifts: tuple[TaxedGift, ...] | None = question("Every taxable gift of the year.", "gift {n} of {it}", "accountant")
