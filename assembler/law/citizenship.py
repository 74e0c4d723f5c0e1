"""What a spouse who becomes a citizen must have done, and by when."""

from datetime import date

from assembler.law.deadline import Deadline, Office, filing
from assembler.law.figure import Step
from assembler.law.form_706qdt import april_15


def citizenship_notice(became: date) -> Deadline:
    """Return when the U.S. Trustee certifies the spouse's citizenship: April 15 of the next year.

    26 CFR 20.2056A-10(a)(2).
    """
    law = "26 CFR 20.2056A-10(a)(2)"
    day = april_15(became.year)
    return filing(
        "citizenship_notice",
        day,
        Office.US_TRUSTEE,
        steps=(Step("Spouse became a citizen", became, law), Step("April 15 of the next year", day, law)),
        law=("26 USC 2056A(b)(12)", law),
    )


def gift_election(became: date) -> Deadline:
    """Return when the spouse elects to treat earlier taxable distributions as gifts: April 15 of the next year.

    Only where the spouse was not resident at all times and tax was imposed before; both parts of the election go
    together.

    26 USC 2056A(b)(12)(C); 26 CFR 20.2056A-10(b).
    """
    law = "26 CFR 20.2056A-10(b)(3)"
    day = april_15(became.year)
    return filing(
        "gift_election",
        day,
        Office.SPOUSE,
        steps=(Step("Spouse became a citizen", became, law), Step("April 15 of the next year", day, law)),
        law=("26 USC 2056A(b)(12)(C)", "26 CFR 20.2056A-10(b)"),
    )
