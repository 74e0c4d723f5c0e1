"""What the law does not refuse, and a person must see to or know before relying on the papers."""

from collections.abc import Iterator

from assembler.findings import election, foreign_excess, reformation, residence_threshold, undervaluation
from assembler.findings.finding import Fact, Finding
from assembler.findings.subject import Kind, Subject, conclusion
from assembler.findings.vocabulary import FactName
from assembler.problem import Caution

FACTS = (FactName("has_cautions", "The answers call for a caution."),)

OF_CASE = (election.cautions,)
OF_TRUST = (reformation.cautions, undervaluation.cautions, foreign_excess.cautions, residence_threshold.cautions)


@conclusion
def of_case(whole: Subject) -> tuple[Caution, ...]:
    """Give the cautions of the case as a whole."""
    return tuple(caution for topic in OF_CASE for caution in topic(whole))


@conclusion
def of_trust(trust: Subject) -> tuple[Caution, ...]:
    """Give the cautions of one trust."""
    return tuple(caution for topic in OF_TRUST for caution in topic(trust))


def concerning(subject: Subject) -> tuple[Caution, ...]:
    """Give the cautions that a paper on one subject tells: those of the case, and those of its own trust."""
    return of_case(subject.whole) + (of_trust(subject) if subject.kind is Kind.TRUST else ())


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether there is anything to caution of."""
    found = concerning(subject)
    yield "has_cautions", Finding(bool(found), found[0].what.rstrip(".") if found else "no caution is called for")
