"""`qdot guide`: every question, choice, paper, fact and field, from the data that the engine works by."""

import pytest
from command_line import qdot

from assembler import casefile
from assembler.findings import topics
from assembler.matter import Engine
from assembler.matter.library_checks import VOCABULARY


def listed(section: str) -> str:
    result = qdot("guide", section)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_it_lists_every_question_with_who_answers_it() -> None:
    shown = listed("questions")

    paths = (column.replace(".1.", "[].").replace(".1", "[]") for column in casefile.columns())
    assert [path for path in paths if f"- `{path}" not in shown] == []
    assert "- `spouse.born`: Date of birth. From: spouse.\n" in shown


def test_it_lists_every_choice() -> None:
    shown = listed("choices")

    assert "### MaritalForm\n" in shown
    assert "- `qtip`" in shown


def test_it_lists_every_paper_fact_field_and_list(engine: Engine) -> None:
    papers, facts, fields = listed("papers"), listed("facts"), listed("fields")

    assert [one for one in engine.library.outlines if f"- **{one}: " not in papers] == []
    assert [fact.name for topic in topics.EVERY for fact in topic.facts if f"- `{fact.name}`: " not in facts] == []
    assert [one for one in VOCABULARY.fields if f"- `{{{{ {one} }}}}`" not in fields] == []
    assert [one for one in VOCABULARY.lists if f"- `{one}`: " not in fields] == []


def test_without_a_section_it_is_the_whole(engine: Engine) -> None:
    whole = qdot("guide").stdout

    assert [line for line in whole.splitlines() if line.startswith("## ")] == [
        "## The questions of a case file",
        "## The answers to choose from",
        "## The papers",
        "## The facts that a clause or a paper may hang on",
        "## The fields that a clause may print",
        "## The lists that a clause may repeat over, each with the fields of an item",
    ]


@pytest.mark.parametrize("section", ["clauses", "question"])
def test_a_section_that_there_is_not_is_a_wrong_call(section: str) -> None:
    assert qdot("guide", section).exit_code == 2
