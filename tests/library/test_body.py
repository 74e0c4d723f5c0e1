"""What is found in the body of a clause: fields, references, prose, probes."""

import pytest

from assembler.library.body import fields, holds, prose, references, searchable


def test_fields_and_references_are_listed_once_in_order() -> None:
    body = 'A {{ b }} {{ref("x-y")}} {{ asset.value }} {{ b }} {{ ref("a") }}.'

    assert fields(body) == ("b", "asset.value")
    assert references(body) == ("x-y", "a")


def test_prose_has_as_many_lines_as_the_body_and_no_marks() -> None:
    body = 'The **"Trustee"** means {{ trustee.name }}, *so* Section {{ ref("bond") }}.\n\n1. one; and\n   1. two.\n'

    text = prose(body)

    assert text.count("\n") == body.count("\n")
    assert "*" not in text
    assert "{{" not in text


def test_text_is_compared_without_case_spacing_marks_or_the_shape_of_an_apostrophe() -> None:
    text = searchable("The **Spouse’s**\n  Estate; {{ trust_name }}.\n1. UNTIL  after April 15")

    assert holds(text, "the spouse's estate")
    assert holds(text, "never | until after April 15")
    assert not holds(text, "trust_name")


@pytest.mark.parametrize(
    ("probe", "words", "expected"),
    [
        ("10 days", "within 110 days", False),
        ("10 days", "within 10 days.", True),
        ("2,000", "$2,000,000", False),
        ("$2,000,000", "more than $2,000,000, or", True),
        ("(d)(4)", "section 20.2056A-2(d)(4) of", True),
        ("2056A", "section 12056A", False),
        ("bond", "a bondsman", False),
    ],
)
def test_a_probe_is_whole_words_and_whole_numbers(probe: str, words: str, expected: bool) -> None:
    assert holds(searchable(words), probe) is expected
