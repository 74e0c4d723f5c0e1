"""The words of every kind of document are those that a person has read and approved."""

from difflib import unified_diff

from approve import APPROVED, approved_texts

from assembler.matter import Engine


def test_every_kind_of_document_reads_as_it_was_approved(engine: Engine) -> None:
    texts = approved_texts(engine)
    approved = {path.name: path.read_text(encoding="utf-8") for path in APPROVED.glob("*.txt")}

    changed = {
        name: "\n".join(unified_diff(approved.get(name, "").splitlines(), texts.get(name, "").splitlines(), n=0))
        for name in texts.keys() | approved.keys()
        if approved.get(name) != texts.get(name)
    }

    assert changed == {}, "read the difference; then `python tests/approve.py`"


def test_every_kind_of_document_has_an_approved_text(engine: Engine) -> None:
    assert {path.stem for path in APPROVED.glob("*.txt")} == engine.library.outlines.keys()
