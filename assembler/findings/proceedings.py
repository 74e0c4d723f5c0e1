"""What is asked and answered in office: hardship, more time, a successor, the filer."""

from collections.abc import Iterator

from assembler.casefile.shape_proceedings import ReliefKind
from assembler.findings.designated_filer import information_due, informs
from assembler.findings.finding import Fact, Finding, all_of
from assembler.findings.form_706qdt import FILER
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
        "The Designated Filer of several QDOTs needs information of a year that is over, for a Form 706-QDT.",
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
    yield "filer_information_due", information_due(subject.whole)
    kind = case.relief.kind
    yield "relief_requested", _stated(kind is not None, "a request for more time", "relief.kind", RELIEF)
    for name, wanted in KINDS.items():
        what = f"a request for more time for {wanted.replace('-', ' ')}"
        yield name, _stated(kind is wanted, what, "relief.kind", RELIEF)


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


def _stated(value: bool, what: str, path: str, law: str) -> Fact:
    return Finding(value, f"{what} is {'' if value else 'not '}stated", (law,), (path,))
