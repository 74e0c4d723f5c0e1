"""Prove that every style and list that is used is defined."""

from collections.abc import Iterator
from functools import lru_cache

from assembler.check.document import Document
from assembler.check.numbering import Numbering
from assembler.check.styles import Styles
from assembler.problem import Problem

_STYLE = "define the style in the template."
_LIST = "write the lists again."


def prove_uses(document: Document) -> list[Problem]:
    """Report styles, lists and schemes that are named and not defined, or defined twice."""
    return [*_styles_used(document), *_styles_between(document), *_lists_used(document), *_schemes(document)]


def _styles_used(document: Document) -> Iterator[Problem]:
    for part in document.parts:
        for (kind, name), at in part.named_styles.items():
            style = document.styles.by_id.get(name)
            if style is None:
                yield Problem(document.place(part, at), f"the {kind} style {name} is not defined.", _STYLE)
            elif style.kind != kind:
                what = f"{name} is a {style.kind} style and is used as a {kind} style."
                yield Problem(document.place(part, at), what, _STYLE)


def _styles_between(document: Document) -> list[Problem]:
    where = f"{document.where}: styles"
    return [Problem(where, *fault) for fault in _faults_between(document.styles, document.numbering)]


@lru_cache(maxsize=32)
def _faults_between(styles: Styles, numbering: Numbering) -> tuple[tuple[str, str], ...]:
    """Say what is wrong with the styles themselves, and what to do."""
    faults = [(f"the style {name} is defined twice.", _STYLE) for name in styles.repeated]
    for style in styles.by_id.values():
        for other in (style.based_on, *style.others):
            if other is not None and other not in styles.by_id:
                faults.append((f"the style {style.id} names {other}, which is not defined.", _STYLE))
        chain = styles.chain(style.id)
        if chain[-1].based_on in {ancestor.id for ancestor in chain}:
            faults.append((f"the style {style.id} is based on itself.", _STYLE))
        if style.num_id not in (None, "0") and style.num_id not in numbering.nums:
            faults.append((f"the style {style.id} is numbered by list {style.num_id}, which is not there.", _LIST))
    return tuple(faults)


def _lists_used(document: Document) -> Iterator[Problem]:
    nums = document.numbering.nums
    for part in document.parts:
        reported: set[str] = set()
        for i, own in part.own.items():
            num_id = own.num_id
            if num_id is None or num_id == "0" or num_id in nums or num_id in reported:
                continue
            reported.add(num_id)
            yield Problem(document.place(part, part.begins[i]), f"list {num_id} is used here and not defined.", _LIST)


def _schemes(document: Document) -> Iterator[Problem]:
    where = f"{document.where}: numbering"
    for what in document.numbering.repeated:
        yield Problem(where, f"{what} is defined twice.", _LIST)
    for name, num in document.numbering.nums.items():
        if num.abstract not in document.numbering.abstracts:
            yield Problem(where, f"list {name} follows scheme {num.abstract}, which is not there.", _LIST)
