"""Print the lowest versions that pyproject.toml allows, as constraints for pip."""

import re
import tomllib
from pathlib import Path

pyproject = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text(encoding="utf-8"))
project = pyproject["project"]
extras = project["optional-dependencies"].values()
named = [*pyproject["build-system"]["requires"], *project["dependencies"], *(one for extra in extras for one in extra)]
for name, lowest in sorted({match.groups() for one in named if (match := re.match(r"(.+?)>=([\d.]+)", one))}):
    print(f"{name}=={lowest}")
