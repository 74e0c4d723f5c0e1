"""The questions about what befalls a trust after the death: its reformation, its security, its residence."""

from dataclasses import dataclass
from datetime import date

from assembler.casefile.choices import Lacking
from assembler.casefile.question import question


@dataclass(frozen=True)
class Reformation:
    """The reformation of an instrument into a qualified domestic trust."""

    commenced: date | None = question("Day the judicial proceeding was commenced.", "the day the judicial proceeding was commenced")
    completed: date | None = question("Day the trust was changed to meet the requirements.", "the day the trust was changed to meet the requirements")
    ended: date | None = question("Day the judicial proceeding ended, with or without a change.", "the day the judicial proceeding ended")
    notified: date | None = question("Day the Internal Revenue Service was told that it ended.", "the day the Internal Revenue Service was told that the judicial proceeding ended")
    lacks: tuple[Lacking, ...] | None = question("What the instrument lacks of what a QDOT needs.", "what the instrument lacks")
    has_power: bool | None = question("The instrument, or the law of a State, lets someone change the trust without a court.", "whether the trust can be changed without a court")
    power: str | None = question("The provision that gives that power, such as Article Nine of the will.", "the provision that gives the power to change the trust")
    holder: str | None = question("Full name of who holds that power, as signed.", "who holds the power to change the trust")
    court: str | None = question("The court in which the reformation is asked for, with its county, as the caption has it.", "the court")
    docket: str | None = question("The court's number for the proceeding.", "the docket number", form="number", absent="the court has given none yet")
    petitioner: str | None = question("Full name of who asks the court, as signed.", "the petitioner")
    petitioner_title: str | None = question("In what office the petitioner asks, such as trustee or personal representative.", "the petitioner's office")
    authority: str | None = question("The law of the State under which a court may change the trust.", "the law under which the court may change the trust")
    holder_title: str | None = question("The office in which the power is held, such as trustee or personal representative.", "the office in which the power is held")


@dataclass(frozen=True)
class Events:
    """What has happened to a trust, or will on a day that is known."""

    security_dated: date | None = question("Date of the bond or letter of credit, where it is not given with the bond or the letter.", "the date of the bond or letter of credit", absent="it is the day the papers are dated")
    security_term_ends: date | None = question("Day the present term of the bond or letter of credit ends.", "the day the term ends", "trustee")
    notice_received: date | None = question("Day the Internal Revenue Service received notice that the bond or letter of credit is not renewed, or the branch closing.", "the day the Internal Revenue Service received notice", "trustee")
    nonrenewal_mailed: date | None = question("Day notice that the bond or letter of credit is not renewed was or will be mailed.", "the day notice is mailed", "trustee")
    drawn: date | None = question("Day the Internal Revenue Service drew on the bond or letter of credit.", "the day the Internal Revenue Service drew on the bond or letter of credit", "trustee", absent="it has not drawn")
    branch_closes: date | None = question("Day the branch that issued the letter of credit is to close.", "the day the branch closes", "trustee")
    closing_mailed: date | None = question("Day notice of that closing was or will be mailed.", "the day notice of the branch's closing is mailed", "bank", absent="it is the day the papers are dated, if notice can have been mailed in time that day")
    residence_ceased: date | None = question("Day a residence left out under the exclusion ceased to be used or held for the spouse.", "the day the residence ceased to be used", "trustee", absent="it has not ceased")
    tax_settled: date | None = question("Day the section 2056A tax that remained when the trust ceased to be a QDOT was paid, or finally determined to be zero.", "the day the tax was paid or found zero", "trustee", absent="it is not settled")
    tax_is_zero: bool | None = question("That tax was finally determined to be zero.", "whether the tax was finally determined to be zero", "accountant")
    residence: str | None = question("The id of the asset that was the residence.", "the residence that ceased to be used", form="id", absent="it is the only residence")
    compliance_measures: str | None = question("What is or will be done to secure the tax after a residence is sold or no longer used.", "what is done to secure the tax", "trustee", form="lines")
