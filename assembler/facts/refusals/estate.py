"""Refuse dates, returns and names of trusts that cannot stand together."""

from collections.abc import Iterator

from assembler.casefile.shape import Case, ReturnForm, Status
from assembler.facts import occasion
from assembler.facts.phrases import day
from assembler.facts.setting import item
from assembler.law import estate_return
from assembler.law.figure import OutOfRange
from assembler.problem import Problem


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
    status, form = case.decedent.status, case.return_.form
    if status is None or form is None:
        return
    is_nonresident = status is Status.NONRESIDENT_NONCITIZEN
    if is_nonresident and form is ReturnForm.F706:
        what = "Form 706 is not the return of a nonresident who is not a citizen."
        yield Problem("return.form", what, 'write form: "706-NA".', "26 CFR 20.2106-1(a)(3); 26 CFR 20.6018-1(b)")
    if not is_nonresident and form is ReturnForm.F706_NA:
        what = "Form 706-NA is not the return of a citizen or resident."
        yield Problem("return.form", what, 'write form: "706".', "26 CFR 20.6018-1(a)")


def _return_days(case: Case) -> Iterator[Problem]:
    died, filed = case.decedent.died, case.return_.filed
    if died is None:
        return
    try:
        estate_return.extended_due(died, case.return_.extended_to)
    except OutOfRange as outside:
        yield Problem("return.extended_to", f"{outside.what}.", f"{outside.fix}.", outside.law)
    if filed is not None and filed < died:
        what = f"the return is filed on {day(filed)}, before the decedent died."
        yield Problem("return.filed", what, "correct the one or the other.")
    due = occasion.due_date(case)
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
