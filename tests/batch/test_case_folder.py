"""The folder of a case holds what it now comes to, and what a person changed in it is left alone."""

from hashlib import sha256
from pathlib import Path

import pytest

from assembler.batch import case_folder

NEW = {"a.docx": b"new a", "report.json": b"{}"}
OLD = {"a.docx": b"old a", "b.docx": b"old b", "report.json": b"{}"}


def put(place: Path, known: dict[str, bytes], *, force: bool = False) -> list[str]:
    digests = {name: sha256(content).hexdigest() for name, content in known.items()}
    return [str(problem) for problem in case_folder.write(NEW, place, digests, force)]


def listed(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.iterdir()}


@pytest.fixture
def standing(tmp_path: Path) -> Path:
    place = tmp_path / "case"
    place.mkdir()
    for name, content in OLD.items():
        (place / name).write_bytes(content)
    return place


def test_a_new_folder_gets_every_file(tmp_path: Path) -> None:
    assert put(tmp_path / "case", {}) == []
    assert listed(tmp_path / "case") == NEW


def test_an_earlier_draft_gives_way_and_so_does_a_paper_that_is_no_longer_called_for(standing: Path) -> None:
    assert put(standing, OLD) == []
    assert listed(standing) == NEW


def test_a_file_that_was_changed_keeps_everything_as_it_is(standing: Path) -> None:
    (standing / "a.docx").write_bytes(b"an attorney's work")
    before = listed(standing)

    (problem,) = put(standing, OLD)

    assert problem.startswith(f"{standing / 'a.docx'}: it was changed since it was drafted.\n")
    assert "--force" in problem
    assert listed(standing) == before


def test_a_changed_file_is_kept_even_when_it_is_no_longer_called_for(standing: Path) -> None:
    (standing / "b.docx").write_bytes(b"an attorney's work")

    assert [problem.partition("\n")[0] for problem in put(standing, OLD)] == [
        f"{standing / 'b.docx'}: it was changed since it was drafted."
    ]


def test_a_file_that_nobody_drafted_is_a_problem(standing: Path) -> None:
    (problem,) = put(standing, {})  # the report is as it is to be, and b.docx is none of ours

    assert problem.startswith(f"{standing / 'a.docx'}: the file is there already.\n")


def test_a_paper_under_its_other_name_is_a_problem_too(tmp_path: Path) -> None:
    (tmp_path / "a.unchecked.docx").write_bytes(b"an attorney's work")

    (problem,) = put(tmp_path, {})

    assert problem.startswith(f"{tmp_path / 'a.unchecked.docx'}: the file is there already.\n")
    assert put(tmp_path, {"a.unchecked.docx": b"an attorney's work"}) == []
    assert listed(tmp_path) == NEW


def test_whatever_stands_there_is_overwritten_when_that_is_said(standing: Path) -> None:
    (standing / "a.docx").write_bytes(b"an attorney's work")

    assert put(standing, OLD, force=True) == []
    assert listed(standing) == NEW


def test_what_a_killed_run_left_behind_is_swept_and_what_it_finished_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(NEW["a.docx"])
    (tmp_path / ".report.json.x1_yz789").write_bytes(b"{")
    (tmp_path / "notes.txt").write_bytes(b"a person's")
    inode = (tmp_path / "a.docx").stat().st_ino

    assert put(tmp_path, {}) == []
    assert listed(tmp_path) == NEW | {"notes.txt": b"a person's"}
    assert (tmp_path / "a.docx").stat().st_ino == inode


def test_the_folder_of_a_half_written_summary_is_swept_with_what_is_in_it(tmp_path: Path) -> None:
    aside = tmp_path / ".summary.xlsx.k2_x8qwe"
    aside.mkdir()
    (aside / "rows").write_bytes(b"half")
    (tmp_path / "reyes").mkdir()

    case_folder.remove_temporary(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["reyes"]


def test_hidden_files_of_a_person_are_not_swept(tmp_path: Path) -> None:
    (tmp_path / ".vscode.settings").mkdir()
    (tmp_path / ".notes.original").write_bytes(b"a person's")

    case_folder.remove_temporary(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".notes.original", ".vscode.settings"]


def test_the_folder_above_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "out" / "case", {})
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "case").write_bytes(b"a person's")

    with pytest.raises(OSError, match=r"case"):
        put(tmp_path / "case", {})
    assert listed(tmp_path) == {"case": b"a person's"}
