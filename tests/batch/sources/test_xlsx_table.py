"""An XLSX of cases: cells as their questions want them, lists on sheets of their own, slips by their cells."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from assembler.batch.sources.paths import find_sources
from assembler.batch.sources.source import Source, read_case
from assembler.batch.sources.xlsx_sheet import open_sheets
from assembler.casefile import Reading
from assembler.problem import Problem

Rows = Sequence[Sequence[object]]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Give a function that writes `cases.xlsx`: the cases, and further sheets by their names."""

    def put(rows: Rows, formats: dict[str, str] | None = None, **sheets: Rows) -> Path:
        book = Workbook()
        for title, content in {"cases": rows, **sheets}.items():
            sheet = book.create_sheet(title.replace("_", "."))
            for row in content:
                sheet.append(list(row))
        del book["Sheet"]
        for cell, form in (formats or {}).items():
            book["cases"][cell].number_format = form
        path = tmp_path / "cases.xlsx"
        book.save(path)
        return path

    return put


def found(path: Path) -> list[Source | Problem]:
    return list(find_sources([str(path)], None))


def problems(path: Path) -> list[str]:
    return [
        f"{one.where.removeprefix(f'{path.parent}/')}: {one.what}" for one in found(path) if isinstance(one, Problem)
    ]


def readings(path: Path) -> list[Reading]:
    assert problems(path) == []
    return [read_case(one) for one in found(path) if isinstance(one, Source)]


def one(write: Write, column: str, value: object, form: str = "General") -> tuple[Any, list[str]]:
    """Read a workbook with one answer, and give its case with what is wrong."""
    (reading,) = readings(
        write([["as_of", column], [date(2026, 11, 21), value]], {"B2": form} if form != "General" else None)
    )
    return reading.case, [problem.what for problem in reading.problems]


def test_a_date_is_read_where_a_date_is_asked(write: Write) -> None:
    for value in (date(2026, 2, 11), datetime(2026, 2, 11), "2026-02-11"):
        case, wrong = one(write, "decedent.died", value, "General" if isinstance(value, str) else "m/d/yyyy")
        assert wrong == []
        assert case.decedent.died == date(2026, 2, 11)


def test_a_day_of_every_year_that_excel_made_a_date_of_is_read(write: Write) -> None:
    case, wrong = one(write, "trusts.1.tax_year_end", date(2026, 12, 31), "d-mmm")

    assert wrong == []
    assert case.trusts[0].tax_year_end == "12-31"


@pytest.mark.parametrize(
    ("value", "form", "read"),
    [
        (2730000.0, "#,##0.00", "2730000"),
        (0.1 + 0.2, "$#,##0.00", "0.3"),
        (204118.37, "General", "204118.37"),
        (1e14, "General", "100000000000000"),
        (0, "General", "0"),
    ],
)
def test_a_sum_is_read_in_full_whatever_its_format(write: Write, value: float, form: str, read: str) -> None:
    case, wrong = one(write, "trusts.1.assets.1.value", value, form)

    assert wrong == []
    assert str(case.trusts[0].assets[0].value) == read


def test_a_percentage_is_read_as_it_is_shown_and_only_where_one_is_asked(write: Write) -> None:
    case, wrong = one(write, "trusts.1.charitable.percent", 0.055, "0.0%")
    assert (wrong, str(case.trusts[0].charitable.percent)) == ([], "5.5")

    case, wrong = one(write, "trusts.1.charitable.percent", 5.5)
    assert (wrong, str(case.trusts[0].charitable.percent)) == ([], "5.5")

    _, wrong = one(write, "trusts.1.assets.1.value", 0.5, "0%")
    assert wrong == ["the cell B2 of the sheet `cases` holds a percentage, where another kind of answer is asked."]


@pytest.mark.parametrize(
    ("value", "form", "read"), [(12345, "General", "12345"), (2134, "00000", "02134"), (7, "@", "7")]
)
def test_a_number_is_a_text_where_a_text_is_asked(write: Write, value: int, form: str, read: str) -> None:
    case, wrong = one(write, "decedent.name", value, form)

    assert (wrong, case.decedent.name) == ([], read)


def test_a_number_that_excel_shows_otherwise_is_no_text(write: Write) -> None:
    _, wrong = one(write, "trusts.1.ein", 987654321, "00-0000000")

    assert wrong == [
        "the cell B2 of the sheet `cases` holds the number 987654321, and shows it in a way that only Excel knows."
    ]


def test_a_share_that_excel_made_a_date_of_is_reported(write: Write) -> None:
    _, wrong = one(write, "trusts.1.remainder.takers.1.share", date(2026, 1, 2), "d-mmm")

    assert wrong == [
        "the cell B2 of the sheet `cases` holds a date, where another kind of answer is asked; Excel makes 1/2 a date."
    ]


def test_a_truth_is_read_where_one_is_asked(write: Write) -> None:
    case, wrong = one(write, "spouse.is_us_citizen", False)
    assert (wrong, case.spouse.is_us_citizen) == ([], False)

    _, wrong = one(write, "decedent.name", True)
    assert wrong == ["the cell B2 of the sheet `cases` holds TRUE, where another kind of answer is asked."]


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (datetime(2026, 2, 11, 9, 30), "holds a time of day."),
        (time(9, 30), "holds a time of day."),
        ("=1+1", "holds a formula that no program has worked out."),
        ("#N/A", "holds the error #N/A."),
    ],
)
def test_a_cell_that_answers_nothing_is_named_with_its_sheet(write: Write, value: object, what: str) -> None:
    assert one(write, "decedent.died", value)[1] == [f"the cell B2 of the sheet `cases` {what}"]


def changed(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change each part of a workbook."""
    out = BytesIO()
    with ZipFile(path) as book, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in book.namelist():
            new.writestr(name, change(book.read(name)))
    path.write_bytes(out.getvalue())


FORMULA = re.compile(rb'<c r="B2"><f>1\+1</f><v ?/?>(?:</v>)?</c>')


def worked_out(path: Path, cell: bytes) -> Path:
    """Put the XML of a cell in the place of the formula, as Excel does when it has worked it out."""
    changed(path, lambda content: FORMULA.sub(cell, content))
    with ZipFile(path) as book:
        assert cell in book.read("xl/worksheets/sheet1.xml")
    return path


def test_a_sheet_that_says_it_is_smaller_is_read_whole(write: Write) -> None:
    path = write([["as_of", "decedent.name"], ["2026-11-21", "=1+1"], ["2026-11-21", "Eva"]])
    with ZipFile(path) as book:
        assert b'<dimension ref="A1:B3"' in book.read("xl/worksheets/sheet1.xml")
    changed(path, lambda content: content.replace(b'<dimension ref="A1:B3"', b'<dimension ref="A1:A2"'))

    assert [one.row for one in found(path) if isinstance(one, Source)] == [2, 3]
    assert readings(path)[1].where("decedent.name").endswith("cases.xlsx:3: decedent.name")


def test_a_formula_counts_with_the_value_that_excel_last_saw(write: Write) -> None:
    path = write([["as_of", "decedent.name"], ["2026-11-21", "=1+1"]])

    (reading,) = readings(worked_out(path, b'<c r="B2" t="str"><f>1+1</f><v>Ana</v></c>'))

    assert reading.case
    assert reading.case.decedent.name == "Ana"


def test_a_formula_that_gives_nothing_is_an_empty_cell(write: Write) -> None:
    path = write([["as_of", "decedent.name"], ["2026-11-21", "=1+1"]])

    (reading,) = readings(worked_out(path, b'<c r="B2" t="str"><f>1+1</f><v></v></c>'))

    assert reading.case
    assert reading.case.decedent.name is None


def test_line_ends_and_escapes_of_excel_are_read(write: Write) -> None:
    case, wrong = one(write, "spouse.address", "12 Elm_x000D_\nOhio")

    assert (wrong, case.spouse.address) == ([], "12 Elm\nOhio")


def test_the_rows_of_a_further_sheet_follow_upon_the_items_of_the_first(write: Write) -> None:
    path = write(
        [["case", "as_of", "trusts.1.trustees.1.name"], ["Ana", "2026-11-21", "A"], ["Eva", "2026-11-21", None]],
        trusts_1_trustees=[["name", "case"], ["B", "Eva"], ["C", " Ana "], ["D", "Ana"]],
    )

    cases = [reading.case for reading in readings(path)]

    trustees = [[one.name for one in case.trusts[0].trustees or ()] for case in cases if case]
    assert trustees == [["A", "C", "D"], ["B"]]


def test_lists_within_lists_are_joined_in_any_order_of_sheets(write: Write) -> None:
    path = write(
        [["matter.number", "as_of"], ["12", "2026-11-21"]],
        trusts_2_assets=[["case", "id"], [12, "land"]],
        trusts=[["case", "id", "security.permitted"], ["12", "a", "bond"], ["12", "b", "bond; letter-of-credit"]],
    )

    (reading,) = readings(path)

    assert reading.case
    assert [one.id for one in reading.case.trusts] == ["a", "b"]
    assert [one.id for one in reading.case.trusts[1].assets or ()] == ["land"]


def test_an_item_of_a_case_that_is_not_there_is_reported(write: Write) -> None:
    path = write([["case", "as_of"], ["Ana", "2026-11-21"]], executor=[["case", "name"], ["Ena", "B"], [None, "C"]])

    assert problems(path) == [
        "cases.xlsx:executor:2: no case is called `Ena`.",
        "cases.xlsx:executor:3: the row does not say whose it is.",
    ]


def test_the_headings_of_all_sheets_are_reported_at_once(write: Write) -> None:
    path = write(
        [["case", "as_off"], ["Ana", "2026-11-21"]],
        executor=[["case", "nmae"], ["Ana", "B"]],
        gifts=[["amount"], [1]],
        assets=[["case", "id"]],
    )

    assert problems(path) == [
        "cases.xlsx:1: the column `as_off` is not a question we ask.",
        "cases.xlsx:executor:1: the column `nmae` is not a question we ask.",
        "cases.xlsx:gifts:1: the column `amount` is not a question we ask.",
        "cases.xlsx:assets: the sheet `assets` is not a list of the case file.",
    ]


def test_a_further_sheet_says_whose_its_rows_are(write: Write) -> None:
    assert problems(write([["as_of"], ["2026-11-21"]], executor=[["name"], ["B"]])) == [
        "cases.xlsx:executor: the sheet has no column `case`."
    ]


def test_blank_sheets_and_notes_are_left_alone(write: Write) -> None:
    sheets: dict[str, Rows] = {"Sheet2": [], "# to do": [["call Ana"]]}

    assert len(readings(write([["as_of"], ["2026-11-21"]], **sheets))) == 1


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1", b"as_of\n2026-11-21\n"])
def test_what_is_no_workbook_is_reported(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "cases.xlsx"
    path.write_bytes(data)

    (problem,) = found(path)

    assert isinstance(problem, Problem)
    assert "Excel" in problem.fix


@settings(max_examples=30)
@given(st.data())
def test_no_bytes_in_a_workbook_raise_anything(write: Write, data: st.DataObject) -> None:
    path = write([["case", "as_of"], ["Ana", "2026-11-21"]], executor=[["case", "name"], ["Ana", "B"]])
    out = BytesIO()
    with ZipFile(path) as book, ZipFile(out, "w") as damaged_book:
        names = book.namelist()
        damaged = data.draw(st.sampled_from(names))
        for name in names:
            content = book.read(name)
            at = data.draw(st.integers(0, len(content))) if name == damaged else len(content)
            damaged_book.writestr(name, content[:at] + (data.draw(st.binary(max_size=9)) if name == damaged else b""))
    path.write_bytes(out.getvalue())

    for one in find_sources([str(path)], None):
        assert isinstance(one, Problem) or read_case(one)


VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**17), 10**17), st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1)), st.datetimes(datetime(1900, 3, 1)), st.times(),
    st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=9),
)  # fmt: skip


@settings(max_examples=30)
@given(values=st.lists(VALUE, min_size=6, max_size=6))
def test_no_values_in_cells_raise_anything(write: Write, values: list[object]) -> None:
    columns = [
        "case",
        "as_of",
        "decedent.name",
        "spouse.is_us_citizen",
        "trusts.1.assets.1.value",
        "trusts.1.tax_year_end",
    ]
    path = write([columns, values])

    for one in find_sources([str(path)], None):
        assert isinstance(one, Problem) or read_case(one)


def test_merged_cells_that_reach_into_a_question_are_reported_before_anything_is_drafted(write: Write) -> None:
    path = write(
        [["case", "as_of", "# notes"], ["Ana", "2026-11-21", "call"], ["Eva", None, None]],
        executor=[["case", "name"], ["Ana", "B"], [None, "C"]],
    )
    book = load_workbook(path)
    book["cases"].merge_cells("B2:B3")
    book["cases"].merge_cells("C2:C3")
    book["executor"].merge_cells("A2:A3")
    book.save(path)

    assert problems(path) == [
        "cases.xlsx: the cells B2:B3 of the sheet `cases` are merged, and only B2 answers.",
        "cases.xlsx:executor: the cells A2:A3 of the sheet `executor` are merged, and only A2 answers.",
    ]
    assert len(found(path)) == 2


def test_merged_cells_are_found_wherever_they_lie_in_the_part_of_a_sheet(write: Write) -> None:
    path = write([["case", "as_of"], ["Ana", "2026-11-21"]])
    groups = [f"B{number}:B{number + 1}" for number in range(2, 100_000, 2)]  # more than is read at once
    parts = "".join(f'<mergeCell ref="{group}"/>' for group in groups)
    changed(path, lambda part: part.replace(b"</sheetData>", f"</sheetData><mergeCells>{parts}</mergeCells>".encode()))

    with path.open("rb") as file:
        (sheet,) = open_sheets(file)
        assert list(sheet.merged_in({2})) == groups


def test_the_cases_are_on_the_first_sheet_that_shows_and_is_no_note(write: Write) -> None:
    path = write([["as_of"], ["2026-11-21"]])
    book = load_workbook(path)
    book.create_sheet("# read me", 0).append(["Fill in the sheet `cases`."])
    book.create_sheet("executor", 0).sheet_state = "hidden"
    book.save(path)

    assert len(readings(path)) == 1


def test_a_sheet_that_is_no_list_is_reported_also_where_it_is_hidden(write: Write) -> None:
    path = write([["as_of"], ["2026-11-21"]])
    book = load_workbook(path)
    for place, (title, state) in enumerate([("Countries", "hidden"), ("Remarks", "visible")]):
        sheet = book.create_sheet(title, place and 9)
        sheet.append(["Portugal"])
        sheet.sheet_state = state
    book.save(path)

    assert problems(path) == [
        "cases.xlsx:Countries: the hidden sheet `Countries` is not a list of the case file.",
        "cases.xlsx:Remarks: the sheet `Remarks` is not a list of the case file.",
    ]
    assert all(one.fix.endswith("begin its name with `#`.") for one in found(path) if isinstance(one, Problem))


def test_a_list_before_the_cases_is_reported_as_that(write: Write) -> None:
    path = write([["as_of"], ["2026-11-21"]], executor=[["case", "name"], ["Ana", "B"]])
    book = load_workbook(path)
    book.move_sheet("executor", -1)
    book.save(path)

    assert problems(path)[0] == (
        "cases.xlsx: the first sheet is `executor`, which is a list; the first sheet is for the cases."
    )


def test_a_title_above_the_headings_is_reported_with_where_the_headings_belong(write: Write) -> None:
    (problem,) = found(write([["QDOT families"], [None], ["case", "as_of"], ["Ana", "2026-11-21"]]))

    assert isinstance(problem, Problem)
    assert problem.fix.endswith("delete what stands above them.")


@pytest.mark.parametrize("name", ["Total", "TOTALS", "Grand total:", "sum"])
def test_a_row_of_sums_is_no_case(write: Write, name: str) -> None:
    path = write([["case", "as_of", "trusts.1.assets.1.value"], ["Totaro", "2026-11-21", 7], [name, None, 7]])

    assert problems(path) == [f"cases.xlsx:3: the row is called `{name}`; sums are no case."]
    assert [one.name for one in found(path) if isinstance(one, Source)] == ["Totaro"]


def test_a_problem_with_an_item_stands_at_the_row_of_its_own_sheet(write: Write) -> None:
    path = write(
        [["case", "as_of"], ["Kim", "2026-11-21"], ["Lee", "2026-11-21"]],
        trusts=[["case", "id"], ["Lee", "share"]],
        trusts_1_assets=[["case", "value", "kind"], ["Kim", "7", "cash"], ["Lee", "7", "cash"], ["Lee", "1,5", "csh"]],
    )
    (_, reading) = readings(path)

    assert [one.where.removeprefix(f"{path}:") for one in reading.problems] == [
        "trusts.1.assets:4: kind", "trusts.1.assets:4: value",
    ]  # fmt: skip
