"""Ctrl-C during a batch: the first one lets the tasks at hand be finished, and the workers never get any."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assembler.batch.run import Batch


@contextmanager
def stopping(batch: "Batch") -> Iterator[None]:
    """Stop a batch on the first Ctrl-C, and end everything on the second."""
    former = signal.getsignal(signal.SIGINT)

    def stop(*_: object) -> None:
        batch.stop()
        signal.signal(signal.SIGINT, former)

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


@contextmanager
def blocked() -> Iterator[None]:
    """Keep Ctrl-C from every process that is started meanwhile, since it inherits what is blocked here.

    Windows cannot do that; there a process ignores Ctrl-C only when its first instructions are done.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)
