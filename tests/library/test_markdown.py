"""The Markdown a clause may use, at its edges."""

import pytest

from assembler.library.markdown import faults


def found(body: str, *, table: bool = False, signs: bool = False) -> list[tuple[int, str]]:
    return [(fault.line, fault.what) for fault in faults(body, table=table, signs=signs)]


GOOD = """The **"Trustee"** means {{ trustee.name }} under *this* Section {{ ref("bond") }}.
A second line: 35 percent, $2,000,000, Müller & Söhne's, 26 CFR 20.2056A-2(d)(1)(i)(A) - so.

The lead-in is:

1. one, which goes on
   over a second line;
   1. nested, which goes on
      too; and
   2. nested; and
2. two.
10. ten has
    its words a column further:
    1. nested under ten.
"""


def test_paragraphs_and_one_list_of_two_levels_are_what_a_clause_may_have() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        ("", 1, "the clause has no words"),
        ("{% if large %}More.{% endif %}", 1, "the clause has template logic"),
        ("Words {# aside #}.", 1, "the clause has template logic"),
        ("Words.\nThe {{ name.", 2, "the clause has a brace that belongs to no field"),
        ("The {{ name | upper }}.", 1, "the clause has a brace that belongs to no field"),
        ("The {{ trustee.name.first }}.", 1, "the clause has a brace that belongs to no field"),
        ("The {{ ref(bond) }}.", 1, "the clause has a brace that belongs to no field"),
        ("The { name }.", 1, "the clause has a brace that belongs to no field"),
        ("# Heading\n\nWords.", 1, "the clause has a heading"),
        ("Heading\n=======", 2, "the clause has a heading"),
        ("- bullet", 1, "the clause has a bulleted list"),
        ("* bullet", 1, "the clause has a bulleted list"),
        ("Words.\n\n---\n\nWords.", 3, "the clause has a rule"),
        ("> quotation", 1, "the clause has a quotation block"),
        ("A <b>bold</b> word.", 1, "the clause has HTML"),
        ("See [the Code](https://example.org).", 1, "the clause has a link"),
        ("A `code` word.", 1, "the clause has a code mark"),
        ("By: ______", 1, "the clause has an underscore"),
        ("***both***", 1, "the clause has three stars together"),
        ("Words  \nmore.", 1, "the clause has a forced line break or an escape"),
        ("Words &amp; more.", 1, "the clause has an entity"),
        ("A **bold word.", 1, "bold or italic is opened and not closed"),
        ("One.\n\nAn *italic word.", 3, "bold or italic is opened and not closed"),
        ("| a | b |", 1, "the clause has a table"),
        ("```signature\nBy:\n```", 1, "the clause has a fenced block"),
        ("1) one", 1, "an item is numbered otherwise than `1.`"),
        ("2. two", 1, "the list does not begin with 1"),
        ("1. one\n2. two\n\nFloating text.", 4, "text stands after the list"),
        ("1. one\n\n   A second paragraph of the item.", 3, "text stands after the list"),
        ("1. one\nlazy", 2, "a line of an item is not under its words"),
        ("1. one\n   1. nested\n      1. too deep", 3, "an item stands at an indent of no list"),
        ("1. one\n  1. neither here nor there", 2, "an item stands at an indent of no list"),
        ("1. one\n   1. nested\n   back under one", 3, "a line of an item is not under its words"),
        ("    indented", 1, "a paragraph is indented"),
    ],
)
def test_everything_else_is_a_fault_with_its_line(body: str, line: int, what: str) -> None:
    assert (line, what) in found(body)


def test_a_second_list_stands_after_text_that_stands_after_the_first() -> None:
    assert found("1. one\n\nThen:\n\n1. again") == [(3, "text stands after the list")]


def test_names_sums_and_years_are_not_markdown() -> None:
    assert found("AT&T, O'Brien < Smith; #4 of 3 - 2 = 1; 5 * 3 * 1;\na year (1986). So it is.") == []


def test_a_schedule_may_have_one_table_of_fields() -> None:
    good = "The assets are:\n\n| No. | Property |\n| --- | :--- |\n| {{ asset.number }} | {{ asset.description }} |"

    assert found(good, table=True) == []
    assert found(good + "\n| {{ asset.number }} | two |", table=True) != []
    assert found(good.replace("| --- | :--- |\n", ""), table=True) != []
    assert found(good.replace(" | {{ asset.description }}", ""), table=True) != []
    assert found("No table at all.", table=True) != []


def test_a_signature_may_have_lines_to_sign_with_underscores_and_all() -> None:
    assert found("```signature\nBy:\n{{ trustee.name }}\nDate: __\n```", signs=True) == []
    assert found("```signature\nBy:\n", signs=True) == [(1, "the fenced block is not closed")]
    assert found("```signature\n{{ trustee.name\n```", signs=True) != []
    assert found("```python\nx\n```", signs=True) != []
