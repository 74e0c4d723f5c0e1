"""Render one plan: every value in words, the document's package, and what it will be held against."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from assembler import composition, merge, word
from assembler.casefile import law_of
from assembler.check import Expected, Vocabulary, Whole
from assembler.composition import Compiled, Entry
from assembler.library.clause import Library, Words
from assembler.library.document_order import part_id
from assembler.matter.comments import anchors, comments, noted
from assembler.matter.manner import Manner
from assembler.matter.open_points import NumberedPoint, Register
from assembler.matter.pictures import drawn, undrawn
from assembler.matter.plain_text import render_text
from assembler.merge import Merge, OpenPoint, Pending
from assembler.selection import Plan
from assembler.terms import edition
from assembler.wording import day, listed

COVER = ("trust_name", "settlor_name", "initial_trustee_names", "agreement_date")
"""The fields of the house's own template, in the order in which a reader meets them."""

COUPLE = ("decedent_name", "spouse_name")
SUBJECTS = {"trust": ("trust_name",), "case": COUPLE, "assignment": COUPLE, "annuity": COUPLE}
"""Whose paper it is: the fields that name the trust, or the couple."""

FRONT = frozenset({
    "is_draft", "legend", "footer_legend", "document_title", "edition_line", "edition_name", "matter_line",
    "trustee_label", "open_points", "subject_line", "title", "author", "created", "contents", "last_page",
})  # fmt: skip
TAGS = merge.FIELDS | merge.LISTS.keys() | FRONT
"""Everything a template may ask for."""


@dataclass(frozen=True)
class Layout:
    """What is known of a document's pages: the page of each heading, and the clauses that have to begin a page."""

    pages: Mapping[str, int] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()


UNKNOWN = Layout()
"""The layout of a document whose pages nobody has counted."""


@dataclass(frozen=True)
class Document:
    """One kind of document, ready to be rendered for any case; each clause may be written in its own markup only."""

    compiled: Compiled
    renderer: word.TemplateRenderer
    markup: Mapping[str, Vocabulary]


@dataclass(frozen=True)
class Rendered:
    """A document before it is proved, with what proves it."""

    package: bytes
    expected: Expected
    entries: tuple[Entry, ...]
    points: tuple[NumberedPoint, ...]


def render(
    plan: Plan,
    document: Document,
    merged: Merge,
    manner: Manner,
    library: Library,
    layout: Layout = UNKNOWN,
) -> Rendered:
    """Render one document, its contents with the pages that are known."""
    compiled, renderer = document.compiled, document.renderer
    merged, shown = drawn(merged, _asked(plan.chosen, compiled), compiled.width)
    register = Register(manner.is_fillable and not manner.is_final)
    entries, lines = _texts(plan, document, merged, register)
    asked, commented = _asked(lines, compiled), noted(plan, lines, manner.shown_notes)
    values = (
        _in_words(merged, asked | renderer.names, register)
        | _structure(plan, compiled, lines, entries, layout)
        | _front(plan, merged, register, manner, library.words["legends"])
        | _provenance(plan, lines, library.digest)
        | {"comments": comments(plan, commented, library.words["legends"])}
        # an attribute holds what a picture shows, in which a name in another script has no run of its own
        | {name: composition.unbroken(one.words) for name, one in shown.items()}
        | {"pictures": {name: one.steps for name, one in shown.items()}}
        | {"media": {name: one.png for name, one in shown.items()}}
        | anchors(plan, lines, register, commented)
    )
    whole = Whole(*renderer.beside_clauses(values), document.markup)
    expected = _expected(plan, lines, merged, asked, register, whole)
    return Rendered(renderer.render(values), expected, entries, tuple(register))


def open_points(plan: Plan, document: Document, merged: Merge) -> tuple[NumberedPoint, ...]:
    """Give the open points of one document, without making it."""
    register = Register()
    _texts(plan, document, undrawn(merged), register)
    return tuple(register)


def _texts(
    plan: Plan, document: Document, merged: Merge, register: Register
) -> tuple[tuple[Entry, ...], dict[str, tuple[str, ...]]]:
    """Give the entries of the contents and the lines of each clause, and number the open points of cover and lines."""
    clauses = {identity: choice.clause for identity, choice in plan.choices.items()}
    entries = composition.entries(plan.outline, clauses, plan.chosen, document.compiled.levels)
    names = document.renderer.names
    for named in (*COVER, *sorted(names - set(COVER))):
        value = merged.values.get(named)
        if named in names and isinstance(value, OpenPoint | Pending):
            register.place(value, "Cover")
    return entries, render_text(plan, document.compiled, merged, entries, register)


def _asked(lines: Iterable[str], compiled: Compiled) -> Set[str]:
    """Name the fields and lists that the clauses of this document ask for."""
    return frozenset().union(*(compiled.plain[identity].names for identity in lines))


def _in_words(merged: Merge, asked: Set[str], register: Register) -> dict[str, object]:
    """Turn every field that is asked for into what Word shows: text, or an open point."""

    def shown(value: object) -> object:
        if isinstance(value, OpenPoint | Pending):
            # a gap of a list's item that no clause asks for is never printed
            return register.shown(value) if value in register else ""
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [{field: shown(inner) for field, inner in item.items()} for item in value]
        return word.text(composition.unbroken(str(value)))

    return {name: shown(of[name]) for of in (merged.lists, merged.values) for name in asked & of.keys()}


def _structure(
    plan: Plan,
    compiled: Compiled,
    lines: Mapping[str, tuple[str, ...]],
    entries: Sequence[Entry],
    layout: Layout,
) -> dict[str, object]:
    number = {entry.identity: entry.reference for entry in entries}
    parts = number.keys() & {part_id(part) for part in plan.outline.parts}
    return {
        "chosen": frozenset(lines) | parts,
        "held": compiled.held(lines),
        "broken": layout.broken,
        "contents": composition.contents(entries, layout.pages),
        "last_page": layout.pages.get(composition.LAST_PAGE, composition.UNKNOWN),
        "number": number,
    }


def _front(
    plan: Plan, merged: Merge, register: Register, manner: Manner, legends: Mapping[str, Words]
) -> dict[str, object]:
    values = merged.values
    subject_line = _subject(plan.outline.per, values, legends["matter"])
    draft, edition_words = legends["draft"], legends["edition"]
    as_of, in_force = str(values["as_of"]), edition(plan.paper_date)
    edition_line = edition_words.text("line", paper_date=day(plan.paper_date), edition=in_force)
    several = len(merged.lists["trustees"]) > 1
    return {
        "is_draft": not manner.is_final,
        "legend": "" if manner.is_final else draft.text("cover", as_of=as_of),
        "footer_legend": subject_line if manner.is_final else draft.text("footer", as_of=as_of),
        "document_title": plan.outline.title,
        "edition_name": "" if manner.is_final else edition_words.text("name", edition=in_force),
        "edition_line": "" if manner.is_final else edition_line,
        "matter_line": " · ".join(_matter(values, legends["matter"])),
        "trustee_label": legends["trustees"].text("several" if several else "one"),
        "open_points": _listed(register),
        "points": register.every(),
        "subject_line": word.text(subject_line),
        "title": f"{plan.outline.title}: {subject_line}",
        "author": next((str(values[name]) for name in ("attorney", "firm") if isinstance(values[name], str)), ""),
        "created": plan.paper_date.isoformat(),
    }


def _subject(per: str, values: Mapping[str, object], legend: Words) -> str:
    """Name what a paper is about: the trust, or the couple, or else the firm's matter."""
    for names in (SUBJECTS[per], COUPLE):
        if known := [str(values[name]) for name in names if isinstance(values[name], str)]:
            return listed(known)
    return next(_matter(values, legend), legend.text("unnamed"))


def _listed(register: Register) -> list[Mapping[str, object]]:
    """List the open points by who can supply them, each with its question in the case file and the law that asks."""
    listed = zip(register, register.listed(), strict=True)
    return [
        {**shown, "question": _question(point.path)}
        for point, shown in sorted(listed, key=lambda one: (one[0].who, one[0].number))
    ]


def _question(path: str) -> str:
    law = law_of(path)
    return f"{path} ({law})" if law else path


def _matter(values: Mapping[str, object], legend: Words) -> Iterator[str]:
    """Give what is known of the matter: its number, the firm and the attorney."""
    number = values["matter_number"]
    if isinstance(number, str):
        yield legend.text("number", matter_number=number)
    yield from (str(values[name]) for name in ("firm", "attorney") if isinstance(values[name], str))


def _provenance(plan: Plan, lines: Mapping[str, tuple[str, ...]], digest: str) -> dict[str, object]:
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
    plan: Plan,
    lines: Mapping[str, tuple[str, ...]],
    merged: Merge,
    asked: Set[str],
    register: Register,
    whole: Whole,
) -> Expected:
    claimed: dict[str, list[str]] = {}
    for identity in lines:
        for requirement in plan.choices[identity].clause.discharges:
            claimed.setdefault(requirement, []).append(identity)
    asked = asked | frozenset(SUBJECTS[plan.outline.per])
    names = (merged.values[name] for name in ("decedent_name", "spouse_name", "trust_name") if name in asked)
    return Expected(
        clauses={identity: "\n".join(text) for identity, text in lines.items()},
        requirements=plan.requirements,
        discharged_by={requirement: tuple(ids) for requirement, ids in claimed.items()},
        names=tuple(name for name in names if isinstance(name, str)),
        open_points=len(register),
        stated=merged.stated,
        whole=whole,
    )
