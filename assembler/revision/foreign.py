"""Bring what stood in the old document into the new one: its styles, lists, links, pictures and notes."""

import posixpath
import re
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.package import CONTENT_TYPES, Parts, Relationship, main_part, relationships
from assembler.check.styles import Styles

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLED = {m.P_STYLE: "paragraph", m.R_STYLE: "character", m.TBL_STYLE: "table"}
_NOTES = {f"{m.W}footnoteReference": "footnotes", f"{m.W}endnoteReference": "endnotes"}
_NAMING = (m.BASED_ON, m.NEXT, m.LINK)
_ID = re.compile(rb'(?:w:(?:id|numId|abstractNumId)|\bid)="(\d{1,9})"')
"""The ids of a document; ten digits are more than Word counts to."""


class Foreign:
    """Copies elements of the old document so that they may stand in the new, and notes what they need there.

    parts: those of the new document, changed as needed.
    """

    def __init__(self, old: Parts, new: dict[str, bytes], old_styles: Styles, new_styles: Styles) -> None:
        self.old, self.parts = old, new
        self._source, self._target = main_part(old), main_part(new)
        self._styles = _same_styles(old_styles, new_styles)
        self._taken = set(new_styles.by_id)
        self._numbers: dict[str, str] = {}
        self._relations: dict[str, str] = {}
        self._notes: dict[tuple[str, str], str] = {}
        self._trees: dict[str, _Element] = {}
        xml = (part for name, part in new.items() if name.endswith(".xml"))
        self._next = max((int(id_) for part in xml for id_ in _ID.findall(part)), default=0)

    def adopt(self, element: _Element) -> _Element:
        """Copy an element of the old document."""
        copy = deepcopy(element)
        copy.tail = None
        for one in copy.iter(etree.Element):
            self._adapt(one)
        return copy

    def finish(self) -> None:
        """Write the parts of the new document that were added to."""
        for name, tree in self._trees.items():
            self.parts[name] = m.written(tree)

    def _adapt(self, element: _Element) -> None:
        tag, value = element.tag, element.get(m.VAL, "")
        if tag in _STYLED:
            element.set(m.VAL, self._style(value))
        elif tag == m.NUM_ID:
            element.set(m.VAL, self._number(value))
        elif tag in _NOTES:
            element.set(m.ID, self._note(_NOTES[str(tag)], element.get(m.ID, "")))
        elif tag == m.DOC_PR:
            element.set("id", str(self.fresh()))
        for name, relation in list(element.attrib.items()):
            if name in m.RELATIONSHIP_ATTRIBUTES:
                element.set(name, self._relation(str(relation)))
            elif etree.QName(name).localname in ("paraId", "textId") or str(name).startswith(f"{m.W}rsid"):
                del element.attrib[name]

    def fresh(self) -> int:
        """Give an id that nothing in the new document has."""
        self._next += 1
        return self._next

    def _tree(self, related: str) -> _Element | None:
        """Give the tree of a part of the new document by how it is related to the main one."""
        found = next((one.target for one in relationships(self.parts, self._target) if one.type == related), None)
        if found is None or found not in self.parts:
            return None
        if found not in self._trees:
            root = m.parse_or_none(self.parts[found])
            if root is None:
                return None
            self._trees[found] = root
        return self._trees[found]

    def _old_tree(self, related: str) -> _Element | None:
        found = next((one.target for one in relationships(self.old, self._source) if one.type == related), None)
        return m.parse_or_none(self.old.get(found or ""))

    # Styles and lists

    def _style(self, id_: str) -> str:
        if id_ not in self._styles:
            source, target = self._old_tree("styles"), self._tree("styles")
            styles = source.iterchildren(m.STYLE) if source is not None else ()
            style = next((one for one in styles if one.get(m.STYLE_ID) == id_), None)
            if style is None or target is None:
                return id_
            self._styles[id_] = id_ if id_ not in self._taken else f"{id_}{self.fresh()}"
            target.append(self._brought(style, self._styles[id_]))
        return self._styles[id_]

    def _brought(self, style: _Element, id_: str) -> _Element:
        copy = deepcopy(style)
        copy.set(m.STYLE_ID, id_)
        if m.IS_DEFAULT in copy.attrib:
            del copy.attrib[m.IS_DEFAULT]
        for named in copy.iterchildren(*_NAMING):
            named.set(m.VAL, self._style(named.get(m.VAL, "")))
        for number in copy.iter(m.NUM_ID):
            number.set(m.VAL, self._number(number.get(m.VAL, "")))
        return copy

    def _number(self, id_: str) -> str:
        if id_ == "0" or id_ in self._numbers:
            return self._numbers.get(id_, id_)
        source, target = self._old_tree("numbering"), self._tree("numbering")
        scheme = _scheme(source, id_)
        if scheme is None or target is None:
            return id_
        same = _scheme(target, id_)
        if same is not None and _says(same) == _says(scheme):
            self._numbers[id_] = id_
        else:
            self._numbers[id_] = self._add_list(target, scheme)
        return self._numbers[id_]

    def _add_list(self, target: _Element, scheme: _Element) -> str:
        copy, id_ = deepcopy(scheme), str(self.fresh())
        copy.set(m.ATTR_ABSTRACT_ID, id_)
        for link in [*copy.iter(m.P_STYLE), *copy.iterchildren(f"{m.W}nsid", f"{m.W}styleLink")]:
            above = link.getparent()
            if above is not None:
                above.remove(link)
        first = target.find(m.NUM)
        target.insert(target.index(first) if first is not None else len(target), copy)
        number = etree.SubElement(target, m.NUM, {m.ATTR_NUM_ID: id_})
        etree.SubElement(number, m.ABSTRACT_NUM_ID, {m.VAL: id_})
        last = [one for one in target if one.tag not in (m.NUM, m.ABSTRACT_NUM) and one is not first]
        target.extend(one for one in last if one.tag == f"{m.W}numIdMacAtCleanup")
        return id_

    # What relationships lead to

    def _relation(self, id_: str) -> str:
        if id_ in self._relations:
            return self._relations[id_]
        found = next((one for one in relationships(self.old, self._source) if one.id == id_), None)
        if found is None:
            return id_
        self._relations[id_] = f"rIdOld{self.fresh()}"
        target = found.target if found.is_external else self._bring_part(found.target)
        self._declare(self._target, found._replace(id=self._relations[id_], target=target))
        return self._relations[id_]

    def _bring_part(self, name: str) -> str:
        """Copy a part with all that it needs itself, under a name of its own."""
        stem, ending = posixpath.splitext(name)
        brought = f"{stem}-{self.fresh()}{ending}"
        self.parts[brought] = self.old.get(name, b"")
        self._declare_type(name, brought)
        for one in relationships(self.old, name):
            self._declare(brought, one if one.is_external else one._replace(target=self._bring_part(one.target)))
        return brought

    def _declare_type(self, old: str, new: str) -> None:
        source, types = m.parse_or_none(self.old.get(CONTENT_TYPES)), m.parse_or_none(self.parts.get(CONTENT_TYPES))
        if source is None or types is None:
            return
        by_part = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in source.iter(m.OVERRIDE)}
        endings = {one.get("Extension", "").casefold(): one.get("ContentType", "") for one in source.iter(m.DEFAULT)}
        kind = by_part.get(old) or endings.get(old.rpartition(".")[2].casefold(), "application/octet-stream")
        etree.SubElement(types, m.OVERRIDE, {"PartName": f"/{new}", "ContentType": kind})
        self.parts[CONTENT_TYPES] = m.written(types)

    def _declare(self, part: str, relation: Relationship) -> None:
        folder, _, file = part.rpartition("/")
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        root = m.parse_or_none(self.parts.get(name))
        if root is None:
            root = m.parse_or_none(f'<Relationships xmlns="{_RELS}"/>'.encode())
            assert root is not None
        target = relation.target if relation.is_external else f"/{relation.target}"
        attributes = {"Id": relation.id, "Type": f"{_TYPES}/{relation.type}", "Target": target}
        if relation.is_external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, m.RELATIONSHIP, attributes)
        self.parts[name] = m.written(root)

    def _note(self, kind: str, id_: str) -> str:
        """Bring a note along; where the new document has no notes of the kind, it gets the old one's part."""
        if (kind, id_) in self._notes:
            return self._notes[kind, id_]
        source, target = self._old_tree(kind), self._tree(kind)
        if source is None:
            return id_
        if target is None:
            found = next(one for one in relationships(self.old, self._source) if one.type == kind)
            brought = self._bring_part(found.target)
            self._declare(self._target, found._replace(id=f"rIdOld{self.fresh()}", target=brought))
            self._notes |= {(kind, one.get(m.ID, "")): one.get(m.ID, "") for one in source}
            return id_
        note = next((one for one in source if one.get(m.ID) == id_), None)
        self._notes[kind, id_] = str(self.fresh())
        if note is not None:
            copy = self.adopt(note)
            copy.set(m.ID, self._notes[kind, id_])
            target.append(copy)
        return self._notes[kind, id_]


def _same_styles(old: Styles, new: Styles) -> dict[str, str]:
    """Find the styles of the new document that are called as those of the old, whatever their ids."""
    by_name = {(style.kind, style.name): style.id for style in new.by_id.values()}
    both = ((style.id, by_name.get((style.kind, style.name))) for style in old.by_id.values())
    return {id_: other for id_, other in both if other is not None}


def _scheme(numbering: _Element | None, id_: str) -> _Element | None:
    """Give the abstract numbering that a list follows."""
    numbers = numbering.iterchildren(m.NUM) if numbering is not None else ()
    number = next((one for one in numbers if one.get(m.ATTR_NUM_ID) == id_), None)
    name = m.value(number, m.ABSTRACT_NUM_ID)
    schemes = numbering.iterchildren(m.ABSTRACT_NUM) if numbering is not None else ()
    return next((one for one in schemes if one.get(m.ATTR_ABSTRACT_ID) == name), None)


def _says(scheme: _Element) -> list[tuple[str, str | None]]:
    """Write what a scheme's levels look like, without what programs add to it."""
    parts = (m.START, m.NUM_FMT, m.LVL_TEXT, m.LVL_RESTART, m.IS_LGL)
    levels = (level.iterchildren(*parts) for level in scheme.iterchildren(m.LVL))
    return [(str(one.tag), one.get(m.VAL)) for level in levels for one in level]
