"""``qdot verify`` says what became of a paper, records what was read, and writes a copy with comments."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from command_line import comments, draft, paragraphs, qdot, sample
from revision.planted_edits import MAIN, main_part, rezipped


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sent")
    assert draft(sample("bond"), out).exit_code == 0
    return out


@pytest.fixture
def back(folder: Path, tmp_path: Path) -> Path:
    """Give an agreement that came back with a figure changed."""
    sent = (folder / "katz-trust-agreement.docx").read_bytes()
    path = tmp_path / "back.docx"
    path.write_bytes(rezipped(sent, {MAIN: main_part(sent).replace("within 60 days", "within 90 days", 1).encode()}))
    return path


def against_base(back: Path, folder: Path, *options: str | Path) -> Result:
    return qdot("verify", back, "--base", folder / "katz-trust-agreement.docx", *options)


def test_a_change_is_told_with_what_it_touches_and_what_to_restore(back: Path) -> None:
    told = qdot("verify", back, "--case", sample("bond"))

    assert told.exit_code == 1
    assert "1 found changed, 1 not read" in told.stdout
    assert "- resignation: weakened; touches a figure (not tracked)" in told.stdout
    assert "restore: " in told.stdout


def test_what_was_read_is_recorded_beside_the_file_and_then_it_is_done(back: Path, folder: Path) -> None:
    assert against_base(back, folder).exit_code == 1
    assert against_base(back, folder, "--read", "resignation").exit_code == 0
    assert against_base(back, folder).exit_code == 0
    assert list(json.loads(back.with_suffix(".read.json").read_bytes())) == ["resignation"]


def test_a_clause_of_which_nothing_was_found_cannot_be_read(back: Path, folder: Path) -> None:
    told = against_base(back, folder, "--read", "resignations")

    assert (told.exit_code, "nothing was found of resignations" in told.stderr) == (2, True)
    assert not back.with_suffix(".read.json").exists()


def test_the_same_is_written_into_a_copy_as_comments(back: Path, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "found.docx"

    assert against_base(back, folder, "--docx", copy).exit_code == 1

    assert comments(copy) == comments(back) + 1
    assert paragraphs(copy) == paragraphs(back)
    assert against_base(back, folder, "--docx", copy).exit_code == 1
    assert "the file is there already" in against_base(back, folder, "--docx", copy).stderr


def test_json_has_every_finding(back: Path, folder: Path) -> None:
    answer = json.loads(against_base(back, folder, "--json").stdout)

    assert (answer["done"], [one["clause"] for one in answer["findings"]]) == (False, ["resignation"])


def test_it_wants_to_know_what_was_sent(back: Path) -> None:
    assert qdot("verify", back).exit_code == 2


def test_what_is_no_word_document_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_text("only words", encoding="utf-8")

    told = qdot("verify", path, "--case", sample("bond"))

    assert (told.exit_code, "this is not a Word document" in told.stderr) == (1, True)
