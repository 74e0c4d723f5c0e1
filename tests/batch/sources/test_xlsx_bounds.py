"""A workbook is bounded before it is parsed."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from assembler.batch.sources.xlsx_bounds import excess


@pytest.mark.parametrize(
    ("strings", "said"), [(3_000_000, "packed more than"), (1, "")], ids=["without end", "as people write"]
)
def test_a_workbook_that_unpacks_without_end_is_refused_before_it_is_parsed(strings: int, said: str) -> None:
    book, plain, filled = Workbook(), BytesIO(), BytesIO()
    book.save(plain)
    with ZipFile(plain) as old, ZipFile(filled, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/more.xml", b"<sst>" + b"<si><t>x</t></si>" * strings + b"</sst>")

    found = excess(filled)

    assert said in found
    assert bool(found) is bool(said)
