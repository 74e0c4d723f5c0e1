"""An alternate plan is asked for by a paper of its own, which suspends nothing; one in use rests on a ruling."""

from pathlib import Path

from assembler.matter import Engine, Matter, Outcome

SAMPLE = (Path(__file__).parents[2] / "samples" / "security-by-plan.yaml").read_text(encoding="utf-8")
ASKED, RULING = "alternate-plan-request", "alternate-plan-ruling"


def outcome(engine: Engine, operative: str = "bank-trustee") -> Outcome:
    return Matter.open(SAMPLE.replace("operative: bank-trustee", f"operative: {operative}"), engine).draft()


def drafted(found: Outcome) -> set[str]:
    return {one.plan.document for one in found.documents}


def elsewhere(found: Outcome) -> set[str]:
    return {one.paper.id for one in found.beside.elsewhere}


def test_the_request_repeats_the_plan_and_suspends_no_requirement(engine: Engine) -> None:
    found = outcome(engine)
    (asked,) = (one for one in found.documents if one.plan.document == ASKED)
    assert asked.rendered is not None
    said = dict(asked.rendered.expected.clauses)

    assert "pays into a blocked account" in said["plan-terms"]
    assert "suspends no requirement" in said["plan-meanwhile"]
    assert RULING not in elsewhere(found)


def test_a_plan_in_use_is_not_asked_for_and_its_ruling_is_told(engine: Engine) -> None:
    found = outcome(engine, "alternate-plan")

    assert ASKED not in drafted(found)
    assert RULING in elsewhere(found)
