"""Read a drafted document back as anyone may: with a zip reader and an XML parser."""

import io
import zipfile
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(package: Path | bytes, name: str = "word/document.xml") -> etree._Element:
    """Parse one part of a package."""
    with zipfile.ZipFile(io.BytesIO(package) if isinstance(package, bytes) else package) as parts:
        return etree.fromstring(parts.read(name))


def names(package: Path | bytes) -> list[str]:
    """List the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(package) if isinstance(package, bytes) else package) as parts:
        return parts.namelist()


def words(element: etree._Element) -> str:
    """Give the text of a paragraph, or of anything.

    A hyphen that may not end a line is an element, and a blank that may not is read as any other.
    """
    pieces = element.iter(f"{W}t", f"{W}noBreakHyphen")
    text = "".join("-" if piece.tag == f"{W}noBreakHyphen" else piece.text or "" for piece in pieces)
    return text.replace("\u00a0", " ")


def paragraphs(package: Path | bytes, name: str = "word/document.xml") -> list[str]:
    """Give the text of every paragraph, in order."""
    return [words(paragraph) for paragraph in part(package, name).iter(f"{W}p")]


def highlighted(package: Path | bytes) -> list[str]:
    """Give the text of every highlighted run, in order."""
    runs = part(package).iter(f"{W}r")
    return [words(run) for run in runs if run.find(f"{W}rPr/{W}highlight") is not None]
