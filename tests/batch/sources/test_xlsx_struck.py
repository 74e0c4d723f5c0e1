"""An answer of which Excel struck something out is told at its cell; other looks of letters mean nothing."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from assembler.batch.sources.paths import find_sources
from assembler.batch.sources.source import Source, read_case
from assembler.casefile import Reading

Rows = Sequence[Sequence[object]]


def readings(path: Path) -> list[Reading]:
    return [read_case(one) for one in find_sources([str(path)], None) if isinstance(one, Source)]


def test_an_answer_that_is_struck_out_is_told_at_its_cell(tmp_path: Path) -> None:
    path, book = tmp_path / "cases.xlsx", Workbook()
    sheet = book.create_sheet("cases", 0)
    for row in (["case", "as_of", "decedent.name"], ["Lee", "2026-11-21", "Ann Lee"], ["Kim", "2026-11-21", 7]):
        sheet.append(row)
    book["cases"]["C2"].font = book["cases"]["C3"].font = Font(strike=True)
    book.save(path)

    assert struck_in(path) == ["the cell C2 of the sheet `cases` is struck out.",
                               "the cell C3 of the sheet `cases` is struck out."]  # fmt: skip


@pytest.mark.parametrize("writer", ["excel", "openpyxl"])
def test_an_answer_that_is_struck_in_part_is_told_at_its_cell(writer: str, tmp_path: Path) -> None:
    path = tmp_path / "cases.xlsx"
    rows = [["case", "as_of", "decedent.name"], ["Kim", "2026-11-21", "Ann Lee"]]
    {"excel": as_excel_writes, "openpyxl": as_openpyxl_writes}[writer](path, rows)

    assert struck_in(path) == ["a part of the cell C3 of the sheet `cases` is struck out."]
    assert [reading.case is None for reading in readings(path)] == [False, True]


def struck_in(path: Path) -> list[str]:
    return [problem.what for reading in readings(path) for problem in reading.problems]


def as_excel_writes(path: Path, rows: Rows) -> None:
    """Write rows, and one with a text struck in part, as Excel does: texts in a part of their own."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("cases")
        for number, row in enumerate([*rows, ["Lee", "2026-11-21"]]):
            sheet.write_row(number, 0, row)
        sheet.write_rich_string(2, 2, "Ann ", book.add_format({"font_strikeout": True}), "Lee", " Kim")


def as_openpyxl_writes(path: Path, rows: Rows) -> None:
    """Write the same with the texts of several looks in the sheet itself."""
    book = Workbook()
    sheet = book.create_sheet("cases", 0)
    for row in [*rows, ["Lee", "2026-11-21", CellRichText("Ann ", TextBlock(InlineFont(strike=True), "Lee"))]]:
        sheet.append(list(row))
    book.save(path)


def test_an_answer_of_several_looks_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "cases.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("cases")
        sheet.write_row(0, 0, ["as_of", "decedent.name", "# done"])
        sheet.write_row(1, 0, ["2026-11-21"])
        sheet.write_rich_string(1, 1, "Ann ", book.add_format({"bold": True}), "Lee")
        sheet.write_string(1, 2, "no", book.add_format({"font_strikeout": True}))

    assert [reading.case and reading.case.decedent.name for reading in readings(path)] == ["Ann Lee"]
