"""Hire a crew: this process alone, processes of our own, or the workers of a cluster."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from typing import ParamSpec, TypeVar

from assembler.batch import cluster, order
from assembler.batch.crew import Crew
from assembler.problem import Problem

P = ParamSpec("P")
T = TypeVar("T")
AHEAD = 4
"""Jobs in hand for each worker."""


@contextmanager
def crew(firm: Path | None, jobs: int, scheduler: str | None) -> Iterator[Crew | Problem]:
    """Hire workers and let them go in the end; tell why there are none."""
    if scheduler:
        with cluster.executor(scheduler) as found:
            yield found if isinstance(found, Problem) else Crew(lambda _: found[0], 1, AHEAD * found[1])
        return
    hired = Crew(partial(Processes, firm), jobs, AHEAD * jobs) if jobs > 1 else Crew(lambda _: Alone(), 1, 1)
    try:
        yield hired
    finally:
        hired.close()


class Alone(Executor):
    """No one but this process; a job is done when it is submitted."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it now."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # as a pool does
            future.set_exception(error)
        return future


class Processes(ProcessPoolExecutor):
    """Processes of our own, each with a engine for its life; Ctrl-C is for us and never for them."""

    def __init__(self, firm: Path | None, size: int) -> None:
        # forking a process that has threads is asking for it, and macOS and Windows do not fork
        spawn = multiprocessing.get_context("spawn")
        super().__init__(size, spawn, initializer=_settle_in, initargs=(firm,))

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Submit; a process begun by this blocks Ctrl-C from its first instruction on."""
        masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)


def _settle_in(firm: Path | None) -> None:
    """Make ready for the first case, in a new process."""
    Thread(target=_follow, daemon=True).start()
    gc.set_threshold(200_000, 50, 50)
    made = order.engine(firm)
    if not made.problems:
        gc.freeze()  # nothing of a library is ever garbage


def _follow() -> None:
    """End with the process that began this one; a pool's workers would else outlive one that was killed."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
