"""Read the outline of a document: its parts in order, and the clauses each may have."""

from collections.abc import Iterator
from typing import Any

from assembler.library.clause import Outline, Part
from assembler.library.fields import Field, Fields, choice, read_fields, text, texts
from assembler.library.yaml_text import BrokenYaml, Entries, each_entry, parse
from assembler.problem import Problem

PARTS = ("parties", "recitals", "article", "signatures", "schedules", "group", "form")
SUBJECTS = ("trust", "case", "assignment", "annuity")
"""What a document is drafted for: each trust, assignment or annuity of a case, or the case as a whole."""

TEMPLATES = ("house", "paper", "form")
"""The look of a document: with cover and contents, as a working paper, or as a paper that is filed."""
DATED = ("papers", "instrument", "bond", "letter", "item")
"""Whose day a document speaks from."""

OUTLINE: Fields = {
    "id": text(needed=True),
    "title": text(needed=True),
    "signed_by": text(otherwise=""),
    "due": text(otherwise=""),
    "per": choice(*SUBJECTS, otherwise="trust"),
    "template": choice(*TEMPLATES, otherwise="house"),
    "dated": choice(*DATED, otherwise="papers"),
    "when": texts(),
    "package": texts(),
    "parts": Field(lambda value: isinstance(value, tuple) and len(value) == sum(1 for _ in each_entry(value)),
                   "a list of parts, each `- part: ...`", needed=True, otherwise=()),
}
PART: Fields = {
    "part": choice(*PARTS, needed=True),
    "id": text(),
    "title": text(),
    "definitions": texts(otherwise=None),
    "clauses": texts(needed=True),
}


def read_outline(written: str, origin: str, where: str) -> tuple[Outline | None, tuple[Problem, ...]]:
    """Read an outline from the text of its file; without an id it is None."""
    try:
        found = parse(written)
    except BrokenYaml as error:
        return None, (Problem(f"{where}:{error.line}", f"the outline cannot be read: {error.what}.", "mend the line."),)
    if not isinstance(found, Entries):
        return None, (Problem(f"{where}:1", "the outline has no entries.", "begin with `id: ...`."),)
    read, problems = read_fields(found, OUTLINE, where)
    parts, faults = _parts(read["parts"], where)
    if not isinstance(read["id"], str):
        return None, (*problems, *faults)
    values: dict[str, Any] = {**read, "title": read["title"] or read["id"], "parts": parts, "origin": origin}
    return Outline(**values), (*problems, *faults)


def _parts(listed: object, where: str) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    parts: list[Part] = []
    problems: list[Problem] = []
    for entry in each_entry(listed):
        read, faults = read_fields(entry, PART, where)
        problems += [*faults, *_article_problems(read, entry, where)]
        if read["part"] is not None:
            values: dict[str, Any] = read  # each value has passed its field's test
            parts.append(Part(**values))
    return tuple(parts), tuple(problems)


def _article_problems(read: dict[str, object], entry: Entries, where: str) -> Iterator[Problem]:
    if read["part"] == "article" and not (read["id"] and read["title"]):
        yield Problem(f"{where}:{entry.line}", "an article has an `id` and a `title`.", "add what is wanting.")
