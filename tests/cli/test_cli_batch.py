"""`qdot batch`: what it writes, what it says on each stream, and how it leaves."""

import json
import os
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result
from command_line import ROOT, names, qdot, sample

from assembler.batch.options import Options
from assembler.batch.run import open_batch
from assembler.batch.sources.paths import find_sources
from assembler.cli.batch import summarize

COMMAND = [sys.executable, "-c", "from assembler.cli import main; main(prog_name='qdot')", "batch"]
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "xterm", "COLUMNS": "200"}
FILES = ["bond", "incomplete", "ledger.sqlite", "summary.xlsx"]


def batch(*arguments: str | Path, document: str = "trust-agreement") -> Result:
    """Run the command in this process, with one worker and one document a case, for speed."""
    return qdot("batch", *arguments, "--document", document, "--jobs", "1")


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Make a folder of two good cases."""
    folder = tmp_path / "cases"
    folder.mkdir()
    for name in ("bond", "incomplete"):
        shutil.copy(sample(name), folder)
    return folder


def rows(book: Path, title: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(book, data_only=True)[title].iter_rows(min_row=2, values_only=True))


def test_every_case_gets_its_folder_a_line_and_a_row(cases: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = batch(cases, "-o", out)

    heading, bond, incomplete, totals, last = result.stdout.splitlines()
    assert (result.exit_code, result.stderr, names(out)) == (0, "", FILES)
    assert names(out / "bond") == ["katz-trust-agreement.docx", "report.json", "report.md"]
    assert heading.split("  ")[0] == "case"
    assert re.split(r"\s{2,}", bond) == [
        "bond",
        "done",
        "1",
        "0",
        "0",
        "2026-11-22 Alternate valuation date",
    ]
    assert re.split(r"\s{2,}", incomplete)[:3] == ["incomplete", "with open points", "1"]
    assert re.fullmatch(r"2 cases: 1 done, 1 with open points; 2 documents, \d+ open points, 0 problems", totals)
    assert last.startswith(f"{out / 'summary.xlsx'}: ")
    assert [row[0] for row in rows(out / "summary.xlsx", "Cases")] == ["bond", "incomplete"]


def test_a_document_in_the_workbook_is_where_its_link_says(cases: Path, tmp_path: Path) -> None:
    batch(cases, "-o", tmp_path)

    formulas = openpyxl.load_workbook(tmp_path / "summary.xlsx")["Documents"]["B"][1:]
    linked = [re.findall(r'HYPERLINK\("([^"]+)"', str(cell.value)) for cell in formulas]
    assert [(tmp_path / path).is_file() for (path,) in linked] == [True, True]


def test_a_bad_case_stops_no_other_and_its_problems_bear_its_name(cases: Path, tmp_path: Path) -> None:
    shutil.copy(sample("refused-case"), cases / "another.yaml")

    result = batch(cases, "-o", tmp_path)
    assert result.exit_code == 1
    assert names(tmp_path / "bond")[0] == "katz-trust-agreement.docx"
    assert (
        f"another: {cases / 'another.yaml'}:29: trusts[widow].trustees: the spouse is the sole trustee.\n"
        in result.stderr
    )
    assert "3 cases: 1 done, 1 with open points, 1 refused;" in result.stdout
    assert len(rows(tmp_path / "summary.xlsx", "Problems")) == result.stderr.count("\n  fix: ") == 23


def test_a_source_that_is_not_there_is_a_problem_of_no_case(cases: Path, tmp_path: Path) -> None:
    result = batch(tmp_path / "gone.yaml", cases, "-o", tmp_path)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / 'gone.yaml'}: ")
    assert "2 cases: 1 done, 1 with open points; " in result.stdout
    assert rows(tmp_path / "summary.xlsx", "Problems")[0][:2] == (None, str(tmp_path / "gone.yaml"))


def test_json_has_a_line_a_case_and_one_of_totals(cases: Path, tmp_path: Path) -> None:
    shutil.copy(sample("refused-case"), cases)

    result = batch(cases, "-o", tmp_path, "--json")

    *lines, totals = map(json.loads, result.stdout.splitlines())
    printed = {line["case"]: line for line in lines}
    assert printed["bond"]["files"] == ["katz-trust-agreement.docx", "report.json", "report.md"]
    assert (printed["bond"]["state"], printed["bond"]["problems"]) == ("done", [])
    assert printed["bond"]["seconds"] > 0
    assert len(printed["refused-case"]["problems"]) == 23
    assert printed["refused-case"]["problems"][0].keys() == {"where", "what", "fix", "law"}
    assert (totals["cases"], totals["states"], totals["stopped"]) == (3, {"done": 2, "refused": 1}, False)
    assert result.exit_code == 1


def test_a_second_run_is_refused_and_a_resumed_one_has_nothing_to_do(cases: Path, tmp_path: Path) -> None:
    first = batch(cases, "-o", tmp_path)
    book = (tmp_path / "summary.xlsx").read_bytes()

    again = batch(cases, "-o", tmp_path)
    resumed = batch(cases, "-o", tmp_path, "--resume", "--json")

    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr.startswith(f"{tmp_path}: this folder holds a batch already.\n  fix: say --resume")
    (totals,) = map(json.loads, resumed.stdout.splitlines())
    assert (resumed.exit_code, totals["skipped"], totals["cases"]) == (0, 2, 2)
    assert (tmp_path / "summary.xlsx").read_bytes() == book
    assert batch(cases, "-o", tmp_path, "--resume").stdout == first.stdout


def test_a_summary_that_cannot_be_written_is_a_problem_and_the_table_is_still_printed(
    cases: Path, tmp_path: Path
) -> None:
    (tmp_path / "summary.xlsx").mkdir()

    result = batch(cases, "-o", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / 'summary.xlsx'}: it cannot be written (Is a directory).\n")
    assert "2 cases: 1 done, 1 with open points; " in result.stdout


def test_output_that_cannot_be_written_is_reported_and_the_cases_are_drafted(cases: Path, tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    out_folder = tmp_path / "out"
    command = [*COMMAND, str(cases), "-o", str(out_folder), "--document", "trust-agreement", "--jobs", "1"]
    with full.open("w") as out:
        result = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, env=ENVIRON, check=False)

    assert result.returncode == 1
    assert "say the same with --resume" in result.stderr
    assert "Traceback" not in result.stderr
    assert {"bond", "incomplete"} < set(names(out_folder))


def test_standard_input_that_is_closed_holds_no_case(tmp_path: Path) -> None:
    closed = shlex.join([*COMMAND, "-", "-o", str(tmp_path)]) + " <&-"
    result = subprocess.run(["sh", "-c", closed], capture_output=True, text=True, env=ENVIRON, check=False)

    assert result.returncode == 1
    assert result.stderr.startswith("standard input: there is no case in it.\n")


def test_every_case_is_counted_even_where_the_workbook_cannot_be_begun(cases: Path, tmp_path: Path) -> None:
    with open_batch(Options(tmp_path / "out", wanted=("trust-agreement",)), jobs=1, resume=False) as batch:
        assert len(list(batch.draft(find_sources([str(cases)], None)))) == 2
        summary = summarize(batch, tmp_path / "gone")

    assert (summary.cases, summary.problems) == (2, 1)
    assert batch.problems[0].where == str(tmp_path / "gone" / "summary.xlsx")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("-o", "out"), id="no source"),
        pytest.param(("cases",), id="no folder"),
        pytest.param(("cases", "-o", "out", "--jobs", "0"), id="no worker"),
        pytest.param(("cases", "-o", "out", "--base", "nowhere.yaml"), id="no such base"),
        pytest.param(("cases", "-o", "out", "--document", "writ-of-mandamus"), id="no such document"),
    ],
)
def test_a_wrong_call_exits_2_and_writes_nothing(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = qdot("batch", *arguments)
    assert (result.exit_code, result.stdout, names(tmp_path)) == (2, "", [])
    assert result.stderr.startswith("Usage: qdot batch")


def test_the_batch_of_the_readme_drafts_every_case_but_the_one_keyed_in_a_hurry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (words,) = re.findall(r"^```sh\nqdot (batch .*)\n```$", readme, re.MULTILINE)
    monkeypatch.chdir(ROOT)

    result = qdot(*(str(tmp_path) if word == "drafts" else word for word in shlex.split(words)), "--jobs", "1")
    assert result.exit_code == 1
    assert {line.partition(":")[0] for line in result.stderr.splitlines() if line[0] != " "} == {"Wexford"}
    assert "7 cases: 6 with open points, 1 refused; " in result.stdout
    assert len(names(tmp_path)) == 9


def test_one_firms_overrides_are_listed_first(cases: Path, tmp_path: Path) -> None:
    (tmp_path / "firm").mkdir()

    result = batch(cases, "-o", tmp_path / "out", "--firm", tmp_path / "firm")
    assert result.stdout.startswith(f"{tmp_path / 'firm'}: nothing of ours is replaced\n")


def stream(number: int) -> bytes:
    """Write so many cases as standard input brings them, each with a number of its own."""
    bond = sample("bond").read_text(encoding="utf-8")
    assert bond.count("2026-0203") == 1
    return "\n---\n".join(bond.replace("2026-0203", f"2026-{one}") for one in range(number)).encode()


def piped(arguments: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own, its streams piped."""
    command = [*COMMAND, *map(str, arguments), "--document", "trust-agreement"]
    return subprocess.run(command, env=ENVIRON, capture_output=True, check=False, timeout=120, encoding="utf-8")


def on_terminal(arguments: Sequence[str | Path]) -> tuple[int, str, str]:
    """Run the command with standard error on a terminal; give its exit code and what each stream had."""
    terminal, theirs = pty.openpty()
    command = [*COMMAND, *map(str, arguments), "--document", "trust-agreement"]
    with subprocess.Popen(command, env=ENVIRON, stdout=subprocess.PIPE, stderr=theirs, encoding="utf-8") as process:
        os.close(theirs)
        seen = bytearray()
        while (chunk := _read(terminal)) != b"":
            seen += chunk
        stdout, _ = process.communicate(timeout=120)
    os.close(terminal)
    return process.returncode, stdout, seen.decode()


def _read(terminal: int) -> bytes:
    """Read what there is; a terminal that nobody writes to any more ends in an error on Linux."""
    assert select.select([terminal], [], [], 120)[0]
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_nothing_but_problems_comes_on_standard_error_where_nobody_looks_on(cases: Path, tmp_path: Path) -> None:
    done = piped([cases / "bond.yaml", "-o", tmp_path / "out", "--jobs", "2"])

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 4


def test_a_terminal_sees_how_many_are_done_how_fast_and_how_many_have_problems(cases: Path, tmp_path: Path) -> None:
    shutil.copy(sample("refused-case"), cases)

    code, stdout, stderr = on_terminal([cases, "-o", tmp_path / "out", "--jobs", "1"])
    assert code == 1
    assert "drafting" in stderr
    assert re.search(r"3/3 .* \d+\.\d a second, 1 with problems", stderr)
    assert "a second" not in stdout


def test_a_terminal_sees_no_total_where_only_reading_tells_it(cases: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["case", "format", "as_of"])
    book.active.append(["one", "1", "2026-11-16"])
    book.save(tmp_path / "cases.xlsx")

    _, _, stderr = on_terminal([tmp_path / "cases.xlsx", cases, "-o", tmp_path / "out", "--jobs", "1"])
    assert re.search(r" 3  \d+\.\d a second", stderr)
    assert "/3" not in stderr


def test_json_lines_come_as_the_cases_end(cases: Path, tmp_path: Path) -> None:
    command = [*COMMAND, "-", "-o", str(tmp_path / "out"), "--document", "trust-agreement", "--jobs", "1", "--json"]
    with subprocess.Popen(command, env=ENVIRON, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(stream(2) + b"\n---\n")
        process.stdin.flush()
        assert select.select([process.stdout], [], [], 60)[0]
        first = json.loads(process.stdout.readline())  # while standard input is still open
        process.stdin.write(sample("incomplete").read_bytes())
        process.stdin.close()
        lines = [json.loads(line) for line in process.stdout]

    assert first["state"] == "done"
    assert lines[-1]["cases"] == 3
    assert process.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_finishes_what_is_in_hand_and_says_how_to_go_on(jobs: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["-", "-o", str(out), "--document", "trust-agreement", "--json", "--jobs", jobs]
    text = stream(30)
    with subprocess.Popen(
        [*COMMAND, *arguments], env=ENVIRON, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(text)
        process.stdin.close()
        first = json.loads(process.stdout.readline())
        os.killpg(process.pid, signal.SIGINT)
        *lines, totals = map(json.loads, process.stdout)
        errors = process.stderr.read().decode()

    done = [first, *lines]
    assert process.returncode == 130
    assert errors == f"stopped: say the same with --resume to go on in {out}.\n"
    assert 1 <= len(done) < 30
    assert (totals["stopped"], totals["cases"]) == (True, len(done))
    assert sorted(line["case"] for line in done) == sorted({row[0] for row in rows(out / "summary.xlsx", "Cases")})

    resumed = qdot("batch", *arguments[:-1], "1", "--resume", typed=text.decode())
    totals = json.loads(resumed.stdout.splitlines()[-1])
    assert (resumed.exit_code, totals["cases"], totals["skipped"]) == (0, 30, len(done))


def test_a_system_that_cannot_block_signals_drafts_with_workers_too(
    cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask")  # as on Windows
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)  # as on Windows and macOS

    result = qdot("batch", cases / "bond.yaml", "-o", tmp_path, "--document", "trust-agreement", "--jobs", "2")
    assert (result.exit_code, result.stderr) == (0, "")
    assert names(tmp_path / "bond")[0] == "katz-trust-agreement.docx"
