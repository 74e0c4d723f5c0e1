"""What the case states is no slip of ours; a slip beside it is found all the same."""

import pytest

from assembler.check.checker import check_structure
from assembler.check.document import read_document
from assembler.check.stated import set_aside
from check.planted_faults import MAIN, WORDS
from check.small_docx import broken


def said(words: str, *stated: str) -> list[str]:
    document, _ = read_document(broken(MAIN, WORDS, words), "paper")
    assert document is not None
    return [problem.what for problem in check_structure(set_aside(document, stated))]


@pytest.mark.parametrize("name", ["None", "Undefined Smith", "Lorem Ipsum", "J..K", "Smith , Jr.", "{{ 7*7 }}", "[A"])
def test_a_name_that_looks_like_a_slip_is_none(name: str) -> None:
    words = f"The Spouse is {name}, who lives abroad."

    assert said(words, name, "Ann Lee") == []
    assert said(words)


def test_a_slip_beside_such_a_name_is_found() -> None:
    (what,) = said("The Spouse is J..K, of Undefined.", "J..K")

    assert what.startswith("an empty value was written as Undefined")
