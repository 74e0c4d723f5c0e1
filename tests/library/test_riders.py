"""The articles for a firm's own will or trust carry all that the law asks of them, in full or by reference."""

from dataclasses import replace
from pathlib import Path

import pytest
from library_folder import FOLDER, VOCABULARY, LibraryFolder

from assembler.library.coverage import coverage
from assembler.library.document_order import in_order
from assembler.library.reading import read

OURS = read(FOLDER)
RIDERS = {
    "will-article": 40,
    "will-article-concise": 40,
    "revocable-trust-article": 34,
    "revocable-trust-article-concise": 34,
    "trust-amendment": 28,
    "reformation-petition": 29,
    "trust-amendment-in-full": 28,
    "reformation-petition-in-full": 29,
}
"""The articles and what repairs an instrument, and how many requirements of the catalogue each carries."""

CONCISE = coverage(OURS, "will-article-concise", VOCABULARY)
ALONE = sorted({found[0] for found in CONCISE.by_requirement.values() if len(found) == 1})


@pytest.mark.parametrize(("document", "count"), RIDERS.items())
def test_an_article_carries_every_requirement_that_the_catalogue_asks_of_it(document: str, count: int) -> None:
    covered = coverage(OURS, document, VOCABULARY)

    assert len(covered.by_requirement) == count
    assert "\n".join(map(str, covered.holes)) == ""


@pytest.mark.parametrize("identity", ALONE)
def test_taking_out_a_clause_of_the_concise_article_makes_a_hole(identity: str) -> None:
    fewer = replace(OURS, clauses={name: one for name, one in OURS.clauses.items() if name != identity})

    assert set(coverage(fewer, "will-article-concise", VOCABULARY).holes) - set(CONCISE.holes)


@pytest.mark.parametrize("document", RIDERS)
def test_an_article_shares_the_words_of_the_agreement_on_what_makes_a_qdot(document: str) -> None:
    standing = {clause.id for _, clause in in_order(OURS, OURS.outlines[document])}

    assert {"us-trustee-required", "right-to-withhold", "records-in-state", "no-amendment-out"} <= standing
    assert "name-of-trust" not in standing


def test_a_shared_part_that_nobody_wrote_is_told(tmp_path: Path) -> None:
    folder = LibraryFolder(tmp_path)
    folder.clause("first")
    folder.file("parts.yaml", "security:\n  part: article\n  id: article-one\n  title: One\n  clauses: [first]\n")
    folder.file("outlines/will.yaml", "id: will\ntitle: Will\nparts:\n  - shared: security\n  - shared: securty\n")
    library = folder.read()

    (problem,) = library.problems
    assert (problem.what, problem.fix) == ("`securty` is not a shared part.", "did you mean `security`?")
    assert [clause.id for _, clause in in_order(library, library.outlines["will"])] == ["first"]
