"""What a case leaves open is named in the words of its question, and told with who can answer it."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass

import pytest
from small_case import reading

from assembler.casefile import OpenPoint, open_point, unanswered
from assembler.casefile.open_points import first_unanswered, label
from assembler.casefile.paths import question_paths
from assembler.casefile.schema_fields import schema_fields
from assembler.casefile.shape import Case

BEGINNING = re.compile(r"(a|the|whether|what|which|who|how|why|where|when|for) ")

PLAN = """
decedent: {name: Ana}
trusts:
  - id: share
    trustees: [{name: Rui}, {kind: bank}]
    assets: [{id: a1, description: House}, {description: Shares, value: 1}]
entities: [{assets: [{value: 1}]}]
"""


def case(text: str = PLAN) -> Case:
    found = reading(text).case
    assert found
    return found


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("spouse.name", "the full name of the Spouse"),
        ("return.form", "the form of the estate tax return"),
        ("spouse.citizenships", "the citizenship of the Spouse"),
        ("trusts[share].tax_year_end", "the last day of the Taxable Year"),
        ("trusts[share].assets[a1].value", "the value of asset 1"),
        ("trusts[share].assets[1].debt", "the debt against asset 2"),
        ("trusts[share].assets[4].debt", "the debt against asset 5"),
        ("trusts[share].trustees[0].address", "the address of Rui"),
        ("trusts[share].trustees[1].address", "the address of a Trustee"),
        ("trusts[other].trustees[0].address", "the address of a Trustee"),
        ("trusts[other].successors[0].name", "the name of a successor Trustee"),
        ("trusts[other].succession.appointed[0].name", "the name of the Trustee appointed"),
        ("entities[0].assets[0].stake.votes", "the percentage of the votes that asset 1 of an entity has"),
        ("spouse_estate.gross_estate", "the gross estate of the Spouse"),
    ],
)
def test_an_answer_is_called_by_the_words_of_its_question(path: str, words: str) -> None:
    assert label(case(), path) == words


def test_the_settlor_is_called_the_decedent_once_a_day_of_death_is_stated() -> None:
    assert label(case(), "decedent.domicile") == "the domicile of the Settlor"
    assert label(case("decedent: {died: 2026-02-11}"), "decedent.domicile") == "the domicile of the Decedent"


def test_an_open_point_says_what_is_missing_and_who_can_answer() -> None:
    found = open_point(case(), "trusts[share].assets[a1].value")

    assert found == OpenPoint("the value of asset 1", "appraiser", "trusts[share].assets[a1].value")


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("executor", "executor[0].name"),
        ("trusts[share].bond", "trusts[share].bond.surety.name"),
        ("trusts[share].remainder.takers", "trusts[share].remainder.takers[0].name"),
        ("trusts[share].assets", "trusts[share].assets[a1].kind"),
        ("trusts[share].assets[1]", "trusts[share].assets[1].kind"),

        ("trusts[other].assets", "trusts[other].assets[0].description"),
        ("spouse.name", "spouse.name"),
        ("decedent.name", "decedent.name"),
    ],
)
def test_of_a_record_or_a_list_the_first_unanswered_question_is_asked(path: str, first: str) -> None:
    assert first_unanswered(case(), path) == first
    assert open_point(case(), path).path == first


@pytest.mark.parametrize("path", ["decedent", "decedent.name", "trusts[share].assets", "trusts[share].assets[1].value"])
def test_what_is_answered_is_not_unanswered(path: str) -> None:
    assert not unanswered(case(), path)


@pytest.mark.parametrize("path", ["spouse", "spouse.name", "executor", "trusts[share].assets[7].value"])
def test_what_is_not_answered_is_unanswered(path: str) -> None:
    assert unanswered(case(), path)


def test_an_empty_list_is_an_answer_and_nothing_in_it_is_asked() -> None:
    found = case("trusts: [{id: share, distributions: []}]")

    assert not unanswered(found, "trusts[share].distributions")
    assert first_unanswered(found, "trusts[share].distributions") == "trusts[share].distributions"


def test_what_leaving_out_answers_is_passed_over() -> None:
    issuer = "{name: Bank, address: 1 Elm St, kind: other, is_bank: true, foreign_bank: None}"
    found = case(f"trusts: [{{id: share, letter: {{issuer: {issuer}}}}}]")

    assert first_unanswered(found, "trusts[share].letter") == "trusts[share].letter.dated"


def test_a_path_that_is_no_question_is_the_callers_error() -> None:
    with pytest.raises(ValueError, match=r"no question has the path spouse\.nmae"):
        open_point(case(), "spouse.nmae")


def shapes(shape: type = Case) -> Iterator[type]:
    yield shape
    for field in schema_fields(shape).values():
        if is_dataclass(field.type):
            yield from shapes(field.type)


@pytest.mark.parametrize("shape", dict.fromkeys(shapes()), ids=lambda shape: shape.__name__)
def test_no_two_questions_of_a_record_are_called_alike(shape: type) -> None:
    labels = [field.label for field in schema_fields(shape).values() if not field.is_record]

    assert len(set(labels)) == len(labels)


def test_every_question_can_be_called_by_its_words() -> None:
    words = [label(Case(), path) for path in question_paths()]

    assert [one for one in words if not BEGINNING.match(one) or re.search(r"[{}]|\.$|\bNone\b", one)] == []
