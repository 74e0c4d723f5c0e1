"""Read a template's package: the parts that its document leads to, each under the name that we give it."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from lxml import etree

LARGEST = 64 * 1024 * 1024
MOST_PARTS = 1000
"""The most that a template may unpack to; more would be an attack on memory."""

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT = "http://purl.oclc.org/ooxml/"

PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

LEFT_BEHIND = frozenset((
    "attachedTemplate", "attachedToolbars", "commentsExtended", "commentsExtensible", "commentsIds", "customXml",
    "documenttasks", "glossaryDocument", "keyMapCustomizations", "mailMergeHeaderSource", "mailMergeSource", "people",
    "printerSettings", "recipientData",
))  # fmt: skip
"""What a template leads to and no paper takes along: who worked on it, where it lay, its building blocks, its data."""

REFUSED = {
    "vbaProject": ("it has macros", "save it in Word as a Word document (.docx), which leaves its macros behind."),
    "wordVbaData": ("it has macros", "save it in Word as a Word document (.docx), which leaves its macros behind."),
    "control": ("it has an ActiveX control", "delete the control in Word."),
    "oleObject": ("it has an embedded object", "put a picture in the place of the object."),
    "package": ("it has an embedded file", "put a picture in the place of the embedded file."),
    "aFChunk": ("it takes in another document", "open it in Word and save it, which makes the other a part of it."),
    "subDocument": ("it is a master document", "unlink its subdocuments in Word (Outline view)."),
}
"""What no paper may have, as nobody could read and prove it."""


class Unusable(ValueError):  # noqa: N818 (it is said of a template)
    """A template that cannot serve, and what to do about it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


class Relation(NamedTuple):
    """What a part says of another: its kind, where it is, and whether that is outside of the package."""

    id: str
    type: str
    target: str
    is_external: bool

    @property
    def kind(self) -> str:
        """The last word of its type, which strict and transitional packages share."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True)
class Source:
    """A template's parts, and which of them each relationship kind of the main part leads to."""

    parts: Mapping[str, bytes]
    kinds: Mapping[str, tuple[str, ...]]


def parse(part: bytes) -> etree._Element:
    """Parse a part; one that defines entities of its own is no part of an Office document, and a ValueError."""
    try:
        root = etree.fromstring(part, PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError(error) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a part has a document type of its own")
    return root


def read_source(package: bytes) -> Source:
    """Read what the main part of a package leads to; the main part comes under Word's usual name.

    Raises `Unusable` for what cannot serve, and zipfile's and zlib's errors and ValueError for what is no package.
    """
    parts = _unpacked(package)
    main = next((one for one in _relations(parts, "") if one.kind == "officeDocument"), None)
    if main is None or main.target not in parts or TYPES not in parts:
        raise ValueError("it has no main part")
    if main.type.startswith(STRICT):
        what = "the template is a Strict Open XML Document, which few programs read as Word does"
        raise Unusable(what, "save it in Word as a Word document (.docx), not as a Strict Open XML Document.")
    kept = {name: _kept(_relations(parts, name)) for name in _reached(parts, main.target)}
    kinds: dict[str, tuple[str, ...]] = {}
    for one in kept[main.target]:
        kinds[one.kind] = (*kinds.get(one.kind, ()), one.target)
    return Source(_renamed(parts, kept, main.target), kinds)


def _unpacked(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST:
            raise ValueError("it unpacks to more than 64 MiB")
        if len(archive.infolist()) > MOST_PARTS:
            raise ValueError(f"it has more than {MOST_PARTS} parts")
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def _relations(parts: Mapping[str, bytes], source: str) -> tuple[Relation, ...]:
    folder, _, name = source.rpartition("/")
    part = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    rows = parse(part).iter(f"{{{PACKAGE}/relationships}}Relationship") if part is not None else ()
    relations = (_relation(row, folder) for row in rows)
    return tuple(one for one in relations if one.kind != "comments" or _has_comments(parts.get(one.target)))


def _has_comments(part: bytes | None) -> bool:
    """Tell whether there are comments in a part for them; Word keeps the part when the last one is deleted."""
    return part is not None and len(parse(part)) > 0


def _relation(row: etree._Element, folder: str) -> Relation:
    is_external = row.get("TargetMode") == "External"
    target = row.get("Target", "")
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relation(row.get("Id", ""), row.get("Type", ""), target, is_external)


def _kept(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Leave behind what no paper takes along; what no paper may have is `Unusable`."""
    kept = tuple(one for one in relations if one.kind not in LEFT_BEHIND)
    for one in kept:
        if one.kind in REFUSED:
            raise Unusable(f"{REFUSED[one.kind][0]}, which no paper may have", REFUSED[one.kind][1])
        if one.is_external and one.kind != "hyperlink":
            what = f"it shows a file that lies elsewhere ({one.target}), and would not travel with a paper"
            raise Unusable(what, "insert the picture itself (in Word: Edit Links to Files, Break Link).")
    return kept


def _reached(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """Walk the parts that the main part leads to, itself first."""
    waiting, met = [name], {name}
    while waiting:
        name = waiting.pop(0)
        yield name
        targets = [one.target for one in _kept(_relations(parts, name)) if not one.is_external]
        if lost := next((target for target in targets if target not in parts), None):
            raise ValueError(f"it lacks {lost}")
        new = [target for target in dict.fromkeys(targets) if target not in met]
        waiting += new
        met.update(new)


def _renamed(
    parts: Mapping[str, bytes], kept: Mapping[str, tuple[Relation, ...]], main: str
) -> dict[str, bytes]:
    """Give the parts with the main one under its usual name, and what the package says of them written anew."""
    names = {name: MAIN if name == main else name for name in kept}
    out = {names[name]: parts[name] for name in kept}
    if len(out) < len(kept):
        raise ValueError(f"two parts would be called {MAIN}")
    for name, relations in kept.items():
        folder, _, file = names[name].rpartition("/")
        if relations or name == main:
            out[posixpath.join(folder, "_rels", f"{file}.rels")] = _relationships(relations, names, folder)
    root = Relation("rId1", OFFICE_DOCUMENT, main, is_external=False)
    out["_rels/.rels"] = _relationships((root,), names, "")
    out[TYPES] = _content_types(parse(parts[TYPES]), names, main)
    return out


OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def _relationships(relations: tuple[Relation, ...], names: Mapping[str, str], folder: str) -> bytes:
    def target(one: Relation) -> str:
        if one.is_external:
            return f'{quoteattr(one.target)} TargetMode="External"'
        return quoteattr(posixpath.relpath(names[one.target], folder or "."))

    rows = (
        f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.type)} Target={target(one)}/>" for one in relations
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'.encode()


def _content_types(root: etree._Element, names: Mapping[str, str], main: str) -> bytes:
    """Write the content types of the parts that are kept; the main part's is that of a document."""
    rows = ['<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>']
    for row in root.iter(f"{{{PACKAGE}/content-types}}Default"):
        if row.get("Extension", "").casefold() != "rels":
            rows.append(f"<Default Extension={quoteattr(row.get('Extension', ''))} {_type(row)}/>")
    for row in root.iter(f"{{{PACKAGE}/content-types}}Override"):
        name = row.get("PartName", "").lstrip("/")
        if name in names and name != main:
            rows.append(f"<Override PartName={quoteattr('/' + name)} {_type(row)}/>")
    rows.append(f'<Override PartName="/{MAIN}" ContentType="{MAIN_TYPE}"/>')
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}</Types>'.encode()


def _type(row: etree._Element) -> str:
    return f"ContentType={quoteattr(row.get('ContentType', ''))}"


