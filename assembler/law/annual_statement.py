"""When a QDOT owes the yearly statement on its assets."""

from datetime import date

from assembler.law.calendar import april_15
from assembler.law.deadline import Deadline, Office, filing
from assembler.law.figure import Step
from assembler.terms import every, opposite

REPORT_LAW = "26 CFR 20.2056A-2(d)(3)(ii)"


def land_is_reported(holds_land_abroad: bool | None, is_secured: bool | None) -> bool | None:
    """Tell whether land abroad, held directly or looked through to, calls for the statement.

    Any land does, unless a bank is trustee, or a bond, a letter of credit or an alternate plan secures the tax.

    26 CFR 20.2056A-2(d)(3)(i)(A), (C).
    """
    return every((holds_land_abroad, opposite(is_secured)))


def residence_is_reported(is_excluded: bool | None, is_sold_or_ceased: bool | None) -> bool | None:
    """Tell whether a residence left out under the exclusion, and sold or no longer used, calls for the statement.

    It does even where a bank is trustee or the tax is secured.

    26 CFR 20.2056A-2(d)(3)(i)(B), (d)(1)(iv)(F).
    """
    return every((is_excluded, is_sold_or_ceased))


def annual_statement(year_end: date) -> Deadline:
    """Return when the yearly statement is due: April 15 after the calendar year in which the taxable year ends.

    26 CFR 20.2056A-2(d)(3)(ii).
    """
    day = april_15(year_end.year)
    return filing(
        "annual_statement",
        day,
        Office.US_TRUSTEE,
        steps=(
            Step("Taxable year ends", year_end, REPORT_LAW),
            Step("April 15 of the calendar year after", day, REPORT_LAW),
        ),
        law=(REPORT_LAW,),
    )
