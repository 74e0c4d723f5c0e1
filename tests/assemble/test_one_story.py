"""All the papers of a case tell one story: the same names, the same amounts, and each paper in the index."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from assembler.blanks.items import fill_item
from docx_text import part, words

from assembler import blanks
from assembler.blanks import Blanks
from assembler.matter import Drafted, Engine, Outcome, assemble

SAMPLES = Path(__file__).parents[2] / "samples"
MONEY = re.compile(r"\$([\d,]+\.\d\d)(?!\d)")
CASES = ("two-annuities", "bond", "letter-confirmed", "example-2-formula")


@pytest.fixture(scope="module", params=CASES)
def outcome(request: pytest.FixtureRequest, engine: Engine) -> Outcome:
    return assemble(SAMPLES / f"{request.param}.yaml", engine)


def text(drafted: Drafted) -> str:
    assert drafted.poured is not None
    return words(part(drafted.poured.package))


def held(filled: Blanks) -> str:
    rows = (value for items in filled.lists.values() for item in items for value in item.values())
    return " ".join(str(value) for value in (*filled.values.values(), *rows))


def known_amounts(outcome: Outcome) -> set[str]:
    """Every amount that the facts, the items and the working of the case know."""
    known = str(outcome.working.lists)
    for drafted in outcome.documents:
        plan = drafted.plan
        known += held(blanks.fill(plan.case, plan.facts.trust))
        known += held(fill_item(plan.case, plan.item)) if plan.item else ""
    return {match[1] for match in MONEY.finditer(known)}


def test_a_case_that_calls_for_fifteen_papers_gets_fifteen_with_an_index(engine: Engine) -> None:
    outcome = assemble(SAMPLES / "two-annuities.yaml", engine)

    assert outcome.problems == ()
    assert len(outcome.documents) == 15
    (index,) = (drafted for drafted in outcome.documents if drafted.plan.document == "cover-index")
    for drafted in outcome.documents:
        assert (drafted.filename in text(index)) is (drafted is not index)


def test_every_paper_names_the_couple_as_the_case_does(outcome: Outcome) -> None:
    assert outcome.facts is not None
    case = outcome.facts.case
    couple = [name for name in (case.decedent.name, case.spouse.name) if name]

    named = [name for drafted in outcome.documents for name in couple if name in text(drafted)]

    assert set(named) == set(couple)
    assert len(named) > len(outcome.documents)


def test_no_paper_has_an_amount_that_the_case_does_not_know(outcome: Outcome) -> None:
    known = known_amounts(outcome)

    for drafted in outcome.documents:
        printed = {match[1] for match in MONEY.finditer(text(drafted))}
        assert printed <= known, drafted.filename


def test_the_security_is_one_amount_in_every_paper_that_states_it(engine: Engine) -> None:
    outcome = assemble(SAMPLES / "bond.yaml", engine)
    (amount,) = {d.plan.facts.figures["security_amount"].value for d in outcome.documents if d.plan.facts.figures}
    assert isinstance(amount, Decimal)

    stating = [drafted.plan.document for drafted in outcome.documents if f"${amount:,.2f}" in text(drafted)]

    assert {"bond", "bond-asset-statement", "bond-application", "figures-worksheet"} <= set(stating)
