"""How long tax may be claimed back, and how long it may be assessed."""

from datetime import date

from assembler.law.calendar import years_later
from assembler.law.deadline import Deadline, Office, filing
from assembler.law.figure import Step

YEARS_FROM_FILING = 3
YEARS_FROM_PAYMENT = 2
YEARS_FROM_DETERMINATION = 1


def refund_after_determination(determined: date) -> Deadline:
    """Return the last day to claim back tax paid at the highest rate while the decedent's tax was open: one year.

    26 USC 2056A(b)(2)(B)(ii); 26 CFR 20.2056A-6(c).
    """
    law = "26 USC 2056A(b)(2)(B)(ii)"
    last = years_later(determined, YEARS_FROM_DETERMINATION)
    return filing(
        "refund_after_determination",
        last,
        Office.TRUSTEE_OR_FILER,
        steps=(Step("Decedent's tax finally determined", determined, law), Step("one year later", last, law)),
        law=(law, "26 CFR 20.2056A-6(c)"),
    )


def refund_claim(due: date, filed: date, paid: date) -> Deadline:
    """Return the last day of the ordinary refund claim: three years from filing or two from payment, the later.

    `due` is without extension; a return filed before it counts as filed on it, and a tax paid before it as paid on it.

    26 USC 6511(a), 6513(a).
    """
    law = "26 USC 6511(a), 6513(a)"
    from_filing = years_later(max(filed, due), YEARS_FROM_FILING)
    from_payment = years_later(max(paid, due), YEARS_FROM_PAYMENT)
    last = max(from_filing, from_payment)
    return filing(
        "refund_claim",
        last,
        Office.TAXPAYER,
        steps=(
            Step("Return filed, or due if that is later", max(filed, due), law),
            Step("three years later", from_filing, law),
            Step("two years after payment", from_payment, law),
            Step("the later", last, law),
        ),
        law=(law,),
    )


def assessment(due: date, filed: date) -> Deadline:
    """Return when the ordinary period of assessment ends: three years from filing.

    `due` is without extension; a return filed before it counts as filed on it.

    26 USC 6501(a), (b)(1).
    """
    law = "26 USC 6501(a), (b)(1)"
    start = max(filed, due)
    last = years_later(start, YEARS_FROM_FILING)
    return filing(
        "assessment",
        last,
        Office.IRS,
        steps=(Step("Return filed, or due if that is later", start, law), Step("three years later", last, law)),
        law=(law,),
    )
