"""What is asked and answered in office: hardship, more time, a successor, the filer."""

from collections.abc import Iterator

from assembler.casefile.shape_proceedings import ReliefKind
from assembler.casefile.shape_tax import DistributionKind
from assembler.findings.citizenship import last_day_to_certify
from assembler.findings.designated_filer import information_due, informs, return_to_inform_of, several
from assembler.findings.finding import Fact, Finding, LastDay, all_of, answered, any_of, day
from assembler.findings.form_706qdt import FILER
from assembler.findings.subject import Subject
from assembler.findings.trustees import in_office, is_us_trustee
from assembler.findings.vocabulary import FactName
from assembler.problem import Caution
from assembler.terms import some

HARDSHIP = "26 CFR 20.2056A-5(c)(1)"
TRUSTEE = "26 CFR 20.2056A-2(c)"
GAP = "26 USC 2056A(a)(1)(A); 26 CFR 20.2056A-5(b)(3)"
RELIEF = "26 CFR 301.9100-1, 301.9100-3"

KINDS = {
    "relief_for_conveyance": ReliefKind.CONVEYANCE,
    "relief_for_bond_or_letter": ReliefKind.SECURITY,
    "relief_for_return": ReliefKind.RETURN,
    "relief_for_payment": ReliefKind.PAYMENT,
}


OF_CASE = (
    FactName("filer_replaced", "The Designated Filer of several QDOTs ceased to act.", implies=("several_qdots",)),
    FactName(
        "filer_designated",
        "The Designated Filer of several QDOTs was designated before the day of the papers.",
        implies=("several_qdots",),
    ),
    FactName(
        "filer_information_due",
        "The Designated Filer of several QDOTs needs information of a year that is over, for a Form 706-QDT.",
        implies=("after_death", "several_qdots"),
    ),
    FactName(
        "relief_requested",
        "More time is asked for.",
        implies=(("relief_for_conveyance", "relief_for_bond_or_letter", "relief_of_form_706qdt"),),
    ),
    FactName(
        "relief_for_conveyance",
        "More time is asked for to convey what was assigned.",
        implies=("relief_requested",),
        excludes=("relief_of_form_706qdt",),
    ),
    FactName(
        "relief_for_bond_or_letter",
        "More time is asked for to file a bond or letter of credit.",
        implies=("relief_requested",),
        excludes=("relief_for_conveyance", "relief_of_form_706qdt"),
    ),
    FactName(
        "relief_of_form_706qdt",
        "More time is asked for to file Form 706-QDT, or to pay its tax.",
        implies=("relief_requested", ("relief_for_return", "relief_for_payment")),
    ),
    FactName(
        "relief_for_return",
        "More time is asked for to file Form 706-QDT.",
        implies=("relief_of_form_706qdt",),
        excludes=("relief_for_payment",),
    ),
    FactName("relief_for_payment", "More time is asked for to pay the tax.", implies=("relief_of_form_706qdt",)),
)
FACTS = (
    FactName("hardship_requested", "The spouse asked for principal on account of hardship."),
    FactName(
        "hardship_for_another",
        "The need is that of a person whom the spouse is obligated to support.",
        implies=("hardship_requested",),
    ),
    FactName(
        "informs_filer",
        "The trust, which was in being in the year, has to inform the Designated Filer of it.",
        implies=("filer_information_due",),
    ),
    FactName(
        "hardship_overdue",
        "The day on which the spouse needed the amount is past, and no distribution on account of hardship is stated.",
        implies=("hardship_requested",),
    ),
    FactName("us_trustee_succeeded", "A trustee is appointed in place of another."),
    FactName(
        "appointed_after_vacancy",
        "The day of the papers is after the day on which the former trustee ceased to act.",
        implies=("us_trustee_succeeded",),
    ),
)


def of_case(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is asked in the case as a whole; what is not stated has not been asked."""
    case = subject.case
    answers = case.return_
    replaced = answers.filer.former is not None or answers.designated_filer_ended is not None
    ended = _stated(replaced, "a Designated Filer that ceased to act", "return.filer.former", FILER)
    yield "filer_replaced", all_of(several(subject), ended)
    yield "filer_designated", all_of(several(subject), any_of(ended, _designated_on_return(subject)))
    yield "filer_information_due", information_due(subject.whole)
    kind = case.relief.kind
    yield "relief_requested", _stated(kind is not None, "a request for more time", "relief.kind", RELIEF)
    for name, wanted in KINDS.items():
        what = f"a request for more time for {wanted.replace('-', ' ')}"
        yield name, _stated(kind is wanted, what, "relief.kind", RELIEF)
    what, of_form = "a request for more time for Form 706-QDT or its tax", (ReliefKind.RETURN, ReliefKind.PAYMENT)
    yield "relief_of_form_706qdt", _stated(kind in of_form, what, "relief.kind", RELIEF)


def _designated_on_return(whole: Subject) -> Fact:
    """Find whether a return that is filed made the designation; the only other paper is a Form 706-QDT."""
    yes, no = "a Designated Filer is in office", "no Designated Filer is in office"
    in_office = answered(whole.case.return_.has_designated_filer, yes, no, "return.has_designated_filer", FILER)
    return all_of(whole.fact("return_filed"), in_office)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is asked and answered for one trust."""
    asked, succession = subject.trust.hardship, subject.trust.succession
    requested = asked.requested is not None or asked.amount is not None
    hardship = _stated(requested, "a request for hardship", subject.path("hardship"), HARDSHIP)
    yield "hardship_requested", hardship
    person = subject.path("hardship.for_another")
    another = _stated(asked.for_another is not None, "another person whose need it is", person, HARDSHIP)
    yield "hardship_for_another", all_of(hardship, another)
    follows = succession.vacancy is not None or bool(succession.appointed)
    path = subject.path("succession")
    yield "informs_filer", informs(subject)
    yield "us_trustee_succeeded", _stated(follows, "a trustee who follows another", path, TRUSTEE)
    yield "appointed_after_vacancy", _after_vacancy(subject)
    yield "hardship_overdue", all_of(hardship, _overdue(subject))


def _after_vacancy(subject: Subject) -> Fact:
    vacancy, on = subject.trust.succession.vacancy, subject.case.as_of
    value = vacancy is not None and on is not None and vacancy < on
    because = f"the day of the papers is {'' if value else 'not '}after that on which a trustee ceased to act"
    return Finding(value, because, (TRUSTEE,), (subject.path("succession.vacancy"),))


def _overdue(subject: Subject) -> Fact:
    """Find whether the day of the need is past and nothing is stated to have been paid since the request."""
    asked, on, path = subject.trust.hardship, subject.case.as_of, subject.path("hardship.needed_by")
    if asked.needed_by is None or on is None or on <= asked.needed_by:
        return Finding(False, "the day by which the amount is needed is not past", (HARDSHIP,), (path,))
    since = asked.requested or asked.needed_by
    kinds = [one for one in subject.trust.distributions or () if one.kind is DistributionKind.HARDSHIP]
    is_paid = any(one.made is None or one.made >= since for one in kinds)
    because = f"a distribution on account of hardship is {'' if is_paid else 'not '}stated since the request"
    return Finding(not is_paid, because, (HARDSHIP,), (subject.path("distributions"),))


def cautions(subject: Subject) -> Iterator[Caution]:
    """Caution of an office of U.S. Trustee that stood empty, and of a need whose day is past."""
    yield from _gap(subject)
    if subject["hardship_overdue"]:
        asked = subject.trust.hardship
        assert asked.needed_by is not None
        what = f"the amount was needed by {day(asked.needed_by)}, and no distribution on account of hardship is stated."
        fix = "state the distribution if it was made; otherwise find anew whether the need is still immediate."
        yield Caution(subject.path("hardship.needed_by"), what, fix, HARDSHIP)


def _gap(subject: Subject) -> Iterator[Caution]:
    vacancy, on = subject.trust.succession.vacancy, subject.case.as_of
    if not subject["appointed_after_vacancy"] or vacancy is None or on is None:
        return
    acting, appointed = in_office(subject, vacancy).value, subject.path("succession.appointed")
    if acting is None or some(is_us_trustee(one, at).value for one, at in acting if not at.startswith(appointed)):
        return
    what = (
        f"{subject.trust.succession.former or 'the former trustee'} ceased to act on {day(vacancy)}, the appointment "
        f"is dated {day(on)}, and no other U.S. Trustee is named in between."
    )
    fix = "look for an acceptance in advance; whether one that relates back keeps the trust a QDOT is untested."
    yield Caution(subject.path("succession.vacancy"), what, fix, GAP)


def last_day_to_extend(whole: Subject) -> LastDay:
    """Find when the Form 706-QDT for which more time is asked is due: the next with tax, or that of a citizen."""
    found = return_to_inform_of(whole)
    if found.value is not None:
        return Finding(found.value.deadline, found.because, found.law, found.rests_on, found.day)
    return last_day_to_certify(whole)


def _stated(value: bool, what: str, path: str, law: str) -> Fact:
    return Finding(value, f"{what} is {'' if value else 'not '}stated", (law,), (path,))
