"""When the trust's foreign land, its residence and its yearly statement call for something to be done."""

from datetime import date

from assembler.law.deadline import US_TRUSTEE, Deadline, filing, limit
from assembler.law.figure import Step
from assembler.law.foreign_limit import cure_deadline
from assembler.law.residence import compliance_deadline, reinvestment_deadline

REPORT_LAW = "26 CFR 20.2056A-2(d)(3)(ii)"


def foreign_limit_cure(year_end: date) -> Deadline:
    """Return the last day to cure foreign real property above 35 percent at the end of a taxable year.

    Only for an excess that came of distributions of principal, currency or market value.

    26 CFR 20.2056A-2(d)(1)(ii)(D).
    """
    law = "26 CFR 20.2056A-2(d)(1)(ii)(D)"
    last = cure_deadline(year_end)
    return limit(
        "Cure of foreign real property above 35 percent",
        last,
        who=US_TRUSTEE,
        what="Bring foreign real property to 35 percent or less, or use a bank, a bond or a letter of credit.",
        steps=(
            Step("Taxable year in which the limit was exceeded ends", year_end, law),
            Step("the following taxable year ends", last, law),
        ),
        law=(law,),
        notes=("A purchase that causes the excess has no grace.",),
    )


def residence_reinvestment(sold: date) -> Deadline:
    """Return the last day to reinvest the price of a residence. 26 CFR 20.2056A-2(d)(1)(iv)(G)."""
    law = "26 CFR 20.2056A-2(d)(1)(iv)(G)"
    last = reinvestment_deadline(sold)
    return limit(
        "Reinvestment of the price of a residence",
        last,
        who=US_TRUSTEE,
        what="Reinvest the adjusted sales price in a new personal residence for the spouse.",
        steps=(Step("Residence sold", sold, law), Step("twelve months later", last, law)),
        law=(law,),
    )


def residence_cessation(ceased: date) -> Deadline:
    """Return the last day to secure the trust after the exclusion ceases: the 120th. 26 CFR 20.2056A-2(d)(1)(iv)(G)."""
    law = "26 CFR 20.2056A-2(d)(1)(iv)(G)"
    last = compliance_deadline(ceased)
    return limit(
        "Security after a residence exclusion ceases",
        last,
        who=US_TRUSTEE,
        what="Meet the bank, bond or letter of credit arrangement as if the exclusion lost had not been claimed.",
        steps=(Step("Effective date of the cessation", ceased, law), Step("120 days later", last, law)),
        law=(law,),
        notes=("Whether a sale without reinvestment takes effect on the sale or twelve months later is not said.",),
    )


def annual_statement(year_end: date) -> Deadline:
    """Return when the yearly statement is due: April 15 after the calendar year in which the taxable year ends.

    26 CFR 20.2056A-2(d)(3)(ii).
    """
    day = date(year_end.year + 1, 4, 15)
    return filing(
        "Annual statement of the QDOT",
        day,
        who=US_TRUSTEE,
        what="File Form 706-QDT with the written statement attached, even if no return is otherwise due.",
        steps=(
            Step("Taxable year ends", year_end, REPORT_LAW),
            Step("April 15 of the calendar year after", day, REPORT_LAW),
        ),
        law=(REPORT_LAW,),
        notes=("An extension of time to file may be had, 26 CFR 20.2056A-11(a).",),
    )
