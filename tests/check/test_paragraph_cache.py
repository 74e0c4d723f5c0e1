"""A paragraph met before reads as it did the first time, and nothing hides behind one."""

import pytest

from assembler.check import paragraph_cache
from assembler.check.markup import parse
from assembler.check.paragraph_cache import parse_part
from assembler.check.story import Story
from assembler.check.xml_events import read_stories
from check.planted_faults import reports, structure
from check.small_docx import BODY, PARTS, STYLES, W, document, mark, of_body, p, run, simple, zipped

NONE: frozenset[str] = frozenset()
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"


def with_cache(data: bytes) -> list[Story]:
    part = parse_part(data, NONE)
    assert not isinstance(part, str)
    return read_stories("body", part.root, NONE, part.known)


def whole(data: bytes) -> list[Story]:
    root = parse(data)
    assert not isinstance(root, str)
    return read_stories("body", root, NONE)


BODIES = [
    BODY,
    p("BodyText", "one") + "<w:p/>" + mark(1, "x", p("BodyText", "two")),
    '<w:p w:rsidR="1"/><w:bookmarkStart w:id="1" w:name="x"/><w:p w:rsidR="2"><w:bookmarkEnd w:id="1"/></w:p>',
    p("BodyText", "before ", BOX.format(p("BodyText", "in the box") + p("BodyText", "and more")), " after"),
    TABLE.format(p("TableText", "a cell")) + p("BodyText", "after"),
    TABLE.format(p("TableText", "outside") + TABLE.format(p("TableText", "inside")) + "<w:p/>"),
    "<w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:r><w:t>a table where none may be</w:t></w:r></w:p>",
    p("BodyText", "one") + '<w:pPr><w:pStyle w:val="Stray"/></w:pPr>' + p("BodyText", "two"),
    "<w:sdt><w:sdtContent>" + p("BodyText", "in a control") + "</w:sdtContent></w:sdt>",
    '<w:del w:id="1">' + p("BodyText", "deleted whole") + "</w:del>" + p("BodyText", "kept"),
    f"<w:p><w:r><mc:Fallback xmlns:mc=\"urn:m\">{run('a')}</mc:Fallback></w:r></w:p>" + p("BodyText", "b"),
    f"<!-- {p('BodyText', 'not there')} -->" + p("BodyText", "there"),
    "<w:p><w:r><w:t><![CDATA[</w:p><w:p>]]></w:t></w:r></w:p>" + p("BodyText", "there"),
    f"<?word {p('BodyText', 'not there')} ?>" + p("BodyText", "there"),
    p("BodyText", "one") + "<known/>" + p("BodyText", "two"),
    p("BodyText", "one") + "<known>" + p("BodyText", "two", "<known/>") + "</known>",
    "<w:p><w:r><w:pict><w:txbxContent/></w:pict></w:r></w:p>" + p("BodyText", "after an empty box"),
    "<w:p><w:r><w:t>one</w:t></w:r></w:p ><w:p><w:r><w:t>two</w:t></w:r></w:p>",
    '<w:p w:x="a>b"><w:r><w:t>an odd attribute</w:t></w:r></w:p>' + p("BodyText", simple(" PAGE ", "3")),
    '<w:p xmlns:w="urn:other"><w:r><w:t>of another kind</w:t></w:r></w:p>' + p("BodyText", "of ours"),
    p("BodyText", "Ångström&#10;&lt;w:p&gt; سلمى 山田 &quot;") + p("BodyText", "two\nlines"),
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_a_part_reads_with_the_cache_as_it_does_whole_however_often(body: str) -> None:
    data = document(body).encode()
    assert [with_cache(data) for _ in range(3)] == [whole(data)] * 3


def test_paragraphs_met_before_are_taken_out_together_with_the_marks_between_them() -> None:
    data = document(p("BodyText", "one") + mark(1, "x", p("BodyText", "two")) + p("BodyText", "three")).encode()
    for _ in range(2):
        part = parse_part(data, NONE)
    assert not isinstance(part, str)
    assert [element.tag for element in part.root.iterdescendants()][1:] == ["known"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_part_in_any_encoding_reads_the_same(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>{document(p("BodyText", "Søn & Müller"))}'.encode(encoding)
    assert with_cache(data)[0].text == "Søn & Müller\n"


def test_a_part_reads_the_same_under_any_prefix() -> None:
    data = document(BODY)
    other = data.replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:").replace("xmlns:w", "xmlns:x")
    plain = data.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", f"{W} xmlns=")
    for text in (other, plain):
        assert with_cache(text.encode()) == whole(data.encode())


def test_a_known_paragraph_under_another_meaning_of_its_prefix_is_not_taken_for_it() -> None:
    known = p("BodyText", "The parties sign.")
    assert with_cache(document(known * 3).encode())[0].text == "The parties sign.\n" * 3
    ours = W.removeprefix("xmlns:w=")
    foreign = f'<d:document xmlns:d={ours} xmlns:w="urn:other"><d:body>{known * 3}</d:body></d:document>'.encode()
    assert with_cache(foreign)[0].text == "\n"
    within = document(f'{known}<x:body xmlns:x={ours} xmlns:w="urn:other">{known * 3}</x:body>{known}').encode()
    assert with_cache(within)[0].text == "The parties sign.\n" * 2


def test_a_part_with_a_prefix_and_without_reads_the_same() -> None:
    data = document(p("BodyText", "one") + p("BodyText", "two")).replace("<w:document", "<w:document xmlns='urn:other'")
    assert with_cache(data.encode())[0].text == "one\ntwo\n"


def test_a_known_paragraph_hides_its_words_when_its_style_does() -> None:
    body = p("BodyText", run("{{ hidden }}", '<w:rStyle w:val="Hid"/>'))
    style = '<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/>{}</w:style></w:styles>'
    shown = STYLES.replace("</w:styles>", style.format(""))
    hidden = STYLES.replace("</w:styles>", style.format("<w:rPr><w:vanish/></w:rPr>"))
    for _ in range(2):
        assert "{{ is left over" in structure(of_body(body, shown))
        assert structure(of_body(body, hidden)) == ""


@pytest.mark.parametrize("old", ["</w:r>", "</w:p>", "<w:p>", "<w:r>", '<w:t xml:space="preserve">', "</w:body>"])
def test_a_broken_place_among_known_paragraphs_is_found(old: str) -> None:
    for _ in range(2):
        assert reports(zipped(PARTS)) == ""
        for at in (PARTS["word/document.xml"].find(old), PARTS["word/document.xml"].rfind(old)):
            text = PARTS["word/document.xml"]
            spoiled = {**PARTS, "word/document.xml": text[:at] + text[at + len(old) :]}
            assert "the document cannot be read" in reports(zipped(spoiled))


def test_a_cache_that_is_full_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paragraph_cache, "MAX_PARAGRAPHS", 8)
    parts = [document("".join(p("BodyText", f"{n} of {part}") for n in range(5))).encode() for part in range(9)]
    read_anew = [with_cache(data) for data in parts]
    head = paragraph_cache._HEAD.match(parts[0])
    assert head is not None
    assert read_anew == [whole(data) for data in parts]
    assert len(paragraph_cache._cache(head[1], NONE)) <= 8 + 5
