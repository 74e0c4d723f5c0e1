"""The names of WordprocessingML, and how its XML is parsed and its values are read."""

from functools import lru_cache

from lxml import etree
from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

# Package
DEFAULT, OVERRIDE = f"{_TYPES}Default", f"{_TYPES}Override"
RELATIONSHIP = f"{_RELS}Relationship"

# Blocks
DOCUMENT, BODY, P, TBL, TR, TC = (f"{W}{n}" for n in ("document", "body", "p", "tbl", "tr", "tc"))
HEADER, FOOTER, COMMENT, FOOTNOTE, ENDNOTE = (f"{W}{n}" for n in ("hdr", "ftr", "comment", "footnote", "endnote"))
COMMENTS, FOOTNOTES, ENDNOTES = (f"{W}{n}" for n in ("comments", "footnotes", "endnotes"))
TEXT_BOX, FALLBACK, SDT, SDT_CONTENT = f"{W}txbxContent", f"{_MC}Fallback", f"{W}sdt", f"{W}sdtContent"
KNOWN = "known"
"""Not an element of Word's: it stands in a tree for paragraphs that were read before."""

DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"

# Properties
P_STYLE, R_STYLE, TBL_STYLE = f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"
NUM_ID, ILVL, OUTLINE, NUM_PR = f"{W}numId", f"{W}ilvl", f"{W}outlineLvl", f"{W}numPr"
VANISH, HIGHLIGHT, SHADING, P_PR, R_PR = (f"{W}{n}" for n in ("vanish", "highlight", "shd", "pPr", "rPr"))
TR_PR, SECT_PR, HEADER_REF, FOOTER_REF = (f"{W}{n}" for n in ("trPr", "sectPr", "headerReference", "footerReference"))
CHANGES = tuple(f"{W}{n}Change" for n in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid", "tblPrEx"))

# Text
R, T, TAB, PTAB, BREAK, CR = (f"{W}{n}" for n in ("r", "t", "tab", "ptab", "br", "cr"))
NO_BREAK_HYPHEN, SYM = f"{W}noBreakHyphen", f"{W}sym"
CONTENT = tuple(f"{W}{n}" for n in ("t", "delText", "tab", "br", "noBreakHyphen", "sym", "drawing", "pict", "object"))
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Ranges
BOOKMARK_START, BOOKMARK_END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
COMMENT_START, COMMENT_END, COMMENT_REFERENCE = (
    f"{W}{n}" for n in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
RANGE_MARKS = (BOOKMARK_START, BOOKMARK_END, COMMENT_START, COMMENT_END)
FLD_CHAR, FLD_SIMPLE, INSTR = f"{W}fldChar", f"{W}fldSimple", f"{W}instrText"
HYPERLINK = f"{W}hyperlink"

# Revisions
INS, DEL, MOVE_FROM, MOVE_TO = (f"{W}{n}" for n in ("ins", "del", "moveFrom", "moveTo"))
CELL_INS, CELL_DEL, NUMBERING_CHANGE = (f"{W}{n}" for n in ("cellIns", "cellDel", "numberingChange"))
MOVE_RANGES = tuple(f"{W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))
DEL_TEXT, DEL_INSTR, AUTHOR, DATE = (f"{W}{n}" for n in ("delText", "delInstrText", "author", "date"))

# Elements that name another part by the id of a relationship
WITH_RELATIONSHIP = (
    f"{W}headerReference", f"{W}footerReference", f"{W}altChunk", f"{W}subDoc", f"{W}control",
    f"{_A}blip", f"{_C}chart", f"{_V}imagedata", f"{_O}OLEObject",
)  # fmt: skip
RELATIONSHIP_ID, *_ = RELATIONSHIP_ATTRIBUTES = tuple(f"{_R}{n}" for n in ("id", "embed", "link"))

# Styles and numbering
STYLE, NAME, BASED_ON, NEXT, LINK = (f"{W}{n}" for n in ("style", "name", "basedOn", "next", "link"))
NUM, ABSTRACT_NUM, ABSTRACT_NUM_ID = f"{W}num", f"{W}abstractNum", f"{W}abstractNumId"
LVL, LVL_OVERRIDE, START, START_OVERRIDE = (f"{W}{n}" for n in ("lvl", "lvlOverride", "start", "startOverride"))
NUM_FMT, LVL_TEXT, LVL_RESTART, IS_LGL = (f"{W}{n}" for n in ("numFmt", "lvlText", "lvlRestart", "isLgl"))
NUM_STYLE_LINK = f"{W}numStyleLink"

# Attributes
VAL, ID, ATTR_NAME, ANCHOR, FLD_TYPE, ATTR_INSTR = (
    f"{W}{n}" for n in ("val", "id", "name", "anchor", "fldCharType", "instr")
)
TYPE, STYLE_ID, IS_DEFAULT = f"{W}type", f"{W}styleId", f"{W}default"
ATTR_ILVL, ATTR_NUM_ID, ATTR_ABSTRACT_ID = f"{W}ilvl", f"{W}numId", f"{W}abstractNumId"


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)


def parse(data: bytes) -> _Element | str:
    """Give the root of a part's tree, or say why it cannot be parsed; entities and the network are never used."""
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as fault:
        return str(fault.msg).rstrip(".")
    except ValueError as fault:
        return str(fault).rstrip(".")
    if root.getroottree().docinfo.internalDTD is not None:
        return "it carries a document type declaration, which a Word file may not"
    return root


def written(root: _Element) -> bytes:
    """Write a tree as a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def parse_or_none(data: bytes | None) -> _Element | None:
    """Give the root of the tree of a part that may be absent or broken."""
    tree = parse(data) if data is not None else None
    return None if isinstance(tree, str) else tree


@lru_cache(maxsize=256)
def parse_fault(data: bytes) -> str:
    """Say why a part cannot be parsed, or nothing; cached, since most parts come from one template."""
    tree = parse(data)
    return tree if isinstance(tree, str) else ""


def plain_blanks(words: str) -> str:
    """Read a no-break space as the blank it is, wherever words are compared."""
    return words.replace("\u00a0", " ")


def value(parent: _Element | None, *path: str) -> str | None:
    """Give the ``w:val`` at the end of a path of children, or None where it is not there."""
    for step in path:
        if parent is None:
            return None
        parent = parent.find(step)
    return None if parent is None else parent.get(VAL)


def is_on(element: _Element | None) -> bool:
    """Tell whether a yes/no property is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in ("0", "false", "off")


def whole_number(text: str | None) -> int | None:
    """Read a whole number, or give None for anything else."""
    if text is None:
        return None
    try:
        return int(text)
    except ValueError:
        return None
