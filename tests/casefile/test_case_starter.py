"""A starter holds every question, stands as far as it is answered, and reads clean."""

import re

import pytest

from assembler.casefile import answers_in, read, starter
from assembler.casefile.paths import question_paths
from assembler.casefile.shape import Mode, Source

DAY = {"as_of": "2026-11-21"}
ANSWERS = DAY | {
    "decedent.name": "Søren O'Neill: the elder",
    "decedent.died": "",
    "decedent.status": "citizen-domiciled-us",
    "decedent.domicile": "California",
    "spouse.name": "李 & \"Sons\" #2 Jr.",
    "spouse.is_us_citizen": "false",
    "trusts[0].name": "Null",
    "trusts[0].source": "lifetime-agreement",
    "trusts[0].marital_form": "qtip",
    "trusts[0].governing_law": "District of Columbia",
    "trusts[0].trustees[0].name": "42",
    "trusts[0].trustees[0].kind": "individual",
    "trusts[0].security.permitted": "bank-trustee, bond",
    "trusts[0].assets[0].description": "House",
    "trusts[0].assets[0].value": "663100.00",
    "trusts[0].remainder.to": "descendants",
}


def test_a_starter_with_its_date_reads_clean() -> None:
    assert read(starter(DAY).encode()).problems == ()


def test_a_starter_without_its_date_wants_nothing_else() -> None:
    (problem,) = read(starter({}).encode()).problems

    assert problem.what == "`as_of` is not answered."


def test_answers_stand_in_the_starter_as_given() -> None:
    found = read(starter(ANSWERS).encode())

    assert found.problems == ()
    assert found.case is not None
    (trust,) = found.case.trusts
    assert found.case.decedent.name == "Søren O'Neill: the elder"
    assert found.case.decedent.died is None
    assert found.case.spouse.name == "李 & \"Sons\" #2 Jr."
    assert trust.id == "qdot"
    assert trust.name == "Null"
    assert trust.source is Source.LIFETIME_AGREEMENT
    assert trust.trustees is not None
    assert trust.trustees[0].name == "42"
    assert trust.security.permitted == (Mode.BANK_TRUSTEE, Mode.BOND)


def test_every_question_stands_in_the_starter() -> None:
    keys = set(re.findall(r"^[ #-]*([a-z_0-9]+):", starter({}), re.MULTILINE))

    assert {path.rpartition(".")[2] for path in question_paths()} <= keys


def test_a_list_taken_out_of_its_comment_reads_clean() -> None:
    lines = starter(DAY).split("\n")
    begin = lines.index("    # trustees:")
    end = lines.index("    # The successor U.S. Trustees, in order. (Ask: client.)")
    lines[begin:end] = [line.replace("    # ", "    ", 1) for line in lines[begin:end]]
    found = read("\n".join(lines).encode())

    assert found.problems == ()
    assert found.case is not None
    assert found.case.trusts[0].trustees is not None
    assert len(found.case.trusts[0].trustees) == 1


def test_each_answer_there_is_is_named() -> None:
    text = re.sub(r"\s+#?\s*", " ", starter({}))

    assert "One of: power-of-appointment, qtip, charitable-remainder, estate-trust, none-required." in text
    assert "Any of: bank-trustee, bond, letter-of-credit." in text


def test_a_second_item_can_be_answered() -> None:
    text = starter(DAY | {"trusts[0].trustees[1].name": "Ana", "trusts[0].trustees[0].name": "Rui"})
    found = read(text.encode())

    assert found.case is not None
    assert [one.name for one in found.case.trusts[0].trustees or ()] == ["Rui", "Ana"]


def test_a_wrong_answer_is_told_by_the_reader_with_its_line() -> None:
    (problem,) = read(starter(DAY | {"spouse.is_us_citizen": "maybe: not"}).encode()).problems

    assert problem.fix == "write true or false, without quotes."


def test_a_path_that_is_no_question_is_the_callers_error() -> None:
    with pytest.raises(ValueError, match=r"no question has the path spouse\.nmae"):
        starter({"spouse.nmae": "Ana"})


def test_only_what_matters_can_be_asked() -> None:
    text = starter(DAY, ["spouse.name", "trusts[0].name", "trusts[0].successors[0].name", "trusts[0].bond.dated"])

    assert re.findall(r"^ *#? *-?([a-z_]+):", text, re.MULTILINE) == [
        *("format", "as_of", "spouse", "name", "trusts", "id", "name", "successors", "name", "bond", "dated"),
    ]
    assert read(text.encode()).problems == ()


def test_the_answers_of_a_file_make_it_anew() -> None:
    answers = ANSWERS | {"assignments": "[]", "trusts[0].id": "qdot", "format": "1"}
    text = starter(answers, ())

    assert answers_in(text) == {path: said for path, said in answers.items() if said}
    assert starter(answers_in(text), ()) == text
