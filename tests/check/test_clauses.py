"""The checker sees what a reader of the document sees."""

from dataclasses import replace

import pytest
from lxml import etree
from small_docx import EXPECTED, char, document, package, run

from assembler.check import check
from assembler.check.clauses import difference
from assembler.check.field_codes import instruction
from assembler.check.requirements import folded, holds
from assembler.check.xml_events import read

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def text(inside: str, hidden: frozenset[str] = frozenset()) -> str:
    return read("body", etree.fromstring(document(f"<w:p>{inside}</w:p>")), hidden)[0].text.removesuffix("\n")


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
        (char("begin") + run("order") + char("separate") + run("result") + char("end"), "result"),
    ],
)  # fmt: skip
def test_the_text_is_what_word_shows(inside: str, seen: str) -> None:
    assert text(inside, frozenset({"Hid"})) == seen


def test_a_text_box_is_a_story_of_its_own() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    stories = read("body", etree.fromstring(document(f"<w:p>{run('before ')}{box}{run('after')}</w:p>")), frozenset())
    assert [story.text for story in stories] == ["before after\n", "in the box\n"]


def test_a_range_may_end_at_the_start_of_the_next_paragraph() -> None:
    body = f'<w:bookmarkStart w:id="1" w:name="x"/><w:p>{run("a")}</w:p><w:p><w:bookmarkEnd w:id="1"/>{run("b")}</w:p>'
    story = read("body", etree.fromstring(document(body)), frozenset())[0]
    assert story.text[story.starts[0][1] : story.ends[0][1]] == "a\n"


@pytest.mark.parametrize(
    ("words", "probe", "held"),
    [
        ("the Right  to\nWITHHOLD the tax", "right to withhold", True),
        ("the right to withholding", "right to withhold", False),
        ("the Spouse's domicile", "spouse’s domicile", True),
        ("a domestic corporation", "individual citizen | domestic corporation", True),
        ("a foreign corporation", "individual citizen | domestic corporation", False),
        ("at most 35 percent", "35 percent", True),
        ("at most 135 percent", "35 percent", False),
        ("at most 0.35 percent", "35 percent", False),
        ("more than $2,000,000.", "$2,000,000", True),
        ("more than $2,000,000.00", "$2,000,000", True),
        ("more than $2,000,000.50", "$2,000,000", False),
        ("more than $12,000,000", "2,000,000", False),
        ("more than $2,000,000", "2,000", False),
        ("more than $2,000,000", "$2,000,000 or more", False),
        ("within 60 days, 600 days", "60 days", True),
        ("within 600 days", "60 day", False),
        ("section 2056A(a)(1)(B)", "2056a(a)(1)", True),
        ("anything", "", False),
    ],
)
def test_a_probe_is_found_as_whole_words(words: str, probe: str, held: bool) -> None:
    assert holds(folded(words), probe) is held


@pytest.mark.parametrize(
    ("found", "wanted", "said"),
    [
        (["a b"], ["a c"], "line 1 reads “a b”, and should read “a c”."),
        (["a"], ["a", "b"], "line 2 is missing; it should read “b”."),
        (["a", "b"], ["a"], "line 2 reads “b”, and should not be there."),
        (["a" * 90 + "b" * 90], ["a" * 90 + "c" * 90], f"reads “…{'a' * 25}{'b' * 35}…”, and should read “…aaa"),
    ],
)  # fmt: skip
def test_a_difference_is_said_at_its_place(found: list[str], wanted: list[str], said: str) -> None:
    assert said in difference(found, wanted)


def test_an_instruction_is_taken_apart() -> None:
    order = instruction(r' TOC \o "1-2" \h \z \t "Part Heading,1" ')
    assert (order.kind, order.switches) == ("TOC", {"o": "1-2", "h": "", "z": "", "t": "Part Heading,1"})
    order = instruction(r"REF _Ref_x \r \h \* MERGEFORMAT")
    assert (order.arguments, order.switches["*"]) == (("_Ref_x",), "MERGEFORMAT")
    assert instruction("  ").kind == ""


@pytest.mark.parametrize("name", ["محمد بن راشد", "山田 花子", "Søn & Co.", "Zoe\u0301 Li", "Ann-Mary O’Neil III"])
def test_a_name_split_over_runs_is_found(name: str) -> None:
    inside = "".join(run(letter) for letter in name)
    data = package(document=document(f"<w:p>{inside}</w:p>"))
    assert not any("the name" in p.what for p in check(data, replace(EXPECTED, names=(name,)), "draft.docx"))


@pytest.mark.parametrize("name", ["Ann Lee", "Zoé Li"])
def test_a_name_inside_a_longer_one_or_composed_otherwise_is_not(name: str) -> None:
    words = run("Joann Leeson and Zoe\u0301 Li")
    data = package(document=document(f"<w:p>{words}</w:p>"))
    assert any("the name" in p.what for p in check(data, replace(EXPECTED, names=(name,)), "draft.docx"))
