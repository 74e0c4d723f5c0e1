"""Measure the workbench: from an answer to what follows from it, then to the open points; and a folder of 200 cases.

Run ``python tests/bench/answering.py [ANSWERS]``. In each sample so many answers are changed, one after another, as
the script of the page does it; then a list of 200 cases is asked for. Milliseconds of the clock, in one process.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from flask.testing import FlaskClient

from assembler.workbench.access import Access
from assembler.workbench.app import create_app

SAMPLES = Path(__file__).parents[2] / "samples"
BASE = "http://127.0.0.1:8056"
FORM = {"Origin": BASE, "Accept": "application/json"}
NAMES = ("Ana Ruiz", "Noor Haddad")
MANY = 200


def main() -> None:
    """Print the median and the 95th percentile of each."""
    answers = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for sample in SAMPLES.glob("*.yaml"):
            shutil.copy(sample, folder)
        client = _client(folder)
        names = sorted(path.name for path in folder.glob("*.yaml"))
        read = [name for name in names if _page(client, f"/case/{name}/rest")]  # which compiles what each calls for
        timed = [_answered(client, name, NAMES[number % 2]) for number in range(answers) for name in read]
        for path in (folder / "bond.yaml",) * MANY:
            shutil.copy(path, folder / f"copy-{len(list(folder.iterdir()))}.yaml")
        listed = [_timed(lambda: _page(client, "/?words=copy-")) for _ in range(5)]
    print(f"{len(read)} samples, {len(timed)} answers")
    for what, at in (("answer to consequences", 0), ("then to open points", 1)):
        those = [one[at] for one in timed]
        print(f"{what}: median {median(those):.0f} ms, 95th percentile {quantiles(those, n=20)[-1]:.0f} ms")
    print(f"list of {MANY} cases: median {median(listed):.0f} ms")


def _client(folder: Path) -> FlaskClient:
    client = create_app(folder, None, Access("token", frozenset({"127.0.0.1:8056"}), 8056)).test_client()
    client.get("/?token=token", base_url=BASE)
    return client


def _page(client: FlaskClient, page: str) -> bool:
    return client.get(page, base_url=BASE).status_code == 200


def _answered(client: FlaskClient, name: str, typed: str) -> tuple[float, float]:
    """Change one answer of a case: how long until what follows is there, and until the open points are."""
    path = "matter.attorney"
    seen = client.post(f"/case/{name}/answer", base_url=BASE, headers=FORM, data={"path": path, "typed": ""}).get_json()
    stands = seen["question"].partition('name="seen" value="')[2].partition('"')[0]
    form = {"path": path, "typed": typed, "seen": stands}
    first = _timed(lambda: client.post(f"/case/{name}/answer", base_url=BASE, headers=FORM, data=form))
    return first, _timed(lambda: client.get(f"/case/{name}/rest", base_url=BASE))


def _timed(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - begin)


if __name__ == "__main__":
    main()
