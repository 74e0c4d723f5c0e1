"""Templates as firms have them: ours, opened and changed as Word, LibreOffice or another program would."""

import io
import re
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Mm
from lxml import etree

HOUSE = Path(__file__).parents[2] / "templates" / "house.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Parts = dict[str, bytes]

GERMAN = {
    "Heading1": "berschrift1", "Heading2": "berschrift2", "BodyText": "Textkrper", "ListNumber": "Listennummer",
    "ListNumber2": "Listennummer2", "Title": "Titel", "Subtitle": "Untertitel", "TOC1": "Verzeichnis1",
    "TOC2": "Verzeichnis2", "Header": "Kopfzeile", "Footer": "Fuzeile", "CommentText": "Kommentartext",
    "CommentReference": "Kommentarzeichen", "TableGrid": "Tabellenraster", "Normal": "Standard",
}  # fmt: skip
"""The ids that a German Word gives styles, of which the names are the same in every language."""

JAPANESE = {
    "Heading1": "1", "Heading2": "2", "BodyText": "a3", "ListNumber": "a", "ListNumber2": "20", "Title": "a5",
    "TOC1": "11", "TOC2": "21", "Header": "a7", "Footer": "a9", "Normal": "a0", "Definition": "af1", "Recital": "af2",
}  # fmt: skip


def firm(folder: Path, package: bytes, name: str = "house.docx") -> Path:
    """Lay a template in a firm's folder, and give the folder."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / name).write_bytes(package)
    return folder


def parts_of(package: bytes) -> Parts:
    """Unpack a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def edited(change: Callable[[Any], object]) -> bytes:
    """Give our template as python-docx saves it after a change."""
    document = Document(str(HOUSE))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_ids(ids: Mapping[str, str]) -> bytes:
    """Give our template with other ids for its styles, and the same names."""
    mention = re.compile(rb'(w:styleId="|<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=")([A-Za-z0-9]+)(")')

    def renamed(part: bytes) -> bytes:
        return mention.sub(
            lambda found: found[1] + ids.get(found[2].decode(), found[2].decode()).encode() + found[3], part
        )

    parts = parts_of(HOUSE.read_bytes())
    named = {name for name in parts if re.fullmatch(r"word/(document|styles|numbering|header\d|footer\d)\.xml", name)}
    return packed({name: renamed(part) if name in named else part for name, part in parts.items()})


Look = tuple[str, str]
"""The form of a number, and the text it stands in."""


def with_numbers(articles: Look, sections: Look, schedules: Look | None = None, *, legal: bool = False) -> bytes:
    """Give our template with other looks for its numbers; ``legal`` as in Word's own list of articles and sections."""

    def change(document: Any) -> None:
        for style, look in (("Heading1", articles), ("Heading2", sections), ("ScheduleHeading", schedules)):
            level = _level_of(document, style)
            if look:
                level.find(qn("w:numFmt")).set(qn("w:val"), look[0])
                level.find(qn("w:lvlText")).set(qn("w:val"), look[1])
            if legal and style == "Heading2":
                level.find(qn("w:suff")).addprevious(level.makeelement(qn("w:isLgl"), {}))

    return edited(change)


def _level_of(document: Any, style: str) -> Any:
    levels = document.part.numbering_part.element.iter(qn("w:lvl"))
    return next(one for one in levels for linked in one.findall(qn("w:pStyle")) if linked.get(qn("w:val")) == style)


def on_a4(document: Any) -> None:
    """Put a template on A4, with margins of 4 cm."""
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(40)


def with_letterhead(document: Any) -> None:
    """Put a firm's logo and address in the header."""
    paragraph = document.sections[-1].header.paragraphs[0]
    paragraph.insert_paragraph_before().add_run().add_picture(io.BytesIO(logo()), width=Inches(1.2))
    paragraph.insert_paragraph_before("Marsh & Okafor LLP, 12 Harbor Street, Baltimore", style="Header")


def logo() -> bytes:
    """Draw a picture: a band of blue over one of grey."""
    rows = b"".join(b"\0" + (b"\x1f\x3f\x7f" if row < 20 else b"\xb0\xb0\xb0") * 120 for row in range(30))
    chunks = ((b"IHDR", struct.pack(">2I5B", 120, 30, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def with_control(document: Any) -> None:
    """Put the tag of the trust's name into a control for plain words, bound to a property of the document."""
    tag = next(one for one in document.paragraphs if "{{ trust_name }}" in one.text).runs[0]._r
    control = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Title"/><w:showingPlcHdr/>'
        '<w:dataBinding w:xpath="/title" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/></w:sdtPr>'
        "<w:sdtContent/></w:sdt>"
    )
    tag.addprevious(control)
    control[-1].append(tag)


def without_styles(*names: str) -> bytes:
    """Give our template without some styles, as one that a firm made of its letter."""

    def change(document: Any) -> None:
        for name in names:
            document.styles[name].delete()

    return edited(change)


def of_type(kind: str) -> bytes:
    """Give our template with the main part's type of a .dotx or a .docm."""
    parts = parts_of(HOUSE.read_bytes())
    types = parts["[Content_Types].xml"]
    document = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert document in types
    return packed({**parts, "[Content_Types].xml": types.replace(document, kind.encode())})


def strict() -> bytes:
    """Give our template as a Strict Open XML Document."""
    transitional = b"http://schemas.openxmlformats.org/"
    strictly = {
        transitional + b"officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        transitional + b"wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
    parts = parts_of(HOUSE.read_bytes())
    for old, new in strictly.items():
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    return packed(parts)


def prefixed() -> bytes:
    """Give our template with prefixes as Python's ElementTree writes them, in every part that is not a picture."""
    parts = parts_of(HOUSE.read_bytes())
    return packed({
        name: ElementTree.tostring(ElementTree.fromstring(part), xml_declaration=True, encoding="UTF-8")
        if name.endswith((".xml", ".rels"))
        else part
        for name, part in parts.items()
    })  # fmt: skip


def with_main_part(name: str) -> bytes:
    """Give our template with its main part under another name, in the same folder or another."""
    parts = parts_of(HOUSE.read_bytes())
    folder, _, file = name.rpartition("/")
    up = "" if folder == "word" else "/word/"
    parts[name] = parts.pop("word/document.xml")
    relations = parts.pop("word/_rels/document.xml.rels").replace(b'Target="', f'Target="{up}'.encode())
    parts[f"{folder}/_rels/{file}.rels".lstrip("/")] = relations
    for part in ("[Content_Types].xml", "_rels/.rels"):
        parts[part] = parts[part].replace(b"word/document.xml", name.encode())
    return packed(parts)


def saved_by_libreoffice(folder: Path) -> bytes:
    """Give our template as LibreOffice saves it."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", folder / "saved", HOUSE], check=True, capture_output=True, timeout=180)
    return (folder / "saved" / "house.docx").read_bytes()


def with_xml(part: str, old: str, new: str) -> bytes:
    """Give our template with some markup of a part in another's place."""
    parts = parts_of(HOUSE.read_bytes())
    text = parts[part].decode()
    assert old in text
    return packed({**parts, part: text.replace(old, new, 1).encode()})


def root(package: bytes, part: str) -> etree._Element:
    """Parse a part of a package."""
    return etree.fromstring(parts_of(package)[part])
