"""Read styles.xml: what each style is based on, how it is numbered, and what it hides or highlights."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element

from assembler.check import markup as m


class Style(NamedTuple):
    """One style as it is written, without what it inherits; None where it says nothing.

    linked: the other styles it names, as next or as linked.
    """

    id: str
    kind: str
    name: str
    based_on: str | None
    linked: tuple[str, ...]
    num_id: str | None
    level: str | None
    outline: str | None
    hides: bool | None
    highlights: bool | None


@dataclass(frozen=True, eq=False)
class Styles:
    """The styles of a document.

    by_id: each style by its id, the first where there are two.
    defaults: the id of the default style of each kind.
    repeated: the ids that are given twice.
    hidden, highlighted: the character styles that hide their text, or highlight it.
    """

    by_id: Mapping[str, Style]
    defaults: Mapping[str, str]
    repeated: tuple[str, ...]
    hidden: frozenset[str]
    highlighted: frozenset[str]

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """Give a style and all it is based on, nearest first; a circle is walked once."""
        return _chain(self.by_id, style_id)

    def of_paragraph(self, style_id: str | None) -> str | None:
        """Give the style of a paragraph that names this one, or that names none."""
        return style_id if style_id is not None else self.defaults.get("paragraph")


def _chain(by_id: Mapping[str, Style], style_id: str | None) -> tuple[Style, ...]:
    chain: list[Style] = []
    while style_id is not None and (style := by_id.get(style_id)) is not None and style not in chain:
        chain.append(style)
        style_id = style.based_on
    return tuple(chain)


@lru_cache(maxsize=32)
def read_styles(data: bytes | None) -> Styles:
    """Read the styles; an absent or broken part has none."""
    root = m.parse_or_none(data)
    elements = list(root.iter(m.STYLE)) if root is not None else []
    by_id: dict[str, Style] = {}
    repeated = []
    for style in map(_style, elements):
        if style.id in by_id:
            repeated.append(style.id)
        by_id.setdefault(style.id, style)
    defaults = {
        element.get(m.TYPE, ""): element.get(m.STYLE_ID, "")
        for element in elements
        if element.get(m.IS_DEFAULT) in ("1", "true", "on")
    }
    hidden = _character_styles(by_id, lambda style: style.hides)
    highlighted = _character_styles(by_id, lambda style: style.highlights)
    return Styles(by_id, defaults, tuple(repeated), hidden, highlighted)


def _style(element: _Element) -> Style:
    properties = element.find(m.P_PR)
    return Style(
        id=element.get(m.STYLE_ID, ""),
        kind=element.get(m.TYPE, ""),
        name=(m.value(element, m.NAME) or "").casefold(),
        based_on=m.value(element, m.BASED_ON),
        linked=tuple(v for tag in (m.NEXT, m.LINK) if (v := m.value(element, tag)) is not None),
        num_id=m.value(properties, m.NUM_PR, m.NUM_ID),
        level=m.value(properties, m.NUM_PR, m.ILVL),
        outline=m.value(properties, m.OUTLINE),
        hides=_hides(element.find(m.R_PR)),
        highlights=_highlights(element.find(m.R_PR)),
    )


def _hides(properties: _Element | None) -> bool | None:
    vanish = properties.find(m.VANISH) if properties is not None else None
    return None if vanish is None else m.is_on(vanish)


def _highlights(properties: _Element | None) -> bool | None:
    if properties is None:
        return None
    if m.value(properties, m.HIGHLIGHT) is not None:
        return m.value(properties, m.HIGHLIGHT) != "none"
    return True if properties.find(m.SHADING) is not None else None


def _character_styles(by_id: Mapping[str, Style], quality: Callable[[Style], bool | None]) -> frozenset[str]:
    """Give the character styles that have a quality, their own or inherited."""
    return frozenset(
        id_
        for id_, style in by_id.items()
        if style.kind == "character"
        and next((found for ancestor in _chain(by_id, id_) if (found := quality(ancestor)) is not None), False)
    )
