"""Who may ask: this machine's browser alone, with the token of this run, at the address that is served."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, abort, redirect, request

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

COOKIE = "qdot-workbench"
READS = frozenset({"GET", "HEAD"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""No script but our own, no page around ours, nothing kept by the browser.

Under a stricter policy of referrers a browser would hide the origin of our own forms.
"""


@dataclass(frozen=True)
class Access:
    """The token of one run, and the hosts under which it is served, such as ``127.0.0.1:8056``.

    A cookie does not tell one port from another, so its name has the port.
    """

    token: str
    hosts: Collection[str]
    port: int

    @property
    def cookie(self) -> str:
        """The name of the cookie that the token is exchanged for."""
        return f"{COOKIE}-{self.port}"

    def guard(self, app: "Flask") -> None:
        """Hold every request of an application to these, and every answer to the headers."""
        app.before_request(self._refused)
        app.after_request(_with_headers)

    def _refused(self) -> "ResponseReturnValue | None":
        """Refuse a request, or exchange the token of the first one for a cookie; None lets it pass."""
        if request.host not in self.hosts:
            abort(421, "This page is served at another address.")
        given = request.args.get("token")
        if given is not None and request.method in READS:
            return self._admitted(given)
        if not _is_same(request.cookies.get(self.cookie, ""), self.token):
            abort(403, "Open the address that `qdot serve` printed: it has the token of this run.")
        origin = request.headers.get("Origin")
        if request.method not in READS and origin not in {f"http://{host}" for host in self.hosts}:
            abort(403, "The request comes from another page.")
        return None

    def _admitted(self, given: str) -> "ResponseReturnValue":
        if not _is_same(given, self.token):
            abort(403, "The token is not that of this run: open the address that `qdot serve` printed last.")
        answer = redirect(request.path)
        answer.set_cookie(self.cookie, self.token, httponly=True, samesite="Strict")
        return answer


def _is_same(given: str, token: str) -> bool:
    return secrets.compare_digest(given.encode(), token.encode())


def _with_headers(answer: Response) -> Response:
    answer.headers.update(HEADERS)
    return answer
