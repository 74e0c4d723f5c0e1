"""A case as text, its figures by name, and the command as a person calls it."""

import json
from pathlib import Path
from typing import Any

from assembler.facts import find
from assembler.figures import Figures
from click.testing import CliRunner, Result

from assembler.casefile import read
from assembler.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"
HEAD = "format: 1\nas_of: 2026-11-21\n"
COUPLE = """\
decedent: {name: Tomás Ó Briain, died: 2020-02-01, status: citizen-domiciled-us}
spouse: {name: Ayşe Ó Briain, is_us_citizen: false, is_resident: true, born: 1950-05-05}
"""


def figured(text: str, head: str = HEAD + COUPLE) -> Figures:
    """Compute the figures of a couple's case with these answers."""
    found = read((head + text).encode())
    assert found.problems == ()
    assert found.case is not None
    return compute(found.case, find(found.case))


def values(found: Figures, name: str) -> dict[str, str]:
    """Return the values of every figure of a name, by subject."""
    return {one.subject: str(one.figure.value) for one in found.figures if one.figure.name == name}


def value(found: Figures, name: str) -> str:
    """Return the value of the one figure of a name."""
    (only,) = values(found, name).values()
    return only


def steps(found: Figures, name: str) -> list[str]:
    """Return the steps of every figure of a name."""
    return [
        f"{step.text} = {step.value}" for one in found.figures if one.figure.name == name for step in one.figure.steps
    ]


def qdot(*arguments: str | Path) -> Result:
    """Call the command; whatever happens, nobody may see a traceback."""
    result = CliRunner().invoke(main, list(map(str, arguments)), prog_name="qdot")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert "Traceback" not in result.output
    return result


def as_json(path: Path) -> list[dict[str, Any]]:
    """Return what `qdot figures --json` prints for a case that is well."""
    result = qdot("figures", path, "--json")
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert list(answer) == ["figures"]
    found: list[dict[str, Any]] = answer["figures"]
    return found
