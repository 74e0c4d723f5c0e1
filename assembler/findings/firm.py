"""What the firm says of itself, as far as its letters depend on it, and that it asks others by a questionnaire."""

from collections.abc import Iterator

from assembler.findings.finding import Fact, Finding
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName

FACTS = (
    FactName("has_return_address", "The firm's address for letters is stated."),
    FactName("questionnaire_asked_for", "A questionnaire is asked for; `qdot questionnaire` makes it for each person."),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether letters have a return address; no case calls for a questionnaire by itself."""
    is_stated = subject.case.matter.address is not None
    because = f"the firm's address for letters is {'' if is_stated else 'not '}stated"
    yield "has_return_address", Finding(is_stated, because, (), ("matter.address",))
    yield "questionnaire_asked_for", Finding(False, "`qdot questionnaire` makes it, for each person who is asked")
