"""Take a typed answer into a case file: understood, held against the file, written in one place, or told why not."""

from collections.abc import Sequence
from dataclasses import dataclass

from assembler import casefile
from assembler.casefile import Meaning, Refusal, Unclear, paths
from assembler.casefile.schema_fields import SchemaField
from assembler.workbench.case_folder import ChangedError
from assembler.workbench.cases import Case, Cases
from assembler.workbench.questions import entry

TRIES = 3
"""How often an answer is tried again where another one was written at the same time."""


@dataclass(frozen=True)
class Taken:
    """The case as it reads with the answer."""

    case: Case


@dataclass(frozen=True)
class NotTaken:
    """Why an answer was not taken: it is none, it has several meanings, or the answer was changed meanwhile."""

    case: Case
    typed: str
    what: str
    fix: str = ""
    meanings: tuple[Meaning, ...] = ()
    now: str | None = None


def take(cases: Cases, name: str, path: str, typed: Sequence[str], seen: str) -> Taken | NotTaken:
    """Write what was typed for a question into its case; ``seen`` is the answer that the page showed.

    Raises `ValueError` for a path that is no question, and `NoCaseError` for a case that is not there.
    """
    for _ in range(TRIES):
        case = cases.open(name)
        found = _answer(cases, case, path, typed, seen)
        if isinstance(found, NotTaken):
            return found
        stored = change(cases, case, found)
        if isinstance(stored, Taken):
            return stored
    return NotTaken(case, _joined(typed), "the file is being written by another program.", "try again.")


def change(cases: Cases, case: Case, text: str) -> Taken | NotTaken:
    """Write a whole text of a case; one that cannot be read is stored too, since a person wrote it."""
    try:
        if text != case.text:
            cases.folder.replace(case.name, case.text, text)
    except ChangedError:
        return NotTaken(case, text, "the file was changed meanwhile.", "compare with what it holds now.")
    return Taken(cases.open(case.name))


def _answer(cases: Cases, case: Case, path: str, typed: Sequence[str], seen: str) -> str | NotTaken:
    """Give the text of the file with the answer in it."""
    now = entry(case.matter, path)
    if _joined(typed) == now.shown:
        return case.text
    written = _understood(now.question.field, typed)
    if isinstance(written, Refusal):
        return NotTaken(case, _joined(typed), written.what, written.fix)
    if isinstance(written, Unclear):
        return NotTaken(case, _joined(typed), "this can be read in more than one way.", "", written.readings)
    if now.seen not in (seen, "\n".join(written)):
        return NotTaken(case, _joined(typed), "the answer was changed meanwhile.", "", now=now.shown)
    answer = (written or None) if now.question.field.is_list else next(iter(written), None)
    try:
        text = casefile.write_back(case.text, path, answer)
    except ValueError as error:
        return NotTaken(case, _joined(typed), f"it cannot be written ({error}).", "write it into the file yourself.")
    read = cases.of(case.name, text).matter
    if case.matter.is_read and not read.is_read:
        return NotTaken(case, _joined(typed), read.problems[0].what, read.problems[0].fix)
    return text


def _understood(field: SchemaField, typed: Sequence[str]) -> tuple[str, ...] | Unclear | Refusal:
    """Read what was typed; nothing where the question is left open."""
    given = [one for one in typed if one.strip()]
    if not given:
        return ()
    if field.is_list:
        return casefile.understood_list(field, ", ".join(given))
    found = casefile.understood(field, given[0])
    return found if isinstance(found, Unclear | Refusal) else (found,)


def _joined(typed: Sequence[str]) -> str:
    return "; ".join(one for one in typed if one.strip())


def paste(cases: Cases, name: str, path: str, rows: str, columns: Sequence[str]) -> Taken | NotTaken:
    """Add an item to a list for each row of a spreadsheet, its cells in the order of these columns; all or none."""
    case = cases.open(name)
    text, number = case.text, len(paths.answer(case.matter.case, path) or ())
    for row in (line for line in rows.splitlines() if line.strip()):
        for key, cell in zip(columns, row.split("\t"), strict=False):
            where = f"{path}[{number}].{key}"
            written = _understood(casefile.spoken(case.matter.case, where).field, [cell])
            if isinstance(written, Refusal):
                return NotTaken(case, rows, f"row {number + 1}, {key}: {written.what}", written.fix)
            if isinstance(written, Unclear):
                return NotTaken(case, rows, f"row {number + 1}, {key}: {cell} can be read in more than one way.")
            text = casefile.write_back(text, where, written[0]) if written else text
        number += 1
    return change(cases, case, text)


def none(cases: Cases, name: str, path: str) -> Taken | NotTaken:
    """Answer that a list has no item."""
    case = cases.open(name)
    if paths.answer(case.matter.case, path):
        return NotTaken(case, "", "the list has items.", "take them out first.")
    return change(cases, case, casefile.write_back(case.text, path, ()))


def remove(cases: Cases, name: str, path: str) -> Taken | NotTaken:
    """Take an item out of a list of the case file."""
    case = cases.open(name)
    return change(cases, case, casefile.without_item(case.text, path))
