"""No line ends between a label and its number, within a citation, or between a month and its day."""

import pytest

from assembler.composition import unbroken


@pytest.mark.parametrize(
    "words",
    [
        "see Section_5.1 of it",
        "sections_2056A and 2523",
        "Article_5 and Schedule_A",
        "on Form_706 and Form_706-QDT",
        "under 26_CFR_20.2056A-2 and 26_USC_2056A",
        "91_Fed. Reg._42659",
        "until April_15, on November_16, 2026",
        "of Table_S",
        "under chapter_11, in paragraph_(d)(1)",
    ],
)
def test_what_belongs_together_stays_on_a_line(words: str) -> None:
    assert unbroken(words.replace("_", " ")) == words.replace("_", "\u00a0")


@pytest.mark.parametrize("words", ["a Section that", "in the form a lawyer likes", "May I", "on March the third"])
def test_other_words_part_as_they_like(words: str) -> None:
    assert unbroken(words) == words


def test_a_label_at_the_end_belongs_to_the_number_that_follows_as_a_field() -> None:
    assert unbroken("as Section ") == "as Section\u00a0"
    assert unbroken("as the text ") == "as the text "
