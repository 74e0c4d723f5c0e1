"""What the law does not refuse, and a person must see to or know before relying on the papers."""

from collections.abc import Iterator

from assembler.findings import (
    annuity_threshold,
    assigned_assets,
    election,
    foreign_excess,
    letters,
    proceedings,
    reformation,
    residence_threshold,
    rolled_over,
    security_timing,
    undervaluation,
)
from assembler.findings.finding import Fact, Finding
from assembler.findings.subject import Kind, Subject, conclusion
from assembler.findings.vocabulary import FactName
from assembler.problem import Caution, Problem

FACTS = (FactName("has_cautions", "The law refuses something in the answers, or they call for a caution."),)

OF_CASE = (election.cautions, annuity_threshold.cautions, letters.cautions)
OF_TRUST = (
    reformation.cautions,
    undervaluation.cautions,
    foreign_excess.cautions,
    residence_threshold.cautions,
    rolled_over.cautions,
    assigned_assets.cautions,
    proceedings.cautions,
    security_timing.cautions,
)


@conclusion
def of_case(whole: Subject) -> tuple[Caution, ...]:
    """Give the cautions of the case as a whole."""
    return tuple(caution for topic in OF_CASE for caution in topic(whole))


@conclusion
def of_trust(trust: Subject) -> tuple[Caution, ...]:
    """Give the cautions of one trust."""
    return tuple(caution for topic in OF_TRUST for caution in topic(trust))


@conclusion
def concerning(subject: Subject) -> tuple[Problem | Caution, ...]:
    """Give what a paper on one subject tells to be seen to: what the law refuses, then the cautions.

    Of the trusts only the subject itself is told of, and all that is no trust's.
    """
    own = of_case(subject.whole) + (of_trust(subject) if subject.kind is Kind.TRUST else ())
    others = tuple(f"{trust.where}." for trust in subject.trusts if trust is not subject)
    return (*(one for one in subject.problems if not one.where.startswith(others)), *own)


def is_refusal(one: Problem | Caution) -> bool:
    """Tell whether the law refuses it."""
    return isinstance(one, Problem)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether there is anything to see to."""
    found = concerning(subject)
    because = found[0].what.rstrip(".") if found else "nothing is refused, and no caution is called for"
    yield "has_cautions", Finding(bool(found), because)
