"""Convert a document to PDF through LibreOffice, where it is installed, and read on which page each heading fell."""

import io
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assembler.problem import Problem

SECONDS = 120
"""How long a conversion may take before it counts as failed."""


def lacking() -> tuple[Problem, ...]:
    """Say what is not installed here that a PDF with numbered contents needs."""
    out = []
    if _soffice() is None:
        fix = "install LibreOffice (on Debian: libreoffice-writer-nogui), or draft without --pdf."
        out.append(Problem("--pdf", "there is no LibreOffice here to make a PDF.", fix))
    if find_spec("pypdf") is None:
        fix = "install it (pip install pypdf), or draft without --pdf."
        out.append(Problem("--pdf", "the package pypdf, which reads the pages of a PDF, is not installed.", fix))
    return tuple(out)


def _soffice() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(package: bytes, name: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Convert one document; a LibreOffice that fails is a problem.

    Each run has a profile of its own, so that several can convert at once.
    """
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "document.docx"
        source.write_bytes(package)
        profile = (Path(scratch) / "profile").as_uri()
        command = [_soffice() or "soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
        failed = _run([*command, "--outdir", scratch, str(source)])
        made = source.with_suffix(".pdf")
        if not made.exists():
            return None, (Problem(name, f"LibreOffice made no PDF ({failed}).", "open the document in LibreOffice."),)
        return made.read_bytes(), ()


def _run(command: Sequence[str]) -> str:
    try:
        done = _alone(command)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return done.stderr.decode(errors="replace").strip() or "it gave no reason"


def heading_pages(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """Give each heading of a PDF with its page, from 1, in order."""
    from pypdf import PdfReader  # an optional dependency, for --pdf alone

    reader = PdfReader(io.BytesIO(pdf))
    return tuple((str(entry.title), _page(reader, entry)) for entry in _flat(reader.outline))


def _page(reader: Any, entry: Any) -> int:
    return int(reader.get_destination_page_number(entry)) + 1


def _flat(outline: Sequence[Any]) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def _alone(command: Sequence[str]) -> "subprocess.CompletedProcess[bytes]":
    """Run a command, and let none of the processes that it starts outlive it, however this ends."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            out, error = process.communicate(timeout=SECONDS)
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(command, process.returncode, out, error)
