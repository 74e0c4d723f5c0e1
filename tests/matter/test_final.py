"""A final paper leaves the office clean: no part of it says that it was a draft, or who made its template."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assembler.matter import Engine, Manner, Matter, Outcome

SAMPLES = Path(__file__).parents[2] / "samples"
TOLD = re.compile(
    r"not legal advice|Draft of|Words in force|cover sheet|qdot-assembler|urn:qdot|python-docx|"
    r"Microsoft (?:Office|Macintosh)|w:rsid|"
    r"w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|comment\w*|attachedTemplate|mailMerge|docVars|dataBinding|"
    r"trackRevisions|highlight)\b"
)
"""The legend, the edition, our name and that of the stock template, the marks of editing, and what a draft shows."""

PARTS = re.compile(r"customXml/|docProps/(?:app|custom)|word/(?:comments|people|glossary)|vbaProject|thumbnail")
FINAL = Manner(is_final=True)


def final(sample: str, manner: Manner = FINAL, engine: Engine | None = None) -> Outcome:
    outcome = Matter.open(SAMPLES / f"{sample}.yaml", engine).draft(manner=manner)
    assert outcome.problems == ()
    assert outcome.documents
    return outcome


def parts(outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """Give the name of each document, and of each of its parts, with what is in it."""
    for document in outcome.documents:
        assert document.rendered is not None
        with zipfile.ZipFile(io.BytesIO(document.rendered.package)) as package:
            for name in package.namelist():
                yield document.name, name, package.read(name).decode()


@pytest.mark.parametrize("sample", ["bond", "letter-confirmed", "two-annuities", "several-qdots"])
def test_no_part_of_a_final_paper_tells_of_its_making(sample: str) -> None:
    for document, name, text in parts(final(sample)):
        assert not PARTS.search(name), f"{document}: {name}"
        assert not TOLD.search(text), f"{document}: {name}"
        assert "edition" not in text or name == "word/document.xml", f"{document}: {name}"


def test_a_draft_has_what_a_final_paper_leaves_out() -> None:
    outcome = Matter.open(SAMPLES / "bond.yaml").draft()
    names = {name for _, name, _ in parts(outcome)}
    text = "".join(text for _, _, text in parts(outcome))

    assert {"customXml/item2056.xml", "word/comments.xml"} <= names
    assert "edition" in text
    assert "not legal advice" in text


def test_a_final_paper_has_drafting_notes_where_they_are_asked_for() -> None:
    names = {name for _, name, _ in parts(final("bond", Manner(is_final=True, notes="all")))}

    assert "word/comments.xml" in names
    assert not any(name.startswith("customXml") for name in names)


def test_a_final_paper_names_its_title_and_its_author_and_the_day_it_speaks_of() -> None:
    of_agreement = ((name, text) for document, name, text in parts(final("bond")) if "agreement" in document)
    (said,) = (text for name, text in of_agreement if name == "docProps/core.xml")

    assert "<dc:title>Qualified Domestic Trust Agreement: Katz Qualified Domestic Trust</dc:title>" in said
    assert "<dc:creator>Miriam Amsel</dc:creator>" in said
    assert "2026-11-16T00:00:00Z" in said
