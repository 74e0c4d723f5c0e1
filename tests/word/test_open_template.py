"""A firm's template is opened as it comes from Word; one that cannot serve is a problem, never a traceback."""

import io
import zipfile
from pathlib import Path

import pytest
from docx_files import DOCUMENT, RELATIONS, TYPES, W, docx, relations

from assembler.word import compile_template, open_template
from assembler.word.package import add_parts
from assembler.word.source_package import LARGEST


def problem_of(path: Path) -> str:
    template, problems = open_template(path)
    assert template is None
    (problem,) = problems
    assert problem.where == str(path)
    return problem.what


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert "not a Word document" in problem_of(tmp_path / "none.docx")
    assert "not a Word document" in problem_of(tmp_path)


@pytest.mark.parametrize("content", [b"", b"Dear Sir", b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_a_file_that_is_no_package_is_a_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "template.docx"
    path.write_bytes(content)

    assert "not a Word document" in problem_of(path)


@pytest.mark.parametrize("missing", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_package_that_is_no_document_is_a_problem(tmp_path: Path, missing: str) -> None:
    assert "not a Word document" in problem_of(docx(tmp_path, more={missing: None}))


def test_a_part_in_another_encoding_is_read_to_the_letter(tmp_path: Path) -> None:
    part = DOCUMENT.format("Zoë").encode("utf-16")
    template, problems = open_template(docx(tmp_path, more={"word/document.xml": part}))

    assert problems == ()
    assert template is not None
    assert "Zoë" in template.rendered["word/document.xml"]


def test_a_part_that_is_not_in_the_encoding_it_names_is_a_problem(tmp_path: Path) -> None:
    part = DOCUMENT.format("Zoë").encode("latin-1")

    assert "not a Word document" in problem_of(docx(tmp_path, more={"word/document.xml": part}))


def test_a_spoiled_package_is_a_problem(tmp_path: Path) -> None:
    path = docx(tmp_path)
    content = bytearray(path.read_bytes())
    at = content.index(b"<w:body>")
    content[at : at + 8] = b"<w:bodx>"
    path.write_bytes(content)

    assert "not a Word document" in problem_of(path)


def test_a_package_spoiled_where_it_is_compressed_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    with zipfile.ZipFile(docx(tmp_path)) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    with zipfile.ZipFile(path) as package:
        at = package.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    content = bytearray(path.read_bytes())
    content[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(content)

    assert "not a Word document" in problem_of(path)


def test_an_encrypted_package_is_a_problem(tmp_path: Path) -> None:
    path = docx(tmp_path)
    content = path.read_bytes()
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        parts = content.split(signature)
        marked = [part[: flags - 4] + bytes([part[flags - 4] | 1]) + part[flags - 3 :] for part in parts[1:]]
        content = signature.join([parts[0], *marked])
    path.write_bytes(content)

    assert "not a Word document" in problem_of(path)


def test_a_bomb_is_a_problem(tmp_path: Path) -> None:
    path = docx(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.bin", bytes(LARGEST))

    assert "64 MiB" in problem_of(path)


@pytest.mark.parametrize("document", ["Nothing here", "{{ legend }}"])
def test_a_template_without_a_place_for_the_text_is_a_problem(tmp_path: Path, document: str) -> None:
    bare = DOCUMENT.format(document).replace("{{p body }}", "")

    assert "no place" in problem_of(docx(tmp_path, document=bare))


@pytest.mark.parametrize("tag", ["{{p body }}", "{{p body}}", "{{p  body  }}"])
def test_the_place_of_the_text_may_be_spaced_in_any_way(tmp_path: Path, tag: str) -> None:
    template, problems = open_template(docx(tmp_path, document=DOCUMENT.format("Front").replace("{{p body }}", tag)))

    assert problems == ()
    assert template is not None
    assert "{{ body }}" in template.rendered["word/document.xml"]


@pytest.mark.parametrize("tag", ["{{ legend", "legend }}", "{% if legend", "{{ legend }} and {{ name }"])
def test_a_tag_left_open_is_a_problem_and_swallows_nothing(tmp_path: Path, tag: str) -> None:
    assert "is not closed" in problem_of(docx(tmp_path, front=tag))


def test_a_template_with_comments_of_its_own_is_a_problem(tmp_path: Path) -> None:
    more: dict[str, bytes | None] = {"word/_rels/document.xml.rels": relations(comments="comments.xml")}
    full = f'<w:comments xmlns:w="{W}"><w:comment w:id="0"/></w:comments>'.encode()

    assert "comments" in problem_of(docx(tmp_path, more={**more, "word/comments.xml": full}))


def test_the_part_that_deleted_comments_leave_is_left_behind(tmp_path: Path) -> None:
    more: dict[str, bytes | None] = {"word/_rels/document.xml.rels": relations(comments="comments.xml")}
    template, problems = open_template(docx(tmp_path, more={**more, "word/comments.xml": b"<comments/>"}))

    assert problems == ()
    assert template is not None
    assert "word/comments.xml" not in template.fixed
    assert b"comments" not in template.fixed["word/_rels/document.xml.rels"]


def test_headers_and_footers_are_rendered_too_and_the_rest_is_kept(tmp_path: Path) -> None:
    header, theme = f'<w:hdr xmlns:w="{W}">{{{{ legend }}}}</w:hdr>'.encode(), b"<a/>"
    more: dict[str, bytes | None] = {"word/kopfzeile.xml": header, "word/theme/theme1.xml": theme}
    more["word/_rels/document.xml.rels"] = relations(header="kopfzeile.xml", theme="theme/theme1.xml")
    template, _ = open_template(docx(tmp_path, more=more))

    assert template is not None
    assert "{{ legend }}" in template.rendered["word/kopfzeile.xml"]
    assert template.fixed["word/theme/theme1.xml"] == theme


def test_the_properties_of_whoever_made_the_template_are_left_behind(tmp_path: Path) -> None:
    types = TYPES.replace(
        "</Types>",
        '<Override PartName="/docProps/custom.xml" ContentType="application/x"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/y"/></Types>',
    )
    of_package = RELATIONS.replace(
        "</Relationships>",
        '<Relationship Id="rId8" Type="a" Target="docProps/custom.xml"/>'
        '<Relationship Id="rId9" Type="b" Target="docProps/core.xml"/></Relationships>',
    )
    more: dict[str, bytes | None] = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": of_package.encode(),
        "docProps/custom.xml": b"<p>client-4711</p>",
        "docProps/core.xml": b"<p>A former associate</p>",
        "customXml/item1.xml": b"<firm>client-4711</firm>",
        "word/_rels/document.xml.rels": relations(customXml="../customXml/item1.xml"),
    }
    template, _ = open_template(docx(tmp_path, more=more))
    assert template is not None
    made, problems = compile_template(template, "", "house.docx", {"legend"})
    assert problems == ()
    assert made is not None

    with zipfile.ZipFile(io.BytesIO(add_parts(made.packages[False, True, frozenset()], []))) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
        names = package.namelist()
        types, of_package = (package.read(name).decode() for name in ("[Content_Types].xml", "_rels/.rels"))
    assert b"client-4711" not in everything
    assert b"former associate" not in everything
    assert b"custom.xml" not in everything
    assert types.count("/docProps/core.xml") == of_package.count('"docProps/core.xml"') == 1
    assert "customXml/item1.xml" not in names
