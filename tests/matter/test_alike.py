"""The papers of a case that speak of one day, amount, person or share print it alike, or are told apart."""

from dataclasses import replace
from pathlib import Path

import pytest

from assembler.matter import Drafted, Engine, Matter
from assembler.matter.alike import unlike

BOND = Path(__file__).parents[2] / "samples" / "bond.yaml"


def with_words(drafted: Drafted, old: str, new: str) -> Drafted:
    """Give a paper as if it had been drafted with other words."""
    rendered = drafted.rendered
    assert rendered is not None
    clauses = {name: text.replace(old, new) for name, text in rendered.expected.clauses.items()}
    assert clauses != rendered.expected.clauses
    return replace(drafted, rendered=replace(rendered, expected=replace(rendered.expected, clauses=clauses)))


@pytest.mark.parametrize(
    ("document", "old", "new", "by"),
    [
        ("bond-application", "$3,783,000.00", "$3,782,000.00", "katz-bond"),
        ("deadline-calendar", "February 22, 2027", "February 23, 2027", "katz-security-cover-letter"),
    ],
)
def test_a_paper_that_says_another_amount_or_day_is_found(
    document: str, old: str, new: str, by: str, engine: Engine
) -> None:
    matter = Matter.open(BOND, engine)
    documents = matter.draft().documents
    changed = [with_words(one, old, new) if one.plan.document == document else one for one in documents]

    assert unlike(documents, lambda plan: matter.merged(plan, {})) == ()
    problem, *_ = unlike(changed, lambda plan: matter.merged(plan, {}))
    assert problem.where.endswith(document)
    assert f"as {by} does" in problem.what
