"""What a document says lies beside it is declared in its outline, and stands in its words."""

from pathlib import Path

import pytest
from library_folder import VOCABULARY, LibraryFolder

from assembler.library.lint import lint

CLAUSE = "kind: form"
OUTLINE = """id: statement
title: Statement
template: form
parts:
  - part: form
    id: statement-words
    clauses: [one]
"""


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path)


def said(folder: LibraryFolder) -> list[str]:
    found = lint(folder.read(), VOCABULARY)
    return [problem.what for problem in found if problem.where.startswith(("outline statement", "undrafted"))]


def statement(folder: LibraryFolder, words: str, companions: str = "") -> None:
    folder.clause("one", words, CLAUSE)
    folder.file("outlines/statement.yaml", OUTLINE + companions)


@pytest.mark.parametrize(
    "words",
    [
        "A bond is attached.",
        "The bond accompanies this statement.",
        "A copy of the bond is submitted with the return.",
        "Enclosed:\n\n1. the bond.",
    ],
)
def test_words_that_speak_of_a_paper_beside_it_have_to_be_declared(folder: LibraryFolder, words: str) -> None:
    statement(folder, words)

    (what,) = said(folder)

    assert what.startswith("one says “")


def test_declared_words_are_no_fault(folder: LibraryFolder) -> None:
    statement(folder, "A copy is attached.", "companions:\n  - {clause: one, says: A copy is, papers: [statement]}\n")

    assert said(folder) == []


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("{clause: two, says: A copy, papers: [statement]}", "`two` is not a clause of it."),
        ("{clause: one, says: The bond, papers: [statement]}", "`one` does not say “The bond”."),
        ("{clause: one, says: A copy, papers: [bnod]}", "`bnod` is not a paper."),
    ],
)
def test_a_declaration_that_does_not_fit_is_found(folder: LibraryFolder, entry: str, what: str) -> None:
    statement(folder, "A copy is kept.", f"companions:\n  - {entry}\n")

    assert said(folder) == [what]


def test_a_field_that_papers_print_alike_has_to_be_a_field(folder: LibraryFolder) -> None:
    statement(folder, "Words.", "alike:\n  - {field: amount_of_rain, papers: [statement]}\n")

    assert said(folder) == ["`amount_of_rain` is not a field."]


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("- {id: will, title: Will, remedy: Make one, when: [rains]}", "`rains` is not a fact."),
        ("- {id: statement, title: Will, remedy: Make one}", "an outline has the same id."),
    ],
)
def test_a_paper_made_elsewhere_hangs_on_facts_and_is_no_document(
    folder: LibraryFolder, entry: str, what: str
) -> None:
    statement(folder, "Words.")
    folder.file("undrafted.yaml", entry + "\n")

    assert said(folder) == [what]
