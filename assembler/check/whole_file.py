"""Check that everything beside the words of the clauses is as the template was read, part for part."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from assembler.check.clause_markup import Vocabulary, apart, strange
from assembler.check.clauses import difference
from assembler.check.controls import check_controls
from assembler.check.document import Document
from assembler.check.package import Parts, main_part
from assembler.problem import Problem

_REWRITE = "write the document again from its template."
CLAUSE_FIELDS = frozenset(("REF", "PAGEREF"))
"""What a field in a clause may be."""
_PARAGRAPH_END, _TAG = re.compile(r"</w:p>"), re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Whole:
    """What the file must be besides its clauses.

    fixed: the digest of each part that no case changes, by name.
    filled: each part that has values, as it should be; of the main one all that stands between the clauses.
    markup: what each clause may be written in.
    """

    fixed: Mapping[str, str]
    filled: Mapping[str, bytes]
    markup: Mapping[str, Vocabulary]


@lru_cache(maxsize=256)
def digest(part: bytes) -> str:
    """Give the digest by which a part is known; cached, since most parts come from one template."""
    return sha256(part).hexdigest()


def check_whole(document: Document, whole: Whole) -> list[Problem]:
    """Report parts that are missing, added or changed, words beside the clauses, and what is strange within these."""
    parts, where = document.parts, document.where
    main = main_part(parts)
    frame, clauses = apart(parts.get(main, b""))
    found = {**parts, main: frame}
    problems = [*_missing_or_added(parts, whole, where), *_strange_fields(document)]
    for name, part in found.items():
        if name in whole.fixed and digest(part) != whole.fixed[name]:
            problems.append(Problem(f"{where}: {name}", "the part is not the template's.", _REWRITE))
        elif name in whole.filled and part != whole.filled[name]:
            what = _changed(part, whole.filled[name]) if name.endswith(".xml") else "it is another picture."
            problems.append(Problem(f"{where}: {name}", what, _REWRITE))
    problems += (
        Problem(f"{where}: clause {clause}", f"it is written with {markup}, as it is not in the library.", _REWRITE)
        for clause, text in clauses.items()
        for markup in strange(text, whole.markup.get(clause, frozenset()))
    )
    stories = {name: found[name] for name in whole.filled if name in found}
    return [*problems, *check_controls(parts, where, stories, clauses)]


def _missing_or_added(parts: Parts, whole: Whole, where: str) -> Iterator[Problem]:
    expected = whole.fixed.keys() | whole.filled.keys()
    for name in sorted(expected - parts.keys()):
        yield Problem(f"{where}: {name}", "the part is missing.", _REWRITE)
    for name in sorted(parts.keys() - expected):
        yield Problem(f"{where}: {name}", "the part is neither the template's nor ours.", _REWRITE)


def _strange_fields(document: Document) -> Iterator[Problem]:
    """Report a field in a clause that is no cross-reference; those beside the clauses are the template's."""
    body = document.body
    for field in body.fields:
        if field.instruction.kind not in CLAUSE_FIELDS:
            place = document.place(body, field.begin)
            if place.startswith(f"{document.where}: clause "):
                yield Problem(place, f"the field “{field.instruction.text}” is no cross-reference.", _REWRITE)


def _changed(found: bytes, expected: bytes) -> str:
    """Say in which line the words differ, or that they do not and it is their markup."""
    ours, theirs = _lines(found.decode(errors="replace")), _lines(expected.decode())
    if ours == theirs:
        return "beside its clauses, the part has other markup than its template."
    return f"beside its clauses, {difference(ours, theirs)}"


def _lines(xml: str) -> list[str]:
    lines = (" ".join(_TAG.sub("", paragraph).split()) for paragraph in _PARAGRAPH_END.split(xml))
    return [line for line in lines if line]
