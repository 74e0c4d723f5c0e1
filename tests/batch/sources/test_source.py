"""A source is a case by itself: it is read from its own bytes, and has a name that every system accepts."""

import pickle
from pathlib import Path

import pytest

from assembler.batch.sources.paths import find_sources
from assembler.batch.sources.source import Source, folder_name, read_case


def cases(*paths: Path, base: Path | None = None) -> list[Source]:
    return [one for one in find_sources([str(path) for path in paths], base) if isinstance(one, Source)]


def test_a_case_that_is_no_case_is_for_its_own_report(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff")

    (case,) = cases(tmp_path)

    assert [one.where for one in read_case(case).problems] == [f"{tmp_path / 'a.yaml'}:1"]


def test_a_source_is_read_from_its_own_bytes_wherever_it_is_sent(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_bytes(b"format: 1\nas_of: 2026-11-21\nspouse: {name: Jo}\n")
    (tmp_path / "a.yaml").write_bytes(b"decedent: {name: Ana}\n")
    (tmp_path / "b.csv").write_bytes(b"decedent.name\nEva\n")
    found = cases(tmp_path / "a.yaml", tmp_path / "b.csv", base=tmp_path / "base.yaml")
    for path in tmp_path.iterdir():
        path.unlink()

    readings = [read_case(pickle.loads(pickle.dumps(one))) for one in found]

    names = [(one.case.decedent.name, one.case.spouse.name) for one in readings if one.case]
    assert names == [("Ana", "Jo"), ("Eva", "Jo")]
    assert readings[1].where("decedent.name") == f"{tmp_path / 'b.csv'}:2: decedent.name"
    assert readings[1].where("spouse.name") == f"{tmp_path / 'base.yaml'}:3: spouse.name"


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"[1]", b"1", b'{"a":1}', b'{"a":[]}', b'{"a":[1]}', b"\xff", b"[" * 99999]
)
def test_a_row_that_was_damaged_on_its_way_is_reported(content: bytes) -> None:
    assert read_case(Source("a", "cases.csv", content, 7)).problems[0].where.startswith("cases.csv:7")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Abernathy & al-Khatib", "Abernathy-al-Khatib"),
        (" José / Ọkọnkwọ_2 ", "José-Ọkọnkwọ_2"),
        ("Jose\u0301", "José"),
        ("नेहा", "नेहा"),
        ("../.secret", "secret"),
        ("a.", "a"),
        ("\ud800\n", "case"),
        ("", "case"),
        ("NUL", "case-NUL"),
        ("com1.txt", "case-com1.txt"),
        ("Ledger.sqlite-wal", "case-Ledger.sqlite-wal"),
        ("summary.xlsx", "case-summary.xlsx"),
        ("x" * 79 + "-y", "x" * 79),
        ("\U00020000" * 80, "\U00020000" * 60),
    ],
)
def test_a_case_has_the_name_of_a_folder_on_every_system(text: str, name: str) -> None:
    assert folder_name(text) == name
