"""A file is written whole or not at all."""

import errno
from pathlib import Path

import pytest

from assembler.word import save


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
