"""Read the YAML files of a library: outlines, the requirement catalogue, and words that stand outside the clauses."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from assembler.library.clause import VALUE, Alike, Companion, Outline, Part, Requirement, Undrafted, Words, texts_of
from assembler.library.names import NAMES
from assembler.library.vocabulary import suggestion
from assembler.library.yaml_schema import (
    Schema,
    an_id,
    choice,
    is_text,
    is_texts,
    mappings,
    pairs,
    read_entries,
    text,
    texts,
)
from assembler.library.yaml_text import BrokenYaml, Entries, each_entry, parse
from assembler.problem import Problem

T = TypeVar("T")

PARTS = ("parties", "recitals", "article", "signatures", "schedules", "group", "form")
SUBJECTS = ("trust", "case", "assignment", "annuity")
"""What a document is drafted for: each trust, assignment or annuity of a case, or the case as a whole."""

TEMPLATES = ("house", "rider", "paper", "form")
"""The look of a document: with cover and contents, to be put into another, as a working paper, or to be filed."""

DATED = (
    "papers", "instrument", "bond", "letter", "item", "filing", "nonrenewal", "closing", "replacement", "amendment",
    "petition", "notice",
)  # fmt: skip
"""Whose day a document speaks from."""

OUTLINE: Schema = {
    "id": an_id(required=True),
    "title": text(required=True),
    "signed_by": text(default=""),
    "signers": texts(),
    "due": text(default=""),
    "deadlines": texts(),
    "due_1996": text(default=""),
    "per": choice(*SUBJECTS, default="trust"),
    "template": choice(*TEMPLATES, default="house"),
    "dated": choice(*DATED, default="papers"),
    "follows": texts(),
    "precedes": texts(),
    "when": texts(),
    "package": texts(),
    "companions": mappings("a list, each `- {clause: ..., says: ..., papers: [...]}`"),
    "alike": mappings("a list, each `- {field: ..., papers: [...]}`"),
    "answers": texts(),
    "names": pairs(NAMES),
    "stands_for": text(default=""),
    "parts": mappings("a list of parts, each `- part: ...`", required=True),
}
COMPANION: Schema = {"clause": text(required=True), "says": text(required=True), "papers": texts(required=True)}
ALIKE: Schema = {"field": text(required=True), "papers": texts(required=True)}
PART: Schema = {
    "part": choice(*PARTS),
    "shared": text(),
    "id": text(),
    "title": text(),
    "definitions": texts(default=None),
    "clauses": texts(),
}
KINDS = (
    "instrument-provision", "prescribed-form", "statement", "election", "agreement", "assignment-rule",
    "validation", "computation", "deadline", "effect",
)  # fmt: skip
"""What a requirement is: words that a document carries, or a consequence of the law."""

UNDRAFTED: Schema = {
    "id": an_id(required=True),
    "title": text(required=True),
    "remedy": text(required=True),
    "per": choice(*SUBJECTS, default="case"),
    "when": texts(),
    "signed_by": text(default=""),
    "due": text(default=""),
    "authority": texts(),
}
REQUIREMENT: Schema = {
    "id": text(required=True),
    "cite": text(required=True),
    "kind": choice(*KINDS, required=True),
    "documents": texts(required=True),
    "applies": text(required=True),
    "called_for": texts(default=None),
    "says": text(required=True),
    "probes": texts(),
    "edge_cases": texts(),
    "depends_on": texts(),
    "currency": text(default=""),
}
UNFIT = (
    (re.compile(r"[{}]"), "a brace that belongs to no value", "write {{ name }} where a value belongs."),
    (re.compile(r"['\"]"), "a straight apostrophe or quotation mark", "write ’, or “ and ”."),
)
"""What words outside the clauses may not have, beside their values, and what to write instead."""


def read_outline(written: str, origin: str, where: str) -> tuple[Outline | None, tuple[Problem, ...]]:
    """Read an outline from the text of its file; without an id it is None."""
    try:
        found = parse(written)
    except BrokenYaml as error:
        return None, (Problem(f"{where}:{error.line}", f"the outline cannot be read: {error.what}.", "mend the line."),)
    if not isinstance(found, Entries):
        return None, (Problem(f"{where}:1", "the outline has no entries.", "begin with `id: ...`."),)
    read, problems = read_entries(found, OUTLINE, where)
    parts, faults = _parts(read["parts"], where)
    companions, unheld = _records(Companion, read["companions"], COMPANION, where)
    alike, unlike = _records(Alike, read["alike"], ALIKE, where)
    problems = (*problems, *faults, *unheld, *unlike)
    if not isinstance(read["id"], str):
        return None, problems
    declared = {"parts": parts, "companions": companions, "alike": alike, "origin": origin}
    values: dict[str, Any] = {**read, "title": read["title"] or read["id"], **declared}
    return Outline(**values), problems


def _records(
    make: Callable[..., T], listed: object, schema: Schema, where: str
) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    """Read a list of mappings of one schema; one that lacks what it needs is left out."""
    records: list[T] = []
    problems: list[Problem] = []
    for entry in each_entry(listed):
        read, faults = read_entries(entry, schema, where)
        problems += faults
        if not any(read[name] is None for name, key in schema.items() if key.required):
            records.append(make(**read))
    return tuple(records), tuple(problems)


def _parts(listed: object, where: str) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    parts: list[Part] = []
    problems: list[Problem] = []
    for entry in each_entry(listed):
        read, faults = read_entries(entry, PART, where)
        problems += [*faults, *_part_problems(read, entry, where)]
        if read["part"] is not None or read["shared"] is not None:
            values: dict[str, Any] = read  # each value has passed its key's test
            parts.append(Part(**values))
    return tuple(parts), tuple(problems)


def read_parts(written: str, where: str) -> tuple[dict[str, Part], tuple[Problem, ...]]:
    """Read the parts that outlines share, by the ids under which they name them."""
    try:
        found = parse(written)
    except BrokenYaml as error:
        return {}, (Problem(f"{where}:{error.line}", f"the parts cannot be read: {error.what}.", "mend the line."),)
    parts: dict[str, Part] = {}
    problems: list[Problem] = []
    for identity, entry in found.values.items() if isinstance(found, Entries) else ():
        read, faults = _parts((entry,), where)
        problems += faults
        if read and read[0].shared is None:
            parts[identity] = read[0]
    return parts, tuple(problems)


def _part_problems(read: dict[str, object], entry: Entries, where: str) -> Iterator[Problem]:
    if read["shared"] is not None and entry.values.keys() - {"shared", "definitions"}:
        fix = "write `shared` and, where it adds some, `definitions`."
        yield Problem(f"{where}:{entry.line}", "a shared part has nothing of its own but definitions.", fix)
    elif read["shared"] is None and not (read["part"] and "clauses" in entry.values):
        fix = "write `part` and `clauses`, or `shared`."
        yield Problem(f"{where}:{entry.line}", "it is no part: what it is or what stands in it is wanting.", fix)
    if read["part"] == "article" and not (read["id"] and read["title"]):
        yield Problem(f"{where}:{entry.line}", "an article has an `id` and a `title`.", "add what is wanting.")


def read_requirements(written: str, where: str) -> tuple[dict[str, Requirement], tuple[Problem, ...]]:
    """Read the requirement catalogue; a requirement that stands twice, or lacks what it needs, is a problem."""
    try:
        found = parse(written)
    except BrokenYaml as error:
        return {}, (Problem(f"{where}:{error.line}", f"the catalogue cannot be read: {error.what}.", "mend the line."),)
    read, problems = _records(Requirement, found, REQUIREMENT, where)
    if not read:
        problems = (*problems, Problem(f"{where}:1", "the catalogue is empty.", "list requirements, each `- id: ...`."))
    return {one.id: one for one in read}, (*problems, *_twins(found, where))


def read_undrafted(written: str, where: str) -> tuple[dict[str, Undrafted], tuple[Problem, ...]]:
    """Read the list of papers that are made elsewhere."""
    try:
        found = parse(written)
    except BrokenYaml as error:
        return {}, (Problem(f"{where}:{error.line}", f"the list cannot be read: {error.what}.", "mend the line."),)
    read, problems = _records(Undrafted, found, UNDRAFTED, where)
    return {one.id: one for one in read}, (*problems, *_twins(found, where))


def _twins(listed: object, where: str) -> Iterator[Problem]:
    """Find each entry whose id an earlier one has."""
    known: set[object] = set()
    for entry in each_entry(listed):
        identity = entry.values.get("id")
        if identity in known:
            yield Problem(f"{where}:{entry.line}", f"`{identity}` stands twice.", "keep one.")
        known.add(identity)


def read_words(written: str, where: str) -> tuple[dict[str, Words], tuple[Problem, ...]]:
    """Read the entries of one file; an entry with a fault is left out."""
    try:
        found = parse(written)
    except BrokenYaml as error:
        fix = "put words with a colon, a quotation mark or a brace in quotation marks."
        return {}, (Problem(f"{where}:{error.line}", f"the words cannot be read: {error.what}.", fix),)
    if not isinstance(found, Entries):
        return {}, (Problem(f"{where}:1", "the file has no entries.", "begin each with its id and a colon."),)
    words: dict[str, Words] = {}
    problems: list[Problem] = []
    for identity, entry in found.values.items():
        faults = list(_faults(identity, entry, f"{where}:{found.lines[identity]}", where))
        problems += faults
        if isinstance(entry, Entries) and not faults:
            texts = {name: text for name, text in entry.values.items() if isinstance(text, str | tuple)}
            words[identity] = Words(MappingProxyType(texts), f"{where}:{found.lines[identity]}")
    return words, tuple(problems)


def _faults(identity: str, entry: object, line: str, where: str) -> Iterator[Problem]:
    """Find what is wrong with an entry by itself."""
    if not isinstance(entry, Entries):
        yield Problem(line, f"`{identity}` has no fields.", "write below it, indented, `name: words`.")
        return
    for name, value in entry.values.items():
        at = f"{where}:{entry.lines[name]}"
        if not (is_text(value) or is_texts(value)):
            yield Problem(at, f"`{name}` is not words.", "write a text or a list of texts.")
        bare = "\n".join(VALUE.sub("", words) for words in texts_of(value))
        yield from (Problem(at, f"`{name}` has {what}.", fix) for unfit, what, fix in UNFIT if unfit.search(bare))


def misfits(identity: str, theirs: Words, ours: Mapping[str, Words]) -> Iterator[Problem]:
    """Find what keeps a firm's entry from being laid over ours: an id, a field or a value that ours does not have."""
    if identity not in ours:
        fix = suggestion(identity, frozenset(ours), "leave it out; a firm replaces entries of ours.")
        yield Problem(theirs.where, f"`{identity}` is not an entry of ours.", fix)
        return
    entry = ours[identity]
    for name in sorted(theirs.fields.keys() - entry.fields.keys()):
        fix = suggestion(name, frozenset(entry.fields), f"leave it out; there are {', '.join(entry.fields)}.")
        yield Problem(theirs.where, f"`{identity}` has no field `{name}`.", fix)
    for name in sorted(theirs.fields.keys() & entry.fields.keys()):
        if isinstance(theirs.fields[name], str) != isinstance(entry.fields[name], str):
            shape = "one text" if isinstance(entry.fields[name], str) else "a list of texts"
            yield Problem(theirs.where, f"`{name}` of `{identity}` is not {shape}.", f"write it as in {entry.where}.")
    for name in sorted(theirs.values - entry.values):
        fix = suggestion(name, entry.values, f"there are {', '.join(sorted(entry.values)) or 'none'}.")
        yield Problem(theirs.where, f"`{identity}` has no value `{name}`.", fix)
