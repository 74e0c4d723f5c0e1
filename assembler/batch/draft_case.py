"""What a worker does with one case: read it, draft it, write its folder or return its files, and say how it went."""

import errno
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import perf_counter

from assembler.batch import case_folder
from assembler.batch.ledger import MAKE_ROOM
from assembler.batch.options import Options, engine, fingerprint
from assembler.batch.result import Amount, Due, File, Point, Result, State
from assembler.batch.sources.source import Source, read_case
from assembler.matter import Matter, Outcome, contents
from assembler.problem import Problem

ONE_AT_A_TIME = Lock()
"""A worker of a cluster may have several threads, but drafting does not gain from more than one."""

FATAL_ERRORS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO, errno.ESTALE}
"""Errors of a disk that will keep every other case from being written, too."""


@dataclass(frozen=True)
class Task:
    """One case to draft, with all that a worker has to know about it.

    ``fingerprint`` is that of the options where the batch is run, and ``digest`` covers the case as well. ``written``
    are the files that earlier runs wrote for the case, by name, with their SHA-256. With ``returns_bytes`` the worker
    returns the files, to be written where the batch is run, instead of writing them itself.
    """

    source: Source
    position: int
    options: Options
    fingerprint: str
    digest: str
    written: Mapping[str, str] = field(default_factory=dict)
    returns_bytes: bool = False


@dataclass(frozen=True)
class Output:
    """What became of a task: ``files`` are still to be written, ``fatal`` says why no other task can succeed."""

    result: Result
    files: Mapping[str, bytes] = field(default_factory=dict)
    fatal: Problem | None = None


def draft_case(task: Task) -> Output:
    """Do a task, and measure the seconds it takes."""
    with ONE_AT_A_TIME:
        start = perf_counter()
        output = _draft(task)
        if not task.returns_bytes:
            output = write_files(task, output)
        return replace(output, result=replace(output.result, seconds=round(perf_counter() - start, 6)))


def write_files(task: Task, output: Output) -> Output:
    """Write the files of a case into its folder; if they cannot be written, that is a problem of the case."""
    if not output.files:
        return output
    folder = task.options.out / task.source.name
    fatal = None
    try:
        problems = case_folder.write(output.files, folder, task.written, task.options.may_overwrite)
    except OSError as error:
        problems = (_unwritable(folder, error),)
        if error.errno in FATAL_ERRORS or not task.options.out.is_dir():
            fatal = problems[0]
    result = output.result
    if problems:
        result = replace(result, state=State.REFUSED, files=(), problems=(*result.problems, *problems))
    return Output(result, fatal=fatal)


def _unwritable(folder: Path, error: OSError) -> Problem:
    path = Path(error.filename or folder)
    if case_folder.TEMPORARY.fullmatch(path.name):  # a name that means nothing to a person
        path = folder
    fix = MAKE_ROOM
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        fix = "move away what stands in the place of the case's folder, and say --resume."
    return Problem(str(path), f"it cannot be written ({error.strerror}).", fix)


def refuse(task: Task, what: str, fix: str, fatal: Problem | None = None) -> Output:
    """Give the output of a task of which nothing was drafted, and why."""
    source = task.source
    problem = Problem(source.shown, what, fix)
    return Output(Result(source.name, source.shown, State.REFUSED, problems=(problem,)), fatal=fatal)


def _draft(task: Task) -> Output:
    if task.fingerprint != fingerprint(task.options):
        fix = "install there what the batch is run with, with the same extras, and have the firm's folder there too."
        return refuse(task, "its worker would draft it otherwise than the batch does.", fix)
    matter = Matter(read_case(task.source), engine(task.options.firm))
    outcome = matter.draft(*task.options.wanted, manner=task.options.manner)
    files = contents(outcome)
    return Output(_result(task.source, outcome, files), files)


def _result(source: Source, outcome: Outcome, files: Mapping[str, bytes]) -> Result:
    return Result(
        source.name,
        source.shown,
        _state(outcome),
        tuple(File(name, sha256(content).hexdigest()) for name, content in files.items()),
        outcome.problems,
        tuple(_amounts(outcome.matter)),
        tuple(_dates(outcome.matter)),
        tuple(_points(outcome)),
        outcome.matter.case.as_of,
    )


def _state(outcome: Outcome) -> State:
    if not any(document.rendered for document in outcome.documents):
        return State.REFUSED
    return State.PROBLEMS if outcome.problems else State.DONE


def _amounts(matter: Matter) -> Iterator[Amount]:
    for one in matter.figures.figures:
        yield Amount(one.figure.name, one.subject, _value(one.figure.value), one.figure.unit)


def _value(value: Decimal | int | date | str) -> Decimal | int | str:
    return value.isoformat() if isinstance(value, date) else value


def _dates(matter: Matter) -> Iterator[Due]:
    """Give the dates from the day as of which the case is stated; without that day, all of them."""
    as_of = matter.case.as_of
    for one in matter.deadlines.dates:
        if as_of is None or one.deadline.date >= as_of:
            yield Due(one.deadline.date, one.name, one.subject, one.who, one.deadline.is_duty)


def _points(outcome: Outcome) -> Iterator[Point]:
    for document in outcome.documents:
        for point in document.rendered.points if document.rendered else ():
            yield Point(document.filename, point.number, point.what, point.who)
    for gap in outcome.beside.gaps:
        yield Point(f"{' or '.join(gap.papers)} ({gap.subject.id})", 0, gap.question.what, gap.question.who)
