"""The questions about the bond or letter of credit itself, and who stands behind it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.casefile.choices import Operative
from assembler.casefile.question import question


class IssuerKind(StrEnum):
    """Who issues a letter of credit, as 26 CFR 20.2056A-2(d)(1)(i)(C) divides issuers."""

    SECTION_581_BANK = "section-581-bank"
    US_BRANCH = "us-branch-of-foreign-bank"
    FOREIGN_BANK = "foreign-bank"
    OTHER = "other"


class TimeZone(StrEnum):
    """The time zones that the form of a letter of credit offers."""

    EDT = "EDT"
    EST = "EST"
    CDT = "CDT"
    CST = "CST"
    MDT = "MDT"
    MST = "MST"
    PDT = "PDT"
    PST = "PST"


@dataclass(frozen=True)
class Surety:
    """The company that stands surety on a bond."""

    name: str | None = field(default=None, metadata=question("Full name, as it signs.", "surety"))
    address: str | None = field(default=None, metadata=question("Address for notices.", "surety", form="lines"))
    state: str | None = field(default=None, metadata=question("State under whose law the surety is organized.", "surety"))
    agent: str | None = field(default=None, metadata=question("Who signs for it under a power of attorney.", "surety"))
    listing: str | None = field(default=None, metadata=question("Its entry in Circular 570, with its underwriting limitation.", "surety", form="lines"))
    is_on_circular_570: bool | None = field(default=None, metadata=question("On the Treasury's list of certified sureties (Circular 570), within its underwriting limitation.", "surety"))
    is_satisfactory: bool | None = field(default=None, metadata=question("Satisfactory to the Internal Revenue Service under section 7101 and 26 CFR 301.7101-1."))


@dataclass(frozen=True)
class Bond:
    """The bond; its amount is asked among the trust's security."""

    surety: Surety = field(default=Surety(), metadata=question("The surety."))
    dated: date | None = field(default=None, metadata=question("Date of the bond; its words are those in force that day.", "surety"))
    effective: date | None = field(default=None, metadata=question("Day the bond takes effect.", "surety"))
    expires: date | None = field(default=None, metadata=question("Day its first term ends.", "surety"))
    is_cancellable: bool | None = field(default=None, metadata=question("The surety may cancel it.", "surety"))
    renews_automatically: bool | None = field(default=None, metadata=question("It renews itself at least every year, unless notice is mailed 60 days before.", "surety"))


@dataclass(frozen=True)
class Issuer:
    """The bank that issues a letter of credit."""

    name: str | None = field(default=None, metadata=question("Full name, as it signs; of a branch, the branch's.", "bank"))
    address: str | None = field(default=None, metadata=question("Address for notices.", "bank", form="lines"))
    office: str | None = field(default=None, metadata=question("Office at which the letter is presented and paid; the address when left out.", "bank", form="lines"))
    kind: IssuerKind | None = field(default=None, metadata=question("What the issuer is.", "bank"))
    is_bank: bool | None = field(default=None, metadata=question("It is a bank; one in the United States, as section 581 of the Code defines it.", "bank"))
    foreign_bank: str | None = field(default=None, metadata=question("The foreign bank of which the issuer is a branch.", "bank"))


@dataclass(frozen=True)
class Confirmer:
    """The bank that confirms a foreign bank's letter of credit."""

    name: str | None = field(default=None, metadata=question("Full name, as it signs.", "bank"))
    address: str | None = field(default=None, metadata=question("Address for notices.", "bank", form="lines"))
    office: str | None = field(default=None, metadata=question("Office at which the confirmation is presented and paid; the address when left out.", "bank", form="lines"))
    is_section_581_bank: bool | None = field(default=None, metadata=question("A bank as section 581 of the Code defines it.", "bank"))
    amount: Decimal | None = field(default=None, metadata=question("Amount confirmed, in dollars; that of the letter when left out.", "bank", form="money"))


@dataclass(frozen=True)
class Letter:
    """The letter of credit; its amount is asked among the trust's security."""

    issuer: Issuer = field(default=Issuer(), metadata=question("The bank that issues it."))
    confirmer: Confirmer = field(default=Confirmer(), metadata=question("The bank that confirms a foreign bank's letter."))
    number: str | None = field(default=None, metadata=question("The bank's number for it, once given.", "bank", form="number"))
    applicant: str | None = field(default=None, metadata=question("Who asks for the letter; the U.S. Trustee when left out."))
    dated: date | None = field(default=None, metadata=question("Date of issue; its words are those in force that day.", "bank"))
    effective: date | None = field(default=None, metadata=question("Day it takes effect; the date of issue when left out.", "bank"))
    expires: date | None = field(default=None, metadata=question("Day its first term ends.", "bank"))
    time_zone: TimeZone | None = field(default=None, metadata=question("Time zone of the office in which it expires at 3:00 p.m., as the clocks run that day.", "bank"))
    is_irrevocable: bool | None = field(default=None, metadata=question("It cannot be revoked or modified without the consent of the Internal Revenue Service.", "bank"))
    is_payable_at_sight: bool | None = field(default=None, metadata=question("It is payable at sight.", "bank"))
    renews_automatically: bool | None = field(default=None, metadata=question("It renews itself at least every year, unless notice is mailed 60 days before.", "bank"))


@dataclass(frozen=True)
class Replacement:
    """The arrangement that takes the place of the one in use."""

    arrangement: Operative | None = field(default=None, metadata=question("The arrangement.", "trustee"))
    secured: date | None = field(default=None, metadata=question("Day it was secured.", "trustee"))
    takes_effect: date | None = field(default=None, metadata=question("Day it takes effect.", "trustee"))


@dataclass(frozen=True)
class OldInstrument:
    """What is asked of an instrument executed on or before November 20, 1995."""

    was_irrevocable: bool | None = field(default=None, metadata=question("The trust was irrevocable on November 20, 1995."))
    was_under_disability: bool | None = field(default=None, metadata=question("The decedent was under a legal disability to amend it on November 20, 1995, and at all times after.", "family"))
    may_be_amended: bool | None = field(default=None, metadata=question("It gives the executor or the U.S. Trustee a power to amend it to meet section 2056A."))
