"""The questions about the bond or letter of credit itself, and who stands behind it."""

from dataclasses import dataclass
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

    name: str | None = question("Full name, as it signs.", "the surety", "surety")
    address: str | None = question("Address for notices.", "the address of the surety", "surety", form="lines")
    state: str | None = question("State under whose law the surety is organized.", "the State of the surety", "surety", form="place")
    agent: str | None = question("Who signs for it under a power of attorney.", "who signs for the surety", "surety")
    listing: str | None = question("Its entry in Circular 570, with its underwriting limitation.", "the surety's entry in Circular 570", "surety", form="lines")
    is_on_circular_570: bool | None = question("On the Treasury's list of certified sureties (Circular 570), within its underwriting limitation.", "whether the surety is on the Treasury's list, within its underwriting limitation", "surety")
    is_satisfactory: bool | None = question("Satisfactory to the Internal Revenue Service under section 7101 and 26 CFR 301.7101-1.", "whether the surety is satisfactory to the Internal Revenue Service")


@dataclass(frozen=True)
class Bond:
    """The bond; its amount is asked among the trust's security."""

    surety: Surety = question("The surety.", "the surety", default=Surety())
    dated: date | None = question("Date of the bond; its words are those in force that day.", "the date of the bond", "surety", absent="it is the day stated of the security, or that of the papers")
    effective: date | None = question("Day the bond takes effect.", "the day the bond takes effect", "surety")
    expires: date | None = question("Day its first term ends.", "the day the bond's term ends", "surety")
    is_cancellable: bool | None = question("The surety may cancel it.", "whether the surety may cancel the bond", "surety")
    renews_automatically: bool | None = question("It renews itself at least every year, unless notice is mailed 60 days before.", "whether the bond renews itself", "surety")


@dataclass(frozen=True)
class Issuer:
    """The bank that issues a letter of credit."""

    name: str | None = question("Full name, as it signs; of a branch, the branch's.", "the issuing bank", "bank")
    address: str | None = question("Address for notices.", "the address of the issuing bank", "bank", form="lines")
    office: str | None = question("Office at which the letter is presented and paid.", "the issuing bank's office", "bank", form="lines", absent="it is the address")
    kind: IssuerKind | None = question("What the issuer is.", "what the issuer of the letter of credit is", "bank")
    is_bank: bool | None = question("It is a bank; one in the United States, as section 581 of the Code defines it.", "whether the issuer of the letter of credit is a bank", "bank")
    foreign_bank: str | None = question("The foreign bank of which the issuer is a branch.", "the foreign bank of the issuing branch", "bank")


@dataclass(frozen=True)
class Confirmer:
    """The bank that confirms a foreign bank's letter of credit."""

    name: str | None = question("Full name, as it signs.", "the confirming bank", "bank")
    address: str | None = question("Address for notices.", "the address of the confirming bank", "bank", form="lines")
    office: str | None = question("Office at which the confirmation is presented and paid.", "the confirming bank's office", "bank", form="lines", absent="it is the address")
    is_section_581_bank: bool | None = question("A bank as section 581 of the Code defines it.", "whether the confirming bank is a bank as section 581 of the Code defines it", "bank")
    amount: Decimal | None = question("Amount confirmed, in dollars.", "the amount confirmed", "bank", form="money", absent="it is that of the letter")


@dataclass(frozen=True)
class Letter:
    """The letter of credit; its amount is asked among the trust's security."""

    issuer: Issuer = question("The bank that issues it.", "the issuing bank", default=Issuer())
    confirmer: Confirmer = question("The bank that confirms a foreign bank's letter.", "the confirming bank", default=Confirmer(), absent="nobody confirms it")
    number: str | None = question("The bank's number for it.", "the number of the letter of credit", "bank", form="number", absent="the bank has not given one yet")
    applicant: str | None = question("Who asks for the letter.", "who asks for the letter of credit", absent="the U.S. Trustee does")
    dated: date | None = question("Date of issue; its words are those in force that day.", "the date of the letter of credit", "bank")
    effective: date | None = question("Day it takes effect.", "the day the letter of credit takes effect", "bank", absent="it is the date of issue")
    expires: date | None = question("Day its first term ends.", "the day the letter of credit expires", "bank")
    time_zone: TimeZone | None = question("Time zone of the office in which it expires at 3:00 p.m., as the clocks run that day.", "the time zone in which the letter of credit expires", "bank")
    is_irrevocable: bool | None = question("It cannot be revoked or modified without the consent of the Internal Revenue Service.", "whether the letter of credit is irrevocable", "bank")
    is_payable_at_sight: bool | None = question("It is payable at sight.", "whether the letter of credit is payable at sight", "bank")
    renews_automatically: bool | None = question("It renews itself at least every year, unless notice is mailed 60 days before.", "whether the letter of credit renews itself", "bank")


@dataclass(frozen=True)
class Replacement:
    """The arrangement that takes the place of the one in use."""

    arrangement: Operative | None = question("The arrangement.", "the arrangement that takes the place of the present one", "trustee")
    secured: date | None = question("Day it was secured.", "the day it was secured", "trustee")
    takes_effect: date | None = question("Day it takes effect.", "the day it takes effect", "trustee")
    notified: date | None = question("Day the Internal Revenue Service was or will be told of it, which is the day of the notice.", "the day of the notice that the new arrangement is secured", "trustee", absent="it is the day the papers are dated, if the notice can have been given that day")


@dataclass(frozen=True)
class AlternatePlan:
    """An alternate plan or arrangement that the Internal Revenue Service is asked to approve."""

    terms: str | None = question("The plan, in words that the ruling can repeat.", "the terms of the alternate plan", form="lines")
    reason: str | None = question("Why no standard arrangement serves, and how the plan secures the tax as well.", "why the alternate plan is asked for", form="lines")


@dataclass(frozen=True)
class OldInstrument:
    """What is asked of an instrument executed on or before November 20, 1995."""

    was_irrevocable: bool | None = question("The trust was irrevocable on November 20, 1995.", "whether the trust was irrevocable on November 20, 1995")
    was_under_disability: bool | None = question("The decedent was under a legal disability to amend it on November 20, 1995, and at all times after.", "whether the Decedent was under a legal disability to amend the instrument from November 20, 1995", "family")
    may_be_amended: bool | None = question("It gives the executor or the U.S. Trustee a power to amend it to meet section 2056A.", "whether the instrument gives a power to amend it to meet section 2056A")
