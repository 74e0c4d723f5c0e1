"""Run a batch: draft the cases that need it, and record each as soon as it is done."""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import replace
from hashlib import sha256

from assembler.batch import case_folder
from assembler.batch.draft_case import Task, write_files
from assembler.batch.ledger import NAME as LEDGER
from assembler.batch.ledger import Entry, Ledger, open_ledger
from assembler.batch.options import Options, engine, fingerprint
from assembler.batch.result import Result, State
from assembler.batch.sources.source import Source
from assembler.batch.worker_pool import Guard, WorkerPool, worker_pool
from assembler.matter import paper_folder
from assembler.problem import Problem

SUMMARY = "summary.xlsx"
"""The workbook beside the folders of the cases, with a row for each of them."""


class Batch:
    """A batch that is open, or that could not be opened.

    ``problems`` are those that belong to no case, ``skipped`` counts the cases that needed nothing, and
    ``was_stopped`` says that `stop` was called. While ``is_open``, there is a ledger to read results from.
    """

    def __init__(
        self,
        options: Options,
        *problems: Problem,
        ledger: Ledger | None = None,
        pool: WorkerPool | None = None,
        returns_bytes: bool = False,
    ) -> None:
        self.problems = list(problems)
        self.skipped = 0
        self.was_stopped = False
        self._options, self._ledger, self._pool, self._returns_bytes = options, ledger, pool, returns_bytes

    def stop(self) -> None:
        """Take no further case; those that were taken are still drafted."""
        self.was_stopped = True

    @property
    def is_open(self) -> bool:
        """Tell whether there is a ledger."""
        return self._ledger is not None

    @property
    def overrides(self) -> tuple[str, ...]:
        """Name what the firm replaces of our clauses and templates."""
        return engine(self._options.firm).overrides

    def draft(self, cases: Iterable[Source | Problem]) -> Iterator[Result]:
        """Draft every case that needs it, and give each result as it comes, in whatever order."""
        if self._ledger is None or self._pool is None:
            return
        for task, output in self._pool.run(self._tasks(self._ledger, cases)):
            output = write_files(task, output)
            if not self._is_recorded(self._ledger.record(output.result, task.position, task.digest)):
                return
            yield output.result
            if output.fatal:
                self.problems.append(output.fatal)
                return
        if self._ledger and not self.was_stopped:
            self._is_recorded(self._ledger.finish())

    def results(self) -> Iterator[Result]:
        """Read what became of every case, in the order of the sources, one at a time."""
        return self._ledger.results() if self._ledger else iter(())

    def _tasks(self, ledger: Ledger, cases: Iterable[Source | Problem]) -> Iterator[Task]:
        """Give a task for each case that needs one, until the batch is stopped or its ledger fails."""
        shared = fingerprint(self._options)
        for position, source in enumerate(_in_distinct_folders(cases)):
            if self.was_stopped or not self.is_open:
                return
            if isinstance(source, Problem):
                self.problems.append(source)
                continue
            entry, digest = ledger.entry(source.name), _digest(source, shared)
            if entry and entry.digest == digest and self._is_complete(source.name, entry):
                self.skipped += self._is_recorded(ledger.keep(source.name, source.shown, position))
            else:
                written = entry.written if entry else {}
                yield Task(source, position, self._options, shared, digest, written, self._returns_bytes)

    def _is_complete(self, name: str, entry: Entry) -> bool:
        """Tell whether a case is done and its files are there, even if a person has changed one since."""
        folder = self._options.out / name
        return entry.state is State.DONE and all((folder / file).is_file() for file in entry.written)

    def _is_recorded(self, problem: Problem | None) -> bool:
        """Close the batch where the ledger cannot be written: what is not recorded would be drafted in vain."""
        if problem:
            self.problems.append(problem)
            self._ledger = None
        return problem is None


def _in_distinct_folders(cases: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
    """Refuse a case that has the folder of another; some disks do not distinguish `Reyes` from `reyes`."""
    taken: dict[str, str] = {}
    for case in cases:
        if isinstance(case, Source):
            where = case.shown if case.row is None else f"{case.shown}:{case.row}"
            name = case.name.casefold()
            if name in taken:
                what = f"its folder would be `{case.name}`, which is that of {taken[name]}."
                yield Problem(where, what, "rename one of the two.")
                continue
            taken[name] = where
        yield case


def _digest(source: Source, shared: str) -> str:
    """Digest all that the files of a case depend on; equal digests give equal bytes."""
    parts = (source.content, source.base, b"case" if source.row is None else b"row", shared.encode())
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


@contextmanager
def open_batch(
    options: Options, *, jobs: int, resume: bool, scheduler: str | None = None, guard: Guard = nullcontext
) -> Iterator[Batch]:
    """Begin a batch, or go on with one, until the block ends; if that is impossible, its ``problems`` say why.

    ``scheduler`` is the address of a Dask scheduler, whose workers then draft the cases instead of ``jobs`` processes
    of this computer. ``guard`` makes a context in which each of those processes is started.
    """
    if scheduler and options.is_shared:
        firm = options.firm.absolute() if options.firm else None
        options = replace(options, out=options.out.absolute(), firm=firm)
    with ExitStack() as stack:
        yield _open(stack, options, jobs, resume, scheduler, guard)


def _open(stack: ExitStack, options: Options, jobs: int, resume: bool, scheduler: str | None, guard: Guard) -> Batch:
    unusable = engine(options.firm).problems
    if unusable:
        return Batch(options, *unusable)
    pool = stack.enter_context(worker_pool(options.firm, jobs, scheduler, guard))
    if isinstance(pool, Problem):
        return Batch(options, pool)
    existing = _existing_summary(options)
    if existing:
        return Batch(options, existing)
    ledger = open_ledger(options.out, resume)
    if isinstance(ledger, Problem):
        return Batch(options, ledger)
    stack.callback(ledger.close)
    with suppress(OSError):  # what stays is in nobody's way
        case_folder.remove_temporary(options.out)
    return Batch(options, ledger=ledger, pool=pool, returns_bytes=bool(scheduler) and not options.is_shared)


def _existing_summary(options: Options) -> Problem | None:
    """Refuse a folder with a summary but no ledger: a person made that file, perhaps as the table of the cases."""
    path = options.out / SUMMARY
    if options.may_overwrite or not path.is_file() or (options.out / LEDGER).exists():
        return None
    return Problem(str(path), "the file is there already.", f"name another folder, or {paper_folder.MOVE}")


def available_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
