"""The answers of a questionnaire that came back: what each row says to its question, and the case file with them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from assembler import casefile
from assembler.casefile import Refusal, Unclear, Written, paths
from assembler.casefile.characters import shown
from assembler.casefile.open_points import label
from assembler.casefile.schema_fields import SchemaField
from assembler.casefile.shape import Case
from assembler.casefile.typed import parsed
from assembler.matter.references import references
from assembler.problem import Problem
from assembler.word.filled_tables import FilledRow, filled_rows
from assembler.word.source_package import LARGEST

LEFT_OPEN = frozenset(("", "?", "-", "–", "—", "n/a", "na", "unknown", "not known", "don't know", "not sure", "tbd"))
"""What people write where they have no answer."""


class State(StrEnum):
    """What became of one row."""

    TAKEN = "taken"
    """Its answer is written into the case file."""
    SAME = "same"
    """The case file has this answer already."""
    OTHER = "other"
    """The case file has another answer, which stays."""
    OPEN = "open"
    """It has no answer."""
    UNCLEAR = "unclear"
    """Its answer is not understood."""
    FOREIGN = "foreign"
    """It is no row of ours: nobody can tell which question it answers."""


class Returned(NamedTuple):
    """What became of a row: its question, what was typed, and in words the answer taken, or why there is none."""

    row: int
    state: State
    path: str
    typed: str
    told: str = ""
    fix: str = ""


class Back(NamedTuple):
    """What a questionnaire brought: what became of each row, what is wrong, and the case file's text with it."""

    rows: Sequence[Returned]
    problems: tuple[Problem, ...]
    text: str


def returned(rows: Sequence[FilledRow], case: Case, text: str, *, may_replace: bool) -> tuple[list[Returned], str]:
    """Read the rows of a questionnaire into the text of a case file; give what became of each, and the text.

    What the case answers otherwise stays, unless it may be replaced. The head of a table of ours is passed over.
    """
    known, found, taken = references(case), list[Returned](), dict[str, int]()
    ours = {row.table for row in rows if _mark(row) in known}
    heads = {row.table: row.number for row in reversed(rows)}
    for row in rows:
        if _mark(row) not in known:
            if any(row.cells) and not (row.table in ours and heads[row.table] == row.number):
                found.append(_foreign(row))
            continue
        one, written = _read(row, case, known[_mark(row)], may_replace=may_replace)
        if written is not None and one.path in taken:
            told = f"row {taken[one.path]} answers the same question."
            one = one._replace(state=State.UNCLEAR, told=told, fix="keep one of the two rows.")
        elif written is not None:
            text, one = _put(text, one, written)
            taken[one.path] = one.row
        found.append(one)
    return found, text


def _put(text: str, one: Returned, written: Written) -> tuple[str, Returned]:
    try:
        return casefile.write_back(text, one.path, written), one
    except ValueError as error:
        fix = "write the answer into the case file by hand."
        return text, one._replace(state=State.UNCLEAR, told=f"{error}.", fix=fix)


def _mark(row: FilledRow) -> str:
    return "".join(row.cells[0].split()).upper() if row.cells else ""


def _foreign(row: FilledRow) -> Returned:
    typed = " | ".join(filter(None, row.cells))
    told = "the row has no reference of a question of this case."
    return Returned(row.number, State.FOREIGN, "", typed, told, "read it yourself; its answer is taken nowhere.")


def _read(row: FilledRow, case: Case, path: str, *, may_replace: bool) -> tuple[Returned, Written]:
    """Read the answer of one row, as it is to be written; None where nothing is."""
    field = paths.question(path)
    assert field is not None, path
    typed = row.cells[-1] if len(row.cells) > 1 else ""
    if typed.casefold().rstrip(".") in LEFT_OPEN:
        return Returned(row.number, State.OPEN, path, typed), None
    understand = casefile.understood_list if field.is_list else casefile.understood
    answer = understand(field, typed if field.form == "lines" else " ".join(typed.split()))
    if isinstance(answer, Unclear):
        meant = " or ".join(one.words for one in answer.readings)
        return Returned(row.number, State.UNCLEAR, path, typed, f"it may mean {meant}.", "ask which is meant."), None
    if isinstance(answer, Refusal):
        return Returned(row.number, State.UNCLEAR, path, typed, answer.what, answer.fix), None
    parts = (answer,) if isinstance(answer, str) else answer
    words = ", ".join(casefile.in_words(field, part) for part in parts)
    state = _state(case, path, field, parts)
    written = answer if state is State.TAKEN or (may_replace and state is State.OTHER) else None
    return Returned(row.number, State.TAKEN if written is not None else state, path, typed, words), written


def _state(case: Case, path: str, field: SchemaField, parts: Sequence[str]) -> State:
    """Tell whether the case has this answer, another, or none."""
    if casefile.unanswered(case, path):
        return State.TAKEN
    stated, said = paths.answer(case, path), tuple(parsed(field, part) for part in parts)
    return State.SAME if said == (stated if field.is_list else (stated,)) else State.OTHER


def read_back(file: Path, text: str, case: Case, *, may_replace: bool) -> Back:
    """Read a questionnaire into the text of a case file; what is wrong with a row is a problem at that row."""
    package = _bytes(file)
    if isinstance(package, Problem):
        return Back((), (package,), text)
    rows = filled_rows(package)
    if isinstance(rows, tuple):
        return Back((), (Problem(str(file), *rows),), text)
    found, changed = returned(rows, case, text, may_replace=may_replace)
    if not any(one.path for one in found):
        fix = "name a questionnaire that `qdot questionnaire` wrote for this case."
        return Back(found, (Problem(str(file), "no row of it asks a question of this case.", fix),), text)
    return Back(found, tuple(problem for one in found if (problem := _problem(one, file, case))), changed)


def without_row(found: Sequence[Returned], asked: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Give the open questions that a questionnaire has no row for: deleted there, or open only since.

    ``asked`` are the paths of the open questions by person; a questionnaire is that of the person of most of its rows.
    """
    rows = {one.path for one in found if one.path}
    people = Counter(field.who for path in rows if (field := paths.question(path)))
    return [path for path in asked.get(max(people, key=people.__getitem__, default=""), ()) if path not in rows]


def _bytes(file: Path) -> bytes | Problem:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        return Problem(str(file), f"it cannot be read ({error.strerror}).", "check the name.")


def _problem(one: Returned, file: Path, case: Case) -> Problem | None:
    """Give what is wrong with a row, where somebody has to see to it."""
    where = f"{file}: row {one.row}"
    if one.state is State.FOREIGN:
        return Problem(where, f"{one.told} It says: {shown(one.typed)}.", one.fix)
    about = f"{one.path}: {label(case, one.path)}"
    if one.state is State.UNCLEAR:
        return Problem(f"{where}: {about}", f"{shown(one.typed)} is not understood: {one.told}", one.fix)
    if one.state is State.OTHER:
        stated = paths.answer(case, one.path)
        listed = ", ".join(map(str, stated)) if isinstance(stated, tuple) else str(stated)
        what = f"the case says {shown(listed)}, and the questionnaire {shown(one.typed)}."
        return Problem(f"{where}: {about}", what, "correct the case file, or say --force to take this answer.")
    return None
