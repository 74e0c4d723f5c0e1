"""Check that clauses are written with the markup they were compiled to, and nothing else.

What is not of this vocabulary cannot stand in a clause: hidden, struck, white or tiny words, a paragraph in a run, an
object, a section, a prefix of its own, words where Word shows none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias
from unicodedata import bidirectional

Vocabulary: TypeAlias = frozenset[tuple[bytes, bytes]]
"""Each tag there may be, with the element it stands in; ``#text`` for words."""

MAX_PARAGRAPHS = 4096
"""A cache with more paragraphs than this makes room for others."""

_TOKEN = re.compile(rb"<([^>]*)>([^<]*)")
_JINJA = re.compile(rb"\{%.*?%\}|\{\{.*?\}\}")
_NAMED = re.compile(rb' (?:w:(?:id|name|anchor|instr|xpath)="[^"<>&]*"|descr="[^"<>]*")')
"""What differs from place to place, and is proved elsewhere."""
_CLAUSE = re.compile(rb'<w:bookmarkStart w:id="(\d+)" w:name="_C_([^"<>]*)"/>')
_END = b'<w:bookmarkEnd w:id="%s"/>'
_PARAGRAPH, _PARAGRAPH_END = b"<w:p>", b"</w:p>"
_WORDS = b"#text"
_LOOKS = rb"<w:%s[^>]*>(?:(?!</w:r>).)*?<w:t(?: [^>]*)?>([^<]*)"
_TURNED, _LIT = (re.compile(_LOOKS % look, re.DOTALL) for look in (b"rtl", b"highlight"))
_LEFT_TO_RIGHT = ("L", "EN")


def vocabularies(body: str, written: str) -> dict[str, Vocabulary]:
    """Give the markup of each clause of a compiled document, with that of what is written into any of them.

    body: the document's text as Jinja source.
    """
    _, clauses = apart(_JINJA.sub(b"", body.encode()))
    into_any = _pairs(written.encode())
    same: dict[Vocabulary, Vocabulary] = {}  # most clauses share theirs
    markup = {name: _pairs(text) | into_any for name, text in clauses.items()}
    return {name: same.setdefault(known, known) for name, known in markup.items()}


def apart(main: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Part the main part into what stands beside its clauses, each an empty range there, and the clauses by id."""
    frame: list[bytes] = []
    clauses: dict[str, bytes] = {}
    at = 0
    for start in _CLAUSE.finditer(main):
        end = main.find(_END % start[1], start.end())
        if start.start() < at or end < 0:  # within another, or open: it stays where all must be as expected
            continue
        frame.append(main[at : start.end()])
        clauses[start[2].decode(errors="replace").replace("_", "-")] = main[start.end() : end]
        at = end
    return b"".join((*frame, main[at:])), clauses


def strange(clause: bytes, known: Vocabulary) -> Iterator[str]:
    """Name the markup of a clause that is not of the vocabulary, or about words that it is not for."""
    yield from _misused(clause)
    markup = _markup(clause)
    if markup <= known:
        return
    for parent, tag in sorted(markup - known):
        words = tag.decode(errors="replace")
        what = "words" if tag == _WORDS else f"<{words}>"
        yield f"{what} in <{parent.decode(errors='replace')}>" if parent else what


def _misused(clause: bytes) -> Iterator[str]:
    """Name the markup of written values that stands about other words: letters turned round, a light on no point."""
    for words in _TURNED.findall(clause) if b"<w:rtl" in clause else ():
        if words.isascii() or any(bidirectional(one) in _LEFT_TO_RIGHT for one in words.decode(errors="replace")):
            yield "<w:rtl> about words that run from left to right"
    for words in _LIT.findall(clause) if b"<w:highlight" in clause else ():
        if not (words.startswith(b"[") or words.endswith(b"]")):
            yield "<w:highlight> about words that are no open point"


@lru_cache(maxsize=1024)  # many clauses are the same in most documents
def _markup(clause: bytes) -> Vocabulary:
    """Read a clause paragraph by paragraph, most of which are known; the rest is read as what it leaves."""
    found: set[tuple[bytes, bytes]] = set()
    rest: list[bytes] = []
    *pieces, tail = clause.split(_PARAGRAPH_END)
    for piece in pieces:
        before, _, inside = piece.rpartition(_PARAGRAPH)
        if b"<w:p " in piece or piece.count(_PARAGRAPH) != 1:
            return _pairs(clause)
        found |= _paragraph(inside)
        rest += before, b"<w:p/>"
    rest.append(tail)
    return frozenset(found | _pairs(b"".join(rest)))


@lru_cache(maxsize=MAX_PARAGRAPHS)
def _paragraph(inside: bytes) -> Vocabulary:
    return _pairs(b"".join((_PARAGRAPH, inside, _PARAGRAPH_END))) - {(b"", b"w:p")}


def _pairs(xml: bytes) -> Vocabulary:
    """Give every tag with the element it stands in."""
    found: set[tuple[bytes, bytes]] = set()
    stack = [b""]
    if xml and not xml.startswith(b"<"):
        found.add((b"", _WORDS))
    for tag, words in _TOKEN.findall(xml):
        if tag[:1] == b"/":
            if stack.pop() != tag[1:] or not stack:
                return frozenset({(b"", tag)})
        else:
            name, look = _tag(tag)
            found.add((stack[-1], look))
            if tag[-1:] != b"/":
                stack.append(name)
        if words and not words.isspace():
            found.add((stack[-1], _WORDS))
    return frozenset(found)


@lru_cache(maxsize=MAX_PARAGRAPHS)
def _tag(tag: bytes) -> tuple[bytes, bytes]:
    """Give the name of a tag, and the tag without what differs from place to place."""
    look = _NAMED.sub(b"", tag.removesuffix(b"/"))
    return look.split(None, 1)[0] if look.strip() else b"", look
