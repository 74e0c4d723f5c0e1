"""A file is written whole or not at all."""

import errno
from pathlib import Path

import pytest

from assembler.word import NotReplacedError, finish, save, save_set
from assembler.word.saving import FORMER, GONE, MAKING, NEW, UNDER_WAY


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    save(tmp_path / "a.docx", b"whole")

    assert (tmp_path / "a.docx").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old and longer")

    save(tmp_path / "a.docx", b"new")

    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_where_a_folder_stands_under_the_name_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()

    with pytest.raises(IsADirectoryError):
        save(tmp_path / "a.docx", b"whole")

    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
    assert list((tmp_path / "a.docx").iterdir()) == []


def test_where_there_is_no_folder_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save(tmp_path / "none" / "a.docx", b"whole")

    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_halfway_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")

    with pytest.raises(TypeError):
        save(tmp_path / "a.docx", "text where bytes belong")  # type: ignore[arg-type]

    assert (tmp_path / "a.docx").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_full_disk_leaves_nothing_behind() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only some systems have a device that is always full")

    with pytest.raises(OSError, match=r".") as raised:
        full.write_bytes(b"whole")

    assert raised.value.errno == errno.ENOSPC


def listed(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_set_of_which_one_cannot_be_replaced_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    (tmp_path / "b.docx").write_bytes(b"old")
    (tmp_path / ".~lock.b.docx#").write_bytes(b"LibreOffice was here")
    before = listed(tmp_path)

    with pytest.raises(NotReplacedError) as raised:
        save_set({"a.docx": b"new", "b.docx": b"new"}, tmp_path, {})

    assert raised.value.filename == str(tmp_path / "b.docx")
    assert listed(tmp_path) == before


def made_ready(folder: Path, name: str) -> None:
    for part in (NEW, FORMER, GONE):
        (folder / name / part).mkdir(parents=True)
    (folder / name / NEW / "a.docx").write_bytes(b"new")


def test_a_set_that_was_not_decided_when_its_run_was_killed_is_undone(tmp_path: Path) -> None:
    made_ready(tmp_path, MAKING)
    (tmp_path / MAKING / FORMER / "a.docx").write_bytes(b"old")

    finish(tmp_path)

    assert listed(tmp_path) == {"a.docx": b"old"}


def test_a_set_that_was_decided_when_its_run_was_killed_is_completed(tmp_path: Path) -> None:
    made_ready(tmp_path, UNDER_WAY)
    (tmp_path / UNDER_WAY / GONE / "b.docx").write_text("aside")
    (tmp_path / "a.docx").write_bytes(b"old")
    (tmp_path / "b.docx").write_bytes(b"old b")

    finish(tmp_path)

    assert listed(tmp_path) == {"a.docx": b"new", "aside/b.docx": b"old b"}


@pytest.mark.parametrize("part", [NEW, FORMER, GONE])
def test_a_set_whose_run_was_killed_while_tidying_up_is_tidied_up(tmp_path: Path, part: str) -> None:
    made_ready(tmp_path, UNDER_WAY)
    finish(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    for left in {NEW, FORMER, GONE} - {part}:
        (tmp_path / UNDER_WAY / left).mkdir(parents=True)
    finish(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_link_with_the_name_of_a_set_under_way_is_not_followed(tmp_path: Path) -> None:
    made_ready(tmp_path, "elsewhere")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / UNDER_WAY).symlink_to(tmp_path / "elsewhere")

    finish(tmp_path / "out")

    assert listed(tmp_path) == {f"elsewhere/{NEW}/a.docx": b"new"}
