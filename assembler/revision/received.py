"""Refuse a file that is received and is no Word document that can be read: encrypted, with macros, of another kind."""

import io
import zipfile
from collections.abc import Iterator

from assembler.check.package import CONTENT_TYPES
from assembler.problem import Problem

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a file begins with that is encrypted, or of a Word before 2007."""


def refused(data: bytes, name: str) -> Iterator[Problem]:
    """Say why a file is not read."""
    if data.startswith(_COMPOUND):
        what = "it is encrypted, or in the format of Word before 2007."
        yield Problem(name, what, "open it in Word, take off its password, and save it as .docx.")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            types = archive.read(CONTENT_TYPES) if CONTENT_TYPES in names else b""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        yield Problem(name, "this is not a Word document.", "save it as .docx and check that.")
        return
    if any("vbaproject" in one.casefold() for one in names) or b"macroEnabled" in types:
        yield Problem(name, "it carries macros.", "save it as .docx, which has none.")
    elif not any(one.startswith("word/") for one in names):
        yield Problem(name, "this is not a Word document, but another package.", "save it as .docx and check that.")
