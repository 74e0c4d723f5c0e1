"""What other programs read of a document: the text that python-docx, mammoth and pandoc make of it."""

import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import mammoth
from docx import Document
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def python_docx(docx: Path) -> str:
    """Read the paragraphs of a document, also those in its tables."""
    document = Document(str(docx))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    lines = [*document.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    return "\n".join(line.text for line in lines)


def mammoth_text(docx: Path) -> str:
    """Read a document as mammoth does, which makes web pages of documents."""
    with docx.open("rb") as file:
        return str(mammoth.extract_raw_text(file).value)


def pandoc(docx: Path) -> str:
    """Read a document as pandoc does, which turns documents into many formats."""
    command = ["pandoc", "--from", "docx", "--to", "plain", "--wrap", "none", str(docx)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


READERS: Mapping[str, Callable[[Path], str]] = {"python-docx": python_docx, "mammoth": mammoth_text, "pandoc": pandoc}


def references(docx: Path) -> Counter[str]:
    """Count what a document says where it refers to another place, each with the word before: *Section 5.2*."""
    with zipfile.ZipFile(docx) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return Counter(found for paragraph in body.iter(f"{W}p") for found in _of(paragraph))


def _of(paragraph: etree._Element) -> Iterator[str]:
    before, instruction, shown = "", "", ""
    kind = None
    for piece in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}noBreakHyphen"):
        words = "-" if piece.tag == f"{W}noBreakHyphen" else piece.text or ""
        if piece.tag == f"{W}fldChar":
            kind = piece.get(f"{W}fldCharType")
            if kind == "end" and instruction.split()[:1] == ["REF"]:
                yield plain(f"{_last_word(before)}{shown}")
            if kind == "end":
                before, instruction, shown = before + shown, "", ""
        elif piece.tag == f"{W}instrText":
            instruction += words
        elif kind == "separate":
            shown += words
        else:
            before += words


def _last_word(text: str) -> str:
    found = re.search(r"\S*\s*$", text)
    return found[0] if found else ""


def plain(text: str) -> str:
    """Give a text with one kind of blank and one of hyphen."""
    return " ".join(text.replace("\u2011", "-").split())


def unread(docx: Path, reader: str) -> list[str]:
    """List the references that a reader finds less often than the document has them."""
    text = plain(READERS[reader](docx))
    return [words for words, times in references(docx).items() if text.count(words) < times]
