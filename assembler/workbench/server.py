"""Serve a folder from this machine to this machine, until Ctrl-C."""

import secrets
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from typing import Any

from waitress.server import create_server

from assembler.problem import Problem
from assembler.workbench.access import Access
from assembler.workbench.app import create_app

LOOPBACK = "127.0.0.1"
PORT = 8056
"""The port tried first; where another program has it, the system gives one."""

SETTINGS = {"threads": 6, "ident": "qdot", "max_request_body_size": 24 * 1024 * 1024}


def serve(
    folder: Path, firm: Path | None, host: str, port: int | None, opens: bool, tell: Callable[[str], None]
) -> Problem | None:
    """Serve the cases of a folder; ``tell`` is given each line to print, the address with its token first.

    Returns why it could not be served, and None when Ctrl-C has ended it.
    """
    try:
        server = _bound(host, port)
    except OSError as error:
        at = f"{host}:{PORT if port is None else port}"
        return Problem(at, f"it cannot be served there ({error.strerror}).", "choose another --host or --port.")
    bound: int = server.effective_port
    hosts = {f"{name}:{bound}" for name in ((host, "localhost") if host == LOOPBACK else (host,))}
    access = Access(secrets.token_urlsafe(24), frozenset(hosts), bound)
    server.application = create_app(folder, firm, access)
    address = f"http://{host}:{bound}/?token={access.token}"
    tell(address)
    if host != LOOPBACK:
        tell("Whoever reaches this address with its token can read and change the cases, and nothing is encrypted.")
    if opens:
        Timer(0.3, webbrowser.open, [address]).start()
    _run(server)
    return None


def _bound(host: str, port: int | None) -> Any:
    """Take a port: the one that is asked for, or else the usual one, or any that is free."""
    try:
        return create_server(_nothing, host=host, port=PORT if port is None else port, **SETTINGS)
    except OSError:
        if port is not None:
            raise
        return create_server(_nothing, host=host, port=0, **SETTINGS)


def _nothing(environment: Any, start: Any) -> list[bytes]:
    """Stand in for the application until the port is known, on which it depends."""
    start("503 Service Unavailable", [])
    return []


def _run(server: Any) -> None:
    try:
        server.run()
    finally:
        server.close()
