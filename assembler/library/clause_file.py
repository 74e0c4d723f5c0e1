"""Read one clause file: front matter between two rules, then the words."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from assembler.library.clause import Clause
from assembler.library.markdown import faults
from assembler.library.yaml_schema import ID, Schema, choice, day, flag, in_force, read_entries, text, texts
from assembler.library.yaml_text import BrokenYaml, Entries, parse
from assembler.problem import Problem

RULE = "---"
KINDS = ("section", "definition", "recital", "passage", "schedule", "signature", "topic", "form", "form-title")
SIGNED = ("signature", "passage", "topic", "form")
"""Kinds of clause that may have lines to sign or fill in."""

DEFINES = "def-"
ONLY_OF: Mapping[str, tuple[str, ...]] = {
    "term": ("definition",),
    "each": ("passage", "signature", "topic", "form"),
    "rows": ("schedule", "topic", "form"),
}
"""Entries that only clauses of these kinds have."""

FRONT_MATTER: Schema = {
    "id": text(required=True),
    "kind": choice(*KINDS, default="section"),
    "title": text(required=True),
    "when": texts(),
    "authority": texts(required=True),
    "discharges": texts(),
    "optional": flag(),
    "prescribed": flag(),
    "in_force": in_force(),
    "reviewed": day(),
    "note": text(default=""),
    "term": text(),
    "each": text(),
    "rows": text(),
}


def read_clause(
    written: str, origin: str, where: str, *, is_firms: bool = False
) -> tuple[Clause | None, tuple[Problem, ...]]:
    """Read a clause from the text of its file.

    A clause with a fault that would change what it is (no front matter, a bad id) is None; with any
    other it is read as far as it goes, so that the rest of the library can still be judged.
    """
    parts = _divide(written)
    if parts is None:
        fix = "begin the file with ---, the front matter, and --- again; the words follow."
        return None, (Problem(f"{where}:1", "the file has no front matter.", fix),)
    front, words, above = parts
    try:
        found = parse(front, above=1)
    except BrokenYaml as error:
        fix = "put words with a colon, a quotation mark or a bracket in quotation marks."
        return None, (Problem(f"{where}:{error.line}", f"the front matter cannot be read: {error.what}.", fix),)
    if not isinstance(found, Entries):
        return None, (Problem(f"{where}:2", "the front matter has no entries.", "begin with `id: ...`."),)
    return _clause(found, words, above, origin, where, is_firms=is_firms)


def _divide(written: str) -> tuple[str, str, int] | None:
    """Part the front matter from the words, and count the lines above the words."""
    lines = written.split("\n")
    if lines[0].rstrip() != RULE:
        return None
    ends = [number for number, line in enumerate(lines) if number and line.rstrip() == RULE]
    if not ends:
        return None
    start = ends[0] + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    return "\n".join(lines[1 : ends[0]]) + "\n", "\n".join(lines[start:]).rstrip(), start


def _clause(
    found: Entries, words: str, above: int, origin: str, where: str, *, is_firms: bool
) -> tuple[Clause | None, tuple[Problem, ...]]:
    read, problems = read_entries(found, FRONT_MATTER, where)
    problems = (*problems, *_id_problems(read["id"], found, origin, where), *_kind_problems(read, found, where))
    if not isinstance(read["id"], str) or not ID.fullmatch(read["id"]):
        return None, problems
    outside = faults(words, table=read["rows"] is not None, signs=read["kind"] in SIGNED)
    said = tuple(Problem(f"{where}:{above + fault.line}", f"{fault.what}.", fault.fix) for fault in outside)
    if any(key.required and read[name] is None for name, key in FRONT_MATTER.items() if name != "authority"):
        return None, (*problems, *said)
    values: dict[str, Any] = read  # each value has passed its key's test
    clause = Clause(**values, body=words, origin=origin, is_firms=is_firms, line=above + 1)
    return clause, (*problems, *said)


def _id_problems(given: object, found: Entries, origin: str, where: str) -> Iterator[Problem]:
    if not isinstance(given, str):
        return
    line, name = f"{where}:{found.lines['id']}", PurePosixPath(origin).stem
    if not ID.fullmatch(given):
        yield Problem(line, f"`{given}` cannot be an id.", "write small letters, digits and single hyphens.")
    if given != name:
        yield Problem(line, f"the id `{given}` is not the file's name.", f"write `id: {name}`, or rename the file.")


def _kind_problems(read: Mapping[str, object], found: Entries, where: str) -> Iterator[Problem]:
    """Find an entry that a clause of this kind does not have, or lacks."""
    kind = str(read["kind"])
    for name, kinds in ONLY_OF.items():
        if read[name] is not None and kind not in kinds:
            line = found.lines.get(name, found.line)
            yield Problem(f"{where}:{line}", f"a {kind} has no `{name}`.", f"leave it out; it is for a {kinds[0]}.")
    if kind == "definition" and read["term"] is None:
        yield Problem(f"{where}:{found.line}", "a definition has a `term`.", "add `term: ...`, as it is capitalised.")
    if (kind == "definition") != str(read["id"]).startswith(DEFINES):
        fix = f"begin the id of a definition, and of nothing else, with `{DEFINES}`."
        yield Problem(f"{where}:{found.lines.get('id', found.line)}", f"the id and the kind `{kind}` disagree.", fix)
