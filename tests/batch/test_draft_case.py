"""What a worker does with one case: its documents, its report, and what a summary needs of it."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from batches import CALIFORNIA, ROOT, case, options

from assembler.batch.draft_case import Output, Task, draft_case, write_files
from assembler.batch.options import Options, fingerprint
from assembler.batch.result import State
from assembler.matter import Manner

BOND = (ROOT / "samples" / "bond.yaml").read_bytes()


def task(chosen: Options, text: bytes = CALIFORNIA, name: str = "reyes") -> Task:
    return Task(case(name, text), 0, chosen, fingerprint(chosen), "digest")


def test_a_case_gets_its_documents_and_its_report(tmp_path: Path) -> None:
    result = draft_case(task(options(tmp_path))).result

    assert (result.name, result.shown, result.state) == ("reyes", "cases/reyes.yaml", State.DONE)
    assert [file.name for file in result.files] == ["reyes-trust-agreement.docx", "report.json", "report.md"]
    for file in result.files:
        assert sha256((tmp_path / "reyes" / file.name).read_bytes()).hexdigest() == file.digest
    assert result.as_of == date(2026, 11, 16)


def test_a_case_has_its_figures_and_its_dates_whatever_papers_are_wanted(tmp_path: Path) -> None:
    one = draft_case(task(options(tmp_path / "one"), BOND)).result
    whole = draft_case(task(Options(tmp_path / "whole"), BOND)).result
    nothing_written = (one, whole)

    assert [result.state for result in nothing_written] == [State.REFUSED, State.REFUSED]  # there is no folder yet
    assert one.amounts == whole.amounts
    assert one.dates == whole.dates
    assert {type(amount.value) for amount in one.amounts} >= {Decimal}
    assert all(due.day >= date(2026, 11, 16) for due in one.dates if one.as_of == date(2026, 11, 16))


def test_the_dates_of_a_case_are_those_from_its_own_day_on(tmp_path: Path) -> None:
    early = draft_case(task(options(tmp_path), BOND, "early")).result
    assert early.as_of is not None
    last = max(due.day for due in early.dates)
    late_text = BOND.replace(f"as_of: {early.as_of}".encode(), f"as_of: {last}".encode())
    late = draft_case(task(options(tmp_path), late_text, "late")).result

    assert len(early.dates) > 1
    assert min(due.day for due in early.dates) >= early.as_of
    assert {due.day for due in late.dates} == {last}


def test_open_points_are_recorded_by_document_and_number(tmp_path: Path) -> None:
    text = CALIFORNIA.replace(b"    instrument_date: 2026-11-16\n", b"")
    result = draft_case(task(options(tmp_path), text)).result

    assert [(point.file, point.number) for point in result.points] == [("reyes-trust-agreement.docx", 1)]
    assert result.state is State.DONE


def test_a_case_with_an_open_point_gets_its_report_and_no_final_paper(tmp_path: Path) -> None:
    text = CALIFORNIA.replace(b"    instrument_date: 2026-11-16\n", b"")
    final = options(tmp_path, manner=Manner(is_final=True))
    result = draft_case(task(final, text)).result

    assert result.state is State.REFUSED
    assert [file.name for file in result.files] == ["report.json", "report.md"]
    assert "still open" in result.problems[0].what


def test_a_case_that_cannot_be_read_still_gets_its_report(tmp_path: Path) -> None:
    result = draft_case(task(options(tmp_path), b"format: 1\nas_of: 2026-02-30\n")).result

    assert result.state is State.REFUSED
    assert [file.name for file in result.files] == ["report.json", "report.md"]
    report = json.loads((tmp_path / "reyes" / "report.json").read_bytes())
    assert [problem["where"] for problem in report["problems"]] == [problem.where for problem in result.problems]
    assert result.problems[0].where.startswith("cases/reyes.yaml:2")


def test_a_case_may_be_returned_as_bytes_and_written_elsewhere(tmp_path: Path) -> None:
    remote = replace(task(options(tmp_path)), returns_bytes=True)
    returned = draft_case(remote)

    assert list(tmp_path.iterdir()) == []
    assert write_files(remote, returned) == Output(returned.result)
    assert sorted(path.name for path in (tmp_path / "reyes").iterdir()) == sorted(returned.files)


def test_a_worker_with_other_clauses_refuses(tmp_path: Path) -> None:
    result = draft_case(replace(task(options(tmp_path)), fingerprint="of another version")).result

    assert result.state is State.REFUSED
    assert result.problems[0].what == "its worker would draft it otherwise than the batch does."
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_not_made_again_and_ends_the_batch(tmp_path: Path) -> None:
    output = draft_case(task(options(tmp_path / "gone")))

    assert output.result.state is State.REFUSED
    assert output.result.files == ()
    assert output.fatal is not None
    assert output.fatal.where == str(tmp_path / "gone" / "reyes")
    assert not (tmp_path / "gone").exists()


def test_a_file_in_the_place_of_a_case_s_folder_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "reyes").write_bytes(b"a person's")
    output = draft_case(task(options(tmp_path)))

    assert output.result.state is State.REFUSED
    assert output.fatal is None
    assert output.result.problems[0].fix.startswith("move away what stands in the place of the case's folder")


def test_a_link_to_nothing_in_the_place_of_a_case_s_folder_is_reported_as_that(tmp_path: Path) -> None:
    (tmp_path / "reyes").symlink_to(tmp_path / "gone")
    output = draft_case(task(options(tmp_path)))

    assert output.result.problems[0].fix.startswith("move away what stands in the place of the case's folder")
    assert not (tmp_path / "gone").exists()


def test_the_fingerprint_differs_with_all_that_drafts_depend_on_but_where_they_go(tmp_path: Path) -> None:
    firm = tmp_path / "firm"
    (firm / "templates").mkdir(parents=True)
    (firm / "templates" / "house.docx").write_bytes((ROOT / "templates" / "house.docx").read_bytes() + b"\0")
    plain = options(tmp_path)
    others = [
        replace(plain, wanted=()),
        replace(plain, manner=Manner(is_final=True)),
        replace(plain, manner=Manner(notes="all")),
        replace(plain, firm=firm),
    ]

    assert len({fingerprint(one) for one in (plain, *others)}) == 5
    assert fingerprint(replace(plain, out=tmp_path / "elsewhere", may_overwrite=True)) == fingerprint(plain)
