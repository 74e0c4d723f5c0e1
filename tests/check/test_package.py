"""What is no document, or no safe one, is a problem and never a crash."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.shared import Inches
from lxml import etree
from small_docx import EXPECTED, PARTS, document, package, zipped

from assembler.check import check, structure


def reports(data: bytes) -> str:
    return "\n".join(map(str, structure(data, "draft.docx")))


def with_entry(name: str, data: bytes) -> bytes:
    return zipped({**PARTS, name: data})


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", package()[:900]])
def test_what_is_no_zip_is_no_word_document(data: bytes) -> None:
    assert "draft.docx: this is not a Word document" in reports(data)
    assert check(data, EXPECTED, "draft.docx") == structure(data, "draft.docx")


def test_a_bomb_is_not_unpacked() -> None:
    assert "unpacks to far more than a document holds" in reports(with_entry("word/media.xml", b"0" * 40_000_000))


def test_a_package_larger_than_any_document_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(2_001):
            archive.writestr(f"word/{number}.xml", "<a/>")
    assert "the package unpacks to more than any document of ours" in reports(out.getvalue())


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>' + document("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>")
    assert "word/document.xml: the document cannot be read" in reports(package(document=bomb))


def test_an_entity_does_not_read_a_file() -> None:
    entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    reach = package(document=entity + document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"))
    assert "document type declaration" in reports(reach)


def test_a_tree_of_great_depth_is_a_problem() -> None:
    assert "the document cannot be read" in reports(package(document=document("<w:p>" * 5000 + "</w:p>" * 5000)))


def test_a_part_held_twice_is_found() -> None:
    out = io.BytesIO(package())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/Styles.xml", PARTS["word/styles.xml"])
    assert "the package holds word/styles.xml 2 times" in reports(out.getvalue())


def test_an_encrypted_part_is_found() -> None:
    data = bytearray(package())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "[Content_Types].xml is encrypted" in reports(bytes(data))


def test_a_damaged_part_is_found() -> None:
    data = bytearray(package())
    at = data.index(b"word/styles.xml") + len("word/styles.xml")
    data[at + 20] ^= 0xFF
    assert "word/styles.xml cannot be unpacked" in reports(bytes(data))


@pytest.mark.parametrize("size", [5, 100_000_000])
def test_a_part_that_lies_about_its_size_is_found(size: int) -> None:
    assert reports(package()) == ""
    data = bytearray(package())
    name = data.rindex(b"word/styles.xml")
    data[name - 22 : name - 18] = size.to_bytes(4, "little")
    assert reports(bytes(data)) != ""


def test_a_part_that_is_known_and_has_another_checksum_is_found() -> None:
    assert reports(package()) == ""
    data = bytearray(package())
    data[data.rindex(b"word/styles.xml") - 30] ^= 0xFF
    assert "word/styles.xml cannot be unpacked" in reports(bytes(data))


def test_a_part_outside_the_package_is_found() -> None:
    assert "leaves the package" in reports(with_entry("../evil.xml", b"<a/>"))


def test_a_spreadsheet_is_no_document() -> None:
    assert "this is no Word document of the usual kind" in reports(package(document="<worksheet/>"))


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
    assert reports(out.getvalue()) == ""


def test_a_fault_in_a_document_that_python_docx_writes_is_found() -> None:
    real = docx.Document()
    real.add_paragraph("Dear {{ name }},")
    real.sections[0].header.paragraphs[0].text = "Matter None"
    out = io.BytesIO()
    real.save(out)
    found = reports(out.getvalue())
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
