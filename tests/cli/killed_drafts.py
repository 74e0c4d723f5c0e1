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
RECORD = ".qdot-written.json"


def command(case: Path, out: Path) -> list[str]:
    return [sys.executable, "-c", "from assembler.cli import main; main()", "draft", str(case), "-o", str(out)]


def is_whole(out: Path) -> bool:
    """Tell whether a folder holds exactly what its record says, with nothing temporary beside it."""
    known = json.loads((out / RECORD).read_text(encoding="utf-8"))
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in out.iterdir() if path.is_file()}
    found.pop(RECORD)
    return found == known and not any(path.name.startswith(".qdot-papers") for path in out.iterdir())


def main(times: int) -> None:
    """Redraft a folder for two cases in turn, kill each redraft, and look at it after the next run."""
    with tempfile.TemporaryDirectory() as name:
        folder, kills = Path(name), 0
        cases = [folder / "a.yaml", folder / "b.yaml"]
        text = (SAMPLES / "bond.yaml").read_text(encoding="utf-8")
        cases[0].write_text(text, encoding="utf-8")
        cases[1].write_text(text.replace("as_of: 2026-11-16", "as_of: 2026-11-17"), encoding="utf-8")
        start = time.monotonic()
        subprocess.run(command(cases[0], folder / "out"), check=False, capture_output=True)
        seconds = time.monotonic() - start
        for number in range(times):
            process = subprocess.Popen(command(cases[number % 2], folder / "out"), stdout=-3, stderr=-3)
            time.sleep(random.uniform(seconds * 0.5, seconds))
            process.kill()
            kills += process.wait() == -9
            subprocess.run(command(cases[number % 2], folder / "out"), check=False, capture_output=True)
            assert is_whole(folder / "out"), f"kill {number} left a set in parts"
        print(f"{kills} of {times} drafts were killed; every set was whole after the next run")


if __name__ == "__main__":
    main(int(sys.argv[1]))
