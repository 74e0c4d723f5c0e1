"""The workers of a Dask cluster, which is an extra."""

import gc
import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from assembler.problem import Problem

PATIENCE = "8s"
FEWEST = 4
"""Workers reckoned with at least: more may join."""


@contextmanager
def executor(address: str) -> Iterator[tuple[Executor, int] | Problem]:
    """Connect to a scheduler, and give its executor with the number of its workers, or tell why not."""
    client = _connected(address)
    if isinstance(client, Problem):
        yield client
        return
    with client:
        threads = sum(client.nthreads().values())
        problem = _lack(client, address) if threads else _no_workers(address)
        yield problem or (client.get_executor(pure=False), max(threads, FEWEST))


def _connected(address: str) -> Any:
    """Return a client of the scheduler, or the problem that there is none."""
    try:
        from distributed import Client
    except ImportError:
        fix = "pip install 'qdot-assembler[cluster]'."
        return Problem(address, "Dask is not installed, which a cluster needs.", fix)
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # a lost scheduler is told as a problem
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        problem = Problem(address, f"no scheduler answers there ({error}).", "start one with `dask scheduler`.")
    gc.collect()  # closes the client that failed; done later, while another one opens, both would wait for ever
    return problem


def _no_workers(address: str) -> Problem:
    return Problem(address, "the scheduler has no workers.", f"start some with `dask worker {address}`.")


def _lack(client: Any, address: str) -> Problem | None:
    """See whether the cluster can do anything of ours at all."""
    try:
        client.submit(present, pure=False).result()
    except Exception:  # in the words of Dask, which differ from one version to the next
        what = "its scheduler or its workers do not have qdot-assembler."
        return Problem(address, what, "install it, in this very version, where each of them runs.")
    return None


def present() -> bool:
    """Tell that this package is there."""
    return True
