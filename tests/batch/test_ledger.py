"""The ledger: every row exactly as it was, and no second run while the first goes on."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assembler.batch import ledger
from assembler.batch.ledger import Ledger
from assembler.batch.result import Amount, Due, File, Point, Result, State
from assembler.problem import Problem

FULL = Result(
    "reyes",
    "cases/Reyes & Søn.yaml",
    State.PROBLEMS,
    (File("reyes-trust-agreement.docx", "ab" * 32), File("report.json", "cd" * 32)),
    (Problem("a.yaml:3: spouse", "she is 王小明’s wife.", "say who.", "26 USC 2056A(a)"), Problem("b", "c.", "d.")),
    (
        Amount("threshold_value", "reyes", Decimal("2000000.00"), "dollars"),
        Amount("years", "reyes", 5, "years"),
        Amount("due", "estate", "2026-09-15", "date"),
    ),
    (Due(date(2026, 9, 15), "Form 706", "estate", "the executor"),),
    (Point("reyes-trust-agreement.docx", 1, "the date of the agreement", "the attorney"),),
    date(2026, 3, 1),
    0.125,
)


@pytest.fixture
def new_ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = ledger.open_ledger(tmp_path / "out", resume=False)
    assert isinstance(opened, Ledger)
    yield opened
    opened.close()


def refusal(folder: Path, *, resume: bool = False) -> Problem:
    opened = ledger.open_ledger(folder, resume)
    assert isinstance(opened, Problem)
    return opened


def test_a_result_comes_back_as_it_was(new_ledger: Ledger) -> None:
    assert new_ledger.record(FULL, 0, "digest") is None

    assert list(new_ledger.results()) == [FULL]
    assert [type(amount.value) for amount in next(new_ledger.results()).amounts] == [Decimal, int, str]


def test_a_source_may_have_a_name_that_is_no_text(new_ledger: Ledger) -> None:
    odd = replace(FULL, shown="cases/\udcff.yaml", problems=(Problem("cases/\udcff.yaml", "so.", "do."),))

    assert new_ledger.record(odd, 0, "digest") is None
    assert list(new_ledger.results()) == [odd]


def test_results_come_in_the_order_of_the_sources(new_ledger: Ledger) -> None:
    for position, name in ((2, "a"), (0, "c"), (1, "b")):
        new_ledger.record(replace(FULL, name=name), position, "digest")

    assert [result.name for result in new_ledger.results()] == ["c", "b", "a"]


def test_a_case_that_is_done_again_keeps_one_row(new_ledger: Ledger) -> None:
    new_ledger.record(FULL, 0, "digest")
    new_ledger.record(replace(FULL, state=State.DONE, problems=()), 4, "another")

    assert [result.state for result in new_ledger.results()] == [State.DONE]
    entry = new_ledger.entry("reyes")
    assert entry is not None
    assert (entry.digest, entry.state) == ("another", State.DONE)
    assert entry.written == {"reyes-trust-agreement.docx": "ab" * 32, "report.json": "cd" * 32}


def test_the_files_of_a_case_are_known_after_a_run_that_could_write_none(new_ledger: Ledger) -> None:
    new_ledger.record(FULL, 0, "digest")
    new_ledger.record(replace(FULL, state=State.REFUSED, files=()), 0, "another")

    entry = new_ledger.entry("reyes")
    assert entry is not None
    assert entry.written.keys() == {"reyes-trust-agreement.docx", "report.json"}
    assert new_ledger.entry("nobody") is None


def test_a_case_that_is_no_longer_given_is_left_out_but_still_known(new_ledger: Ledger, tmp_path: Path) -> None:
    for position, name in enumerate(("a", "b", "c")):
        new_ledger.record(replace(FULL, name=name), position, "digest")
    new_ledger.close()
    again = ledger.open_ledger(tmp_path / "out", resume=True)
    assert isinstance(again, Ledger)
    again.keep("c", "cases/c.yaml", 0)
    again.record(replace(FULL, name="b"), 1, "digest")

    assert [result.name for result in again.results()] == ["a", "c", "b"]  # the run may yet come to the first
    again.finish()
    assert [(result.name, result.shown) for result in again.results()] == [("c", "cases/c.yaml"), ("b", FULL.shown)]
    assert again.entry("a") is not None
    again.close()


def test_a_second_run_is_refused_while_the_first_goes_on(new_ledger: Ledger, tmp_path: Path) -> None:
    for resume in (False, True):
        assert refusal(tmp_path / "out", resume=resume).what == "another run is at work in this folder."


def test_a_folder_that_holds_a_batch_is_resumed_only_when_that_is_asked_for(new_ledger: Ledger, tmp_path: Path) -> None:
    new_ledger.record(FULL, 0, "digest")
    new_ledger.close()

    problem = refusal(tmp_path / "out")
    assert problem.what == "this folder holds a batch already."
    assert "--resume" in problem.fix
    again = ledger.open_ledger(tmp_path / "out", resume=True)
    assert isinstance(again, Ledger)
    again.close()


def test_a_folder_in_which_no_case_was_drafted_yet_may_be_used_for_a_new_batch(
    new_ledger: Ledger, tmp_path: Path
) -> None:
    new_ledger.close()

    again = ledger.open_ledger(tmp_path / "out", resume=False)
    assert isinstance(again, Ledger)
    again.close()


def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / ledger.NAME
    path.write_text("the minutes of a meeting\n" * 100, encoding="utf-8")

    assert refusal(tmp_path, resume=True).what == "this file is not a ledger, or is damaged."
    assert path.read_text(encoding="utf-8").startswith("the minutes")


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / ledger.NAME
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE matters (id INTEGER)")
    other.commit()
    other.close()
    before = path.read_bytes()

    assert refusal(tmp_path, resume=True).what == "this is no ledger of this version of qdot."
    assert path.read_bytes() == before


def test_a_ledger_with_a_torn_page_is_refused(new_ledger: Ledger, tmp_path: Path) -> None:
    for number in range(50):
        new_ledger.record(replace(FULL, name=f"case-{number}"), number, "digest")
    new_ledger.close()
    path = tmp_path / "out" / ledger.NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])

    assert refusal(tmp_path / "out", resume=True).where == str(path)


def test_a_file_in_the_place_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")

    assert refusal(tmp_path / "out").where == str(tmp_path / "out")
    assert refusal(tmp_path / "out" / "inside").where == str(tmp_path / "out" / "inside")


def test_a_folder_in_the_place_of_the_ledger_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / ledger.NAME).mkdir()

    assert refusal(tmp_path, resume=True).where == str(tmp_path / ledger.NAME)


def test_a_ledger_that_is_gone_is_reported_and_not_written_to(new_ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "out" / ledger.NAME
    path.unlink()

    for problem in (new_ledger.record(FULL, 0, "digest"), new_ledger.keep("a", "a.yaml", 0), new_ledger.finish()):
        assert problem is not None
        assert (problem.where, problem.what) == (str(path), "the ledger of this batch is gone.")
