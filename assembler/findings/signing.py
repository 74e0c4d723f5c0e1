"""Who signs for the spouse's side: the spouse, a legal representative, or the representative of the spouse's estate."""

from collections.abc import Iterator
from dataclasses import replace

from assembler.casefile.shape import Annuity, Assignment, Case, Spouse
from assembler.findings.finding import Fact, Finding, all_of, answered, contrary, day
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.law.deadline import Deadline, Office

COMPLETION = "26 CFR 20.2056A-4(b)(6)"
ASSIGNOR = "26 CFR 20.2056A-4(b)(1)"
AGREEMENT = "26 CFR 20.2056A-4(c)(5)(i), (c)(6)(ii), (c)(7)(ii)"

FACTS = (
    FactName("has_administration", "The decedent's estate is administered."),
    FactName("assignor_is_spouse", "The spouse signs.", family="assignor"),
    FactName(
        "assignor_is_representative", "The legal representative of an incompetent spouse signs.", family="assignor"
    ),
    FactName("assignor_is_estate", "The personal representative of the spouse's estate signs.", family="assignor"),
)
LAW = "26 CFR 20.2056A-4(b)(1)"


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the estate is administered, and who signs for the spouse on the day of the paper."""
    yes, no = "the decedent's estate is administered", "the decedent's estate is not administered"
    answer = subject.case.decedent.has_administration
    yield "has_administration", answered(answer, yes, no, "decedent.has_administration", COMPLETION)
    yield from _assignors(subject)


def _assignors(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find who transfers or assigns; exactly one of three, as soon as it is known whether the spouse can act."""
    has_died, incompetent = _has_died(subject), is_incompetent(subject.case, ASSIGNOR)
    yield "assignor_is_estate", has_died
    yield "assignor_is_representative", all_of(contrary(has_died), incompetent)
    yield "assignor_is_spouse", all_of(contrary(has_died), contrary(incompetent))


def _has_died(subject: Subject) -> Fact:
    """Find whether the spouse had died when the paper is signed: an assignment or agreement on its own day."""
    died, on = subject.case.spouse.died, subject.case.as_of
    if died is not None and isinstance(subject.record, Assignment | Annuity):
        on = subject.record.signed
        if on is None:
            because = f"it is not stated whether it is signed before the spouse's death on {day(died)}"
            return Finding(None, because, (ASSIGNOR,), (subject.path("signed"),))
    if died is None or (on is not None and died > on):
        return Finding(False, "the spouse was living when the paper is signed", (ASSIGNOR,), ("spouse.died",))
    return Finding(True, f"the spouse died on {day(died)}", (ASSIGNOR,), ("spouse.died",))


def is_incompetent(case: Case, law: str) -> Fact:
    """Find whether a representative acts for a living spouse; a spouse not said to be incompetent acts alone."""
    value = bool(case.spouse.is_incompetent)
    because = "the spouse is legally incompetent" if value else "the spouse is not said to be incompetent"
    return Finding(value, because, (law,), ("spouse.is_incompetent",))


def acting(spouse: Spouse, deadline: Deadline) -> Deadline:
    """Put in the place of the spouse, in a deadline, the person who acts on its day.

    A spouse who has died by then acts through the personal representative of the spouse's estate, and one who is
    incompetent through a legal representative.

    26 CFR 20.2056A-4(b)(1).
    """
    if spouse.died is not None and spouse.died <= deadline.date:
        acts = Office.SPOUSE_ESTATE
    elif spouse.is_incompetent:
        acts = Office.SPOUSE_REPRESENTATIVE
    else:
        return deadline
    if Office.SPOUSE not in deadline.offices:
        return deadline
    offices = tuple(acts if office is Office.SPOUSE else office for office in deadline.offices)
    person = {"representative": spouse.representative} if spouse.representative else {}
    return replace(deadline, offices=offices, values={**deadline.values, **person})
