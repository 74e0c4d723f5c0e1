"""Read which list and level of a template numbers each style, and how that level writes its numbers."""

from collections.abc import Mapping

from lxml import etree

from assembler.word.levels import DEEPEST, Level, StyleLevel
from assembler.word.markup import named, number, value, w


def style_levels(styles: etree._Element, numbering: etree._Element | None) -> dict[str, StyleLevel]:
    """Give the list and the level of each paragraph style that is numbered, by the style's id."""
    if numbering is None:
        return {}
    lists = _Lists(styles, numbering)
    found = ((identity, lists.of_style(identity)) for identity in lists.styles)
    return {identity: level for identity, level in found if level is not None}


class _Lists:
    def __init__(self, styles: etree._Element, numbering: etree._Element) -> None:
        self.styles = {style.get(w("styleId"), ""): style for style in named(styles, "style")}
        self._schemes = {one.get(w("abstractNumId"), ""): one for one in named(numbering, "abstractNum")}
        self._nums = {one.get(w("numId"), ""): one for one in named(numbering, "num")}

    def of_style(self, identity: str) -> StyleLevel | None:
        """Find a style's list as Word does: its own, or that of a style it is based on."""
        chain = self._chain(identity)
        properties = (self.styles[one].find(f"{w('pPr')}/{w('numPr')}") for one in chain)
        named_list = next((one for one in properties if one is not None and value(one, "numId") is not None), None)
        num = self._nums.get(value(named_list, "numId") or "")
        if num is None:
            return None
        scheme, levels = self._levels(num)
        depth = next((depth for one in chain for depth, (_, style) in levels.items() if style == one), None)
        if depth is None:
            depth = number(value(named_list, "ilvl"))
        every = tuple(levels[one][0] if one in levels else Level() for one in range(DEEPEST))
        return StyleLevel(scheme, depth, every) if 0 <= depth < DEEPEST else None

    def _chain(self, identity: str) -> list[str]:
        chain: list[str] = []
        while identity in self.styles and identity not in chain:
            chain.append(identity)
            identity = value(self.styles[identity], "basedOn") or ""
        return chain

    def _levels(self, num: etree._Element) -> tuple[str, Mapping[int, tuple[Level, str | None]]]:
        """Give a list's scheme and its levels, each with the style that belongs to it."""
        scheme = value(num, "abstractNumId") or ""
        linked = self.styles.get(value(self._schemes.get(scheme), "numStyleLink") or "")
        if linked is not None:  # the levels are those of a numbering style
            other = self._nums.get(value(linked, "pPr", "numPr", "numId") or "")
            scheme = (value(other, "abstractNumId") or "") if other is not None else scheme
        described = self._schemes.get(scheme)
        levels = {_depth(one): _level(one) for one in _described(described)}
        for override in named(num, "lvlOverride"):
            depth, own = _depth(override), override.find(w("lvl"))
            level, style = _level(own) if own is not None else levels.get(depth, (Level(), None))
            start = value(override, "startOverride")
            levels[depth] = (level if start is None else level._replace(start=number(start, 1)), style)
        return scheme, levels


def _described(scheme: etree._Element | None) -> list[etree._Element]:
    return scheme.findall(w("lvl")) if scheme is not None else []


def _depth(element: etree._Element) -> int:
    return number(element.get(w("ilvl")))


def _level(element: etree._Element) -> tuple[Level, str | None]:
    restart, legal = value(element, "lvlRestart"), element.find(w("isLgl"))
    level = Level(
        start=number(value(element, "start"), 1),
        # an unusual form stands aside, for programs that know it
        form=value(element, "numFmt") or ("unusual" if element.find("{*}AlternateContent") is not None else "decimal"),
        text=value(element, "lvlText") or "",
        restart=None if restart is None else number(restart),
        is_legal=legal is not None and legal.get(w("val"), "1") not in {"0", "false", "off"},
    )
    return level, value(element, "pStyle")
