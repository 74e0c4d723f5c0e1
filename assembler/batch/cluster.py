"""The workers of a Dask cluster; Dask is installed only with the extra `cluster`."""

import gc
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from assembler.problem import Problem

TIMEOUT = "8s"
MIN_THREADS = 4
"""A cluster is taken to have at least so many threads, since workers may join later."""


@contextmanager
def connect(address: str) -> Iterator[tuple[Executor, int] | Problem]:
    """Connect to a scheduler, and give its executor with the number of its workers' threads, or say why not."""
    client = _connected(address)
    if isinstance(client, Problem):
        yield client
        return
    with client:
        threads = sum(client.nthreads().values())
        problem = _missing_package(client, address) if threads else _no_workers(address)
        yield problem or (client.get_executor(pure=False), max(threads, MIN_THREADS))


def _connected(address: str) -> Any:
    """Return a client of the scheduler, or the problem that there is none."""
    try:
        from distributed import Client
    except ImportError:
        fix = "pip install 'qdot-assembler[cluster]'."
        return Problem(address, "Dask is not installed, which a cluster needs.", fix)
    try:
        return Client(address, timeout=TIMEOUT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        problem = Problem(address, f"no scheduler answers there ({error}).", "start one with `dask scheduler`.")
    gc.collect()  # closes the client that failed; done later, while another one opens, both would wait for ever
    return problem


def _no_workers(address: str) -> Problem:
    return Problem(address, "the scheduler has no workers.", f"start some with `dask worker {address}`.")


def _missing_package(client: Any, address: str) -> Problem | None:
    """Try whether the cluster can run a function of this package."""
    try:
        client.submit(is_installed, pure=False).result()
    except Exception:  # which one differs from one version of Dask to the next
        what = "its scheduler or its workers do not have qdot-assembler."
        return Problem(address, what, "install it, in this very version, where each of them runs.")
    return None


def is_installed() -> bool:
    """Tell that this package is installed where this function runs."""
    return True
