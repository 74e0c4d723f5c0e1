"""A whole document passes, and every problem of a faulty one is told at once."""

from check.planted_faults import WORDS, reports, structure
from check.small_docx import BODY, document, package


def test_the_whole_agreement_passes() -> None:
    assert reports(package()) == ""
    assert structure(package()) == ""


def test_every_problem_comes_at_once() -> None:
    body = BODY.replace("José", "Jose").replace(">1.1</w:t>", ">1.9</w:t>").replace(WORDS, "{{ x }}")
    found = reports(package(document=document(body)))
    for said in ("appears only changed", "1.9 Terms", "{{ is left over", "recital-plan: line 1"):
        assert said in found
