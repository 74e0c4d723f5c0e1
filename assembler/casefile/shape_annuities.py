"""The questions about annuities that cannot be assigned: what they pay, for whose lives, what was received."""

from dataclasses import dataclass
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
    """Who pays an annuity."""

    name: str | None = question("Full name.", "who pays the annuity", "plan")
    address: str | None = question("Address.", "the payer's address", "plan", form="lines")


@dataclass(frozen=True)
class Employer:
    """Whose employment gave rise to an annuity."""

    name: str | None = question("Full name.", "the employer", "plan")
    address: str | None = question("Address.", "the employer's address", "plan", form="lines")


@dataclass(frozen=True)
class MeasuringLife:
    """A person for whose life an annuity is paid."""

    name: str | None = question("Full name.", "the name of {it}", "plan")
    born: date | None = question("Date of birth.", "the date of birth of {it}", "plan")
    address: str | None = question("Address.", "the address of {it}", "plan", form="lines")


@dataclass(frozen=True)
class Receipt:
    """One payment of an annuity to the spouse."""

    received: date | None = question("Day the spouse received it.", "the day the payment was received", "spouse")
    amount: Decimal | None = question("Amount in dollars.", "the amount of the payment", "spouse", form="money")
    hardship: Decimal | None = question("Part of its corpus that would have been exempt as hardship if paid from a trust.", "the part of the corpus of the payment that is exempt as hardship", form="money", absent="there is none")
    transferred: date | None = question("Day its corpus was transferred to the trust, where it is rolled over.", "the day the corpus was transferred", "trustee")
    transferred_amount: Decimal | None = question("Amount so transferred, in dollars.", "the amount transferred", "trustee", form="money")


@dataclass(frozen=True)
class Annuity:
    """An annuity or other arrangement that pays the spouse and cannot be assigned."""

    id: str | None = question("A short name.", "a short name for {it}", form="id", absent="it goes by its place in the list")
    plan: str | None = question("The plan or arrangement, by its name.", "the name of the plan or arrangement", "plan")
    undertaking: Undertaking | None = question("Pay the tax on each corpus portion, or roll it over to a trust.", "whether the tax is paid or the corpus rolled over")
    trust: str | None = question("The id of the trust that takes what is rolled over.", "the trust that takes what is rolled over", form="trust")
    is_retirement_account: bool | None = question("An individual retirement account under section 408(a) of the Code.", "whether the annuity is an individual retirement account under section 408(a) of the Code", "plan")
    is_retirement_annuity: bool | None = question("An individual retirement annuity under section 408(b) of the Code, which nobody can assign.", "whether the annuity is an individual retirement annuity under section 408(b) of the Code", "plan")
    is_assignable: bool | None = question("The plan or the law lets the spouse assign it; then it is assigned, and nothing here is computed.", "whether the Spouse may assign the annuity", "plan")
    bar: str | None = question("What keeps it from being assigned, such as section 401(a)(13) of the Code or a foreign law; its own terms go under the two questions below.", "what keeps the annuity from being assigned", "plan")
    is_barred_by_terms: bool = question("Its own terms keep it from being assigned, and no law does.", "whether its own terms keep the annuity from being assigned", "plan", default=False, because="what keeps a plan from being assigned is as a rule a law")
    bar_provision: str | None = question("The section of the contract or plan that keeps it from being assigned, where its own terms do.", "the provision of the contract or plan that bars assignment", "plan")
    security_offered: str | None = question("What the spouse gives as security where the Internal Revenue Service asks for it.", "what is given as security", "spouse", form="lines")
    is_employment_related: bool | None = question("It arises from employment.", "whether the annuity arises from employment", "plan")
    is_foreign_plan: bool | None = question("Established and administered by a person outside the United States.", "whether the plan is established and administered by a person outside the United States", "plan")
    obligor: Payer = question("The pension fund, insurer, custodian or other person that pays.", "the payer", default=Payer())
    number: str | None = question("The identification number that the payer gave it.", "the payer's identification number", "plan", form="number")
    employer: Employer = question("The employer, where it arises from employment.", "the employer", default=Employer())
    separated: date | None = question("Day the decedent retired or otherwise left that employment; the day of death, for one who died in it.", "the day of retirement or separation from employment", "plan")
    acquired: date | None = question("Day the decedent, or the decedent and the spouse, acquired it, where it does not arise from employment.", "the day the annuity was acquired", "plan")
    signed: date | None = question("Day the spouse's agreement was or will be signed.", "the date of the agreement")
    security_requested: date | None = question("Day the Internal Revenue Service asked for a security agreement, for a foreign plan.", "the day security was asked for", "spouse", absent="it has not asked")
    annual_payment: Decimal | None = question("Total payable each year, in dollars.", "the total payable each year", "plan", form="money")
    interval: Interval | None = question("How often it pays.", "how often the annuity pays", "plan")
    timing: Timing = question("It pays at the end or at the beginning of each period.", "whether the annuity pays at the end or at the beginning of each period", "plan", default=Timing.END, because="an annuity pays at the end unless its terms say otherwise")
    measuring_lives: tuple[MeasuringLife, ...] | None = question("The one or two lives for which it is paid; an empty list for a term of years.", "measuring life {n}", "plan")
    others_paid: bool | None = question("Anyone other than the spouse has a right to payments before the spouse's death.", "whether anyone other than the Spouse has a right to payments before the Spouse's death", "plan")
    paid_after: str | None = question("Who is paid what is still payable after the spouse's death, where it is paid for two lives or a term.", "who is paid after the Spouse's death", "plan")
    term_years: int | None = question("Whole years for which it is paid, where it does not depend on a life.", "the term of years", "plan", form="count")
    has_scheduled_changes: bool | None = question("Its payments are scheduled to change.", "whether the payments are scheduled to change", "plan", absent="they are not, unless the changes are given")
    scheduled_changes: str | None = question("Those changes, in words.", "the scheduled changes of the payments", "plan", form="lines")
    has_terminal_illness: bool = question("A measuring life is terminally ill.", "whether a measuring life is terminally ill", "family", default=False, because="the mortality tables are for lives in ordinary health")
    section_7520_rate: Decimal | None = question("The section 7520 rate, in percent, in place of the table's for the month of death.", "the section 7520 rate", form="percent", absent="the table's rate is used")
    mortality_table: MortalityTable | None = question("The mortality table chosen, where the day of death leaves a choice.", "the mortality table", "accountant", absent="the table in force on the day of death is used")
    receipts: tuple[Receipt, ...] | None = question("The payments the spouse received.", "payment {n}", "spouse")
    failed_year: int | None = question("Year of a payment whose tax, return or transfer was not timely.", "the year of a payment whose tax, return or transfer was not timely", form="count", absent="there is none")
    failed_rate: Decimal | None = question("The section 7520 rate, in percent, in place of the table's for January of that year; in the year of the death, for the month of the death.", "the section 7520 rate for the year that was not timely", form="percent", absent="the table's rate is used")
    term_years_left: int | None = question("Of a term of years, the whole years left on January 1 of that year.", "the whole years of the term left on January 1 of the year that was not timely", "plan", form="count")
