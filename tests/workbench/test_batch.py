"""A sheet is brought in, its cells judged in place, its rows made case files or drafted."""

import io
from collections.abc import Callable
from pathlib import Path
from threading import Event

from assembler.batch.result import State
from assembler.batch.sources.source import read_case
from assembler.matter import Matter
from assembler.workbench.batch_job import Job
from workbench.conftest import SAMPLES, Browser

SHEET = SAMPLES / "batch" / "cases.csv"
BASE = SAMPLES / "batch" / "base.yaml"


def brought(browser: Browser, name: str = "cases.csv") -> int:
    with io.BytesIO(SHEET.read_bytes()) as sheet, io.BytesIO(BASE.read_bytes()) as base:
        return browser.post("/batch", sheet=(sheet, name), base=(base, "base.yaml"))[0]


def ended(job: Job) -> Job:
    """Wait until a job has nothing to do."""
    pause = Event()
    while job.is_busy:
        pause.wait(0.01)
    return job


def done(make: Callable[[Job], None], folder: Path) -> Job:
    job = Job(SHEET, folder / "out", None, BASE)
    make(job)
    return ended(job)


def test_every_cell_that_is_wrong_is_told_at_its_row(tmp_path: Path) -> None:
    job = done(Job.check, tmp_path)

    assert job.rows == 7
    assert job.wrong >= 1
    assert all(":" in one.where for one in job.problems)


def test_a_sheet_is_drafted_and_taken_up_again(tmp_path: Path) -> None:
    first = done(Job.draft, tmp_path)
    drafted = sum(first.states.values())
    papers = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.docx")}

    second = done(Job.draft, tmp_path)

    assert first.phase == second.phase == "drafted"
    assert drafted == 7
    assert second.states[State.DONE] == 0
    assert first.states[State.DONE] == 6
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.docx")} == papers


def test_a_row_becomes_a_case_file_that_reads_the_same(browser: Browser, folder: Path) -> None:
    assert brought(browser) == 302

    page = browser.post("/batch/cases.csv/import")[1]

    assert page.count(".yaml</a>") == 6
    for source in Job(SHEET, folder, None, BASE).sources():
        if not (wanted := read_case(source)).problems:
            assert Matter.open(folder / f"{source.name}.yaml").case == wanted.case


def test_what_is_no_sheet_is_refused_in_words(browser: Browser, folder: Path) -> None:
    for name in ("../evil.csv", "cases.exe", "", ".csv"):
        assert brought(browser, name) in {400, 302}
    assert not (folder.parent / "evil.csv").exists()
