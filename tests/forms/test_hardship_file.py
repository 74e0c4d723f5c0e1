"""The hardship file asks for all that the agreement makes a condition, and finds nothing by itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from assembler import casefile
from assembler.casefile import paths
from assembler.matter import Engine, Matter

SEVERAL = Path(__file__).parents[2] / "samples" / "several-qdots.yaml"


def text(engine: Engine, **answers: object) -> str:
    read = casefile.read(SEVERAL)
    case = read.case
    for path, answer in answers.items():
        case = paths.with_answer(case, paths.steps(path.replace("__", ".")), answer)
    drafted = Matter(replace(read, case=case), engine).draft("hardship-file-memo")
    assert [problem.what for problem in drafted.problems] == []
    (found,) = (one.rendered for one in drafted.documents)
    assert found
    return "\n".join(found.expected.clauses.values())


def hardship(name: str) -> str:
    return f"trusts[marital].hardship.{name}"


def test_it_has_the_day_of_the_need_and_a_declaration_under_penalties_of_perjury(engine: Engine) -> None:
    file = text(engine)

    assert "needed by October 5, 2026" in file
    assert "Under penalties of perjury" in file
    assert "Income of the spouse:" in file


@pytest.mark.parametrize("found", ["and finds", "The U.S. Trustee certifies", "has examined"])
def test_it_states_no_finding_that_nobody_has_made(engine: Engine, found: str) -> None:
    assert found not in text(engine)
    assert "The need found, and the evidence of it:" in text(engine)


def test_a_day_that_is_not_stated_is_an_open_point(engine: Engine) -> None:
    assert "[1: the day by which the amount is needed]" in text(engine, **{hardship("needed_by"): None})


def test_the_need_of_another_tells_whose_it_is(engine: Engine) -> None:
    whose = "her mother, by order of the court"

    assert f"on this ground: {whose}." in text(engine, **{hardship("for_another"): whose})
    assert "not the spouse’s own but" not in text(engine)


def test_a_representative_signs_for_a_spouse_who_is_incompetent(engine: Engine) -> None:
    file = text(engine, spouse__is_incompetent=True, spouse__representative="Ada Lund")

    assert "Ada Lund\nrepresentative of" in file
