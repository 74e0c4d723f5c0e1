"""Write what was found into a copy of the paper that came back, as Word comments."""

from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.package import CONTENT_TYPES, Parts, main_part, open_package, relationships
from assembler.check.revisions import View, is_apart, take
from assembler.revision.returned import Report
from assembler.revision.verify import Finding
from assembler.word import package

AUTHOR, INITIALS = "qdot verify", "QV"
_PART = "word/comments.xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def with_comments(data: bytes, report: Report) -> bytes:
    """Give a copy of a paper in which each finding is a comment at its paragraph; all else stays as it is."""
    parts, _ = open_package(data, report.name)
    assert parts is not None  # it was read before
    changed = dict(parts)
    main = main_part(parts)
    body, comments = m.parse_or_none(parts[main]), _comments(changed, main)
    assert body is not None
    places = _places(parts[main], body)
    first = max((int(one.get(m.ID, "0")) for one in comments), default=-1) + 1
    for number, finding in enumerate(report.findings, first):
        if places:
            _anchor(places[min(finding.paragraph, len(places) - 1)], str(number))
            comments.append(_comment(finding, str(number)))
    changed[main] = m.written(body)
    changed[next(_related(changed, main), _PART)] = m.written(comments)
    return package.add_parts(package.pack(changed), ())


def _places(data: bytes, body: _Element) -> list[_Element]:
    """Give the paragraphs that stay when all changes are accepted, in the tree as it is."""
    other = m.parse_or_none(data)
    assert other is not None
    index = {one: at for at, one in enumerate(other.iter(m.P))}
    take(other, View.ACCEPTED)
    left = [index[one] for one in other.iter(m.P) if not is_apart(one)]
    paragraphs = list(body.iter(m.P))
    return [paragraphs[at] for at in left]


def _anchor(paragraph: _Element, id_: str) -> None:
    begin, end = (etree.Element(tag, {m.ID: id_}) for tag in (m.COMMENT_START, m.COMMENT_END))
    paragraph.insert(int(paragraph.find(m.P_PR) is not None), begin)
    run = etree.Element(m.R)
    etree.SubElement(run, m.COMMENT_REFERENCE, {m.ID: id_})
    paragraph.extend((end, run))


def _comment(finding: Finding, id_: str) -> _Element:
    comment = etree.Element(m.COMMENT, {m.ID: id_, m.AUTHOR: AUTHOR, f"{m.W}initials": INITIALS})
    for words in _words(finding):
        run = etree.SubElement(etree.SubElement(comment, m.P), m.R)
        text = etree.SubElement(run, m.T, {m.SPACE: "preserve"})
        text.text = words
    return comment


def _words(finding: Finding) -> Iterator[str]:
    yield f"{finding.clause}: {finding.state} ({finding.tracked or 'not tracked'})."
    if finding.is_overriding:
        yield "The new words override others, or touch the withholding or the security of the tax."
    if finding.kinds:
        yield f"It touches {', '.join(finding.kinds)}."
    for change in finding.changes:
        yield f"Before: {change.before or '(nothing)'}"
        yield f"Now: {change.after or '(nothing)'}"
    for failing in finding.failing:
        yield f"No longer discharged: {failing.requirement.id} ({failing.requirement.cite}). {failing.requirement.says}"
    if finding.restore:
        yield f"Restore: {finding.restore}"


def _comments(parts: dict[str, bytes], main: str) -> _Element:
    """Give the comments of a paper; one that has none gets a part for them."""
    root = m.parse_or_none(parts.get(next(_related(parts, main), "")))
    if root is not None:
        return root
    types = m.parse_or_none(parts[CONTENT_TYPES])
    name = f"{main.rpartition('/')[0]}/_rels/{main.rpartition('/')[2]}.rels"
    related = m.parse_or_none(parts.get(name, b'<Relationships xmlns="%s"/>' % m.RELATIONSHIP[1:-13].encode()))
    assert types is not None
    assert related is not None
    etree.SubElement(types, m.OVERRIDE, {"PartName": f"/{_PART}", "ContentType": _TYPE})
    etree.SubElement(related, m.RELATIONSHIP, {"Id": "rIdFound", "Type": _KIND, "Target": f"/{_PART}"})
    parts[CONTENT_TYPES], parts[name] = m.written(types), m.written(related)
    return etree.Element(m.COMMENTS, nsmap={"w": m.W[1:-1]})


def _related(parts: Parts | Mapping[str, bytes], main: str) -> Iterator[str]:
    return (one.target for one in relationships(parts, main) if one.type == "comments")
