"""What is no package, or no safe one, is a problem and never a crash."""

# ruff: noqa: E501 - one fault, one line

import io
import zipfile

import pytest

from check.planted_faults import COMMENTS_PART, FOOTER_PART, Fault, found, planted, reports, structure
from check.small_docx import PARTS, document, package, zipped

MAIN_RELS = "word/_rels/document.xml.rels"


@planted(
    ("a part is broken", FOOTER_PART, "</w:ftr>", "", "the part is not well-formed XML"),
    ("a part declares a document type", COMMENTS_PART, "<w:comments", '<!DOCTYPE c [<!ENTITY a "b">]><w:comments', "document type declaration"),
    ("a part has no type", "[Content_Types].xml", "/word/footer1.xml", "/word/footer2.xml", "word/footer1.xml: no content type is declared"),
    ("a type has no part", "[Content_Types].xml", "/word/footer1.xml", "/word/footer2.xml", "word/footer2.xml: a content type is declared for a part that is not there"),
    ("a relationship's target is not there", MAIN_RELS, "footer1.xml", "footer3.xml", "leads to word/footer3.xml, which is not there"),
    ("two relationships share an id", MAIN_RELS, 'Id="rId4"', 'Id="rId5"', "two relationships are called rId5"),
)  # fmt: skip
def test_a_part_that_is_not_as_declared_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)


def with_entry(name: str, data: bytes) -> bytes:
    return zipped({**PARTS, name: data})


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", package()[:900]])
def test_what_is_no_zip_is_no_word_document(data: bytes) -> None:
    assert "draft.docx: this is not a Word document" in structure(data)
    assert reports(data) == structure(data)


def test_a_bomb_is_not_unpacked() -> None:
    assert "unpacks to far more than a document holds" in structure(with_entry("word/media.xml", b"0" * 40_000_000))


def test_a_package_larger_than_any_document_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(2_001):
            archive.writestr(f"word/{number}.xml", "<a/>")
    assert "the package unpacks to more than any document of ours" in structure(out.getvalue())


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>' + document("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>")
    assert "word/document.xml: the document cannot be read" in structure(package(document=bomb))


def test_an_entity_does_not_read_a_file() -> None:
    entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    reach = package(document=entity + document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"))
    assert "document type declaration" in structure(reach)


def test_a_tree_of_great_depth_is_a_problem() -> None:
    assert "the document cannot be read" in structure(package(document=document("<w:p>" * 5000 + "</w:p>" * 5000)))


def test_a_part_held_twice_is_found() -> None:
    out = io.BytesIO(package())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/Styles.xml", PARTS["word/styles.xml"])
    assert "the package holds word/styles.xml 2 times" in structure(out.getvalue())


def test_an_encrypted_part_is_found() -> None:
    data = bytearray(package())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "[Content_Types].xml is encrypted" in structure(bytes(data))


def test_a_damaged_part_is_found() -> None:
    data = bytearray(package())
    at = data.index(b"word/styles.xml") + len("word/styles.xml")
    data[at + 20] ^= 0xFF
    assert "word/styles.xml cannot be unpacked" in structure(bytes(data))


@pytest.mark.parametrize("size", [5, 100_000_000])
def test_a_part_that_lies_about_its_size_is_found(size: int) -> None:
    assert structure(package()) == ""
    data = bytearray(package())
    name = data.rindex(b"word/styles.xml")
    data[name - 22 : name - 18] = size.to_bytes(4, "little")
    assert structure(bytes(data)) != ""


def test_a_part_that_is_known_and_has_another_checksum_is_found() -> None:
    assert structure(package()) == ""
    data = bytearray(package())
    data[data.rindex(b"word/styles.xml") - 30] ^= 0xFF
    assert "word/styles.xml cannot be unpacked" in structure(bytes(data))


def test_a_part_outside_the_package_is_found() -> None:
    assert "leaves the package" in structure(with_entry("../evil.xml", b"<a/>"))
