"""The questions about what befalls a trust after the death: its reformation, its security, its residence."""

from dataclasses import dataclass, field
from datetime import date

from assembler.casefile.question import question


@dataclass(frozen=True)
class Reformation:
    """The reformation of an instrument into a qualified domestic trust."""

    commenced: date | None = field(default=None, metadata=question("Day the judicial proceeding was commenced."))
    completed: date | None = field(default=None, metadata=question("Day the trust was changed to meet the requirements."))
    ended: date | None = field(default=None, metadata=question("Day the judicial proceeding ended, with or without a change."))
    notified: date | None = field(default=None, metadata=question("Day the Internal Revenue Service was told that it ended."))


@dataclass(frozen=True)
class Events:
    """What has happened to a trust, or will on a day that is known."""

    security_dated: date | None = field(default=None, metadata=question("Date of the bond or letter of credit; the day the papers are dated when left out."))
    security_term_ends: date | None = field(default=None, metadata=question("Day the present term of the bond or letter of credit ends.", "trustee"))
    notice_received: date | None = field(default=None, metadata=question("Day the Internal Revenue Service received notice that the bond or letter of credit is not renewed, or the branch closing.", "trustee"))
    nonrenewal_mailed: date | None = field(default=None, metadata=question("Day notice that the bond or letter of credit is not renewed was or will be mailed.", "trustee"))
    drawn: date | None = field(default=None, metadata=question("Day the Internal Revenue Service drew on the bond or letter of credit.", "trustee"))
    branch_closes: date | None = field(default=None, metadata=question("Day the branch that issued the letter of credit is to close.", "trustee"))
    residence_ceased: date | None = field(default=None, metadata=question("Day a residence left out under the exclusion ceased to be used or held for the spouse.", "trustee"))
    tax_settled: date | None = field(default=None, metadata=question("Day the section 2056A tax that remained when the trust ceased to be a QDOT was paid, or finally determined to be zero.", "trustee"))
    tax_is_zero: bool | None = field(default=None, metadata=question("That tax was finally determined to be zero.", "accountant"))
    residence: str | None = field(default=None, metadata=question("The id of the asset that was the residence; of the only one when left out.", form="id"))
    compliance_measures: str | None = field(default=None, metadata=question("What is or will be done to secure the tax after a residence is sold or no longer used.", "trustee", form="lines"))
