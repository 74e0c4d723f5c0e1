"""Pour one plan: every value in words, the document's package, and what it will be held against."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from assembler import composition, word
from assembler.assemble.notes import anchors, comments
from assembler.assemble.points import NumberedPoint, Register
from assembler.assemble.reading_copy import read_out
from assembler.blanks import LISTS, NAMES, Blanks, OpenPoint
from assembler.check import Expected
from assembler.composition import Compiled, Entry
from assembler.law.edition import edition
from assembler.library.document_order import part_id
from assembler.selection import Plan
from assembler.wording import day, listed

COVER = ("trust_name", "settlor_name", "initial_trustee_names", "agreement_date")
"""The blanks of the house's own template, in the order in which a reader meets them."""

MATTER = ("matter_number", "firm", "attorney")
COUPLE = ("decedent_name", "spouse_name")
SUBJECTS = {"trust": ("trust_name",), "case": COUPLE, "assignment": COUPLE, "annuity": COUPLE}
"""Whose paper it is: the blanks that name the trust, or the couple."""

FRONT = frozenset({
    "is_draft", "legend", "footer_legend", "document_title", "edition_line", "edition_name", "matter_line",
    "trustee_label", "open_points", "subject_line", "title", "author", "created", "contents",
})  # fmt: skip
TAGS = NAMES | LISTS.keys() | FRONT
"""Everything a template may ask for."""


@dataclass(frozen=True)
class Manner:
    """How a document is to be drafted: final or draft, and with which drafting notes."""

    is_final: bool = False
    notes: str = "conditional"


@dataclass(frozen=True)
class Poured:
    """A document before it is proved, with what proves it."""

    package: bytes
    expected: Expected
    entries: tuple[Entry, ...]
    points: tuple[NumberedPoint, ...]


def pour(
    plan: Plan,
    compiled: Compiled,
    renderer: word.TemplateRenderer,
    blanks: Blanks,
    manner: Manner,
    digest: str,
    pages: Mapping[str, int] | None = None,
) -> Poured:
    """Pour one document; ``pages`` gives the contents their page numbers, by bookmark, where they are known."""
    clauses = {identity: choice.clause for identity, choice in plan.choices.items()}
    entries = composition.entries(plan.outline, clauses, plan.chosen)
    register = Register()
    for name in (*COVER, *sorted(renderer.names - set(COVER))):
        value = blanks.values.get(name)
        if name in renderer.names and isinstance(value, OpenPoint):
            register.number(value, "Cover")
    lines = read_out(plan, compiled, blanks, entries, register)
    asked = _asked(lines, compiled)
    values = (
        _in_words(blanks, asked | renderer.names, register)
        | _structure(plan, lines, entries, pages or {})
        | _front(plan, blanks, register, manner)
        | _knowledge(plan, lines, digest)
        | {"comments": comments(plan, lines, manner.notes)}
        | anchors(plan, lines, register, manner.notes)
    )
    return Poured(renderer.render(values), _expected(plan, lines, blanks, asked, register), entries, tuple(register))


def _asked(lines: Iterable[str], compiled: Compiled) -> Set[str]:
    """Name the blanks and lists that the clauses of this document ask for."""
    return frozenset().union(*(compiled.plain[identity].names for identity in lines))


def _in_words(blanks: Blanks, asked: Set[str], register: Register) -> dict[str, object]:
    """Turn every blank that is asked for into what Word shows: text, or a highlighted open point."""

    def shown(value: object) -> object:
        if isinstance(value, OpenPoint):
            # a gap of a list's item that no clause asks for is never printed
            return word.highlighted(register.words(value, "")) if value in register else ""
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [{field: shown(inner) for field, inner in item.items()} for item in value]
        return word.text(str(value))

    return {name: shown(of[name]) for of in (blanks.lists, blanks.values) for name in asked & of.keys()}


def _structure(
    plan: Plan, lines: Mapping[str, tuple[str, ...]], entries: Sequence[Entry], pages: Mapping[str, int]
) -> dict[str, object]:
    number = {entry.identity: entry.number for entry in entries}
    parts = number.keys() & {part_id(part) for part in plan.outline.parts}
    return {
        "chosen": frozenset(lines) | parts,
        "contents": composition.contents(entries, pages),
        "number": number,
    }


def _front(plan: Plan, blanks: Blanks, register: Register, manner: Manner) -> dict[str, object]:
    values = blanks.values
    subject = [values[name] for name in SUBJECTS[plan.outline.per] if isinstance(values[name], str)]
    subject_line = listed([str(name) for name in subject]) or plan.subject
    draft_of = f"Draft of {values['as_of']} for review by an attorney"
    matter = (f"Matter {values['matter_number']}", values["firm"], values["attorney"])
    known = [text for text, name in zip(matter, MATTER, strict=True) if isinstance(values[name], str)]
    law = f"{edition(plan.paper_date)} edition of the regulations"
    return {
        "is_draft": not manner.is_final,
        "legend": "" if manner.is_final else f"{draft_of}. It is not legal advice.",
        "footer_legend": subject_line if manner.is_final else f"{draft_of}; not legal advice",
        "document_title": plan.outline.title,
        "edition_name": f"{edition(plan.paper_date)} edition",
        "edition_line": f"Words in force on {day(plan.paper_date)}: {law}.",
        "matter_line": " · ".join(str(text) for text in known),
        "trustee_label": "Trustees" if len(blanks.lists["trustees"]) > 1 else "Trustee",
        "open_points": list(register),
        "subject_line": word.text(subject_line),
        "title": f"{plan.outline.title}: {subject_line}",
        "author": next((str(values[name]) for name in ("attorney", "firm") if isinstance(values[name], str)), ""),
        "created": plan.paper_date.isoformat(),
    }


def _knowledge(plan: Plan, lines: Mapping[str, tuple[str, ...]], digest: str) -> dict[str, object]:
    """Say what the document knows of itself: its clauses with a digest of each one's text, and no fact of the case."""
    return {
        "document": plan.document,
        "library": digest,
        "paper_date": plan.paper_date.isoformat(),
        "clauses": word.clause_digests({identity: _digest(text) for identity, text in lines.items()}),
    }


@lru_cache(maxsize=1024)  # most clauses read the same in every case
def _digest(lines: tuple[str, ...]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()[:32]


def _expected(
    plan: Plan, lines: Mapping[str, tuple[str, ...]], blanks: Blanks, asked: Set[str], register: Register
) -> Expected:
    claimed: dict[str, list[str]] = {}
    for identity in lines:
        for requirement in plan.choices[identity].clause.discharges:
            claimed.setdefault(requirement, []).append(identity)
    asked = asked | frozenset(SUBJECTS[plan.outline.per])
    names = (blanks.values[name] for name in ("decedent_name", "spouse_name", "trust_name") if name in asked)
    return Expected(
        clauses={identity: "\n".join(text) for identity, text in lines.items()},
        requirements=plan.requirements,
        discharged_by={requirement: tuple(ids) for requirement, ids in claimed.items()},
        names=tuple(name for name in names if isinstance(name, str)),
        open_points=len(register),
    )
