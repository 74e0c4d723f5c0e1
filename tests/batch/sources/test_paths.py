"""Where cases come from: each source in its order, each fault in its place, nothing stopping the rest."""

import json
import os
from io import BytesIO
from pathlib import Path

import pytest

from assembler.batch.sources.paths import count_cases, find_sources
from assembler.batch.sources.source import Source, read_case
from assembler.problem import Problem

CASE = b"format: 1\nas_of: 2026-11-21\n"


def given(*names: Path | str, base: Path | None = None, stdin: bytes = b"") -> list[Source | Problem]:
    return list(find_sources([str(name) for name in names], base, BytesIO(stdin)))


def cases(*names: Path | str, base: Path | None = None, stdin: bytes = b"") -> list[Source]:
    found = given(*names, base=base, stdin=stdin)
    assert [one for one in found if isinstance(one, Problem)] == []
    return [one for one in found if isinstance(one, Source)]


def listed(found: list[Source | Problem]) -> list[str]:
    return [one.what if isinstance(one, Problem) else one.name for one in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of three cases, and of what is none."""
    (tmp_path / "cases" / "older").mkdir(parents=True)
    for name in ("b.yaml", "a.JSON", "c.yml", ".hidden.yaml", "notes.txt", "older/d.yaml"):
        (tmp_path / "cases" / name).write_bytes(CASE)
    return tmp_path / "cases"


def test_a_folder_gives_its_case_files_by_name(folder: Path) -> None:
    assert [(one.name, Path(one.shown).name) for one in cases(folder)] == [
        ("a", "a.JSON"),
        ("b", "b.yaml"),
        ("c", "c.yml"),
    ]


def test_the_base_is_no_case_of_the_folder_it_lies_in(folder: Path) -> None:
    assert listed(given(folder, base=folder / "b.yaml")) == ["a", "c"]
    assert listed(given(folder, base=folder / "older" / ".." / "b.yaml")) == ["a", "c"]


def test_an_empty_folder_is_reported(tmp_path: Path) -> None:
    assert listed(given(tmp_path)) == ["there is no case file in the folder."]


def test_what_cannot_be_read_is_reported_in_its_place_and_stops_nothing(folder: Path) -> None:
    (folder / "b.yaml").unlink()
    (folder / "b.yaml").mkdir()

    assert listed(
        given(folder, folder / "none.yaml", folder / "none.csv", folder / "x.ods", "a\0b", folder / "c.yml")
    ) == [
        "a",
        "this is a folder.",
        "c",
        "there is no such file.",
        "there is no such file.",
        "tables are not read from .ods files.",
        "there is no such file.",
        "c",
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_what_may_not_be_read_is_reported(folder: Path) -> None:
    (folder / "b.yaml").chmod(0)

    assert listed(given(folder)) == ["a", "the file may not be read.", "c"]


def test_a_faulty_base_is_reported_once_and_no_case_is_given(folder: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_bytes(b"spouse:\n  nmae: Jo\nas_of: soon\n")

    found = given(folder, base=base)

    assert [one.where for one in found if isinstance(one, Problem)] == [f"{base}:2: spouse.nmae", f"{base}:3: as_of"]
    assert len(found) == 2
    assert listed(given(folder, base=tmp_path / "none.yaml")) == ["there is no such file."]


def test_standard_input_gives_documents_named_by_their_matter(folder: Path) -> None:
    stdin = b"""# our cases
---
format: 1
matter: {number: 2026-0142, firm: Hale}
as_of: 2026-11-21
---
# nothing
---\r
as_of: 2026-11-21
matter:
  # of the firm
  number: 7/12

  firm: Hale
spouse: {name: "--- no"}
---
decedent: {name: Ana}
"""

    found = cases("-", folder / "c.yml", stdin=stdin)

    assert [(one.name, one.shown) for one in found[:3]] == [
        ("2026-0142", "standard input, case 1"),
        ("7-12", "standard input, case 2"),
        ("case-3", "standard input, case 3"),
    ]
    assert found[3].name == "c"
    assert read_case(found[2]).problems[0].where == "standard input, case 3:1: format"


def test_standard_input_gives_json_one_case_a_line() -> None:
    lines = [
        json.dumps({"format": 1, "as_of": "2026-11-21", "matter": {"number": number}}) for number in ("x", 7, None)
    ]
    stdin = "\n".join(lines).encode()

    found = cases("-", stdin=stdin)

    assert [one.name for one in found] == ["x", "7", "case-3"]
    assert [read_case(one).problems for one in found] == [(), (), ()]


def test_json_may_run_over_lines_where_documents_are_parted() -> None:
    text = json.dumps({"format": 1, "as_of": "2026-11-21"}, indent=2)

    assert len(cases("-", stdin=f"{text}\n---\n{text}\n".encode())) == 2


def test_an_empty_standard_input_is_reported() -> None:
    assert listed(given("-")) == ["there is no case in it."]
    assert listed(given("-", stdin=b"---\n# no\n---\n")) == ["there is no case in it."]


def test_a_document_that_is_too_long_is_reported_and_the_next_one_read() -> None:
    first, second = cases("-", stdin=b"a: b\n" * 500_000 + b"---\n" + CASE)

    assert len(first.content) < 2 * 1024 * 1024 + 10
    assert read_case(first).problems[0].what == "the file is larger than 2 MiB, which no case is."
    assert read_case(second).problems == ()


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    found = find_sources([str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")], None)
    (tmp_path / "a.yaml").write_bytes(CASE)

    assert isinstance(next(found), Source)

    (tmp_path / "b.yaml").write_bytes(CASE)
    assert isinstance(next(found), Source)


def test_the_cases_of_folders_case_files_and_csvs_can_be_counted_beforehand(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.YML", "c.json", "notes.txt", ".d.yaml"):
        (tmp_path / name).touch()
    table = tmp_path / "cases.csv"
    table.write_bytes(b'case,note\r\none,"two ""lines""\r\nof text"\r\n\r\ntwo,short')

    assert count_cases([str(tmp_path)]) == 3
    assert count_cases([str(tmp_path / "a.yaml"), str(table)]) == 3
    assert count_cases([str(table), "-"]) is None
    assert count_cases([str(tmp_path / "cases.xlsx")]) is None
    assert count_cases([str(tmp_path / "gone.csv")]) is None
