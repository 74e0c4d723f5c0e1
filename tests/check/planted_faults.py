"""Plant faults in the small agreement, and tell what the check reports."""

from typing import NamedTuple

import pytest

from assembler.check import Expected, check
from assembler.check.checker import check_structure
from assembler.check.document import read_document
from check.small_docx import EXPECTED, broken, of_body, package

MAIN, STYLES_PART, NUMBERING_PART = "word/document.xml", "word/styles.xml", "word/numbering.xml"
COMMENTS_PART, FOOTER_PART = "word/comments.xml", "word/footer1.xml"
END_2 = '<w:bookmarkEnd w:id="2"/>'
WORDS = "The parties make this Agreement."


class Fault(NamedTuple):
    name: str
    part: str
    old: str
    new: str
    said: str


def planted(*faults: tuple[str, str, str, str, str]) -> pytest.MarkDecorator:
    """Run a test for each fault: its name, the part, the old text and the new, and what is said of it."""
    return pytest.mark.parametrize("fault", [Fault(*fault) for fault in faults], ids=[fault[0] for fault in faults])


def reports(data: bytes, expected: Expected = EXPECTED) -> str:
    return "\n".join(map(str, check(data, expected, "draft.docx")))


def found(fault: Fault) -> str:
    """Give what is reported of a fault, which is the same again when the paragraphs of the document are known."""
    data = broken(fault.part, fault.old, fault.new)
    said = reports(data)
    assert reports(data) == said
    assert reports(package()) == ""
    return said


def structure(data: bytes) -> str:
    """Give what is reported of any document, whatever is expected of it."""
    document, problems = read_document(data, "draft.docx")
    if document is not None:
        problems += check_structure(document)
    return "\n".join(map(str, dict.fromkeys(problems)))


def structure_of(body: str) -> str:
    """Give what is reported of a document with this body."""
    return structure(of_body(body))
