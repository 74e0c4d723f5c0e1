"""The folder of a case holds what it now comes to, and what a person changed in it is left alone."""

from hashlib import sha256
from pathlib import Path

import pytest

from assembler.batch import case_folder

NEW = {"a.docx": b"new a", "report.json": b"{}"}
OLD = {"a.docx": b"old a", "b.docx": b"old b", "report.json": b"{}"}


def write(folder: Path, written: dict[str, bytes], *, force: bool = False) -> list[str]:
    digests = {name: sha256(content).hexdigest() for name, content in written.items()}
    return [str(problem) for problem in case_folder.write(NEW, folder, digests, force)]


def listed(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    for name, content in OLD.items():
        (folder / name).write_bytes(content)
    return folder


def test_a_new_folder_gets_every_file(tmp_path: Path) -> None:
    assert write(tmp_path / "case", {}) == []
    assert listed(tmp_path / "case") == NEW


def test_an_earlier_draft_gives_way_and_a_paper_that_is_no_longer_called_for_is_moved_aside(drafted: Path) -> None:
    assert write(drafted, OLD) == []
    assert listed(drafted) == NEW | {"no longer called for/b.docx": b"old b"}


def test_a_file_that_was_changed_keeps_everything_as_it_is(drafted: Path) -> None:
    (drafted / "a.docx").write_bytes(b"an attorney's work")
    before = listed(drafted)

    (problem,) = write(drafted, OLD)

    assert problem.startswith(f"{drafted / 'a.docx'}: it was changed since it was drafted.\n")
    assert "--force" in problem
    assert listed(drafted) == before


def test_a_changed_file_is_kept_even_when_it_is_no_longer_called_for(drafted: Path) -> None:
    (drafted / "b.docx").write_bytes(b"an attorney's work")

    assert [problem.partition("\n")[0] for problem in write(drafted, OLD)] == [
        f"{drafted / 'b.docx'}: it was changed since it was drafted."
    ]


def test_a_file_that_nobody_drafted_is_a_problem(drafted: Path) -> None:
    (problem,) = write(drafted, {})  # the report is as it is to be, and b.docx is none of ours

    assert problem.startswith(f"{drafted / 'a.docx'}: the file is there already.\n")


def test_a_paper_under_its_other_name_is_a_problem_too(tmp_path: Path) -> None:
    (tmp_path / "a.unchecked.docx").write_bytes(b"an attorney's work")

    (problem,) = write(tmp_path, {})

    assert problem.startswith(f"{tmp_path / 'a.unchecked.docx'}: the file is there already.\n")
    assert write(tmp_path, {"a.unchecked.docx": b"an attorney's work"}) == []
    assert listed(tmp_path) == NEW


def test_whatever_is_there_is_overwritten_when_that_is_asked_for(drafted: Path) -> None:
    (drafted / "a.docx").write_bytes(b"an attorney's work")

    assert write(drafted, OLD, force=True) == []
    assert listed(drafted) == NEW | {"no longer called for/b.docx": b"old b"}


def test_what_a_killed_run_left_behind_is_removed_and_what_it_finished_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(NEW["a.docx"])
    (tmp_path / ".report.json.x1_yz789").write_bytes(b"{")
    (tmp_path / "notes.txt").write_bytes(b"a person's")
    inode = (tmp_path / "a.docx").stat().st_ino

    assert write(tmp_path, {}) == []
    assert listed(tmp_path) == NEW | {"notes.txt": b"a person's"}
    assert (tmp_path / "a.docx").stat().st_ino == inode


def test_the_folder_of_a_half_written_summary_is_removed_with_what_is_in_it(tmp_path: Path) -> None:
    temporary = tmp_path / ".summary.xlsx.k2_x8qwe"
    temporary.mkdir()
    (temporary / "rows").write_bytes(b"half")
    (tmp_path / "reyes").mkdir()

    case_folder.remove_temporary(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["reyes"]


def test_hidden_files_of_a_person_are_not_removed(tmp_path: Path) -> None:
    (tmp_path / ".vscode.settings").mkdir()
    (tmp_path / ".notes.original").write_bytes(b"a person's")

    case_folder.remove_temporary(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".notes.original", ".vscode.settings"]


def test_the_folder_above_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "out" / "case", {})
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "case").write_bytes(b"a person's")

    with pytest.raises(OSError, match=r"case"):
        write(tmp_path / "case", {})
    assert listed(tmp_path) == {"case": b"a person's"}


def test_a_link_in_the_place_of_the_folder_is_refused_and_nothing_behind_it_is_touched(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ".a.docx.x1_yz789").write_bytes(b"a person's")
    (tmp_path / "case").symlink_to(elsewhere)

    with pytest.raises(NotADirectoryError):
        write(tmp_path / "case", {})

    assert listed(elsewhere) == {".a.docx.x1_yz789": b"a person's"}


def test_a_link_with_the_name_of_a_half_written_file_is_removed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.docx").write_bytes(b"a person's")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".summary.xlsx.k2_x8qwe").symlink_to(tmp_path / "elsewhere")

    case_folder.remove_temporary(tmp_path / "out")

    assert listed(tmp_path) == {"elsewhere/a.docx": b"a person's"}
