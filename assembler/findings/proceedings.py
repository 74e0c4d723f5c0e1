"""What is asked and answered in office: hardship, more time, a successor, the filer."""

from collections.abc import Iterator

from assembler.casefile.shape_proceedings import ReliefKind
from assembler.findings.finding import Fact, Finding, all_of
from assembler.findings.form_706qdt import FILER, returns_due
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName

HARDSHIP = "26 CFR 20.2056A-5(c)(1)"
TRUSTEE = "26 CFR 20.2056A-2(c)"
RELIEF = "26 CFR 301.9100-1, 301.9100-3"

KINDS = {
    "relief_for_conveyance": ReliefKind.CONVEYANCE,
    "relief_for_bond_or_letter": ReliefKind.SECURITY,
    "relief_for_return": ReliefKind.RETURN,
}


OF_CASE = (
    FactName(
        "filer_replaced", "The Designated Filer of several QDOTs ceased to act.", implies=("several_qdots",)
    ),
    FactName(
        "filer_information_due",
        "The Designated Filer of several QDOTs needs information for a Form 706-QDT that is called for.",
        implies=("after_death", "several_qdots"),
    ),
    FactName(
        "relief_requested",
        "More time is asked for.",
        implies=(("relief_for_conveyance", "relief_for_bond_or_letter", "relief_for_return"),),
    ),
    FactName(
        "relief_for_conveyance",
        "More time is asked for to convey what was assigned.",
        implies=("relief_requested",),
        excludes=("relief_for_return",),
    ),
    FactName(
        "relief_for_bond_or_letter",
        "More time is asked for to file a bond or letter of credit.",
        implies=("relief_requested",),
        excludes=("relief_for_conveyance", "relief_for_return"),
    ),
    FactName("relief_for_return", "More time is asked for to file Form 706-QDT.", implies=("relief_requested",)),
)
FACTS = (
    FactName("hardship_requested", "The spouse asked for principal on account of hardship."),
    FactName("us_trustee_succeeded", "A trustee is appointed in place of another."),
)


def of_case(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is asked in the case as a whole; what is not stated has not been asked."""
    case = subject.case
    answers = case.return_
    several = Finding(len(case.trusts) > 1, f"the case has {len(case.trusts)} trusts", (FILER,), ("trusts",))
    replaced = answers.filer.former is not None or answers.designated_filer_ended is not None
    ended = _stated(replaced, "a Designated Filer that ceased to act", "return.filer.former", FILER)
    yield "filer_replaced", all_of(several, ended)
    yield "filer_information_due", _information_due(subject.whole)
    kind = case.relief.kind
    yield "relief_requested", _stated(kind is not None, "a request for more time", "relief.kind", RELIEF)
    for name, wanted in KINDS.items():
        what = f"a request for more time for {wanted.replace('-', ' ')}"
        yield name, _stated(kind is wanted, what, "relief.kind", RELIEF)


def _information_due(whole: Subject) -> Fact:
    several = Finding(len(whole.trusts) > 1, f"the case has {len(whole.trusts)} trusts", (FILER,), ("trusts",))
    returns = returns_due(whole)
    value = None if returns.value is None else bool(returns.value)
    in_office = whole.case.return_.has_designated_filer is not False
    office = Finding(in_office, "no Designated Filer is in office", (FILER,), ("return.has_designated_filer",))
    return all_of(several, office, Finding(value, returns.because, returns.law, returns.rests_on))


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is asked and answered for one trust."""
    asked, succession = subject.trust.hardship, subject.trust.succession
    requested = asked.requested is not None or asked.amount is not None
    yield "hardship_requested", _stated(requested, "a request for hardship", subject.path("hardship"), HARDSHIP)
    follows = succession.vacancy is not None or bool(succession.appointed)
    path = subject.path("succession")
    yield "us_trustee_succeeded", _stated(follows, "a trustee who follows another", path, TRUSTEE)


def _stated(value: bool, what: str, path: str, law: str) -> Fact:
    return Finding(value, f"{what} is {'' if value else 'not '}stated", (law,), (path,))
