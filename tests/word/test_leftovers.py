"""What an editor left in a template is told or cleaned away, and never goes into a paper."""

from pathlib import Path

import pytest
from docx_files import DOCUMENT, OFFICE, PACKAGE, W, docx, relations

from assembler.word import open_template
from assembler.word.template import Template

More = dict[str, bytes | None]
R = f"{OFFICE}/relationships"
INSERTED = '<w:ins w:id="1" w:author="Jane Paralegal"><w:r><w:t>Jones Family Trust</w:t></w:r></w:ins>'


def story(content: str) -> str:
    """Write a document with this content in front of the place of the text."""
    return DOCUMENT.format("Front").replace("<w:body>", f"<w:body>{content}")


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def opened(tmp_path: Path, content: str = "", more: More | None = None) -> Template:
    template, problems = open_template(docx(tmp_path, document=story(content), more=more))
    assert problems == ()
    assert template is not None
    return template


def told(tmp_path: Path, content: str = "", more: More | None = None) -> str:
    template, problems = open_template(docx(tmp_path, document=story(content), more=more))
    assert template is None
    (problem,) = problems
    assert problem.fix
    return str(problem)


def settings(content: str) -> More:
    return {
        "word/settings.xml": f'<w:settings xmlns:w="{W}" xmlns:r="{R}">{content}</w:settings>'.encode(),
        "word/_rels/document.xml.rels": relations(settings="settings.xml"),
    }


@pytest.mark.parametrize(
    "content",
    [
        paragraph(INSERTED),
        paragraph('<w:del w:id="1" w:author="Jane Paralegal"><w:r><w:delText>Jones</w:delText></w:r></w:del>'),
        paragraph("", '<w:rPr><w:ins w:id="1" w:author="Jane Paralegal"/></w:rPr>'),
        paragraph("", '<w:pPrChange w:id="1" w:author="Jane Paralegal"><w:pPr/></w:pPrChange>'),
        paragraph('<w:moveTo w:id="1" w:author="Jane Paralegal"><w:r><w:t>Jones</w:t></w:r></w:moveTo>'),
    ],
)
def test_tracked_changes_are_told(tmp_path: Path, content: str) -> None:
    words = told(tmp_path, content)

    assert "tracked changes by Jane Paralegal" in words
    assert "Accept All Changes" in words


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes", "styles"])
def test_tracked_changes_anywhere_are_told(tmp_path: Path, kind: str) -> None:
    part = f'<w:x xmlns:w="{W}">{paragraph(INSERTED)}</w:x>'.encode()
    more: More = {"word/part.xml": part, "word/_rels/document.xml.rels": relations(**{kind: "part.xml"})}

    assert "tracked changes" in told(tmp_path, more=more)


def test_a_field_that_counts_pages_is_kept(tmp_path: Path) -> None:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    assert "PAGE" in opened(tmp_path, paragraph(field)).rendered["word/document.xml"]


def test_a_control_keeps_what_it_shows_and_is_bound_to_nothing(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/title" w:storeItemID="{x}"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>{{ trust_name }}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    document = opened(tmp_path, paragraph(control)).rendered["word/document.xml"]

    assert "dataBinding" not in document
    assert "{{ trust_name }}" in document


@pytest.mark.parametrize(
    "setting",
    ["mailMerge", "attachedTemplate", "rsids", "trackRevisions", "docVars", "updateFields", "writeProtection"],
)
def test_settings_of_the_template_s_own_life_are_left_behind(tmp_path: Path, setting: str) -> None:
    kept = opened(tmp_path, more=settings(f"<w:{setting}/><w:defaultTabStop/>")).fixed["word/settings.xml"]

    assert setting.encode() not in kept
    assert b"defaultTabStop" in kept


def test_where_the_template_lay_is_left_behind(tmp_path: Path) -> None:
    lay = 'Target="file:///C:/Jones/x.dotm" TargetMode="External"'
    path = f'<Relationship Id="rId1" Type="{R}/attachedTemplate" {lay}/>'
    more = settings('<w:attachedTemplate r:id="rId1"/>')
    more["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{path}</Relationships>'.encode()
    )
    template = opened(tmp_path, more=more)

    assert b"Jones" not in b"".join(template.fixed.values())


def test_who_edited_when_is_left_behind(tmp_path: Path) -> None:
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    marked = f'<w:p xmlns:w14="{w14}" w:rsidR="00AB12CD" w14:paraId="12345678"><w:proofErr w:type="spellStart"/></w:p>'
    document = opened(tmp_path, marked).rendered["word/document.xml"]

    assert not any(mark in document for mark in ("00AB12CD", "12345678", "proofErr"))


@pytest.mark.parametrize("kind", ["customXml", "people", "glossaryDocument", "printerSettings", "commentsExtended"])
def test_parts_that_are_no_part_of_the_look_are_left_behind(tmp_path: Path, kind: str) -> None:
    more: More = {"word/left.xml": b"<a>Jones</a>", "word/_rels/document.xml.rels": relations(**{kind: "left.xml"})}
    template = opened(tmp_path, more=more)

    assert "word/left.xml" not in template.fixed
    assert b"left.xml" not in template.fixed["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    ("kind", "what"),
    [("vbaProject", "macros"), ("oleObject", "object"), ("aFChunk", "another document"), ("control", "ActiveX")],
)
def test_parts_that_no_paper_may_have_are_told(tmp_path: Path, kind: str, what: str) -> None:
    more: More = {"word/part.bin": b"x", "word/_rels/document.xml.rels": relations(**{kind: "part.bin"})}

    assert what in told(tmp_path, more=more)


def test_a_picture_that_lies_elsewhere_is_told(tmp_path: Path) -> None:
    elsewhere = b'Target="file:///S:/logo.png" TargetMode="External"'
    linked = relations(image="logo.png").replace(b'Target="logo.png"', elsewhere)

    assert "file:///S:/logo.png" in told(tmp_path, more={"word/_rels/document.xml.rels": linked})


def test_a_template_s_bookmarks_do_not_meet_ours(tmp_path: Path) -> None:
    marks = (
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
        '<w:bookmarkStart w:id="1" w:name="Address"/><w:bookmarkEnd w:id="1"/>'
    )
    document = opened(tmp_path, paragraph(marks)).rendered["word/document.xml"]

    assert "_GoBack" not in document
    assert document.count('w:id="1000001"') == 2


PLACES = ["{{p body }}", "{{ body }}", "{{body}}", "{{p  body}}"]


@pytest.mark.parametrize("tag", PLACES)
def test_the_text_takes_the_place_of_its_paragraph_however_its_tag_is_written(tmp_path: Path, tag: str) -> None:
    document = DOCUMENT.format("Front").replace("{{p body }}", tag)
    template, problems = open_template(docx(tmp_path, document=document))

    assert problems == ()
    assert template is not None
    assert "<w:p>{{ body }}" not in template.rendered["word/document.xml"]
    assert "<w:t>{{ body }}" not in template.rendered["word/document.xml"]
    assert "{{ body }}" in template.rendered["word/document.xml"]


def test_the_contents_do_too(tmp_path: Path) -> None:
    document = opened(tmp_path, paragraph("<w:r><w:t>{{ contents }}</w:t></w:r>")).rendered["word/document.xml"]

    assert "<w:t>{{ contents }}" not in document


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (paragraph("<w:r><w:t>Here: {{ contents }}</w:t></w:r>"), "words stand beside"),
        (paragraph("<w:r><w:t>{{p body }}</w:t></w:r>"), "more than once"),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('<w:r><w:t>{{p contents }}</w:t></w:r>')}</w:tc></w:tr></w:tbl>",
            "in a table or a text box",
        ),
    ],
)
def test_a_place_that_paragraphs_cannot_take_is_told(tmp_path: Path, content: str, what: str) -> None:
    assert what in told(tmp_path, content)


def test_a_section_that_ends_at_a_tag_still_ends_there(tmp_path: Path) -> None:
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    template = opened(tmp_path, paragraph("<w:r><w:t>{{p contents }}</w:t></w:r>", section))
    document = template.rendered["word/document.xml"]

    assert "w:sectPr" in document
    assert document.index("contents") < document.index("w:sectPr")


def test_a_part_that_defines_entities_is_told(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + DOCUMENT.format("&a;").partition("?>")[2]
    template, problems = open_template(docx(tmp_path, document=bomb))

    assert template is None
    assert "not a Word document" in problems[0].what


def test_a_part_that_is_lost_is_told(tmp_path: Path) -> None:
    more: More = {"word/_rels/document.xml.rels": relations(header="header1.xml")}

    assert "it lacks word/header1.xml" in told(tmp_path, more=more)
