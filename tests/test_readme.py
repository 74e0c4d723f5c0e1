"""The README is true: its two commands, the commands it names, the files it points to."""

import re
import shlex
import tomllib
from configparser import ConfigParser
from itertools import chain
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from assembler.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SHELL = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
TABLE = re.findall(r"^```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)[0]
BUILT_WITH, NEEDED = PROJECT["build-system"]["requires"], PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"].values()
REQUIREMENTS = [Requirement(line) for line in (*BUILT_WITH, *NEEDED, *chain(*EXTRAS))]
PINS = [line.split("==") for line in (ROOT / ".ci/constraints.txt").read_text(encoding="utf-8").splitlines()[1:]]
HELD = {canonicalize_name(name): version for name, version in PINS}
LINKS = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]


def steps(block: str) -> list[list[str]]:
    """Split a shell command into the words of each of its steps."""
    return [shlex.split(step) for step in block.strip().split("&&")]


def test_the_first_two_shell_blocks_are_one_command_each() -> None:
    assert len(SHELL) >= 2
    assert [block.count("\n") for block in SHELL[:2]] == [1, 1]


def test_both_begin_in_a_virtual_environment_of_their_own_that_is_held_to_versions() -> None:
    for block in SHELL[:2]:
        assert steps(block)[:2] == [["python3", "-m", "venv", ".venv"], ["cp", ".ci/pip.conf", ".venv"]]
        assert all(step[0].startswith(".venv/bin/") for step in steps(block)[2:])


def test_what_is_installed_and_what_builds_it_is_held_to_the_same_versions() -> None:
    settings = ConfigParser()
    settings.read(ROOT / ".ci/pip.conf", encoding="utf-8")

    assert dict(settings["global"]) == dict.fromkeys(("constraint", "build-constraint"), ".ci/constraints.txt")


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=str)
def test_a_version_is_held_of_everything_that_the_project_names_and_one_that_it_allows(
    requirement: Requirement,
) -> None:
    assert HELD[canonicalize_name(requirement.name)] in requirement.specifier


def test_the_first_command_drafts_the_sample_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install, (program, *arguments) = steps(SHELL[0])[2:]
    monkeypatch.chdir(ROOT)
    assert (install, program) == ([".venv/bin/pip", "install", "--quiet", "."], ".venv/bin/qdot")
    assert arguments.count("drafts") == 1

    result = CliRunner().invoke(main, [str(tmp_path) if word == "drafts" else word for word in arguments])

    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / "report.md").is_file()
    assert list(tmp_path.glob("*-trust-agreement.docx")) != []


def test_the_first_command_can_be_repeated() -> None:
    assert "--force" in steps(SHELL[0])[-1]


def test_the_second_command_installs_extras_that_there_are_and_runs_the_tests() -> None:
    install, run = steps(SHELL[1])[2:]

    (target,) = [word for word in install if word.startswith(".[")]
    assert set(target[2:-1].split(",")) <= set(PROJECT["project"]["optional-dependencies"])
    assert run[:3] == [".venv/bin/python", "-m", "pytest"]


def test_every_command_is_in_the_table_and_the_table_has_no_other() -> None:
    named = re.findall(r"^qdot ([a-z]+)", TABLE, re.MULTILINE)

    assert sorted(set(named)) == sorted(main.commands)


@pytest.mark.parametrize("name", [name for name, one in main.commands.items() if isinstance(one, click.Group)])
def test_the_table_names_every_command_of_a_group(name: str) -> None:
    group = main.commands[name]
    assert isinstance(group, click.Group)

    told = re.findall(rf"^qdot {name} ([a-z|]+)", TABLE, re.MULTILINE)
    assert sorted(one for words in told for one in words.split("|")) == sorted(group.commands)


def test_every_option_that_it_names_is_one_that_a_command_takes() -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z]+", README)) - {"--quiet", "--version"}

    groups = [command for command in main.commands.values() if isinstance(command, click.Group)]
    commands = [*main.commands.values(), *(command for group in groups for command in group.commands.values())]
    taken = {option for command in commands for parameter in command.params for option in parameter.opts}
    assert named - taken == set()


def test_the_kinds_of_notes_are_those_it_names() -> None:
    (named,) = re.findall(r"--notes ([a-z|]+)", README)
    (parameter,) = [one for one in main.commands["draft"].params if one.name == "notes"]

    assert isinstance(parameter.type, click.Choice)
    assert named.split("|") == list(parameter.type.choices)


def test_the_newest_version_that_it_tells_of_is_the_one_that_there_is() -> None:
    told = re.findall(r"^- \*\*(\d+\.\d+\.\d+)\*\*: ", README, re.MULTILINE)

    assert told[0] == PROJECT["project"]["version"]


@pytest.mark.parametrize("link", LINKS)
def test_what_it_points_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("folder", re.findall(r"`((?:assembler|clauses|templates|samples|tests|\.ci)/[^`]*)`", README))
def test_what_it_names_is_there(folder: str) -> None:
    assert (ROOT / folder).exists()


def test_every_template_and_every_clause_travels_in_the_wheel() -> None:
    travels = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert travels.pop("clauses") == "assembler/clauses"
    those = [path for path in (ROOT / "templates").iterdir() if path.suffix not in {".py", ".md"} and path.is_file()]
    assert travels == {f"templates/{path.name}": f"assembler/templates/{path.name}" for path in those}


def test_it_claims_no_older_python_than_the_package_does() -> None:
    (named,) = re.findall(r"Python (3\.\d+) or newer", README)

    assert PROJECT["project"]["requires-python"] == f">={named}"
