"""Numbers counted again from styles and lists agree with numbers written by hand."""

import pytest
from lxml import etree

from assembler.check.numbering import format_number, label, label_in_context, number_paragraphs, read_numbering
from assembler.check.revisions import View, in_view
from assembler.check.styles import read_styles
from assembler.check.xml_events import read_stories
from check.small_docx import NUMBERING, STYLES, W, document, level, num, numbered, numbering, p, scheme, style


def numbers(body: str, lists: str = NUMBERING, styles: str = STYLES, whole: bool = False) -> list[str]:
    """Give the number of each paragraph, in full or as it stands; an empty text for none."""
    part = in_view(document(body).encode(), View.ACCEPTED).data
    story = read_stories("body", etree.fromstring(part), frozenset())[0]
    read_lists = read_numbering(lists.encode(), styles.encode())
    write = label_in_context if whole else label
    found = number_paragraphs(story, read_styles(styles.encode()), read_lists)
    return [write(number, read_lists) if number else "" for number in found]


def listed(num_id: int, *levels: int) -> str:
    return "".join(p("BodyText", "x", more=numbered(num_id, at)) for at in levels)


def in_styles(*names: str) -> str:
    return "".join(p(name, "x") for name in names)


AGREEMENT = (
    "Recital", "Recital", "Heading1", "Heading2", "BodyText", "Heading2", "ListNumber", "ListNumber2", "ListNumber2",
    "ListNumber", "Heading2", "ListNumber", "Heading1", "Heading2", "ScheduleHeading", "ScheduleHeading",
)  # fmt: skip


def test_an_agreement_is_numbered_through_its_styles() -> None:
    assert numbers(in_styles(*AGREEMENT)) == [
        "A.", "B.", "Article 1", "1.1", "", "1.2", "(a)", "(i)", "(ii)", "(b)", "1.3", "(a)", "Article 2", "2.1",
        "Schedule A", "Schedule B",
    ]  # fmt: skip


def test_a_number_in_full_carries_the_levels_its_own_text_leaves_out() -> None:
    assert numbers(in_styles(*AGREEMENT), whole=True)[2:12] == [
        "Article 1", "1.1", "", "1.2", "1.2(a)", "1.2(a)(i)", "1.2(a)(ii)", "1.2(b)", "1.3", "1.3(a)",
    ]  # fmt: skip


OUTLINE = scheme(0, level(0, "decimal", "%1."), level(1, "upperRoman", "%1.%2"), level(2, "lowerLetter", "%1.%2.%3"))


def test_a_level_starts_again_after_any_level_above_it() -> None:
    found = numbers(listed(1, 0, 1, 1, 2, 2, 1, 2, 0, 2, 1), numbering(OUTLINE, num(1, 0)))
    assert found == ["1.", "1.I", "1.II", "1.II.a", "1.II.b", "1.III", "1.III.a", "2.", "2.I.a", "2.I"]


def test_a_level_may_never_start_again() -> None:
    second = level(1, "decimal", "%2", more='<w:lvlRestart w:val="0"/>')
    lists = numbering(scheme(0, level(0, "decimal", "%1"), second), num(1, 0))
    assert numbers(listed(1, 0, 1, 1, 0, 1), lists) == ["1", "1", "2", "2", "3"]


def test_a_level_may_start_again_only_after_a_higher_one() -> None:
    third = level(2, "decimal", "%3", more='<w:lvlRestart w:val="1"/>')
    lists = numbering(scheme(0, level(0, "decimal", "%1"), level(1, "decimal", "%2"), third), num(1, 0))
    assert numbers(listed(1, 0, 1, 2, 1, 2, 0, 1, 2), lists) == ["1", "1", "1", "2", "2", "2", "1", "1"]


def test_a_list_that_sets_its_start_begins_there_once() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering(OUTLINE, num(1, 0), num(2, 0, start))
    body = listed(1, 0, 0) + listed(2, 0, 0) + listed(1, 0)
    assert numbers(body, lists) == ["1.", "2.", "5.", "6.", "7."]


def test_two_lists_over_one_scheme_count_on_together() -> None:
    assert numbers(listed(1, 0, 0) + listed(2, 0), numbering(OUTLINE, num(1, 0), num(2, 0))) == ["1.", "2.", "3."]


def test_two_schemes_count_apart() -> None:
    other = OUTLINE.replace('abstractNumId="0"', 'abstractNumId="1"')
    body = listed(1, 0) + listed(2, 0) + listed(1, 0)
    assert numbers(body, numbering(OUTLINE, other, num(1, 0), num(2, 1))) == ["1.", "1.", "2."]


def test_a_list_may_write_a_level_its_own_way() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "Part %1")}</w:lvlOverride>'
    assert numbers(listed(1, 0, 0), numbering(OUTLINE, num(1, 0, own))) == ["Part A", "Part B"]


def test_a_legal_level_shows_every_number_in_digits() -> None:
    legal = level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    lists = numbering(scheme(0, level(0, "upperRoman", "Article %1"), legal), num(1, 0))
    assert numbers(listed(1, 0, 0, 0, 0, 1), lists)[-2:] == ["Article IV", "4.1"]


def test_a_style_takes_its_list_and_level_from_what_it_is_based_on() -> None:
    styles = STYLES.replace("</w:styles>", style("Firm", "Firm Section", based_on="Heading2") + "</w:styles>")
    assert numbers(in_styles("Heading1", "Firm", "Firm"), styles=styles) == ["Article 1", "1.1", "1.2"]


def test_a_paragraph_may_leave_its_styles_list() -> None:
    out = p("Heading2", "x", more='<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert numbers(in_styles("Heading1", "Heading2") + out + in_styles("Heading2")) == ["Article 1", "1.1", "", "1.2"]


def test_a_paragraph_may_take_another_level_of_its_styles_list() -> None:
    deeper = p("ListNumber", "x", more='<w:numPr><w:ilvl w:val="3"/></w:numPr>')
    assert numbers(in_styles("Heading1", "Heading2", "ListNumber") + deeper) == ["Article 1", "1.1", "(a)", "(i)"]


def test_a_former_number_kept_as_a_tracked_change_does_not_count() -> None:
    change = f'<w:pPrChange w:id="8"><w:pPr><w:pStyle w:val="Heading1"/>{numbered(1, 0)}</w:pPr></w:pPrChange>'
    body = in_styles("Heading1") + p("BodyText", "x", more=change) + in_styles("Heading1")
    assert numbers(body) == ["Article 1", "", "Article 2"]


def test_a_scheme_may_be_that_of_a_numbering_style() -> None:
    linked = f'<w:abstractNum {W} w:abstractNumId="4"><w:numStyleLink w:val="House"/></w:abstractNum>'
    lists = numbering(OUTLINE, linked, num(1, 0), num(2, 4))
    house = style("House", "House", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
    assert numbers(listed(2, 0, 1), lists, STYLES.replace("</w:styles>", house + "</w:styles>")) == ["1.", "1.I"]


def test_a_bullet_is_no_number() -> None:
    assert numbers(listed(1, 0), numbering(scheme(0, level(0, "bullet", "•")), num(1, 0))) == [""]


@pytest.mark.parametrize(
    ("number", "written", "shown"),
    [
        (1, "upperLetter", "A"), (26, "upperLetter", "Z"), (27, "upperLetter", "AA"), (28, "lowerLetter", "bb"),
        (53, "upperLetter", "AAA"), (4, "lowerRoman", "iv"), (9, "upperRoman", "IX"), (44, "upperRoman", "XLIV"),
        (1999, "upperRoman", "MCMXCIX"), (7, "decimalZero", "07"), (12, "decimalZero", "12"), (1, "ordinal", "1st"),
        (2, "ordinal", "2nd"), (11, "ordinal", "11th"), (23, "ordinal", "23rd"), (3, "none", ""), (0, "decimal", "0"),
        (0, "lowerRoman", ""), (0, "upperLetter", ""),
    ],
)  # fmt: skip
def test_a_number_is_written_as_word_writes_it(number: int, written: str, shown: str) -> None:
    assert format_number(number, written) == shown
