"""A clause's blocks become paragraphs in named styles, with room for marks at both ends."""

import pytest
from lxml import etree

from assembler.composition import Compiled
from assembler.composition.blocks import parse, parse_line
from assembler.composition.paragraphs import clause_paragraphs
from assembler.composition.plain_text import plain
from assembler.word.template_renderer import environment

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE = "The property is listed here.\n\n| No. | What |\n| - | --- |\n| {{ asset.number }} | {{ asset.kind }} |"
ASSETS = [{"number": "1", "kind": "Cash"}, {"number": "2", "kind": "Insurance"}]


def written(
    kind: str,
    body: str,
    title: str = "Title",
    each: str | None = None,
    rows: str | None = None,
    held: frozenset[str] = frozenset(),
    broken: frozenset[str] = frozenset(),
) -> etree._Element:
    """Write a clause with a bracket at either end, and parse it; ``held`` has its id if a signature comes next."""
    source = clause_paragraphs(kind, title, "one", 5, parse(body), each, rows, lambda block: block.picture)
    marks = {"before": {"one": "["}, "after": {"one": "]"}, "number": {"two": "1.2"}, "held": held, "broken": broken}
    settlors = [{"name": "Ana"}, {"name": "Bo"}]
    xml = environment().from_string(source).render(assets=ASSETS, settlors=settlors, name="Ana", **marks)
    return etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>'.encode())


def paragraphs(body: etree._Element) -> list[tuple[str, str]]:
    """Give each paragraph's style and everything in it that is text."""
    return [
        (p.findall(f".//{{{W}}}pStyle")[0].get(f"{{{W}}}val", ""), "".join(map(str, p.itertext())))
        for p in body.iter(f"{{{W}}}p")
    ]


def test_a_picture_has_the_whole_width_of_the_text_whatever_the_style() -> None:
    *_, picture = written("topic", "See:\n\n![what it shows](timeline)").iter(f"{{{W}}}p")

    (indent,) = picture.iter(f"{{{W}}}ind")
    assert {indent.get(f"{{{W}}}{side}") for side in ("left", "right", "firstLine")} == {"0"}


LISTED = "All of:\n\n1. one:\n   1. small; and\n2. two."


@pytest.mark.parametrize(
    ("kind", "styles"),
    [
        ("section", ["Heading2", "BodyText", "ListNumber", "ListNumber2", "ListNumber"]),
        ("definition", ["Definition", "DefinitionItem", "DefinitionItem2", "DefinitionItem"]),
        ("recital", ["Recital", "RecitalItem", "RecitalItem", "RecitalItem"]),
        ("passage", ["Passage", "SignatureItem", "SignatureItem", "SignatureItem"]),
        ("schedule", ["ScheduleHeading", "Passage", "ScheduleItem", "ScheduleItem", "ScheduleItem"]),
        ("signature", ["SignatureHeading", "Passage", "SignatureItem", "SignatureItem", "SignatureItem"]),
    ],
)
def test_each_kind_of_clause_has_its_styles(kind: str, styles: list[str]) -> None:
    assert [style for style, _ in paragraphs(written(kind, LISTED))] == styles


def test_a_second_paragraph_of_a_numbered_kind_takes_no_second_number() -> None:
    assert [style for style, _ in paragraphs(written("recital", "One.\n\nTwo."))] == ["Recital", "BodyText"]
    assert [style for style, _ in paragraphs(written("definition", "One.\n\nTwo."))] == ["Definition", "BodyText"]


def test_marks_stand_at_the_beginning_and_at_the_end() -> None:
    assert paragraphs(written("section", "One.\n\nTwo.")) == [
        ("Heading2", "[Title"),
        ("BodyText", "One."),
        ("BodyText", "Two.]"),
    ]


def test_a_clause_of_one_paragraph_has_both_marks_there() -> None:
    assert paragraphs(written("definition", "One.")) == [("Definition", "[One.]")]


def test_a_clause_that_ends_in_a_table_has_its_closing_mark_before_it() -> None:
    found = paragraphs(written("schedule", TABLE, rows="assets"))

    assert found[:2] == [("ScheduleHeading", "[Title"), ("Passage", "The property is listed here.]")]
    assert [text for _, text in found[2:]] == ["No.", "What", "1", "Cash", "2", "Insurance"]
    assert plain("one", parse_line("Title"), parse(TABLE), None, "assets").closing == 1


def test_a_table_has_a_heading_that_repeats_and_widths_in_proportion() -> None:
    body = written("schedule", TABLE, rows="assets")

    assert [column.get(f"{{{W}}}w") for column in body.iter(f"{{{W}}}gridCol")] == ["2340", "7020"]
    assert len(list(body.iter(f"{{{W}}}tblHeader"))) == 1
    assert len(list(body.iter(f"{{{W}}}tr"))) == 3


def test_a_table_takes_the_whole_width_and_breaks_no_word_of_its_heading() -> None:
    table = "| No. | Description |\n| - | ----------------------------- |\n| {{ asset.number }} | {{ asset.kind }} |"
    body = written("schedule", f"Listed.\n\n{table}", rows="assets")

    (whole,) = body.iter(f"{{{W}}}tblW")
    cells = [int(cell.get(f"{{{W}}}w", "0")) for cell in body.iter(f"{{{W}}}tcW")][:2]
    assert (whole.get(f"{{{W}}}type"), whole.get(f"{{{W}}}w")) == ("pct", "5000")
    assert cells[0] * 8000 / 5000 > 226 + 3 * 90
    assert 4998 <= sum(cells) <= 5000


def test_a_repeated_clause_has_its_marks_once() -> None:
    body = written("signature", "{{ settlor.name }} signs.\n\n```signature\n{{ settlor.name }}:\n```", each="settlors")

    assert paragraphs(body) == [
        ("SignatureHeading", "[Title"),
        ("Passage", "Ana signs."),
        ("SignatureLine", "Ana: "),
        ("SignatureHeading", "Title"),
        ("Passage", "Bo signs."),
        ("SignatureLine", "Bo: ]"),
    ]


def test_a_line_that_ends_in_a_colon_is_followed_by_a_rule_and_no_other_is() -> None:
    body = written("signature", "```signature\nBy:\n{{ name }}\nDate:\n```")
    tabs = [len(list(p.iter(f"{{{W}}}tab"))) for p in body.iter(f"{{{W}}}p")]

    assert tabs == [0, 1, 0, 1]


def test_a_line_of_underscores_is_a_rule_alone_with_the_name_close_below_it() -> None:
    body = written("signature", "```signature\n____\n{{ name }}\nDate:\n```")
    above = [spacing.get(f"{{{W}}}before") for spacing in body.iter(f"{{{W}}}spacing")]

    assert paragraphs(body)[1:] == [("SignatureLine", " "), ("SignatureLine", "Ana"), ("SignatureLine", "Date: ]")]
    assert above == ["400", "0", None]


def test_the_lines_of_an_address_stand_close_and_on_one_page() -> None:
    body = written("form", "```lines\n{{ name }}\n12 Quay Street\n```\n\nDear {{ name }}.")

    assert paragraphs(body) == [("FormText", "[Ana"), ("FormText", "12 Quay Street"), ("FormText", "Dear Ana.]")]
    assert kept(body) == [True, None, None]


def test_a_head_has_its_labels_in_a_column_and_what_has_none_under_the_words() -> None:
    first, second = written("form", "```head\nRe: Estate of {{ name }}\nThe trust\n```").iter(f"{{{W}}}p")

    assert [words.text for words in first.iter(f"{{{W}}}t")][-2:] == ["Re:", "Estate of Ana"]
    assert first.find(f".//{{{W}}}b") is not None
    assert [len(list(line.iterfind(f"{{{W}}}r/{{{W}}}tab"))) for line in (first, second)] == [1, 1]


def test_a_column_of_amounts_is_set_to_the_right_with_its_heading() -> None:
    body = written("schedule", TABLE.replace("| - | --- |", "| - | ---: |"), rows="assets")
    set_right = [paragraph.find(f".//{{{W}}}jc") is not None for paragraph in body.iter(f"{{{W}}}p")]

    assert set_right == [False, False, *(False, True) * 3]


def test_a_signature_block_stays_on_one_page_and_lets_the_next_go() -> None:
    body = written("signature", "Signed.\n\n```signature\nBy:\nDate:\n```")
    kept = [p.findall(f".//{{{W}}}keepNext") for p in body.iter(f"{{{W}}}p")]

    assert [k.get(f"{{{W}}}val", "1") for found in kept[1:] for k in found] == ["1", "0"]


def kept(body: etree._Element) -> list[bool | None]:
    """Say of each paragraph whether it stays with the next: by itself yes, by itself no, or as its style says."""
    marks = (p.find(f"{{{W}}}pPr/{{{W}}}keepNext") for p in body.iter(f"{{{W}}}p"))
    return [None if mark is None else mark.get(f"{{{W}}}val", "1") == "1" for mark in marks]


@pytest.mark.parametrize("words", ["All of:", "All of these, of which there are many. " * 20 + "They are:"])
def test_a_lead_in_stays_with_its_list_however_long_it_is(words: str) -> None:
    assert kept(written("passage", f"{words}\n\n1. one; and\n2. two."))[0] is True


def test_the_words_before_a_table_stay_with_it_and_its_last_row_with_the_one_before() -> None:
    body = written("schedule", TABLE, rows="assets")

    heading, words, *cells = kept(body)
    assert (heading, words) == (None, True)
    assert cells == [None, None, True, True, None, None]


def test_words_stay_with_a_signature_that_the_next_clause_begins_with() -> None:
    words, both = "They sign.", frozenset({"one"})

    assert kept(written("form", words)) == [None]
    assert kept(written("form", words, held=both)) == [True]
    assert kept(written("form", "```signature\nBy:\nDate:\n```")) == [None, False]
    assert kept(written("form", "```signature\nBy:\nDate:\n```", held=both)) == [None, None]
    assert kept(written("form", TABLE, rows="assets", held=both))[-2:] == [True, True]


def test_signatures_of_several_stay_together_below_the_words_they_sign() -> None:
    body = "```signature\n{{ settlor.name }}:\nDate:\n```"

    assert kept(written("form", body, each="settlors")) == [None, None, None, False]
    assert kept(written("form", body, each="settlors", held=frozenset({"one"}))) == [None] * 4


def test_a_clause_that_is_repeated_over_words_stays_with_what_follows_at_its_last_end_only() -> None:
    body = "{{ settlor.name }} signs."

    assert kept(written("form", body, each="settlors", held=frozenset({"one"}))) == [None, True]


def test_what_is_held_is_the_clause_before_a_signature() -> None:
    compiled = Compiled("", "", {}, signed=frozenset({"executor", "spouse"}))

    assert compiled.held(["terms", "perjury", "executor", "spouse"]) == {"perjury", "executor"}
    assert compiled.held(["terms", "notice"]) == frozenset()


def test_a_table_says_to_who_cannot_see_it_what_it_is_and_that_its_first_row_heads_it() -> None:
    body = written("schedule", TABLE, title='The Spouse\'s "Property" of 20.2056A-2', rows="assets")

    (caption,) = (one.get(f"{{{W}}}val") for one in body.iter(f"{{{W}}}tblCaption"))
    assert caption == 'The Spouse\'s "Property" of 20.2056A-2'
    assert [one.get(f"{{{W}}}firstRow") for one in body.iter(f"{{{W}}}tblLook")] == ["1"]


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Smith & Sons", "Smith & Sons"),
        ("A <b> title", "A <b> title"),
        ("{% if x %}", "{% if x %}"),
        ('The Spouse\'s "Trust"', "The Spouse’s “Trust”"),
        ("Acts of {{ name }}", "Acts of Ana"),
    ],
)
def test_a_title_reads_as_the_text_does(title: str, read: str) -> None:
    assert paragraphs(written("section", "Words.", title=title))[0] == ("Heading2", f"[{read}")


def test_a_reference_in_bold_is_a_field_between_runs() -> None:
    body = written("passage", 'see **Section {{ ref("two") }} now**')

    assert [(style, text.replace(" REF _Ref_two \\r \\h ", "")) for style, text in paragraphs(body)] == [
        ("Passage", "[see Section\u00a01.2 now]")
    ]
    assert [p.get(f"{{{W}}}fldCharType") for p in body.iter(f"{{{W}}}fldChar")] == ["begin", "separate", "end"]
    (instruction,) = body.iter(f"{{{W}}}instrText")
    assert instruction.text == " REF _Ref_two \\r \\h "
