"""What a worker does with one case: its documents, its report, and what a summary needs of it."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from batches import CALIFORNIA, ROOT, case, order

from assembler.batch.order import Order, ground
from assembler.batch.result import State
from assembler.batch.work import Answer, Job, do, kept
from assembler.matter import Manner

BOND = (ROOT / "samples" / "bond.yaml").read_bytes()


def job(order: Order, text: bytes = CALIFORNIA, name: str = "reyes") -> Job:
    return Job(case(name, text), 0, order, ground(order), "digest")


def test_a_case_gets_its_documents_and_its_report(tmp_path: Path) -> None:
    result = do(job(order(tmp_path))).result

    assert (result.name, result.shown, result.state) == ("reyes", "cases/reyes.yaml", State.DONE)
    assert [file.name for file in result.files] == ["reyes-trust-agreement.docx", "report.json", "report.md"]
    for file in result.files:
        assert sha256((tmp_path / "reyes" / file.name).read_bytes()).hexdigest() == file.digest
    assert result.as_of == date(2026, 11, 16)


def test_a_case_tells_its_figures_and_its_dates_whatever_papers_are_wanted(tmp_path: Path) -> None:
    one = do(job(order(tmp_path / "one"), BOND)).result
    whole = do(job(Order(tmp_path / "whole"), BOND)).result
    nothing_written = (one, whole)

    assert [result.state for result in nothing_written] == [State.REFUSED, State.REFUSED]  # there is no folder yet
    assert one.amounts == whole.amounts
    assert one.dates == whole.dates
    assert {type(amount.value) for amount in one.amounts} >= {Decimal}
    assert all(due.day >= date(2026, 11, 16) for due in one.dates if one.as_of == date(2026, 11, 16))


def test_the_dates_of_a_case_are_those_from_its_own_day_on(tmp_path: Path) -> None:
    early = do(job(order(tmp_path), BOND, "early")).result
    assert early.as_of is not None
    last = max(due.day for due in early.dates)
    late_text = BOND.replace(f"as_of: {early.as_of}".encode(), f"as_of: {last}".encode())
    late = do(job(order(tmp_path), late_text, "late")).result

    assert len(early.dates) > 1
    assert min(due.day for due in early.dates) >= early.as_of
    assert {due.day for due in late.dates} == {last}


def test_open_points_are_told_by_document_and_number(tmp_path: Path) -> None:
    text = CALIFORNIA.replace(b"    instrument_date: 2026-11-16\n", b"")
    result = do(job(order(tmp_path), text)).result

    assert [(point.file, point.number) for point in result.points] == [("reyes-trust-agreement.docx", 1)]
    assert result.state is State.DONE


def test_a_paper_that_fails_its_check_says_so_in_its_name(tmp_path: Path) -> None:
    text = CALIFORNIA.replace(b"    instrument_date: 2026-11-16\n", b"")
    final = order(tmp_path, manner=Manner(is_final=True))
    result = do(job(final, text)).result

    assert result.state is State.PROBLEMS
    assert result.files[0].name == "reyes-trust-agreement.unchecked.docx"
    assert "still open" in result.problems[0].what


def test_a_case_that_cannot_be_read_still_gets_its_report(tmp_path: Path) -> None:
    result = do(job(order(tmp_path), b"format: 1\nas_of: 2026-02-30\n")).result

    assert result.state is State.REFUSED
    assert [file.name for file in result.files] == ["report.json", "report.md"]
    report = json.loads((tmp_path / "reyes" / "report.json").read_bytes())
    assert [problem["where"] for problem in report["problems"]] == [problem.where for problem in result.problems]
    assert result.problems[0].where.startswith("cases/reyes.yaml:2")


def test_a_case_may_be_sent_back_and_written_elsewhere(tmp_path: Path) -> None:
    there = replace(job(order(tmp_path)), is_sent_back=True)
    sent = do(there)

    assert list(tmp_path.iterdir()) == []
    assert kept(there, sent) == Answer(sent.result)
    assert sorted(path.name for path in (tmp_path / "reyes").iterdir()) == sorted(sent.contents)


def test_a_worker_with_other_clauses_refuses(tmp_path: Path) -> None:
    result = do(replace(job(order(tmp_path)), ground="of another version")).result

    assert result.state is State.REFUSED
    assert result.problems[0].what == "its worker would draft it otherwise than the batch does."
    assert list(tmp_path.iterdir()) == []


def test_a_vanished_folder_is_not_made_again_and_ends_the_batch(tmp_path: Path) -> None:
    answer = do(job(order(tmp_path / "gone")))

    assert answer.result.state is State.REFUSED
    assert answer.result.files == ()
    assert answer.halt is not None
    assert answer.halt.where == str(tmp_path / "gone" / "reyes")
    assert not (tmp_path / "gone").exists()


def test_a_file_in_the_place_of_a_case_s_folder_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "reyes").write_bytes(b"a person's")
    answer = do(job(order(tmp_path)))

    assert answer.result.state is State.REFUSED
    assert answer.halt is None
    assert answer.result.problems[0].fix.startswith("move away what stands in the place of the case's folder")


def test_a_link_to_nothing_in_the_place_of_a_case_s_folder_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "reyes").symlink_to(tmp_path / "gone")
    answer = do(job(order(tmp_path)))

    assert answer.result.problems[0].fix.startswith("move away what stands in the place of the case's folder")
    assert not (tmp_path / "gone").exists()


def test_what_a_draft_rests_on_is_told_apart(tmp_path: Path) -> None:
    firm = tmp_path / "firm"
    (firm / "templates").mkdir(parents=True)
    (firm / "templates" / "house.docx").write_bytes((ROOT / "templates" / "house.docx").read_bytes() + b"\0")
    plain = order(tmp_path)
    others = [
        replace(plain, wanted=()),
        replace(plain, manner=Manner(is_final=True)),
        replace(plain, manner=Manner(notes="all")),
        replace(plain, firm=firm),
    ]

    assert len({ground(one) for one in (plain, *others)}) == 5
    assert ground(replace(plain, out=tmp_path / "elsewhere", may_overwrite=True)) == ground(plain)
