"""Workers that die: the cases they had in hand are done once more, and one that kills them is refused."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from batches import ROOT, cases, draft, options, recorded, tree

from assembler.batch.draft_case import Task
from assembler.batch.options import fingerprint
from assembler.batch.result import State
from assembler.batch.run import open_batch
from assembler.batch.worker_pool import InlineExecutor, WorkerPool

Deadly = Callable[[str], None]

KILLS_ITSELF = """
import os, signal, sys

def watch(event, given):
    if event == "os.mkdir" and {condition}:
        os.kill(os.getpid(), signal.SIGKILL)

def is_first(mark):
    try:
        return not os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False

sys.addaudithook(watch)
"""
"""What Python runs before anything else in a worker: it dies when it makes the folder of some case."""


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Deadly:
    """Give a function that has each worker begun from now on kill itself when a condition holds."""

    def make(condition: str) -> None:
        site = tmp_path / "site"
        site.mkdir()
        (site / "sitecustomize.py").write_text(KILLS_ITSELF.format(condition=condition), encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), str(ROOT)]))

    return make


def test_a_worker_killed_in_the_middle_costs_no_case(tmp_path: Path) -> None:
    with open_batch(options(tmp_path / "out"), jobs=2, resume=False) as batch:
        results = batch.draft(cases(20))
        next(results)
        worker = multiprocessing.active_children()[0].pid
        assert worker is not None
        os.kill(worker, signal.SIGKILL)
        count = 1 + sum(1 for _ in results)
        after = recorded(batch)

    calm = draft(options(tmp_path / "calm"), cases(20))
    assert count == 20
    assert batch.problems == []
    assert after == calm.recorded
    assert tree(tmp_path / "out") == tree(tmp_path / "calm")


def test_a_case_that_once_killed_its_worker_is_drafted(tmp_path: Path, deadly: Deadly) -> None:
    mark = tmp_path / "killed"
    deadly(f"str(given[0]).endswith('case-3') and is_first({str(mark)!r})")
    done = draft(options(tmp_path / "out"), cases(8), jobs=2)

    assert mark.exists()
    assert [result.state for result in done.recorded] == [State.DONE] * 8


def test_a_case_that_kills_its_worker_twice_is_refused_and_stops_no_other(tmp_path: Path, deadly: Deadly) -> None:
    deadly("str(given[0]).endswith('case-3')")
    done = draft(options(tmp_path / "out"), cases(12), jobs=2)

    states = {result.name: result.state for result in done.recorded}
    assert states.pop("case-3") is State.REFUSED
    assert set(states.values()) == {State.DONE}
    assert len(states) == 11
    (problem,) = done.recorded[3].problems
    assert (problem.where, problem.what) == ("cases/case-3.yaml", "its worker was ended twice while drafting it.")
    assert done.problems == ()


def test_workers_that_all_die_end_the_batch(tmp_path: Path, deadly: Deadly) -> None:
    deadly("str(given[0]).rpartition(os.sep)[2].startswith('case-')")
    done = draft(options(tmp_path / "out"), cases(100), jobs=2)

    assert {result.state for result in done.recorded} == {State.REFUSED}
    assert len(done.recorded) == 3
    assert [problem.what for problem in done.problems] == ["each one ends as soon as it begins."]


def test_a_fault_of_ours_in_one_case_stops_no_other(tmp_path: Path) -> None:
    one, other = cases(2)
    faulty = replace(one, content=None)  # type: ignore[arg-type]
    rests_on = fingerprint(options(tmp_path))
    jobs = [Task(source, 0, options(tmp_path), rests_on, "digest") for source in (faulty, other)]
    first, second = (answer.result for _, answer in WorkerPool(lambda _: InlineExecutor(), 1, 1).run(jobs))

    assert (first.state, second.state) == (State.REFUSED, State.DONE)
    assert first.problems[0].what.startswith("it could not be drafted (TypeError: ")
