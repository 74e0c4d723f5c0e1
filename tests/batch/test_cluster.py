"""A real Dask scheduler and two workers on this machine: the same bytes, whatever becomes of them."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from batches import Outcome, cases, draft, options, recorded, start, tree

from assembler.batch import cluster
from assembler.batch.run import open_batch

distributed = pytest.importorskip("distributed")

COUNT = 40

CLUSTER = """
import sys
from distributed import LocalCluster

workers, folder = int(sys.argv[1]), sys.argv[2]
with LocalCluster(n_workers=workers, threads_per_worker=2, dashboard_address=None, local_directory=folder) as cluster:
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
"""


def start_cluster(workers: int, folder: Path, script: str = CLUSTER) -> tuple[subprocess.Popen[str], str]:
    process = start(script, workers, folder)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def end_cluster(process: subprocess.Popen[str]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    process, address = start_cluster(2, tmp_path_factory.mktemp("cluster"))
    yield address
    end_cluster(process)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, Path]:
    out = tmp_path_factory.mktemp("local")
    return draft(options(out), cases(COUNT)), out


def open_clients() -> int:
    """Count what holds a connection to a scheduler, or still tries to."""
    return sum(type(one) is distributed.Client and one.status != "closed" for one in gc.get_objects())


def refusal(out: Path, address: str) -> str:
    with open_batch(options(out), jobs=1, resume=False, scheduler=address) as batch:
        assert list(batch.draft(cases(1))) == []
        (problem,) = batch.problems
    assert not out.exists()
    return str(problem)


@pytest.mark.slow
@pytest.mark.parametrize("is_shared", [False, True], ids=["sent back", "shared"])
def test_a_cluster_makes_the_bytes_that_this_computer_makes(
    tmp_path: Path, address: str, local: tuple[Outcome, Path], is_shared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where the workers are not
    with open_batch(options(Path("out"), is_shared=is_shared), jobs=1, resume=False, scheduler=address) as batch:
        count = sum(1 for _ in batch.draft(cases(COUNT)))
        after = recorded(batch)

    assert count == COUNT
    assert batch.problems == []
    assert after == local[0].recorded
    assert tree(tmp_path / "out") == tree(local[1])


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_costs_no_case(tmp_path: Path, address: str, local: tuple[Outcome, Path]) -> None:
    with distributed.Client(address, set_as_default=False) as client:
        workers = client.run(os.getpid)
    with open_batch(options(tmp_path), jobs=1, resume=False, scheduler=address) as batch:
        results = batch.draft(cases(COUNT))
        next(results)
        os.kill(min(workers.values()), signal.SIGKILL)
        list(results)
        after = recorded(batch)

    assert len(workers) == 2
    assert batch.problems == []
    assert after == local[0].recorded
    assert tree(tmp_path) == tree(local[1])


@pytest.mark.slow
def test_what_a_cluster_left_undone_this_computer_goes_on_with(tmp_path: Path, local: tuple[Outcome, Path]) -> None:
    process, address = start_cluster(1, tmp_path / "cluster")
    with open_batch(options(tmp_path / "out"), jobs=1, resume=False, scheduler=address) as batch:
        results = batch.draft(cases(200))
        next(results)
        end_cluster(process)  # the scheduler, too
        rest = list(results)

    assert len(rest) < 199
    assert [problem.what for problem in batch.problems] == ["the scheduler is gone."]
    again = draft(options(tmp_path / "out"), cases(COUNT), resume=True)
    assert again.recorded == local[0].recorded
    assert tree(tmp_path / "out").items() >= tree(local[1]).items()


@pytest.mark.slow
def test_the_command_says_no_more_of_a_lost_scheduler_than_that_it_is_gone(tmp_path: Path) -> None:
    given = tmp_path / "cases"
    given.mkdir()
    for one in cases(200):
        (given / f"{one.name}.yaml").write_bytes(one.content)
    scheduler, address = start_cluster(1, tmp_path / "cluster")
    command = ("batch", given, "-o", tmp_path / "out", "--document", "trust-agreement", "--json")
    process = start("from assembler.cli import main; main()", *command, "--scheduler", address)
    assert process.stdout is not None
    process.stdout.readline()
    end_cluster(scheduler)
    _, errors = process.communicate(timeout=60)

    assert {line.rpartition(": ")[2] for line in errors.splitlines()} == {
        "the scheduler is gone.",
        "start it again and say --resume to go on.",
    }


def test_no_scheduler_at_an_address_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "TIMEOUT", "0.2s")

    assert "no scheduler answers there" in refusal(tmp_path / "out", "tcp://127.0.0.1:9")
    assert "no scheduler answers there" in refusal(tmp_path / "out", "the office")
    assert open_clients() == 0  # for it would be closed at any time, such as while another is opened


@pytest.mark.slow
def test_a_scheduler_without_workers_is_a_problem(tmp_path: Path) -> None:
    process, address = start_cluster(0, tmp_path / "cluster")
    problem = refusal(tmp_path / "out", address)
    end_cluster(process)

    assert "the scheduler has no workers." in problem
    assert f"dask worker {address}" in problem


@pytest.mark.slow
def test_a_cluster_that_lacks_this_package_is_a_problem(tmp_path: Path) -> None:
    process, address = start_cluster(1, tmp_path / "cluster", f"import sys\nsys.modules['assembler'] = None\n{CLUSTER}")
    problem = refusal(tmp_path / "out", address)
    end_cluster(process)

    assert "its scheduler or its workers do not have qdot-assembler." in problem


def test_without_dask_a_cluster_is_a_problem_that_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    assert "pip install 'qdot-assembler[cluster]'" in refusal(tmp_path / "out", "tcp://127.0.0.1:8786")
