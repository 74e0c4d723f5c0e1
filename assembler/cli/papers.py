"""The papers of a library, each with what it is for, when a case calls for it, who signs it and when it is due."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assembler.library.clause import Library, Outline, Undrafted

FOR = {
    "trust": "each trust",
    "assignment": "each assignment",
    "annuity": "each annuity that cannot be assigned",
    "case": "the case as a whole",
}
"""What a paper is made for."""


def papers(library: "Library") -> "list[Outline | Undrafted]":
    """List the papers: those drafted here by their titles, then those made elsewhere by theirs."""
    drafted = sorted(library.outlines.values(), key=lambda paper: paper.title)
    return [*drafted, *sorted(library.undrafted.values(), key=lambda paper: paper.title)]


def conditions(paper: "Outline | Undrafted") -> list[tuple[str, bool, str]]:
    """Say when a case calls for a paper: each fact by name, whether it has to hold or not to, and its meaning."""
    from assembler.findings.topics import meaning_of

    named = ((name.removeprefix("not "), not name.startswith("not ")) for name in paper.when)
    return [(name, holds, meaning_of(name)) for name, holds in named]


def values(paper: "Outline | Undrafted") -> dict[str, object]:
    """Write a paper as plain values."""
    facts = [{"fact": name, "holds": holds, "meaning": meaning} for name, holds, meaning in conditions(paper)]
    shared = {"id": paper.id, "title": paper.title, "per": paper.per, "when": facts}
    terms = {"signed_by": paper.signed_by, "due": paper.due, "due_1996": getattr(paper, "due_1996", "")}
    package, remedy = list(getattr(paper, "package", ())), getattr(paper, "remedy", "")
    return {**shared, **terms, "package": package, "made_elsewhere": remedy}


def lines(paper: "Outline | Undrafted") -> Iterator[str]:
    """Write a paper as lines: its id and title, then what is to be known of it."""
    yield f"{paper.id}: {paper.title}, for {FOR[paper.per]}"
    for name, holds, meaning in conditions(paper):
        yield f"    {'when' if holds else 'unless'}: {meaning} [{name}]"
    if paper.signed_by:
        yield f"    signed by: {paper.signed_by}"
    if paper.due:
        first = getattr(paper, "due_1996", "")
        yield f"    due: {paper.due}{f'; in the edition of 1996, {first}' if first else ''}"
    if package := getattr(paper, "package", ()):
        yield f"    drafted with it: {', '.join(package)}"
    if remedy := getattr(paper, "remedy", ""):
        yield f"    made elsewhere: {remedy}"
