"""Names of WordprocessingML, and a part with the prefixes that Word writes."""

from collections.abc import Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def w(name: str) -> str:
    """Give the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def value(element: etree._Element | None, *path: str) -> str | None:
    """Give the ``w:val`` at the end of a path of elements, or None."""
    for name in path:
        element = element.find(w(name)) if element is not None else None
    return element.get(w("val")) if element is not None else None


def number(text: str | None, otherwise: int = 0) -> int:
    """Read a whole number; what is none counts as ``otherwise``."""
    try:
        return int(text or "")
    except ValueError:
        return otherwise


def named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Give every element of WordprocessingML with one of these names."""
    return root.iter(*map(w, names))


def words(paragraph: etree._Element) -> str:
    """Give the text of a paragraph as docxtpl sees it."""
    return "".join(text.text or "" for text in named(paragraph, "t"))


def prefixed(root: etree._Element) -> etree._Element:
    """Give a part's root with ``w`` for WordprocessingML, as whatever is written into the part has it."""
    if root.nsmap.get("w") != W:
        prefixes: dict[str, str] = {str(prefix): name for prefix, name in root.nsmap.items() if prefix and name != W}
        attributes = {str(name): str(said) for name, said in root.attrib.items()}
        new = etree.Element(root.tag, attributes, nsmap={**prefixes, "w": W})
        new.extend(root)
        root = new
    drop_lost_prefixes(root)
    return root


def drop_lost_prefixes(root: etree._Element) -> bool:
    """Take out of a part's list of prefixes those that another program renamed: Word refuses a part with such.

    Tells whether there were any.
    """
    listed = root.get(IGNORABLE, "")
    kept = " ".join(one for one in listed.split() if one in root.nsmap)
    if kept == listed:
        return False
    root.set(IGNORABLE, kept)
    return True


def written(root: etree._Element) -> str:
    """Write a part as text; it is encoded when it is packed."""
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'
