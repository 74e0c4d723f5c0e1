"""Run the installed ``qdot`` on every sample: which ones draft, which are refused, which have figures and dates alone.

The stories of ``tests/test_samples.py`` say which is which, so that no sample is left out here or there.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from test_samples import BAD, STORIES

qdot, samples, drafts = sys.argv[1:]


def calls(case: Path) -> list[tuple[list[str], int]]:
    """List the calls a sample has to stand, each with the exit code it promises."""
    figures, calendar = ["figures", str(case), "--json"], ["calendar", str(case), "--json"]
    draft = ["draft", str(case), "-o", str(Path(drafts) / case.stem)]
    if case.stem in STORIES:
        return [(draft, 0), (figures, 0), (calendar, 0)]
    if case.stem in BAD:
        return [(draft, 1), (["check", str(case)], 1)]
    return [(figures, 0)]


def faults(case: Path) -> list[str]:
    """Run a sample's calls and say what came out otherwise."""
    out = []
    for arguments, promised in calls(case):
        done = subprocess.run([qdot, *arguments], capture_output=True, text=True, timeout=300, check=False)
        if done.returncode != promised or "Traceback" in done.stderr:
            out.append(f"qdot {' '.join(arguments)} exits {done.returncode}, not {promised}:\n{done.stderr}")
    return out


cases = sorted(Path(samples).glob("*.yaml"))
with ThreadPoolExecutor(2) as pool:
    results = dict(zip(cases, pool.map(faults, cases), strict=True))
for case, found in results.items():
    print(f"{case.name}: {' '.join(found) or 'as promised'}")
sys.exit(any(results.values()) or not {*STORIES, *BAD} <= {case.stem for case in cases})
