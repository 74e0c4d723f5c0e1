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
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
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
                yield document.name, name, package.read(name).decode(errors="replace")


@pytest.mark.parametrize("sample", ["bond", "letter-confirmed", "two-annuities", "several-qdots"])
def test_no_part_of_a_final_paper_tells_of_its_making(sample: str) -> None:
    for document, name, text in parts(final(sample)):
        assert not PARTS.search(name), f"{document}: {name}"
        assert not TOLD.search(text), f"{document}: {name}"
        assert "edition" not in text or name == "word/document.xml", f"{document}: {name}"


SETTINGS = (
    '<w:attachedTemplate r:id="rId901"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/>'
    '<w:query w:val="client-4711"/></w:mailMerge><w:trackRevisions/><w:docVars><w:docVar w:name="a" '
    'w:val="client-4711"/></w:docVars><w:rsids><w:rsidRoot w:val="00B47730"/></w:rsids>'
)
CONTROL = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/client-4711" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent>'
    '<w:p w:rsidR="00FC693F"><w:r><w:t>Firm</w:t></w:r></w:p></w:sdtContent></w:sdt>'
)
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = f'<Relationship Id="rId9{{}}" Type="{TYPE}/{{}}" Target="{{}}"{{}}/></Relationships>'
LEFT = {
    "docProps/app.xml": "<Properties><Company>client-4711</Company><Manager>client-4711</Manager></Properties>",
    "docProps/custom.xml": "<Properties>client-4711</Properties>",
    "customXml/item1.xml": "<firm>client-4711</firm>",
    "word/people.xml": "<people>client-4711</people>",
}


def firm_with_leftovers(folder: Path) -> Engine:
    """Make a firm's folder with our template for forms, full of what its makers left in it."""
    (folder / "templates").mkdir(parents=True)
    custom = RELATION.format("03", "customXml", "../customXml/item1.xml", "")
    edits = {
        "word/settings.xml": ("<w:compat>", f"{SETTINGS}<w:compat>"),
        "word/document.xml": ("<w:body>", f"<w:body>{CONTROL}"),
        "_rels/.rels": ("</Relationships>", RELATION.format("02", "extended-properties", "docProps/app.xml", "")),
        "word/_rels/document.xml.rels": ("</Relationships>", custom),
    }
    target = "file:///C:/client-4711.dotx", ' TargetMode="External"'
    rows = RELATION.format("01", "attachedTemplate", *target)
    added = LEFT | {
        "word/_rels/settings.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{rows}',
    }
    ours = Path(__file__).parents[2] / "templates" / "form.docx"
    with zipfile.ZipFile(ours) as old, zipfile.ZipFile(folder / "templates" / "form.docx", "w") as new:
        for name in old.namelist():
            before, after = edits.get(name, ("", ""))
            text = old.read(name).decode()
            assert before in text, name
            new.writestr(name, text.replace(before, after, 1) if before else text)
        for name, text in added.items():
            new.writestr(name, text)
    return Engine(folder)


def test_no_part_tells_of_who_made_a_firms_template(tmp_path: Path) -> None:
    found = list(parts(final("bond", engine=firm_with_leftovers(tmp_path))))

    assert any("<w:t>Firm</w:t>" in text for _, _, text in found)
    for document, name, text in found:
        assert not PARTS.search(name), f"{document}: {name}"
        assert not TOLD.search(text), f"{document}: {name}"
        assert "4711" not in text, f"{document}: {name}"


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
