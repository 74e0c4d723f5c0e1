"""``qdot redline`` compares two files, says what it did, and overwrites nothing."""

import json
import zipfile
from pathlib import Path

import docx
import pytest
from command_line import qdot


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    for name, words in (("old.docx", "Pay within 30 days."), ("new.docx", "Pay within 60 days.")):
        paper = docx.Document()
        paper.add_paragraph(words)
        paper.save(str(tmp_path / name))
    return tmp_path / "old.docx", tmp_path / "new.docx"


def test_it_writes_the_changes_in_the_name_and_of_the_day_given(pair: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "changes.docx"

    told = qdot("redline", *pair, "-o", out, "--author", "Ines Prado", "--dated", "2026-11-02")

    assert (told.exit_code, told.stdout) == (0, f"{out}: 1 inserted, 1 deleted, 0 moved\n")
    with zipfile.ZipFile(out) as parts:
        assert b'w:author="Ines Prado" w:date="2026-11-02T00:00:00Z"' in parts.read("word/document.xml")


def test_a_file_that_is_there_is_not_overwritten_unless_one_says_so(pair: tuple[Path, Path]) -> None:
    _, new = pair
    before = new.read_bytes()

    told = qdot("redline", *pair, "-o", new)

    assert (told.exit_code, new.read_bytes()) == (1, before)
    assert "the file is there already" in told.stderr
    assert qdot("redline", *pair, "-o", new, "--force").exit_code == 0


def test_what_is_no_word_document_is_told_and_nothing_is_written(pair: tuple[Path, Path], tmp_path: Path) -> None:
    text = tmp_path / "notes.docx"
    text.write_text("only words", encoding="utf-8")

    told = qdot("redline", text, pair[1], "-o", tmp_path / "out.docx")

    assert (told.exit_code, told.stdout) == (1, "")
    assert "notes.docx: this is not a Word document" in told.stderr
    assert not (tmp_path / "out.docx").exists()


def test_json_has_the_counts(pair: tuple[Path, Path], tmp_path: Path) -> None:
    told = qdot("redline", *pair, "-o", tmp_path / "out.docx", "--json")

    assert json.loads(told.stdout) == {"inserted": 1, "deleted": 1, "moved": 0, "notes": []}
