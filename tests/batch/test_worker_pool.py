"""Workers that die: the cases they had in hand are done once more, and one that kills them is refused."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from batches import COUNT, ROOT, Outcome, cases, draft, options, tree

from assembler.batch.draft_case import Task
from assembler.batch.options import fingerprint
from assembler.batch.result import State
from assembler.batch.sources.source import Source
from assembler.batch.worker_pool import InlineExecutor, WorkerPool

Deadly = Callable[[str], None]

KILLS_ITSELF = """
import os, signal, sys

def watch(event, given):
    if {condition}:
        os.kill(os.getpid(), signal.SIGKILL)

def is_first(mark):
    try:
        return not os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False

sys.addaudithook(watch)
"""
"""What Python runs before anything else in a worker, which then kills itself at some event."""


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Deadly:
    """Give a function that has each worker begun from now on kill itself when a condition holds."""

    def make(condition: str) -> None:
        site = tmp_path / "site"
        site.mkdir()
        (site / "sitecustomize.py").write_text(KILLS_ITSELF.format(condition=condition), encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), str(ROOT)]))

    return make


def test_a_worker_killed_in_the_middle_costs_no_case(
    tmp_path: Path, deadly: Deadly, undisturbed: tuple[Outcome, Path]
) -> None:
    mark = tmp_path / "killed"
    deadly(f"event == 'os.mkdir' and str(given[0]).endswith('case-3') and is_first({str(mark)!r})")
    done = draft(options(tmp_path / "out"), cases(COUNT), jobs=2)

    assert mark.exists()
    assert done.problems == ()
    assert done.recorded == undisturbed[0].recorded
    assert tree(tmp_path / "out") == tree(undisturbed[1])


def test_a_case_that_kills_its_worker_twice_is_refused_and_stops_no_other(tmp_path: Path, deadly: Deadly) -> None:
    deadly("event == 'os.mkdir' and str(given[0]).endswith('case-3')")
    done = draft(options(tmp_path / "out"), cases(9), jobs=2)  # one more than may be pending

    states = {result.name: result.state for result in done.recorded}
    assert states.pop("case-3") is State.REFUSED
    assert set(states.values()) == {State.DONE}
    assert len(states) == 8
    (problem,) = done.recorded[3].problems
    assert (problem.where, problem.what) == ("cases/case-3.yaml", "its worker was ended twice while drafting it.")
    assert done.problems == ()


def test_workers_that_all_die_end_the_batch(tmp_path: Path, deadly: Deadly) -> None:
    deadly("event == 'import' and given[0] == 'assembler'")
    done = draft(options(tmp_path / "out"), cases(100), jobs=2)

    assert {result.state for result in done.recorded} == {State.REFUSED}
    assert len(done.recorded) == 3
    assert [problem.what for problem in done.problems] == ["each one ends as soon as it begins."]


def test_a_fault_of_ours_in_one_case_stops_no_other(tmp_path: Path) -> None:
    one, other = cases(2)
    faulty = replace(one, content=None)  # type: ignore[arg-type]
    pool = WorkerPool(lambda _: InlineExecutor(), 1, 1)
    first, second = (output.result for _, output in pool.run(tasks(tmp_path, [faulty, other])))

    assert (first.state, second.state) == (State.REFUSED, State.DONE)
    assert first.problems[0].what.startswith("it could not be drafted (TypeError: ")


def test_a_task_is_taken_only_when_it_may_be_pending(tmp_path: Path) -> None:
    taken = 0

    def counted() -> Iterator[Task]:
        nonlocal taken
        for task in tasks(tmp_path, cases(20)):
            taken += 1
            yield task

    pool = WorkerPool(ThreadPoolExecutor, 2, 8)
    for done, _ in enumerate(pool.run(counted()), 1):
        assert taken - done <= 8
    pool.close()
    assert taken == 20


def tasks(out: Path, sources: Iterable[Source]) -> Iterator[Task]:
    for position, source in enumerate(sources):
        yield Task(source, position, options(out), fingerprint(options(out)), "digest")
