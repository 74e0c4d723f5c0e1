"""The Designated Filer of several QDOTs: who is or was it, of which year it is informed, and when one is replaced."""

from collections.abc import Iterator
from functools import partial

from assembler.casefile.choices import TrusteeKind
from assembler.casefile.shape import Spouse, Trustee
from assembler.findings.deadline import Call, Found, Missing, Note
from assembler.findings.finding import Fact, Finding, LastDay, all_of, day
from assembler.findings.form_706qdt import FILER, ReturnDue, returns_due
from assembler.findings.subject import Subject, conclusion, item
from assembler.findings.trustees import same_person, serves
from assembler.findings.year_end import existed_from
from assembler.law import form_706qdt
from assembler.law.deadline import Deadline
from assembler.law.form_706qdt import designated_filer_qualifies
from assembler.problem import Problem
from assembler.terms import some

ALL = "trusts"
YEAR = "return.filer.year"
NO_RETURN = "no Form 706-QDT is known to fall due after the Designated Filer ceased to act"


@conclusion
def return_to_inform_of(whole: Subject) -> Finding[ReturnDue]:
    """Find the Form 706-QDT of which the Designated Filer is informed: of the year stated, else the next that is due.

    None is taken that was due before the day of the papers unless its year is stated.
    """
    found, on, year = returns_due(whole), whole.case.as_of, whole.case.return_.filer.year
    due = found.value or ()
    if year is not None:
        value = next((one for one in due if one.year == year), None)
        because = f"{'a' if value else 'no'} Form 706-QDT with tax is called for, for the year {year}"
        return Finding(value, because, found.law, (YEAR, *found.rests_on), on)
    value = next((one for one in due if on is None or one.deadline.date >= on), None)
    because = "every Form 706-QDT with tax was due before the papers" if due and value is None else found.because
    return Finding(value, because, found.law, found.rests_on, on)


def several(subject: Subject) -> Fact:
    """Find whether the case has several trusts, which alone have a Designated Filer."""
    count = len(subject.case.trusts)
    return Finding(count > 1, f"the case has {count} trusts", (FILER,), ("trusts",))


def information_due(whole: Subject) -> Fact:
    """Find whether the Designated Filer is to be informed of a year that is over on the day of the papers."""
    in_office = whole.case.return_.has_designated_filer is not False
    because = f"{'it is not said that no' if in_office else 'no'} Designated Filer is in office"
    office = Finding(in_office, because, (FILER,), ("return.has_designated_filer",))
    return all_of(several(whole), office, _called_for(whole), _is_over(whole))


def _called_for(whole: Subject) -> Fact:
    found, returns = return_to_inform_of(whole), returns_due(whole)
    value = None if returns.value is None else found.value is not None
    return Finding(value, found.because, found.law, found.rests_on)


def _is_over(whole: Subject) -> Fact:
    found, on = return_to_inform_of(whole).value, whole.case.as_of
    if found is None or on is None:
        return Finding(None, "the year of the Form 706-QDT is not known", (FILER,), (YEAR,))
    is_over = found.ended < on
    because = f"the year {found.year} is {'' if is_over else 'not '}over on the day of the papers"
    return Finding(is_over, because, (FILER,), (found.where, "as_of"))


def informs(trust: Subject) -> Fact:
    """Find whether a trust has to inform the Designated Filer; one that was not in being in the year has not."""
    due, found, began = information_due(trust.whole), return_to_inform_of(trust.whole).value, existed_from(trust)
    if not due.value or found is None or began.value is None:
        return due
    value = began.value <= found.ended
    because = f"{began.because}, {'by' if value else 'after'} the end of {found.year}"
    return Finding(value, because, (FILER,), (YEAR, *began.rests_on))


def return_after_vacancy(whole: Subject) -> Finding[ReturnDue]:
    """Find the first Form 706-QDT that is due after the Designated Filer ceased to act."""
    found, ended = returns_due(whole), whole.case.return_.designated_filer_ended
    if ended is None:
        because = "the day the Designated Filer ceased to act is not stated"
        return Finding(None, because, found.law, ("return.designated_filer_ended",))
    value = next((one for one in found.value or () if one.deadline.date > ended), None)
    return Finding(value, NO_RETURN if value is None else found.because, found.law, found.rests_on, ended)


def last_day_to_inform(whole: Subject) -> LastDay:
    """Find by when the Designated Filer has the information for the Form 706-QDT of which it is informed."""
    found = return_to_inform_of(whole)
    value = None if found.value is None else _information(found.value)
    return Finding(value, found.because, found.law, found.rests_on, found.day)


def _information(one: ReturnDue) -> Deadline:
    return form_706qdt.designated_filer_information(one.deadline.nominal)


def filer_deadlines(whole: Subject) -> Iterator[Found]:
    """Call for information to the Designated Filer before each return, and for a successor where one is wanted."""
    if len(whole.trusts) == 1:
        return
    if whole.case.return_.has_designated_filer is not False:
        for one in returns_due(whole).value or ():
            yield Call(ALL, one.where, partial(_information, one), one.deadline.nominal.isoformat())
    answers = whole.case.return_
    if answers.designated_filer_ended is not None:
        yield _successor(return_after_vacancy(whole).value)
    elif answers.filer.former is not None:
        yield Missing(ALL, "designated_filer_successor", "return.designated_filer_ended")


def _successor(following: ReturnDue | None) -> Found:
    if following is None:
        return Note(ALL, "no_return_after_vacancy")
    due = following.deadline.nominal
    return Call(ALL, "return.designated_filer_ended", partial(form_706qdt.designated_filer_successor, due))


def refusals(whole: Subject) -> Iterator[Problem]:
    """Refuse a Designated Filer that follows itself, or that is no U.S. Trustee of any of the QDOTs."""
    filer, where = whole.case.return_.filer, "return.filer.name"
    yield from _year_refused(whole)
    if filer.name is None:
        return
    if same_person(filer.name, filer.former):
        what = f"{filer.name} is named as the Designated Filer and as the one whom it follows."
        yield Problem(where, what, "name as the former one who was designated before.", FILER)
    elif _may_file(whole, filer.name) is False:
        what = f"{filer.name} is to be the Designated Filer, and is no U.S. Trustee that qualifies."
        fix = "designate a U.S. Trustee of one of the QDOTs; one that has ceased to act is the former Designated Filer."
        yield Problem(where, what, fix, FILER)


def _year_refused(whole: Subject) -> Iterator[Problem]:
    year, died = whole.case.return_.filer.year, whole.case.decedent.died
    if year is not None and died is not None and year < died.year:
        what = f"the Designated Filer is to be informed of {year}, and the decedent died on {day(died)}."
        yield Problem(YEAR, what, f"write {died.year}, or a later year.", FILER)


def _may_file(whole: Subject, name: str) -> bool | None:
    found = [
        (one, trust.case.spouse, where)
        for trust in whole.trusts
        for one, where in _named(trust)
        if same_person(one.name, name) and not _has_resigned(trust, name)
    ]
    if not found and (len(whole.trusts) < 2 or any(trust.trust.trustees is None for trust in whole.trusts)):
        return None
    return some(_files(one, spouse, where) for one, spouse, where in found)


def _has_resigned(trust: Subject, name: str) -> bool:
    """Tell whether a trustee of a trust had ceased to act by the day of the papers."""
    succession, on = trust.trust.succession, trust.case.as_of
    is_vacant = succession.vacancy is not None and (on is None or succession.vacancy <= on)
    return is_vacant and bool(same_person(succession.former, name))


def _files(trustee: Trustee, spouse: Spouse, where: str) -> bool | None:
    is_one = serves(trustee, spouse, where).value
    is_individual = None if trustee.kind is None else trustee.kind is TrusteeKind.INDIVIDUAL
    return designated_filer_qualifies(is_one, is_individual, is_one)


def _named(trust: Subject) -> Iterator[tuple[Trustee, str]]:
    """Give everybody who is named as a trustee: first, in succession, or by appointment; each with its path."""
    named = {
        "trustees": trust.trust.trustees,
        "successors": trust.trust.successors,
        "succession.appointed": trust.trust.succession.appointed,
    }
    for answer, people in named.items():
        for number, one in enumerate(people or ()):
            yield one, item(trust.path(answer), None, number)
