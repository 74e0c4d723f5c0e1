"""How long the spouse may transfer or assign property to a QDOT, and how long a trust may be made into one."""

from datetime import date, timedelta

from assembler.law.calendar import years_later
from assembler.law.deadline import EXECUTOR, SPOUSE, Deadline, limit
from assembler.law.estate_return import last_election_date
from assembler.law.figure import Step
from assembler.law.need import return_made

DAY = timedelta(days=1)
UNFILED = "The return is not filed yet: the day is counted from its last due date, and moves up if it is filed sooner."
LAW = "26 USC 2056(d)(2)(B); 26 CFR 20.2056A-4(b)(1)"


def _limits(due: date, filed: date | None) -> tuple[Step, ...]:
    text = "Return filed" if filed else "Return due, with extension, if filed on the last day"
    return (
        Step(text, filed or due, "26 CFR 20.2056A-4(b)(1)"),
        Step("Last day for a QDOT election", last_election_date(due), "26 USC 2056A(d)"),
    )


def _before_filing(name: str, what: str, due: date, filed: date | None, law: tuple[str, ...]) -> Deadline:
    last = min((filed or due) - DAY, last_election_date(due))
    steps = (*_limits(due, filed), Step("before the filing, and not after the last election day", last, law[-1]))
    return limit(name, last, who=SPOUSE, what=what, steps=steps, law=law, notes=() if filed else (UNFILED,))


def transfer(due: date, filed: date | None = None) -> Deadline:
    """Return the last day for an actual transfer to a QDOT: the day before the return is filed.

    `due` includes extensions. Never after the last election day. No early filing is treated as made later here.

    26 USC 2056(d)(2)(B)(i); 26 CFR 20.2056A-4(b)(1).
    """
    what = "Actually transfer the property to the QDOT, before the return is filed; the same day is too late."
    law = ("26 USC 2056(d)(2)(B)(i)", "26 CFR 20.2056A-4(b)(1)")
    return _before_filing("Transfer to a QDOT", what, due, filed, law)


def qdot_for_roll_over(due: date, filed: date | None = None) -> Deadline:
    """Return the last day to establish the QDOT to which annuity payments roll over. 26 CFR 20.2056A-4(c)(3)(ii)."""
    what = "Establish the QDOT that is to take the corpus of each annuity payment."
    return _before_filing("QDOT for the annuity roll-over", what, due, filed, ("26 CFR 20.2056A-4(c)(3)(ii)",))


def assignment(due: date, filed: date | None = None) -> Deadline:
    """Return the last day for an irrevocable assignment to a QDOT: the day the return is filed.

    `due` includes extensions. Never after the last election day. Another paragraph says "prior to" the filing for
    assignments too, so the day to work to is the day before.

    26 USC 2056(d)(2)(B)(ii); 26 CFR 20.2056A-4(b)(1).
    """
    last = min(filed or due, last_election_date(due))
    notes = ("26 CFR 20.2056A-2(b)(2) says prior to the filing for assignments too: sign at least a day before it.",)
    return limit(
        "Assignment to a QDOT",
        last,
        who=SPOUSE,
        what="Sign the irrevocable written assignment; attach a copy to the return.",
        steps=(*_limits(due, filed), Step("on or before both", last, LAW)),
        law=("26 USC 2056(d)(2)(B)(ii)", "26 CFR 20.2056A-4(b)(1)"),
        notes=notes if filed else (*notes, UNFILED),
        work_by=min((filed or due) - DAY, last),
    )


def conveyance(administration_ends: date) -> Deadline:
    """Return the last day to convey what was assigned, where the estate is administered: the day before it closes.

    26 CFR 20.2056A-4(b)(6).
    """
    last = administration_ends - DAY
    law = "26 CFR 20.2056A-4(b)(6)"
    return limit(
        "Conveyance of assigned property",
        last,
        who="Surviving spouse and executor",
        what="Convey the assigned property to the QDOT under local law; if this is missed no deduction is allowed.",
        steps=(Step("Administration of the estate completed", administration_ends, law), Step("before it", last, law)),
        law=(law,),
        notes=("A private letter ruling may extend the time. 26 CFR 301.9100-1.",),
    )


def conveyance_without_administration(due: date) -> Deadline:
    """Return the last day to convey what was assigned, where nothing is administered: one year after the due date.

    `due` includes extensions; neither the death nor the actual filing counts.

    26 CFR 20.2056A-4(b)(6).
    """
    last = years_later(due, 1)
    law = "26 CFR 20.2056A-4(b)(6)"
    return limit(
        "Conveyance of assigned property, no administration",
        last,
        who=SPOUSE,
        what="Convey the assigned property to the QDOT under local law; if this is missed no deduction is allowed.",
        steps=(Step("Return due, with extension", due, law), Step("one year later", last, law)),
        law=(law,),
        notes=("A private letter ruling may extend the time. 26 CFR 301.9100-1.",),
    )


def reformation_by_instrument(due: date, filed: date | None = None) -> Deadline:
    """Return the last day to complete a reformation under the instrument's own terms.

    An early return counts as filed on the last due date; a late one when filed, so that a late filer has until then.

    26 CFR 20.2056A-4(a)(1).
    """
    last = return_made(filed or due, due)
    law = "26 CFR 20.2056A-4(a)(1)"
    return limit(
        "Reformation under the instrument's own terms",
        last,
        who="Holder of the power to amend",
        what="Complete the reformation: the trust must then meet every requirement of a QDOT.",
        steps=(Step("Return due, with extension", due, law), Step("day the return counts as filed", last, law)),
        law=(law,),
    )


def reformation_by_court(due: date) -> Deadline:
    """Return the last day to commence a judicial reformation: the due date, whenever the return is filed.

    26 USC 2056(d)(5)(A)(ii); 26 CFR 20.2056A-4(a)(2).
    """
    law = "26 CFR 20.2056A-4(a)(2)"
    return limit(
        "Judicial reformation commenced",
        due,
        who="Trustee or executor",
        what="Commence the proceeding; until it is completed the trust must be treated as a QDOT.",
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
        "Assessment after a judicial reformation",
        last,
        who="Internal Revenue Service",
        what="Until this day a deficiency for failure to be a QDOT may be assessed.",
        steps=(
            Step("Notice that the trust was changed or the proceeding ended", notified, law),
            Step("one year later", last, law),
        ),
        law=(law, "26 CFR 20.2056A-4(a)(3)"),
        notes=("The year runs from the notice: until it is given, the period stays open.",),
    )


def reformation_notice(ended: date) -> Deadline:
    """Return when to notify that a judicial reformation ended: at once, for the assessment period runs from notice.

    26 USC 2056(d)(5)(B).
    """
    return limit(
        "Notice that the judicial reformation ended",
        ended,
        who=EXECUTOR,
        what="Notify the Internal Revenue Service that the trust was changed or the proceeding terminated.",
        steps=(Step("Proceeding ended", ended, "26 USC 2056(d)(5)(B)"),),
        law=("26 USC 2056(d)(5)(B)",),
        notes=("No last day is set; each day of delay lengthens the assessment period by a day.",),
    )
