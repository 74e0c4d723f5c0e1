"""Whether the decedent lives, and whether the case needs a qualified domestic trust at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from assembler.casefile.shape import Case, ReturnForm, Status, Undertaking
from assembler.findings.deadline import Call, Found, Missing, call_for, done, since
from assembler.findings.finding import Fact, Finding, LastDay, contrary, day, refusal, unreached
from assembler.findings.subject import Subject, conclusion, item
from assembler.findings.vocabulary import FactName
from assembler.law import estate_return, form_706qdt, limitation, need
from assembler.law.deadline import Deadline
from assembler.law.figure import OutOfRange
from assembler.problem import Problem
from assembler.terms import every

GATE = "26 CFR 20.2056A-1(a)"
CITIZEN_BEFORE_RETURN = "26 USC 2056(d)(4)"
TREATY = "26 CFR 20.2056A-1(c)"
PAY_ONLY = "26 CFR 20.2056A-2(b)(3)"

_THROUGHOUT = {
    True: ", and was resident throughout",
    False: ", but was not resident throughout",
    None: ", and residence throughout is not stated",
}


@dataclass(frozen=True)
class Days:
    """The days on which a case turns after the death.

    `first_due` and `due` are days before any roll, without extension and with it; an extension that cannot stand is
    left out of `due`. `applies` is false where nothing of the kind is needed.
    """

    died: date
    as_of: date
    first_due: date
    due: date
    filed: date | None
    files_return: bool
    applies: bool


FACTS = (
    FactName("planning", "The decedent is living.", family="life", excludes=("spouse_became_citizen",)),
    FactName("after_death", "The decedent has died.", family="life"),
)
NO_TRUST = "26 CFR 20.2056A-1(a)(1)"
ESTATE = "estate"


def days_of(case: Case) -> Days | None:
    """Set out the days of a case; None while the decedent lives, when no day has begun to run."""
    died = case.decedent.died
    if died is None:
        return None
    first = estate_return.return_due(died)
    files = case.return_.estate_files_return is not False
    return Days(died, case.as_of or died, first, due_date(case) or first, case.return_.filed, files, _applies(case))


def _applies(case: Case) -> bool:
    gates = (rules_apply, deduction_sought, spouse_is_citizen, citizen_before_return, treaty_claimed)
    return need.needs_trust(*(gate(case).value for gate in gates)) is not False


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the case is a plan or an estate."""
    died = subject.case.decedent.died
    said = "no date of death is stated, so the decedent is living" if died is None else f"the decedent died {_on(died)}"
    planning = Finding(died is None, said, (), ("decedent.died",))
    yield "planning", planning
    yield "after_death", contrary(planning)


def rules_apply(case: Case) -> Fact:
    """Find whether the death is late enough for the rules; a living client's will be."""
    died = case.decedent.died
    value = died is None or need.rules_apply(died)
    because = f"the decedent {'has not died by' if died is None else 'died after'} November 10, 1988"
    if died is not None and not value:
        because = f"the decedent died {_on(died)}, and the rules reach only deaths after November 10, 1988"
    return Finding(value, because, (GATE,), ("decedent.died",))


def deduction_sought(case: Case) -> Fact:
    """Find whether a marital deduction is sought, as it is unless the case says no."""
    sought = case.return_.deduction_sought is not False
    because = "a marital deduction is sought" if sought else "no marital deduction is sought for the property"
    return Finding(sought, because, (GATE,), ("return.deduction_sought",))


def spouse_is_citizen(case: Case) -> Fact:
    """Find whether the spouse is a citizen at the death or, in a plan, today."""
    answer = case.spouse.is_us_citizen
    said = {
        True: "the spouse is a citizen of the United States",
        False: "the spouse is not a citizen of the United States",
        None: "it is not stated whether the spouse is a citizen of the United States",
    }
    return Finding(answer, said[answer], ("26 USC 2056(d)(1)(A)", GATE), ("spouse.is_us_citizen",))


def due_date(case: Case) -> date | None:
    """Return the day the estate tax return is due, extensions included; None when it cannot be told."""
    if case.decedent.died is None:
        return None
    try:
        return estate_return.extended_due(case.decedent.died, case.return_.extended_to)
    except OutOfRange:
        return None


@conclusion
def last_day_to_file_return(subject: Subject) -> LastDay:
    """Find by when the estate tax return is filed, an extension that was granted included."""
    died, extended_to = subject.case.decedent.died, subject.case.return_.extended_to
    if died is None:
        return Finding(None, "the decedent's death is not stated", (), ("decedent.died",))
    if extended_to is None:
        deadline = estate_return.estate_return(died)
        return Finding(deadline, "no extension is stated", deadline.law, ("decedent.died",), deadline.date)
    try:
        deadline = estate_return.estate_return_extended(died, extended_to)
    except OutOfRange as outside:
        return unreached(outside, "return.extended_to")
    return Finding(deadline, "an extension is stated", deadline.law, ("return.extended_to",), deadline.date)


def citizen_before_return(case: Case) -> Fact:
    """Find whether a spouse naturalized since the death is treated as a citizen at the death."""
    became, due = case.spouse.became_citizen, due_date(case)
    law = (CITIZEN_BEFORE_RETURN, "26 CFR 20.2056A-1(b)")
    if became is None or case.decedent.died is None:
        return Finding(False, "no naturalization after the death is stated", law, ("spouse.became_citizen",))
    early = need.citizen_before_return(became, due, case.return_.filed)
    value = need.treated_as_citizen(early, case.spouse.resident_throughout)
    if early is None:
        because, path = f"the spouse became a citizen {_on(became)} and the return is not yet filed", "return.filed"
    elif not early:
        because, path = f"the spouse became a citizen {_on(became)}, not before the return is made", "return.filed"
    else:
        throughout = _THROUGHOUT[case.spouse.resident_throughout]
        because = f"the spouse became a citizen {_on(became)}, before the return is made{throughout}"
        path = "spouse.resident_throughout"
    return Finding(value, because, law, ("spouse.became_citizen", path))


def treaty_claimed(case: Case) -> Fact:
    """Find whether the estate chose the marital relief of a treaty instead."""
    claimed = bool(case.return_.treaty_benefit_claimed)
    because = f"{'the' if claimed else 'no'} marital relief of a treaty is claimed"
    return Finding(claimed, because, (TREATY,), ("return.treaty_benefit_claimed",))


def decedent_is_nonresident(case: Case) -> Fact:
    """Find whether the decedent was neither a citizen nor a resident."""
    status = case.decedent.status
    value = None if status is None else status is Status.NONRESIDENT_NONCITIZEN
    said = {
        True: "the decedent was neither a citizen nor a resident of the United States",
        False: "the decedent was a citizen or a resident of the United States",
        None: "the decedent's citizenship and domicile are not stated",
    }
    return Finding(value, said[value], ("26 CFR 20.2106-1(a)(3)",), ("decedent.status",))


def treaty_is_open(case: Case) -> bool | None:
    """Tell whether the decedent is one whose estate may choose a treaty's relief."""
    return need.treaty_is_open(decedent_is_nonresident(case).value, True if case.decedent.treaty_country else None)


def pay_only(case: Case) -> Fact:
    """Find whether nothing but annuities is in the case, and on each the spouse undertakes to pay the tax."""
    undertakings = [annuity.undertaking for annuity in case.annuities]
    alone = bool(undertakings) and not case.trusts
    value = alone and every(None if u is None else u is Undertaking.PAY for u in undertakings)
    said = {
        True: "the case has only annuities on which the spouse undertakes to pay the tax, and these need no trust",
        False: "the case is not one of annuities alone on which the spouse undertakes to pay the tax",
        None: "it is not stated whether the spouse undertakes to pay the tax on each annuity",
    }
    return Finding(value, said[value], (PAY_ONLY, "26 CFR 20.2056A-4(c)"), ("trusts", "annuities"))


def _on(value: date) -> str:
    return f"on {day(value)}"


def refusals(case: Case) -> Iterator[Problem]:
    """Refuse what the case says of the estate as a whole."""
    yield from _days(case)
    yield from _form(case)
    yield from _return_days(case)
    yield from _names(case)


def _days(case: Case) -> Iterator[Problem]:
    died, spouse = case.decedent.died, case.spouse
    if died is None:
        return
    if case.as_of is not None and case.as_of < died:
        what = f"the papers are dated {day(case.as_of)}, before the decedent died on {day(died)}."
        yield Problem("as_of", what, "correct the one or the other, or leave out the date of death to plan.")
    if spouse.died is not None and spouse.died < died:
        what = f"the spouse died on {day(spouse.died)}, before the decedent."
        yield Problem("spouse.died", what, "correct the dates; there is no surviving spouse.", "26 USC 2056(a)")
    if spouse.became_citizen is not None and spouse.became_citizen <= died and spouse.is_us_citizen is False:
        what = f"the spouse became a citizen on {day(spouse.became_citizen)}, not after the decedent's death."
        fix = "write is_us_citizen: true, or correct the date."
        yield Problem("spouse.became_citizen", what, fix, "26 USC 2056(d)(1)(A)")


def _form(case: Case) -> Iterator[Problem]:
    is_nonresident, form = decedent_is_nonresident(case).value, case.return_.form
    if is_nonresident and form is ReturnForm.F706:
        what = "Form 706 is not the return of a nonresident who is not a citizen."
        yield Problem("return.form", what, 'write form: "706-NA".', "26 CFR 20.2106-1(a)(3); 26 CFR 20.6018-1(b)")
    if is_nonresident is False and form is ReturnForm.F706_NA:
        what = "Form 706-NA is not the return of a citizen or resident."
        yield Problem("return.form", what, 'write form: "706".', "26 CFR 20.6018-1(a)")


def _return_days(case: Case) -> Iterator[Problem]:
    died, filed = case.decedent.died, case.return_.filed
    if died is None:
        return
    try:
        estate_return.extended_due(died, case.return_.extended_to)
    except OutOfRange as outside:
        yield refusal("return.extended_to", outside)
    if filed is not None and filed < died:
        what = f"the return is filed on {day(filed)}, before the decedent died."
        yield Problem("return.filed", what, "correct the one or the other.")
    due = due_date(case)
    if filed is not None and due is not None and not estate_return.election_is_in_time(filed, due):
        last = estate_return.last_election_date(due)
        what = f"the return is filed on {day(filed)}, and no election can be made after {day(last)}."
        fix = "correct the dates; a return more than one year late cannot elect, and no relief extends the year."
        yield Problem("return.filed", what, fix, "26 USC 2056A(d)")


def _names(case: Case) -> Iterator[Problem]:
    known = {trust.id for trust in case.trusts if trust.id is not None}
    if len(known) < len(case.trusts):  # a trust without an id may be the one meant
        return
    takers = [(item("annuities", one.id, number), one.trust) for number, one in enumerate(case.annuities)]
    takers += [(item("assignments", one.id, number), one.trust) for number, one in enumerate(case.assignments)]
    for where, trust in takers:
        if trust is not None and trust not in known:
            fix = f"write the id of a trust: {', '.join(sorted(known)) or 'the case has none'}."
            yield Problem(f"{where}.trust", f"no trust has the id `{trust}`.", fix)


def gate_refusals(case: Case) -> Iterator[Problem]:
    """Refuse a case that needs no qualified domestic trust, or claims a treaty besides."""
    bars = (
        (rules_apply(case), False, "draft an ordinary marital trust; no QDOT is needed."),
        (deduction_sought(case), False, "seek the deduction, or draft no QDOT."),
        (spouse_is_citizen(case), True, "draft an ordinary marital trust; a citizen needs no QDOT."),
        (citizen_before_return(case), True, "draft no QDOT; the spouse counts as a citizen."),
    )
    for finding, bar, fix in bars:
        if finding.value is bar:
            yield _problem(finding, fix)
    if case.trusts or case.annuities:
        yield from _treaty(case)
        yield from _no_return(case)
    if not case.trusts and pay_only(case).value is False:
        fix = "describe the trust, or the annuity on which the spouse undertakes to pay the tax."
        yield Problem("trusts", "the case names no trust that is to be a qualified domestic trust.", fix, NO_TRUST)


def _treaty(case: Case) -> Iterator[Problem]:
    claimed = treaty_claimed(case)
    if not claimed.value:
        return
    if treaty_is_open(case) is False:
        what = "the marital relief of a treaty is claimed for a decedent who was a citizen or resident."
        yield Problem(claimed.rests_on[0], what, "claim no treaty relief.", TREATY)
        return
    what = "the estate claims the marital relief of a treaty and a qualified domestic trust as well."
    fix = "choose one: treaty_benefit_claimed: false, or no qualified domestic trust for any of the property."
    yield Problem(claimed.rests_on[0], what, fix, TREATY)


def _no_return(case: Case) -> Iterator[Problem]:
    """Refuse an election that no return would carry."""
    if case.decedent.died and not case.return_.estate_files_return:
        what = "the estate files no return, and the QDOT election can be made on a return only."
        fix = "have the executor file the return, though none were required; or draft no QDOT."
        yield Problem("return.estate_files_return", what, fix, "26 USC 2056A(a)(3); 26 CFR 20.2056A-3(a)")


def _problem(finding: Fact, fix: str) -> Problem:
    return Problem(finding.rests_on[0], f"{finding.because}.", fix, "; ".join(finding.law))


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for the dates of the estate, none of them where it files no return."""
    if not days.files_return or not rules_apply(subject.case).value:
        return
    yield from _return(days, subject)
    yield from _periods(days, subject)
    if treaty_is_open(subject.case):
        yield _call("decedent.treaty_country", partial(estate_return.treaty_choice, days.due))
    if days.applies and subject.case.trusts:
        yield from _election(days, subject)


def _call(where: str, make: Callable[[], Deadline]) -> Call:
    return Call(ESTATE, where, make)


def _return(days: Days, subject: Subject) -> Iterator[Found]:
    answers, due = subject.case.return_, last_day_to_file_return(subject)
    filed = replace(due, value=due.value and done(due.value, "filed", answers.filed))
    yield call_for(ESTATE, due.rests_on[0], filed)
    if answers.extended_to is None and answers.filed is None and estate_return.is_in_time(days.as_of, days.first_due):
        yield _call("decedent.died", partial(estate_return.longest_extension, days.died))
    if answers.filed is None or answers.alternate_valuation:
        yield _call("decedent.died", partial(estate_return.alternate_valuation, days.died))
    yield Call(ESTATE, "decedent.died", lambda: done(estate_return.estate_tax(days.died), "paid", answers.paid))


def _periods(days: Days, subject: Subject) -> Iterator[Found]:
    filed, paid = days.filed, subject.case.return_.paid
    if filed is None:
        return
    yield _since(days, "return.filed", filed, lambda day: limitation.assessment(days.first_due, day))
    if paid is None:
        yield Missing(ESTATE, "refund_claim", "return.paid")
    else:
        yield _since(days, "return.paid", paid, lambda day: limitation.refund_claim(days.first_due, filed, day))


def _since(days: Days, where: str, day: date, make: Callable[[date], Deadline]) -> Call:
    return Call(ESTATE, where, since(days.died, day, make))


def _election(days: Days, subject: Subject) -> Iterator[Found]:
    due, filed = days.due, days.filed
    made = filed if subject["election_made"] else None
    yield _call("return.extended_to", lambda: done(estate_return.qdot_election(due), "filed", made))
    if filed is None or not estate_return.is_in_time(filed, due):
        yield _call("return.extended_to", partial(estate_return.last_election, due))
    if len(subject.case.trusts) > 1:
        yield _call("trusts", partial(form_706qdt.designated_filer_designation, due))
    spouse = subject.case.spouse
    may_come = spouse.became_citizen is None and spouse.died is None and spouse.resident_throughout is not False
    if may_come and spouse.is_us_citizen is False and spouse.is_resident is not False:
        yield _call("spouse.became_citizen", partial(estate_return.citizenship_before_return, due, filed))
