"""A firm's template is examined before it is used: what it says is reported, and what it hides keeps it from use."""

import json
import zipfile
from pathlib import Path

from assembler.matter import Engine, Matter, Outcome
from assembler.matter.report import reports
from matter.docx_text import names

ROOT = Path(__file__).parents[2]
BOND = ROOT / "samples" / "bond.yaml"
COVER = "Drafting cover sheet"


def firm(folder: Path, old: str = COVER, new: str = COVER, more: str | None = None) -> Path:
    """Lay our template in a firm's folder, with some words of its main part changed and one part more."""
    target = folder / "templates" / "house.docx"
    target.parent.mkdir()
    with zipfile.ZipFile(ROOT / "templates" / "house.docx") as ours, zipfile.ZipFile(target, "w") as theirs:
        for name in ours.namelist():
            part = ours.read(name)
            assert name != "word/document.xml" or old.encode() in part
            theirs.writestr(name, part.replace(old.encode(), new.encode()) if name == "word/document.xml" else part)
        if more:
            theirs.writestr(more, "code")
    return folder


def draft(folder: Path) -> Outcome:
    return Matter.open(BOND, Engine(folder)).draft("trust-agreement")


def said(outcome: Outcome) -> str:
    return "\n".join(map(str, outcome.problems))


def test_what_a_firm_s_template_says_is_in_both_reports(tmp_path: Path) -> None:
    outcome = draft(firm(tmp_path, new="The bank owes nothing"))
    written = reports(outcome)

    assert said(outcome) == ""
    line = "house.docx, word/document.xml: The bank owes nothing"
    assert line in json.loads(written["report.json"])["template_words"]
    assert f"- {line}" in written["report.md"].decode()


def test_our_own_templates_need_no_telling() -> None:
    written = reports(Matter.open(BOND).draft("trust-agreement"))

    assert json.loads(written["report.json"])["template_words"] == []


def test_a_template_with_hidden_words_is_not_used(tmp_path: Path) -> None:
    outcome = draft(firm(tmp_path, f"<w:r><w:t>{COVER}", f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{COVER}"))

    assert "words are hidden" in said(outcome)
    assert outcome.documents == ()


def test_a_part_with_code_does_not_go_into_a_paper(tmp_path: Path) -> None:
    outcome = draft(firm(tmp_path, more="word/vbaProject.bin"))

    assert said(outcome) == ""
    (document,) = outcome.documents
    assert document.rendered is not None
    assert "word/vbaProject.bin" not in names(document.rendered.package)


def test_words_beside_a_tag_that_takes_its_paragraph_are_not_lost_in_silence(tmp_path: Path) -> None:
    tag = "{%p if is_draft %}"

    assert "would be lost" in said(draft(firm(tmp_path, tag, f"Text: {tag}")))
