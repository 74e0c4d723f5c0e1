"""When the estate tax return is due, and the last day on which the QDOT election can be made."""

from datetime import date

from assembler.law.calendar import DAY, months_later, rolled, years_later
from assembler.law.deadline import Deadline, Office, filing, limit
from assembler.law.figure import OutOfRange, Step
from assembler.law.need import return_made

MONTHS_TO_FILE = 9
"""The return is due this many months after death. 26 USC 6075(a)."""

MONTHS_TO_ALTERNATE = 6
"""The alternate valuation date is this many months after death. 26 USC 2032(a)(2)."""

YEARS_TO_ELECT = 1
"""No election is made on a return filed more than this after the time prescribed. 26 USC 2056A(d)."""


def return_due(died: date) -> date:
    """Return the day the estate tax return is due without extension, weekends not regarded.

    A death on July 31 makes it due on April 30.

    26 USC 6075(a); 26 CFR 20.6075-1.
    """
    return months_later(died, MONTHS_TO_FILE)


def extended_due(died: date, extended_to: date | None = None) -> date:
    """Return the day the return is due, including an extension actually granted.

    Raises OutOfRange when the extension ends before the return would have been due without it.

    26 USC 6075(a), 6081(a); 26 CFR 20.2056A-3(a).
    """
    due = return_due(died)
    if extended_to is None:
        return due
    if extended_to < due:
        raise OutOfRange(
            f"the extension ends on {extended_to}, before the return is due on {due} without one",
            "write the last day of the extension granted, or leave it out",
            "26 USC 6075(a), 6081(a)",
        )
    return extended_to


def last_election_date(due: date) -> date:
    """Return the last day for a QDOT election: one year after the due date, extensions included.

    26 USC 2056A(d); 26 CFR 20.2056A-1(a)(1)(iii).
    """
    return years_later(due, YEARS_TO_ELECT)


def election_is_in_time(filed: date, due: date) -> bool:
    """Tell whether a return filed on that day can carry the election; exactly one year late can.

    26 USC 2056A(d).
    """
    return filed <= last_election_date(due)


def last_day_in_time(due: date) -> date:
    """Return the last day on which a return is filed in time, `due` including extensions. 26 USC 7503."""
    return rolled(due)


def is_in_time(filed: date, due: date) -> bool:
    """Tell whether a return is filed by its due date, `due` including extensions. 26 USC 6075(a), 7503."""
    return filed <= last_day_in_time(due)


def another_return_may_elect(as_of: date, filed: date, due: date) -> bool:
    """Tell whether an election that a filed return lacks can be made on another one.

    It can until the due date is past, since of the returns filed by then the last one counts. Later the return that
    counts, the last one in time or the first one late, is filed already.

    26 CFR 20.2056A-3(a).
    """
    return is_in_time(filed, due) and is_in_time(as_of, due)


MONTHS_EXTENDED = 6
"""The automatic extension of time to file. 26 USC 6081(a); 26 CFR 20.6081-1(b)."""

DUE_LAW = "26 USC 6075(a); 26 CFR 20.6075-1"
ELECTION_LAW = "26 USC 2056A(d); 26 CFR 20.2056A-3(a)"


def _from_death(died: date) -> tuple[Step, ...]:
    return (Step("Date of death", died, DUE_LAW), Step("nine months later", return_due(died), DUE_LAW))


def estate_return(died: date) -> Deadline:
    """Return when the estate tax return is due without extension. 26 USC 6075(a); 26 CFR 20.6075-1."""
    return filing(
        "estate_return",
        return_due(died),
        Office.EXECUTOR,
        steps=_from_death(died),
        law=(DUE_LAW,),
    )


def estate_tax(died: date) -> Deadline:
    """Return when the estate tax itself is due; an extension to file does not extend it. 26 USC 6151(a)."""
    return filing(
        "estate_tax",
        return_due(died),
        Office.EXECUTOR,
        steps=_from_death(died),
        law=("26 USC 6151(a)", "26 USC 6075(a)"),
    )


def alternate_valuation(died: date) -> Deadline:
    """Return the alternate valuation date, six months after death; property that is gone by then has its own day.

    26 USC 2032(a).
    """
    law, day = "26 USC 2032(a)", months_later(died, MONTHS_TO_ALTERNATE)
    steps = (Step("Date of death", died, law), Step("six months later", day, law))
    return limit("alternate_valuation", day, Office.EXECUTOR, steps=steps, law=(law,))


def longest_extension(died: date) -> Deadline:
    """Return the last day the automatic extension can reach: six months from the due date.

    An executor abroad may be granted more. 26 USC 6081(a); 26 CFR 20.6081-1(b).
    """
    due = return_due(died)
    last = months_later(due, MONTHS_EXTENDED)
    return filing(
        "longest_extension",
        last,
        Office.EXECUTOR,
        steps=(*_from_death(died), Step("six months later", last, "26 USC 6081(a)")),
        law=("26 USC 6081(a)", "26 CFR 20.6081-1(b)"),
        values={"due": due},
    )


def estate_return_extended(died: date, extended_to: date | None = None) -> Deadline:
    """Return when the return is due, with an extension actually granted; one only asked for does not count.

    Raises OutOfRange for an extension that ends before the due date.

    26 USC 6075(a), 6081(a); 26 CFR 20.2056A-3(a).
    """
    due = extended_due(died, extended_to)
    granted = (Step("extended, as granted, to", due, "26 USC 6081(a)"),) if extended_to else ()
    return filing(
        "estate_return_extended",
        due,
        Office.EXECUTOR,
        steps=(*_from_death(died), *granted),
        law=(DUE_LAW, "26 USC 6081(a)"),
    )


def qdot_election(due: date) -> Deadline:
    """Return when the QDOT election is to be made, `due` including extensions actually granted.

    It stands on the last return filed on time or, where none is, on the first filed late. It is irrevocable.

    26 USC 2056A(d); 26 CFR 20.2056A-3(a).
    """
    return filing(
        "qdot_election",
        due,
        Office.EXECUTOR,
        steps=(Step("Return due, with extension", due, ELECTION_LAW),),
        law=("26 USC 2056A(a)(3), (d)", "26 CFR 20.2056A-3(a), (d)"),
    )


def last_election(due: date) -> Deadline:
    """Return the last day for any QDOT election: one year after the due date, extensions included.

    The year is counted from the due date before any roll, and does not itself roll: the bar is the statute's and
    cannot be relieved.

    26 USC 2056A(d); 26 CFR 20.2056A-1(a)(1)(iii).
    """
    last = last_election_date(due)
    return limit(
        "last_election",
        last,
        Office.EXECUTOR,
        steps=(Step("Return due, with extension", due, ELECTION_LAW), Step("one year later", last, "26 USC 2056A(d)")),
        law=("26 USC 2056A(d)", "26 CFR 20.2056A-1(a)(1)(iii)"),
    )


def attached_to_return(key: str, due: date, law: tuple[str, ...]) -> Deadline:
    """Return when a paper that goes with the estate tax return is due, `due` including extensions."""
    steps = (Step("Return due, with extension", due, law[0]),)
    return filing(key, due, Office.EXECUTOR, steps=steps, law=law)


def threshold_exclusion_election(due: date) -> Deadline:
    """Return when to claim the residence exclusion for the $2,000,000 test. 26 CFR 20.2056A-2(d)(1)(iv)(A)."""
    return attached_to_return("threshold_exclusion_election", due, ("26 CFR 20.2056A-2(d)(1)(iv)(A)",))


def security_exclusion_election(due: date) -> Deadline:
    """Return when to claim the residence exclusion for the amount of security. 26 CFR 20.2056A-2(d)(1)(iv)(B)."""
    return attached_to_return("security_exclusion_election", due, ("26 CFR 20.2056A-2(d)(1)(iv)(B)",))


def treaty_choice(due: date) -> Deadline:
    """Return when the estate must choose between a QDOT and a treaty's marital benefit. 26 CFR 20.2056A-1(c)."""
    return attached_to_return("treaty_choice", due, ("26 CFR 20.2056A-1(c)", "Pub. L. 101-239, sec. 7815(d)(14)"))


def annuity_papers(due: date) -> Deadline:
    """Return when the Information Statement and the spouse's agreement go in. 26 CFR 20.2056A-4(c)(2), (3), (5)."""
    law = ("26 CFR 20.2056A-4(c)(2), (c)(3)", "26 CFR 20.2056A-4(c)(5)(i)")
    return attached_to_return("annuity_papers", due, law)


def retirement_account_choice(due: date) -> Deadline:
    """Return when the spouse must have chosen for a section 408(a) account: assign it, or treat it as nonassignable.

    26 CFR 20.2056A-4(b)(7)(iii), (c)(1).
    """
    return attached_to_return("retirement_account_choice", due, ("26 CFR 20.2056A-4(b)(7)(iii), (c)(1)",))


def citizenship_before_return(due: date, filed: date | None = None) -> Deadline:
    """Return the last day on which naturalization still makes a QDOT unnecessary: the day before the return is made.

    A return filed early counts as made on its last due date, a late one when filed.

    26 USC 2056(d)(4)(A); 26 CFR 20.2056A-1(b).
    """
    law = "26 USC 2056(d)(4)(A); 26 CFR 20.2056A-1(b)"
    made = return_made(filed or due, due)
    last = made - DAY
    return limit(
        "citizenship_before_return",
        last,
        Office.SPOUSE,
        steps=(Step("Day the return counts as made", made, law), Step("the day before", last, law)),
        law=("26 USC 2056(d)(4)", "26 CFR 20.2056A-1(b)"),
    )
