"""One clause stands in many instruments, and each says it in its own name."""

from pathlib import Path

import pytest
from library_folder import FOLDER, VOCABULARY, LibraryFolder

from assembler.library.clause import Library
from assembler.library.document_order import in_order
from assembler.library.lint import lint
from assembler.library.reading import read

OUTLINE = """id: {id}
title: {id}
{names}
parts:
  - part: article
    id: article-words
    title: Words
    definitions: [{definitions}]
    clauses: [{clauses}]
"""
IN_A_WILL = "names: {instrument: Will, article: Part, maker: Testator}"
IN_AN_AGREEMENT = "names: {instrument: Agreement, article: Article, maker: Settlor}"


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    """Give an agreement and a will that share a clause."""
    folder = LibraryFolder(tmp_path)
    folder.clause("shared", "No provision of this {{ instrument }} limits this {{ article }} or the {{ maker }}.")
    outline(folder, "agreement", IN_AN_AGREEMENT)
    outline(folder, "will", IN_A_WILL)
    return folder


def outline(folder: LibraryFolder, document: str, names: str, definitions: str = "") -> None:
    text = OUTLINE.format(id=document, names=names, definitions=definitions, clauses="shared")
    folder.file(f"outlines/{document}.yaml", text)


def said(library: Library, document: str) -> dict[str, str]:
    return {clause.id: clause.body for _, clause in in_order(library, library.outlines[document])}


def told(library: Library, of: str) -> list[str]:
    return [problem.what for problem in lint(library, VOCABULARY) if of in problem.what]


def test_each_instrument_says_the_clause_in_its_own_names(folder: LibraryFolder) -> None:
    library = folder.read()

    assert said(library, "agreement")["shared"] == "No provision of this Agreement limits this Article or the Settlor."
    assert said(library, "will")["shared"] == "No provision of this Will limits this Part or the Testator."


@pytest.mark.parametrize("name", ["this Agreement", "This Article", "the Settlor", "those Articles"])
def test_a_will_that_speaks_in_the_name_of_an_agreement_is_told(folder: LibraryFolder, name: str) -> None:
    folder.clause("shared", f"Nobody limits {name}.")

    (what,) = told(folder.read(), "calls itself otherwise")
    assert what == f"it says “{name.removeprefix('the ')}” in will, which calls itself otherwise."


def test_a_name_that_an_outline_does_not_give_is_told(folder: LibraryFolder) -> None:
    names = "names: {instrument: Will, article: Part}"
    outline(folder, "will", names)

    assert told(folder.read(), "gives no") == ["it gives no `maker`, and shared uses it."]


def test_a_name_that_no_clause_could_use_is_refused(folder: LibraryFolder) -> None:
    names = "names: {instrument: Will, owner: Testator}"
    outline(folder, "will", names)

    (problem,) = folder.read().problems
    assert problem.what == "`names` is not what it must be."


def test_of_several_definitions_an_instrument_has_the_one_that_it_lists(folder: LibraryFolder) -> None:
    folder.definition("Trust")
    other = folder.definition("Trust", "is made by this Will").rename(folder.path / "definitions/def-trust-of-will.md")
    other.write_text(other.read_text().replace("id: def-trust", "id: def-trust-of-will"))
    folder.definition("Trust")
    outline(folder, "will", IN_A_WILL, "def-trust-of-will")
    outline(folder, "agreement", IN_AN_AGREEMENT, "def-trust")
    library = folder.read()

    assert said(library, "will").keys() == {"shared", "def-trust-of-will"}
    assert said(library, "agreement").keys() == {"shared", "def-trust"}


def test_a_definition_that_only_one_instrument_lists_stands_in_no_other(folder: LibraryFolder) -> None:
    folder.definition("Testator")
    folder.definition("Code")
    outline(folder, "will", IN_A_WILL, "def-testator")
    library = folder.read()

    assert said(library, "will").keys() == {"shared", "def-code", "def-testator"}
    assert said(library, "agreement").keys() == {"shared", "def-code"}


def test_every_instrument_of_ours_keeps_to_its_own_names() -> None:
    library = read(FOLDER)
    named = {outline.id for outline in library.outlines.values() if outline.names}

    assert "trust-agreement" in named
    assert told(library, "calls itself otherwise") == []
    assert "{{ instrument }}" not in "".join(body for document in named for body in said(library, document).values())
