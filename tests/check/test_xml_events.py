"""A story is read as Word shows it."""

# ruff: noqa: E501 - one fault, one line

import pytest
from lxml import etree

from assembler.check.revisions import View, in_view
from assembler.check.story import Story
from assembler.check.xml_events import read_stories
from check.planted_faults import END_2, MAIN, Fault, found, planted
from check.small_docx import char, document, run

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def stories(body: str, hidden: frozenset[str] = frozenset()) -> list[Story]:
    part = in_view(document(body).encode(), View.ACCEPTED).data
    return read_stories("body", etree.fromstring(part), hidden)


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\vc"),
        ("<w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r>", "ab"),
        ('<w:r><w:t xml:space="preserve"> a </w:t></w:r>', " a "),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>", "a"),
        (run("a") + run("b", "<w:vanish/>") + run("c"), "ac"),
        (run("a") + run("b", '<w:vanish w:val="0"/>'), "ab"),
        (run("a") + run("b", '<w:rStyle w:val="Hid"/><w:highlight w:val="yellow"/>'), "a"),
        ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("a"), "a"),
        ('<w:del w:id="1"><w:r><w:delText>a</w:delText></w:r></w:del><w:ins w:id="2">' + run("b") + "</w:ins>", "b"),
        ('<w:moveFrom w:id="1">' + run("a") + '</w:moveFrom><w:moveTo w:id="2">' + run("b") + "</w:moveTo>", "b"),
        ("<w:r><w:t>vingt</w:t><w:noBreakHyphen/><w:t>deux</w:t></w:r>", "vingt\u2011deux"),
        (f"<w:r><mc:Fallback {MC}><w:t>a</w:t></mc:Fallback><w:t>b</w:t></w:r>", "b"),
        (char("begin") + run("instruction") + char("separate") + run("result") + char("end"), "result"),
    ],
)  # fmt: skip
def test_the_text_is_what_word_shows(inside: str, seen: str) -> None:
    assert stories(f"<w:p>{inside}</w:p>", frozenset({"Hid"}))[0].text == f"{seen}\n"


def test_a_text_box_is_a_story_of_its_own() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    body = f"<w:p>{run('before ')}{box}{run('after')}</w:p>"
    assert [story.text for story in stories(body)] == ["before after\n", "in the box\n"]


def test_a_range_may_end_at_the_start_of_the_next_paragraph() -> None:
    body = f'<w:bookmarkStart w:id="1" w:name="x"/><w:p>{run("a")}</w:p><w:p><w:bookmarkEnd w:id="1"/>{run("b")}</w:p>'
    story = stories(body)[0]
    assert story.text[story.bookmark_starts[0][1] : story.bookmark_ends[0][1]] == "a\n"


@planted(
    ("a cell holds no paragraph", MAIN, '<w:tc><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p></w:tc>', "<w:tc/>", "a table cell holds no paragraph"),
    ("deleted text stands as text", MAIN, END_2, '<w:p><w:del w:id="60"><w:r><w:t>gone</w:t></w:r></w:del></w:p>' + END_2, "“gone” is deleted, but stands as text"),
)  # fmt: skip
def test_xml_that_word_would_not_write_is_found(fault: Fault) -> None:
    assert fault.said in found(fault)
