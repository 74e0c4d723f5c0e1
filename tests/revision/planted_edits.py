"""Edits as attorneys make them, planted in a paper of ours: tracked or not, with its marks or without."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple

from assembler.check.document import read_document
from assembler.revision import Redline, Source, redline

MAIN = "word/document.xml"
_MARKS = re.compile(rb"<w:bookmark(?:Start|End) [^>]*/>")
_FIELDS = re.compile(
    rb"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:(?:fldChar|instrText)[^>]*(?:/>|>[^<]*</w:instrText>)</w:r>"
)
_RUN = re.compile(r'(<w:t xml:space="preserve">)([^<]*)(</w:t>)')

SUBSTANCE: tuple[tuple[str, str], ...] = (
    (r"\bshall\b", "may"), (r"\bmay not\b", "may"), (r"\bmust\b", "should"), (r"\bis required\b", "is permitted"),
    (r"\ball\b", "some"), (r"\beach\b", "any"), (r"\bno\b", "any"), (r"\bnot\b", "generally not"),
    (r"\bevery\b", "any"),
    (r"\b60\b", "90"), (r"\b30\b", "10"), (r"\bfive\b", "seven"), (r"\bunless\b", "if"), (r"\bexcept\b", "including"),
    (r"\bbefore\b", "after"), (r"\bonly\b", "primarily"), (r"\bat least one\b", "one"),
    (r"\bcitizen\b", "resident"),
    (r"\bdomestic corporation\b", "corporation"), (r"\bwithhold\b", "report"),
    (r"\bincome\b", "net income"),
    (r"\bdistributes\b", "intends to distribute"), (r"\bUnited States\b", "State of residence"),
    (r"\bnever\b", "rarely"),
    (r"\band\b", "or"), (r"\bwithin\b", "about"), (r"\bTrustee\b", "Trust Protector"), (r"\bpercent\b", "per mille"),
)  # fmt: skip
"""Words that mean something, and what they become."""

COSMETIC: tuple[tuple[str, str], ...] = (("’", "'"), ("“([^”]*)”", '"\\1"'), (" the ", " the  "), ("; ", ";  "))
"""What changes no word."""


class Edit(NamedTuple):
    """An edit that was planted: in which clause, what it is, and the paper with it."""

    clause: str
    what: str
    is_cosmetic: bool
    package: bytes


def rezipped(package: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Zip a package with some of its parts written otherwise; an empty part is left out."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            archive.writestr(name, changed.get(name, parts.read(name)))
    return out.getvalue()


def main_part(package: bytes) -> str:
    with zipfile.ZipFile(BytesIO(package)) as parts:
        return parts.read(MAIN).decode()


def without_marks(package: bytes) -> bytes:
    """Lose every bookmark, and make plain words of every field."""
    with zipfile.ZipFile(BytesIO(package)) as parts:
        main = parts.read(MAIN)
    return rezipped(package, {MAIN: _FIELDS.sub(b"", _MARKS.sub(b"", main))})


def tracked(sent: bytes, edited: bytes, author: str = "Ines Prado") -> bytes:
    """Track the edit as an attorney's."""
    made = redline(Source(sent, "sent"), Source(edited, "edited"), author, "2026-11-20")
    assert isinstance(made, Redline)
    return made.package


def planted(package: bytes, clauses: Sequence[str], is_cosmetic: bool = False) -> Iterator[Edit]:
    """Plant one edit at a time: a word in each clause becomes another."""
    main = main_part(package)
    kinds = COSMETIC if is_cosmetic else SUBSTANCE
    for number, clause in enumerate(clauses):
        begin, end = _place(main, clause)
        for offset in range(len(kinds)):
            old, new = kinds[(number * 7 + offset) % len(kinds)]
            edited = _substituted(main[begin:end], old, new)
            if edited is not None:
                yield Edit(clause, f"{old} → {new}", is_cosmetic, _with(package, main[:begin] + edited + main[end:]))
                break


def without_a_sentence(package: bytes, clauses: Sequence[str]) -> Iterator[Edit]:
    """Delete the last sentence of each clause that has a paragraph of several."""
    main = main_part(package)
    for clause in clauses:
        run = next((run for run in _RUN.finditer(main, *_place(main, clause)) if run[2].count(". ") >= 2), None)
        if run is not None:
            edited = main[: run.start(2)] + run[2].rpartition(". ")[0] + "." + main[run.end(2) :]
            yield Edit(clause, "a sentence goes", False, _with(package, edited))


def without_a_clause(package: bytes, clauses: Sequence[str]) -> Iterator[Edit]:
    """Delete each clause with its marks."""
    main = main_part(package)
    for clause in clauses:
        begin, end = _place(main, clause)
        before, after = main[:begin].rpartition("<w:bookmarkStart ")[0], main[end:].partition("/>")[2]
        if before.endswith(("</w:p>", "/>")) and "</w:p>" in main[begin:end]:
            yield Edit(clause, "the clause goes", False, _with(package, before + after))


def _place(main: str, clause: str) -> tuple[int, int]:
    begin = main.index(f'w:name="_C_{clause.replace("-", "_")}"')
    id_ = re.findall(r'w:id="(\d+)"', main[:begin])[-1]
    return begin, main.index(f'<w:bookmarkEnd w:id="{id_}"/>', begin)


def _substituted(text: str, old: str, new: str) -> str | None:
    """Change the first words of a kind in the runs of a clause, its heading aside."""
    for run in list(_RUN.finditer(text))[1:]:
        words, times = re.subn(old, new, run[2], count=1)
        if times:
            return text[: run.start(2)] + words + text[run.end(2) :]
    return None


def _with(package: bytes, main: str) -> bytes:
    return rezipped(package, {MAIN: main.encode()})


def clauses_of(package: bytes) -> list[str]:
    document, _ = read_document(package, "paper.docx")
    assert document is not None
    return [name.replace("_", "-") for name in document.clauses]
