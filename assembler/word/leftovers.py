"""What whoever edited a template left in it: told where a paper could not be proved with it, else cleaned away."""

from collections.abc import Iterator

from lxml import etree

from assembler.word.markup import W14, named, number, w
from assembler.word.source_package import Unusable

TRACKED = (
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange",
    "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
)  # fmt: skip
"""What tracked changes are written as."""

CLEANED = ("proofErr", "permStart", "permEnd", "dataBinding", "lastRenderedPageBreak", "rsid")
"""What of the text goes: marks of spelling and of who edited what, who may, and what a control takes its words from.

A control that is bound would show what the property or the data says, and not what we wrote and proved.
"""

CONTROLS = ("showingPlcHdr", "text")
"""What of a content control goes: that it waits for words, and that it takes plain ones only and no control in it."""

SETTINGS = (
    "mailMerge", "attachedTemplate", "rsids", "trackRevisions", "revisionView", "docVars", "updateFields",
    "proofState", "activeWritingStyle", "writeProtection", "saveThroughXslt", "linkStyles",
)  # fmt: skip
"""What of the settings goes: where the template lay, its mail merge, who worked on it, and how it was opened."""

FIRST_BOOKMARK = 1_000_000
"""Our own bookmarks count from 1."""


def refuse(root: etree._Element) -> None:
    """Raise `Unusable` for tracked changes."""
    change = next(named(root, *TRACKED), None)
    if change is not None:
        author = change.get(w("author"))
        what = f"the template has tracked changes{f' by {author}' if author else ''}"
        raise Unusable(what, "accept or reject them in Word (Review, Accept All Changes), and save it.")


def clean(root: etree._Element) -> None:
    """Take out of a part of text what is no part of the look."""
    for element in [*named(root, *CLEANED), *_bindings(root)]:
        _remove(element)
    for setting in list(named(root, *CONTROLS)):
        _remove(setting)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if _is_of_editing(str(name))]:
            del element.attrib[name]
    _bookmarks(root)


def _bindings(root: etree._Element) -> Iterator[etree._Element]:
    return (one for one in root.iter("{*}dataBinding") if one.tag != w("dataBinding"))


def _is_of_editing(name: str) -> bool:
    return name.startswith(w("rsid")) or name in {f"{{{W14}}}paraId", f"{{{W14}}}textId"}


def _bookmarks(root: etree._Element) -> None:
    """Keep a template's bookmarks apart from ours by their ids; Word's own mark of the last edit goes."""
    gone = {one.get(w("id")) for one in named(root, "bookmarkStart") if one.get(w("name")) == "_GoBack"}
    for element in list(named(root, "bookmarkStart", "bookmarkEnd")):
        if element.get(w("id")) in gone:
            _remove(element)
        else:
            element.set(w("id"), str(FIRST_BOOKMARK + number(element.get(w("id")))))


def clean_settings(root: etree._Element) -> None:
    """Take out of the settings what is of the template's own life."""
    identities = root.iter(f"{{{W14}}}docId", "{http://schemas.microsoft.com/office/word/2012/wordml}docId")
    for element in [*named(root, *SETTINGS), *identities]:
        _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
