"""Check what each field shows: a cross-reference shows the number or the text of its target, as Word would."""

import re
from collections.abc import Set
from functools import lru_cache

from assembler.check.document import Document
from assembler.check.fields import Field, Instruction
from assembler.check.numbering import Number, Numbering, label, label_in_context
from assembler.check.story import Story
from assembler.problem import Problem

_WITHOUT_TEXT = frozenset(
    ("TC", "XE", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "EQ", "EMBED", "LINK", "INCLUDEPICTURE", "TA")
)
"""Fields that show nothing, or something that is not text."""

_UPDATE = "write the document again, or update its fields in Word."


def check_cross_references(document: Document) -> list[Problem]:
    """Report every field that shows nothing, and every reference that shows something else than its target."""
    return [
        Problem(document.place(story, field.begin), what, _UPDATE)
        for story in document.stories
        for field in story.fields
        if (what := _fault(document, story, field))
    ]


def _fault(document: Document, story: Story, field: Field) -> str:
    instruction = field.instruction
    if not instruction.kind:
        return "a field has no instruction."
    if instruction.kind in _WITHOUT_TEXT or instruction.kind.startswith("FORM"):
        return ""
    shown = story.result(field)
    if not shown.strip():
        return f"the field “{instruction.text}” has no result to show."
    names = instruction.arguments[:1]
    match instruction.kind:
        case "REF":
            return _missing_target(document, instruction, names) or _wrong_result(document, story, field, shown)
        case "PAGEREF" | "NOTEREF":
            return _missing_target(document, instruction, names)
        case "HYPERLINK" if "l" in instruction.switches and not names:
            return _missing_target(document, instruction, (instruction.switches["l"],))
        case "STYLEREF":
            return _missing_style(document, names)
    return ""


def _missing_target(document: Document, instruction: Instruction, names: tuple[str, ...]) -> str:
    if names and names[0] in document.bookmarks:
        return ""
    return f"the field “{instruction.text}” leads to a bookmark that is not there."


def _missing_style(document: Document, names: tuple[str, ...]) -> str:
    if not names or names[0].isdigit() or any(s.name == names[0].casefold() for s in document.styles.by_id.values()):
        return ""
    return f"a field repeats text of the style {names[0]}, which is not defined."


def _wrong_result(document: Document, story: Story, field: Field, shown: str) -> str:
    instruction = field.instruction
    target = document.bookmarks[instruction.arguments[0]]
    if instruction.switches.keys().isdisjoint("nwr"):
        kind, allowed = "the text", frozenset((document.body.text[target.begin : target.end],))
    else:
        here = _number_at(document, field.begin) if story is document.body else None
        number = _number_at(document, target.begin)
        kind, allowed = "the number", _labels(instruction, number, here, document.numbering)
        if not allowed:
            return f"“{shown}” refers to the number of {target.name}, which has none."
    if "p" in instruction.switches:
        shown = re.sub(r"\s*\b(above|below)\s*$", "", shown)
        allowed |= {""}
    if shown in allowed or _is_one_of(instruction, shown, allowed):
        return ""
    return f"a reference shows “{shown}”, but {kind} of {target.name} is “{min(allowed, key=len)}”."


def _number_at(document: Document, at: int) -> Number | None:
    paragraph = document.body.paragraph(at)
    return document.numbers[paragraph] if paragraph >= 0 else None


@lru_cache(maxsize=4096)
def _labels(
    instruction: Instruction, number: Number | None, here: Number | None, numbering: Numbering
) -> frozenset[str]:
    r"""Give the labels that a reference may show: in no context (``\n``), in full (``\w``), or as seen from here.

    A trailing period is never shown.
    """
    if number is None:
        return frozenset()
    if "n" in instruction.switches:
        labels = {label(number, numbering)}
    elif "w" in instruction.switches:
        labels = {label_in_context(number, numbering)}
    else:
        labels = {label_in_context(number, numbering, above) for above in (0, _shared_levels(number, here))}
    labels = {written.strip().rstrip(".") for written in labels}
    if "t" in instruction.switches:
        labels = {re.sub(r"^[^\W\d]+\s+", "", written) for written in labels}
    return frozenset(labels - {""})


def _shared_levels(number: Number, here: Number | None) -> int:
    """Count the levels that the target and this place have in common; the target's own level never counts."""
    if here is None or here.abstract != number.abstract:
        return 0
    shared = 0
    for theirs, ours in zip(number.counts[:-1], here.counts, strict=False):
        if theirs != ours:
            break
        shared += 1
    return shared


def _is_one_of(instruction: Instruction, shown: str, allowed: Set[str]) -> bool:
    """Tell whether a text is one of those allowed, whatever the spaces, and the case where the field sets it."""
    shown, allowed = " ".join(shown.split()), {" ".join(text.split()) for text in allowed}
    if instruction.switches.get("*", "").casefold() in ("upper", "lower", "caps", "firstcap"):
        return shown.casefold() in {text.casefold() for text in allowed}
    return shown in allowed
