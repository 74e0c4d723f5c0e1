"""Kill a draft at many moments, by hand: `python tests/cli/killed_drafts.py 50`; it fails on a set in parts."""

import json
import random
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
RECORD, UNDER_WAY = ".qdot-written.json", ".qdot-papers"
WRITING = 0.03
"""Seconds that the writing of a set takes or so, within which every second draft is killed."""


def command(case: Path, out: Path) -> list[str]:
    return [sys.executable, "-c", "from assembler.cli import main; main()", "draft", str(case), "-o", str(out)]


def is_whole(out: Path) -> bool:
    """Tell whether a folder holds exactly what its record says, with nothing temporary beside it."""
    known = json.loads((out / RECORD).read_text(encoding="utf-8"))
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in out.iterdir() if path.is_file()}
    found.pop(RECORD)
    return found == known and not is_being_written(out)


def is_being_written(out: Path) -> bool:
    return any(path.name.startswith(UNDER_WAY) for path in out.iterdir())


def is_killed(case: Path, out: Path, seconds: float, while_writing: bool) -> bool:
    """Start a draft and kill it at a random moment, or at one while it writes; tell whether it had not ended before."""
    process = subprocess.Popen(command(case, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if while_writing:
        while process.poll() is None and not is_being_written(out):
            pass
        seconds = WRITING
    time.sleep(random.uniform(0, seconds))
    process.kill()
    return process.wait() == -9


def main(times: int) -> None:
    """Redraft a folder for two cases in turn, kill each redraft, and look at it after the next run."""
    with tempfile.TemporaryDirectory() as name:
        folder, kills, in_parts, runs = Path(name), 0, 0, 0
        cases, out = [folder / "a.yaml", folder / "b.yaml"], folder / "out"
        text = (SAMPLES / "bond.yaml").read_text(encoding="utf-8")
        cases[0].write_text(text, encoding="utf-8")
        cases[1].write_text(text.replace("as_of: 2026-11-16", "as_of: 2026-11-17"), encoding="utf-8")
        subprocess.run(command(cases[0], out), check=True, capture_output=True)
        while kills < times:
            runs += 1
            start = time.monotonic()
            subprocess.run(command(cases[runs % 2], out), check=True, capture_output=True)
            assert is_whole(out), f"run {runs} left a set in parts"
            if is_killed(cases[(runs + 1) % 2], out, time.monotonic() - start, runs % 4 < 2):
                kills += 1
                in_parts += is_being_written(out)
        subprocess.run(command(cases[0], out), check=True, capture_output=True)
        assert is_whole(out), "the last run left a set in parts"
        print(f"{kills} drafts were killed, {in_parts} while they wrote; every set was whole after the next run")


if __name__ == "__main__":
    main(int(sys.argv[1]))
