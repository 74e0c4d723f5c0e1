"""Prove each field's cached result: references show the number or text of their target."""

import re
from collections.abc import Set
from functools import lru_cache

from assembler.check.document import Document
from assembler.check.field_codes import Instruction
from assembler.check.numbering import Numbering
from assembler.check.paragraph_numbers import Number, full, label
from assembler.check.part_text import Field, PartText
from assembler.problem import Problem

_SILENT = frozenset(
    ("TC", "XE", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "EQ", "EMBED", "LINK", "INCLUDEPICTURE", "TA")
)
"""Fields that show nothing, or something that is not text."""

_UPDATE = "write the document again, or update its fields in Word."


def prove_fields(document: Document) -> list[Problem]:
    """Report every field without a result, and every reference that shows something else than its target."""
    return [
        Problem(document.place(part, field.begin), what, _UPDATE)
        for part in document.parts
        for field in part.fields
        if (what := _fault(document, part, field))
    ]


def _fault(document: Document, part: PartText, field: Field) -> str:
    order = field.order
    if not order.kind:
        return "a field has no instruction."
    if order.kind in _SILENT or order.kind.startswith("FORM"):
        return ""
    shown = part.result(field)
    if not shown.strip():
        return f"the field “{order.text}” has no result to show."
    match order.kind:
        case "REF":
            return _target_missing(document, order, order.arguments[:1]) or _reference(document, part, field, shown)
        case "PAGEREF" | "NOTEREF":
            return _target_missing(document, order, order.arguments[:1])
        case "HYPERLINK" if "l" in order.switches and not order.arguments:
            return _target_missing(document, order, (order.switches["l"],))
        case "STYLEREF":
            return _style_missing(document, order.arguments[:1])
    return ""


def _target_missing(document: Document, order: Instruction, names: tuple[str, ...]) -> str:
    if names and names[0] in document.bookmarks:
        return ""
    return f"the field “{order.text}” leads to a bookmark that is not there."


def _style_missing(document: Document, names: tuple[str, ...]) -> str:
    if not names or names[0].isdigit() or any(s.name == names[0].casefold() for s in document.styles.by_id.values()):
        return ""
    return f"a field repeats text of the style {names[0]}, which is not defined."


def _reference(document: Document, part: PartText, field: Field, shown: str) -> str:
    order = field.order
    target = document.bookmarks[order.arguments[0]]
    if order.switches.keys().isdisjoint("nwr"):
        kind, allowed = "the text", frozenset((document.body.text[target.begin : target.end],))
    else:
        here = _number_at(document, field.begin) if part is document.body else None
        kind, allowed = "the number", _forms(order, _number_at(document, target.begin), here, document.numbering)
        if not allowed:
            return f"“{shown}” refers to the number of {target.name}, which has none."
    if "p" in order.switches:
        shown = re.sub(r"\s*\b(above|below)\s*$", "", shown)
        allowed |= {""}
    if shown in allowed or _same(order, shown, allowed):
        return ""
    return f"a reference shows “{shown}”, but {kind} of {target.name} is “{min(allowed, key=len)}”."


def _number_at(document: Document, at: int) -> Number | None:
    paragraph = document.body.paragraph(at)
    return document.numbers[paragraph] if paragraph >= 0 else None


@lru_cache(maxsize=4096)
def _forms(order: Instruction, number: Number | None, here: Number | None, numbering: Numbering) -> frozenset[str]:
    """Give the forms of a number that a reference may show; a trailing period is never shown."""
    if number is None:
        return frozenset()
    if "n" in order.switches:
        forms = {label(number, numbering)}
    elif "w" in order.switches:
        forms = {full(number, numbering)}
    else:
        forms = {full(number, numbering, above) for above in (0, _shared(number, here))}
    forms = {form.strip().rstrip(".") for form in forms}
    if "t" in order.switches:
        forms = {re.sub(r"^[^\W\d]+\s+", "", form) for form in forms}
    return frozenset(forms - {""})


def _shared(number: Number, here: Number | None) -> int:
    """Count the levels that target and reader have in common; the target's own level never counts."""
    if here is None or here.abstract != number.abstract:
        return 0
    shared = 0
    for theirs, ours in zip(number.counts[:-1], here.counts, strict=False):
        if theirs != ours:
            break
        shared += 1
    return shared


def _same(order: Instruction, shown: str, allowed: Set[str]) -> bool:
    shown, allowed = " ".join(shown.split()), {" ".join(form.split()) for form in allowed}
    if order.switches.get("*", "").casefold() in ("upper", "lower", "caps", "firstcap"):
        return shown.casefold() in {form.casefold() for form in allowed}
    return shown in allowed
