"""Check the content controls: each shows the words of the one open point that it is bound to, and there are no others.

Word puts the data that a control is bound to in the place of what stands there, so that what is shown and what is bound
must be the same to the letter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from assembler.check import markup as m
from assembler.check.document import shorten
from assembler.check.package import Parts
from assembler.problem import Problem

POINTS = "customXml/item2057.xml"
"""The part that has the words of each open point."""

_SHOWN = rb'<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">([^<]*)</w:t></w:r>'
_CONTROL = re.compile(
    rb'<w:sdt><w:sdtPr><w:alias w:val="Open point"/><w:dataBinding w:xpath="/points\[1\]/point\[([1-9]\d{0,5})\]" '
    rb'w:storeItemID="\{6E0C5B1E-52F7-4E86-9C1B-2056A0002057\}"/><w:text/></w:sdtPr><w:sdtContent>'
    + _SHOWN
    + rb"</w:sdtContent></w:sdt>"
)
"""A control as we write it; its two groups are the number of its point and what it shows."""

_HIGHLIGHTED = re.compile(_SHOWN)
_ANY_CONTROL, _ANY_BINDING = re.compile(rb"<\w+:sdt[\s/>]"), re.compile(rb":dataBinding\b")
_REWRITE = "write the document again from its template."


def check_controls(
    parts: Parts, where: str, beside: Mapping[str, bytes], clauses: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Report controls of another kind, wrong bindings, and open points that cannot be filled in where they stand.

    beside: what stands beside the clauses, by part; a template may have controls there that are bound to nothing.
    clauses: the XML of each clause, by its id.
    """
    points = _points(parts)
    for name, xml in beside.items():
        if b":sdt" in xml:
            yield from _faults(f"{where}: {name}", xml, points, _ANY_BINDING)
    for clause, xml in clauses.items():
        if b":sdt" in xml or (points and b"w:highlight" in xml):
            yield from _faults(f"{where}: clause {clause}", xml, points, _ANY_CONTROL)


def _points(parts: Parts) -> Sequence[str]:
    """Give the words of each open point, in the order of their numbers."""
    root = m.parse_or_none(parts.get(POINTS, b""))
    return [point.text or "" for point in root.findall("point")] if root is not None else []


def _faults(where: str, xml: bytes, points: Sequence[str], any_: re.Pattern[bytes]) -> Iterator[Problem]:
    ours = [(int(found[1]), _text(found[2])) for found in _CONTROL.finditer(xml)]
    if len(any_.findall(xml)) != len(ours):
        yield Problem(where, "it has a content control, or data bound to one, that is not of ours.", _REWRITE)
    for number, shown in ours:
        bound = points[number - 1] if number <= len(points) else ""
        if shown != bound:
            what = f"a control shows “{shorten(shown)}”, and is bound to “{shorten(bound)}”."
            yield Problem(where, what, _REWRITE)
    free = sum(_text(found[1]) in points for found in _HIGHLIGHTED.finditer(xml)) - len(ours)
    if free > 0:
        yield Problem(where, "an open point stands there that cannot be filled in with the others.", _REWRITE)


def _text(xml: bytes) -> str:
    return unescape(xml.decode())
