"""Every question can be asked aloud: its words, its meaning, its choices, and why it is asked."""

from collections import Counter
from datetime import date
from enum import StrEnum

import pytest

from assembler.casefile import paths, read
from assembler.casefile.open_points import label
from assembler.casefile.questions import _asked, _choices, choices, spoken
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import Case, Decedent


def is_list(field: SchemaField) -> bool:
    return field.is_list and field.is_record


def every_question(shape: type = Case) -> dict[tuple[str, str], SchemaField]:
    """Give every question by the name of its record and its key, each once."""
    found: dict[tuple[str, str], SchemaField] = {}
    waiting, met = [shape], {shape}
    while waiting:
        one = waiting.pop()
        for key, field in schema_fields(one).items():
            if not field.is_record:
                found[one.__name__, key] = field
            elif field.type not in met:
                met.add(field.type)
                waiting.append(field.type)
    return found


EVERY = every_question()
SHAPES = {paths.shape_of(path) for path in paths.question_paths()} | {Case}
ENUMS = sorted({field.type for field in EVERY.values() if issubclass(field.type, StrEnum)}, key=str)
LISTS = [(shape.__name__, key) for shape in SHAPES for key, field in schema_fields(shape).items() if is_list(field)]
DEAD = Case(decedent=Decedent(died=date(2026, 1, 2)))


NO_LAW = ("number", "firm", "attorney", "prepared_by", "address", "id", "format", "provisions")
"""What no law asks: whose matter it is, how its parts are called, and what an attorney chooses."""


@pytest.mark.parametrize("path", list(paths.question_paths()))
def test_a_question_can_be_asked_aloud(path: str) -> None:
    for case in (Case(), DEAD):
        asked = spoken(case, path)
        assert asked.ask.endswith("?")
        assert asked.ask[0].isupper()
        assert "{" not in asked.ask + asked.label
        assert asked.meaning.endswith(".")
        assert asked.why.endswith(".")
        assert asked.law or asked.field.key in NO_LAW


@pytest.mark.parametrize("answers", ENUMS)
def test_each_choice_has_a_line_of_its_own(answers: type[StrEnum]) -> None:
    lines = dict(choices(answers))

    assert list(lines) == [one.value for one in answers]
    assert len(set(lines.values())) == len(lines)
    assert all(line and "\n" not in line for line in lines.values())


def test_a_yes_or_no_question_is_asked_as_one() -> None:
    begins = ("Is ", "Was ", "Does", "Did ", "Do ", "Has ", "May ", "Would ", "Are ", "Shall ")
    starts = {(shape, key): spoken(Case(), path).ask for path, shape, key in _paths() if _is_yes_no(path)}

    assert [key for key, ask in starts.items() if not ask.startswith(begins)] == []


def _is_yes_no(path: str) -> bool:
    field = paths.question(path)
    return field is not None and field.type is bool


def _paths() -> list[tuple[str, str, str]]:
    return [(path, paths.shape_of(path).__name__, path.rpartition(".")[2]) for path in paths.question_paths()]


def test_no_two_questions_of_a_record_share_a_label_or_their_words() -> None:
    groups: dict[str, list[str]] = {}
    for path in paths.question_paths():
        groups.setdefault(path.rpartition(".")[0], []).append(path)

    for group in groups.values():
        for said in (lambda path: label(DEAD, path), lambda path: spoken(DEAD, path).ask):
            twice = [words for words, times in Counter(map(said, group)).items() if times > 1]
            assert twice == []


def test_an_item_of_a_list_is_said_with_its_article() -> None:
    for name, key in LISTS:
        assert str(_asked()[name][key]).startswith(("a ", "an "))


def test_a_question_names_whom_it_is_about() -> None:
    text = "format: 1\nas_of: 2026-01-02\ntrusts:\n  - trustees: [{name: Ruth Katz}, {kind: bank}]\n    assets: [{}]\n"
    case = read(text.encode()).case
    assert case is not None

    assert spoken(case, "trusts[0].trustees[0].is_us_citizen").ask == "Is Ruth Katz a citizen of the United States?"
    assert "tax home of this trustee" in spoken(case, "trusts[0].trustees[1].tax_home_in_us").ask
    assert spoken(case, "trusts[0].assets[0].description").ask == "What is asset 1, as a schedule describes it?"
    assert spoken(case, "trusts[0].marital_form").choices[1][0] == "qtip"


def test_the_words_are_of_questions_that_there_are() -> None:
    assert set(_asked()) == {name for name, _ in EVERY}
    for name, asked in _asked().items():
        assert set(asked) - {"record"} == {key for shape, key in (*EVERY, *LISTS) if shape == name}
    assert set(_choices()) == {one.__name__ for one in ENUMS}
