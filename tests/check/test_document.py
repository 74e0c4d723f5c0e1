"""A document is read whoever wrote it, and one that cannot be read is a problem and never a crash."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.shared import Inches
from lxml import etree

from assembler.check import check
from check.planted_faults import MAIN, reports, structure
from check.small_docx import EXPECTED, PARTS, broken, package, zipped


def test_a_broken_main_part_is_a_problem() -> None:
    assert "the document cannot be read" in reports(broken(MAIN, "</w:body>", ""))


def test_a_missing_main_part_is_a_problem() -> None:
    parts = {name: text for name, text in PARTS.items() if name != MAIN}
    assert "word/document.xml: the document cannot be read (it is not there)" in reports(zipped(parts))


def test_a_spreadsheet_is_no_document() -> None:
    assert "this is no Word document of the usual kind" in structure(package(document="<worksheet/>"))


def test_a_document_that_python_docx_writes_passes() -> None:
    real = docx.Document()
    real.add_heading("Property", 1)
    real.add_paragraph("The Trust holds these things:")
    real.add_paragraph("a house", style="List Number")
    table = real.add_table(rows=2, cols=2, style="Table Grid")
    table.cell(0, 0).text = "Asset"
    table.cell(1, 1).text = "سلمى الحكيم and 山田 花子"
    real.sections[0].left_margin = Inches(1)
    real.sections[0].footer.paragraphs[0].text = "Draft"
    out = io.BytesIO()
    real.save(out)
    assert structure(out.getvalue()) == ""


def test_a_fault_in_a_document_that_python_docx_writes_is_found() -> None:
    real = docx.Document()
    real.add_paragraph("Dear {{ name }},")
    real.sections[0].header.paragraphs[0].text = "Matter None"
    out = io.BytesIO()
    real.save(out)
    found = structure(out.getvalue())
    assert "draft.docx: at “Dear {{ name }},”: a template's {{ is left over" in found
    assert "draft.docx: word/header1.xml: an empty value was written as None" in found


def without(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def without_attributes(element: etree._Element) -> None:
    element.attrib.clear()


def with_odd_attributes(element: etree._Element) -> None:
    for name in element.attrib:
        element.set(name, "-7")


@pytest.mark.parametrize("spoil", [without, without_attributes, with_odd_attributes])
@pytest.mark.parametrize("name", [name for name in PARTS if name != "word/document.xml"] + ["word/document.xml"])
def test_no_spoiled_element_stops_the_check(name: str, spoil: Callable[[etree._Element], None]) -> None:
    for number in range(1, len(list(etree.fromstring(PARTS[name]).iter()))):
        root = etree.fromstring(PARTS[name])
        spoil(list(root.iter())[number])
        check(zipped({**PARTS, name: etree.tostring(root)}), EXPECTED, "draft.docx")
