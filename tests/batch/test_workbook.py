"""`summary.xlsx`, read back as a paralegal's Excel would read it."""

import gc
import os
import re
import resource
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from assembler.batch import workbook
from assembler.batch.result import Amount, Due, File, Point, Result, State
from assembler.problem import Problem

RETURN = Due(date(2027, 2, 22), "Estate tax return due", "estate", "Executor")
BOND = Due(date(2027, 2, 22), "Bond filed", "katz", "U.S. Trustee")
PAST = Due(date(2026, 3, 1), "Letter of credit renewed", "katz", "U.S. Trustee")
CITIZEN = Due(date(2027, 2, 21), "Naturalization", "estate", "Surviving spouse", is_duty=False)
REPORT = Due(date(2028, 4, 17), "Annual statement", "katz", "U.S. Trustee")

KATZ = Result(
    "katz",
    "cases/katz.yaml",
    State.DONE,
    files=tuple(File(name, "0" * 64) for name in ("katz-bond.docx", "katz-trust.unchecked.docx", "report.md")),
    amounts=(
        Amount("threshold value", "Katz Qualified Domestic Trust", Decimal("6420000.00"), "dollars"),
        Amount("foreign real property share", "Katz Qualified Domestic Trust", Decimal("34.90"), "percent"),
        Amount("Expected annuity term", "Pension", 42, "years"),
        Amount("last day to cure the excess", "Pension", "2027-12-31", "date"),
    ),
    dates=(PAST, CITIZEN, RETURN, BOND, REPORT),
    points=(Point("katz-bond.docx", 1, "the name of the surety", "client"),),
    as_of=date(2026, 11, 16),
    seconds=0.25,
)
TAKAHASHI = Result(
    "高橋-美咲",
    "cases/cases.csv:3",
    State.REFUSED,
    problems=(
        Problem("cases.csv:3: trusts[0].trustees", "the spouse is the sole trustee.", "name another.", "26 USC"),
    ),
)


def written(folder: Path, *results: Result, max_rows: int = 1000) -> openpyxl.Workbook:
    path = folder / "summary.xlsx"
    assert workbook.write(path, results, max_rows=max_rows) == ()
    return openpyxl.load_workbook(path)


def rows(book: openpyxl.Workbook, title: str) -> list[tuple[Any, ...]]:
    """Read a sheet's rows without its headings."""
    return list(book[title].iter_rows(min_row=2, values_only=True))


def test_a_case_has_a_row_that_says_how_it_stands(tmp_path: Path) -> None:
    deadlines = (
        "2027-02-22 Estate tax return due (Executor)\n"
        "2027-02-22 Bond filed (U.S. Trustee)\n"
        "2028-04-17 Annual statement (U.S. Trustee)"
    )

    assert rows(written(tmp_path, KATZ, TAKAHASHI), "Cases") == [
        ("katz", "cases/katz.yaml", "with open points", datetime(2026, 11, 16), 2, 1, 0, deadlines),
        ("高橋-美咲", "cases/cases.csv:3", "refused", None, 0, 0, 1, None),
    ]


def test_a_deadline_on_the_very_day_of_the_facts_is_the_next_and_one_the_day_before_is_not(tmp_path: Path) -> None:
    on, before = (replace(KATZ, as_of=day, dates=(RETURN,)) for day in (RETURN.day, date(2027, 2, 23)))

    shown = [row[7] for row in rows(written(tmp_path, on, before), "Cases")]
    assert shown == ["2027-02-22 Estate tax return due (Executor)", None]


def test_a_document_is_a_link_from_the_folder_of_the_workbook(tmp_path: Path) -> None:
    found = rows(written(tmp_path, KATZ), "Documents")

    assert found == [
        ("katz", '=HYPERLINK("katz/katz-bond.docx","katz-bond.docx")', "checked"),
        ("katz", '=HYPERLINK("katz/katz-trust.unchecked.docx","katz-trust.unchecked.docx")', "not checked"),
    ]


def test_a_link_shows_its_file_where_no_formula_is_computed(tmp_path: Path) -> None:
    written(tmp_path, KATZ)

    shown = openpyxl.load_workbook(tmp_path / "summary.xlsx", data_only=True)
    assert [row[1] for row in rows(shown, "Documents")] == ["katz-bond.docx", "katz-trust.unchecked.docx"]


def test_a_link_too_long_for_a_formula_stays_a_path(tmp_path: Path) -> None:
    long = replace(KATZ, files=(File(f"{'a' * 250}.docx", ""),))

    assert rows(written(tmp_path, long), "Documents")[0][1] == f"katz/{'a' * 250}.docx"


def test_amounts_are_numbers_to_the_cent_in_the_form_of_their_unit(tmp_path: Path) -> None:
    sheet = written(tmp_path, KATZ)["Amounts"]

    assert [(row[3].value, row[3].data_type, row[4].value) for row in sheet.iter_rows(min_row=2)] == [
        (6420000.00, "n", "dollars"),
        (34.9, "n", "percent"),
        (42, "n", "years"),
        (datetime(2027, 12, 31), "d", "date"),
    ]
    assert [row[3].number_format for row in sheet.iter_rows(min_row=2)] == [
        '"$"#,##0.00;-"$"#,##0.00',
        '0.00##"%"',
        "General",
        "yyyy-mm-dd",
    ]
    assert [row[2].value for row in sheet.iter_rows(min_row=2)][:2] == [
        "Threshold value",
        "Foreign real property share",
    ]


@pytest.mark.parametrize("written_as", ["0.01", "-0.07", "9999999999999.99", "1E+3", "0.10", "123456789012345"])
def test_no_cent_is_lost(written_as: str, tmp_path: Path) -> None:
    value = Decimal(written_as)
    (row,) = rows(written(tmp_path, replace(KATZ, amounts=(Amount("tax", "estate", value, "dollars"),))), "Amounts")

    assert Decimal(str(row[3])) == value


def test_a_number_with_more_digits_than_excel_keeps_stays_text(tmp_path: Path) -> None:
    amount = Amount("tax", "estate", Decimal("12345678901234.56"), "dollars")

    assert rows(written(tmp_path, replace(KATZ, amounts=(amount,))), "Amounts")[0][3] == "12345678901234.56"


def test_deadlines_points_and_problems_have_their_rows(tmp_path: Path) -> None:
    book = written(tmp_path, KATZ, TAKAHASHI)

    assert rows(book, "Deadlines")[:2] == [
        ("katz", datetime(2026, 3, 1), "Letter of credit renewed", "katz", "U.S. Trustee"),
        ("katz", datetime(2027, 2, 21), "Naturalization", "estate", "Surviving spouse"),
    ]
    assert rows(book, "Open points") == [("katz", "katz-bond.docx", 1, "the name of the surety", "client")]
    assert rows(book, "Problems") == [("高橋-美咲", *TAKAHASHI.problems[0])]


def test_a_problem_of_no_case_comes_last(tmp_path: Path) -> None:
    found = (Problem("cases/notes.docx", "it is no case.", "take it away."),)
    workbook.write(tmp_path / "summary.xlsx", [TAKAHASHI], found)

    shown = rows(openpyxl.load_workbook(tmp_path / "summary.xlsx"), "Problems")
    assert shown[1] == (None, "cases/notes.docx", "it is no case.", "take it away.", None)


@pytest.mark.parametrize("day", [date(1900, 3, 1), date(2400, 2, 29)])
def test_a_day_is_a_real_date(day: date, tmp_path: Path) -> None:
    (row,) = rows(written(tmp_path, replace(KATZ, dates=(replace(RETURN, day=day),))), "Deadlines")

    assert row[1] == datetime(day.year, day.month, day.day)


def test_a_day_that_excel_counts_wrongly_stays_text(tmp_path: Path) -> None:
    (row,) = rows(written(tmp_path, replace(KATZ, dates=(replace(RETURN, day=date(1900, 2, 28)),))), "Deadlines")

    assert row[1] == "1900-02-28"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\")", "#N/A", "\t=1", " two  blanks ",
             "O'Neil & Søns <Ltd>", "𝒜strid\nسارة", "TRUE", "2027-02-22"]
)  # fmt: skip
def test_text_is_never_anything_but_text(text: str, tmp_path: Path) -> None:
    cell = written(tmp_path, replace(KATZ, points=(Point("a.docx", 1, text, "client"),)))["Open points"]["D2"]

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


def test_characters_that_no_workbook_may_hold_are_marked(tmp_path: Path) -> None:
    point = Point("a.docx", 1, "bell\x07, half\ud800, none\uffff, _x0041_", "client")

    (row,) = rows(written(tmp_path, replace(KATZ, points=(point,))), "Open points")
    assert row[3] == "bell�, half�, none�, _x005F_x0041_"  # as Excel reads it: _x0041_


def test_text_that_looks_like_the_xml_of_a_cell_stays_text(tmp_path: Path) -> None:
    point = Point("a.docx", 1, "<r><t>O'Neil & Søns</r>", "client")

    (row,) = rows(written(tmp_path, replace(KATZ, points=(point,))), "Open points")
    assert row[3] == "<r><t>O'Neil & Søns</r> "


@pytest.mark.parametrize("character", ["a", "𝒜"])
def test_text_too_long_for_a_cell_is_cut_and_says_so(character: str, tmp_path: Path) -> None:
    points = tuple(
        Point("a.docx", 1, character * (length // len(character.encode("utf-16-le")) * 2), "")
        for length in (32767, 40000)
    )

    whole, cut = (row[3] for row in rows(written(tmp_path, replace(KATZ, points=points)), "Open points"))
    assert "…" not in whole
    assert cut.endswith(f"{character}…")
    assert len(cut.encode("utf-16-le")) / 2 <= 32767


def test_rows_that_excel_has_no_room_for_are_counted_in_its_last_row(tmp_path: Path) -> None:
    full = rows(written(tmp_path, KATZ, max_rows=7), "Deadlines")
    over = rows(written(tmp_path, KATZ, max_rows=5), "Deadlines")

    assert [row[2] for row in full] == [due.name for due in KATZ.dates]
    assert [row[2] for row in over[:3]] == [due.name for due in KATZ.dates[:3]]
    assert over[3][0] == "2 more rows are left out: a sheet has no room for them."
    assert len(over) == 4


@pytest.mark.parametrize("title", [sheet.title for sheet in workbook.SHEETS])
def test_every_sheet_is_ready_to_filter_and_to_print(title: str, tmp_path: Path) -> None:
    sheet = written(tmp_path, KATZ, TAKAHASHI)[title]

    assert all(cell.font.bold for cell in sheet[1])
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert sheet.auto_filter.ref == sheet.dimensions
    page = sheet.page_setup
    assert (page.orientation, page.fitToWidth or 1, page.fitToHeight) == ("landscape", 1, 0)  # it is 1 where not said
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "&A, page &P of &N"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_row_is_as_high_as_its_text(tmp_path: Path) -> None:
    texts = "one line", "a\nb\nc", "x" * 141, "高" * 40, "\n" * 40
    points = tuple(Point("a.docx", 1, text, "client") for text in texts)

    sheet = written(tmp_path, replace(KATZ, points=points))["Open points"]
    assert [sheet.row_dimensions[at].height for at in range(2, 7)] == [None, 45, 45, 30, 405]


def test_the_same_results_make_the_same_bytes_whatever_time_they_took(tmp_path: Path) -> None:
    for name, seconds in (("one", 0.1), ("two", 9.9)):
        workbook.write(tmp_path / name, [replace(KATZ, seconds=seconds), TAKAHASHI])

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with zipfile.ZipFile(tmp_path / "one") as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", package.read("docProps/core.xml"))) == {
            b"1980-01-01T00:00:00Z"
        }


def test_every_part_is_well_formed(tmp_path: Path) -> None:
    written(tmp_path, KATZ, TAKAHASHI)

    with zipfile.ZipFile(tmp_path / "summary.xlsx") as package:
        assert package.testzip() is None
        assert all(etree.fromstring(package.read(name)) is not None for name in package.namelist())


def test_a_batch_without_a_case_has_its_headings_alone(tmp_path: Path) -> None:
    book = written(tmp_path)

    assert book.sheetnames == ["Cases", "Documents", "Amounts", "Deadlines", "Open points", "Problems"]
    assert [sheet.max_row for sheet in book] == [1] * 6


def test_what_stood_before_stays_when_the_results_end_in_an_error(tmp_path: Path) -> None:
    def broken() -> Iterator[Result]:
        yield KATZ
        raise OSError(28, os.strerror(28))

    path = tmp_path / "summary.xlsx"
    path.write_bytes(b"before")

    (problem,) = workbook.write(path, broken())
    assert problem.what == "it cannot be written (No space left on device)."
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (b"before", ["summary.xlsx"])


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # XlsxWriter leaves files open
@pytest.mark.parametrize(("cases", "size"), [(100, 1_000), (1, 1_000), (1, 7_000)])
def test_what_stood_before_stays_when_there_is_no_room(cases: int, size: int, tmp_path: Path) -> None:
    path = tmp_path / "summary.xlsx"
    path.write_bytes(b"before")

    with files_no_larger_than(size):
        (problem,) = workbook.write(path, (replace(KATZ, name=f"katz-{one}") for one in range(cases)))
        gc.collect()  # a warning that comes then is a failure here
    assert problem.what == "it cannot be written (File too large)."
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (b"before", ["summary.xlsx"])


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_folder_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    (problem,) = workbook.write(tmp_path / "gone" / "summary.xlsx", [KATZ])

    assert problem.where == str(tmp_path / "gone" / "summary.xlsx")
    assert problem.what == "it cannot be written (No such file or directory)."


def test_hundreds_of_cases_need_hardly_more_memory_than_a_few(tmp_path: Path) -> None:
    few, many = (_peak(tmp_path / "summary.xlsx", number) for number in (20, 220))

    assert many - few < 200 * 1_000  # bytes a case: what the workbook itself takes, packed, and how high its rows are


def _other_dates(number: int) -> tuple[Due, ...]:
    return tuple(replace(due, subject=f"trust-{number}") for due in KATZ.dates)


def _peak(path: Path, number: int) -> int:
    """Write so many cases, and give the most bytes that Python had in hand meanwhile."""
    tracemalloc.start()
    workbook.write(path, (replace(KATZ, name=f"katz-{one}", dates=_other_dates(one)) for one in range(number)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most
