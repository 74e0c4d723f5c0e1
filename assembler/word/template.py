"""Open a Word template, clean it, find its styles by name, and tell the parts that have values from the rest."""

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assembler.problem import Problem
from assembler.word.levels import StyleLevel

BODY = "{{ body }}"
BREAKS = (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, KeyError)
"""What reading raises for a file that is no package, or a spoiled or encrypted one."""

STORIES = ("header", "footer", "footnotes", "endnotes")
"""The parts that may have values, besides the main one, by the kind of their relationship."""


@dataclass(frozen=True)
class Template:
    """A template's parts: those that may have values, as Jinja source, and the rest as they are.

    ``styles`` gives the kind of each style by its id, and ``levels`` the list and the level of each that is numbered.
    ``cleaned`` are all the parts as they are before a tag is read, for whoever examines the template. ``width`` is that
    of its text, in twentieths of a point.
    """

    rendered: Mapping[str, str]
    fixed: Mapping[str, bytes]
    styles: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, StyleLevel] = field(default_factory=dict)
    cleaned: Mapping[str, bytes] = field(default_factory=dict)
    width: int = 0


def open_template(path: Path) -> tuple[Template | None, tuple[Problem, ...]]:
    """Read a template; one that is no Word document, or that no paper can be made with, gives a problem instead."""
    # lxml and docxtpl are slow to import, and not needed once a template is compiled
    from assembler.word.source_package import Unusable
    from assembler.word.template_reading import read

    try:
        return read(path.read_bytes()), ()
    except Unusable as error:
        return None, (Problem(str(path), f"{error.what}.", error.fix),)
    except BREAKS as error:
        fix = "open it in Word and save it as a Word document (.docx)."
        what = f"the template is not a Word document that can be read ({error})."
        return None, (Problem(str(path), what, fix),)
