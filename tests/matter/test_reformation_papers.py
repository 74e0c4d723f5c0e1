"""The repair of an instrument after a death: an amendment under a power, or a petition; in time, or refused."""

from pathlib import Path

import pytest

from assembler.matter import Engine, Matter, Outcome

SAMPLES = Path(__file__).parents[2] / "samples"
OF_PETITION = {"reformation-petition", "reformation-order"}


def outcome(name: str, engine: Engine, *changes: tuple[str, str]) -> Outcome:
    text = (SAMPLES / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Matter.open(text, engine).draft()


def drafted(found: Outcome) -> set[str]:
    return {one.plan.document for one in found.documents}


def clauses(found: Outcome, document: str) -> dict[str, str]:
    (one,) = (one for one in found.documents if one.plan.document == document)
    assert one.rendered is not None
    assert one.problems == ()
    return dict(one.rendered.expected.clauses)


def told(found: Outcome) -> list[str]:
    return [problem.what for problem in found.problems]


def test_an_amendment_recites_what_is_lacking_and_prevails_over_the_instrument(engine: Engine) -> None:
    said = clauses(outcome("will-amended", engine), "trust-amendment")

    assert "a bar to amendment out of qualification" in said["amend-recital-lacks"]
    assert "every other provision of this Instrument" in said["overriding-force"]
    assert "take effect on the date of this Amendment" in said["overriding-force"]
    assert "February 8, 2027" in said["amend-effect"]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("has_power: true", "has_power: false"), "neither the instrument nor the law of a State gives a power"),
        (("  died: 2026-05-08\n", ""), "the trust is to be conformed after a death, and nobody died."),
        (
            ("[us-trustee, withholding, governing-law, ordinary-trust, security, no-amendment]", "[]"),
            "the instrument lacks nothing.",
        ),
    ],
)
def test_what_cannot_be_amended_is_refused(change: tuple[str, str], what: str, engine: Engine) -> None:
    found = outcome("will-amended", engine, change)

    assert any(one.startswith(what) for one in told(found))
    assert "trust-amendment" not in drafted(found)


def test_an_amendment_after_the_return_is_refused(engine: Engine) -> None:
    late = ("completed: 2026-11-24", "completed: 2027-03-01")
    filed = ("deduction_sought: true}", "deduction_sought: true, filed: 2027-02-01}")
    found = outcome("will-amended", engine, late, filed, ("as_of: 2026-11-24", "as_of: 2027-03-01"))

    assert any("changed by its own terms on March 1, 2027, after February 8, 2027" in one for one in told(found))
    assert "trust-amendment" not in drafted(found)


def test_a_petition_pleads_time_and_duties_and_ends_with_the_exhibit(engine: Engine) -> None:
    found = outcome("petition-in-time", engine)
    said = clauses(found, "reformation-petition")

    assert drafted(found) >= OF_PETITION
    assert "January 14, 2027" in said["petition-time"]
    assert "November 24, 2026" in said["petition-time"]
    assert "must be treated as a QDOT" in said["petition-interim"]
    order = [list(said).index(name) for name in ("petition-prayer", "exhibit-force", "right-to-withhold")]
    assert order == sorted(order)


def test_a_petition_that_comes_late_is_kept_back(engine: Engine) -> None:
    found = outcome("petition-too-late", engine)

    assert "commenced on January 23, 2027, and the return was due on January 14, 2027." in told(found)[0]
    assert drafted(found) & OF_PETITION == set()
    assert {one.plan.document for one in found.beside.kept_back} >= OF_PETITION
    assert not any("treated as a QDOT" in one.what for one in found.matter.cautions)


def test_a_petition_that_was_commenced_names_its_court(engine: Engine) -> None:
    found = outcome("petition-in-time", engine, ("      court: District Court, Boulder County, Colorado\n", ""))

    assert told(found) == ["the proceeding was commenced on November 24, 2026, and no court is named."]
    assert drafted(found) & OF_PETITION == set()


def test_the_end_of_a_reformation_is_told_to_the_internal_revenue_service(engine: Engine) -> None:
    found = outcome("reformation-decreed", engine)
    said = clauses(found, "reformation-notice")

    assert drafted(found) & OF_PETITION == set()
    assert "changed under that proceeding on May 21, 2027" in said["notice-changed"]
    assert "notice-dropped" not in said
    assert [one.paper.id for one in found.beside.elsewhere if one.paper.id == "court-order"] == ["court-order"]
