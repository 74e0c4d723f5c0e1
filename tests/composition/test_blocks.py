"""A clause's Markdown becomes blocks; its fields are placeholders that nothing can break out of."""

import pytest

from assembler.composition.blocks import Block, Piece, Placeholder, Run, Stop, parse, typographic


def words(block: Block) -> str:
    """Give a block's words with its placeholders in angle brackets."""
    lines = ["".join(map(shown, (piece for run in line for piece in run.pieces))) for line in block.lines]
    return "\n".join(lines)


def shown(piece: Piece) -> str:
    if isinstance(piece, Stop):
        return "."
    return piece if isinstance(piece, str) else f"<{piece.field or 'ref ' + piece.reference}>"


def test_a_full_stop_after_a_field_goes_with_the_field() -> None:
    (block,) = parse("It is held by {{ trustee.name }}. The Trustee signs.")

    assert block.lines[0][0].pieces == (
        "It is held by ",
        Placeholder(field="trustee.name"),
        Stop(Placeholder(field="trustee.name")),
        " The Trustee signs.",
    )


def test_a_full_stop_after_a_reference_is_a_full_stop() -> None:
    (block,) = parse('under {{ ref("article-security") }}. Then')

    assert block.lines[0][0].pieces == ("under ", Placeholder(reference="article-security"), ". Then")


def test_a_paragraph_of_several_lines_is_one_line_of_words() -> None:
    (block,) = parse("The Trustee shall keep records.\nThe records stay in the State.")

    assert block.kind == "text"
    assert words(block) == "The Trustee shall keep records. The records stay in the State."
    assert len(block.lines[0]) == 1


def test_paragraphs_are_blocks_in_order() -> None:
    assert [words(block) for block in parse("One.\n\nTwo.\n\nThree.")] == ["One.", "Two.", "Three."]


def test_a_field_is_a_placeholder_among_the_words() -> None:
    (block,) = parse("{{ spouse_name }} holds it for {{trustee.name}} now.")

    pieces = block.lines[0][0].pieces
    assert pieces == (Placeholder(field="spouse_name"), " holds it for ", Placeholder(field="trustee.name"), " now.")


@pytest.mark.parametrize("written", ['{{ ref("right-to-withhold") }}', "{{ ref('right-to-withhold') }}"])
def test_a_reference_is_a_hole_of_its_own_kind(written: str) -> None:
    (block,) = parse(f"as Section {written} says")

    assert block.lines[0][0].pieces == ("as Section ", Placeholder(reference="right-to-withhold"), " says")


def test_bold_and_italic_are_runs_and_what_looks_alike_is_one_run() -> None:
    (block,) = parse("plain **bold {{ a }} bold** *italic* plain")

    assert block.lines[0] == (
        Run(("plain ",)),
        Run(("bold ", Placeholder(field="a"), " bold"), bold=True),
        Run((" ",)),
        Run(("italic",), italic=True),
        Run((" plain",)),
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('the "Trust" is', "the “Trust” is"),
        ("the Spouse's income", "the Spouse’s income"),
        ("the Trustees' office", "the Trustees’ office"),
        ('called "{{ trust_name }}" here', "called “<trust_name>” here"),
        ('{{ a }}\'s "{{ b }}"', "<a>’s “<b>”"),
        ("say 'so'", "say ‘so’"),
    ],
)
def test_straight_quotes_become_typographic_around_words_and_holes(written: str, read: str) -> None:
    (block,) = parse(written)

    assert words(block) == read


def test_a_bold_term_in_quotes_opens_and_closes_rightly() -> None:
    (block,) = parse('**"Bank Trustee"** means a bank.')

    assert block.lines[0] == (Run(("“Bank Trustee”",), bold=True), Run((" means a bank.",)))


@pytest.mark.parametrize("written", ["(c) and (r)", "a -- b", "etc...", "+-5", "http://irs.gov", "20.2056A-2(d)(1)(i)"])
def test_nothing_but_quotes_is_changed(written: str) -> None:
    (block,) = parse(written)

    assert words(block) == written


def test_a_list_has_two_levels() -> None:
    blocks = parse("either:\n\n1. an individual:\n   1. a citizen; and\n   2. at home here; or\n2. a corporation.")

    assert [(block.kind, words(block)) for block in blocks] == [
        ("text", "either:"),
        ("item", "an individual:"),
        ("subitem", "a citizen; and"),
        ("subitem", "at home here; or"),
        ("item", "a corporation."),
    ]


def test_an_item_of_several_lines_is_one_item() -> None:
    _, item = parse("all:\n\n1. the first\n   goes on; and")

    assert words(item) == "the first goes on; and"


def test_a_table_has_its_heading_its_row_and_widths_from_its_dashes() -> None:
    (block,) = parse("| No. | Property |\n| --- | --------- |\n| {{ asset.number }} | {{ asset.description }} |")

    assert block.kind == "table"
    assert block.lines == ((Run(("No.",)),), (Run(("Property",)),))
    cells = ("asset.number", "asset.description")
    assert block.row == tuple((Run((Placeholder(field=name),)),) for name in cells)
    assert block.widths == (3, 9)


def test_an_empty_cell_is_an_empty_line() -> None:
    (block,) = parse("| A | B |\n| - | - |\n| {{ a.b }} | |")

    assert block.row == ((Run((Placeholder(field="a.b"),)),), ())


def test_signature_lines_are_taken_as_they_stand() -> None:
    text, block = parse("Signed:\n\n```signature\nBy:\n\n  {{ trustee.name }}\n*Date*:\n```")

    assert text.kind == "text"
    assert block.kind == "signature"
    assert words(block) == "By:\n<trustee.name>\n*Date*:"


def test_a_title_has_the_apostrophes_of_the_text() -> None:
    assert typographic("The Spouse's Interest") == "The Spouse’s Interest"
    assert typographic("Trustees") == "Trustees"
