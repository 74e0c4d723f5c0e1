"""`qdot questionnaire` and `qdot answers`: what others know is asked in Word, and what they type comes back."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from command_line import names, qdot, sample

from assembler.casefile import write_back
from assembler.matter import Engine, Matter
from assembler.matter.references import reference

TYPED = {
    "surety": {
        "trusts[katz].bond.surety.name": "Mohawk & Schoharie Surety Company",
        "trusts[katz].bond.surety.address": "900 Granite Exchange, Albany, New York 12207",
        "trusts[katz].bond.expires": "November 16, 2027",
    },
    "trustee": {
        "trusts[katz].trustees[0].is_us_citizen": "Yes",
        "trusts[katz].records_keeper": "Ruth Katz-Lindqvist",
        "trusts[katz].successors[1].is_section_581_bank": "yes.",
    },
    "appraiser": {"trusts[katz].assets[home].value": "$1,480,000"},
    "spouse": {"spouse.citizenships": "Nigeria", "trusts[katz].assets[home].is_residence": "Y"},
    "client": {"trusts[katz].principal": "Discretion", "trusts[katz].remainder.to": "descendants"},
}
"""Answers that the bond's case has, as each person would type them."""


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """Write the bond's case without those answers, with a questionnaire for each person in `asked`."""
    text = sample("bond").read_text(encoding="utf-8")
    for path in (path for answers in TYPED.values() for path in answers):
        text = write_back(text, path, None)
    case = tmp_path / "case.yaml"
    case.write_text(text, encoding="utf-8")
    result = qdot("questionnaire", case, "-o", tmp_path / "asked")
    assert (result.exit_code, result.stderr) == (0, "")
    return case


def form(case: Path, who: str) -> Path:
    return case.parent / "asked" / f"questionnaire-{who}.docx"


def fill(path: Path, answers: Mapping[str, str]) -> Path:
    """Type answers into a questionnaire, by the paths of their questions."""
    document, waiting = docx.Document(str(path)), {reference(one): text for one, text in answers.items()}
    for row in (row for table in document.tables for row in table.rows):
        if row.cells[0].text in waiting:
            row.cells[-1].text = waiting.pop(row.cells[0].text)
    assert not waiting
    document.save(str(path))
    return path


def added(table: Any) -> Any:
    """Add a row to a table, as a person does who has more to say."""
    return table.add_row()


def test_each_person_gets_a_questionnaire_and_no_other(asked: Path) -> None:
    assert names(asked.parent / "asked") == sorted(f"questionnaire-{who}.docx" for who in TYPED)
    (table,) = docx.Document(str(form(asked, "appraiser"))).tables
    mark, question, answer = (cell.text for cell in table.rows[1].cells)
    assert (mark, answer) == (reference("trusts[katz].assets[home].value"), "")
    assert "Apartment 9C" in question
    assert "$1,250,000.00" in question


def test_the_answers_of_all_make_the_case_what_it_was(asked: Path, engine: Engine) -> None:
    for who, answers in TYPED.items():
        result = qdot("answers", fill(form(asked, who), answers), asked)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.count(": taken: ") == len(answers)

    whole = Matter.open(sample("bond"), engine)
    back = Matter.open(asked, engine)
    assert (back.case, back.open_points) == (whole.case, ())


def test_comments_and_order_of_the_case_file_stay(asked: Path) -> None:
    before = asked.read_text(encoding="utf-8").splitlines()

    qdot("answers", fill(form(asked, "appraiser"), TYPED["appraiser"]), asked)

    after = asked.read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == [
        line for line in before if "home" in line and "value: null" in line
    ]


def test_what_is_not_understood_is_told_with_its_row_and_the_rest_is_taken(asked: Path) -> None:
    answers = {**TYPED["trustee"], "trusts[katz].successors[1].is_section_581_bank": "we think so"}

    result = qdot("answers", fill(form(asked, "trustee"), answers), asked)

    assert (result.exit_code, result.stdout.count(": taken: ")) == (1, 2)
    assert "trusts[katz].successors[1].is_section_581_bank: " in result.stderr
    assert "`we think so` is not understood: `we think so` is neither yes nor no.\n  fix: answer yes or no.\n" in (
        result.stderr
    )
    assert "questionnaire-trustee.docx: row " in result.stderr


def test_what_is_left_open_or_said_to_be_unknown_stays_open(asked: Path) -> None:
    answers = {"trusts[katz].bond.surety.name": "Unknown", "trusts[katz].bond.surety.address": "n/a"}
    before = asked.read_bytes()

    result = qdot("answers", fill(form(asked, "surety"), answers), asked)

    assert (result.exit_code, result.stdout.count(": left open\n")) == (0, 3)
    assert asked.read_bytes() == before


def test_an_answer_that_the_case_has_otherwise_is_not_replaced_unless_it_may_be(asked: Path) -> None:
    fill(form(asked, "client"), {"trusts[katz].principal": "hardship"})
    asked.write_text(write_back(asked.read_text(encoding="utf-8"), "trusts[katz].principal", "none"), encoding="utf-8")

    kept = qdot("answers", form(asked, "client"), asked)
    assert "the case says `none`, and the questionnaire `hardship`." in kept.stderr
    assert "principal: none" in asked.read_text(encoding="utf-8")

    assert qdot("answers", form(asked, "client"), asked, "--force").exit_code == 0
    assert "principal: hardship" in asked.read_text(encoding="utf-8")


def test_a_row_that_was_deleted_and_one_that_is_not_ours_are_told(asked: Path) -> None:
    path = fill(form(asked, "surety"), TYPED["surety"])
    document = docx.Document(str(path))
    (table,) = document.tables
    (gone,) = [row for row in table.rows if row.cells[0].text == reference("trusts[katz].bond.expires")]
    table._tbl.remove(gone._tr)
    row = added(table)
    row.cells[1].text, row.cells[2].text = "What about our premium?", "Please call us."
    document.save(str(path))

    result = qdot("answers", path, asked)

    assert (result.exit_code, result.stdout.count(": taken: ")) == (1, 2)
    assert "no row: trusts[katz].bond.expires: " in result.stdout
    assert "the row has no reference of a question of this case." in result.stderr
    assert "It says: `What about our premium? | Please call us.`" in result.stderr


def test_a_question_that_two_rows_answer_is_told_and_the_first_answer_stands(asked: Path) -> None:
    path = fill(form(asked, "appraiser"), TYPED["appraiser"])
    document = docx.Document(str(path))
    (table,) = document.tables
    row = added(table)
    row.cells[0].text, row.cells[2].text = reference("trusts[katz].assets[home].value"), "$2,000,000"
    document.save(str(path))

    result = qdot("answers", path, asked)

    assert (result.exit_code, "row 2 answers the same question." in result.stderr) == (1, True)
    assert "2000000" not in asked.read_text(encoding="utf-8")


def test_an_answer_written_otherwise_is_the_same(asked: Path) -> None:
    path = fill(form(asked, "appraiser"), {"trusts[katz].assets[home].value": "1480000.00"})
    qdot("answers", fill(path, TYPED["appraiser"]), asked)

    fill(path, {"trusts[katz].assets[home].value": "$1,480,000.00"})
    assert "the case has this answer already" in qdot("answers", path, asked).stdout


def test_the_same_answers_read_twice_are_answers_that_the_case_has(asked: Path) -> None:
    path = fill(form(asked, "client"), TYPED["client"])
    qdot("answers", path, asked)
    once = asked.read_bytes()

    again = qdot("answers", path, asked)

    assert (again.exit_code, again.stdout.count("the case has this answer already")) == (0, 2)
    assert asked.read_bytes() == once


def test_the_rows_in_json_say_what_became_of_each(asked: Path) -> None:
    path = fill(form(asked, "client"), {"trusts[katz].principal": "support"})

    rows = json.loads(qdot("answers", path, asked, "--json").stdout)["rows"]

    states = {one["path"]: one["state"] for one in rows}
    assert states.pop("trusts[katz].principal") == "taken"
    assert set(states.values()) == {"open"}


def test_questionnaires_that_are_there_are_not_overwritten(asked: Path) -> None:
    path = fill(form(asked, "client"), TYPED["client"])
    filled = path.read_bytes()

    result = qdot("questionnaire", asked, "-o", path.parent)

    assert (result.exit_code, result.stderr.count("the file is there already.")) == (1, len(TYPED))
    assert path.read_bytes() == filled
    assert qdot("questionnaire", asked, "-o", path.parent, "--force").exit_code == 0


def test_one_person_alone_can_be_asked_and_one_of_whom_nothing_is_asked_is_a_wrong_call(asked: Path) -> None:
    out = asked.parent / "one"

    assert qdot("questionnaire", asked, "--for", "surety", "-o", out).exit_code == 0
    assert names(out) == ["questionnaire-surety.docx"]
    wrong = qdot("questionnaire", asked, "--for", "bank", "-o", out)
    assert (wrong.exit_code, "nothing is asked of 'bank'" in wrong.stderr) == (2, True)


def test_a_case_in_which_nothing_is_open_asks_nobody(tmp_path: Path) -> None:
    result = qdot("questionnaire", sample("bond"), "-o", tmp_path)

    assert (result.exit_code, result.stdout, names(tmp_path)) == (0, "Nothing is open.\n", [])


def test_the_same_case_makes_the_same_questionnaires(asked: Path) -> None:
    qdot("questionnaire", asked, "-o", asked.parent / "again")

    for who in TYPED:
        again = asked.parent / "again" / f"questionnaire-{who}.docx"
        assert again.read_bytes() == form(asked, who).read_bytes(), who


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"plain text", "this cannot be read as a Word document."),
        (b"", "this cannot be read as a Word document."),
        (b"PK\x03\x04 not a zip", "this cannot be read as a Word document."),
        (None, "it cannot be read (No such file or directory)."),
    ],
)
def test_a_file_that_is_no_questionnaire_is_a_problem(
    content: bytes | None, said: str, asked: Path, tmp_path: Path
) -> None:
    path, before = tmp_path / "back.docx", asked.read_bytes()
    if content is not None:
        path.write_bytes(content)

    result = qdot("answers", path, asked)

    assert (result.exit_code, result.stdout, asked.read_bytes()) == (1, "", before)
    assert result.stderr.startswith(f"{path}: {said}")


def test_a_document_that_asks_nothing_of_this_case_is_a_problem(asked: Path, tmp_path: Path) -> None:
    qdot("questionnaire", sample("incomplete"), "--for", "family", "-o", tmp_path / "other")
    docx.Document().save(str(tmp_path / "empty.docx"))

    told = "no row of it asks a question of this case."
    assert told in qdot("answers", tmp_path / "empty.docx", asked).stderr


def test_a_package_that_unpacks_beyond_all_bounds_is_not_read(asked: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(2):
            package.writestr(f"word/{number}.xml", b"0" * (40 << 20))

    result = qdot("answers", bomb, asked)

    assert (result.exit_code, "this cannot be read as a Word document." in result.stderr) == (1, True)
