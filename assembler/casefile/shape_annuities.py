"""The questions about annuities that cannot be assigned: what they pay, for whose lives, what was received."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.choices import Undertaking
from assembler.casefile.question import question


class Interval(StrEnum):
    """How often an annuity pays."""

    ANNUAL = "annual"
    SEMIANNUAL = "semiannual"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"


class Timing(StrEnum):
    """When in each period an annuity pays."""

    END = "end"
    BEGINNING = "beginning"


class MortalityTable(StrEnum):
    """The mortality tables of the regulations."""

    T80CNSMT = "80CNSMT"
    T90CM = "90CM"
    T2000CM = "2000CM"
    T2010CM = "2010CM"


@dataclass(frozen=True)
class Payer:
    """Who pays an annuity, or whose employment gave rise to it."""

    name: str | None = field(default=None, metadata=question("Full name.", "plan"))
    address: str | None = field(default=None, metadata=question("Address.", "plan", form="lines"))


@dataclass(frozen=True)
class MeasuringLife:
    """A person for whose life an annuity is paid."""

    name: str | None = field(default=None, metadata=question("Full name.", "plan"))
    born: date | None = field(default=None, metadata=question("Date of birth.", "plan"))
    address: str | None = field(default=None, metadata=question("Address.", "plan", form="lines"))


@dataclass(frozen=True)
class Receipt:
    """One payment of an annuity to the spouse."""

    received: date | None = field(default=None, metadata=question("Day the spouse received it.", "spouse"))
    amount: Decimal | None = field(default=None, metadata=question("Amount in dollars.", "spouse", form="money"))
    hardship: Decimal | None = field(default=None, metadata=question("Part of its corpus that would have been exempt as hardship if paid from a trust; leave out when none.", form="money"))
    transferred: date | None = field(default=None, metadata=question("Day its corpus was transferred to the trust, where it is rolled over.", "trustee"))
    transferred_amount: Decimal | None = field(default=None, metadata=question("Amount so transferred, in dollars.", "trustee", form="money"))


@dataclass(frozen=True)
class Annuity:
    """An annuity or other arrangement that pays the spouse and cannot be assigned."""

    id: str | None = field(default=None, metadata=question("A short name.", form="id"))
    plan: str | None = field(default=None, metadata=question("The plan or arrangement, by its name.", "plan"))
    undertaking: Undertaking | None = field(default=None, metadata=question("Pay the tax on each corpus portion, or roll it over to a trust."))
    trust: str | None = field(default=None, metadata=question("The id of the trust that takes what is rolled over.", form="trust"))
    is_retirement_account: bool | None = field(default=None, metadata=question("An individual retirement account under section 408(a) of the Code.", "plan"))
    is_retirement_annuity: bool | None = field(default=None, metadata=question("An individual retirement annuity under section 408(b) of the Code, which nobody can assign.", "plan"))
    is_assignable: bool | None = field(default=None, metadata=question("The plan or the law lets the spouse assign it; then it is assigned, and nothing here is computed.", "plan"))
    bar: str | None = field(default=None, metadata=question("What keeps it from being assigned, such as section 401(a)(13) of the Code, a foreign law, or its own terms.", "plan"))
    security_offered: str | None = field(default=None, metadata=question("What the spouse gives as security where the Internal Revenue Service asks for it.", "spouse", form="lines"))
    is_employment_related: bool | None = field(default=None, metadata=question("It arises from employment.", "plan"))
    is_foreign_plan: bool | None = field(default=None, metadata=question("Established and administered by a person outside the United States.", "plan"))
    obligor: Payer = field(default=Payer(), metadata=question("The pension fund, insurer, custodian or other person that pays."))
    number: str | None = field(default=None, metadata=question("The identification number that the payer gave it.", "plan", form="number"))
    employer: Payer = field(default=Payer(), metadata=question("The employer, where it arises from employment."))
    separated: date | None = field(default=None, metadata=question("Day the decedent retired or otherwise left that employment; the day of death, for one who died in it.", "plan"))
    acquired: date | None = field(default=None, metadata=question("Day the decedent, or the decedent and the spouse, acquired it, where it does not arise from employment.", "plan"))
    signed: date | None = field(default=None, metadata=question("Day the spouse's agreement was or will be signed."))
    security_requested: date | None = field(default=None, metadata=question("Day the Internal Revenue Service asked for a security agreement, for a foreign plan.", "spouse"))
    annual_payment: Decimal | None = field(default=None, metadata=question("Total payable each year, in dollars.", "plan", form="money"))
    interval: Interval | None = field(default=None, metadata=question("How often it pays.", "plan"))
    timing: Timing | None = field(default=None, metadata=question("It pays at the end or at the beginning of each period; taken as the end when left out.", "plan"))
    measuring_lives: tuple[MeasuringLife, ...] | None = field(default=None, metadata=question("The one or two lives for which it is paid; an empty list for a term of years.", "plan"))
    term_years: int | None = field(default=None, metadata=question("Whole years for which it is paid, where it does not depend on a life.", "plan", form="count"))
    has_scheduled_changes: bool | None = field(default=None, metadata=question("Its payments are scheduled to change; taken as no when left out.", "plan"))
    scheduled_changes: str | None = field(default=None, metadata=question("Those changes, in words.", "plan", form="lines"))
    has_terminal_illness: bool | None = field(default=None, metadata=question("A measuring life is terminally ill; taken as no when left out.", "family"))
    section_7520_rate: Decimal | None = field(default=None, metadata=question("The section 7520 rate, in percent, in place of the table's for the month of death.", form="percent"))
    mortality_table: MortalityTable | None = field(default=None, metadata=question("The mortality table chosen, where the day of death leaves a choice.", "accountant"))
    receipts: tuple[Receipt, ...] | None = field(default=None, metadata=question("The payments the spouse received.", "spouse"))
    failed_year: int | None = field(default=None, metadata=question("Year of a payment whose tax, return or transfer was not timely.", form="count"))
    term_years_left: int | None = field(default=None, metadata=question("Of a term of years, the whole years left on January 1 of that year.", "plan", form="count"))
