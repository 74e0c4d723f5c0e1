"""A firm lays its own words and its own look over ours, and cannot lose what the law requires."""

import shutil
from pathlib import Path

import pytest
from docx import Document

from assembler.matter import Engine, Matter, Outcome, deliver
from matter.docx_text import paragraphs

ROOT = Path(__file__).parents[2]
CALIFORNIA = ROOT / "samples" / "california-couple.yaml"


def draft(firm: Path) -> Outcome:
    return Matter.open(CALIFORNIA, Engine(firm)).draft("trust-agreement")


def overlay(folder: Path, clause: str, old: str, new: str) -> Path:
    """Lay a clause of ours, with some words changed, in a firm's folder."""
    (source,) = (ROOT / "clauses").rglob(f"{clause}.md")
    target = folder / "clauses" / source.relative_to(ROOT / "clauses")
    target.parent.mkdir(parents=True, exist_ok=True)
    text = source.read_text(encoding="utf-8")
    assert old in text
    target.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def said(outcome: Outcome) -> str:
    return "\n".join(map(str, outcome.problems))


def test_a_firm_s_words_stand_in_the_document(tmp_path: Path) -> None:
    firm = overlay(tmp_path, "counterparts", "The parties may sign", "At our firm the parties may sign")
    outcome = draft(firm)

    assert said(outcome) == ""
    (document,) = outcome.documents
    assert document.rendered is not None
    assert "At our firm the parties may sign" in "\n".join(paragraphs(document.rendered.package))


def test_words_that_no_longer_discharge_the_law_keep_the_document_unchecked(tmp_path: Path) -> None:
    firm = overlay(tmp_path / "firm", "right-to-withhold", "right to withhold", "wish to keep")
    outcome = draft(firm)
    written, _, _ = deliver(outcome, tmp_path / "out", may_overwrite=False)

    assert "us-trustee-withholding" in said(outcome)
    assert [path.name for path in written] == ["reyes-trust-agreement.unchecked.docx"]


def test_a_clause_that_no_longer_claims_the_law_keeps_the_document_unchecked(tmp_path: Path) -> None:
    firm = overlay(tmp_path, "records-in-state", ", maintained-records-in-state]", "]")
    outcome = draft(firm)

    assert "maintained-records-in-state" in said(outcome)
    assert outcome.documents[0].filename == "reyes-trust-agreement.unchecked.docx"


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("when: []", "when: [raining]", "raining"),
        ("The parties may sign", "{{ spouse_nmae }} may sign", "spouse_nmae"),
        ("The parties may sign", 'Section {{ ref("no-such-clause") }} may sign', "no-such-clause"),
        ("The parties may sign", "{% if x %} may sign", "template logic"),
        ("id: counterparts", "id: counterpart", "counterpart"),
        ("title:", "titel:", "titel"),
    ],
)
def test_a_fault_in_a_firm_s_clause_is_told_and_nothing_is_drafted(
    tmp_path: Path, old: str, new: str, word: str
) -> None:
    outcome = draft(overlay(tmp_path, "counterparts", old, new))

    assert outcome.documents == ()
    assert word in said(outcome)
    assert outcome.matter.explain() == ()
    assert outcome.matter.problems


def test_a_clause_whose_words_are_blanked_is_told_and_nothing_is_drafted(tmp_path: Path) -> None:
    firm = overlay(tmp_path, "counterparts", "reviewed:", "reviewed:")
    (path,) = (firm / "clauses").rglob("counterparts.md")
    head = path.read_text(encoding="utf-8").split("\n---\n")[0]
    path.write_text(f"{head}\n---\n", encoding="utf-8")

    outcome = draft(firm)

    assert outcome.documents == ()
    assert "has no words" in said(outcome)


def restyled(folder: Path, old: str, new: str) -> Path:
    """Open our template as a firm would, change some words of it, and save it as the firm's."""
    (folder / "templates").mkdir(parents=True)
    target = folder / "templates" / "house.docx"
    shutil.copy(ROOT / "templates" / "house.docx", target)
    document = Document(str(target))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    document.save(str(target))
    return folder


def test_a_firm_s_template_gives_the_look(tmp_path: Path) -> None:
    outcome = draft(restyled(tmp_path, "Contents", "Table of contents of {{ firm }}"))

    assert said(outcome) == ""
    (document,) = outcome.documents
    assert document.rendered is not None
    assert "Table of contents of Hale & Ortiz LLP" in paragraphs(document.rendered.package)


def test_a_gap_that_only_a_firm_s_template_shows_is_an_open_point_and_not_nothing(tmp_path: Path) -> None:
    outcome = draft(restyled(tmp_path, "Contents", "Contents ({{ foreign_law }})"))

    assert said(outcome) == ""
    (document,) = outcome.documents
    assert document.rendered is not None
    (point,) = document.rendered.points
    assert point.where == "Cover"
    assert f"Contents ([1: {point.what}])" in paragraphs(document.rendered.package)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{p body }}", "nothing", "no place"),
        ("{{ trust_name }}", "{{ trust_nmae }}", "trust_nmae"),
        ("{{ trust_name }}", "{{ trust_name", "is not closed"),
        ("{{ trust_name }}", "{{ trust_name | shout }}", "not allowed"),
    ],
)
def test_a_fault_in_a_firm_s_template_is_told(tmp_path: Path, old: str, new: str, words: str) -> None:
    outcome = draft(restyled(tmp_path, old, new))

    assert words in said(outcome)
    assert all(document.rendered is None for document in outcome.documents)


def test_a_firm_s_template_that_is_no_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "house.docx").write_bytes(b"Dear Sir")

    assert "not a Word document" in said(draft(tmp_path))


def test_the_firm_s_own_is_told_by_its_path_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(overlay(restyled(tmp_path, "Contents", "Index"), "counterparts", "may sign", "shall sign"))

    assert Engine(Path()).overrides == (
        "clauses/general/counterparts.md replaces clauses/general/counterparts.md",
        "templates/house.docx replaces templates/house.docx",
    )
