"""How long the spouse may transfer or assign property to a QDOT, and how long a trust may be made into one."""

from datetime import date

from assembler.law.calendar import DAY, years_later
from assembler.law.deadline import Deadline, Office, limit
from assembler.law.estate_return import last_election_date
from assembler.law.figure import Step
from assembler.law.need import return_made

LAW = "26 USC 2056(d)(2)(B); 26 CFR 20.2056A-4(b)(1)"


def _limits(due: date, filed: date | None) -> tuple[Step, ...]:
    text = "Return filed" if filed else "Return due, with extension, if filed on the last day"
    return (
        Step(text, filed or due, "26 CFR 20.2056A-4(b)(1)"),
        Step("Last day for a QDOT election", last_election_date(due), "26 USC 2056A(d)"),
    )


def _before_filing(
    key: str, due: date, filed: date | None, law: tuple[str, ...], office: Office = Office.SPOUSE
) -> Deadline:
    last = min((filed or due) - DAY, last_election_date(due))
    steps = (*_limits(due, filed), Step("before the filing, and not after the last election day", last, law[-1]))
    return limit(key, last, office, steps=steps, law=law, notes=() if filed else ("return_unfiled",))


def transfer(due: date, filed: date | None = None) -> Deadline:
    """Return the last day for an actual transfer to a QDOT: the day before the return is filed.

    `due` includes extensions. Never after the last election day. No early filing is treated as made later here.

    26 USC 2056(d)(2)(B)(i); 26 CFR 20.2056A-4(b)(1).
    """
    return _before_filing("transfer", due, filed, ("26 USC 2056(d)(2)(B)(i)", "26 CFR 20.2056A-4(b)(1)"))


def qdot_for_roll_over(due: date, filed: date | None = None, *, by_executor: bool = False) -> Deadline:
    """Return the last day to establish the QDOT to which annuity payments roll over.

    The spouse establishes it, or the executor.

    26 CFR 20.2056A-4(c)(3)(ii).
    """
    office = Office.EXECUTOR if by_executor else Office.SPOUSE
    return _before_filing("qdot_for_roll_over", due, filed, ("26 CFR 20.2056A-4(c)(3)(ii)",), office)


def assignment(due: date, filed: date | None = None) -> Deadline:
    """Return the last day for an irrevocable assignment to a QDOT: the day the return is filed.

    `due` includes extensions. Never after the last election day. Another paragraph says "prior to" the filing for
    assignments too, so the day to work to is the day before.

    26 USC 2056(d)(2)(B)(ii); 26 CFR 20.2056A-4(b)(1).
    """
    last = min(filed or due, last_election_date(due))
    return limit(
        "assignment",
        last,
        Office.SPOUSE,
        steps=(*_limits(due, filed), Step("on or before both", last, LAW)),
        law=("26 USC 2056(d)(2)(B)(ii)", "26 CFR 20.2056A-4(b)(1)"),
        notes=() if filed else ("return_unfiled",),
        work_by=min((filed or due) - DAY, last),
    )


def conveyance(administration_ends: date) -> Deadline:
    """Return the last day to convey what was assigned, where the estate is administered: the day before it closes.

    26 CFR 20.2056A-4(b)(6).
    """
    last = administration_ends - DAY
    law = "26 CFR 20.2056A-4(b)(6)"
    return limit(
        "conveyance",
        last,
        Office.SPOUSE,
        Office.EXECUTOR,
        steps=(Step("Administration of the estate completed", administration_ends, law), Step("before it", last, law)),
        law=(law,),
    )


def conveyance_without_administration(due: date) -> Deadline:
    """Return the last day to convey what was assigned, where nothing is administered: one year after the due date.

    `due` includes extensions; neither the death nor the actual filing counts.

    26 CFR 20.2056A-4(b)(6).
    """
    last = years_later(due, 1)
    law = "26 CFR 20.2056A-4(b)(6)"
    return limit(
        "conveyance_without_administration",
        last,
        Office.SPOUSE,
        steps=(Step("Return due, with extension", due, law), Step("one year later", last, law)),
        law=(law,),
    )


def reformation_by_instrument(due: date, filed: date | None = None) -> Deadline:
    """Return the last day to complete a reformation under the instrument's own terms.

    An early return counts as filed on the last due date; a late one when filed, so that a late filer has until then.

    26 CFR 20.2056A-4(a)(1).
    """
    last = return_made(filed or due, due)
    law = "26 CFR 20.2056A-4(a)(1)"
    return limit(
        "reformation_by_instrument",
        last,
        Office.AMENDER,
        steps=(Step("Return due, with extension", due, law), Step("day the return counts as filed", last, law)),
        law=(law,),
    )


def reformation_by_court(due: date) -> Deadline:
    """Return the last day to commence a judicial reformation: the due date, whenever the return is filed.

    26 USC 2056(d)(5)(A)(ii); 26 CFR 20.2056A-4(a)(2).
    """
    law = "26 CFR 20.2056A-4(a)(2)"
    return limit(
        "reformation_by_court",
        due,
        Office.TRUSTEE_OR_EXECUTOR,
        steps=(Step("Return due, with extension actually granted", due, law),),
        law=("26 USC 2056(d)(5)(A)(ii)", law),
    )


def reformation_assessment(notified: date) -> Deadline:
    """Return how long tax may be assessed after a judicial reformation: a year from the notice, not from the decree.

    26 USC 2056(d)(5)(B); 26 CFR 20.2056A-4(a)(3).
    """
    last = years_later(notified, 1)
    law = "26 USC 2056(d)(5)(B)"
    return limit(
        "reformation_assessment",
        last,
        Office.IRS,
        steps=(
            Step("Notice that the trust was changed or the proceeding ended", notified, law),
            Step("one year later", last, law),
        ),
        law=(law, "26 CFR 20.2056A-4(a)(3)"),
    )


def reformation_notice(ended: date) -> Deadline:
    """Return when to notify that a judicial reformation ended: at once, for the assessment period runs from notice.

    26 USC 2056(d)(5)(B).
    """
    return limit(
        "reformation_notice",
        ended,
        Office.EXECUTOR,
        steps=(Step("Proceeding ended", ended, "26 USC 2056(d)(5)(B)"),),
        law=("26 USC 2056(d)(5)(B)",),
    )
