"""`qdot` as a process of its own: exit codes, the two streams, and what it loads to say little."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import pytest
from command_line import ROOT, changed, names, sample

from assembler.cli import main

RUN = "from assembler.cli import main; main(prog_name='qdot')"
HEAVY = {"babel", "docx", "docxtpl", "holidays", "jinja2", "lxml", "markdown_it", "num2words", "pypdf", "yaml"}


def run(*arguments: str | Path, cwd: Path, code: str = RUN, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder that is not the checkout."""
    known = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environ}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, env=known, capture_output=True, check=False, timeout=120, encoding="utf-8")
    assert "Traceback" not in done.stdout + done.stderr
    return done


def test_a_draft_from_another_folder_finds_our_clauses_and_templates(tmp_path: Path) -> None:
    done = run("draft", sample("bond"), "trust-agreement", "-o", "drafts", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{Path('drafts', 'katz-trust-agreement.docx')}: checked, 0 open points\n"
    assert names(tmp_path / "drafts") == ["katz-trust-agreement.docx", "report.json", "report.md"]


def test_problems_go_to_standard_error_and_json_alone_to_standard_output(tmp_path: Path) -> None:
    done = run("check", sample("refused-case"), "--json", cwd=tmp_path)

    assert done.returncode == 1
    assert len(json.loads(done.stdout)["problems"]) == done.stderr.count("\n  fix: ") == 23


def test_a_wrong_call_exits_2(tmp_path: Path) -> None:
    assert run("draft", sample("bond"), cwd=tmp_path).returncode == 2
    assert run("burn", cwd=tmp_path).returncode == 2
    assert names(tmp_path) == []


def test_python_runs_the_package_as_the_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "assembler", "--version"]

    shown = subprocess.check_output(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True)

    assert shown.startswith("qdot, version ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_learns_to_complete_the_commands(shell: str, tmp_path: Path) -> None:
    done = run(cwd=tmp_path, _QDOT_COMPLETE=f"{shell}_source")

    assert done.returncode == 0
    assert "_QDOT_COMPLETE" in done.stdout


def test_a_shell_completes_the_ids_of_papers(tmp_path: Path) -> None:
    words = {"COMP_WORDS": f"qdot draft {sample('bond')} cover", "COMP_CWORD": "3"}

    done = run(cwd=tmp_path, _QDOT_COMPLETE="bash_complete", **words)

    assert done.stdout == "plain,cover-index\n"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
def test_a_terminal_that_lacks_letters_is_no_reason_to_fail(encoding: str, tmp_path: Path) -> None:
    case = changed(tmp_path, "incomplete", ("Astrid Lindström-Baptiste", "𝒜strid 高橋"))

    shown = run("check", case, cwd=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    answer = run("check", case, "--json", cwd=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING=encoding)

    assert shown.returncode == answer.returncode == 0
    assert encoding == "ascii" or "\\U0001d49cstrid \\u9ad8\\u6a4b" in shown.stdout  # click takes ASCII for UTF-8
    assert "𝒜strid 高橋" in str(json.loads(answer.stdout))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_a_problem(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)

    done = run("draft", sample("bond"), "-o", closed, cwd=tmp_path)

    assert done.returncode == 1
    assert "it cannot be written (Permission denied)." in done.stderr
    assert names(closed) == []


def test_a_file_system_that_takes_no_file_is_a_problem(tmp_path: Path) -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("there is no /proc here, a folder in which nobody can make a file")

    done = run("draft", sample("bond"), "-o", "/proc/drafts", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.endswith("  fix: name a folder that can be written to, with room left on its disk.\n")


def loads(*arguments: str | Path, cwd: Path, **environ: str) -> set[str]:
    """Run the command and give the packages that it imported."""
    code = f"import atexit, sys\natexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n{RUN}"
    done = run(*arguments, cwd=cwd, code=code, **environ)
    assert done.returncode == 0
    return {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}


@pytest.mark.parametrize("arguments", [["--help"], ["draft", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert loads(*arguments, cwd=tmp_path) & HEAVY == set()


@pytest.mark.parametrize("arguments", [["schema"], ["figures", sample("bond")], ["calendar", sample("bond")]])
def test_what_drafts_nothing_loads_nothing_that_drafts(arguments: list[str | Path], tmp_path: Path) -> None:
    run("calendar", sample("bond"), cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path))  # the library is kept from now on

    loaded = loads(*arguments, cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path))

    assert loaded & {"docx", "docxtpl", "holidays", "icalendar", "jinja2", "lxml", "markdown_it"} == set()


def commands(group: click.Group, above: str = "") -> dict[str, click.Command]:
    """List every command by the words that call it."""
    out: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        out |= commands(command, f"{above}{name} ") if isinstance(command, click.Group) else {above + name: command}
    return out


@pytest.mark.parametrize("name", sorted(commands(main)))
def test_every_command_and_every_option_says_what_it_does(name: str) -> None:
    command = commands(main)[name]

    assert command.help
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a device that is always full")
@pytest.mark.parametrize("call", [["figures", sample("bond")], ["schema"], ["--help"]])
def test_a_full_standard_output_ends_in_one_line(call: list[str | Path], tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-c", RUN, *map(str, call)]
        environ = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=tmp_path, env=environ, stdout=full, stderr=-1, check=False, text=True)

    assert done.returncode == 1
    assert done.stderr == "standard output: it cannot be written (No space left on device).\n"


def test_a_firms_folder_that_is_the_one_at_hand_is_shown_without_a_root(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "house.docx").write_bytes((ROOT / "templates" / "house.docx").read_bytes())

    done = run("draft", sample("bond"), "trust-agreement", "-o", "out", "--firm", ".", cwd=tmp_path)

    assert done.stdout.startswith("templates/house.docx replaces templates/house.docx\n")


@pytest.mark.skipif(os.name == "nt", reason="a shell closes a stream before the command begins")
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
@pytest.mark.parametrize("call", [["figures", sample("bond")], ["schema"], ["--version"]])
def test_a_closed_standard_output_ends_in_one_line(call: list[str | Path], closed: str, tmp_path: Path) -> None:
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-c", RUN, *map(str, call)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, check=False, text=True)

    told = "standard output: it cannot be written (Bad file descriptor).\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told if closed == ">&-" else "")


@pytest.mark.skipif(os.name == "nt", reason="a shell closes a stream before the command begins")
def test_a_draft_whose_output_is_closed_writes_nothing_but_its_papers(tmp_path: Path) -> None:
    call = ["draft", sample("bond"), "trust-agreement", "-o", tmp_path / "out"]
    command = ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", sys.executable, "-c", RUN, *map(str, call)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}

    assert subprocess.run(command, cwd=tmp_path, env=environ, check=False).returncode == 1
    assert names(tmp_path / "out") == ["katz-trust-agreement.docx", "report.json", "report.md"]
    assert zipfile.is_zipfile(tmp_path / "out" / "katz-trust-agreement.docx")
