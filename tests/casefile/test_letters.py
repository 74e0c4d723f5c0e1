"""What cannot be seen, or is not what it looks like, is told at its line; a name in any one script is let be."""

import pytest

from assembler.casefile import foreign_word, read, read_row
from assembler.casefile.letters import oddity
from assembler.problem import Problem

HEAD = "format: 1\nas_of: 2026-11-21\n"


def told(text: str) -> Problem:
    (problem,) = read((HEAD + text).encode()).problems
    return problem


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ruth\u200b Katz", "U+200B"),
        ("Ruth\u2060Katz", "U+2060"),
        ("Ruth \u200eKatz", "U+200E"),
        ("Ruth\u200dKatz", "U+200D"),
        ("Ru\u00adth", "U+00AD"),
        ("Ruth\ue000", "U+E000"),
        ("Ruth\ufe0f", "U+FE0F"),
        ("Ruth \u3164", "U+3164"),
        ("Ruth\U000e0041", "U+E0041"),
        ("Ruth\ufffcKatz", "U+FFFC"),
        ("Ruth\u00a0Katz", "U+00A0"),
        ("Ruth\u202fKatz", "U+202F"),
        ("Ruth\u3000Katz", "U+3000"),
        ("Katz\u2011Lund", "U+2011"),
        ("K\u0430tz", "U+0430"),
        ("\u039fwen", "U+039F"),
        ("\u041d\u0438\u043ao\u043b\u0438\u045b", "U+006F"),
        ("Ruth \uff2batz", "U+FF2B"),
        ("\uff11\uff12 Main Street", "U+FF11"),
        ("\u0661\u0662 Main Street", "U+0661"),
        ("Smith & Sons\uff0c Inc.", "U+FF0C"),
        ("So\ufb01a", "U+FB01"),
        ("Henry \u2163", "U+2163"),
        ("R\u0336u\u0336", "U+0336"),
    ],
)
def test_what_is_not_as_it_looks_is_told_at_its_line(name: str, code: str) -> None:
    problem = told(f'decedent:\n  name: Ann\nspouse:\n  name: "{name}"\n')

    assert problem.where == "case.yaml:6: spouse.name"
    assert code in problem.what


@pytest.mark.parametrize(
    "name",
    [
        "Δέσποινα Καλλέργη (Despina Kallergi)",
        "Любица Николић-Brandt",
        "ليلى عبد الرحمن",
        "علی\u200cرضا رضایی",
        "ليلى (\u200fLayla)",
        "क्\u200dष \u0967\u0968",
        "山田\u3000花子",
        "東京都千代田区丸の内１丁目２−３",
        "葛\U000e0100城 太郎",
        "김서연 (Kim Seo-yeon)",
        "Tシャツ株式会社",
        "José Mª 1º, IJsland en \u0132sland",
        "Olúfẹ́mi Adébáyọ̀",
        "Ka\u02bbiulani O’Neil — “Bud” № 5 ™",
        "Ünal İnönü & Şahin, µ",
    ],
)
def test_a_name_in_any_one_script_is_as_it_should_be(name: str) -> None:
    assert oddity(name) is None


def test_the_line_is_that_of_the_character_in_a_text_of_several_lines() -> None:
    problem = told("spouse:\n  address: |-\n    1 Main Street\n    Apt\u200bos\n")

    assert problem.where == "case.yaml:6: spouse.address"


def test_it_is_told_of_every_kind_of_answer_and_of_a_question() -> None:
    text = "spouse:\n  b\u043ern: 1960-01-01\n  is_us_citizen: f\u0430lse\n  died: 2026\u200b-01-01\n"
    found = read((HEAD + text).encode())

    assert [problem.where.partition(":")[2] for problem in found.problems] == [
        "4: spouse.b\u043ern", "5: spouse.is_us_citizen", "6: spouse.died",
    ]  # fmt: skip
    assert ["U+043E" in found.problems[0].what, "U+0430" in found.problems[1].what] == [True, True]


def test_it_is_told_at_the_row_and_column_of_a_table() -> None:
    (problem,) = read_row({"as_of": "2026-11-21", "trusts.1.name": "K\u0430tz"}, 7, "cases.csv").problems

    assert problem.where == "cases.csv:7: trusts.1.name"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("\u0421\u0430\u0440\u0430 Smith", "\u0421\u0430\u0440\u0430"),
        ("J. \u0420. Morgan", "\u0420"),
        ("\U0001d49cstrid", "\U0001d49cstrid"),
        ("\u0410-12", None),
        ("\u0410\u043d\u043d\u0430 Brandt", None),
        ("Smith", None),
    ],
)
def test_a_whole_word_that_looks_latin_is_found_beside_latin_words(text: str, word: str | None) -> None:
    assert foreign_word(text) == word
