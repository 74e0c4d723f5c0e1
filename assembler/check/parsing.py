"""Parse one part's XML without entities, network or giant trees."""

from functools import lru_cache

from lxml import etree
from lxml.etree import _Element

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)


def parse(data: bytes) -> _Element | str:
    """Give the root of the tree, or in words why there is none."""
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as fault:
        return str(fault.msg).rstrip(".")
    except ValueError as fault:
        return str(fault).rstrip(".")
    if root.getroottree().docinfo.internalDTD is not None:
        return "it carries a document type declaration, which a Word file may not"
    return root


def root_or_none(data: bytes | None) -> _Element | None:
    """Give the root of a part that may be absent or broken."""
    tree = parse(data) if data is not None else None
    return None if isinstance(tree, str) else tree


@lru_cache(maxsize=256)
def fault_of(data: bytes) -> str:
    """Say why a part is not well-formed, or nothing; remembered, since most parts come from one template."""
    tree = parse(data)
    return tree if isinstance(tree, str) else ""
