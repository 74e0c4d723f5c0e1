"""Find a template's styles by their names: an id is what one program in one language made of a name."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from assembler.word.markup import named, value, w

WORDS_OWN = {
    "annotation reference": "CommentReference",
    "annotation text": "CommentText",
    "normal table": "TableNormal",
}
"""Of Word's own styles, those whose usual id is not their name."""

SPELLED = re.compile(r"[A-Za-z0-9 ]+")
REFERENCES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
OF_SETTINGS = ("clickAndTypeStyle", "defaultTableStyle")

COMMENT_STYLES = {
    "CommentText": '<w:style xmlns:w="{}" w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
    "CommentReference": '<w:style xmlns:w="{}" w:type="character" w:styleId="CommentReference">'
    '<w:name w:val="annotation reference"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
}
"""The styles of comments, which Word adds with a template's first comment; they are no part of its look."""


def usual_id(name: str) -> str | None:
    """Give the id under which our text asks for a style; None for a name in letters that no id of ours has."""
    plain = " ".join(name.split())
    if known := WORDS_OWN.get(plain.casefold()):
        return known
    if toc := re.fullmatch(r"toc (\d)", plain.casefold()):
        return f"TOC{toc[1]}"
    if not SPELLED.fullmatch(plain):
        return None
    return "".join(word[0].upper() + word[1:] for word in plain.split())


def name_of(identity: str) -> str:
    """Give the name of a style that our text asks for by its id."""
    own = next((name for name, known in WORDS_OWN.items() if known == identity), None)
    if toc := re.fullmatch(r"TOC(\d)", identity):
        return f"toc {toc[1]}"
    return own or re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", identity)


def new_ids(styles: etree._Element) -> dict[str, str]:
    """Say under which id each style goes on: the usual one of its name, where no other has it before."""
    elements = list(named(styles, "style"))
    wanted: dict[str, str] = {}
    for identity, spelled in ((one.get(w("styleId"), ""), usual) for one in elements for usual in _usual(one)):
        if spelled not in wanted.values():
            wanted.setdefault(identity, spelled)
    taken = set(wanted.values())
    for identity in (one.get(w("styleId"), "") for one in elements):
        if identity not in wanted:
            wanted[identity] = _free(identity, taken)
            taken.add(wanted[identity])
    return {old: new for old, new in wanted.items() if old != new}


def _usual(style: etree._Element) -> Iterator[str]:
    """Give the ids of a style's names, its own before its aliases."""
    names = f"{value(style, 'name') or ''},{value(style, 'aliases') or ''}".split(",")
    yield from filter(None, (usual_id(name) for name in names if name.strip()))


def _free(identity: str, taken: Iterable[str]) -> str:
    folded = {one.casefold() for one in taken}
    while identity.casefold() in folded:
        identity += "x"
    return identity


def rename(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Let everything in a part that names a style name it by its new id."""
    for element in named(root, *REFERENCES, *OF_SETTINGS):
        if (new := ids.get(element.get(w("val"), ""))) is not None:
            element.set(w("val"), new)
    for style in named(root, "style"):
        if (new := ids.get(style.get(w("styleId"), ""))) is not None:
            style.set(w("styleId"), new)


def add_comment_styles(styles: etree._Element) -> None:
    """Add the styles of comments where the template has had none yet."""
    there = {style.get(w("styleId")) for style in named(styles, "style")}
    namespace = w("").strip("{}")
    for identity, written in COMMENT_STYLES.items():
        if identity not in there:
            styles.append(etree.fromstring(written.format(namespace)))


def style_kinds(styles: etree._Element) -> dict[str, str]:
    """Give the kind (paragraph, character, table, numbering) of each style by its id."""
    return {style.get(w("styleId"), ""): style.get(w("type"), "") for style in named(styles, "style")}
