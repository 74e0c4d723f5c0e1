"""Ctrl-C during a batch: the first stops the batch, and what is started under the guard never gets any."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assembler.batch.options import Options
from assembler.batch.run import Batch
from assembler.cli import interrupts

IS_BLOCKED = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))"


def started() -> str:
    return subprocess.run([sys.executable, "-c", IS_BLOCKED], capture_output=True, text=True, check=True).stdout


def test_ctrl_c_is_blocked_in_every_process_that_is_started_meanwhile_and_in_no_other() -> None:
    with interrupts.blocked():
        assert started() == "True\n"
    assert started() == "False\n"


def test_where_signals_cannot_be_blocked_nothing_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as windows:
        windows.delattr(signal, "pthread_sigmask")
        with interrupts.blocked():
            assert started() == "False\n"


def test_the_first_ctrl_c_stops_the_batch_and_the_second_interrupts_the_command(tmp_path: Path) -> None:
    batch = Batch(Options(tmp_path))
    with interrupts.stopping(batch):
        os.kill(os.getpid(), signal.SIGINT)
        assert batch.was_stopped
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_when_the_batch_is_over_ctrl_c_is_handled_as_before(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    with interrupts.stopping(Batch(Options(tmp_path))):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
