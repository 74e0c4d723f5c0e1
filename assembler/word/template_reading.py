"""Read a template's parts: refuse what no paper can have, clean the rest, and give each style its usual id."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from assembler.word import leftovers, page, style_names, tags
from assembler.word.levels import StyleLevel
from assembler.word.markup import drop_lost_prefixes, prefixed, w, written
from assembler.word.source_package import MAIN, Source, Unusable, parse, read_source
from assembler.word.style_lists import style_levels
from assembler.word.template import STORIES, Template


@dataclass(frozen=True)
class _Parts:
    """The parts that are read: the stories (the main one first), and what the styles, lists and settings are."""

    stories: Mapping[str, etree._Element]
    styles: etree._Element
    numbering: etree._Element | None
    others: Mapping[str, etree._Element]


def read(package: bytes) -> Template:
    """Read a template from its package.

    Raises `Unusable` for one that cannot serve, and ValueError and what zipfile raises for what is no package.
    """
    source = read_source(package)
    if "comments" in source.kinds:
        fix = "delete its comments in Word; ours are the drafting notes."
        raise Unusable("the template has comments of its own", fix)
    parts = _parsed(source)
    for root in (*parts.stories.values(), *parts.others.values()):
        leftovers.refuse(root)
        leftovers.clean(root)
    for root in parts.stories.values():
        tags.refuse_unclosed(written(root))
    tags.settle_places(parts.stories[MAIN])
    _settle_styles(parts)
    levels = style_levels(parts.styles, parts.numbering)
    width = _fit(parts, levels)
    stories = {name: written(root) for name, root in parts.stories.items()}
    rendered = {name: tags.as_jinja(xml) for name, xml in stories.items()}
    fixed = {name: _mended(name, part) for name, part in source.parts.items() if name not in rendered}
    fixed |= {name: written(root).encode() for name, root in parts.others.items()}
    cleaned = fixed | {name: xml.encode() for name, xml in stories.items()}
    return Template(rendered, fixed, style_names.style_kinds(parts.styles), levels, cleaned, width)


def _parsed(source: Source) -> _Parts:
    there = {kind: [name for name in names if name in source.parts] for kind, names in source.kinds.items()}
    stories = [MAIN, *(name for kind in STORIES for name in there.get(kind, ()))]
    kinds = {kind: there[kind][0] for kind in ("styles", "numbering", "settings") if there.get(kind)}
    others = {name: prefixed(parse(source.parts[name])) for name in kinds.values()}
    if "settings" in kinds:
        leftovers.clean_settings(others[kinds["settings"]])
    read_stories = {name: prefixed(parse(source.parts[name])) for name in dict.fromkeys(stories)}
    numbering = others[kinds["numbering"]] if "numbering" in kinds else None
    styles = others[kinds["styles"]] if "styles" in kinds else etree.Element(w("styles"))
    return _Parts(read_stories, styles, numbering, others)


def _mended(name: str, part: bytes) -> bytes:
    """Give a part that goes into papers as it is; one that is not well-formed is a ValueError."""
    if not name.endswith(".xml"):
        return part
    root = parse(part)
    return written(root).encode() if drop_lost_prefixes(root) else part


def _settle_styles(parts: _Parts) -> None:
    ids = style_names.new_ids(parts.styles)
    for root in (*parts.stories.values(), *parts.others.values()):
        style_names.rename(root, ids)
    style_names.add_comment_styles(parts.styles)


def _fit(parts: _Parts, levels: Mapping[str, StyleLevel]) -> int:
    """Fit the parts to the width of the text, and give it."""
    width = page.text_width(parts.stories[MAIN])
    for root in (*parts.stories.values(), parts.styles):
        page.fit(root, width)
    page.fit_contents(parts.styles, levels.get("Heading2"))
    return width
