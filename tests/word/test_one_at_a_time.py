"""One run at a time writes into a folder, and nothing of the lock is left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assembler.word import alone

fcntl = pytest.importorskip("fcntl", reason="Windows locks a file instead")
HOLD = "import sys\nfrom assembler.word import alone\nfrom pathlib import Path\nwith alone(Path(sys.argv[1])):\n"


def is_taken(folder: Path) -> bool:
    """Tell whether another run has the folder for itself."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def test_a_folder_is_taken_while_one_run_writes_and_free_after_it(tmp_path: Path) -> None:
    with alone(tmp_path):
        assert is_taken(tmp_path)

    assert not is_taken(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_killed_leaves_the_folder_free(tmp_path: Path) -> None:
    code = f"{HOLD}    print('taken', flush=True)\n    sys.stdin.read()"
    holder = subprocess.Popen([sys.executable, "-c", code, tmp_path], stdin=-1, stdout=-1, text=True)
    assert holder.stdin is not None
    assert holder.stdout is not None
    with holder.stdin, holder.stdout:
        assert holder.stdout.readline() == "taken\n"
        assert is_taken(tmp_path)

        holder.kill()
        holder.wait()

    assert not is_taken(tmp_path)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), alone(tmp_path / "nowhere"):
        pass
