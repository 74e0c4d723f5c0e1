"""What many tests share: the engine, compiled once, and a case file with one thing changed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

from assembler.matter import Engine, Matter, Outcome
from assembler.problem import Problem

CALIFORNIA = Path(__file__).parents[1] / "samples" / "california-couple.yaml"

# No test fails for want of speed or luck; those that write files may write the same ones again.
settings.register_profile(
    "any machine",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("any machine")

Edit = Callable[[dict[str, Any]], object]
CaseFile = Callable[[Edit], Path]


class Plain(yaml.CSafeDumper):
    """Writes every answer out, even where two are one value to Python."""

    def ignore_aliases(self, data: object) -> bool:
        """Tell that nothing is ever written as a reference to what stands before."""
        return True


@pytest.fixture(scope="session")
def engine() -> Engine:
    """Give our own library and template; compiling them costs a quarter of a second."""
    return Engine()


@pytest.fixture(scope="session")
def california(engine: Engine) -> Outcome:
    """Give the agreement of the California case, drafted once."""
    return Matter.open(CALIFORNIA, engine).draft("trust-agreement")


@pytest.fixture
def unchecked(engine: Engine, case_file: CaseFile) -> Outcome:
    """Give the agreement of the California case with a date missing, as if it had failed its check."""

    def leave_open(answers: dict[str, Any]) -> None:
        del answers["trusts"][0]["instrument_date"]

    outcome = Matter.open(case_file(leave_open), engine).draft("trust-agreement")
    fault = Problem("reyes-trust-agreement: clause parties-decedent", "its words were changed.", "draft it again.")
    return replace(outcome, documents=tuple(replace(one, problems=(fault,)) for one in outcome.documents))


@pytest.fixture
def case_file(tmp_path: Path) -> CaseFile:
    """Give a function that writes the California case as changed by a function of its answers."""

    def write(edit: Edit) -> Path:
        answers = yaml.load(CALIFORNIA.read_text(encoding="utf-8"), yaml.CSafeLoader)
        edit(answers)
        path = tmp_path / "case.yaml"
        path.write_text(yaml.dump(answers, Dumper=Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return path

    return write
