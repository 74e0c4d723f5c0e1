"""The library that the project carries: nothing wrong with it, no hole in it, nothing in it that could go."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from library_folder import FOLDER, VOCABULARY

from assembler.library import Clause, Library
from assembler.library.coverage import coverage
from assembler.library.lint import lint
from assembler.library.reading import read

OURS = read(FOLDER)
DOCUMENT = "trust-agreement"
ASKED = tuple(requirement.id for requirement in OURS.requirements.values() if DOCUMENT in requirement.documents)
COVERED = coverage(OURS, DOCUMENT, VOCABULARY)
ALONE = tuple(sorted({found[0] for found in COVERED.by_requirement.values() if len(found) == 1}))
"""Clauses that alone discharge some requirement."""


def without(library: Library, *identities: str) -> Library:
    clauses: Mapping[str, Clause] = {name: c for name, c in library.clauses.items() if name not in identities}
    return replace(library, clauses=clauses)


def test_nothing_is_wrong_with_our_library() -> None:
    assert "\n".join(map(str, lint(OURS, VOCABULARY))) == ""


def test_every_case_that_calls_for_a_requirement_gets_the_words_that_discharge_it() -> None:
    assert "\n".join(map(str, COVERED.holes)) == ""


@pytest.mark.parametrize("identity", ALONE)
def test_taking_out_a_clause_that_alone_discharges_a_requirement_makes_a_hole(identity: str) -> None:
    holes = coverage(without(OURS, identity), DOCUMENT, VOCABULARY).holes

    assert set(holes) - set(COVERED.holes)


@pytest.mark.parametrize("identity", ASKED)
def test_taking_out_all_the_clauses_that_discharge_a_requirement_makes_it_a_hole(identity: str) -> None:
    holes = coverage(without(OURS, *COVERED.by_requirement[identity]), DOCUMENT, VOCABULARY).holes

    assert f"requirement {identity}" in {hole.where for hole in holes}


def test_the_catalogue_has_every_rule_once_and_they_depend_on_each_other_only() -> None:
    assert len(OURS.requirements) == 184
    for requirement in OURS.requirements.values():
        assert set(requirement.depends_on) <= OURS.requirements.keys(), requirement.id


def test_the_requirements_of_the_agreement_are_the_forty_seven_of_the_catalogue() -> None:
    asked = [OURS.requirements[identity] for identity in ASKED]

    assert len(asked) == 47
    assert all(r.called_for is not None and r.probes for r in asked)


def test_what_is_always_required_of_a_qdot_is_called_for_by_no_fact() -> None:
    always = {
        "us-trustee-required",
        "us-trustee-withholding",
        "governing-law-one-state",
        "maintained-records-in-state",
        "ordinary-trust",
        "security-at-all-times",
        "anti-abuse",
    }

    assert all(OURS.requirements[identity].called_for == () for identity in always)


def test_no_clause_could_take_out_the_words_of_the_right_to_withhold_and_leave_the_probes_standing() -> None:
    library = OURS
    for clause in OURS.clauses.values():
        if "us-trustee-withholding" in clause.discharges:
            weaker = replace(clause, body=clause.body.replace("right to withhold", "power to ask"))
            library = replace(library, clauses={**library.clauses, clause.id: weaker})

    holes = coverage(library, DOCUMENT, VOCABULARY).holes

    assert "requirement us-trustee-withholding" in {hole.where for hole in holes}
