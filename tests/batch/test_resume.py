"""A batch that was killed, stopped or ran out of room goes on, and ends as if nothing had happened."""

import os
import signal
from pathlib import Path

import pytest
from batches import COUNT, DRAFT, Outcome, cases, draft, kill, options, start, tree
from click.testing import CliRunner

from assembler.cli import main

KILLED_AT = """
import os, signal, sys
from pathlib import Path

out, moment, left = sys.argv[1], int(sys.argv[4]), int(sys.argv[4])

def count(event, given):
    global left
    if event in ("open", "os.mkdir", "os.rename") and str(given[0]).startswith(f"{out}{os.sep}"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
"""
"""Kills its own process just before the event of this number among those that open, make or rename a file."""

QDOT = "from assembler.cli import main; main()"

ANNOUNCED = """
from contextlib import contextmanager
from assembler.cli import interrupts

@contextmanager
def announced():
    with interrupts.blocked():
        yield
    print("a worker starts", flush=True)
"""
"""Prints a line after each moment at which a worker may be started."""

LITTLE_ROOM = """
import resource, sys

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
"""
"""Lets no file grow beyond so many bytes, as a full disk would not."""


def assert_it_goes_on(out: Path, undisturbed: tuple[Outcome, Path]) -> Outcome:
    again = draft(options(out), cases(COUNT), resume=True)

    assert again.recorded == undisturbed[0].recorded
    assert again.problems == ()
    assert tree(out) == tree(undisturbed[1])
    return again


def test_a_killed_batch_goes_on(tmp_path: Path, undisturbed: tuple[Outcome, Path]) -> None:
    process = start(DRAFT, tmp_path, 2, COUNT)
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(3)]
    kill(process)  # and with it every worker, or this would wait for ever

    assert lines[0] == "open\n"
    again = assert_it_goes_on(tmp_path, undisturbed)
    assert again.skipped >= 2  # what was reported as done is done
    assert len(again.results) == COUNT - again.skipped


def test_a_killed_command_goes_on_to_the_same_summary(tmp_path: Path) -> None:
    given = tmp_path / "cases"
    given.mkdir()
    for one in cases(COUNT):
        (given / f"{one.name}.yaml").write_bytes(one.content)
    (given / "bad.yaml").write_bytes(b"format: 1")
    command = ("batch", given, "--document", "trust-agreement", "--jobs", 1, "--json", "-o")
    killed, untouched = tmp_path / "killed", tmp_path / "untouched"

    process = start(QDOT, *command, killed)
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(3)]
    kill(process)
    (killed / ".summary.xlsx.abc12_yz").write_bytes(b"half")  # as one leaves that is killed a little later
    resumed, calm = (
        CliRunner().invoke(main, [*map(str, command), str(out), "--resume"]) for out in (killed, untouched)
    )

    assert all(line.startswith('{"case"') for line in lines)
    assert resumed.stderr == calm.stderr
    assert resumed.exit_code == calm.exit_code == 1  # for the bad one
    assert tree(killed) == tree(untouched)
    assert "summary.xlsx" in tree(untouched)


# a case makes its folder (event 1), opens three temporary files, and renames them; event 9 is in the second case
@pytest.mark.parametrize("moment", [1, 3, 6, 9])
def test_a_batch_killed_between_any_two_steps_goes_on(
    tmp_path: Path, undisturbed: tuple[Outcome, Path], moment: int
) -> None:
    process = start(KILLED_AT + DRAFT, tmp_path, 1, COUNT, moment)
    output, _ = process.communicate(timeout=60)

    assert process.returncode == -signal.SIGKILL
    finished = tree(tmp_path)
    for name, content in finished.items():
        if not any(part.startswith(".") for part in Path(name).parts):
            assert content == tree(undisturbed[1])[name]  # no half of a document under its name
    assert_it_goes_on(tmp_path, undisturbed)
    assert output.startswith("open\n")


def test_ctrl_c_finishes_what_is_in_hand_and_the_rest_goes_on(tmp_path: Path) -> None:
    process = start(DRAFT, tmp_path / "out", 2, 1000)
    assert process.stdout is not None
    first = [process.stdout.readline(), process.stdout.readline()]
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers, too
    output, errors = process.communicate(timeout=60)

    *rest, last = output.splitlines()
    assert (process.returncode, errors) == (0, "")
    assert first[1].endswith(" done\n")
    done = 1 + len(rest)
    assert last == f"stopped {done}"  # all that was begun is recorded, and there was more to begin
    assert done < 1000
    again = draft(options(tmp_path / "out"), cases(done + 3), resume=True)
    fresh = draft(options(tmp_path / "fresh"), cases(done + 3))
    assert again.skipped == done
    assert again.recorded == fresh.recorded
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def test_ctrl_c_while_the_workers_start_is_no_traceback(tmp_path: Path) -> None:
    process = start(ANNOUNCED + DRAFT.replace("guard=interrupts.blocked", "guard=announced"), tmp_path, 2, 1000)
    assert process.stdout is not None
    assert [process.stdout.readline() for _ in range(2)] == ["open\n", "a worker starts\n"]
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=60)

    assert errors == ""
    assert output.splitlines()[-1].startswith("stopped ")


def test_a_second_run_in_the_folder_says_so_and_stops(tmp_path: Path, undisturbed: tuple[Outcome, Path]) -> None:
    process = start(DRAFT, tmp_path, 1, COUNT)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    os.kill(process.pid, signal.SIGSTOP)  # it is in the middle of it as long as we look
    second = [draft(options(tmp_path), cases(COUNT), resume=resume) for resume in (False, True)]
    os.kill(process.pid, signal.SIGCONT)
    output, _ = process.communicate(timeout=60)

    for done in second:
        assert done.results == ()
        assert [problem.what for problem in done.problems] == ["another run is at work in this folder."]
    assert output.splitlines()[-1] == f"ended {COUNT}"
    assert tree(tmp_path) == tree(undisturbed[1])


@pytest.mark.parametrize("room", [16_000, 60_000], ids=["for no document", "for no ledger"])
def test_a_full_disk_ends_the_batch_with_a_problem(
    tmp_path: Path, undisturbed: tuple[Outcome, Path], room: int
) -> None:
    process = start(LITTLE_ROOM + DRAFT, tmp_path, 1, COUNT, room)
    output, errors = process.communicate(timeout=60)

    assert errors == ""
    assert "with room left on its disk" in output
    assert output.count(" done\n") < COUNT
    assert_it_goes_on(tmp_path, undisturbed)
