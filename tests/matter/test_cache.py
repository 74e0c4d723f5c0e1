"""What is kept on disk between commands: it saves work, and nothing depends on it."""

import multiprocessing
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from assembler.matter import Engine, Matter, cache

SAMPLE = Path(__file__).parents[2] / "samples" / "california-couple.yaml"
PAPER = "trustee-acceptance"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "qdot-assembler"


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    (tmp_path / "firm").mkdir()
    return tmp_path / "firm"


def made_once(value: object, name: str = "thing", of: Path = Path("nowhere")) -> tuple[object, bool]:
    """Give what is kept, and whether it had to be made."""
    made: list[object] = []

    def make() -> object:
        made.append(value)
        return value

    return cache.Cache(of).kept(name, make), bool(made)


def test_what_was_made_is_taken_the_next_time() -> None:
    assert made_once({"a": 1}) == ({"a": 1}, True)
    assert made_once({"b": 2}) == ({"a": 1}, False)


def test_a_read_only_mapping_stays_one() -> None:
    made_once(MappingProxyType({"Zoë": ("&",)}))

    found, is_new = made_once(None)

    assert isinstance(found, MappingProxyType)
    assert found == {"Zoë": ("&",)}
    assert not is_new


def test_of_other_words_it_is_made_anew_and_of_the_same_again_it_is_not(firm: Path) -> None:
    clause = firm / "clause.md"
    clause.write_text("shall")
    made_once(1, of=firm)
    clause.write_text("may")

    assert made_once(2, of=firm) == (2, True)
    clause.write_text("shall")
    assert made_once(3, of=firm) == (1, False)


def test_what_is_made_while_somebody_writes_in_the_folder_is_not_kept(firm: Path) -> None:
    clause = firm / "clause.md"
    clause.write_text("shall")

    def make() -> str:
        clause.write_text("may")
        return clause.read_text()

    assert cache.Cache(firm).kept("thing", make) == "may"
    clause.write_text("shall")
    assert made_once("shall", of=firm) == ("shall", True)


def test_what_is_kept_is_closed_to_others(home: Path) -> None:
    made_once(1)

    assert home.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("spoiled", [b"", b"not what it was", b"\0" * 400])
def test_a_spoiled_entry_is_passed_over_and_replaced(home: Path, spoiled: bytes) -> None:
    made_once(1)
    (entry,) = home.iterdir()
    entry.write_bytes(spoiled)

    assert made_once(2) == (2, True)
    assert made_once(3) == (2, False)


def test_an_entry_with_one_bit_turned_is_passed_over(home: Path) -> None:
    made_once("a value")
    (entry,) = home.iterdir()
    content = bytearray(entry.read_bytes())
    content[-3] ^= 1
    entry.write_bytes(bytes(content))

    assert made_once("another") == ("another", True)


def test_without_a_folder_to_write_to_everything_is_made_as_before(home: Path) -> None:
    home.parent.mkdir()
    home.write_text("a file stands where the folder would be")

    assert made_once(1) == (1, True)
    assert made_once(2) == (2, True)


def test_what_others_could_have_written_is_not_taken(home: Path) -> None:
    made_once(1)
    home.chmod(0o777)

    assert made_once(2) == (2, True)


def test_an_entry_that_others_may_open_is_thrown_away(home: Path) -> None:
    made_once(1)
    (entry,) = home.iterdir()
    assert entry.stat().st_mode & 0o777 == 0o600
    entry.chmod(0o644)

    assert made_once(2) == (2, True)
    assert (home / entry.name).stat().st_mode & 0o777 == 0o600


def test_an_entry_that_is_a_link_is_thrown_away_and_not_followed(home: Path, tmp_path: Path) -> None:
    made_once(1)
    (entry,) = home.iterdir()
    entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(tmp_path / "elsewhere")

    assert made_once(2) == (2, True)
    assert not entry.is_symlink()


def test_no_name_leads_out_of_the_folder(home: Path, tmp_path: Path) -> None:
    made_once(1, name="../../firm/evil")

    assert [path.name for path in tmp_path.iterdir()] == ["cache"]
    assert len(list(home.iterdir())) == 1


def test_the_oldest_make_room(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 5)
    for number in range(8):
        made_once(number, name=f"n{number}")

    assert len(list(home.iterdir())) == 5
    assert not made_once(None, name="n3")[1]
    assert made_once(None, name="n2")[1]


def test_a_change_in_a_folder_changes_its_mark(tmp_path: Path) -> None:
    clause = tmp_path / "firm" / "clauses" / "a.md"
    clause.parent.mkdir(parents=True)
    marks = {cache.mark(tmp_path / "firm"), cache.mark(tmp_path / "firm"), cache.mark(tmp_path / "nowhere")}
    for text in ("one", "two", "longer"):
        clause.write_text(text)
        os.utime(clause, ns=(0, 0))
        marks.add(cache.mark(tmp_path / "firm"))

    assert len(marks) == 5


def test_every_room_that_makes_what_is_kept_is_there() -> None:
    assert [room.name for room in cache.MAKERS if not list(room.glob("*.py"))] == []


@pytest.mark.parametrize("which", ["MAKERS", "LIBRARIES"])
def test_what_compiles_a_library_is_part_of_its_mark(which: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.mark()
    monkeypatch.setattr(cache, which, getattr(cache, which)[1:])

    assert cache.mark() != before


def packages() -> Mapping[str, bytes]:
    outcome = Matter.open(SAMPLE, Engine()).draft("trust-agreement")
    return {one.name: one.rendered.package for one in outcome.documents if one.rendered}


def test_a_document_from_the_cache_has_the_same_bytes(home: Path) -> None:
    first = packages()
    kept = list(home.iterdir())

    assert packages() == first
    assert first
    assert len(kept) == 2, "the library and the agreement"


def make_together(number: int) -> object:
    return made_once(list(range(50_000)))[0]


def test_two_processes_that_write_at_once_leave_one_whole_entry(home: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        found = pool.map(make_together, range(6), chunksize=1)

    assert found == [list(range(50_000))] * 6
    assert [path.suffix for path in home.iterdir()] == [cache.ENDING]


def test_where_files_have_no_owner_nothing_is_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_once(1)
    monkeypatch.delattr(os, "getuid")

    assert made_once(2) == (2, True)
    assert made_once(3) == (3, True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a file away")
def test_an_entry_of_another_user_is_thrown_away(home: Path) -> None:
    made_once(1)
    (entry,) = home.iterdir()
    os.chown(entry, 12345, -1)

    assert made_once(2) == (2, True)
    assert entry.stat().st_uid == home.stat().st_uid


def test_a_folder_that_is_a_link_is_not_used(home: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    home.parent.mkdir()
    home.symlink_to(tmp_path / "elsewhere")

    assert made_once(1) == (1, True)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_cache_home_that_is_no_whole_path_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.chdir(tmp_path)
    made_once(1)

    assert [path.name for path in tmp_path.iterdir()] == ["me"]
