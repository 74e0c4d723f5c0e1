"""Who acts for the surviving spouse: the spouse, a legal representative, or the spouse's own estate."""

from dataclasses import replace

from assembler.casefile.shape import Spouse
from assembler.law.deadline import SPOUSE, Deadline

LAW = "26 CFR 20.2056A-4(b)(1)"


def acting(spouse: Spouse, deadline: Deadline) -> Deadline:
    """Name, in a deadline of the spouse, the person who acts on its day.

    A spouse who has died by then acts through the personal representative of the spouse's estate, and one who is
    incompetent through a legal representative.

    26 CFR 20.2056A-4(b)(1).
    """
    if SPOUSE not in deadline.who:
        return deadline
    if spouse.died is not None and spouse.died <= deadline.date:
        office = "Personal representative of the surviving spouse's estate"
    elif spouse.is_incompetent:
        office = "Legal representative of the surviving spouse"
    else:
        return deadline
    person = f"{office} ({spouse.representative})" if spouse.representative else office
    return replace(deadline, who=deadline.who.replace(SPOUSE, person))
