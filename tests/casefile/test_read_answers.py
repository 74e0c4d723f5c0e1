"""Answers become values of their types, with their lines."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from small_case import reading

from assembler.casefile import Reading, read
from assembler.casefile.paths import question_paths
from assembler.casefile.shape import Case, Mode, Principal, ReturnForm, Source, Status, Trust

WHOLE = Path(__file__).with_name("whole-case.yaml")


@pytest.fixture(scope="module")
def whole() -> Reading:
    return read(WHOLE, "whole.yaml")


def case_of(text: str) -> Case:
    found = reading(text)
    assert found.problems == ()
    assert found.case is not None
    return found.case


def trust_of(text: str) -> Trust:
    (trust,) = case_of(f"trusts:\n  - {{{text}}}\n").trusts
    return trust


def test_a_case_that_answers_every_question_reads_without_a_problem(whole: Reading) -> None:
    assert whole.problems == ()
    assert whole.case is not None


def test_the_whole_case_answers_every_question_there_is(whole: Reading) -> None:
    answered = {re.sub(r"\[[a-z][a-z-]*\]", "[0]", path) for path in whole.lines}

    of_trustees_too = re.compile(r"(successors|appointed)\[0\]\.")
    assert {path for path in question_paths() if not of_trustees_too.search(path)} <= answered


def test_answers_have_the_types_of_the_shape(whole: Reading) -> None:
    assert whole.case is not None
    (trust,) = whole.case.trusts
    assert trust.assets is not None

    assert whole.case.as_of == date(2026, 11, 21)
    assert whole.case.decedent.status is Status.CITIZEN_DOMICILED_US
    assert whole.case.spouse.is_us_citizen is False
    assert whole.case.return_.form is ReturnForm.F706
    assert trust.source is Source.ARTICLE_IN_REVOCABLE_TRUST
    assert trust.security.permitted == (Mode.BANK_TRUSTEE, Mode.BOND, Mode.LETTER_OF_CREDIT)
    assert trust.principal is Principal.NONE
    assert str(trust.assets[0].value) == "663100.00"
    assert str(trust.assets[1].value) == "1000000"
    assert trust.charitable.percent == Decimal("5.125")


def test_names_are_kept_as_given(whole: Reading) -> None:
    assert whole.case is not None
    (trust,) = whole.case.trusts
    assert trust.successors is not None
    assert trust.remainder.takers is not None

    assert whole.case.decedent.name == "Thomas Edward O'Brien-Whitcombe Jr."
    assert trust.records_keeper == "李小龍 & Sons, N.A."
    assert trust.successors[0].name == "فاطمة الزهراء"
    assert trust.remainder.takers[1].name == "Null"


def test_a_decomposed_accent_stays_decomposed() -> None:
    assert case_of("spouse: {name: Jose\u0301}").spouse.name == "Jose\u0301"


def test_norway_is_a_country_and_not_a_negation(whole: Reading) -> None:
    assert whole.case is not None

    assert whole.case.spouse.citizenships == ("PT", "NO")


def test_yes_is_a_text_where_a_text_is_asked() -> None:
    assert case_of("spouse: {name: yes}").spouse.name == "yes"


def test_a_text_of_colons_and_digits_is_no_number_in_sixties() -> None:
    assert case_of("matter: {number: 12:30:45}").matter.number == "12:30:45"


def test_a_matter_number_is_kept_as_written() -> None:
    assert case_of("matter: {number: 0020.10}").matter.number == "0020.10"


def test_a_text_may_run_over_lines_where_it_is_an_address(whole: Reading) -> None:
    assert whole.case is not None

    assert whole.case.spouse.address == "Rua da Fonte 3\n2705-000 Colares"


def test_a_number_sign_in_quotes_belongs_to_the_answer(whole: Reading) -> None:
    assert whole.case is not None
    assert whole.case.executor is not None

    assert whole.case.executor[0].address == "12 Main St #4, Sacramento"


@pytest.mark.parametrize("nothing", ["null", "~", "", "Null", "NULL"])
def test_null_is_not_answered(nothing: str) -> None:
    case = case_of(f"decedent:\n  name: {nothing}\nspouse: {nothing}\nexecutor: {nothing}\ntrusts: {nothing}\n")

    assert case == case_of("")
    assert case.executor is None
    assert case.trusts == ()


def test_an_empty_list_is_an_answer() -> None:
    assert trust_of("id: a, trustees: []").trustees == ()
    assert trust_of("id: a").trustees is None


def test_a_comment_with_a_space_is_a_comment() -> None:
    assert case_of("spouse:\n  name: Ana Sá # as signed\n").spouse.name == "Ana Sá"


def test_a_comment_without_a_space_takes_nothing_from_a_date() -> None:
    assert case_of("spouse:\n  born: 1961-04-02 #passport\n").spouse.born == date(1961, 4, 2)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"),
        ("663100.5", "663100.5"),
        ('"663100.00"', "663100.00"),
        ("+12", "12"),
        ("007", "7"),
        ("1000000000000000", "1000000000000000"),
    ],
)
def test_money_is_exactly_what_is_written(written: str, value: str) -> None:
    (asset,) = trust_of(f"assets: [{{value: {written}}}]").assets or ()

    assert str(asset.value) == value


def test_a_percentage_may_have_more_than_two_decimals() -> None:
    assert trust_of("charitable: {percent: 5.00025}").charitable.percent == Decimal("5.00025")


def test_a_hundred_percent_is_a_percentage() -> None:
    assert trust_of("charitable: {percent: 100}").charitable.percent == Decimal(100)


def test_each_answer_has_its_line(whole: Reading) -> None:
    assert whole.lines["decedent.died"] == 7
    assert whole.lines["spouse.citizenships[1]"] == 22
    assert whole.lines["return.extended_to"] == 36
    assert whole.lines["trusts[share]"] == 41
    assert whole.lines["trusts[share].trustees[0].tax_home"] == 59
    assert whole.lines["trusts[share].assets[quinta].value"] == 80
    assert whole.lines["trusts[share].assets[1].value"] == 82
    assert whole.lines["annuities[pension].trust"] == 167


def test_an_answer_left_out_is_where_it_would_stand() -> None:
    found = reading("trusts:\n  - id: share\n")

    assert found.where("trusts[share].id") == "case.yaml:4: trusts[share].id"
    assert found.where("trusts[share].security.permitted") == "case.yaml:4: trusts[share].security.permitted"
    assert found.where("spouse.name") == "case.yaml: spouse.name"


def test_a_path_is_the_name_of_its_file() -> None:
    assert read(WHOLE).where("as_of") == f"{WHOLE}:3: as_of"
