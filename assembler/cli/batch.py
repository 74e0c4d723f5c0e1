"""``qdot batch``: many cases at once, each into a folder of its own."""

import errno
import gc
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from assembler.cli import interrupts, say
from assembler.cli.draft import OUT

if TYPE_CHECKING:
    from assembler.batch.result import Result
    from assembler.batch.run import Batch
    from assembler.batch.sources.source import Source
    from assembler.batch.summary import Summary
    from assembler.problem import Problem

    Sources = Iterator[Source | Problem]

STOPPED = 130
"""The exit code of a command that Ctrl-C ended."""


@click.command()
@click.argument("given", metavar="SOURCE...", nargs=-1, required=True)
@click.option("-o", "--out", metavar="DIR", required=True, type=OUT, help="The folder to write into, a folder a case.")
@say.BASE
@say.MAP
@click.option(
    "--document",
    "documents",
    metavar="ID",
    multiple=True,
    help="Draft this document alone; may be repeated. With --resume, the others that nobody edited are moved aside.",
)
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="How many at a time.  [default: every core there is]")
@click.option(
    "--resume", is_flag=True, help="Go on with the batch in DIR: draft what changed, failed, or is not there."
)
@click.option("--force", is_flag=True, help="Overwrite files that are there, even if they were edited since.")
@click.option("--scheduler", metavar="ADDRESS", help="Have a Dask scheduler's workers do it, as tcp://host:8786.")
@click.option("--shared", is_flag=True, help="Those workers see DIR, and write into it themselves.")
@say.FINAL
@say.NOTES
@say.FIRM
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a case as it ends, and one of totals.")
def batch(
    given: tuple[str, ...],
    out: Path,
    base: Path | None,
    mapping: Path | None,
    documents: tuple[str, ...],
    jobs: int | None,
    resume: bool,
    force: bool,
    scheduler: str | None,
    shared: bool,
    final: bool,
    notes: str | None,
    firm: Path | None,
    as_json: bool,
) -> None:
    """Draft many cases: those of each SOURCE, a folder of case files, a case file, a CSV, an XLSX, or `-`.

    Every case gets a folder in DIR, with its documents and its report; a case with problems stops no
    other. DIR/summary.xlsx tells of all of them, and so does a table at the end: a line a case, or of more
    than 50 cases the first 50 with problems. Ctrl-C ends it when the cases in hand are done, with exit
    code 130; `--resume` goes on. Words in a table's first row name the questions, as trusts.1.name.
    """
    with _exiting(out):
        from assembler.batch import options, run  # heavy, and not needed to print help
        from assembler.batch.sources.paths import find_sources
        from assembler.matter import Manner
        from assembler.matter.firm_folder import base_path

        gc.enable()  # a batch may run for hours
        gc.set_threshold(200_000, 50, 50)
        wanted = say.documents(documents, options.engine(firm).library.outlines)
        manner = Manner(is_final=final, notes=notes)
        chosen = options.Options(out, firm, manner, wanted, may_overwrite=force, is_shared=shared)
        workers = jobs or run.available_cores()
        opening = run.open_batch(chosen, jobs=workers, resume=resume, scheduler=scheduler, guard=interrupts.blocked)
        with opening as opened, interrupts.stopping(opened):
            _silence_dask()
            sources = find_sources(given, base or base_path(firm), mapping=mapping)
            sys.exit(_run(opened, given, sources, out, as_json=as_json))


def _silence_dask() -> None:
    """Keep Dask's own messages from standard error, where a lost scheduler is reported as a problem."""
    for name in ("distributed", "distributed.client", "tornado.application"):  # each has a level of its own
        logging.getLogger(name).setLevel(logging.CRITICAL)


@contextmanager
def _exiting(out: Path) -> Iterator[None]:
    """Exit with one line when Ctrl-C ends the command, or when what it prints cannot be written."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"stopped: say the same with --resume to go on in {out}.", err=True)
        sys.exit(STOPPED)
    except OSError as error:  # of what we print: everything else that cannot be written is a problem by now
        if error.errno == errno.EPIPE:
            raise
        click.echo(f"what came of the cases cannot be told ({error.strerror}): say the same with --resume.", err=True)
        sys.exit(1)


def _run(batch: "Batch", given: tuple[str, ...], sources: "Sources", out: Path, *, as_json: bool) -> int:
    """Draft the cases, then report what came of them; give the exit code, unless Ctrl-C stopped it."""
    from assembler.batch.run import SUMMARY

    for line in batch.overrides:
        click.echo(line, err=as_json)
    for result in _with_progress(batch, given, sources, as_json=as_json):
        if as_json:
            _print_json(_values(result))
    was_stopped = batch.was_stopped
    summary = summarize(batch, out)
    if as_json:
        _print_json(_totals(batch, summary, was_stopped=was_stopped))
    elif batch.is_open:
        for line in summary.lines():
            click.echo(line)
        if not any(problem.where == str(out / SUMMARY) for problem in batch.problems):
            click.echo(f"{out / SUMMARY}: every case, document, amount, deadline, open point and problem")
    if was_stopped:
        raise KeyboardInterrupt
    return int(summary.problems > 0)


def _with_progress(
    batch: "Batch", given: tuple[str, ...], sources: "Sources", *, as_json: bool
) -> Iterator["Result"]:
    """Draft the cases, with a line of progress where standard error is a terminal."""
    from assembler.batch.sources.paths import count_cases

    results = batch.draft(sources)
    if not (batch.is_open and sys.stderr.isatty()) or (as_json and sys.stdout.isatty()):
        yield from results
        return
    progress, total = _Progress(), count_cases(given)
    with click.progressbar(
        results, total, "drafting", show_pos=True, item_show_func=progress.shown, file=sys.stderr, width=20
    ) as bar:
        for result in bar:
            progress.add(result)
            if total is not None:
                bar.length = max(total - batch.skipped, progress.done)
            yield result


class _Progress:
    """How many cases are done, how fast, and how many of them have problems."""

    def __init__(self) -> None:
        self.done = self.failed = 0
        self._start = monotonic()

    def add(self, result: "Result") -> None:
        """Count a case."""
        self.done += 1
        self.failed += bool(result.problems)

    def shown(self, _: object) -> str:
        """Write the rate and the problems: *12.5 a second, 3 with problems*."""
        rate = self.done / max(monotonic() - self._start, 0.001)
        return f"{rate:.1f} a second, {self.failed} with problems"


def summarize(batch: "Batch", out: Path) -> "Summary":
    """Read every result once: print its problems, add it to the summary, and write it into the workbook."""
    from assembler.batch import workbook
    from assembler.batch.run import SUMMARY
    from assembler.batch.summary import Summary

    summary = Summary()
    if batch.is_open:
        results = _reported(batch.results(), summary)
        batch.problems += workbook.write(out / SUMMARY, results, batch.problems)
        for _ in results:  # where the workbook could not be written
            pass
    summary.add_problems(batch.problems)
    say.problems(batch.problems)
    return summary


def _reported(results: Iterator["Result"], summary: "Summary") -> Iterator["Result"]:
    for result in results:
        summary.add(result)
        say.problems([problem._replace(where=f"{result.name}: {problem.where}") for problem in result.problems])
        yield result


def _values(result: "Result") -> dict[str, Any]:
    from assembler.matter import problem_values

    return {
        "case": result.name,
        "source": result.shown,
        "state": result.state,
        "files": [file.name for file in result.files],
        "open_points": len(result.points),
        "problems": problem_values(result.problems),
        "seconds": result.seconds,
    }


def _totals(batch: "Batch", summary: "Summary", *, was_stopped: bool) -> dict[str, Any]:
    from assembler.matter import problem_values

    return {
        "cases": summary.cases,
        "states": dict(sorted(summary.states.items())),
        "skipped": batch.skipped,
        "stopped": was_stopped,
        "documents": summary.documents,
        "open_points": summary.points,
        "problems": problem_values(batch.problems),
    }


def _print_json(values: dict[str, Any]) -> None:
    click.echo(json.dumps(values))
