"""A question left out is taken as its default, with the reason told; so that a question can be added to old cases."""

from dataclasses import asdict, make_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from small_case import HEAD, reading

from assembler.casefile import Base, Default, Reading, open_point, read, read_row, schema, starter, unanswered
from assembler.casefile.binder import bind
from assembler.casefile.diagnostics import Diagnostics
from assembler.casefile.nodes import compose
from assembler.casefile.paths import question, question_paths
from assembler.casefile.question import question as asked
from assembler.casefile.shape import Case, Spouse
from assembler.casefile.shape_annuities import Timing
from assembler.findings import find
from assembler.matter import Engine, Matter

SAMPLES = sorted((Path(__file__).parents[2] / "samples").rglob("*.yaml"))
COMPETENT = Default("spouse.is_incompetent", False, "an adult is presumed able to act")


def spouse_of(found: Reading) -> Spouse:
    assert found.case
    return found.case.spouse


@pytest.mark.parametrize("text", ["spouse: {name: Ana}", "spouse: {name: Ana, is_incompetent: }", "spouse: {}", ""])
def test_a_question_left_out_has_its_default(text: str) -> None:
    assert spouse_of(reading(text)).is_incompetent is False


def test_the_defaults_taken_are_told_with_their_reason() -> None:
    assert reading("spouse: {name: Ana, is_incompetent: ~}").defaults == (COMPETENT,)


def test_a_question_that_is_answered_is_not_among_them() -> None:
    found = reading("spouse: {is_incompetent: true}")

    assert spouse_of(found).is_incompetent is True
    assert found.defaults == ()


def test_nothing_is_told_of_a_record_without_answers() -> None:
    assert reading("").defaults == ()


def test_an_item_of_a_list_has_defaults_of_its_own() -> None:
    found = reading("assignments: [{id: house}, {fraction: 50}]\nannuities: [{timing: beginning}]")

    assert [(one.path, one.value) for one in found.defaults] == [
        ("assignments[house].fraction", Decimal(100)),
        ("annuities[0].is_barred_by_terms", False),
        ("annuities[0].has_terminal_illness", False),
    ]


def test_a_base_answers_before_a_default_does() -> None:
    base = Base("base.yaml", f"{HEAD}spouse: {{is_incompetent: true}}".encode())
    found = read(b"spouse: {name: Ana}", "case.yaml", base)

    assert spouse_of(found).is_incompetent is True
    assert found.defaults == ()


def test_a_row_takes_defaults_as_a_file_does() -> None:
    assert read_row({"as_of": "2026-11-21", "spouse.name": "Ana"}, 7, "cases.csv").defaults == (COMPETENT,)


def test_the_schema_and_the_starter_tell_what_leaving_a_question_out_means() -> None:
    told = schema()["$defs"]["Spouse"]["properties"]["is_incompetent"]
    lines = starter({})

    assert told["default"] is False
    assert told["description"].endswith("When left out: false, since an adult is presumed able to act.")
    assert "When left out: false, since an adult is presumed able to act." in lines
    assert "When left out: no extension was granted." in lines
    assert schema()["$defs"]["Annuity"]["properties"]["timing"]["default"] == Timing.END


def test_what_is_answered_by_leaving_it_out_is_not_open() -> None:
    found = reading("spouse: {name: Ana}").case
    assert found

    for path in ("decedent.died", "return.extended_to", "spouse.is_incompetent", "assignments", "relief"):
        assert not unanswered(found, path), path
    assert unanswered(found, "decedent.name")
    assert open_point(found, "entities").path == "entities[0].name"


def test_a_default_is_an_answer_that_the_question_takes() -> None:
    fields = {path: field for path in question_paths() if (field := question(path)) and field.because}

    assert fields
    for path, field in fields.items():
        assert isinstance(field.default, field.type), path
        assert not field.absent, path


SPOUSE = make_dataclass(
    "SPOUSE",
    [("is_veteran", bool, asked("A veteran.", "whether the Spouse is a veteran", default=False, because="few are"))],
    bases=(Spouse,),
    frozen=True,
)
CASE = make_dataclass(
    "CASE", [("spouse", SPOUSE, asked("The other spouse.", "the Spouse", default=SPOUSE()))], bases=(Case,), frozen=True
)


def asked_more(sample: Path) -> Any:
    """Read a case by a form that asks one more yes/no question."""
    node = compose(sample.read_text(encoding="utf-8"))
    assert node
    return bind(Diagnostics(sample.name), node, CASE, "")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_question_added_with_a_default_leaves_every_conclusion_as_it_was(sample: Path) -> None:
    old = read(sample).case
    if old is None:
        pytest.skip("not a good case")
    new = asked_more(sample)

    was, now = find(old), find(new)
    assert asdict(new) == asdict(old) | {"spouse": asdict(old.spouse) | {"is_veteran": False}}
    assert not unanswered(new, "spouse.is_veteran")
    assert now.problems == was.problems
    assert [dict(one.facts) for one in now.trusts] == [dict(one.facts) for one in was.trusts]


def test_a_question_added_with_a_default_leaves_the_draft_of_an_incomplete_case_as_it_was(engine: Engine) -> None:
    sample = next(sample for sample in SAMPLES if sample.stem == "incomplete")
    old = read(sample)

    was, now = Matter(old, engine).draft(), Matter(replace(old, case=asked_more(sample)), engine).draft()
    assert [one.rendered and one.rendered.points for one in now.documents] == [
        one.rendered and one.rendered.points for one in was.documents
    ]
    assert [one.rendered and one.rendered.package for one in now.documents] == [
        one.rendered and one.rendered.package for one in was.documents
    ]
