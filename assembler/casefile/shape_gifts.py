"""The questions about property held jointly by the spouses, and about gifts in life."""

from dataclasses import dataclass, field
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

    by: Furnisher | None = field(default=None, metadata=question("Which of the two.", "spouse"))
    amount: Decimal | None = field(default=None, metadata=question("Amount, in dollars.", "spouse", form="money"))
    furnished: date | None = field(default=None, metadata=question("Day it was furnished.", "spouse"))
    gift: Decimal | None = field(default=None, metadata=question("Part of it treated as a gift to the other spouse when furnished; leave out when none.", form="money"))


@dataclass(frozen=True)
class JointProperty:
    """Property that the spouses hold or held together, with right of survivorship or by the entirety."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    description: str | None = field(default=None, metadata=question("The property.", "executor", form="lines"))
    is_real_property: bool | None = field(default=None, metadata=question("It is real property.", "executor"))
    created: date | None = field(default=None, metadata=question("Day the tenancy was created.", "spouse"))
    value: Decimal | None = field(default=None, metadata=question("Value of the whole at the decedent's death, in dollars.", "appraiser", form="money"))
    consideration: tuple[Consideration, ...] | None = field(default=None, metadata=question("What each furnished; an empty list when it cannot be shown.", "spouse"))
    terminated: date | None = field(default=None, metadata=question("Day the tenancy ended in the lifetime of both.", "spouse"))
    proceeds: Decimal | None = field(default=None, metadata=question("What came of that, in dollars: money, property or interests in property.", "spouse", form="money"))
    decedent_received: Decimal | None = field(default=None, metadata=question("Of that, what the decedent, or the client, received.", "spouse", form="money"))
    spouse_received: Decimal | None = field(default=None, metadata=question("Of that, what the spouse received.", "spouse", form="money"))


@dataclass(frozen=True)
class GiftToSpouse:
    """A lifetime gift to the spouse."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    description: str | None = field(default=None, metadata=question("What was given.", "client", form="lines"))
    given: date | None = field(default=None, metadata=question("Day of the gift.", "client"))
    value: Decimal | None = field(default=None, metadata=question("Value, in dollars.", "appraiser", form="money"))
    present_interest: Decimal | None = field(default=None, metadata=question("Value of what the spouse may enjoy at once: all of an outright gift, the income interest of a trust.", form="money"))
    would_qualify: bool | None = field(default=None, metadata=question("Its form would qualify for the gift tax marital deduction if the spouse were a citizen, without a QTIP election."))
    is_survivor_annuity: bool | None = field(default=None, metadata=question("It is the spouse's right under a joint and survivor annuity."))
    spouse_is_citizen: bool | None = field(default=None, metadata=question("The spouse was a United States citizen on the day of the gift; taken as not when left out."))


@dataclass(frozen=True)
class TaxedGift:
    """One gift of a year in which gift tax was paid."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    description: str | None = field(default=None, metadata=question("What was given.", "client", form="lines"))
    donee: str | None = field(default=None, metadata=question("Who took it.", "client"))
    value: Decimal | None = field(default=None, metadata=question("Value, in dollars.", "appraiser", form="money"))
    exclusion: Decimal | None = field(default=None, metadata=question("Annual exclusion and deductions; that of the year for one gift when left out.", "accountant", form="money"))
    adjusted_basis: Decimal | None = field(default=None, metadata=question("The donor's basis just before; leave out where nobody asks for the donee's.", "accountant", form="money"))


@dataclass(frozen=True)
class GiftTaxYear:
    """One calendar year in which the decedent, or the client, paid gift tax."""

    year: int | None = field(default=None, metadata=question("The year.", "accountant", form="count"))
    tax_paid: Decimal | None = field(default=None, metadata=question("Gift tax paid for it, after the unified credit.", "accountant", form="money"))
    gifts: tuple[TaxedGift, ...] | None = field(default=None, metadata=question("Every taxable gift of the year.", "accountant"))
