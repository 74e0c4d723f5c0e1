"""Convert documents to PDF through LibreOffice, where it is installed, and read on which page each bookmark fell."""

import io
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assembler.problem import Problem

SECONDS = 120
"""How long LibreOffice may take to start, and for each document besides, before it counts as failed."""

SECONDS_EACH = 10
LOOKS_EACH_SECOND = 4
AT_ONCE = 60
"""LibreOffice keeps something of each document, and ends without a word when that is too much."""

YES, NO = ({"type": "boolean", "value": value} for value in ("true", "false"))
OPTIONS = {"PDFUACompliance": YES, "ExportBookmarksToPDFDestination": YES, "ExportNotes": NO}
"""A PDF that can be read aloud, that knows where each bookmark is, and that has no drafting notes."""


MARGIN = 0.078
"""The part of a page's height that its header, or its footer, has to itself."""


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


def to_pdf(
    packages: Mapping[str, bytes], tell: Callable[[int], object] = lambda _: None
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Convert documents, given by name, in as few runs of LibreOffice as there can be.

    A document of which none is made is a problem. Each run has a profile of its own, so that several can convert
    at once. ``tell`` is called again and again meanwhile, with how many are converted.
    """
    made: dict[str, bytes] = {}
    failed: list[Problem] = []
    names = list(packages)
    for first in range(0, len(names), AT_ONCE):
        some = {name: packages[name] for name in names[first : first + AT_ONCE]}
        pdfs, why = _converted(list(some.values()), partial(_after, first, tell))
        for name, pdf in zip(some, pdfs, strict=True):
            if pdf is None:
                what = f"LibreOffice made no PDF ({why})."
                failed.append(Problem(name, what, "open the document in LibreOffice."))
            else:
                made[name] = pdf
    return made, tuple(failed)


def _after(before: int, tell: Callable[[int], object], done: int) -> None:
    tell(before + done)


def _converted(packages: Sequence[bytes], tell: Callable[[int], object]) -> tuple[list[bytes | None], str]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sources = [folder / f"{number}.docx" for number in range(len(packages))]
        for source, package in zip(sources, packages, strict=True):
            source.write_bytes(package)
        kind = f"pdf:writer_pdf_Export:{json.dumps(OPTIONS)}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [_soffice() or "soffice", "--headless", profile, "--convert-to", kind, "--outdir", scratch]
        pdfs = [source.with_suffix(".pdf") for source in sources]
        seconds = SECONDS + SECONDS_EACH * len(sources)
        why = _run([*command, *map(str, sources)], seconds, lambda: tell(sum(pdf.exists() for pdf in pdfs)))
        return [pdf.read_bytes() if pdf.exists() else None for pdf in pdfs], why


def _run(command: Sequence[str], seconds: int, look: Callable[[], object]) -> str:
    """Run a command, and end all that it started when it ends, however that comes about; say why it failed."""
    # a file and no pipe, which would stay open as long as anything that it started
    with tempfile.TemporaryFile() as errors:
        try:
            apart = hasattr(os, "killpg")
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=apart)
        except OSError as error:
            return str(error)
        try:
            if not _ends(process, seconds, look):
                return f"it had not ended after {seconds} seconds"
        finally:
            _end(process)
        errors.seek(0)
        return errors.read().decode(errors="replace").strip() or "it gave no reason"


def _ends(process: "subprocess.Popen[bytes]", seconds: int, look: Callable[[], object]) -> bool:
    """Wait for a process, looking at what it has done; tell whether it ended in time."""
    for _ in range(seconds * LOOKS_EACH_SECOND):
        with suppress(subprocess.TimeoutExpired):
            process.wait(1 / LOOKS_EACH_SECOND)
            return True
        look()
    return False


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process with its group: LibreOffice's own program is a child of the script that starts it."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def bookmark_pages(pdf: bytes) -> tuple[dict[str, int], int]:
    """Give the page of each bookmark, counted from 1, and how many pages there are."""
    from pypdf import PdfReader  # an optional dependency, for --pdf alone

    reader = PdfReader(io.BytesIO(pdf))
    found = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    return {name: page + 1 for name, page in found.items() if page is not None}, len(reader.pages)


def edge_lines(pdf: bytes) -> list[tuple[str, str]]:
    """Give the first and the last line of each page, without its header and footer; empty where there is none."""
    from pypdf import PdfReader  # an optional dependency, for --pdf alone

    return [_edges(page) for page in PdfReader(io.BytesIO(pdf)).pages]


def _edges(page: Any) -> tuple[str, str]:
    height = page.mediabox.height
    lines: dict[int, str] = {}

    def add(words: str, _: Any, matrix: Sequence[float], *_fonts: Any) -> None:
        if words.strip() and MARGIN < matrix[5] / height < 1 - MARGIN:
            at = round(matrix[5])
            lines[at] = lines.get(at, "") + words

    page.extract_text(visitor_text=add)
    return (lines[max(lines)].strip(), lines[min(lines)].strip()) if lines else ("", "")


def destination(bookmark: str) -> str:
    """Write a bookmark's name as LibreOffice writes it in a PDF: what is no letter or digit by its number."""
    return "/" + "".join(sign if sign.isalnum() and sign.isascii() else f"{ord(sign):02X}" for sign in bookmark)
