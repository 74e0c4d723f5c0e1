"""Run a batch: from sources to drafted cases, each recorded as it is done."""

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import sha256
from threading import current_thread, main_thread

from assembler.batch import folder, hiring, ledger, work
from assembler.batch.crew import Crew
from assembler.batch.ledger import Entry, Ledger
from assembler.batch.order import Order, engine, ground
from assembler.batch.result import Result, State
from assembler.batch.sources.source import Source
from assembler.batch.work import Job
from assembler.problem import Problem


class Batch:
    """A batch that was begun, or could not be.

    ``problems`` are those that belong to no case; ``skipped`` counts the cases that need nothing;
    ``was_stopped`` says that Ctrl-C ended it; while ``is_open`` its results can be read.
    """

    def __init__(self, order: Order, *problems: Problem) -> None:
        self.problems = list(problems)
        self.skipped = 0
        self.was_stopped = False
        self._order = order
        self._ledger: Ledger | None = None
        self._crew: Crew | None = None
        self._is_sent_back = False

    def open(self, ledger: Ledger, crew: Crew, is_sent_back: bool) -> None:
        """Begin."""
        self._ledger, self._crew, self._is_sent_back = ledger, crew, is_sent_back

    @property
    def is_open(self) -> bool:
        """Tell whether there is a ledger to read."""
        return self._ledger is not None

    @property
    def overrides(self) -> tuple[str, ...]:
        """Give what the firm replaces of ours."""
        return engine(self._order.firm).overrides

    def draft(self, cases: Iterable[Source | Problem]) -> Iterator[Result]:
        """Draft every case that needs it, and give each result as it comes, in whatever order."""
        if self._ledger is None or self._crew is None:
            return
        for job, answer in self._crew.answers(self._jobs(self._ledger, cases)):
            answer = work.kept(job, answer)
            if not self._is_recorded(self._ledger.record(answer.result, job.position, job.digest)):
                return
            yield answer.result
            if answer.halt:
                self.problems.append(answer.halt)
                return
        if self._ledger and not self.was_stopped:
            self._is_recorded(self._ledger.finish())

    def results(self) -> Iterator[Result]:
        """Read what became of every case, in the order of the sources, one at a time."""
        return self._ledger.results() if self._ledger else iter(())

    def _jobs(self, ledger: Ledger, cases: Iterable[Source | Problem]) -> Iterator[Job]:
        """Give a job for each case that needs one, until there is a reason to stop."""
        rests_on = ground(self._order)
        for position, source in enumerate(_named_apart(cases)):
            if self.was_stopped or not self.is_open:
                return
            if isinstance(source, Problem):
                self.problems.append(source)
                continue
            entry, digest = ledger.entry(source.name), _digest(source, rests_on)
            if entry and entry.digest == digest and self._is_done(source.name, entry):
                self.skipped += self._is_recorded(ledger.keep(source.name, source.shown, position))
            else:
                known = entry.standing if entry else {}
                yield Job(source, position, self._order, rests_on, digest, known, self._is_sent_back)

    def _is_done(self, name: str, entry: Entry) -> bool:
        """Tell whether nothing is left to do; a file a person changed is there, and is that person's."""
        place = self._order.out / name
        return entry.state is State.DONE and all((place / file).is_file() for file in entry.standing)

    def _is_recorded(self, problem: Problem | None) -> bool:
        """Go no further where the ledger cannot be written: what is not recorded would be drafted in vain."""
        if problem:
            self.problems.append(problem)
            self._ledger = None
        return problem is None


def _named_apart(cases: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
    """Refuse a case whose folder is another's already; some disks do not tell `Reyes` from `reyes`."""
    taken: dict[str, str] = {}
    for case in cases:
        if isinstance(case, Source):
            place = case.shown if case.row is None else f"{case.shown}:{case.row}"
            name = case.name.casefold()
            if name in taken:
                what = f"its folder would be `{case.name}`, which is that of {taken[name]}."
                yield Problem(place, what, "rename one of the two.")
                continue
            taken[name] = place
        yield case


def _digest(source: Source, rests_on: str) -> str:
    """Digest all that the files of a case depend on; equal digests make equal bytes."""
    parts = (source.content, source.base, b"case" if source.row is None else b"row", rests_on.encode())
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


@contextmanager
def begin(order: Order, *, jobs: int, resume: bool, scheduler: str | None = None) -> Iterator[Batch]:
    """Begin a batch, or go on with it, until the block ends; why it cannot be is in the batch's ``problems``."""
    unusable = engine(order.firm).problems
    if unusable:
        yield Batch(order, *unusable)
        return
    if scheduler and order.is_shared:
        firm = order.firm.absolute() if order.firm else None
        order = replace(order, out=order.out.absolute(), firm=firm)
    with hiring.crew(order.firm, jobs, scheduler) as crew:
        if isinstance(crew, Problem):
            yield Batch(order, crew)
            return
        foreign = _foreign(order)
        if foreign:
            yield Batch(order, foreign)
            return
        book = ledger.opened(order.out, resume)
        if isinstance(book, Problem):
            yield Batch(order, book)
            return
        batch = Batch(order)
        batch.open(book, crew, is_sent_back=bool(scheduler) and not order.is_shared)
        with suppress(OSError):  # what stays is in nobody's way
            folder.sweep(order.out)
        try:
            with _interruptible(batch):
                yield batch
        finally:
            book.close()


def _foreign(order: Order) -> Problem | None:
    """Find a summary in a folder that no batch has been in: it is a person's, and may be the table of the cases."""
    path = order.out / folder.SUMMARY
    if order.may_overwrite or not path.is_file() or (order.out / ledger.NAME).exists():
        return None
    return Problem(str(path), "the file is there already.", f"name another folder, or {folder.MOVE}")


@contextmanager
def _interruptible(batch: Batch) -> Iterator[None]:
    """Let the first Ctrl-C stop a batch, and the second end everything."""
    if current_thread() is not main_thread():
        yield
        return
    former = signal.getsignal(signal.SIGINT)

    def stop(*_: object) -> None:
        batch.was_stopped = True
        signal.signal(signal.SIGINT, former)

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
