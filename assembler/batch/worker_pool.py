"""The workers that draft the cases: this process itself, processes of our own, or the workers of a cluster."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from typing import ParamSpec, TypeAlias, TypeVar

from assembler.batch import cluster
from assembler.batch.draft_case import Output, Task, draft_case, refuse
from assembler.batch.options import engine
from assembler.problem import Problem

P = ParamSpec("P")
T = TypeVar("T")

Guard: TypeAlias = Callable[[], AbstractContextManager[object]]
"""Makes the context in which a worker process is started; the command blocks Ctrl-C in it."""

PENDING_PER_WORKER = 4
"""Enough that no worker waits for its next task, and few enough that memory stays flat."""

MOST_WORKERS = 61 if sys.platform == "win32" else 1024
"""Windows can wait for 63 things at once, two of which are the pool's own."""

MAX_DEATHS = 3
"""After so many deaths of workers with a single task, and no success, the fault is with the workers, not the cases."""


@contextmanager
def worker_pool(firm: Path | None, jobs: int, scheduler: str | None, guard: Guard) -> Iterator["WorkerPool | Problem"]:
    """Start a pool of ``jobs`` workers, or of all workers of a scheduler, and end it with the block."""
    if scheduler:
        with cluster.connect(scheduler) as found:
            if isinstance(found, Problem):
                yield found
            else:
                executor, threads = found
                yield WorkerPool(lambda _: executor, 1, PENDING_PER_WORKER * threads)
        return
    if jobs > 1:
        pool = WorkerPool(partial(ProcessExecutor, firm, guard), jobs, PENDING_PER_WORKER * jobs)
    else:
        pool = WorkerPool(lambda _: InlineExecutor(), 1, 1)
    try:
        yield pool
    finally:
        pool.close()


class WorkerPool:
    """An executor that has at most ``max_pending`` tasks, and is started again when one of its workers dies."""

    def __init__(self, start: Callable[[int], Executor], size: int, max_pending: int) -> None:
        self._start, self._size, self._max_pending = start, size, max_pending
        self._executor = start(size)
        self._has_succeeded = False
        self._deaths = 0

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Output]]:
        """Do the tasks, and give the output of each as it comes; one is taken only when it may be pending."""
        pending: dict[Future[Output], Task] = {}
        try:
            for task in tasks:
                pending[self._submit(task)] = task
                if len(pending) >= self._max_pending:
                    yield from self._completed(pending)
            while pending:
                yield from self._completed(pending)
        finally:
            for future in pending:
                future.cancel()

    def close(self) -> None:
        """End the workers."""
        self._executor.shutdown(wait=True)

    def _submit(self, task: Task) -> Future[Output]:
        try:
            return self._executor.submit(draft_case, task)
        except (BrokenExecutor, OSError) as error:  # a worker died just now, or no process can be started
            broken: Future[Output] = Future()
            broken.set_exception(error)
            return broken

    def _completed(self, pending: dict[Future[Output], Task]) -> Iterator[tuple[Task, Output]]:
        """Wait until some tasks are completed; when a worker dies, every pending task fails with it."""
        done = wait(pending, return_when=FIRST_COMPLETED).done
        completed = [(pending.pop(future), future) for future in done]
        for task, future in completed:
            if not _died(future):
                yield task, self._output(task, future)
        failed = [task for task, future in completed if _died(future)]
        if failed:
            yield from self._retry_alone(failed)

    def _retry_alone(self, failed: list[Task]) -> Iterator[tuple[Task, Output]]:
        """Do each task again with one worker and nothing beside it, which shows which of them kills its worker."""
        self._restart(1)
        for task in sorted(failed, key=lambda task: task.position):
            future = self._submit(task)
            wait((future,))
            if _died(future):
                self._restart(1)
                yield task, self._killed(task)
            else:
                yield task, self._output(task, future)
        self._restart(self._size)

    def _restart(self, size: int) -> None:
        self.close()
        self._executor = self._start(size)

    def _output(self, task: Task, future: Future[Output]) -> Output:
        self._has_succeeded = True
        return _output(task, future)

    def _killed(self, task: Task) -> Output:
        self._deaths += 1
        fatal = None
        if not self._has_succeeded and self._deaths >= MAX_DEATHS:
            fatal = Problem("workers", "each one ends as soon as it begins.", "say --jobs 1 to work without any.")
        fix = "draft it alone with `qdot draft`; it may need more memory than there is."
        return refuse(task, "its worker was ended twice while drafting it.", fix, fatal)


def _died(future: Future[Output]) -> bool:
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


def _output(task: Task, future: Future[Output]) -> Output:
    """Give the output of a completed task; an error in our own code costs one case and stops no other."""
    if future.cancelled():
        return _fatal(task, "the scheduler is gone.", "start it again and say --resume to go on.")
    error = future.exception()
    if error is None:
        return future.result()
    if type(error).__name__ == "KilledWorker":  # Dask's, which may not be installed
        return refuse(task, "its workers were ended again and again while drafting it.", "give them more memory.")
    if isinstance(error, ImportError):
        return _fatal(task, f"its workers lack what they need ({error}).", "install qdot-assembler on each.")
    what = f"it could not be drafted ({type(error).__name__}: {error})."
    return refuse(task, what, "this is a fault of qdot, not of the case; please report it.")


def _fatal(task: Task, what: str, fix: str) -> Output:
    return refuse(task, what, fix, Problem("cluster", what, fix))


class InlineExecutor(Executor):
    """Does a task in this process, as soon as it is submitted."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it now."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # as any other executor does
            future.set_exception(error)
        return future


class ProcessExecutor(ProcessPoolExecutor):
    """Processes of our own, started as they are needed, each with an engine that it keeps."""

    def __init__(self, firm: Path | None, guard: Guard, size: int) -> None:
        self._guard = guard
        # a process with threads cannot be forked safely, and on macOS and Windows none is
        spawn = multiprocessing.get_context("spawn")
        super().__init__(min(size, MOST_WORKERS), spawn, initializer=_initialize_worker, initargs=(firm,))

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Submit a task, for which a process may be started."""
        with self._guard():
            return super().submit(fn, *args, **kwargs)


def _initialize_worker(firm: Path | None) -> None:
    """Make a new process ready for its first task; these settings are its own, and never those of its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Ctrl-C the parent decides which tasks are still done
    Thread(target=_exit_with_parent, daemon=True).start()
    gc.set_threshold(200_000, 50, 50)
    if not engine(firm).problems:
        gc.freeze()  # the library is never garbage


def _exit_with_parent() -> None:
    """Exit when the parent is gone; a worker would otherwise outlive a parent that was killed."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
