"""Open a Word template, let docxtpl mend its tags, and tell the parts that have values from the rest."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assembler.problem import Problem

BODY = "{{ body }}"
RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
BREAKS = (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, KeyError)
"""What reading raises for a file that is no package, or a spoiled or encrypted one."""

PROPERTIES = ("docProps/core.xml", "docProps/custom.xml")
"""What a package says of who made it, which is written anew for each document."""

MENTIONS = re.compile(rb'<(?:Override|Relationship)\b[^>]*"/?docProps/(?:core|custom)\.xml"[^>]*/>')
MARKUP = re.compile(r"<[^>]+>")
PLACE = re.compile(r"\{\{\s*(body)\s*\}\}")
LARGEST = 64 * 1024 * 1024
"""The most that a template may unpack to; more would be an attack on memory."""

MOST_PARTS = 1000


@dataclass(frozen=True)
class Template:
    """A template's parts: those that may have values, as Jinja source, and the rest as they are."""

    rendered: Mapping[str, str]
    fixed: Mapping[str, bytes]


def open_template(path: Path) -> tuple[Template | None, tuple[Problem, ...]]:
    """Read a template; one that is no DOCX, or has no place for the text, gives problems instead."""
    try:
        parts = _parts(path.read_bytes())
        rendered = {name: _cleaned(parts[name].decode()) for name in parts if RENDERED.fullmatch(name)}
        fixed = _without_properties({name: part for name, part in parts.items() if name not in rendered})
    except BREAKS as error:
        return None, (_no_docx(path, error),)
    if unclosed := next((words for name in rendered for words in _unclosed(parts[name].decode())), None):
        fix = "close each tag in the paragraph that opens it, as {{ trust_name }} is."
        return None, (Problem(str(path), f"a tag is not closed in “{unclosed[:60]}”.", fix),)
    if "word/comments.xml" in fixed:
        fix = "delete its comments in Word; ours are the drafting notes."
        return None, (Problem(str(path), "the template has comments of its own.", fix),)
    if BODY not in rendered.get("word/document.xml", ""):
        fix = "write {{p body }} in a paragraph of its own where the text of the document belongs."
        return None, (Problem(str(path), "the template has no place for the document's text.", fix),)
    return Template(rendered, fixed), ()


def _no_docx(path: Path, error: Exception) -> Problem:
    fix = "open it in Word and save it as a Word document (.docx)."
    return Problem(str(path), f"the template is not a Word document that can be read ({error}).", fix)


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST:
            raise ValueError("it unpacks to more than 64 MiB")
        if len(archive.infolist()) > MOST_PARTS:
            raise ValueError(f"it has more than {MOST_PARTS} parts")
        parts = {name: archive.read(name) for name in archive.namelist()}
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        raise ValueError("it has no word/document.xml")
    return parts


def _unclosed(xml: str) -> Iterator[str]:
    """Find each paragraph that opens a tag and does not close it: docxtpl would lose the text that follows."""
    for paragraph in xml.split("</w:p>"):
        words = MARKUP.sub("", paragraph)
        if any(words.count(opening) != words.count(closing) for opening, closing in (("{{", "}}"), ("{%", "%}"))):
            yield words


def _without_properties(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Drop a template's properties, and what its package says of them."""
    out = {name: part for name, part in parts.items() if name not in PROPERTIES}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        out[name] = MENTIONS.sub(b"", out[name])
    return out


def _cleaned(xml: str) -> str:
    """Join the tags that Word split over several runs; ``{{p x }}`` takes the place of its whole paragraph."""
    from docxtpl import DocxTemplate  # a slow import, not needed once a template is compiled

    return PLACE.sub(r"{{ \1 }}", str(DocxTemplate("").patch_xml(xml)))
