"""Every paper of the desk carries what the law asks of it, in every case and on every day."""

import pytest
from prescribed import OURS

from assembler.library.document_order import in_order
from assembler.library.lint_words import REFUSED
from assembler.matter.library_checks import library_coverage

PAPERS = tuple(name for name, outline in OURS.outlines.items() if outline.template == "form")


def test_the_desk_has_its_sixteen_papers_that_are_filed_or_sent() -> None:
    assert set(PAPERS) >= {
        "bond", "bond-asset-statement", "letter-of-credit", "confirmation", "loc-asset-statement",
        "security-cover-letter", "security-replacement-notice", "nonrenewal-notice", "branch-closure-notice",
        "adjustment-rider", "release-request", "residence-exclusion-statement",
        "residence-exclusion-706qdt-statement", "annual-statement", "compliance-statement-incompetency",
        "compliance-statement-irrevocable",
    }  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
def test_no_case_leaves_out_what_the_law_asks_of_a_paper(paper: str) -> None:
    assert "\n".join(map(str, library_coverage(OURS, paper).holes)) == ""


@pytest.mark.parametrize("paper", PAPERS)
def test_our_own_words_are_as_plain_in_a_form_as_elsewhere(paper: str) -> None:
    ours = [clause for _, clause in in_order(OURS, OURS.outlines[paper]) if clause.origin.startswith("desk/")]

    found = [(clause.id, words.pattern) for clause in ours for words, _ in REFUSED if words.search(clause.body)]
    assert found == []
