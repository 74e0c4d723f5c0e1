"""A row of a table is read as a case file is: each cell by its question, each problem at its row."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.casefile import Reading, Refusal, column, columns, listed, read, read_row
from assembler.casefile.base import Base
from assembler.casefile.choices import Mode
from assembler.casefile.rows import Cell
from assembler.casefile.shape import Case
from assembler.problem import Problem

DAY = {"as_of": "2026-11-21"}
WHOLE = Path(__file__).with_name("whole-case.yaml")


def row(cells: dict[str, Cell]) -> Reading:
    return read_row(DAY | cells, 7, "cases.csv")


def case(cells: dict[str, Cell]) -> Case:
    found = row(cells)
    assert found.problems == ()
    assert found.case
    return found.case


def the_problem(cells: dict[str, Cell]) -> Problem:
    (problem,) = row(cells).problems
    return problem


def test_a_row_is_the_case_that_a_file_with_its_answers_is() -> None:
    file = b"""
format: 1
as_of: 2026-11-21
decedent: {name: "12", died: 2026-02-11, has_administration: true, citizenships: [DE, CH]}
trusts: [{id: "7", security: {permitted: [bond]}, assets: [{value: 10.50}], charitable: {percent: 5.5}}]
return: {form: "706"}
"""
    cells: dict[str, Cell] = {
        "decedent.name": "12",
        "decedent.died": "2026-02-11",
        "decedent.has_administration": "TRUE",
        "decedent.citizenships": "DE; CH;",
        "trusts.1.id": "7",
        "trusts.1.security.permitted.1": "bond",
        "trusts.1.assets.1.value": "10.50",
        "trusts.1.charitable.percent": "5.5",
        "return.form": "706",
    }

    assert case(cells) == read(file).case


@pytest.mark.parametrize(
    ("column_", "cell"),
    [
        ("trusts.1.trustees.2.kind", "banker"),
        ("trusts.1.assets.1.value", "a million"),
        ("spouse.citizenships", "DE; Germany"),
        ("trusts.1.name", ("the cell holds an error.", "mend it.")),
        ("trusts.1.assets", "land"),
    ],
)
def test_a_problem_names_the_column_as_its_heading_does(column_: str, cell: Cell) -> None:
    named = {"trusts.1.id": "share", "trusts.1.trustees.1.name": "Zoë", "trusts.1.trustees.2.name": "O'Neil"}

    assert the_problem({**named, column_: cell}).where == f"cases.csv:7: {column_}"


def test_what_looks_like_a_number_a_truth_or_nothing_is_a_text_where_a_text_is_asked() -> None:
    for said in ("12345", "1e5", "true", "null", "~", "No", 'O\'Neil: "Jr." #4 & [x]', "يوسف", "中村"):
        assert case({"decedent.name": said}).decedent.name == said


def test_a_row_need_not_name_the_form_but_may() -> None:
    assert case({}).format == 1
    assert case({"format": "1"}).format == 1
    assert the_problem({"format": "2"}).where == "cases.csv:7: format"


def test_a_row_without_the_day_is_told_of_a_column() -> None:
    (problem,) = read_row({}, 7, "cases.csv").problems

    assert problem.what == "`as_of` is not answered."
    assert problem.fix == "fill in a column `as_of`, or answer it in the base, for all rows."


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("decedent.died", "2/11/2026"),
        ("decedent.has_administration", "yes"),
        ("trusts.1.assets.1.value", "$2,730,000.00"),
        ("spouse.citizenships", "DE; Germany"),
        ("decedent.name", "two\nlines"),
        ("decedent.name", "spoiled\ufffd"),
    ],
)
def test_what_a_case_file_refuses_a_row_refuses_at_its_number(path: str, said: str) -> None:
    assert the_problem({path: said}).where.startswith("cases.csv:7: ")


def test_an_address_may_stand_on_several_lines() -> None:
    assert case({"spouse.address": "12 Elm St #4\nOhio"}).spouse.address == "12 Elm St #4\nOhio"


def test_items_come_in_the_order_of_their_numbers_and_a_number_left_out_leaves_no_gap() -> None:
    found = case({"executor.10.name": "Ten", "executor.2.name": "Two", "executor.1.name": "One"})

    assert [one.name for one in found.executor or ()] == ["One", "Two", "Ten"]


def test_a_list_may_be_known_to_be_empty() -> None:
    assert case({"gifts": "[]"}).gifts == ()
    assert case({"spouse.citizenships": "[]"}).spouse.citizenships == ()


def test_a_list_of_records_does_not_fit_into_one_cell() -> None:
    assert the_problem({"gifts": "1000"}).what == "one cell stands for a list of several questions."


def test_a_list_and_an_item_of_it_are_not_both_answered() -> None:
    both: dict[str, Cell] = {"trusts.1.security.permitted": "bond", "trusts.1.security.permitted.1": "bond"}

    assert "both answered" in the_problem(both).what
    assert "both answered" in the_problem(dict(reversed(both.items()))).what


def test_a_cell_that_could_not_be_read_is_told_among_the_others() -> None:
    found = row({"decedent.name": ("the cell B7 holds the error #N/A.", "mend it."), "spouse.born": "soon"})

    assert [problem.where for problem in found.problems] == [
        "cases.csv:7: decedent.name",
        "cases.csv:7: spouse.born",
    ]
    assert row({"": ("an answer stands under no heading.", "mend it.")}).problems == (
        Problem("cases.csv:7", "an answer stands under no heading.", "mend it."),
    )


def test_every_answer_has_the_number_of_its_row_as_its_line() -> None:
    found = row({"trusts.1.id": "qdot", "trusts.1.security.permitted": "bond", "return.form": "706"})

    assert set(found.lines.values()) == {7}
    assert found.where("trusts[qdot].security.permitted[0]") == ("cases.csv:7: trusts[qdot].security.permitted[0]")
    assert found.where("return.form") == "cases.csv:7: return.form"


def test_every_question_has_a_column_and_every_column_a_question() -> None:
    assert len(columns()) == len(set(columns()))
    assert {"as_of", "return.form", "trusts.1.trustees.1.name", "trusts.1.security.permitted"} <= set(columns())
    assert [path for path in columns() if isinstance(column(path), Refusal)] == []


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("decedent.nmae", "decedent.name"),
        ("Decedent.Name", "decedent.name"),
        ("decedent", "decedent.name"),
        ("spouse_name", "spouse.name"),
        ("trusts.name", "trusts.1.name"),
        ("trusts.0.name", "trusts.1.name"),
        ("trusts.02.name", "trusts.2.name"),
        ("trusts[0].name", "trusts.1.name"),
        ("trusts.2.trustee.3.name", "trusts.2.trustees.3.name"),
        ("tax_year_end", "trusts.1.tax_year_end"),
    ],
)
def test_a_column_nobody_knows_is_answered_with_the_nearest(path: str, meant: str) -> None:
    found = column(path)

    assert isinstance(found, Refusal)
    assert found.fix == f"did you mean `{meant}`?"
    assert not isinstance(column(meant), Refusal)


def test_a_list_is_found_by_its_path() -> None:
    assert getattr(listed("trusts.2.trustees"), "__name__", "") == "Trustee"
    assert listed("assets") == Refusal("`assets` is not a list of the case file.", "did you mean `trusts.1.assets`?")
    assert isinstance(listed("decedent"), Refusal)
    assert isinstance(listed("trusts.1.security.permitted"), Refusal)


def cells_of(thing: object, path: str = "") -> dict[str, Cell]:
    """Write a case as the cells of a row."""
    if thing is None or thing == ():
        return {}
    if isinstance(thing, tuple):
        parts = [cells_of(item, f"{path}.{number}") for number, item in enumerate(thing, 1)]
        return {column: cell for part in parts for column, cell in part.items()}
    if hasattr(thing, "__dataclass_fields__"):
        found: dict[str, Cell] = {}
        for name in thing.__dataclass_fields__:
            found |= cells_of(getattr(thing, name), f"{path}.{name.rstrip('_')}".lstrip("."))
        return found
    return {path: str(thing).lower() if isinstance(thing, bool) else str(thing)}


def test_a_whole_case_survives_being_written_as_a_row() -> None:
    whole = read(WHOLE).case
    assert whole

    found = read_row(cells_of(whole), 2, "cases.csv")

    assert found.problems == ()
    assert cells_of(found.case) == cells_of(whole)
    assert case({"trusts.1.security.permitted": "bond"}).trusts[0].security.permitted == (Mode.BOND,)
    (trust,) = case({"trusts.1.assets.1.value": "1000000"}).trusts
    assert [asset.value for asset in trust.assets or ()] == [Decimal(1000000)]


CELL = st.one_of(st.text(), st.tuples(st.text(), st.text()))
PATH = st.one_of(st.sampled_from([*columns(), "trusts", "gifts", "trusts.1", "trusts.2.id", ""]), st.text())


def test_an_empty_format_is_told_with_what_to_do() -> None:
    assert the_problem({"format": ""}).fix == "write 1 in the column `format`, or take the column out."


@given(st.dictionaries(PATH, CELL, max_size=8))
def test_whatever_the_cells_hold_a_row_gives_a_case_or_problems(cells: dict[str, Cell]) -> None:
    found = read_row(cells, 7, "cases.csv")

    assert (found.case is None) == bool(found.problems)


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("trusts.1.assets.1.value", "1.23E+06"),
        ("trusts.1.assets.1.value", "1e6"),
        ("trusts.1.assets.1.debt", "4E+05"),
        ("trusts.1.charitable.percent", "1E+01"),
        ("matter.number", "2.02603E+11"),
    ],
)
def test_a_number_that_a_spreadsheet_rounded_is_refused_at_its_row_and_column(column: str, written: str) -> None:
    (problem,) = read_row({"format": "1", "as_of": "2026-11-16", column: written}, 7, "cases.csv").problems

    assert problem.where == f"cases.csv:7: {column}"
    assert "exponent" in problem.what
    assert "write every digit" in problem.fix


def test_what_a_row_leaves_open_is_told_at_the_row_and_not_at_the_base() -> None:
    base = Base("base.yaml", b"format: 1\nas_of: 2026-11-16\ntrusts:\n- source: lifetime-agreement\n")

    reading = read_row({"decedent.name": "Bo Ray"}, 3, "cases.csv", base)

    assert reading.where("trusts[0].id") == "cases.csv:3: trusts.1.id"
    assert reading.where("trusts[0].source") == "base.yaml:4: trusts[0].source"
