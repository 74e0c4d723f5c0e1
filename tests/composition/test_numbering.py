"""Headings are counted as Word counts the template's lists."""

import pytest

from assembler.check.numbering import format_number
from assembler.composition.blocks import Placeholder, parse
from assembler.composition.lead_words import fitted
from assembler.composition.numbering import Levels, labels, written
from assembler.composition.plain_text import plain
from assembler.word.levels import Level, StyleLevel

ONE, TWO = "Heading1", "Heading2"


def lists(one: Level, two: Level, schedules: Level = Level(text="Schedule %1")) -> Levels:  # noqa: B008
    return {
        ONE: StyleLevel("1", 0, (one, two)),
        TWO: StyleLevel("1", 1, (one, two)),
        "ScheduleHeading": StyleLevel("2", 0, (schedules,)),
    }


def numbers(levels: Levels, *styles: str) -> list[str]:
    return list(labels(styles, levels))


def test_sections_begin_anew_in_each_article() -> None:
    levels = lists(Level(text="Article %1"), Level(text="%1.%2"))

    assert numbers(levels, ONE, TWO, TWO, "PartHeading", ONE, TWO) == [
        "Article 1", "1.1", "1.2", "", "Article 2", "2.1",
    ]  # fmt: skip


def test_a_level_that_never_starts_again_counts_on() -> None:
    levels = lists(Level(text="Article %1"), Level(text="Section %2", restart=0))

    assert numbers(levels, ONE, TWO, ONE, TWO)[1::2] == ["Section 1", "Section 2"]


def test_a_list_begins_where_it_says() -> None:
    assert numbers(lists(Level(start=3, text="%1."), Level(start=0, text="%1.%2")), ONE, TWO) == ["3.", "3.0"]


def test_a_section_before_any_article_shows_where_articles_begin() -> None:
    assert numbers(lists(Level(text="%1"), Level(text="%1.%2")), TWO) == ["1.1"]


def test_legal_style_writes_digits_and_leaves_the_zero() -> None:
    levels = lists(Level(form="upperRoman", text="ARTICLE %1"), Level(form="decimalZero", text="%1.%2", is_legal=True))

    assert numbers(levels, ONE, ONE, ONE, ONE, TWO)[3:] == ["ARTICLE IV", "4.01"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "upperRoman", "IV"), (49, "lowerRoman", "xlix"), (90, "upperRoman", "XC"), (26, "upperLetter", "Z"),
        (27, "upperLetter", "AA"), (53, "lowerLetter", "aaa"), (9, "decimalZero", "09"), (10, "decimalZero", "10"),
        (1, "ordinal", "1st"), (12, "ordinal", "12th"), (22, "ordinal", "22nd"), (7, "none", ""), (7, "decimal", "7"),
    ],
)  # fmt: skip
def test_each_form_of_number_is_written_as_word_writes_it(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown


def test_numbers_in_words_are_those_the_check_reads() -> None:
    for form in ("cardinalText", "ordinalText"):
        assert [written(n, form) for n in range(1, 102)] == [format_number(n, form) for n in range(1, 100)] + [
            written(n, form) for n in (100, 101)
        ]
    assert [written(n, "cardinalText") for n in (1, 5, 12, 20, 21)] == ["One", "Five", "Twelve", "Twenty", "Twenty-one"]
    assert [written(n, "ordinalText") for n in (1, 12, 20, 30, 43)] == [
        "First", "Twelfth", "Twentieth", "Thirtieth", "Forty-third",
    ]  # fmt: skip


def fit(body: str, levels: Levels) -> str:
    blocks = fitted(parse(body), {"one": ONE, "two": TWO, "list": "ScheduleHeading"}, levels)

    def fill(_: str, placeholder: Placeholder, __: object) -> str:
        return f"<{placeholder.reference}>"

    return "\n".join(plain("x", (), blocks, None, None).render({}, fill))


WORDS = 'Section {{ ref("two") }} and {{ ref("two") }}, under {{ ref("one") }}, of {{ ref("list") }}; Section 2056A.'


def test_a_number_with_words_stands_without_ours() -> None:
    levels = lists(Level(text="ARTICLE %1"), Level(text="Section %1.%2"))

    assert fit(WORDS, levels) == "<two> and <two>, under <one>, of <list>; Section 2056A."
    assert fit('Sections {{ ref("two") }}', lists(Level(text="A %1"), Level(text="§ %1.%2"))) == "<two>"


def test_a_bare_number_gets_its_word() -> None:
    levels = lists(Level(text="%1."), Level(text="%1.%2"), Level(text="%1"))

    assert fit(WORDS, levels) == "Section <two> and <two>, under Article <one>, of Schedule <list>; Section 2056A."


def test_our_own_look_changes_nothing() -> None:
    blocks = parse(WORDS)

    assert fitted(blocks, {"two": TWO, "one": ONE}, lists(Level(text="Article %1"), Level(text="%1.%2"))) is blocks
