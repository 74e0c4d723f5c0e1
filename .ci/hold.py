"""Hold what the README's commands install, builders included, to the newest versions that pyproject.toml allows."""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HELD = Path(__file__).with_name("constraints.txt")
ROOT = HELD.parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = ",".join(PROJECT["project"]["optional-dependencies"])
BUILDERS = [
    *PROJECT["build-system"]["requires"],
    "editables",  # hatchling asks for it to install in place
    "setuptools",  # num2words needs docopt, which has to be built
    "wheel",
]

oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
if not sys.version.startswith(f"{oldest}."):
    sys.exit(f"run this with Python {oldest}, the oldest we support: what is made for it serves the newer ones too")
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [f"{folder}/bin/pip"]
    subprocess.run([*pip, "install", "--quiet", "--upgrade", f"{ROOT}[{EXTRAS}]", *BUILDERS], check=True)
    freeze = [*pip, "freeze", "--all", "--exclude", "pip", "--exclude", PROJECT["project"]["name"]]
    versions = subprocess.run(freeze, check=True, capture_output=True, text=True).stdout
HELD.write_text(f"# made by `python3 .ci/hold.py`\n{versions}", encoding="utf-8")
